"""The two networks. Both end in raw features: nothing normalises them, and the classifier that trains them is left out."""
from collections import OrderedDict

import torch
from torch import nn


def convolution(channels_in, channels_out, stride=1, size=3):
    return nn.Sequential(
        nn.Conv2d(channels_in, channels_out, size, stride, size // 2, bias=False), nn.BatchNorm2d(channels_out))


class Block(nn.Module):
    """Two convolutions and a way around them (He et al., CVPR 2016)."""

    def __init__(self, channels_in, channels_out, stride):
        super().__init__()
        self.first = convolution(channels_in, channels_out, stride)
        self.second = convolution(channels_out, channels_out)
        same = stride == 1 and channels_in == channels_out
        self.around = nn.Identity() if same else convolution(channels_in, channels_out, stride, 1)
        if same:
            # Begins as the identity (Goyal et al. 2017), so that it can be added to a trained network without undoing it.
            nn.init.zeros_(self.second[1].weight)

    def forward(self, x):
        return torch.relu(self.second(torch.relu(self.first(x))) + self.around(x))


class NetworkA(nn.Module):
    """A residual network; 512 features from a fully connected layer, of either sign."""

    dimension = 512

    def __init__(self):
        super().__init__()
        # Named, because the two blocks called again came with the fourth stage of training; the others keep their names.
        self.body = nn.Sequential(OrderedDict([
            ("0", convolution(3, 32, 2)), ("1", nn.ReLU()), ("2", Block(32, 32, 1)), ("3", Block(32, 64, 2)),
            ("4", Block(64, 128, 2)), ("again4", Block(128, 128, 1)), ("5", Block(128, 160, 2)), ("again5", Block(160, 160, 1))]))
        self.features = nn.Linear(160 * 16, self.dimension)

    def forward(self, x):
        return self.features(self.body(x).flatten(1))


class NetworkB(nn.Module):
    """A plain chain of convolutions; 320 features are the mean over the last maps, as in Yi et al. 2014."""

    dimension = 320

    def __init__(self):
        super().__init__()
        layers, before = [], 3
        plan = [(32, 2), (48, 1), (64, 2), (96, 1), (128, 2), (160, 1), (192, 2)]
        for channels, stride in plan:
            layers += [convolution(before, channels, stride), nn.ReLU()]
            before = channels
        # No rectifier after the last: the features keep their sign.
        self.body = nn.Sequential(*layers, convolution(before, self.dimension))

    def forward(self, x):
        return self.body(x).mean((2, 3))


NETWORKS = {"A": NetworkA, "B": NetworkB}
