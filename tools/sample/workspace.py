# SPDX-License-Identifier: AGPL-3.0-or-later
"""Puts the whole sample workspace together: file name -> bytes."""

from datetime import timezone

import automatic
import compose
import dice
import mailfile
import schedule
import speechfile
import story
import tables
import words
import world

MAILS, CHATS, MEETINGS = 600, 60, 30
SINGLE_MAILS = 40
NEXT_STEPS = {
    "Fleet planning rollout": "Answer on phasing", "Yard scheduling": "Close clause 7.2 with legal", "Crew dispatch": "Call Petra before the list closes",
    "Claims field visits": "Security review", "Sample logistics": "Send business case", "Parts traceability": "Reach quality lead",
    "Outage response": "Pilot read-out Monday", "Dock expansion": "Paper to Wouter", "Berth planning": "Find a new champion",
    "Courier slots": "Redlines due Friday", "Network control": "Clause 12, legal answers Monday", "Store deliveries": "Signature expected",
    "Truck turn times": "", "Cold chain pilot": "",
    "Kühltouren Süd": "Name a dairy as reference",
}


def _single(mails):
    """The mails that lie as .eml files instead of in a mailbox: some whole small threads would be split, so spread them."""
    ranked = sorted(mails, key=lambda mail: dice.number("single", mail.message_id))
    return {id(mail) for mail in ranked[:SINGLE_MAILS]}


def _file_text(text):
    return "".join(c if c not in '\\/:*?"<>|' else "" for c in text).strip()


def _mail_files(mails, team):
    files = {}
    mails = sorted(mails, key=lambda mail: (mail.at, mail.message_id))
    single = _single(mails)
    for key in ("lena", "tom", "asha"):
        files[f"mail/{key}.mbox"] = mailfile.mbox([m for m in mails if m.mailbox == key and id(m) not in single])
    for number, mail in enumerate((m for m in mails if id(m) in single), 1):
        slug = world.ascii_slug(mail.subject).replace(" ", "-").replace("--", "-")[:48].strip("-.")
        files[f"mail/eml/{number:02d}-{slug}.eml"] = mailfile.as_bytes(mail)
    return files


def _speech_files(out):
    files = {}
    for index, chat in enumerate(sorted(out.chats, key=lambda c: (c.at, c.deal.key))):
        stamp = chat.at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H%M")
        customer = next(who for who, _, _ in chat.lines if not who.internal)
        name = _file_text(f"{stamp} {chat.deal.account.name} - {customer.name}")
        files[f"chat/{name}.json"] = speechfile.chat(chat.at, chat.lines, index % 3 == 0, chat.deal.account.name, chat.topic).encode("utf-8")
    for meeting in out.meetings:
        moment = meeting.at.astimezone(timezone.utc)
        name = _file_text(f"{moment.strftime('%Y-%m-%dT%H%M')} {meeting.deal.account.name} - {meeting.topic}")
        cues = speechfile.timed(meeting.lines, meeting.deal.key + meeting.topic)
        title = f"{meeting.deal.account.name} - {meeting.topic}"
        text = speechfile.vtt(moment, title, cues) if meeting.form == "vtt" else speechfile.srt(cues)
        files[f"meetings/{name}.{meeting.form}"] = text.encode("utf-8")
    return files


def _finish(deal, book):
    """What the table says about a deal after its story is known."""
    deal.created = min(deal.created, deal.first_at or deal.created)
    if deal.is_open and not deal.next_step and not ({"overdue", "stale"} <= deal.flags or dice.chance(12, "nostep", deal.key)):
        deal.next_step = NEXT_STEPS[deal.name] if deal.name in NEXT_STEPS else book.say("next_" + deal.stage, deal)


def gather():
    """(team, accounts, output)."""
    team, accounts = world.load()
    schedule.plan(accounts)
    out = story.Output()
    story.tell(team, accounts, out)
    book = words.Words(accounts)
    compose.tell(accounts, book, out, MAILS - len(out.mails) - automatic.COUNT, CHATS - len(out.chats), MEETINGS - len(out.meetings))
    automatic.add(team, accounts, out)
    for account in accounts:
        for deal in account.deals:
            _finish(deal, book)
    return team, accounts, out


def build():
    team, accounts, out = gather()
    files = {
        "team.csv": tables.team(team).encode("utf-8"),
        "accounts.csv": tables.accounts(accounts).encode("utf-8"),
        "contacts.csv": tables.contacts(accounts).encode("utf-8"),
        "opportunities.csv": tables.opportunities(accounts).encode("utf-8"),
    }
    files.update(_mail_files(out.mails, team))
    files.update(_speech_files(out))
    return files
