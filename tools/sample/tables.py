# SPDX-License-Identifier: AGPL-3.0-or-later
"""The CSV files, with the headers that a CRM export has."""

import csv
import io


def _table(header, rows):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def team(people):
    return _table(["Name", "Email", "Title", "Role", "Manager", "Phone"], [
        [p.name, p.email, p.title, p.kind, people[p.manager].email if p.manager else "", p.phone] for p in people.values()])


def accounts(items):
    return _table(["Account name", "Industry", "Employees", "Website", "Region", "Country", "Owner"], [
        [a.name, a.industry, a.employees, f"https://www.{a.domain}.example", a.region, a.country, a.owner.email] for a in items])


def contacts(items):
    return _table(["Name", "Email", "Title", "Phone", "Account"], [
        [p.name, p.email, p.title, p.phone, a.name] for a in items for p in a.people])


def opportunities(items):
    header = ["Deal name", "Account", "Product", "Stage", "Amount", "Currency", "Close date", "Created", "Stage entered", "Owner",
              "Primary contact", "Last activity", "Closed at", "Lost reason", "Next step"]
    rows = []
    for a in items:
        for d in a.deals:
            rows.append([d.name, a.name, d.product, d.stage, d.amount, a.currency, d.close_date, d.created, d.stage_entered,
                         a.owner.email, a.people[0].email, d.last_at or "", d.closed_at or "", d.lost_reason, d.next_step])
    return _table(header, rows)
