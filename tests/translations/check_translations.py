#!/usr/bin/env python3
# SPDX-License-Identifier: AGPL-3.0-or-later
"""check_translations.py ROOT

Says what is wrong with resources/translations/*.ts: texts that are missing, unfinished or empty, placeholders and ends
that differ from the source, contexts under which the program would not find a text. Whether a text of the sources is
missing is asked of lupdate; where it is not installed, that part is left out with a word.
"""

import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

# Free functions stand under their namespace; app/shell/speech.cpp looks there whatever name they use.
NAMESPACES = {"agentarmy::app", "app"}
PLACE = re.compile(r"%L?\d+|%n")
END = re.compile(r"(\s+|:|…|\.)$")
ABBREVIATION = re.compile(r"(Min|Std|Tsd|Mio|Mrd|Dez)\.$")  # its point is no end of a sentence


def lupdate():
    """The path of lupdate of Qt 6, or None."""
    for name in ("/usr/lib/qt6/bin/lupdate", "lupdate6", "lupdate-qt6"):
        if found := shutil.which(name):
            return found
    return None


def renew(tool, root, path, obsolete=False):
    """Brings `path` up to date with the sources under `root`."""
    arguments = ["-silent", "-locations", "none", "-source-language", "en", "-target-language", "de", "-I", "."]
    if not obsolete:
        arguments.append("-no-obsolete")
    done = subprocess.run([tool, *arguments, "qml", "app", "-ts", path], cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)


def messages(path):
    """(context, source, comment, numerus, state, translations) of each text in a .ts file."""
    for context in ElementTree.parse(path).getroot().findall("context"):
        name = context.findtext("name") or ""
        for message in context.findall("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.findall("numerusform")]
            numerus = message.get("numerus") == "yes"
            yield (name, message.findtext("source") or "", message.findtext("comment") or "", numerus,
                   translation.get("type") or "", forms if numerus else [translation.text or ""])


def end_of(text):
    """The space or sign that a text ends with, or None."""
    end = END.search(text.replace("...", "…"))
    return end.group() if end else None


def flaw(source, numerus, state, translations):
    """What is wrong with one text, or None."""
    if state == "unfinished":
        return "is not translated"
    if state:
        return None  # vanished: no source has it any more
    if numerus and len(translations) != 2:
        return "needs two forms, for one and for many"
    for text in translations:
        if not text.strip():
            return "has no words"
        wanted, found = sorted(PLACE.findall(source)), sorted(PLACE.findall(text))
        if wanted != found and not (numerus and set(wanted) - {"%n"} == set(found) - {"%n"}):
            return f"has the placeholders {found} instead of {wanted}"
        if source.count("&") != text.count("&"):
            return "has another number of &"
        if end_of(source) != end_of(text) and not ABBREVIATION.search(text):
            return "ends otherwise (colon, point, ellipsis or space)"
        if (len(source) - len(source.lstrip())) != (len(text) - len(text.lstrip())):
            return "begins with other spaces"
    return None


def unknown_context(name, root, qml_names):
    """Whether the program would not find a text under `name`."""
    if name in NAMESPACES or name in qml_names:
        return False
    if name.startswith("agentarmy::app::"):
        short = name.rsplit("::", 1)[1]
        for path in glob.glob(os.path.join(root, "app", "*", "*.hpp")) + glob.glob(os.path.join(root, "app", "*", "*.cpp")):
            with open(path, encoding="utf-8") as file:
                text = file.read()
            if re.search(rf"class {short}\b[^;{{]*{{\s*Q_OBJECT", text) or f'translate("{name}"' in text:
                return False
        return True
    for path in glob.glob(os.path.join(root, "app", "*", "*.cpp")):
        with open(path, encoding="utf-8") as file:
            text = file.read()
            if f'"{name}"' in text or f"Q_DECLARE_TR_FUNCTIONS({name})" in text:
                return False
    return True


def findings(root, path, tool):
    """Everything that is wrong with one .ts file, a line each."""
    found = []
    here = list(messages(path))
    qml_names = {os.path.basename(file)[:-4] for file in glob.glob(os.path.join(root, "qml", "**", "*.qml"), recursive=True)}
    for name in sorted({each[0] for each in here}):
        if unknown_context(name, root, qml_names):
            found.append(f"the program does not look under “{name}”: name the class of tr() in full")
    for name, source, _, numerus, state, translations in here:
        if wrong := flaw(source, numerus, state, translations):
            found.append(f"{name}: “{source}” {wrong}")
    if tool:
        with tempfile.TemporaryDirectory() as folder:
            fresh = os.path.join(folder, "fresh.ts")
            renew(tool, root, fresh)
            known = {each[:3] for each in here if each[4] != "vanished"}
            wanted = {each[:3] for each in messages(fresh)}
        found += [f"{name}: “{source}” stands in the sources, not in the file" for name, source, _ in sorted(wanted - known)]
        found += [f"{name}: “{source}” stands in the file, not in the sources" for name, source, _ in sorted(known - wanted)]
    return found


def main():
    root = os.path.abspath(sys.argv[1])
    tool = lupdate()
    if not tool:
        print("note: lupdate is not here, so whether texts are missing is not looked at")
    count = 0
    for path in sorted(glob.glob(os.path.join(root, "resources", "translations", "*.ts"))):
        for line in findings(root, path, tool):
            print(f"{os.path.basename(path)}: {line}")
            count += 1
    if count:
        print(f"{count} to mend; scripts/translate brings the files up to date and lists what is missing")
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main())
