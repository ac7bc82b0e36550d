#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tests of check_manual.py: what it finds, and what it leaves alone."""

import unittest

import check_manual

QT = """Usage: agentarmy [options] [FILE...]
Agent Army.

Options:
  -h, --help          Displays help.
  --data <DIR>        Folder of the workspace.
  --measure           Print start, first board frame, and
                      --not-an-option either.
"""
CLI = {
    "--help": "Usage: x\n\nOptions:\n  --json                Answer in JSON\n  -y,--yes              Yes\n\n"
              "Subcommands:\n  deal                  Deals\n  doctor                Look\n",
    "deal --help": "Usage: x\n\nOptions:\n  -h,--help      Help\n\nSubcommands:\n  move     Move\n  show     Show\n",
    "deal move --help": "Usage: x\n\nOptions:\n  -h,--help      Help\n  --lost-reason TEXT   Why\n\nExamples:\n  --no\n",
    "deal show --help": "Usage: x\n\nOptions:\n  -h,--help      Help\n",
    "doctor --help": "Usage: x\n\nOptions:\n  -h,--help      Help\n",
}
PAGE = """.SH OPTIONS
.TP
.B \\-\\-json
Answers, also with
.BR \\-\\-nothing .
.TP
.BR \\-y ", " \\-\\-yes
Yes.
.SH COMMANDS
.SS "deal move, deal show DEAL"
.TP
.BI \\-\\-lost\\-reason " TEXT"
Why.
.SS doctor
Looks.
"""


def asked(words):
    return CLI[" ".join(words)]


class CheckManualTest(unittest.TestCase):
    def test_reads_the_options_of_a_qt_program(self):
        self.assertEqual(check_manual.options_and_commands(QT), ({"-h", "--help", "--data", "--measure"}, []))

    def test_asks_every_command_of_a_tree(self):
        self.assertEqual(check_manual.said_by_program(asked), {
            "": {"--json", "-y", "--yes"}, "deal move": {"--lost-reason"}, "deal show": set(), "doctor": set()})

    def test_reads_entries_of_a_page_but_not_its_prose(self):
        self.assertEqual(check_manual.said_by_page(PAGE), {
            "": {"--json", "-y", "--yes"}, "deal move": {"--lost-reason"}, "deal show": {"--lost-reason"},
            "doctor": set()})

    def test_takes_what_a_command_takes_for_no_command(self):
        self.assertEqual(check_manual.commands_of("import PATH..."), ["import"])
        self.assertEqual(check_manual.commands_of("rules run [RULE]"), ["rules run"])
        self.assertEqual(check_manual.commands_of("account merge, contact merge KEEP OTHER"),
                         ["account merge", "contact merge"])

    def test_names_what_is_missing_stale_or_unknown(self):
        program = {"": {"--json", "--new"}, "deal move": {"--reason"}, "undo": set()}
        page = {"": {"--json"}, "deal move": {"--why"}, "redo": set()}
        self.assertEqual(check_manual.differences(program, page), [
            "the program: --new is missing in the page",
            "deal move: --reason is missing in the page",
            "deal move: the program has no --why",
            "the page describes what the program does not know: redo",
            "the page has no heading for: undo",
        ])

    def test_agreement_is_silent(self):
        program = check_manual.said_by_program(asked)
        page = check_manual.said_by_page(PAGE.replace("deal move, deal show DEAL", "deal move DEAL")
                                         + ".SS deal show DEAL\nShows.\n")
        self.assertEqual(check_manual.differences(program, page), [])


if __name__ == "__main__":
    unittest.main()
