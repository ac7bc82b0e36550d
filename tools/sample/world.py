# SPDX-License-Identifier: AGPL-3.0-or-later
"""The sale as it stands: own team, accounts, people and deals, read from material/accounts.py."""

import unicodedata
from dataclasses import dataclass, field

import dice
from material.accounts import ACCOUNTS, TEAM

OWN_COMPANY = "Meridian Flow"
OWN_DOMAIN = "meridianflow.example"
PRODUCTS = {"F": "Fleet Planning", "S": "Field Service", "Y": "Yard & Dock", "D": "Demand Board"}
SYMBOL = {"EUR": "€", "USD": "$"}

# Number ranges that are set aside for fiction where a country has one, else invented.
PHONES = {
    "DE": "+49 30 23125 {:03d}", "AT": "+43 1 5550 {:04d}", "CH": "+41 61 555 {:04d}", "CZ": "+420 555 01{:02d} 42",
    "GB": "+44 20 7946 0{:03d}", "US": "+1 555 01{:02d} 0{:03d}", "ES": "+34 955 01{:02d} 55", "NL": "+31 10 555 {:04d}",
    "IE": "+353 20 915 {:04d}", "SE": "+46 31 390 06 {:02d}", "PT": "+351 220 55 {:04d}", "IT": "+39 055 5550 {:03d}",
    "BE": "+32 3 555 {:04d}", "FI": "+358 3 555 {:04d}", "MT": "+356 2155 {:04d}", "PL": "+48 71 555 {:04d}",
    "DK": "+45 55 50 {:04d}", "NO": "+47 55 50 {:04d}", "FR": "+33 1 99 00 {:04d}", "SI": "+386 5 555 {:04d}",
}


@dataclass
class Person:
    key: str
    name: str
    email: str
    title: str
    kind: str
    phone: str
    company: str
    country: str = "DE"
    manager: str = ""

    @property
    def first(self):
        return self.name.removeprefix("Dr. ").split(" ")[0]

    @property
    def internal(self):
        return self.company == OWN_COMPANY


@dataclass
class Account:
    name: str
    domain: str
    industry: str
    employees: str
    region: str
    country: str
    currency: str
    owner: Person
    system: str
    places: list
    people: list = field(default_factory=list)
    deals: list = field(default_factory=list)

    def person(self, kind):
        return next((p for p in self.people if p.kind == kind), None)


@dataclass
class Deal:
    account: Account
    name: str
    product: str
    stage: str
    amount: int
    story: str
    flags: frozenset
    created: object = None
    stage_entered: object = None
    close_date: object = None
    closed_at: object = None
    first_at: object = None
    last_at: object = None
    lost_reason: str = ""
    next_step: str = ""
    beats: list = field(default_factory=list)

    @property
    def key(self):
        return self.account.domain + "/" + self.name

    @property
    def owner(self):
        return self.account.owner

    @property
    def is_open(self):
        return not self.stage.startswith("closed")


def ascii_fold(text):
    """Plain letters for file names and addresses."""
    for old, new in (("ø", "o"), ("Ø", "O"), ("å", "a"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("æ", "ae"), ("ł", "l")):
        text = text.replace(old, new)
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if c.isascii())


def ascii_slug(text):
    return "".join(c for c in ascii_fold(text) if c.isalnum() or c in " .-").lower()


def phone_of(country, *key):
    form = PHONES[country]
    if country == "US":
        return form.replace("555 01{:02d} 0{:03d}", "{} 555 01{:02d}").format(
            dice.pick(["316", "775", "919", "860", "757", "785", "303", "602", "603"], "area", key[0]), dice.number(*key) % 100)
    width = 10 ** int(form[form.index("{") + 3:form.index("d}")])
    return form.format(dice.number(*key) % width)


def load():
    """(team, accounts), in file order."""
    team = {}
    for key, name, title, role, manager, phone in TEAM:
        email = ascii_slug(name).replace(" ", ".") + "@" + OWN_DOMAIN
        team[key] = Person(key, name, email, title, role, phone, OWN_COMPANY, "DE", manager)
    accounts = []
    for line in ACCOUNTS.strip().splitlines():
        cells = [cell.strip() for cell in line.strip().lstrip(">").split("|")]
        if line.startswith("  >"):
            name, product, stage, thousands, story, flags = cells
            accounts[-1].deals.append(Deal(accounts[-1], name, PRODUCTS[product], stage, round(float(thousands) * 1000), story,
                                           frozenset(flags.split())))
        elif line.startswith("  "):
            name, title, kind = cells
            account = accounts[-1]
            local = ascii_slug(name.removeprefix("Dr. ")).replace(" ", ".")
            key = ascii_slug(name.removeprefix("Dr. ")).split(" ")[0]
            account.people.append(Person(key, name, f"{local}@{account.domain}.example", title, kind,
                                         phone_of(account.country, account.domain, name), account.name, account.country))
        else:
            name, domain, industry, employees, region, country, currency, owner, system, places = cells
            accounts.append(Account(name, domain, industry, employees, region, country, currency, team[owner], system,
                                    [place.strip() for place in places.split(",")]))
    return team, accounts
