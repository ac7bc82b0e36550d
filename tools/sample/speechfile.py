# SPDX-License-Identifier: AGPL-3.0-or-later
"""Meeting transcripts as .vtt and .srt, chats as JSON."""

import json
from datetime import timedelta, timezone

import dice


def _clock(ms, mark):
    return f"{ms // 3600000:02d}:{ms // 60000 % 60:02d}:{ms // 1000 % 60:02d}{mark}{ms % 1000:03d}"


def timed(lines, key):
    """[(begin ms, end ms, speaker, text)]; a line may carry its own second."""
    cues, now = [], dice.between(1200, 9000, "begin", key)
    for index, (speaker, at, text) in enumerate(lines):
        if at is not None:
            now = max(now, at * 1000 + dice.between(0, 800, "anchor", key, index))
        length = 900 + len(text.split()) * dice.between(300, 380, "pace", key, speaker)
        cues.append((now, now + length, speaker, text))
        following = next((a for _, a, _ in lines[index + 1:index + 2]), None)
        room = following * 1000 - (now + length) if following is not None else None
        gap = dice.between(250, 2600, "gap", key, index)
        now = now + length + (gap if room is None or room > gap else max(room, 100))
    return cues


def vtt(at, title, cues):
    moment = at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    out = f"WEBVTT - {title}\n\nNOTE date: {moment}\n\n"
    for number, (begin, end, speaker, text) in enumerate(cues, 1):
        safe = text.replace("&", "&amp;").replace("<", "&lt;")
        out += f"{number}\n{_clock(begin, '.')} --> {_clock(end, '.')}\n<v {speaker}>{safe}</v>\n\n"
    return out


def srt(cues):
    out = ""
    for number, (begin, end, speaker, text) in enumerate(cues, 1):
        out += f"{number}\n{_clock(begin, ',')} --> {_clock(end, ',')}\n{speaker}: {text}\n\n"
    return out


def chat(at, lines, bare, account, topic):
    """`lines`: (Person, minutes after the last line, text). Bare files are a list, the others name account and topic."""
    messages, now = [], at
    for index, (who, minutes, text) in enumerate(lines):
        if index:
            now += timedelta(minutes=minutes, seconds=dice.between(4, 52, "chat", at.isoformat(), index))
        messages.append({"sender": who.name, "text": text, "at": now.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                         "senderRole": "rep" if who.internal else "customer"})
    document = messages if bare else {"account": account, "topic": topic, "messages": messages}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
