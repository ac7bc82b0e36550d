#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Runs clang-tidy over files, several at a time, within a time.

    tidy.py --tool CLANG_TIDY --build BUILD_DIR [--jobs N] [--seconds N] FILE...

The compile commands are those of the build folder, less the flags that only GCC knows. A file that no target builds is
named and left out. After --seconds (0: no limit) no further file is started, and how many were left is said.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

ONLY_GCC = re.compile(r"^-(mno-direct-extern-access|fno-semantic-interposition|fconcepts.*|Wno-maybe-uninitialized)$")


def commands(build):
    with open(os.path.join(build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    for entry in entries:
        words = entry.get("arguments") or shlex.split(entry["command"])
        if os.path.basename(words[0]) == "ccache":
            words = words[1:]
        entry.pop("command", None)
        entry["arguments"] = [word for word in words if not ONLY_GCC.match(word)]
    return entries


def plain_headers(entries, folder):
    """Clang would take the file of GCC beside a precompiled header for its own, so it gets the header from elsewhere."""
    copies = {}
    for entry in entries:
        for at, word in enumerate(entry["arguments"]):
            if at == 0 or entry["arguments"][at - 1] != "-include" or not os.path.exists(word + ".gch"):
                continue
            if word not in copies:
                copies[word] = os.path.join(folder, f"precompiled_{len(copies)}.hxx")
                shutil.copyfile(word, copies[word])
            entry["arguments"][at] = copies[word]


def tidy(tool, database, file):
    run = subprocess.run(
        [tool, "-p", database, "--quiet", "--warnings-as-errors=*", "--extra-arg=-Wno-unknown-warning-option", file],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
    )
    return run.returncode, run.stdout + (run.stderr if run.returncode and not run.stdout else "")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=0)
    parser.add_argument("files", nargs="+")
    options = parser.parse_args()

    entries = commands(options.build)
    known = {os.path.realpath(os.path.join(entry["directory"], entry["file"])) for entry in entries}
    unbuilt = [file for file in options.files if os.path.realpath(file) not in known]
    files = [file for file in options.files if file not in unbuilt]
    for file in unbuilt:
        print(f"note: {file} belongs to no target of this build; left out")

    end = time.monotonic() + options.seconds if options.seconds > 0 else None
    failed = late = 0

    with tempfile.TemporaryDirectory() as database:
        plain_headers(entries, database)
        with open(os.path.join(database, "compile_commands.json"), "w", encoding="utf-8") as out:
            json.dump(entries, out)

        def work(file):
            if end is not None and time.monotonic() > end:
                return None
            return tidy(options.tool, database, file)

        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            for file, result in zip(files, pool.map(work, files)):
                if result is None:
                    late += 1
                elif result[0] != 0:
                    failed += 1
                    print(result[1].rstrip())

    print(f"clang-tidy: {len(files) - late} files read, {failed} with findings", end="")
    print(f", {late} not read (time was up)" if late else "")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
