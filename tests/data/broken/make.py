#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes the small files of this folder: mail, mailboxes, tables and chats broken in the ways that occur.

    make.py [FOLDER]     default: the folder of this script

What is large (100,000 levels, a line of 30 MiB, a mailbox of 1 GB) is made by the tests themselves.
"""
import base64
import binascii
import os
import sys

FOLDER = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
HEAD = b"From: Jonas Brandt <jonas@nordwind.example>\nTo: lena@meridianflow.example\nDate: Tue, 10 Feb 2026 09:00:00 +0100\nMessage-ID: <%s@nordwind.example>\n"


def mail(name, rest, head=True):
    return name + ".eml", (HEAD % name.encode() if head else b"") + rest


def multipart(*parts, boundary=b"x", end=True, kind=b"mixed"):
    body = b"Content-Type: multipart/" + kind + b"; boundary=\"" + boundary + b"\"\n\n"
    for part in parts:
        body += b"--" + boundary + b"\n" + part + b"\n"
    return body + (b"--" + boundary + b"--\n" if end else b"")


def nested(depth):
    text = b""
    for level in range(depth):
        text += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level)
    return text + b"Content-Type: text/plain\n\nat the bottom\n"


def tnef():
    def number(value, size):
        return value.to_bytes(size, "little")

    def attribute(level, key, data):
        return number(level, 1) + number(key, 4) + number(len(data), 4) + data + number(sum(data) & 0xFFFF, 2)

    return (number(0x223E9F78, 4) + number(1, 2) + attribute(1, 0x00069007, number(1252, 4) + number(0, 4))
            + attribute(1, 0x0002800C, b"Text in the winmail.dat\0") + attribute(2, 0x00069002, bytes(14))
            + attribute(2, 0x00018010, b"offer.pdf\0") + attribute(2, 0x0006800F, b"%PDF-1.4 not really"))


MAILS = [
    mail("truncated-header", b"Subject: cut in the mid", True),
    mail("truncated-part", b"Subject: x\n" + multipart(b"Content-Type: text/plain\n\nwords that en", end=False)[:-1]),
    mail("truncated-base64", b"Subject: x\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(b"Hello there, this is a mail")[:-5]),
    mail("no-headers-at-all", b"just some words\nand more\n", False),
    mail("no-blank-line", b"Subject: x\nHello Lena,\nthere is no blank line.\n"),
    mail("junk-among-headers", b"this is no header\nSubject: after junk\n\nbody\n"),
    mail("no-date-no-sender", b"Subject: alone\n\nbody\n", False),
    mail("two-digit-year", b"From: a@b.example\nDate: Tue, 3 Feb 26 9:00 EST\nSubject: x\n\nbody\n", False),
    mail("date-in-words", b"From: a@b.example\nDate: next Tuesday\nReceived: from x by y; Tue, 10 Feb 2026 09:00:00 +0000\n\nbody\n", False),
    mail("utf8-that-is-latin1", b"Subject: Gr\xfc\xdfe\nContent-Type: text/plain; charset=utf-8\n\nSch\xf6ne Gr\xfc\xdfe\n"),
    mail("latin1-that-is-utf8", "Subject: Grüße\nContent-Type: text/plain; charset=iso-8859-1\n\nSchöne Grüße\n".encode()),
    mail("unknown-8bit", b"Content-Type: text/plain; charset=unknown-8bit\n\nSch\xf6n\n"),
    mail("iso-2022-jp", b"Subject: =?iso-2022-jp?B?GyRCJDMkcxsoQg==?=\nContent-Type: text/plain; charset=iso-2022-jp\n\n\x1b$B$3$s\x1b(B\n"),
    mail("gb18030", b"Content-Type: text/plain; charset=gb18030\n\n" + "你好，世界".encode("gb18030") + b"\n"),
    mail("utf16-body", b"Content-Type: text/plain; charset=utf-16\n\n" + "Hello".encode("utf-16") + b"\n"),
    mail("bare-cr", b"From: a@b.example\rSubject: old Mac\r\rbody\rmore\r", False),
    mail("cr-cr-lf", b"From: a@b.example\r\r\nSubject: gateway\r\r\n\r\r\nbody\r\r\n", False),
    mail("nul-bytes", b"Subject: a\0b\nX-Nul: \0\0\0\n\nbody\0with\0nul\n"),
    mail("bad-encoded-words", b"Subject: =?utf-8?q?abc =?nonsense?b?####?= =?utf-8?b?w7w?= =?=?\n\nbody\n"),
    mail("address-soup", b"Cc: \"unclosed <a@b.example>, (comment (nested c@d.example>, Doe, John <j@d.example>;;, <<x@y.example>>, group: a@b, c@d;\n\nbody\n"),
    mail("nested-groups", b"Cc: " + b"a:" * 2000 + b"\n\nbody\n"),
    mail("missing-boundary", b"Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nfound anyway\n--x--\n"),
    mail("wrong-boundary", b"Content-Type: multipart/mixed; boundary=other\n\n--x\nContent-Type: text/plain\n\nfound anyway\n--x--\n"),
    mail("same-boundary-inside", multipart(multipart(b"\ninner words", kind=b"alternative"))),
    mail("nested-70-deep", nested(70)),
    mail("html-only", b"Content-Type: text/html\n\n<html><head><style>p{}</style></head><body><p>Hello<script>alert(1)</script></p>"
         b"<div style='display:none'>hidden</div><img src='http://t.example/p.gif'><blockquote>old<blockquote>older</blockquote></blockquote></body></html>\n"),
    mail("html-unclosed", b"Content-Type: text/html\n\n<table><tr><td><p>a<b>b<i>c<a href='http://x.example"),
    mail("winmail", multipart(b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(tnef()))),
    mail("winmail-cut", multipart(b"Content-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(tnef()[:90]))),
    mail("file-name-with-folders", multipart(b"\nbody", b"Content-Type: application/pdf\nContent-Disposition: attachment; filename=\"../../etc/passwd\"\n\nx")),
    mail("bounce", b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\n\n--x\n\nfailed\n--x\nContent-Type: message/delivery-status\n\n"
         b"Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; gone@n.example\nAction: failed\nStatus: 5.1.1\n--x--\n"),
    mail("calendar", multipart(b"\nAccepted", b"Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b\nEND:VEVENT\nEND:VCALENDAR")),
    mail("attached-mail", multipart(b"\nsee", b"Content-Type: message/rfc822\n\nFrom: c@d.example\nSubject: inner\n\ninner words")),
    mail("empty", b"", False),
    mail("flowed", b"Content-Type: text/plain; format=flowed; delsp=yes\n\none \ntwo\n> quoted \n> more\n-- \nJonas\n"),
    mail("uuencoded", b"Content-Transfer-Encoding: x-uuencode\n\nbegin 644 x\n" + binascii.b2a_uu(b"hello") + b"`\nend\n"),
]
LINE = b"From a@b.example Tue Feb 10 08:00:00 2026\n"
MAILBOXES = [
    ("quoted-from.mbox", LINE + b"From: a@b.example\nSubject: 1\n\n>From here\n>>From there\n\n" + LINE + b"From: a@b.example\nSubject: 2\n\nend\n"),
    ("no-blank-lines.mbox", LINE + b"From: a@b.example\n\none\n" + LINE + b"From: a@b.example\n\ntwo\n"),
    ("false-content-length.mbox", LINE + b"From: a@b.example\nContent-Length: 99999\n\none\n\n" + LINE + b"From: a@b.example\nContent-Length: 3\n\ntwo and more\n"),
    ("cut.mbox", LINE + b"From: a@b.example\n\none\n\n" + LINE + b"From: a@b"),
    ("only-separators.mbox", LINE * 20),
    ("prose-from.mbox", LINE + b"From: a@b.example\n\nwe said\nFrom now on it works\n\nFrom time to time.\n"),
    ("crlf.mbox", (LINE + b"From: a@b.example\n\none\n\n" + LINE + b"From: a@b.example\n\ntwo\n").replace(b"\n", b"\r\n")),
]
TABLES = [
    ("quotes-and-newlines.csv", b'Deal name,Account,Stage,Amount\n"A, big ""one""",Acme,Won,"1,234.50"\n"Two\nlines",Acme,Lost,5\n'),
    ("bom-semicolons.csv", "\ufeffKunde;Projekt;Phase;Auftragswert\nMüller;Flotte;Angebot;12.500,00 €\n".encode()),
    ("windows-1252.csv", "Firma;Ansprechpartner;E-Mail\nMüller;Jörg;j@m.example\n".encode("cp1252")),
    ("utf16.csv", "Name\tEmail\nJörg\tj@m.example\n".encode("utf-16")),
    ("ragged.csv", b"Deal name,Account,Stage\nA,Acme\nB,Acme,Won,too,many\n,,\n\nC,Acme,Lost\n"),
    ("unclosed-quote.csv", b'Deal name,Account,Stage\n"A,Acme,Won\nB,Acme,Lost\nC,"x" y,Won\n'),
    ("double-headers.csv", b"Name,Name,,Stage,stage\nA,B,C,Won,Lost\n"),
    ("sep-line.csv", b"sep=|\r\nDeal name|Account|Stage\r\nA|Acme|Won\r\n"),
    ("title-above.csv", b"Report of 3 March\n\nDeal name,Account,Stage\nA,Acme,Won\nB,Acme,Lost\n"),
    ("ambiguous-dates.csv", b"Deal name,Account,Stage,Close date\nA,Acme,Won,3/4/2026\nB,Acme,Won,5/6/2026\n"),
    ("nul.csv", b"Deal name,Account,Stage\nA\0B,Acme,Won\n"),
    ("only-header.csv", b"Deal name,Account,Stage\n"),
    ("empty.csv", b""),
]
CHATS = [
    ("cut.json", b'[{"sender":"A","text":"x"},{"sender":"B"'),
    ("odd-messages.json", b'[{"sender":"A","text":"x"},{"text":"no sender"},7,null,{"sender":"B","text":" "},{"sender":"C","text":"y","at":"soon"}]'),
    ("deep.json", b"[" * 5000),
    ("latin1.json", '[{"sender":"Jörg","text":"schön"}]'.encode("latin-1")),
    ("utf16.json", '[{"sender":"Jörg","text":"schön"}]'.encode("utf-16")),
    ("no-list.json", b'{"messages":{"a":1}}'),
]

if __name__ == "__main__":
    for group, files in (("mail", MAILS), ("mbox", MAILBOXES), ("csv", TABLES), ("chat_json", CHATS)):
        os.makedirs(os.path.join(FOLDER, group), exist_ok=True)
        for name, content in files:
            with open(os.path.join(FOLDER, group, name), "wb") as out:
                out.write(content)
