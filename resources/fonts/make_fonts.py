#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Cuts the shipped fonts from Inter: three weights for text, and the same three with tabular figures for columns."""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [(0x20, 0x7E), (0xA0, 0x24F), (0x2B9, 0x2DD), (0x300, 0x338), (0x1E80, 0x1E99), (0x1EA0, 0x1EF9),
          (0x2000, 0x206F), (0x20A0, 0x20BF), (0x2113, 0x2122), (0x2190, 0x2199), (0x2200, 0x2265),
          (0x25A0, 0x25CF)]


def cut(source: str, target: str, weight: str, family: str, tabular: bool) -> None:
    font = TTFont(source)
    if tabular:
        features = font["GSUB"].table.FeatureList.FeatureRecord
        lookups = {i for f in features if f.FeatureTag == "tnum" for i in f.Feature.LookupListIndex}
        swap = {}
        for index in lookups:
            for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                table = getattr(table, "ExtSubTable", table)
                swap.update(getattr(table, "mapping", {}))
        for table in font["cmap"].tables:
            table.cmap = {code: swap.get(name, name) for code, name in table.cmap.items()}
    options = subset.Options()
    options.layout_features = ["kern", "calt", "ccmp", "locl", "mark", "mkmk", "liga", "case"]
    options.hinting = False
    options.desubroutinize = True
    options.name_IDs = ["*"]
    options.notdef_outline = True
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    worker.subset(font)
    names = font["name"]
    keep = {0, 5, 13, 14}
    names.names = [n for n in names.names if n.nameID in keep and n.platformID == 3]
    plain = {"Regular": "Regular"}.get(weight)
    names.setName(family if plain else f"{family} {weight}", 1, 3, 1, 0x409)
    names.setName("Regular", 2, 3, 1, 0x409)
    names.setName(f"{family} {weight}; cut for Agent Army", 3, 3, 1, 0x409)
    names.setName(f"{family} {weight}", 4, 3, 1, 0x409)
    names.setName(f"{family.replace(' ', '')}-{weight}", 6, 3, 1, 0x409)
    names.setName(family, 16, 3, 1, 0x409)
    names.setName(weight, 17, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames[0] = f"{family.replace(' ', '')}-{weight}"
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName = family, f"{family} {weight}"
    font.save(target)


if __name__ == "__main__":
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/inter"
    for weight in ("Regular", "Medium", "SemiBold"):
        cut(f"{folder}/Inter-{weight}.otf", f"Army-{weight}.otf", weight, "Army Text", False)
        cut(f"{folder}/Inter-{weight}.otf", f"ArmyNumbers-{weight}.otf", weight, "Army Numbers", True)
