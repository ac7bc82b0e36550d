# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which beats a deal has been through, by stage and flags, and on which channel each took place."""

from dataclasses import dataclass

import dice

IN = {"interest", "soft", "pain", "metrics", "budget", "process", "demofb", "champ", "buyer", "terms", "yes", "lost", "stall",
      "question", "optout", "csched", "docreq"}
OPENS = {"outreach": "osubj", "demo": "dsubj", "offer": "fsubj", "terms": "tsubj", "nudge": "nsubj"}  # beats that begin a thread


@dataclass
class Beat:
    kind: str
    channel: str = "mail"   # mail, chat, meeting
    spare: bool = False     # may be left out to reach the exact number of mails

    @property
    def inbound(self):
        return self.kind in IN


def _prospecting(deal):
    if "optout" in deal.flags:
        return ["outreach", "nudge", "optout"]
    if "question" in deal.flags:
        return ["outreach", "interest", "discover", "question"]
    if "stale" in deal.flags or dice.chance(35, "silent", deal.key):
        return ["outreach", "nudge"] if dice.chance(50, "again", deal.key) else ["outreach", "soft"]
    return ["outreach", "interest", "discover"] if dice.chance(60, "warm", deal.key) else ["outreach", "soft", "discover"]


def _kinds(deal):
    core = ["outreach", "interest", "discover", "pain", "mirror"]
    more = core + ["metrics", "value", "budget"]
    full = more + ["ask", "process", "demo", "demofb"]
    if deal.stage == "prospecting":
        return _prospecting(deal)
    if deal.stage == "discovery":
        tail = ["docreq", "doc"] if dice.chance(35, "doc", deal.key) else ["csched", "sched"] if dice.chance(40, "sched", deal.key) else []
        return core + tail
    if deal.stage == "qualification":
        return more + (["ask"] if dice.chance(60, "ask", deal.key) else [])
    if deal.stage == "evaluation":
        return full + ([] if "nobuyer" in deal.flags or "nochampion" in deal.flags else ["champ"]) + ["proof"]
    if deal.stage == "negotiation":
        return full + ["champ", "offer"] + ([] if "nobuyer" in deal.flags else ["buyer"]) + ["terms", "termsout"]
    if deal.stage == "closed_won":
        return ["outreach", "pain", "mirror", "budget", "offer", "yes", "won"]
    if deal.stage == "closed_lost":
        return ["outreach", "pain", "value", "lost", "lostack"]
    return ["outreach", "interest", "discover", "pain", "stall", "nudge"]


def plan(deal):
    beats = [Beat(kind) for kind in _kinds(deal)]
    if "question" in deal.flags and not any(b.kind == "question" for b in beats):
        beats.append(Beat("question"))
    spare = {"closed_won": {"won"}, "closed_lost": {"lostack", "value"}, "stalled": {"nudge"}, "evaluation": {"proof"},
             "qualification": {"ask"}, "discovery": {"mirror", "docreq", "doc", "csched", "sched"}}.get(deal.stage, set())
    for beat in beats:
        beat.spare = beat.kind in spare
    return beats


def add_meeting(deal, beats):
    """A meeting takes over what was said in it from the mails."""
    if deal.stage in ("evaluation", "negotiation"):
        told = {"metrics", "value", "budget", "ask", "process"}
    elif deal.stage == "qualification":
        told = {"metrics", "value", "budget"}
    else:
        told = {"mirror", "budget"}
    at = next(i for i, beat in enumerate(beats) if beat.kind in told)
    beats[:] = [beat for beat in beats if beat.kind not in told]
    beats.insert(at, Beat("meeting", "meeting"))


def add_chat(deal, beats):
    """A chat: the numbers where a deal has them as a mail, else a few words about logistics."""
    kinds = [beat.kind for beat in beats]
    if "metrics" in kinds and dice.chance(70, "chat", deal.key):
        beats[kinds.index("metrics")] = Beat("metrics", "chat")
        if "value" in kinds and deal.stage != "qualification":
            beats[:] = [beat for beat in beats if beat.kind != "value"]
    elif "mirror" in kinds and "metrics" not in kinds and "meeting" not in kinds and dice.chance(75, "chat3", deal.key):
        beats[kinds.index("mirror")] = Beat("metrics", "chat")
    elif "champ" in kinds and dice.chance(40, "chat2", deal.key):
        beats[kinds.index("champ")] = Beat("champ", "chat")
    else:
        at = max(2, len(beats) - 2)
        beats.insert(at, Beat("small", "chat"))


def fit(plans, mails):
    """Leaves out spare beats, or adds short mails about papers and times, until `mails` mails are left. `plans`: [(deal, beats)]."""
    def count():
        return sum(beat.channel == "mail" for _, beats in plans for beat in beats)
    order = sorted(plans, key=lambda plan: dice.number("fit", plan[0].key))
    for _, beats in order:  # first contact in one step
        pair = [b for b in beats if b.kind in ("interest", "discover") and b is not beats[-1]]
        if len(pair) == 2 and len(beats) > 5 and count() >= mails + 2:
            beats[:] = [b for b in beats if b not in pair]
    for _, beats in order:
        for beat in [b for b in beats if b.spare]:
            if count() > mails:
                beats.remove(beat)
    for turn in range(3):
        for deal, beats in order:
            if mails - count() < 2:
                break
            if len(beats) >= 4 and beats[-1].kind != "question" and deal.stage != "prospecting":
                pair = ("docreq", "doc") if (turn + len(deal.key)) % 2 else ("csched", "sched")
                if not any(beat.kind == pair[0] for beat in beats):
                    beats[3:3] = [Beat(pair[0]), Beat(pair[1])]
    for deal, beats in order:
        if count() < mails and deal.stage == "closed_won" and not any(beat.kind == "docreq" for beat in beats):
            beats.append(Beat("docreq"))
    if count() != mails:
        raise SystemExit(f"{count()} mails instead of {mails}")
