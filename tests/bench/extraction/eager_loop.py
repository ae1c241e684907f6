#!/usr/bin/env python3
"""The loop one writes first: open, crop, stack, model(x), eager PyTorch; with the threads that PyTorch starts with (one, in
Debian's package), then with one per core. Usage: eager_loop.py IR50.pt IMAGES COUNT"""
import os
import pathlib
import sys
import time

import numpy
import torch
from PIL import Image

from make_ir50 import ir50


def crop(path):
    image = Image.open(path).convert("RGB")
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    image = image.crop((left, top, left + side, top + side)).resize((112, 112), Image.BILINEAR)
    pixels = numpy.asarray(image, dtype=numpy.float32)
    return torch.from_numpy((pixels - 127.5) / 127.5).permute(2, 0, 1)


def loop(model, files):
    features = []
    with torch.no_grad():
        model(torch.zeros(16, 3, 112, 112))
        start = time.monotonic()
        for first in range(0, len(files), 16):
            features.append(model(torch.stack([crop(f) for f in files[first:first + 16]])))
        seconds = time.monotonic() - start
    print(f"eager PyTorch loop       {len(files) / seconds:8.2f} images/s ({len(files)} images, {torch.get_num_threads()} threads)")


def main():
    model = ir50()
    model.load_state_dict(torch.jit.load(sys.argv[1]).state_dict())
    files = sorted(p for p in pathlib.Path(sys.argv[2]).rglob("*") if p.suffix.lower() in (".jpg", ".png"))[:int(sys.argv[3])]
    loop(model, files)
    torch.set_num_threads(len(os.sched_getaffinity(0)))
    loop(model, files)


if __name__ == "__main__":
    main()
