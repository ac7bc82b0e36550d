#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes what one deal with a long history is imported from: long_deal.py DIR [mails, 2000 if not said]

DIR gets team.csv, deals.csv and mail.mbox: one customer, threads of twenty mails, both sides in turn, one mail in ten with
a sentence that says something about the deal.
"""
import datetime
import email.utils
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])
mails = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
folder.mkdir(parents=True, exist_ok=True)
(folder / "team.csv").write_text("Name,Email,Role\nLena Hartmann,lena@ourside.example,rep\n")
now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
close = (now + datetime.timedelta(days=40)).date().isoformat()
(folder / "deals.csv").write_text(
    "Deal name,Account,Stage,Amount,Currency,Close date,Owner,Primary contact\n"
    f"Fleet rollout,Longhaul Freight,Negotiation,184000,EUR,{close},lena@ourside.example,jonas@longhaul.example\n")
said = ["We lose about 75,000 euros a month for trucks that nobody needs.", "Our CFO Dana Brandt signs.",
        "The budget of EUR 200,000 is approved.", "We want to be live in March.", "The works council has to agree first."]
with open(folder / "mail.mbox", "w", encoding="utf-8") as mbox:
    for number in range(mails):
        thread, at = divmod(number, 20)
        ours = at % 2 == 1
        sender, to = ("Lena Hartmann <lena@ourside.example>", "Jonas Brandt <jonas@longhaul.example>")[:: 1 if ours else -1]
        date = now - datetime.timedelta(hours=2 * (mails - number))
        extra = said[number // 10 % len(said)] if number % 10 == 0 else "The next step is as we said."
        before = f"In-Reply-To: <{number - 1}@longhaul.example>\n" if at else ""
        mbox.write(f"From {email.utils.parseaddr(sender)[1]} {date:%a %b %d %H:%M:%S %Y}\n"
                   f"From: {sender}\nTo: {to}\nSubject: {'Re: ' if at else ''}Depot {thread + 1}\n"
                   f"Date: {email.utils.format_datetime(date)}\nMessage-ID: <{number}@longhaul.example>\n{before}\n"
                   f"Hello,\n\nthank you for the words on depot {thread + 1}. {extra} We looked at the plan of the week and at the "
                   f"trucks that stood still, mail {number}.\n\nBest regards\n{sender.split(' <')[0]}\n\n")
