# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tiny attachments: text, CSV and a one-page PDF."""


def pdf(lines):
    """A valid PDF with a few lines of ASCII text."""
    shown = "BT /F1 12 Tf 60 780 Td 18 TL " + " ".join(
        "({}) Tj T*".format(line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")) for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("ascii", "replace")


def make(name, deal, lines=()):
    """(name, type, bytes) for an attachment by its file name."""
    title = f"{deal.account.name}: {deal.name}"
    lines = list(lines) or [title, "Prepared by Meridian Flow for discussion.", f"Product: {deal.product}",
                            "Steps: connect, configure, pilot, review, roll out.", "Terms as in the covering message."]
    if name.endswith(".pdf"):
        plain = [line.encode("ascii", "ignore").decode() for line in lines]
        return name, "application/pdf", pdf(plain)
    if name.endswith(".csv"):
        rows = ["site,planners,vehicles,late departures per week"]
        rows += [f"{place},{3 + i * 2},{38 + i * 17},{9 - i * 2}" for i, place in enumerate(deal.account.places)]
        return name, "text/csv", ("\n".join(rows) + "\n").encode("utf-8")
    return name, "text/plain", ("\n".join(lines) + "\n").encode("utf-8")
