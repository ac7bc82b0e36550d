# SPDX-License-Identifier: AGPL-3.0-or-later
"""The dates of a deal from its stage and flags: created, stage entered, close date, closed at, first and last activity."""

from datetime import date, timedelta

import dice
from timeline import FIRST_DAY, REFERENCE, ago, workday

# stage: created days ago (low, high), days in stage, close date days ahead
OPEN = {
    "prospecting": ((6, 26), (4, 24), (70, 150)),
    "discovery": ((24, 58), (6, 26), (50, 110)),
    "qualification": ((48, 96), (8, 40), (30, 80)),
    "evaluation": ((78, 140), (10, 40), (14, 60)),
    "negotiation": ((100, 180), (6, 26), (8, 34)),
    "stalled": ((150, 290), (30, 90), (20, 120)),
}
STALE_AFTER = {"prospecting": 14, "discovery": 14, "qualification": 14, "evaluation": 10, "negotiation": 7}

# Dates that the hand-written stories name: created, stage entered, close date.
FIXED = {
    "Fleet planning rollout": ("2026-07-06", "2026-08-30", "2026-09-30"),
    "Yard scheduling": ("2026-04-13", "2026-08-26", "2026-09-14"),
    "Crew dispatch": ("2026-08-03", "2026-09-05", "2026-11-30"),
    "Claims field visits": ("2026-06-15", "2026-08-31", "2026-10-16"),
    "Sample logistics": ("2026-07-08", "2026-09-15", "2026-11-06"),
    "Parts traceability": ("2026-05-18", "2026-07-27", "2026-11-27"),
    "Outage response": ("2026-04-20", "2026-08-24", "2026-09-30"),
    "Dock expansion": ("2026-06-22", "2026-09-02", "2026-10-23"),
    "Truck turn times": ("2026-04-27", "2026-07-28", "2026-09-14"),
    "Berth planning": ("2026-05-11", "2026-08-17", "2026-10-30"),
    "Cold chain pilot": ("2026-07-20", "2026-08-22", "2026-12-04"),
    "Courier slots": ("2026-04-06", "2026-09-11", "2026-10-02"),
    "Network control": ("2026-02-09", "2026-08-20", "2026-09-29"),
    "Store deliveries": ("2026-03-30", "2026-09-04", "2026-09-25"),
    "Kühltouren Süd": ("2026-05-25", "2026-08-28", "2026-10-15"),
    "Störungsdienst Aufzüge": ("2026-06-29", "2026-08-19", "2026-11-13"),
    "Absatzplanung Frische": ("2026-08-31", "2026-08-31", "2026-12-18"),
    "Yard Kempten": ("2025-11-11", "2026-01-22", "2026-01-22"),
    "Ersatzteilbedarf": ("2025-10-07", "2025-12-03", "2025-12-03"),
    "Fahrzeugpool Monteure": ("2026-09-02", "2026-09-02", "2027-01-29"),
}


def _closed(deal, index):
    won = deal.stage == "closed_won"
    if index % 3 == 0:  # a third of the closed deals closed in the running quarter
        closed = ago(dice.between(3, 74, "closed", deal.key))
    else:
        closed = ago(dice.between(80, 275, "closed", deal.key))
    deal.closed_at = workday(closed, -1)
    length = dice.between(70 if won else 45, 130 if won else 100, "length", deal.key)
    deal.created = workday(max(deal.closed_at - timedelta(days=length), FIRST_DAY))
    deal.stage_entered = deal.closed_at
    deal.close_date = deal.closed_at
    deal.first_at = deal.created
    deal.last_at = deal.closed_at


def _open(deal):
    created, in_stage, ahead = OPEN[deal.stage]
    stale = "stale" in deal.flags
    deal.created = workday(ago(dice.between(*created, "created", deal.key) + (14 if stale and created[1] < 60 else 0)), -1)
    if deal.stage == "stalled":
        last = ago(dice.between(*in_stage, "idle", deal.key))
        deal.stage_entered = workday(last + timedelta(days=dice.between(4, 16, "entered", deal.key)))
    else:
        if stale:
            limit = STALE_AFTER[deal.stage]
            last = ago(dice.between(limit + 2, limit + 12, "idle", deal.key))
        elif "question" in deal.flags or "recent" in deal.flags:
            last = ago(dice.between(0, 3, "idle", deal.key))
        else:
            last = ago(dice.between(3, 6 if deal.stage == "negotiation" else 9, "idle", deal.key))
        days = min(dice.between(*in_stage, "entered", deal.key), (REFERENCE - deal.created).days)
        deal.stage_entered = deal.created if deal.stage == "prospecting" else workday(ago(days), -1)
        deal.stage_entered = max(deal.stage_entered, deal.created)
    deal.first_at = deal.created
    deal.last_at = max(workday(last, -1), deal.created)
    deal.close_date = workday(REFERENCE + timedelta(days=dice.between(*ahead, "close", deal.key)))
    if "overdue" in deal.flags:
        deal.close_date = workday(ago(dice.between(3, 20, "close", deal.key)), -1)
    if deal.stage == "stalled" and dice.chance(50, "past", deal.key):
        deal.close_date = workday(ago(dice.between(5, 40, "close", deal.key)), -1)


def plan(accounts):
    """Fills the dates of every deal."""
    index = 0
    for account in accounts:
        for deal in account.deals:
            if deal.is_open:
                _open(deal)
            else:
                _closed(deal, index)
                index += 1
            if deal.name in FIXED:
                deal.created, deal.stage_entered, deal.close_date = map(date.fromisoformat, FIXED[deal.name])
                if not deal.is_open:
                    deal.closed_at = deal.close_date
