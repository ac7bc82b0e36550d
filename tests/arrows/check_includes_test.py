#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tests of check_includes.py: small trees, good and bad."""

import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_includes  # noqa: E402


def lines(path, source, files=()):
    return [number for number, _ in check_includes.check_file(path, source, lambda name: name in files)]


def may(path, header):
    return lines(path, f'#include "{header}"\n') == []


class Arrows(unittest.TestCase):
    def test_each_folder_may_include_what_its_arrows_reach(self):
        for path, header in [
            ("core/base/a.cpp", "core/base/a.hpp"),
            ("core/domain/a.cpp", "core/base/ids.hpp"),
            ("core/ports/store.hpp", "core/domain/account.hpp"),
            ("core/rules/deals/a.cpp", "core/rules/sales/b.hpp"),
            ("core/rules/deals/a.cpp", "core/base/money.hpp"),
            ("core/engine/import/a.cpp", "core/ports/store.hpp"),
            ("core/engine/import/a.cpp", "core/rules/sales/b.hpp"),
            ("core/adapters/sqlite/a.cpp", "core/adapters/sqlite/b.hpp"),
            ("core/adapters/sqlite/a.cpp", "core/ports/store.hpp"),
            ("core/adapters/localmodel/a.cpp", "core/rules/sales/b.hpp"),
            ("cli/main.cpp", "core/adapters/sqlite/store.hpp"),
            ("cli/main.cpp", "core/rules/sales/b.hpp"),
            ("cli/main.cpp", "backend/tenancy/a.hpp"),
            ("app/main.cpp", "core/engine/sales/a.hpp"),
            ("app/main.cpp", "sync/session/a.hpp"),
            ("sync/replica/a.cpp", "sync/protocol/a.hpp"),
            ("backend/hub/a.cpp", "sync/protocol/a.hpp"),
            ("tests/unit/rules/a.cpp", "core/rules/sales/b.hpp"),
            ("tests/ui/a.cpp", "app/models/a.hpp"),
            ("tests/unit/a.cpp", "tests/support/fake_clock.hpp"),
        ]:
            self.assertTrue(may(path, header), f"{path} may include {header}")

    def test_no_folder_may_include_against_the_arrows(self):
        for path, header in [
            ("core/base/a.cpp", "core/domain/account.hpp"),
            ("core/domain/a.cpp", "core/ports/store.hpp"),
            ("core/ports/store.hpp", "core/rules/sales/b.hpp"),
            ("core/rules/deals/a.cpp", "core/ports/store.hpp"),
            ("core/rules/deals/a.cpp", "core/engine/sales/a.hpp"),
            ("core/engine/import/a.cpp", "core/adapters/mail/a.hpp"),
            ("core/adapters/sqlite/a.cpp", "core/rules/sales/b.hpp"),
            ("core/adapters/sqlite/a.cpp", "core/adapters/mail/b.hpp"),
            ("core/adapters/mail/a.cpp", "core/engine/import/a.hpp"),
            ("core/engine/a.cpp", "sync/protocol/a.hpp"),
            ("sync/protocol/a.cpp", "core/engine/sales/a.hpp"),
            ("backend/hub/a.cpp", "sync/replica/a.hpp"),
            ("backend/hub/a.cpp", "app/models/a.hpp"),
            ("app/main.cpp", "backend/hub/a.hpp"),
            ("app/main.cpp", "cli/table.hpp"),
            ("cli/main.cpp", "app/models/a.hpp"),
            ("app/main.cpp", "tests/support/fake_clock.hpp"),
            ("core/base/a.cpp", "tests/support/fake_clock.hpp"),
        ]:
            self.assertFalse(may(path, header), f"{path} must not include {header}")

    def test_angle_brackets_are_no_way_round(self):
        self.assertEqual(lines("core/base/a.cpp", "#include <core/domain/account.hpp>\n"), [1])

    def test_an_include_starts_at_the_root(self):
        beside = {"core/base/a.hpp"}
        self.assertEqual(lines("core/base/a.cpp", '#include "a.hpp"\n', beside), [1])
        self.assertEqual(lines("core/base/x/a.cpp", '#include "../a.hpp"\n', beside), [1])
        self.assertEqual(lines("core/base/a.cpp", '#include "core/base/a.hpp"\n', beside), [])

    def test_what_the_build_generates_may_be_included(self):
        self.assertEqual(lines("tests/unit/a_test.cpp", '#include "a_test.moc"\n'), [])
        self.assertEqual(lines("app/a.cpp", '#include "moc_a.cpp"\n#include "generated_version.hpp"\n'), [])


class Libraries(unittest.TestCase):
    def test_qt_belongs_to_the_desktop(self):
        for header in ["QString", "QtCore/QString", "QtTest", "qglobal.h"]:
            self.assertEqual(lines("core/base/a.cpp", f"#include <{header}>\n"), [1])
            self.assertEqual(lines("cli/a.cpp", f"#include <{header}>\n"), [1])
            self.assertEqual(lines("app/a.cpp", f"#include <{header}>\n"), [])
            self.assertEqual(lines("tests/unit/a.cpp", f"#include <{header}>\n"), [])

    def test_libraries_stay_in_their_adapters(self):
        for header, owner in [
            ("sqlite3.h", "core/adapters/sqlite/a.cpp"),
            ("gmime/gmime.h", "core/adapters/mail/a.cpp"),
            ("curl/curl.h", "core/adapters/http/a.cpp"),
        ]:
            self.assertEqual(lines(owner, f"#include <{header}>\n"), [])
            for path in ["core/rules/a/a.cpp", "core/engine/a.cpp", "core/adapters/other/a.cpp", "app/a.cpp", "cli/a.cpp"]:
                self.assertEqual(lines(path, f"#include <{header}>\n"), [1], f"{path} {header}")
            self.assertEqual(lines("core/engine/a.cpp", f'#include "{header}"\n'), [1])

    def test_ordinary_headers_are_free(self):
        source = "#include <algorithm>\n#include <nlohmann/json_fwd.hpp>\n#include <queue>\n#include <quotes.h>\n#include <chrono>\n"
        self.assertEqual(lines("core/rules/deals/a.cpp", source), [4])  # q*.h is what Qt calls its headers
        self.assertEqual(lines("core/domain/a.cpp", source.replace("#include <quotes.h>\n", "")), [])


class Purity(unittest.TestCase):
    def test_pure_folders_have_no_threads_clocks_and_files(self):
        for header in ["thread", "mutex", "future", "fstream", "filesystem", "ctime"]:
            for path in ["core/rules/deals/a.cpp", "core/domain/a.hpp"]:
                self.assertEqual(lines(path, f"#include <{header}>\n"), [1], f"{path} {header}")
            self.assertEqual(lines("core/base/a.cpp", f"#include <{header}>\n"), [])
            self.assertEqual(lines("core/engine/a.cpp", f"#include <{header}>\n"), [])

    def test_pure_folders_do_not_ask_for_the_time_or_for_chance(self):
        for code in [
            "auto now = std::chrono::system_clock::now();",
            "auto now = steady_clock :: now();",
            "std::random_device seed;",
            'auto home = std::getenv("HOME");',
        ]:
            self.assertEqual(lines("core/rules/deals/a.cpp", f"int a;\n{code}\n"), [2], code)
            self.assertEqual(lines("core/base/clock.cpp", f"int a;\n{code}\n"), [], code)

    def test_the_type_of_a_clock_and_a_seeded_generator_are_fine(self):
        source = "#include <random>\nusing T = std::chrono::system_clock::time_point;\nstd::mt19937 generator(seed);\n"
        self.assertEqual(lines("core/rules/deals/a.cpp", source), [])


class Reading(unittest.TestCase):
    def test_comments_and_texts_are_not_code(self):
        source = (
            "// #include <QString>\n/*\n#include <QString>\n*/\n"
            'const char* text = "system_clock::now";\nconst char* raw = R"x(\nrandom_device\n)x";\n'
            "// system_clock::now\nint big = 1'000'000; // random_device\n"
        )
        self.assertEqual(lines("core/rules/deals/a.cpp", source), [])

    def test_line_numbers_survive_comments(self):
        source = '/* one\ntwo */\nint a; // "\n#include <QString>\nauto t = system_clock::now();\n'
        self.assertEqual(lines("core/rules/deals/a.cpp", source), [4, 5])

    def test_spaces_in_the_directive(self):
        self.assertEqual(lines("core/base/a.cpp", "  #  include  <QString>\n"), [1])


class Trees(unittest.TestCase):
    def tree(self, files):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for path, text in files.items():
            full = os.path.join(folder.name, path)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8") as file:
                file.write(text)
        return folder.name

    def test_a_good_tree(self):
        root = self.tree({
            "core/base/ids.hpp": "#include <string>\n",
            "core/domain/account.hpp": '#include "core/base/ids.hpp"\n',
            "app/main.cpp": '#include "core/domain/account.hpp"\n#include <QGuiApplication>\n',
            "docs/example.cpp": "#include <anything>\n",
        })
        self.assertEqual(check_includes.check_tree(root), (3, []))

    def test_a_bad_tree_names_file_and_line(self):
        root = self.tree({
            "core/base/ids.hpp": "#include <string>\n",
            "core/rules/deals/a.cpp": '#include "core/base/ids.hpp"\n\n#include <QString>\n',
        })
        count, found = check_includes.check_tree(root)
        self.assertEqual(count, 2)
        self.assertEqual([(path, number) for path, number, _ in found], [("core/rules/deals/a.cpp", 3)])

    def test_an_empty_tree_is_not_taken_for_a_good_one(self):
        self.assertEqual(check_includes.check_tree(self.tree({}))[0], 0)


if __name__ == "__main__":
    unittest.main()
