# SPDX-License-Identifier: AGPL-3.0-or-later
"""Choices that depend on nothing but their key, so that every Python version draws the same."""

import hashlib

SEED = "meridian-flow-3"


def number(*key):
    """A whole number of 64 bits for a key."""
    text = SEED + "|" + "|".join(str(part) for part in key)
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:8], "big")


def between(low, high, *key):
    """A whole number low..high."""
    return low + number(*key) % (high - low + 1)


def chance(percent, *key):
    return number(*key) % 100 < percent


def pick(items, *key):
    return items[number(*key) % len(items)]


class Deck:
    """Hands out the entries of a pool, the least used first, so that texts repeat as late as possible."""

    def __init__(self, name, items):
        self.name = name
        self.items = list(items)
        self.used = [0] * len(self.items)

    def draw(self, *key, avoid=()):
        free = [i for i, item in enumerate(self.items) if item not in avoid] or list(range(len(self.items)))
        least = min(self.used[i] for i in free)
        free = [i for i in free if self.used[i] == least]
        index = free[number(self.name, *key) % len(free)]
        self.used[index] += 1
        return self.items[index]
