#!/usr/bin/python3
"""Makes ONNX networks with PyTorch's exporter and the ONNX library, and what PyTorch returns for the same crops.

    make_onnx.py FOLDER [NAME…]

Writes crops.bin (N × 112 × 112 × 3 bytes), for each network NAME.onnx and NAME.f32 (N × D float32: PyTorch's features of
(pixel - 127.5) / 127.5), and list.txt with a line "NAME D" each.
"""
import io
import os
import sys
import warnings

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn
from torch.nn import functional as F

warnings.filterwarnings("ignore")
CROPS = 5


class Block(nn.Module):
    """Of iResNet: BatchNorm, convolution, BatchNorm, PReLU, convolution, BatchNorm, and a shortcut."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.BatchNorm2d(inputs), nn.Conv2d(inputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs),
            nn.PReLU(outputs), nn.Conv2d(outputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs))
        self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return self.body(x) + self.shortcut(x)


class IResNet(nn.Module):
    def __init__(self, dim=64, width=16, blocks=(1, 1, 1, 1)):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width), nn.PReLU(width))
        layers, inputs = [], width
        for stage, count in enumerate(blocks):
            for i in range(count):
                layers.append(Block(inputs, width << stage, 2 if i == 0 else 1))
                inputs = width << stage
        self.layers = nn.Sequential(*layers)
        self.bn2, self.dropout = nn.BatchNorm2d(inputs), nn.Dropout(0.4)
        self.fc, self.features = nn.Linear(inputs * 49, dim), nn.BatchNorm1d(dim)

    def forward(self, x):
        x = self.bn2(self.layers(self.stem(x)))
        return self.features(self.fc(self.dropout(torch.flatten(x, 1))))


class MobileFaceNet(nn.Module):
    def __init__(self, dim=64, width=16):
        super().__init__()

        def conv(i, o, k, s=1, p=0, g=1, act=True):
            return nn.Sequential(nn.Conv2d(i, o, k, s, p, groups=g, bias=False), nn.BatchNorm2d(o),
                                 nn.PReLU(o) if act else nn.Identity())

        class Bottleneck(nn.Module):
            def __init__(self, i, o, s):
                super().__init__()
                self.residual = s == 1 and i == o
                self.body = nn.Sequential(conv(i, 2 * i, 1), conv(2 * i, 2 * i, 3, s, 1, 2 * i), conv(2 * i, o, 1, act=False))

            def forward(self, x):
                return x + self.body(x) if self.residual else self.body(x)

        self.body = nn.Sequential(
            conv(3, width, 3, 2, 1), conv(width, width, 3, 1, 1, width), Bottleneck(width, width, 2), Bottleneck(width, width, 1),
            Bottleneck(width, 2 * width, 2), Bottleneck(2 * width, 2 * width, 1), Bottleneck(2 * width, 2 * width, 2),
            conv(2 * width, 4 * width, 1), conv(4 * width, 4 * width, 7, g=4 * width, act=False), nn.Flatten(),
            nn.Linear(4 * width, dim, bias=False), nn.BatchNorm1d(dim))

    def forward(self, x):
        return self.body(x)


class Attention(nn.Module):
    def __init__(self, dim, heads):
        super().__init__()
        self.heads, self.scale = heads, (dim // heads) ** -0.5
        self.qkv, self.proj = nn.Linear(dim, 3 * dim), nn.Linear(dim, dim)

    def forward(self, x, bias=None, mask=None):
        b, n, c = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.heads, c // self.heads).permute(2, 0, 3, 1, 4).unbind(0)
        a = (q * self.scale) @ k.transpose(-2, -1)
        if bias is not None:
            a = a + bias.unsqueeze(0)
        if mask is not None:
            w = mask.shape[0]
            a = (a.view(b // w, w, self.heads, n, n) + mask.unsqueeze(1).unsqueeze(0)).view(-1, self.heads, n, n)
        return self.proj((a.softmax(-1) @ v).transpose(1, 2).reshape(b, n, c))


class Mlp(nn.Sequential):
    def __init__(self, dim, ratio=4):
        super().__init__(nn.Linear(dim, ratio * dim), nn.GELU(), nn.Linear(ratio * dim, dim))


class ViT(nn.Module):
    def __init__(self, dim=48, depth=2, heads=3, out=64):
        super().__init__()
        self.patch = nn.Conv2d(3, dim, 16, 16)
        self.token, self.place = nn.Parameter(torch.randn(1, 1, dim)), nn.Parameter(torch.randn(1, 50, dim))
        self.blocks = nn.ModuleList(nn.ModuleList([nn.LayerNorm(dim, 1e-6), Attention(dim, heads), nn.LayerNorm(dim, 1e-6),
                                                   Mlp(dim)]) for _ in range(depth))
        self.norm, self.head = nn.LayerNorm(dim), nn.Linear(dim, out)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1) + self.place
        for n1, attention, n2, mlp in self.blocks:
            x = x + attention(n1(x))
            x = x + mlp(n2(x))
        return self.head(self.norm(x)[:, 0])


class ConvNeXt(nn.Module):
    def __init__(self, dims=(16, 32), depths=(1, 2), out=64):
        super().__init__()

        class Norm(nn.LayerNorm):  # channels first
            def forward(self, x):
                return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)

        class NextBlock(nn.Module):
            def __init__(self, dim):
                super().__init__()
                self.conv, self.norm, self.mlp = nn.Conv2d(dim, dim, 7, padding=3, groups=dim), nn.LayerNorm(dim, 1e-6), Mlp(dim)
                self.gamma = nn.Parameter(torch.rand(dim))

            def forward(self, x):
                y = self.gamma * self.mlp(self.norm(self.conv(x).permute(0, 2, 3, 1)))
                return x + y.permute(0, 3, 1, 2)

        layers = [nn.Conv2d(3, dims[0], 4, 4), Norm(dims[0])]
        for i, (dim, depth) in enumerate(zip(dims, depths)):
            if i:
                layers += [Norm(dims[i - 1]), nn.Conv2d(dims[i - 1], dim, 2, 2)]
            layers += [NextBlock(dim) for _ in range(depth)]
        self.body, self.norm, self.head = nn.Sequential(*layers), nn.LayerNorm(dims[-1]), nn.Linear(dims[-1], out)

    def forward(self, x):
        return self.head(self.norm(self.body(x).mean([-2, -1])))


class SwinBlock(nn.Module):
    def __init__(self, dim, heads, side, window, shift):
        super().__init__()
        self.window, self.shift = window, shift
        self.n1, self.attention, self.n2, self.mlp = nn.LayerNorm(dim), Attention(dim, heads), nn.LayerNorm(dim), Mlp(dim)
        self.table = nn.Parameter(torch.randn((2 * window - 1) ** 2, heads))
        at = torch.stack(torch.meshgrid(torch.arange(window), torch.arange(window), indexing="ij")).flatten(1)
        between = (at[:, :, None] - at[:, None, :]).permute(1, 2, 0) + window - 1
        self.register_buffer("index", between[..., 0] * (2 * window - 1) + between[..., 1])
        mask = None
        if shift:
            region = torch.zeros(1, side, side, 1)
            cuts = (slice(0, -window), slice(-window, -shift), slice(-shift, None))
            for i, (h, w) in enumerate((h, w) for h in cuts for w in cuts):
                region[:, h, w] = i
            parts = self.split(region).view(-1, window * window)
            mask = (parts.unsqueeze(1) != parts.unsqueeze(2)).float() * -100
        self.register_buffer("mask", mask)

    def split(self, x):
        b, h, w, c = x.shape
        x = x.view(b, h // self.window, self.window, w // self.window, self.window, c)
        return x.permute(0, 1, 3, 2, 4, 5).reshape(-1, self.window * self.window, c)

    def forward(self, x):
        b, h, w, c = x.shape
        y = self.n1(x)
        if self.shift:
            y = torch.roll(y, (-self.shift, -self.shift), (1, 2))
        n = self.window * self.window
        bias = self.table[self.index.view(-1)].view(n, n, -1).permute(2, 0, 1)
        y = self.attention(self.split(y), bias, self.mask)
        y = y.view(-1, h // self.window, w // self.window, self.window, self.window, c)
        y = y.permute(0, 1, 3, 2, 4, 5).reshape(-1, h, w, c)
        if self.shift:
            y = torch.roll(y, (self.shift, self.shift), (1, 2))
        x = x + y
        return x + self.mlp(self.n2(x))


class Swin(nn.Module):
    def __init__(self, dim=24, out=64, heads=3, pairs=1):
        super().__init__()
        self.patch, self.norm0 = nn.Conv2d(3, dim, 4, 4), nn.LayerNorm(dim)
        self.one = nn.Sequential(*[SwinBlock(dim, heads, 28, 7, 3 * (i % 2)) for i in range(2 * pairs)])
        self.norm1, self.merge = nn.LayerNorm(4 * dim), nn.Linear(4 * dim, 2 * dim, bias=False)
        self.two = nn.Sequential(*[SwinBlock(2 * dim, heads, 14, 7, 3 * (i % 2)) for i in range(2 * pairs)])
        self.norm, self.head = nn.LayerNorm(2 * dim), nn.Linear(2 * dim, out)

    def forward(self, x):
        x = self.one(self.norm0(self.patch(x).permute(0, 2, 3, 1)))
        x = torch.cat([x[:, 0::2, 0::2], x[:, 1::2, 0::2], x[:, 0::2, 1::2], x[:, 1::2, 1::2]], -1)
        x = self.two(self.merge(self.norm1(x)))
        return self.head(self.norm(x).mean((1, 2)))


class UnitAndNorm(nn.Module):
    """As AdaFace: a feature of unit length and its norm."""

    def __init__(self):
        super().__init__()
        self.net = MobileFaceNet()

    def forward(self, x):
        y = self.net(x)
        norm = torch.norm(y, 2, 1, True)
        return torch.div(y, norm), norm


class Variety(nn.Module):
    """Operators that the others do not have."""

    def __init__(self):
        super().__init__()
        self.a, self.up = nn.Conv2d(3, 8, 5, 3, bias=True), nn.ConvTranspose2d(8, 6, 3, 2, 1, 1)
        self.norm, self.group, self.fc = nn.InstanceNorm2d(6, affine=True), nn.GroupNorm(2, 6), nn.Linear(6 * 16 + 6, 64)

    def forward(self, x):
        x = F.hardswish(self.a(x))
        x = F.leaky_relu(self.up(F.max_pool2d(x, 3, 2, 1, ceil_mode=True)), 0.1)
        x = self.group(F.silu(self.norm(x))) + F.elu(x) * torch.sigmoid(x)
        x = F.interpolate(F.interpolate(x, scale_factor=2, mode="nearest"), size=(40, 40), mode="bilinear", align_corners=False)
        x = F.pad(F.relu6(x), (1, 2, 0, 1), mode="reflect")
        x = x.clamp(min=-1.0) ** 2 + torch.where(x > 0.5, x, x.abs().sqrt())
        pooled = F.avg_pool2d(F.avg_pool2d(x[:, :, 1:, 3:], 3, 2, 1)[:, :, :20, :20], 5, 5).flatten(1)
        return self.fc(torch.cat([F.normalize(pooled, dim=1), x.amax((2, 3)).softmax(1)], 1))


def still(module, seed):
    """Random weights, and statistics of BatchNorm as after training."""
    torch.manual_seed(seed)
    net = module()
    for m in net.modules():
        if isinstance(m, (nn.BatchNorm2d, nn.BatchNorm1d)):
            nn.init.uniform_(m.running_mean, -0.2, 0.2)
            nn.init.uniform_(m.running_var, 0.5, 1.5)
            nn.init.uniform_(m.weight, 0.7, 1.3)
            nn.init.uniform_(m.bias, -0.2, 0.2)
        if isinstance(m, nn.PReLU):
            nn.init.uniform_(m.weight, 0.1, 0.4)
    return net.eval()


def exported(net, opset=13, batch=1, axes="dynamic", **more):
    buffer = io.BytesIO()
    names = {"input_names": ["data"], "output_names": more.pop("outputs", ["feature"])}
    if axes == "dynamic":
        names["dynamic_axes"] = {n: {0: "batch"} for n in names["input_names"] + names["output_names"]}
    torch.onnx.export(net, torch.rand(batch, 3, 112, 112), buffer, opset_version=opset, **names, **more)
    return onnx.load_from_string(buffer.getvalue())


def without_shapes(model):
    for value in list(model.graph.input) + list(model.graph.output):
        value.type.tensor_type.ClearField("shape")
    return model


def as_half(model):
    """All numbers in half, input and output too."""
    for array in model.graph.initializer:
        if array.data_type == TensorProto.FLOAT:
            array.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(array).astype(np.float16), array.name))
    for value in list(model.graph.input) + list(model.graph.output):
        value.type.tensor_type.elem_type = TensorProto.FLOAT16
    return model


def shared(model):
    """Every array under a second name by an Identity, as exporters write tied weights."""
    copies, nodes = {}, []
    for array in list(model.graph.initializer)[:6]:
        copies[array.name] = array.name + "_again"
        nodes.append(helper.make_node("Identity", [array.name], [copies[array.name]]))
    for node in model.graph.node:
        for i, name in enumerate(node.input):
            node.input[i] = copies.get(name, name)
    for node in reversed(nodes):
        model.graph.node.insert(0, node)
    return model


def channels_last(model):
    """Images as N × H × W × C, as TensorFlow's exporters write them."""
    model.graph.node.insert(0, helper.make_node("Transpose", ["images"], ["data"], perm=[0, 3, 1, 2]))
    del model.graph.input[:]
    model.graph.input.append(helper.make_tensor_value_info("images", TensorProto.FLOAT, ["n", 112, 112, 3]))
    return model


class OneSlope(nn.Module):
    def __init__(self, shape):
        super().__init__()
        torch.manual_seed(3)
        self.conv, self.slope, self.fc = nn.Conv2d(3, 8, 3, 4), nn.Parameter(0.1 + 0.3 * torch.rand(shape)), nn.Linear(8, 64)

    def forward(self, x):
        x = self.conv(x)
        slope = self.slope.view(1, -1, 1, 1)
        return self.fc((F.relu(x) - slope * F.relu(-x)).mean((2, 3)))


def with_slope(shape):
    """The network of OneSlope with a PRelu whose slopes have this shape."""
    net = OneSlope(8 if np.prod(shape) == 8 else 1).eval()
    arrays = [(n, p.detach().numpy()) for n, p in net.named_parameters()]
    arrays = [(n, a.reshape(shape) if n == "slope" else a) for n, a in arrays]
    nodes = [helper.make_node("Conv", ["data", "conv.weight", "conv.bias"], ["c"], strides=[4, 4]),
             helper.make_node("PRelu", ["c", "slope"], ["p"]), helper.make_node("GlobalAveragePool", ["p"], ["g"]),
             helper.make_node("Flatten", ["g"], ["f"]),
             helper.make_node("Gemm", ["f", "fc.weight", "fc.bias"], ["feature"], transB=1)]
    graph = helper.make_graph(nodes, "slopes", [helper.make_tensor_value_info("data", TensorProto.FLOAT, ["n", 3, 112, 112])],
                              [helper.make_tensor_value_info("feature", TensorProto.FLOAT, ["n", 64])],
                              [numpy_helper.from_array(a, n) for n, a in arrays])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)]), net


def with_function(model):
    """The network with its first Relu-like node inside a function of the file's own, as the newer exporter writes them."""
    function = helper.make_function("pkg.own", "twice_and_back", ["x"], ["y"],
                                    [helper.make_node("Add", ["x", "x"], ["two"]),
                                     helper.make_node("Constant", [], ["half"], value_float=0.5),
                                     helper.make_node("Mul", ["two", "half"], ["y"])],
                                    [helper.make_opsetid("", 13)])
    model.functions.append(function)
    model.opset_import.append(helper.make_opsetid("pkg.own", 1))
    last = model.graph.node[-1]
    name = last.output[0]
    last.output[0] = "before"
    model.graph.node.append(helper.make_node("twice_and_back", ["before"], [name], domain="pkg.own"))
    return model


def networks():
    """name → (ONNX model, PyTorch's network)"""
    made = {}
    for name, module in (("iresnet", IResNet), ("mobilefacenet", MobileFaceNet), ("vit", ViT), ("convnext", ConvNeXt),
                         ("swin", Swin), ("variety", Variety)):
        net = still(module, 7)
        made[name] = lambda net=net: (exported(net, 13), net)
        for opset in range(9 if name in ("iresnet", "mobilefacenet", "vit", "convnext") else 11, 18):
            made[f"{name}_{opset}"] = lambda net=net, opset=opset: (exported(net, opset), net)
    iresnet, vit, pair = still(IResNet, 8), still(ViT, 8), still(UnitAndNorm, 8)
    made["fixed_1"] = lambda: (exported(vit, 13, 1, "fixed"), vit)
    made["fixed_4"] = lambda: (exported(vit, 13, 4, "fixed"), vit)
    made["no_shapes"] = lambda: (without_shapes(exported(iresnet)), iresnet)
    made["unfolded"] = lambda: (exported(vit, 13, 2, "dynamic", do_constant_folding=False), vit)
    whole = {"training": torch.onnx.TrainingMode.PRESERVE, "do_constant_folding": False}  # Each array is one of PyTorch's.
    made["half"] = lambda: (as_half(exported(iresnet, **whole)), still(IResNet, 8).half().float())
    made["shared"] = lambda: (shared(exported(vit)), vit)
    made["external"] = lambda: (exported(iresnet), iresnet)
    made["channels_last"] = lambda: (channels_last(exported(iresnet)), iresnet)
    made["pair"] = lambda: (exported(pair, outputs=["unit", "norm"]), pair)
    made["function"] = lambda: (with_function(exported(iresnet)), iresnet)
    for shape in ((1,), (8,), (8, 1, 1), (1, 8, 1, 1)):
        made["slope_" + "_".join(map(str, shape))] = lambda shape=shape: with_slope(shape)
    return made


def main():
    folder, only = sys.argv[1], sys.argv[2:]
    os.makedirs(folder, exist_ok=True)
    random = np.random.default_rng(1)
    crops = random.integers(0, 256, (CROPS, 112, 112, 3)).astype(np.float32)
    crops = (crops * 0.3 + 127 * (1 + np.sin(np.arange(112) / 9))[None, :, None, None] * 0.7).clip(0, 255).astype(np.uint8)
    crops.tofile(os.path.join(folder, "crops.bin"))
    images = torch.from_numpy((crops.astype(np.float32) - 127.5) / 127.5).permute(0, 3, 1, 2).contiguous()
    lines = []
    for name, make in networks().items():
        if only and name not in only:
            continue
        model, net = make()
        with torch.no_grad():
            features = net(images)
        if isinstance(features, tuple):
            features = features[0] * features[1]
        file = os.path.join(folder, name + ".onnx")
        if name == "external":
            onnx.save_model(model, file, save_as_external_data=True, location="external.data", size_threshold=64)
        else:
            onnx.save_model(model, file)
        features.numpy().astype(np.float32).tofile(os.path.join(folder, name + ".f32"))
        lines.append(f"{name} {features.shape[1]}\n")
    with open(os.path.join(folder, "list.txt"), "w") as to:
        to.writelines(lines)


if __name__ == "__main__":
    main()
