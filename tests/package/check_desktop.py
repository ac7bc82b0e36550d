#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Holds desktop entry and AppStream metainfo against their specifications, and the types of files against what is known.

    check_desktop.py [--required] ENTRY METAINFO

The judges are desktop-file-validate and appstreamcli; without them the check counts as skipped (77), with --required as
failed. Types in the entry must be known to shared-mime-info, where it is installed: nothing opens with an unknown type.
"""

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

SKIPPED = 77
KNOWN_TYPES = "/usr/share/mime/types"


def judged(command):
    """What a judge says if it is not content; None where there is no such judge."""
    if not shutil.which(command[0]):
        return None
    answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    # desktop-file-validate prints its hints and is content all the same; nothing it says should stand.
    silent = command[0] != "desktop-file-validate" or not answer.stdout.strip()
    return [] if answer.returncode == 0 and silent else answer.stdout.strip().splitlines() or [f"{command[0]} failed"]


def entry_types(text):
    match = re.search(r"^MimeType=(.*)$", text, re.MULTILINE)
    return [name for name in match[1].split(";") if name] if match else []


def metainfo_types(root):
    return [node.text for node in root.iter("mediatype")]


def agreement(entry, metainfo, known):
    """Entry and metainfo offer the same types, all of them known (`known` empty: nobody to ask)."""
    found = []
    offered = entry_types(entry)
    if sorted(offered) != sorted(metainfo_types(ElementTree.fromstring(metainfo))):
        found.append("entry and metainfo name different types of files")
    found += [f"no system knows files of type {name}" for name in offered if known and name not in known]
    return found


def main():
    arguments = [word for word in sys.argv[1:] if word != "--required"]
    required = len(arguments) != len(sys.argv) - 1
    entry, metainfo = arguments
    known = set()
    if os.path.exists(KNOWN_TYPES):
        with open(KNOWN_TYPES, encoding="utf-8") as file:
            known = set(file.read().split())
    with open(entry, encoding="utf-8") as one, open(metainfo, encoding="utf-8") as two:
        found = agreement(one.read(), two.read(), known)
    absent = False
    for command in (["desktop-file-validate", entry], ["appstreamcli", "validate", "--no-net", metainfo]):
        said = judged(command)
        if said is None:
            print(f"{command[0]} is not installed")
            absent = True
        else:
            found += said
    for line in found:
        print(line)
    if found or (absent and required):
        return 1
    return SKIPPED if absent else 0


if __name__ == "__main__":
    sys.exit(main())
