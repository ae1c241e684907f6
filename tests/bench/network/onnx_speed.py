#!/usr/bin/python3
"""How fast ONNX networks run against the same networks as TorchScript: onnx_speed.py HOST_PROGRAM [NAME…]

Makes networks of full size with PyTorch (random weights, 3 × 112 × 112 → 512), starts facespace-network-host on both files of each, and has
them compute the same crops in turns. Prints the medians per image and the median of the ratios."""
import json
import os
import pathlib
import socket
import struct
import subprocess
import sys
import tempfile
import time
import warnings

import numpy as np
import onnx
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "unit/network"))
import make_onnx as networks  # noqa: E402

warnings.filterwarnings("ignore")
MAGIC, VERSION, LOAD, READY, FORWARD, FEATURES = 0x484E5346, 6, 1, 2, 3, 4  # core/network/protocol.h
CROPS, TURNS = 32, 7


class Host:
    def __init__(self, program, file, backend):
        memory = os.memfd_create("weights")
        rest = memoryview(file.read_bytes())
        while rest:
            rest = rest[os.write(memory, rest):]
        self._socket, theirs = socket.socketpair()
        self._process = subprocess.Popen([program], stdin=theirs, stdout=theirs, stderr=subprocess.DEVNULL, pass_fds=[3],
                                         preexec_fn=lambda: os.dup2(os.dup2(memory, 100), 3))
        theirs.close()
        os.close(memory)
        request = {"weights": list(bytes(file)), "backend": backend, "width": 112, "height": 112, "channels": 3, "bgr": False,
                   "mean": [127.5] * 3, "std": [127.5] * 3, "dimension": 512, "feature": "", "norm": "", "inner": [], "flip": "",
                   "list_layers": False, "batch": 16, "batch_is_fixed": False, "threads": os.cpu_count(), "gpu": False, "memory": 0}
        self.ready = json.loads(self._ask(LOAD, json.dumps(request).encode(), READY))

    def _ask(self, kind, payload, answer):
        self._socket.sendall(struct.pack("<IIIQ", MAGIC, VERSION, kind, len(payload)) + payload)
        _, _, got, size = struct.unpack("<IIIQ", self._read(20))
        payload = self._read(size)
        if got != answer:
            raise RuntimeError(payload.decode())
        return payload

    def _read(self, size):
        data = bytearray()
        while len(data) < size:
            data += self._socket.recv(size - len(data)) or sys.exit("The host has stopped.")
        return bytes(data)

    def seconds(self, crops):
        start = time.perf_counter()
        self._ask(FORWARD, crops.tobytes(), FEATURES)
        return time.perf_counter() - start

    def close(self):
        self._socket.close()
        self._process.wait()


def main():
    program, only = sys.argv[1], sys.argv[2:]
    made = {"iResNet-18": lambda: networks.IResNet(512, 64, (2, 2, 2, 2)), "MobileFaceNet": lambda: networks.MobileFaceNet(512, 64),
            "ViT-S": lambda: networks.ViT(384, 12, 6, 512), "ConvNeXt-T": lambda: networks.ConvNeXt((96, 192, 384, 768), (3, 3, 9, 3), 512),
            "Swin, 8 blocks": lambda: networks.Swin(96, 512, 3, 2)}
    crops = np.random.default_rng(0).integers(0, 256, (CROPS, 112, 112, 3)).astype(np.uint8)
    for name, make in made.items():
        if only and name not in only:
            continue
        with tempfile.TemporaryDirectory() as folder:
            net, script, graph = networks.still(make, 3), pathlib.Path(folder, "net.pt"), pathlib.Path(folder, "net.onnx")
            with torch.no_grad():
                torch.jit.trace(net, torch.rand(16, 3, 112, 112)).save(str(script))
            onnx.save(networks.exported(net, 13), str(graph))
            hosts = [Host(program, script, "torchscript"), Host(program, graph, "onnx")]
        for host in hosts:
            host.seconds(crops)
        times = np.array([[host.seconds(crops) for host in hosts] for _ in range(TURNS)])
        medians = 1000 * np.median(times, axis=0) / CROPS
        print(f"{name}: TorchScript {medians[0]:.2f} ms an image, ONNX {medians[1]:.2f}, ratio {np.median(times[:, 0] / times[:, 1]):.2f}",
              flush=True)
        for host in hosts:
            host.close()


if __name__ == "__main__":
    main()
