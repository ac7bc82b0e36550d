# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the hand-written stories in material/heroes/*.txt.

deal: Account | Deal name
=== mail 2026-08-05 09:10 lena > jonas, ravi | Subject | html, attach:name.txt     a new thread
=== reply 2026-08-06 08:00 jonas > lena                                            answers the last mail
=== chat 2026-09-09 13:05                                                          lines "who [+minutes]: text"
=== meeting 2026-09-15 14:00 vtt | Topic                                           lines "[mm:ss] who: text"
"""

import re
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

FOLDER = Path(__file__).parent / "material" / "heroes"


@dataclass
class Item:
    kind: str
    at: datetime
    sender: str = ""
    to: list = field(default_factory=list)
    subject: str = ""
    options: list = field(default_factory=list)
    form: str = ""
    text: str = ""
    lines: list = field(default_factory=list)


def _head(line):
    parts = [part.strip() for part in line[3:].split("|")]
    words = parts[0].split()
    item = Item(words[0], datetime.fromisoformat(words[1] + " " + words[2]))
    rest = parts[0].split(words[2], 1)[1].strip()
    if item.kind in ("mail", "reply"):
        sender, to = rest.split(">")
        item.sender = sender.strip()
        item.to = [name.strip() for name in to.split(",")]
        if item.kind == "mail":
            item.subject = parts[1]
        tail = parts[2 if item.kind == "mail" else 1:]
        item.options = [option.strip() for option in ",".join(tail).split(",") if option.strip()]
    elif item.kind == "meeting":
        item.form = rest
        item.subject = parts[1]
    return item


def _line(kind, text, number):
    if kind == "chat":
        found = re.match(r"(\S+?)(?: \+(\d+))?: (.*)", text)
    else:
        found = re.match(r"(?:\[(\d+):(\d\d)\] )?(\S+?): (.*)", text)
    if not found:
        raise ValueError(f"line {number}: {text!r}")
    if kind == "chat":
        return found[1], int(found[2] or 0), found[3]
    at = int(found[1]) * 60 + int(found[2]) if found[1] else None
    return found[3], at, found[4]


def read(path):
    """(account name, deal name, items)."""
    account = deal = None
    items = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            continue
        if line.startswith("deal:"):
            account, deal = [part.strip() for part in line[5:].split("|")]
        elif line.startswith("==="):
            items.append(_head(line))
        elif items and items[-1].kind in ("mail", "reply"):
            items[-1].text += line + "\n"
        elif line.strip():
            items[-1].lines.append(_line(items[-1].kind, line.strip(), number))
    for item in items:
        item.text = item.text.strip()
    return account, deal, items


def all_files():
    return [read(path) for path in sorted(FOLDER.glob("*.txt"))]
