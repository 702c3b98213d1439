# sentences: core/data/sentences/ -> sentences.inc, while it is built.
#
#   python3 core/data/sentences.py core/data/sentences OUT.inc
#
# In: the sentences that genuine messages say, with slots, and the words that no
# slot may hold (README.md beside them). Out: both as the text facts compare
# them: folded, without blanks and signs, a slot as one byte below 32.
# facts/content/seen.c drops the same signs; a unit test holds the two together.

import glob
import os
import re
import sys
import unicodedata

SLOTS = ["order", "count", "year", "code", "price", "when", "person", "place", "prefecture", "device", "area", "goods"]
FAMILIES = ["all", "order", "security", "amount"]
KEPT_SIGNS = "¥$€£%@ー々〇"

folder, output = sys.argv[1:]


def squeeze(text):
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in folded if c.isalnum() or c in KEPT_SIGNS).encode("utf-8")


def read_pattern(sentence):
    pattern = b""
    for literal, slot in re.findall(r"([^{]+)|\{(\w+)\}", sentence):
        pattern += squeeze(literal) if literal else bytes([SLOTS.index(slot) + 1])
    return pattern


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def string(data):
    return '"' + "".join(chr(b) if 32 < b < 127 and b not in b'"\\?' else "\\%03o" % b for b in data) + '"'


rows = []
for path in sorted(glob.glob(os.path.join(folder, "*.tsv"))):
    for line in read_lines(path):
        columns = line.split("\t")
        if len(columns) != 3 or columns[0] not in FAMILIES or not all(columns):
            sys.exit(f"sentences: not family, sentence, source: {line!r} in {os.path.basename(path)}")
        rows.append((columns[0], read_pattern(columns[1]), columns[1]))
words = [(word.startswith("+"), squeeze(word)) for word in read_lines(os.path.join(folder, "asking.txt"))]
with open(output, "w", encoding="ascii") as file:
    file.write("/* What genuine messages say and what asks; by core/data/sentences.py. */\n")
    for number, name in enumerate(SLOTS, 1):
        file.write(f"#define SLOT_{name} {number}\n")
    file.write("#define SENTENCE_ROWS \\\n")
    file.write(" \\\n".join(f"    SENTENCE({family}, {string(pattern)})" for family, pattern, _ in rows) + "\n")
    file.write("#define ASKING_ROWS \\\n")
    file.write(" \\\n".join(f"    ASKING({int(anywhere)}, {string(word)})" for anywhere, word in words) + "\n")
