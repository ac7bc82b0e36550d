# SPDX-License-Identifier: AGPL-3.0-or-later
"""The hand-written stories as mails, chats and meetings."""

from dataclasses import dataclass, field

import attachments
import dice
import herofile
from mailfile import Mail, thread
from timeline import local


@dataclass
class Meeting:
    deal: object
    at: object
    topic: str
    form: str
    lines: list  # (speaker name, second or None, text)


@dataclass
class Chat:
    deal: object
    at: object
    topic: str
    lines: list  # (Person, minutes, text)


@dataclass
class Output:
    mails: list = field(default_factory=list)
    chats: list = field(default_factory=list)
    meetings: list = field(default_factory=list)
    told: set = field(default_factory=set)  # keys of the deals with a hand-written story


def touch(deal, at):
    """Widens the deal's first and last activity."""
    day = at.date()
    deal.first_at = min(deal.first_at or day, day)
    deal.last_at = max(deal.last_at or day, day)


def _people(team, deal):
    known = dict(team)
    known.update({person.key: person for person in deal.account.people})
    return known


def _mail(item, deal, known, parent):
    sender = known[item.sender]
    to = [known[name] for name in item.to]
    mail = Mail(local(item.at.replace(second=dice.number("s", item.at, deal.key) % 60), sender.country), sender, to[:1],
                item.subject if item.kind == "mail" else "", item.text, deal.owner.key, cc=to[1:], deal=deal)
    if item.kind == "reply":
        mail.parent = parent
        mail.subject = parent.subject if parent.subject.startswith(("Re: ", "AW: ")) else "Re: " + parent.subject
    for option in item.options:
        if option == "html":
            mail.html = True
        elif option == "de":
            mail.language = "de"
            if item.kind == "reply":
                mail.subject = "AW: " + mail.subject.removeprefix("Re: ").removeprefix("AW: ")
        elif option == "latin":
            mail.charset = "iso-8859-1"
        elif option.startswith("attach:"):
            mail.attachments.append(attachments.make(option[7:], deal))
        else:
            raise ValueError(option)
    if not sender.internal and dice.chance(25, "sig", item.at, deal.key):
        mail.signature = "short"
    thread(mail)
    return mail


def tell(team, accounts, out):
    """Adds all hand-written stories to `out`."""
    deals = {(a.name, d.name): d for a in accounts for d in a.deals}
    for account, name, items in herofile.all_files():
        deal = deals[account, name]
        known = _people(team, deal)
        deal.first_at = deal.last_at = None
        out.told.add(deal.key)
        last = None
        for item in items:
            if item.kind in ("mail", "reply"):
                last = _mail(item, deal, known, last if item.kind == "reply" else None)
                out.mails.append(last)
                touch(deal, item.at)
            elif item.kind == "chat":
                lines = [(known[who], minutes, text) for who, minutes, text in item.lines]
                customer = next(who for who, _, _ in lines if not who.internal)
                out.chats.append(Chat(deal, local(item.at, customer.country), deal.name, lines))
                touch(deal, item.at)
            else:
                lines = [(known[who].name, at, text) for who, at, text in item.lines]
                out.meetings.append(Meeting(deal, local(item.at, deal.account.country), item.subject, item.form, lines))
                touch(deal, item.at)
