# phrase_index: core/data/phrases/phrases.def -> phrase_index.inc, while it is built.
#
#   python3 core/data/phrase_index.py core/data/phrases/phrases.def OUT.inc
#
# In: the phrases, in the order in which words.c has them. Out: for every hash of
# a phrase's first six (short ones: three) bytes, which rows begin so; words.c
# computes the same hash. Why: made anew for every text, the index was an eighth
# of all work. Why not committed: every phrase that is added would change it.

import os
import re
import sys

BUCKETS = 1 << 11
BUCKET_GROUP = 16  # buckets of which only the first one's start is kept: smaller
LONG_KEY_BYTES, SHORT_KEY_BYTES = 6, 3

definitions, output = sys.argv[1:]
PHRASE = re.compile(r'^PHRASE\(\w+, \d+, "((?:[^"\\]|\\["\\])*)", "\w+"\)$', re.MULTILINE)


def read(name):
    with open(os.path.join(os.path.dirname(definitions), name), encoding="utf-8") as file:
        return file.read()


texts = [read(name) for name in re.findall(r'^#include "data/phrases/(\w+\.def)"$', read(os.path.basename(definitions)), re.MULTILINE)]
rows = [re.sub(r"\\(.)", r"\1", row) for text in texts for row in PHRASE.findall(text)]
phrases = [row.removesuffix("*").encode("utf-8") for row in rows]


def bucket_of(key):
    low = int.from_bytes(key[0:3], "little") * 0x9E3779B1
    high = int.from_bytes(key[3:6], "little") * 0x85EBCA6B
    mixed = (low ^ high) & 0xFFFFFFFF
    return (mixed ^ mixed >> 15) % BUCKETS


def table(kind, name, numbers):
    numbers = list(numbers)
    lines = [", ".join(str(number) for number in numbers[at : at + 20]) for at in range(0, len(numbers), 20)]
    return f"static const {kind} {name}[] = {{\n    " + ",\n    ".join(lines) + "};\n"


if any(len(phrase) < SHORT_KEY_BYTES for phrase in phrases):
    sys.exit("phrase_index: a phrase is shorter than three bytes")
buckets = [[] for _ in range(BUCKETS)]
for row, phrase in enumerate(phrases):
    key_bytes = LONG_KEY_BYTES if len(phrase) >= LONG_KEY_BYTES else SHORT_KEY_BYTES
    buckets[bucket_of(phrase[:key_bytes])].append(row)
order = [row for bucket in buckets for row in bucket]
bases = [sum(map(len, buckets[:at])) for at in range(0, BUCKETS, BUCKET_GROUP)]
with open(output, "w", encoding="ascii") as file:
    file.write(f"""/* Which phrases begin with which bytes; by core/data/phrase_index.py. */
#define PHRASE_INDEX_COUNT {len(phrases)}u
#define PHRASE_BUCKETS {BUCKETS}u
#define PHRASE_BUCKET_GROUP {BUCKET_GROUP}u
#define LONG_KEY_BYTES {LONG_KEY_BYTES}u
#define SHORT_KEY_BYTES {SHORT_KEY_BYTES}u

/* The rows of all buckets, one after the other; how many each has; and where
 * every group of buckets begins. */
{table("uint16_t", "phrase_order", order)}
{table("uint8_t", "phrase_counts", map(len, buckets))}
{table("uint16_t", "phrase_group_starts", bases)}""")
