# SPDX-License-Identifier: AGPL-3.0-or-later
"""Mail as bytes: headers, MIME parts, mboxrd. Written out by hand so that every Python version gives the same bytes."""

import base64
import html
import re
from dataclasses import dataclass, field
from datetime import timezone
from email.utils import format_datetime

import dice


@dataclass
class Mail:
    at: object                      # aware local time
    sender: object                  # Person
    to: list
    subject: str
    text: str                       # the own words, without quote and signature
    mailbox: str                    # the rep's key
    cc: list = field(default_factory=list)
    parent: object = None
    html: bool = False
    attachments: list = field(default_factory=list)  # (name, type, bytes)
    extra: list = field(default_factory=list)        # further headers
    charset: str = "utf-8"
    language: str = "en"
    raw_parts: list = field(default_factory=list)    # replaces the body: (content type line, bytes)
    multipart: str = "mixed"
    signature: str = "full"
    message_id: str = ""
    references: list = field(default_factory=list)
    deal: object = None              # what it is about; not written


WEEKDAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "de": ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
}


def thread(mail):
    """Message-ID and References; needs a parent that is already threaded."""
    host = mail.sender.email.split("@")[1]
    mail.message_id = f"<{dice.number('id', mail.at.isoformat(), mail.sender.email, mail.subject):016x}@{host}>"
    if mail.parent:
        mail.references = mail.parent.references + [mail.parent.message_id]


def _encoded(text):
    """RFC 2047 where needed, in words of at most 75 characters."""
    if text.isascii():
        return text
    words, part = [], ""
    for char in text:
        if len((part + char).encode("utf-8")) > 42:
            words.append(part)
            part = ""
        part += char
    words.append(part)
    return "\r\n ".join("=?UTF-8?B?" + base64.b64encode(word.encode("utf-8")).decode() + "?=" for word in words).replace("\r\n", "\n")


def address(person):
    if person.name.isascii():
        name = f'"{person.name}"' if "." in person.name or "," in person.name else person.name
        return f"{name} <{person.email}>"
    return f"{_encoded(person.name)} <{person.email}>"


def _wrap_list(items):
    return ",\n ".join(items)


def signature(mail):
    who = mail.sender
    if mail.signature == "none":
        return ""
    phone = who.phone
    if who.internal:
        return f"-- \n{who.name}\n{who.title}, {who.company}\n{phone}"
    if mail.signature == "short":
        return f"-- \n{who.name}, {who.title}"
    if mail.language == "de":
        return f"-- \n{who.name}\n{who.title}\n{who.company}\nTelefon {phone}"
    return f"-- \n{who.name}\n{who.title}, {who.company}\nT {phone}"


def quote(mail):
    """The answered mail below the answer, as mail programs leave it; no dates, only the weekday."""
    parent = mail.parent
    if not parent:
        return ""
    day = WEEKDAYS[mail.language][parent.at.weekday()]
    style = dice.number("quote", mail.message_id) % 8
    text = parent.text if len(parent.text) < 1500 else parent.text[:1500].rsplit(" ", 1)[0] + " ..."
    if style == 0:
        return ""
    if style == 1 and mail.language == "en":
        return (f"-----Original Message-----\nFrom: {parent.sender.name} <{parent.sender.email}>\n"
                f"To: {parent.to[0].name}\nSubject: {parent.subject}\n\n{text}")
    quoted = "\n".join("> " + line if line else ">" for line in text.splitlines())
    if mail.language == "de":
        return f"Am {day} schrieb {parent.sender.name} <{parent.sender.email}>:\n{quoted}"
    return f"On {day}, {parent.sender.name} <{parent.sender.email}> wrote:\n{quoted}"


def plain(mail):
    parts = [mail.text, signature(mail), quote(mail)]
    return "\n\n".join(part for part in parts if part) + "\n"


def as_html(mail):
    def paragraphs(text):
        return "".join("<p>" + html.escape(block, quote=False).replace("\n", "<br>\n") + "</p>\n" for block in re.split(r"\n\s*\n", text))
    out = "<html><body>\n" + paragraphs(mail.text)
    if signature(mail):
        out += '<p style="color:#666">' + html.escape(signature(mail).removeprefix("-- \n"), quote=False).replace("\n", "<br>\n") + "</p>\n"
    if mail.parent and quote(mail):
        out += "<blockquote>" + paragraphs(mail.parent.text) + "</blockquote>\n"
    return out + "</body></html>\n"


def _quoted_printable(text, charset):
    """Quoted-printable by line, so that it is the same everywhere."""
    lines = []
    for line in text.split("\n"):
        data = line.encode(charset)
        out = ""
        for i, byte in enumerate(data):
            char = chr(byte)
            last = i == len(data) - 1
            piece = f"={byte:02X}" if byte > 126 or char == "=" or byte < 32 and char != "\t" or last and char in " \t" else char
            if len(out) + len(piece) > 74:
                lines.append(out + "=")
                out = ""
            out += piece
        lines.append(out)
    return "\n".join(lines)


def _text_part(kind, text, charset):
    if charset == "utf-8" and text.isascii() and max(map(len, text.split("\n"))) < 900:
        return f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 7bit\n\n{text}"
    if charset == "utf-8" and kind == "plain" and max(map(len, text.split("\n"))) < 300 and dice.chance(40, "8bit", text):
        return f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{text}"
    if dice.chance(12, "b64", text) and charset == "utf-8":
        data = base64.encodebytes(text.encode("utf-8")).decode()
        return f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{data}"
    return f"Content-Type: text/{kind}; charset={charset}\nContent-Transfer-Encoding: quoted-printable\n\n{_quoted_printable(text, charset)}"


def _attachment(name, kind, data):
    body = base64.encodebytes(data).decode()
    return (f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n'
            f"Content-Transfer-Encoding: base64\n\n{body}")


def _multi(kind, parts, mark):
    text = f'Content-Type: multipart/{kind}; boundary="{mark}"\n\n'
    for part in parts:
        text += f"--{mark}\n{part.rstrip(chr(10))}\n\n"
    return text + f"--{mark}--\n"


def flowed(text, width=78):
    """Wraps the long lines of a plain part at word ends, as some mail programs do."""
    out = []
    for line in text.split("\n"):
        prefix = "> " if line.startswith("> ") else ""
        rest = line[len(prefix):]
        while len(prefix) + len(rest) > width and " " in rest[1:width - len(prefix)]:
            cut = rest.rfind(" ", 1, width - len(prefix))
            out.append(prefix + rest[:cut])
            rest = rest[cut + 1:]
        out.append(prefix + rest)
    return "\n".join(out)


def render(mail):
    """The whole message as text with \\n line ends (all characters beyond ASCII only in 8bit parts)."""
    mark = f"=_{dice.number('mark', mail.message_id):016x}"
    head = [
        ("Date", format_datetime(mail.at)),
        ("From", address(mail.sender)),
        ("To", _wrap_list([address(p) for p in mail.to])),
    ]
    if mail.cc:
        head.append(("Cc", _wrap_list([address(p) for p in mail.cc])))
    head.append(("Subject", _encoded(mail.subject)))
    head.append(("Message-ID", mail.message_id))
    if mail.parent:
        head.append(("In-Reply-To", mail.parent.message_id))
        head.append(("References", "\n ".join(mail.references)))
    head += mail.extra
    head.append(("MIME-Version", "1.0"))
    text = "".join(f"{name}: {value}\n" for name, value in head)
    if mail.raw_parts:
        if len(mail.raw_parts) == 1:
            kind, body = mail.raw_parts[0]
            return text + f"Content-Type: {kind}\nContent-Transfer-Encoding: 7bit\n\n{body}"
        return text + _multi(mail.multipart, [f"Content-Type: {kind}\n\n{body}" for kind, body in mail.raw_parts], mark)
    words = plain(mail)
    if dice.chance(35, "flow", mail.message_id) and mail.charset == "utf-8":
        words = flowed(words)
    body = _text_part("plain", words, mail.charset)
    if mail.html:
        body = _multi("alternative", [body, _text_part("html", as_html(mail), mail.charset)], mark + "a")
    if mail.attachments:
        body = _multi("mixed", [body] + [_attachment(*a) for a in mail.attachments], mark + "m")
    return text + body


def as_bytes(mail):
    text = render(mail)
    if not text.endswith("\n"):
        text += "\n"
    return text.encode("utf-8")


def mbox(mails):
    """mboxrd: a `From ` line before each message, body lines that look like one are quoted."""
    out = b""
    for mail in mails:
        stamp = mail.at.astimezone(timezone.utc).strftime("%a %b %d %H:%M:%S %Y")
        body = re.sub(rb"(?m)^(>*From )", rb">\1", as_bytes(mail))
        out += f"From {mail.sender.email} {stamp}\n".encode() + body + b"\n"
    return out
