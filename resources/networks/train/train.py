"""Trains network A or B by plain softmax classification of rendered identities and writes it as TorchScript.

    train.py CROPS.npz --network A -o rendered-a --synth "SYNTH'S OPTIONS" [--start-from EARLIER] [--epochs 7]

EARLIER is a checkpoint or the TorchScript weights of the same architecture; its network begins this training, and the new
classifier begins with each person's mean features, so that nothing learnt is undone by a random one. Runs on a GPU if there is one, else on the CPU (bfloat16 products where the processor has them). Every 40th identity is held
out: its images are never trained on, and the log's verification figures are theirs. Half of the images of a batch are
mirrored. Interrupted, it goes on from the last whole epoch (CHECKPOINT beside the output). The mean of the weights over the last
part of the training is kept in the checkpoint as well, for average.py.
"""
import argparse
import hashlib
import json
import math
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from architectures import NETWORKS
from crops import SIDE, TEMPLATE

MEAN, STD = 120.0, 60.0
MEAN_FROM = 0.6  # of the training; the weights are averaged from here on
HELD_OUT = 40


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("crops")
    parser.add_argument("--network", choices=sorted(NETWORKS), required=True)
    parser.add_argument("-o", "--output", required=True, help="name of the files without ending")
    parser.add_argument("--synth", required=True, help="the options that rendered the set, for the descriptor")
    parser.add_argument("--start-from", help="checkpoint or .pt of an earlier training whose network this one begins with")
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=5e-4)
    parser.add_argument("--dropout", type=float, default=0.2, help="of features, while training")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def inputs(crops, margin, shifts, device, mirrored=None):
    """A batch of uint8 crops as network inputs, each cut at its own shift; those marked in `mirrored` are mirrored."""
    cut = np.stack([c[y:y + SIDE, x:x + SIDE] for c, (y, x) in zip(crops, shifts + margin)])
    if mirrored is not None:
        cut[mirrored] = cut[mirrored, :, ::-1]
    batch = torch.from_numpy(cut).to(device).permute(0, 3, 1, 2).float()
    return ((batch - MEAN) / STD).contiguous(memory_format=torch.channels_last)


def features(network, crops, margin, device):
    network.eval()
    with torch.no_grad():
        parts = [network(inputs(crops[i:i + 256], margin, np.zeros((len(crops[i:i + 256]), 2), int), device)).cpu()
                 for i in range(0, len(crops), 256)]
    return torch.cat(parts).numpy()


def verification(x, labels):
    """AUC and TAR at FAR 1e-3 over all pairs, cosine."""
    unit = x / np.linalg.norm(x, axis=1, keepdims=True)
    upper = np.triu_indices(len(x), 1)
    scores, genuine = (unit @ unit.T)[upper], (labels[:, None] == labels[None, :])[upper]
    order = np.argsort(scores)
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    positives, negatives = genuine.sum(), (~genuine).sum()
    auc = (ranks[genuine].sum() - positives * (positives + 1) / 2) / (positives * negatives)
    threshold = np.quantile(scores[~genuine], 1 - 1e-3)
    return auc, (scores[genuine] > threshold).mean()


def start_of(path, device):
    """The network's state from a checkpoint or from TorchScript weights; of CHECKPOINT:mean the mean over the last part."""
    if path.endswith(".pt"):
        return torch.jit.load(path, map_location=device).state_dict()
    file, _, part = path.partition(":")
    state = torch.load(file, map_location=device)
    if not part:
        return state["network"]
    return {key: (value / state["counted"] if value.is_floating_point() else value) for key, value in state["sum"].items()}


def rate_at(progress, peak):
    """One warm-up, then down a half cosine."""
    return peak * progress / 0.05 if progress < 0.05 else peak * 0.5 * (1 + math.cos(math.pi * (progress - 0.05) / 0.95))


class Training:
    def __init__(self, words):
        self.words = words
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        torch.manual_seed(words.seed)
        torch.set_num_threads(words.threads)
        data = np.load(words.crops)
        self.crops, self.labels, self.margin = data["crops"], data["labels"], int(data["margin"])
        held = self.labels % HELD_OUT == 0
        self.held = np.flatnonzero(held)
        self.rows = np.flatnonzero(~held)
        good = (abs(data["yaw"]) < 30) & (data["occluded"] < 0.02) & (data["blur"] < 1)
        self.good = np.flatnonzero(held & good)
        classes = np.unique(self.labels[self.rows])
        self.target = torch.from_numpy(np.searchsorted(classes, self.labels))
        self.network = NETWORKS[words.network]().to(self.device, memory_format=torch.channels_last)
        self.classifier = nn.Linear(self.network.dimension, len(classes)).to(self.device)
        parameters = list(self.network.parameters()) + list(self.classifier.parameters())
        self.optimiser = torch.optim.SGD(parameters, words.rate, momentum=0.9, weight_decay=words.decay, nesterov=True)
        self.sum, self.counted = None, 0
        self.log = open(f"{words.output}.log", "a", encoding="utf-8")

    def say(self, text):
        print(text, flush=True)
        self.log.write(text + "\n")
        self.log.flush()

    def epoch(self, number):
        random = np.random.default_rng([self.words.seed, number])
        torch.manual_seed(self.words.seed * 1000 + number)
        order = random.permutation(self.rows)
        batches = len(order) // self.words.batch
        self.network.train()
        loss_sum = correct = seen = 0
        for b in range(batches):
            rows = np.sort(order[b * self.words.batch:(b + 1) * self.words.batch])
            shifts = random.integers(-self.margin, self.margin + 1, (len(rows), 2)) // 2
            mirrored = random.random(len(rows)) < 0.5
            rate = rate_at((number + b / batches) / self.words.epochs, self.words.rate)
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            target = self.target[torch.from_numpy(rows)].to(self.device)
            with torch.autocast(self.device.type, torch.bfloat16):
                x = self.network(inputs(self.crops[rows], self.margin, shifts, self.device, mirrored))
                logits = self.classifier(functional.dropout(x, self.words.dropout)).float()
            loss = functional.cross_entropy(logits, target)
            self.optimiser.zero_grad(set_to_none=True)
            loss.backward()
            self.optimiser.step()
            if b % 10 == 0 and (number + b / batches) / self.words.epochs >= MEAN_FROM:
                self.count_weights()
            loss_sum += loss.item()
            correct += (logits.argmax(1) == target).sum().item()
            seen += len(rows)
            if b % 100 == 99:
                print(f"  {number + 1}: {b + 1}/{batches} loss {loss_sum / (b + 1):.3f}", flush=True)
        return loss_sum / batches, correct / seen

    def count_weights(self):
        """Izmailov et al., UAI 2018. The batch statistics of the mean are renewed by average.py."""
        state = self.network.state_dict()
        if self.sum is None:
            self.sum = {key: value.clone() for key, value in state.items()}
        else:
            for key, value in state.items():
                if value.is_floating_point():
                    self.sum[key] += value
        self.counted += 1

    def held_out(self):
        auc, tar = verification(features(self.network, self.crops[self.held], self.margin, self.device), self.labels[self.held])
        _, good = verification(features(self.network, self.crops[self.good], self.margin, self.device), self.labels[self.good])
        return f"held-out AUC {auc:.4f} TAR@1e-3 {tar:.4f} good pairs TAR@1e-3 {good:.4f}"

    def begin_with(self, state):
        """Blocks that the earlier network did not have stay the identities as which they begin."""
        missing, unexpected = self.network.load_state_dict(state, strict=False)
        if unexpected or any(".again" not in key for key in missing):
            raise SystemExit(f"{self.words.start_from} is no network {self.words.network}: it lacks {missing}, and has {unexpected}.")
        if missing:
            self.say(f"{len(missing)} weights are new: blocks that begin as the identity")

    def begin_with_means(self, images=3, cases=4096):
        """Each person's row of the classifier becomes the direction of their mean features; one scale for all by the lowest loss."""
        order = self.rows[np.argsort(self.labels[self.rows], kind="stable")]
        place = np.arange(len(order)) - np.searchsorted(self.labels[order], self.labels[order])
        chosen = order[place < images]
        x = torch.from_numpy(features(self.network, self.crops[chosen], self.margin, self.device))
        centre = x.mean(0)
        means = torch.zeros(self.classifier.out_features, x.shape[1]).index_add_(0, self.target[chosen], x - centre)
        directions = functional.normalize(means)
        # The scale is chosen on images that are not in the means.
        others = np.random.default_rng(self.words.seed).permutation(order[place >= images])[:cases]
        y = torch.from_numpy(features(self.network, self.crops[others], self.margin, self.device)) - centre
        logits, target = y @ directions.T, self.target[others]
        scales = [2.0 ** (k / 2) for k in range(-12, 5)]
        losses = [functional.cross_entropy(logits * s, target).item() for s in scales]
        best = scales[int(np.argmin(losses))]
        self.say(f"classifier begins with the people's mean features, scale {best:.3f}: loss {min(losses):.3f}")
        with torch.no_grad():
            self.classifier.weight.copy_(directions * best)
            self.classifier.bias.copy_(-(self.classifier.weight.cpu() @ centre))

    def checkpoint(self):
        return f"{self.words.output}.checkpoint"

    def run(self):
        first = 0
        if os.path.exists(self.checkpoint()):
            state = torch.load(self.checkpoint(), map_location=self.device)
            self.network.load_state_dict(state["network"])
            self.classifier.load_state_dict(state["classifier"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.sum, self.counted = state["sum"], state["counted"]
            first = state["epochs"]
        elif self.words.start_from:
            self.begin_with(start_of(self.words.start_from, self.device))
            self.begin_with_means()
        for number in range(first, self.words.epochs):
            start = time.time()
            loss, accuracy = self.epoch(number)
            self.say(f"epoch {number + 1}/{self.words.epochs} loss {loss:.4f} accuracy {accuracy:.4f} {self.held_out()} "
                     f"({time.time() - start:.0f} s)")
            torch.save({"network": self.network.state_dict(), "classifier": self.classifier.state_dict(),
                        "optimiser": self.optimiser.state_dict(), "epochs": number + 1,
                        "sum": self.sum, "counted": self.counted}, self.checkpoint())
        self.write()

    def write(self):
        # The program freezes and optimises a script when it loads it; a plain trace stays loadable by every LibTorch.
        self.network.float().cpu().eval()
        example = torch.zeros(2, 3, SIDE, SIDE)
        weights = f"{self.words.output}.pt"
        torch.jit.trace(self.network, example).save(weights)
        descriptor = {
            "name": os.path.basename(self.words.output),
            "file": os.path.basename(weights),
            "input": {"width": SIDE, "height": SIDE, "channel_order": "RGB", "mean": [MEAN] * 3, "std": [STD] * 3},
            "alignment": {"points": TEMPLATE.tolist()},
            "output": {"dim": self.network.dimension, "l2_normalised": False},
            "licence": "GPL-3.0-or-later",
            "training_set": f"rendered faces: facespace-cli synth {self.words.synth}; "
                            "no photograph, no person; people of every other seed are unseen",
            "source": f"resources/networks/train, network {self.words.network}",
        }
        with open(f"{self.words.output}.json", "w", encoding="utf-8") as file:
            json.dump(descriptor, file, indent=1)
            file.write("\n")
        digest = hashlib.sha256(open(weights, "rb").read()).hexdigest()
        self.say(f"written {weights}, {os.path.getsize(weights) / 1e6:.1f} MB, SHA-256 {digest}")


if __name__ == "__main__":
    Training(options()).run()
