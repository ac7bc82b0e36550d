#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Prints the tests of a build folder that carry a label, one a line: NAME, a tab, the command quoted for a shell.

    ctest_commands.py BUILD_DIR LABEL

The environment that CMake gives a test stands before its command. Whoever runs the command decides how long it may
take, other than ctest, whose limit of each test cannot be lifted from outside.
"""

import json
import shlex
import subprocess
import sys


def main():
    build, label = sys.argv[1:3]
    answer = subprocess.run(
        ["ctest", "--test-dir", build, "-L", f"^{label}$", "--show-only=json-v1"],
        check=True, stdout=subprocess.PIPE, text=True,
    ).stdout
    for test in json.loads(answer)["tests"]:
        environment = []
        for entry in test.get("properties", []):
            if entry["name"] == "ENVIRONMENT":
                environment = entry["value"]
        command = ["env", *environment, *test.get("command", ["false"])]
        print(test["name"], " ".join(shlex.quote(word) for word in command), sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
