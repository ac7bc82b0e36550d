#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tests of check_translations.py."""

import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_translations as check  # noqa: E402


def flaw(source, *translations, state="", numerus=False):
    return check.flaw(source, numerus, state, list(translations))


class Flaws(unittest.TestCase):
    def test_a_good_text_has_none(self):
        self.assertIsNone(flaw("%1 moved to %2", "%1 nach %2 verschoben"))
        self.assertIsNone(flaw("%2 of %1", "%1: %2"))
        self.assertIsNone(flaw("%n deals", "%n Deal", "%n Deals", numerus=True))
        self.assertIsNone(flaw("One deal or %n", "ein Deal", "%n Deals", numerus=True))

    def test_unfinished_and_empty_texts_are_found(self):
        self.assertIn("not translated", flaw("Open", "", state="unfinished"))
        self.assertIn("no words", flaw("Open", " "))
        self.assertIn("two forms", flaw("%n deals", "%n Deals", numerus=True))

    def test_placeholders_must_be_the_same(self):
        self.assertIn("placeholders", flaw("%1 of %2", "%1 von %1"))
        self.assertIn("placeholders", flaw("%L1 deals", "%1 Deals"))
        self.assertIn("&", flaw("&Open", "Öffnen"))

    def test_ends_must_be_the_same(self):
        self.assertIn("ends", flaw("Name:", "Name"))
        self.assertIn("ends", flaw("Keep as …", "Behalten als"))
        self.assertIn("ends", flaw("A sentence.", "Ein Satz"))
        self.assertIn("begins", flaw("\nPower", "Macht"))

    def test_what_no_source_has_any_more_is_left_alone(self):
        self.assertIsNone(flaw("Old: %1", "Alt", state="vanished"))


class Contexts(unittest.TestCase):
    def test_a_class_without_its_own_name_for_texts_is_found(self):
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(os.path.join(root, "app", "models"))
            with open(os.path.join(root, "app", "models", "a.hpp"), "w", encoding="utf-8") as file:
                file.write("class Told : public QObject {\n    Q_OBJECT\n};\nclass Mute {\n};\n")
            self.assertFalse(check.unknown_context("agentarmy::app::Told", root, set()))
            self.assertTrue(check.unknown_context("agentarmy::app::Mute", root, set()))
            self.assertFalse(check.unknown_context("agentarmy::app", root, set()))
            self.assertFalse(check.unknown_context("HomePage", root, {"HomePage"}))
            self.assertTrue(check.unknown_context("", root, {"HomePage"}))


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0]])
