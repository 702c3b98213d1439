# phrases: core/data/phrases/ -> phrases.inc and greeting_words.inc, while they are built.
#
#   python3 core/data/phrases.py core/data/phrases core/src/text/abouts.def OUT_FOLDER
#
# In: the phrases of all languages (README.md beside them). Out: their rows, and
# for every hash of a phrase's first six (short ones: three) bytes, which rows
# begin so; words.c computes the same hash. Why: made anew for every text, the
# index was an eighth of all work. A row that cannot be right stops the build
# with its place and what is wrong.

import glob
import os
import re
import sys
import unicodedata

BUCKETS = 1 << 11
FILTER_BITS = 1 << 14
BUCKET_GROUP = 16  # buckets of which only the first one's start is kept: smaller
TEXT_GROUP = 4
LONG_KEY_BYTES, SHORT_KEY_BYTES, PHRASE_BYTES_MAX = 6, 3, 160
GREETINGS = ["salutation", "salutation_strict", "generic", "not_a_name"]

folder, abouts, output = sys.argv[1:]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def read_rows(path):
    for number, line in enumerate(read(path).split("\n"), 1):
        if line and not line.startswith("#"):
            yield f"{os.path.relpath(path, folder)}:{number}", line.split("\t")


meanings = re.findall(r"^WORD_CLASS\((\w+)\)", read(os.path.join(folder, "word_classes.def")), re.MULTILINE)
kinds = ["about_" + kind for kind in re.findall(r"^ABOUT\((\w+),", read(abouts), re.MULTILINE)]
sources = {columns[0] for _, columns in read_rows(os.path.join(folder, "sources.tsv"))}


def fold(text):
    """As text/fold.c: NFKC, lower case, Latin letters without accents, one kind of quote, dash and comma."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(base if ord(base := unicodedata.normalize("NFD", c)[0]) < 0x80 else c for c in text)
    return re.sub("[‘’]", "'", re.sub("[‐-―]", "-", bare.replace("、", ",")))


def problem(columns):
    """What is wrong with a row, or None."""
    if len(columns) not in (3, 4) or not all(columns):
        return "not class, phrase, source (and weight), with tabs between"
    word_class, phrase, source = columns[:3]
    if word_class not in meanings + kinds + GREETINGS:
        return f"no class {word_class} (word_classes.def, abouts.def)"
    if source not in sources:
        return f"no source {source} (sources.tsv)"
    if (word_class in kinds) != (len(columns) == 4) or not re.fullmatch("[1-9][0-9]?", "".join(columns[3:]) or "1"):
        return "kinds (about_...) have a weight from 1 to 99, other classes none"
    stem = phrase.removesuffix("*")
    size = len(stem.encode("utf-8"))
    if word_class not in GREETINGS and not SHORT_KEY_BYTES <= size <= PHRASE_BYTES_MAX:
        return "shorter than three bytes or longer than 160"
    return None if fold(stem) == stem else f"not folded: write {fold(stem)}"


rows, greetings, seen = [], {name: [] for name in GREETINGS}, {}
for path in sorted(glob.glob(os.path.join(folder, "*", "*.tsv"))):
    for place, columns in read_rows(path):
        wrong = problem(columns)
        key = tuple(columns[:2])
        if not wrong and key in seen:
            wrong = f"stands in {seen[key]} already"
        if wrong:
            sys.exit(f"phrases: {place}: {wrong}")
        seen[key] = place
        if columns[0] in GREETINGS:
            greetings[columns[0]].append(columns[1])
        else:
            rows.append((columns[0], columns[1], int((columns[3:] or ["0"])[0])))
# Rows of one class stand together, in the order of the classes.
rows.sort(key=lambda row: (meanings + kinds).index(row[0]))
phrases = [phrase.removesuffix("*").encode("utf-8") for _, phrase, _ in rows]


def hash_of(key):
    low = int.from_bytes(key[0:3], "little") * 0x9E3779B1
    high = int.from_bytes(key[3:6], "little") * 0x85EBCA6B
    mixed = (low ^ high) & 0xFFFFFFFF
    return mixed ^ mixed >> 15


def string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def table(kind, name, numbers):
    numbers = list(numbers)
    lines = [", ".join(str(number) for number in numbers[at : at + 20]) for at in range(0, len(numbers), 20)]
    return f"static const {kind} {name}[] = {{\n    " + ",\n    ".join(lines) + "};\n"


# One text for all of them; the place of every fourth, from which sizes lead to the others.
texts = [phrase.encode("utf-8") for _, phrase, _ in rows]
places = [sum(map(len, texts[:at])) for at in range(0, len(texts), TEXT_GROUP)]
buckets = [[] for _ in range(BUCKETS)]
key_filter = [0] * (FILTER_BITS // 8)
for row, phrase in enumerate(phrases):
    key = hash_of(phrase[: LONG_KEY_BYTES if len(phrase) >= LONG_KEY_BYTES else SHORT_KEY_BYTES])
    buckets[key % BUCKETS].append(row)
    key_filter[key % FILTER_BITS // 8] |= 1 << key % 8
order = [row for bucket in buckets for row in bucket]
bases = [sum(map(len, buckets[:at])) for at in range(0, BUCKETS, BUCKET_GROUP)]
with open(os.path.join(output, "phrases.inc"), "w", encoding="utf-8") as file:
    file.write("/* The phrases of all languages, and which begin with which bytes; by core/data/phrases.py. */\n")
    file.write("#define PHRASE_ROWS \\\n")
    file.write(" \\\n".join(f"    PHRASE({word_class}, {weight})" for word_class, _, weight in rows))
    file.write(f"""
#define PHRASE_INDEX_COUNT {len(phrases)}u
#define PHRASE_BUCKETS {BUCKETS}u
#define PHRASE_FILTER_BITS {FILTER_BITS}u
#define PHRASE_BUCKET_GROUP {BUCKET_GROUP}u
#define LONG_KEY_BYTES {LONG_KEY_BYTES}u
#define SHORT_KEY_BYTES {SHORT_KEY_BYTES}u

#define PHRASE_TEXT_GROUP {TEXT_GROUP}u
{table("unsigned char", "phrase_text", b"".join(texts))}
{table("uint8_t", "phrase_sizes", map(len, texts))}
{table("uint16_t", "phrase_places", places)}
/* The rows of all buckets, one after the other; how many each has; and where
 * every group of buckets begins. */
{table("uint16_t", "phrase_order", order)}
{table("uint8_t", "phrase_counts", map(len, buckets))}
{table("uint16_t", "phrase_group_starts", bases)}
/* One bit per hash: most places of a text begin no phrase at all. */
{table("uint8_t", "phrase_filter", key_filter)}""")
# The longest salutation that fits is the one that was written: "hi there" before "hi".
opening = [(text, strict) for strict, name in enumerate(GREETINGS[:2]) for text in greetings[name]]
opening.sort(key=lambda row: (-len(row[0].encode("utf-8")), row[0]))
with open(os.path.join(output, "greeting_words.inc"), "w", encoding="utf-8") as file:
    file.write("/* Words round a greeting in all languages; by core/data/phrases.py. */\n")
    for name, lines in [("SALUTATION", [f"{string(text)}, {strict}" for text, strict in opening]),
                        ("GENERIC", map(string, greetings["generic"])), ("NOT_A_NAME", map(string, greetings["not_a_name"]))]:
        file.write(f"#define {name}_ROWS \\\n" + " \\\n".join(f"    {name}({line})" for line in lines) + "\n")
