"""The mean of several trainings' weights, its batch statistics renewed, written as TorchScript and descriptor.

    average.py CROPS.npz FIRST.checkpoint:mean [SECOND.checkpoint …] --network A -o rendered-a --synth "SYNTH'S OPTIONS"

CHECKPOINT is a training's last weights, CHECKPOINT:mean the mean over its last part. Several
trainings must begin with the same weights or with one another's, so that they lie in one basin (Izmailov et al., UAI 2018;
Wortsman et al., ICML 2022). `--weights` gives each its share (default: equal). The held-out people tell whether it helps: their
figures are printed for each alone and for the mean, and the mean is written.
"""
import argparse
import sys

import numpy as np
import torch

import train


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("crops")
    parser.add_argument("checkpoints", nargs="+")
    parser.add_argument("--weights", type=float, nargs="+")
    parser.add_argument("--network", choices=sorted(train.NETWORKS), required=True)
    parser.add_argument("-o", "--output", required=True)
    parser.add_argument("--synth", required=True)
    parser.add_argument("--batches", type=int, default=400, help="of 256 images that renew the batch statistics")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def mean_state(states, weights):
    total = sum(weights)
    return {key: (sum(w / total * s[key].double() for s, w in zip(states, weights)).to(states[0][key].dtype)
                  if states[0][key].is_floating_point() else states[0][key]) for key in states[0]}


def renew(network, data, rows, batches, device):
    """Means and variances of the batch norms over `batches` batches, each counted alike."""
    random = np.random.default_rng(1)
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.reset_running_stats()
            module.momentum = None
    network.train()
    with torch.no_grad():
        for _ in range(batches):
            chosen = np.sort(random.choice(rows, 256, replace=False))
            network(train.inputs(data.crops[chosen], data.margin, np.zeros((256, 2), int), device, random.random(256) < 0.5))
    network.eval()


def main():
    words = options()
    data = train.Training(argparse.Namespace(**vars(words), seed=1, rate=0.1, decay=0.0))
    states = [train.start_of(path, data.device) for path in words.checkpoints]
    weights = words.weights or [1.0] * len(states)
    if len(weights) != len(states):
        sys.exit(f"{len(states)} checkpoints need as many --weights, not {len(weights)}.")
    for path, state in zip(words.checkpoints, states):
        data.network.load_state_dict(state)
        data.say(f"{path}: {data.held_out()}")
    data.network.load_state_dict(mean_state(states, weights))
    renew(data.network, data, data.rows, words.batches, data.device)
    shares = " : ".join(f"{w:g}" for w in weights)
    data.say(f"mean of {len(states)} ({shares}): {data.held_out()}")
    torch.save({"network": data.network.state_dict()}, f"{words.output}.checkpoint")
    data.write()


if __name__ == "__main__":
    main()
