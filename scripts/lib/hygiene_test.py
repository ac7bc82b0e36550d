#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tests of hygiene.py."""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hygiene  # noqa: E402

HEAD = f"// {hygiene.LICENCE}\n"
HOME = "/ho" + "me/"


class Hygiene(unittest.TestCase):
    def test_a_source_needs_the_licence_line(self):
        self.assertEqual(hygiene.findings("core/base/a.cpp", HEAD + "int a;\n"), [])
        self.assertEqual([line for line, _ in hygiene.findings("core/base/a.cpp", "int a;\n")], [1])
        self.assertEqual([line for line, _ in hygiene.findings("scripts/build", "#!/bin/sh\n")], [1])
        self.assertEqual(hygiene.findings("docs/a.md", "Text.\n"), [])

    def test_paths_of_a_machine_are_found_and_urls_are_not(self):
        found = hygiene.findings("core/base/a.cpp", HEAD + f'auto a = "{HOME}ann/x";\n')
        self.assertEqual([line for line, _ in found], [2])
        self.assertEqual(hygiene.findings("docs/a.md", f"https://example.org{HOME}page\n"), [])
        self.assertEqual(hygiene.findings("docs/a.md", f"build{HOME}page, ~{HOME}a, ${{dir}}{HOME}a\n"), [])

    def test_unfinished_marks_are_found_as_words_only(self):
        mark = "TO" + "DO"
        self.assertEqual([line for line, _ in hygiene.findings("app/a.cpp", HEAD + f"// {mark}: later\n")], [2])
        self.assertEqual(hygiene.findings("app/a.cpp", HEAD + "// a todo list; mktemp a.XX" + "XXXX\n"), [])

    def test_data_from_outside_may_say_anything(self):
        text = f"{HOME}ann/x " + "TO" + "DO\n"
        self.assertEqual(hygiene.findings("tests/fuzz/corpus/csv/a.txt", text), [])
        self.assertEqual(hygiene.findings("resources/sample/chat/a.json", text), [])


if __name__ == "__main__":
    unittest.main()
