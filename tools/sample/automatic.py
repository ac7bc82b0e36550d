# SPDX-License-Identifier: AGPL-3.0-or-later
"""The mails that programs send: out of office, bounces, newsletters, calendar answers. Thirty in all."""

from datetime import datetime, timedelta, timezone

import dice
from mailfile import Mail, thread
from timeline import zone_of
from world import OWN_DOMAIN, Person

AWAY = [
    ("Out of office: {subject}", "Thank you for your message. I am out of the office and will be back on Monday. In urgent cases please call the desk in {place}.", "en"),
    ("Automatic reply: {subject}", "I am on leave for two weeks without access to mail. Your message is not forwarded. My colleagues in {place} can help.", "en"),
    ("Automatic reply: {subject}", "Hello, I am travelling between {place} and {place2} this week and read mail in the evenings only.", "en"),
    ("Abwesenheitsnotiz: {subject}", "Vielen Dank für Ihre Nachricht. Ich bin bis einschließlich Freitag nicht im Haus. Ihre Mail wird nicht weitergeleitet.", "de"),
    ("Out of office: {subject}", "I am at a site without network today. I will answer when I am back at my desk, most likely tomorrow.", "en"),
    ("Automatic reply: {subject}", "I am on parental leave. Please write to the team mailbox of operations, somebody there reads it every day.", "en"),
    ("Out of office: {subject}", "This week is stocktaking in {place}. I do not read mail between six and six. Thank you for your understanding.", "en"),
    ("Automatic reply: {subject}", "Gone fishing, really. Back next Wednesday. If it burns, call {place2}.", "en"),
    ("Automatic reply: {subject}", "I am out for training until Thursday and will reply after that.", "en"),
    ("Out of office: {subject}", "Public holiday here. I will be back tomorrow.", "en"),
]
NEWS = [
    ("Depot Weekly", "news@depotweekly.example", "Five yards, five answers", "This week: five yards that got rid of the morning queue, and one that did not.\n\nRead on the web. You get this mail because you signed up at a fair."),
    ("Sales Craft", "letter@salescraft.example", "The question that nobody asks", "A short lesson on silence.\n\nAlso: three reps on the worst call of their life, and what they learnt from it."),
    ("Freight Ledger", "editor@freightledger.example", "Rates, ramps and rumours", "Diesel is moving, rates are not. Our survey among forty hauliers shows why.\n\nSponsored: tyres."),
    ("Depot Weekly", "news@depotweekly.example", "Why trailers hide", "A reader counted his trailers for a month. The result was not what he told his boss."),
    ("Utility Crew", "hello@utilitycrew.example", "Storm desks compared", "We visited four storm desks and drank a lot of coffee. The quiet one was the fastest."),
    ("Sales Craft", "letter@salescraft.example", "Do not send the deck", "What happens if you send one page and not forty. With examples, good and painful."),
    ("Freight Ledger", "editor@freightledger.example", "Electric vans at work", "Range is not the issue, plugs are. A report from a depot with more vans than sockets."),
    ("Planner's Post", "post@plannerspost.example", "The spreadsheet that ran a brewery", "It had ninety tabs and one author. A love story, with an unhappy ending."),
]


PLACES = {}  # by account, for the texts above
COUNT = len(AWAY) + 5 + len(NEWS) + 7


def _robot(name, email):
    return Person("robot", name, email, "", "robot", "", "")


def _before(mails, wanted, key):
    """Outbound mails that an automatic mail can answer, spread over the set."""
    fitting = [m for m in mails if m.sender.internal and not m.to[0].internal and m.to[0].email]
    return sorted(fitting, key=lambda m: dice.number(key, m.message_id))[:wanted]


def _away(mails):
    out = []
    for (subject, text, language), to in zip(AWAY, _before(mails, len(AWAY), "away")):
        who, places = to.to[0], PLACES[to.to[0].company]
        at = (to.at + timedelta(seconds=41)).astimezone(zone_of(who.country, to.at.date()))
        mail = Mail(at, who, [to.sender], subject.format(subject=to.subject), text.format(place=places[0], place2=places[1]) + f"\n\n{who.name}",
                    to.mailbox, parent=to, signature="none", language=language)
        mail.extra = [("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All"), ("Precedence", "auto_reply")]
        out.append(mail)
    return out


def _bounces(mails):
    out = []
    farewell = max((m for m in mails if m.to[0].name == "Elin Sandberg"), key=lambda m: m.at)  # her mailbox is closed already
    chosen = [m for m in _before(mails, 5, "bounce") if m is not farewell][:4] + [farewell]
    for to in chosen:
        host = to.to[0].email.split("@")[1]
        gone = to is farewell
        address = to.to[0].email if gone else "dispatch.office@" + host
        code, reason = ("5.1.1", "user unknown") if gone or dice.chance(60, "code", host) else ("4.4.1", "connection timed out, will try again")
        text = f"Your message could not be delivered.\n\n  {address}: {reason} ({code})\n"
        status = (f"Reporting-MTA: dns; mail.{host}\n\nFinal-Recipient: rfc822; {address}\n"
                  f"Action: {'failed' if code[0] == '5' else 'delayed'}\nStatus: {code}\n")
        mail = Mail(to.at + timedelta(seconds=7), _robot("Mail Delivery System", "mailer-daemon@" + host), [to.sender],
                    "Undelivered mail returned to sender", text, to.mailbox, parent=to)
        mail.extra = [("Return-Path", "<>"), ("Auto-Submitted", "auto-replied")]
        mail.raw_parts = [("text/plain; charset=utf-8", text), ("message/delivery-status", status),
                          ("text/rfc822-headers", f"From: {to.sender.email}\nTo: {address}\nSubject: {to.subject.encode('ascii', 'replace').decode()}\n")]
        mail.multipart = "report; report-type=delivery-status"
        out.append(mail)
    return out


def _news(team):
    out = []
    reps = [p for p in team.values() if p.kind == "rep"]
    for number, (name, email, subject, text) in enumerate(NEWS):
        rep, host = reps[number % 3], email.split("@")[1]
        at = datetime(2025, 10, 2, 5, 30, 3, tzinfo=timezone.utc) + timedelta(weeks=6 * number + number % 2)
        mail = Mail(at, _robot(name, email), [rep], subject, text, rep.key, html=True, signature="none")
        mail.extra = [("List-Id", f"<letter.{host}>"), ("List-Unsubscribe", f"<https://{host}/leave>"), ("Precedence", "bulk")]
        out.append(mail)
    return out


def _calendar(mails):
    out = []
    words = ["Accepted", "Accepted", "Tentative", "Accepted", "Declined", "Accepted", "Accepted"]
    for word, to in zip(words, _before(mails, len(words), "calendar")):
        who = to.to[0]
        uid = f"{dice.number('uid', to.message_id):016x}@{OWN_DOMAIN}"
        stamp = (to.at + timedelta(hours=3)).astimezone(timezone.utc).strftime("%Y%m%dT%H%M%SZ")
        state = {"Accepted": "ACCEPTED", "Tentative": "TENTATIVE", "Declined": "DECLINED"}[word]
        summary = "Call with Meridian Flow"
        card = (f"BEGIN:VCALENDAR\nPRODID:-//Example//Calendar//EN\nVERSION:2.0\nMETHOD:REPLY\nBEGIN:VEVENT\nUID:{uid}\nDTSTAMP:{stamp}\n"
                f"SUMMARY:{summary}\nORGANIZER:mailto:{to.sender.email}\nATTENDEE;PARTSTAT={state}:mailto:{who.email}\nEND:VEVENT\nEND:VCALENDAR\n")
        mail = Mail(to.at + timedelta(hours=3), who, [to.sender], f"{word}: {summary}", "", to.mailbox, signature="none")
        mail.raw_parts = [("text/plain; charset=utf-8", f"{word}: {summary}\n"), ("text/calendar; charset=utf-8; method=REPLY", card)]
        mail.multipart = "alternative"
        mail.extra = [("Auto-Submitted", "auto-generated")]
        out.append(mail)
    return out


def add(team, accounts, out):
    """Adds the automatic mails, none newer than the newest real one."""
    PLACES.update({a.name: a.places for a in accounts})
    newest = max(mail.at for mail in out.mails)
    fitting = [mail for mail in out.mails if mail.at < newest - timedelta(days=1)]
    made = _away(fitting) + _bounces(fitting) + _news(team) + _calendar(fitting)
    for mail in made:
        thread(mail)
    out.mails += made
