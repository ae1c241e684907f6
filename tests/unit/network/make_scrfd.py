#!/usr/bin/python3
"""Makes face detectors of the shape of InsightFace's SCRFD, which find planted marks in place of faces.

    make_scrfd.py FOLDER

Writes scrfd.onnx (nine outputs, any size of image), scrfd_boxes.onnx (six: without landmarks) and scrfd_batched.onnx (an axis of
images before that of anchors). A mark is a square of one of three colours, for cells of 8, 16 and 32 pixels. Scores, boxes and
points also depend on a small pyramid of features, exported as theirs is: sizes taken from the graph by Shape, Slice and Concat for
Resize, weights that several nodes share by Identity, outputs with numbers for names.
"""
import io
import os
import sys
import warnings

import numpy as np
import onnx
import torch
from onnx import helper
from torch import nn
from torch.nn import functional as F

warnings.filterwarnings("ignore")
STRIDES, ANCHORS = (8, 16, 32), 2
NAMES = ["448", "471", "494", "451", "474", "497", "454", "477", "500"]
BOX = (1.5, 2.0, 1.6, 2.2)
POINTS = (-0.7, -0.6, 0.7, -0.6, 0.0, 0.1, -0.5, 0.8, 0.5, 0.8)


class Scrfd(nn.Module):
    def __init__(self, landmarks=True, batched=False):
        super().__init__()
        torch.manual_seed(11)
        self.landmarks, self.batched = landmarks, batched
        def conv(i, o, s):
            return nn.Sequential(nn.Conv2d(i, o, 3, s, 1, bias=False), nn.BatchNorm2d(o), nn.ReLU())
        self.stem = nn.Sequential(conv(3, 8, 2), nn.MaxPool2d(2, 2))
        self.down = nn.ModuleList([conv(8, 8, 2), conv(8, 12, 2), conv(12, 16, 2)])
        self.lateral = nn.ModuleList([nn.Conv2d(c, 8, 1) for c in (8, 12, 16)])
        self.smooth = nn.Conv2d(8, 8, 3, 1, 1)  # Shared by the levels, as the heads are.
        self.score, self.box, self.points = (nn.Conv2d(8, ANCHORS * n, 3, 1, 1) for n in (1, 4, 10))
        self.register_buffer("best", torch.tensor([0.60, 0.75]).view(1, 2, 1, 1))
        self.register_buffer("sides", torch.tensor(BOX * ANCHORS).view(1, -1, 1, 1))
        self.register_buffer("places", torch.tensor(POINTS * ANCHORS).view(1, -1, 1, 1))
        self.eval()

    def rows(self, x, columns):
        x = x.permute(0, 2, 3, 1)
        return x.reshape(x.shape[0], -1, columns) if self.batched else x.reshape(-1, columns)

    def forward(self, x):
        levels, y = [], self.stem(x)
        for down, lateral in zip(self.down, self.lateral):
            y = down(y)
            levels.append(lateral(y))
        for i in (2, 1):
            levels[i - 1] = levels[i - 1] + F.interpolate(levels[i], size=levels[i - 1].shape[2:], mode="nearest")
        scores, boxes, points = [], [], []
        for i, (stride, level) in enumerate(zip(STRIDES, levels)):
            level = self.smooth(level)
            others = (x[:, (i + 1) % 3:(i + 1) % 3 + 1] + x[:, (i + 2) % 3:(i + 2) % 3 + 1]) / 2
            mark = F.avg_pool2d((x[:, i:i + 1] - others) / 2, stride)
            score = 12 * (mark - self.best) + 0.3 * torch.tanh(self.score(level))
            scores.append(self.rows(score, 1).sigmoid())
            boxes.append(self.rows(self.sides + 0.5 * torch.tanh(self.box(level)), 4))
            points.append(self.rows(self.places + 0.2 * torch.tanh(self.points(level)), 10))
        return tuple(scores + boxes + (points if self.landmarks else []))


def with_shared_arrays(model):
    """Some arrays under a second name by an Identity, as exporters write weights that several nodes share."""
    copies = {a.name: a.name + "_again" for a in list(model.graph.initializer)[:4]}
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = copies.get(name, name)
    for name, copy in copies.items():
        model.graph.node.insert(0, helper.make_node("Identity", [name], [copy]))
    return model


def with_names(model, names):
    """PyTorch 1.13 takes no numbers for names."""
    for node in model.graph.node:
        for side in (node.input, node.output):
            for i, name in enumerate(side):
                side[i] = names.get(name, name)
    for output in model.graph.output:
        output.name = names[output.name]
    return model


def exported(net):
    buffer = io.BytesIO()
    names = {"output" + n: n for n in (NAMES if net.landmarks else NAMES[:6])}
    torch.onnx.export(net, torch.rand(1, 3, 640, 640), buffer, opset_version=11, input_names=["input.1"],
                      output_names=list(names), dynamic_axes={"input.1": {2: "?", 3: "?"}})
    model = with_names(with_shared_arrays(onnx.load_from_string(buffer.getvalue())), names)
    kinds = [node.op_type for node in model.graph.node]
    assert {"Shape", "Slice", "Concat", "Resize", "Identity", "Sigmoid"} <= set(kinds), sorted(set(kinds))
    if net.landmarks and not net.batched:  # det_10g.onnx says the rows for 640 × 640; other exports leave all open.
        for i, output in enumerate(model.graph.output):
            for axis, size in zip(output.type.tensor_type.shape.dim, ((640 // STRIDES[i % 3]) ** 2 * ANCHORS, (1, 4, 10)[i // 3])):
                axis.dim_value = size
    return model


def outputs(net, canvas):
    """What PyTorch returns for an H × W × 3 image of bytes."""
    x = torch.from_numpy((canvas.astype(np.float32) - 127.5) / 128).permute(2, 0, 1)[None].contiguous()
    with torch.no_grad():
        return [y.numpy().reshape(-1, y.shape[-1]) for y in net(x)]


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, net in (("scrfd", Scrfd()), ("scrfd_boxes", Scrfd(landmarks=False)), ("scrfd_batched", Scrfd(batched=True))):
        onnx.save_model(exported(net), os.path.join(folder, name + ".onnx"))


if __name__ == "__main__":
    main()
