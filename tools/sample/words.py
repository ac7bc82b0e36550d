# SPDX-License-Identifier: AGPL-3.0-or-later
"""The written material as decks, and the slots that a deal fills into it."""

from pathlib import Path

import dice

MATERIAL = Path(__file__).parent / "material"


def _keyed(name):
    """{key: [text]} of a file with lines `key: text`."""
    found = {}
    for line in (MATERIAL / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            key, text = line.split(": ", 1)
            found.setdefault(key, []).append(text)
    return found


def _stories():
    """{story: {fact: [text]}}"""
    found, facts = {}, None
    for name in ("fleet", "field", "yard", "demand"):
        for line in (MATERIAL / f"stories_{name}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("@ "):
                facts = found.setdefault(line[2:].strip(), {})
            elif line and not line.startswith("#"):
                fact, text = line.split(": ", 1)
                facts.setdefault(fact, []).append(text)
    return found


def _talk():
    """{kind: [[(R or C, text)]]}"""
    found, block = {}, None
    for line in (MATERIAL / "talk.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            block = []
            found.setdefault(line[2:].strip(), []).append(block)
        elif line and not line.startswith("#"):
            block.append((line[0], line[3:]))
    return found


class Words:
    def __init__(self, accounts):
        self.accounts = accounts
        phrases = {}
        for name in ("phrases_rep.txt", "phrases_customer.txt", "phrases_more.txt", "asides.txt"):
            phrases.update(_keyed(name))
        self.phrases = {key: dice.Deck(key, texts) for key, texts in phrases.items()}
        self.stories = {s: {f: dice.Deck(s + f, t) for f, t in facts.items()} for s, facts in _stories().items()}
        self.blocks = {kind: dice.Deck(kind, [tuple(b) for b in blocks]) for kind, blocks in _talk().items()}
        lost = [line for line in (MATERIAL / "lost.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        self.told = {}  # deal -> story lines that it has used
        self.lost = dice.Deck("lost", [tuple(line.split(" | ")) for line in lost])

    def slots(self, deal):
        account = deal.account
        similar = [a for a in self.accounts if a is not account and a.region == account.region
                   and any(d.stage == "closed_won" and d.product == deal.product for d in a.deals)]
        executive = account.person("exec")
        role = "finance director" if not executive else executive.title if len(executive.title) < 24 else "director"
        places = account.places
        turn = dice.number("place", deal.key) % 2
        return {
            "p": deal.product, "deal": deal.name, "acct": account.name, "sys": account.system, "place": places[turn],
            "place2": places[2 - turn] if turn == 0 else places[0], "exec": executive.name.removeprefix("Dr. ") if executive else "our management", "execrole": role,
            "ref": (dice.pick(similar, "ref", deal.key).name if similar else "Vantage Freight"), "c": contact(deal).first,
            "r": deal.owner.first, "amt": money(deal.amount, account.currency, deal.key), "crit": "", "when": "",
        }

    def say(self, key, deal, salt="", **more):
        return self.phrases[key].draw(deal.key, salt).format_map({**self.slots(deal), **more})

    def fresh(self, key):
        """Whether the pool still has a text that was used less than three times."""
        return min(self.phrases[key].used) < 3

    def fact(self, name, deal, salt="", needed=True):
        """A line of the deal's story that it has not used yet; "" if there is none and it is not needed."""
        told, deck = self.told.setdefault(deal.key, set()), self.stories[deal.story][name]
        if not needed and all(text in told for text in deck.items):
            return ""
        text = deck.draw(deal.key, salt, avoid=told)
        told.add(text)
        return text.format_map(self.slots(deal))

    def block(self, kind, deal, salt=""):
        slots = self.slots(deal)
        return [(who, text.format_map(slots)) for who, text in self.blocks[kind].draw(deal.key, salt)]


def contact(deal):
    """The customer's main person of a deal; told accounts use somebody else for their other deals where there is one."""
    others = [p for p in deal.account.people if p.kind == "user" and p.name in ("Lars Petersen", "Nils Åkesson")]
    return others[0] if others else deal.account.person("ops")


def money(amount, currency, *key):
    """The amount as people write it."""
    whole = f"{amount:,.0f}"
    short = f"{amount / 1000:g}k"
    if currency == "EUR":
        return dice.pick([f"€ {whole}", f"EUR {short}", f"€{short}", f"EUR {whole}", f"{whole} EUR"], "money", *key)
    return dice.pick([f"${whole}", f"USD {short}", f"${short}", f"USD {whole}"], "money", *key)


def rough(amount, currency, *key):
    """The amount as a budget: rounded up to the next five thousand."""
    return money(-(-amount // 5000) * 5000, currency, "rough", *key)
