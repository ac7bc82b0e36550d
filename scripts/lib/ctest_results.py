#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prints one line for each test of a JUnit file that ctest wrote: "passed NAME", "failed NAME" or "skipped NAME".

A test that says itself that it cannot run here is skipped; one whose program is missing has failed.
"""

import sys
import xml.etree.ElementTree as ElementTree


def verdict(case):
    status = case.get("status")
    if status == "run":
        return "passed"
    if status == "disabled":
        return "skipped"
    if status == "notrun":
        reason = case.find("skipped")
        if reason is not None and reason.get("message", "").startswith("SKIP_"):
            return "skipped"
    return "failed"


def main():
    try:
        root = ElementTree.parse(sys.argv[1]).getroot()
    except (OSError, ElementTree.ParseError) as error:
        print(f"no results of ctest: {error}", file=sys.stderr)
        return 1
    for case in root.iter("testcase"):
        print(verdict(case), case.get("name"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
