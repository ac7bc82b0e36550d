#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""translate.py ROOT: the work of scripts/translate."""

import glob
import os
import sys

ROOT = os.path.abspath(sys.argv[1])
sys.path.insert(0, os.path.join(ROOT, "tests", "translations"))
import check_translations as check  # noqa: E402


def main():
    tool = check.lupdate()
    if not tool:
        print("error: lupdate is not here; it comes with qt6-l10n-tools", file=sys.stderr)
        return 2
    missing = 0
    for path in sorted(glob.glob(os.path.join(ROOT, "resources", "translations", "*.ts"))):
        check.renew(tool, ROOT, path)
        for name, source, comment, _, state, _ in check.messages(path):
            if state == "unfinished":
                missing += 1
                print(f"{os.path.basename(path)}: {name}: {source}" + (f"  ({comment})" if comment else ""))
    print(f"{missing} without a translation" if missing else "Everything is translated.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
