#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Checks the labelled qualification conversations and prints their make-up.

Every quote must be an exact part of one customer message and must not sit in
text our own side wrote, ids must be unique and numbered without gaps, and the
first 120 must be two halves of the same mix. Exit code 1 on any finding.
"""

import collections
import json
import pathlib
import re
import sys

DIMENSIONS = ("budget", "authority", "need", "timeline", "metrics", "economicBuyer",
              "decisionCriteria", "decisionProcess", "pain", "champion")
HALVES = ("tune", "held_back")
IN_BOTH = 120
ATTRIBUTION = re.compile(r"^(On\b.*wrote:|Am\b.*schrieb\b.*:)\s*$")


def own_words(text):
    """The message without quoted lines, quoted history and signature."""
    kept = []
    for line in text.split("\n"):
        if ATTRIBUTION.match(line) or line == "-- ":
            break
        if not line.startswith(">"):
            kept.append(line)
    return "\n".join(kept)


def check(path, errors):
    def fail(message):
        errors.append(f"{path.parent.name}/{path.name}: {message}")

    try:
        conversation = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        fail(f"not valid JSON: {error}")
        return None
    for key in ("id", "language", "channel", "ours", "contact", "messages", "labels"):
        if key not in conversation:
            fail(f"no {key}")
            return None
    if conversation["id"] != path.stem:
        fail("id differs from the file name")
    if conversation["language"] not in ("en", "de"):
        fail("unknown language")
    if conversation["channel"] not in ("email", "chat", "meeting"):
        fail("unknown channel")
    customers = [m for m in conversation["messages"] if m["senderRole"] == "customer"]
    if not customers:
        fail("no customer message")
    if conversation["contact"] not in {m["sender"] for m in customers}:
        fail("the contact says nothing")
    times = [m["at"] for m in conversation["messages"]]
    if times != sorted(times):
        fail("messages out of order")
    for message in conversation["messages"]:
        if message["senderRole"] not in ("customer", "us"):
            fail("unknown senderRole")
        known = (message["sender"] in conversation["ours"]
                 or message.get("address", "").split("@")[-1] in conversation["ours"])
        if known != (message["senderRole"] == "us"):
            fail(f"senderRole of {message['sender']} does not fit ours")
    labelled = {label["dimension"] for label in conversation["labels"]}
    seen = set()
    for label in conversation["labels"] + conversation.get("retracted", []):
        if label["dimension"] not in DIMENSIONS:
            fail(f"unknown dimension {label['dimension']}")
        if not any(label["quote"] in own_words(m["text"]) for m in customers):
            fail(f"quote not in a customer's own words: {label['quote']}")
        pair = (label["dimension"], label["quote"])
        if pair in seen:
            fail(f"labelled twice: {pair}")
        seen.add(pair)
    for label in conversation.get("retracted", []):
        if label["dimension"] in labelled:
            fail(f"{label['dimension']} is both labelled and retracted")
    return conversation


def main():
    root = pathlib.Path(__file__).resolve().parent
    errors = []
    halves = {h: [c for c in (check(p, errors) for p in sorted((root / h).glob("*.json"))) if c]
              for h in HALVES}
    for half, first in zip(HALVES, (1, 2)):
        numbers = [int(c["id"][:3]) for c in halves[half]]
        if numbers != list(range(first, first + 2 * len(numbers), 2)):
            errors.append(f"numbering of {half} has gaps or doubles")
    # What was written later stands in the tune half only; the mix is compared among the first.
    both = {h: [c for c in halves[h] if int(c["id"][:3]) <= IN_BOTH] for h in HALVES}
    later = len(halves["tune"]) - len(both["tune"])
    for half in HALVES:
        for conversation in halves[half]:
            odd = int(conversation["id"][:3]) % 2 == 1
            if odd != (half == "tune"):
                errors.append(f"{conversation['id']} is in the wrong half")

    rows = collections.OrderedDict()

    def count(name, test):
        rows[name] = [sum(1 for c in both[h] if test(c)) for h in HALVES]

    count("conversations", lambda c: True)
    for channel in ("email", "chat", "meeting"):
        count(channel, lambda c: c["channel"] == channel)
    for language in ("en", "de"):
        count(language, lambda c: c["language"] == language)
    count("without label", lambda c: not c["labels"])
    count("with retraction", lambda c: bool(c.get("retracted")))
    for dimension in DIMENSIONS:
        count(dimension, lambda c: any(x["dimension"] == dimension for x in c["labels"]))
    rows["pairs"] = [sum(rows[d][i] for d in DIMENSIONS) for i in range(2)]
    print(f"{'':18}{'tune':>8}{'held':>8}{'all':>8}")
    for name, (tune, held) in rows.items():
        print(f"{name:18}{tune:8}{held:8}{tune + held:8}")
        if name != "pairs" and abs(tune - held) > 2:
            errors.append(f"halves differ in {name}: {tune} and {held}")

    print(f"and {later} later ones, tune only")
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
