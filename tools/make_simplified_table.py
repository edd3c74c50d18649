"""Write `reportgen/text/data/simplified.tsv` from the tables of OpenCC.

    python tools/make_simplified_table.py FOLDER

FOLDER holds OpenCC's dictionaries (``dictionary/`` of the package ``opencc-python-reimplemented`` 0.1.7, which
is needed for this only). Kept are characters whose simplified form is in GB 2312, as the words are in which
rules are written, and words of which the characters alone would be read wrongly.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parent.parent / "reportgen" / "text" / "data" / "simplified.tsv"
HEAD = """\
# Simplified characters and words, and the traditional ones that are read as these; of equal length.
# Source: OpenCC (https://github.com/BYVoid/OpenCC), TSCharacters, TSPhrases, TWVariants, HKVariants;
# Apache License 2.0. Selected and put into this shape by tools/make_simplified_table.py, which adds the words
# of KEEPING and OTHERS there. A row: simplified, TAB, its traditional forms parted by blanks, the most usual one first.
"""
# OpenCC's tables are of texts that write 着; where all is 著, it is 着 but for these words.
PARTICLE, READ_AS = "著", "着"
KEEPING = """
著名 著作 著述 著稱 著書 著者 著錄 名著 巨著 鉅著 原著 論著 專著 編著 合著 譯著 遺著 新著 顯著 卓著 昭著 土著
"""
# Words that OpenCC has none of, though it has their like.
OTHERS = {"藉著": "借着", "批覆": "批复"}


def main(folder: Path) -> None:
    """Read the dictionaries and write the table."""
    characters = _characters(folder)
    words = {**_words(folder, "TSPhrases.txt", characters), **_own_words(characters)}
    usual = _usual(folder)
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for table in (characters, words):
        for traditional, simplified in sorted(table.items()):
            rows[simplified].append(traditional)
    lines = (
        f"{simplified}\t{' '.join(sorted(forms, key=lambda one: (one != usual.get(simplified), one)))}\n"
        for simplified, forms in rows.items()
    )
    OUT.write_text(HEAD + "".join(lines), "utf-8", newline="\n")
    print(f"{len(characters)} characters, {len(words)} words: {OUT}")


def _characters(folder: Path) -> dict[str, str]:
    found = dict(_rows(folder / "TSCharacters.txt"))
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for usual, variant in _rows(folder / name):
            if _is_rare(variant):
                found.setdefault(variant, found.get(usual, usual))
    found[PARTICLE] = READ_AS
    return {one: plain for one, plain in found.items() if one != plain and not _is_rare(plain)}


def _words(folder: Path, name: str, characters: dict[str, str]) -> dict[str, str]:
    table = str.maketrans(characters)
    return {
        word: plain
        for word, plain in _rows(folder / name)
        if len(word) == len(plain) and word.translate(table) != plain and not any(map(_is_rare, plain))
    }


def _own_words(characters: dict[str, str]) -> dict[str, str]:
    table = str.maketrans({**characters, PARTICLE: PARTICLE})
    return {**{word: word.translate(table) for word in KEEPING.split()}, **OTHERS}


def _usual(folder: Path) -> dict[str, str]:
    """The traditional form that a simplified character has most often."""
    return dict(_rows(folder / "STCharacters.txt"))


def _rows(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text("utf-8").splitlines()
    return [(one, others.split()[0]) for one, others in (line.split("\t") for line in lines if "\t" in line)]


def _is_rare(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
