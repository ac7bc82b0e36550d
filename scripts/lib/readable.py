#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads JSON, XML and SVG files named on standard input, and names those that cannot be read.

Files below tests/ that are broken on purpose stand in folders named `corpus` or `broken`, and are left out.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree


def main():
    failed = 0
    for path in sys.stdin.read().splitlines():
        if re.search(r"(^|/)(corpus|broken)/", path):
            continue
        try:
            if path.endswith(".json"):
                with open(path, encoding="utf-8-sig") as file:
                    json.load(file)
            else:
                ElementTree.parse(path)
        except (ValueError, ElementTree.ParseError) as error:
            failed += 1
            print(f"{path}: {error}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
