#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the sample workspace to resources/sample. `--check` compares instead and fails on a difference."""

import argparse
import sys
from pathlib import Path

import workspace

TARGET = Path(__file__).resolve().parents[2] / "resources" / "sample"
KEPT = {"README.md"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the files that are there")
    parser.add_argument("--into", type=Path, default=TARGET)
    arguments = parser.parse_args()
    files = workspace.build()
    there = {p.relative_to(arguments.into).as_posix(): p for p in arguments.into.rglob("*") if p.is_file()}
    if arguments.check:
        wrong = [name for name, data in files.items() if name not in there or there[name].read_bytes() != data]
        wrong += [name for name in there if name not in files and name not in KEPT]
        for name in sorted(wrong):
            print("differs:", name)
        return 1 if wrong else 0
    for name, path in there.items():
        if name not in files and name not in KEPT:
            path.unlink()
    for name, data in files.items():
        path = arguments.into / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
