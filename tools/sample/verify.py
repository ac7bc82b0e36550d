#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parses the written sample workspace back and checks counts, encodings, dates in prose, repeats and who wrote when."""

import collections
import csv
import email
import email.policy
import json
import mailbox
import re
import sys
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "resources" / "sample"
NEWEST = date(2026, 9, 17)
MONTHS = ("January February March April May June July August September October November December "
          "Januar Februar März Mai Juni Juli Oktober Dezember").split()
DATED = re.compile(r"\b(?:" + "|".join(MONTHS) + r")\b|\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\bQ[1-4]\b")
faults = []


def check(holds, text):
    if not holds:
        faults.append(text)


def words_of(message):
    part = message.get_body(("plain",))
    return part.get_content() if part else ""


def own(text):
    """Without signature and quote."""
    kept = []
    for line in text.splitlines():
        if line == "-- " or line.startswith("-----Original") or re.match(r"(On|Am) .*(wrote:|schrieb.*:)$", line):
            break
        if not line.startswith(">"):
            kept.append(line)
    return "\n".join(kept)


def messages():
    policy = email.policy.default
    for path in sorted(ROOT.glob("mail/*.mbox")):
        for item in mailbox.mbox(path, create=False):
            data = re.sub(rb"(?m)^>(>*From )", rb"\1", item.as_bytes())
            yield path.name, email.message_from_bytes(data, policy=policy)
    for path in sorted(ROOT.glob("mail/eml/*.eml")):
        yield path.name, email.message_from_bytes(path.read_bytes(), policy=policy)


def rows(name):
    with open(ROOT / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def prose(where, text):
    for line in text.splitlines():
        if re.search(r"\+\d|^T |^Telefon ", line):  # a phone number
            continue
        found = DATED.search(line)
        if found:
            faults.append(f"{where}: names a date: {line[max(0, found.start() - 30):found.end() + 20]!r}")
    check("{" not in text, f"{where}: an unfilled slot")


def check_mails(people):
    seen, paragraphs, parents = {}, collections.Counter(), []
    counted = collections.Counter()
    for where, message in messages():
        counted["mails"] += 1
        check(not message.defects, f"{where}: {message.defects}")
        key, at = message["Message-ID"], parsedate_to_datetime(message["Date"])
        check(key and key not in seen, f"{where}: Message-ID {key} twice or missing")
        seen[key] = at
        check(at.date() <= NEWEST, f"{where}: newer than the set")
        if message["In-Reply-To"]:
            parents.append((where, key, message["In-Reply-To"], message["References"] or ""))
        text = words_of(message)
        prose(f"{where} {message['Subject']}", text + "\n" + message["Subject"])
        robot = message["Auto-Submitted"] or message["List-Unsubscribe"]
        counted["automatic"] += bool(robot)
        counted["with HTML"] += message.get_body(("html",)) is not None
        counted["with attachment"] += message.get_content_type() == "multipart/mixed"
        if robot:
            continue
        for field in ("From", "To", "Cc"):
            for address in (message[field].addresses if message[field] else ()):
                check(address.addr_spec in people, f"{where}: {address.addr_spec} is in no table")
        body = re.sub(r"(?<=\S)\n(?=\S)", " ", own(text))
        for paragraph in re.split(r"\n\s*\n", body):
            if len(paragraph.split()) > 6:
                paragraphs[" ".join(paragraph.split())] += 1
        length = len(body.split())
        counted["words"] += length
        check(12 <= length <= 420, f"{where} {message['Subject']}: {length} words")
    for where, key, parent, references in parents:
        check(parent in seen, f"{where}: answers an unknown mail")
        check(parent in references, f"{where}: References without the parent")
        check(parent not in seen or seen[parent] < seen[key], f"{where}: {key} is older than what it answers")
    check(counted["mails"] == 600, f"{counted['mails']} mails")
    check(counted["automatic"] == 30, f"{counted['automatic']} automatic mails")
    for paragraph, times in paragraphs.items():
        check(times <= 3, f"{times} times: {paragraph[:90]}")
    return dict(counted)


def check_speech(names):
    chats, meetings = sorted(ROOT.glob("chat/*.json")), sorted(ROOT.glob("meetings/*"))
    check(len(chats) == 60, f"{len(chats)} chats")
    check(len(meetings) == 30, f"{len(meetings)} meetings")
    for path in chats:
        document = json.loads(path.read_text(encoding="utf-8"))
        lines = document if isinstance(document, list) else document["messages"]
        times = [datetime.fromisoformat(line["at"].replace("Z", "+00:00")) for line in lines]
        check(times == sorted(times) and len(lines) >= 3, f"{path.name}: order or length")
        for line in lines:
            prose(path.name, line["text"])
            check(line["sender"] in names, f"{path.name}: {line['sender']} is in no table")
    for path in meetings:
        text = path.read_text(encoding="utf-8")
        cues = re.findall(r"-->.*\n((?:.+\n)+)", text)
        check(10 <= len(cues) <= 40, f"{path.name}: {len(cues)} cues")
        check(re.match(r"\d{4}-\d\d-\d\dT\d{4} .+ - .+\.(vtt|srt)$", path.name), path.name)
        for cue in cues:
            prose(path.name, cue)
            speaker = re.match(r"<v ([^>]+)>|([^:]+): ", cue)
            check((speaker[1] or speaker[2]) in names, f"{path.name}: {cue[:40]}")
    return {"chats": len(chats), "meetings": len(meetings)}


def check_tables():
    accounts, contacts, deals, team = rows("accounts.csv"), rows("contacts.csv"), rows("opportunities.csv"), rows("team.csv")
    check(len(accounts) == 40 and len(deals) == 120, f"{len(accounts)} accounts, {len(deals)} deals")
    known = {row["Account name"] for row in accounts}
    mails = {row["Email"] for row in contacts + team}
    names = {row["Name"] for row in contacts + team}
    check(len(mails) == len(names) == len(contacts) + len(team), "a name or an address twice")
    for row in contacts + deals:
        check(row["Account"] in known, f"unknown account {row['Account']}")
    for row in deals:
        days = {key: date.fromisoformat(row[key]) for key in ("Close date", "Created", "Stage entered", "Last activity", "Closed at") if row[key]}
        closed = row["Stage"].startswith("closed")
        check(20000 <= int(row["Amount"]) <= 400000, f"{row['Deal name']}: amount {row['Amount']}")
        check(row["Owner"] in mails and row["Primary contact"] in mails, f"{row['Deal name']}: owner or contact")
        check(bool(row["Closed at"]) == closed and bool(row["Lost reason"]) == (row["Stage"] == "closed_lost"), f"{row['Deal name']}: closing fields")
        check(days["Created"] <= days["Stage entered"] <= NEWEST and days["Created"] <= days["Last activity"] <= NEWEST, f"{row['Deal name']}: {days}")
    return {"accounts": len(accounts), "contacts": len(contacts), "deals": dict(collections.Counter(row["Stage"] for row in deals))}, contacts + team


def main():
    for path in ROOT.rglob("*"):
        if path.is_file():
            try:
                path.read_bytes().decode("utf-8")
            except UnicodeDecodeError:
                faults.append(f"{path.name}: not UTF-8")
    counted, people = check_tables()
    counted |= check_mails({row["Email"] for row in people}) | check_speech({row["Name"] for row in people})
    counted["bytes"] = sum(path.stat().st_size for path in ROOT.rglob("*") if path.is_file())
    check(counted["bytes"] <= 6_000_000, "too large")
    print(counted)
    for fault in faults:
        print("fault:", fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
