#!/usr/bin/env python3
"""Writes an IR-50 network (the improved ResNet-50 of face recognition, 112 x 112, 512 numbers) with random weights and its
descriptor: for speed only. Usage: make_ir50.py FOLDER"""
import json
import pathlib
import sys

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.path = nn.Sequential(
            nn.BatchNorm2d(inputs), nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs),
            nn.PReLU(outputs), nn.Conv2d(outputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = nn.Identity() if inputs == outputs and stride == 1 else nn.Sequential(
            nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return self.path(x) + self.shortcut(x)


def ir50():
    layers = [nn.Conv2d(3, 64, 3, 1, 1, bias=False), nn.BatchNorm2d(64), nn.PReLU(64)]
    channels = 64
    for outputs, count in ((64, 3), (128, 4), (256, 14), (512, 3)):
        for i in range(count):
            layers.append(Block(channels, outputs, 2 if i == 0 else 1))
            channels = outputs
    layers += [nn.BatchNorm2d(512), nn.Flatten(), nn.Linear(512 * 7 * 7, 512), nn.BatchNorm1d(512)]
    return nn.Sequential(*layers).eval()


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(1)
    with torch.no_grad():
        torch.jit.trace(ir50(), torch.zeros(2, 3, 112, 112)).save(str(folder / "ir50.pt"))
    (folder / "ir50.json").write_text(json.dumps({
        "file": "ir50.pt", "format": "TorchScript",
        "input": {"width": 112, "height": 112, "channel_order": "RGB", "mean": 127.5, "std": 127.5},
        "alignment": {"type": "none", "crop": "centre"},
        "output": {"dim": 512, "l2_normalised": False}, "licence": "random weights"}))


if __name__ == "__main__":
    main()
