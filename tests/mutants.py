"""Change one thing inside a written file, as a careless hand would, and see whether it is found."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen import briefing
from reportgen.building import build
from reportgen.comparing import Basis
from reportgen.errors import Severity
from reportgen.options import Options
from reportgen.products import read_content

Parts = dict[str, str]
Mutate = Callable[[Parts, str, random.Random], bool]
"""Changes parts of a file in place; False where it holds nothing to change."""

_WORDS = re.compile(
    r"word/document\.xml|word/header\w*\.xml|ppt/(?:slides/slide|notesSlides/notesSlide)\d+\.xml"
    r"|xl/(?:sharedStrings|worksheets/sheet\d+)\.xml"
)
_TEXT = re.compile(
    r"(<(?:w:t|a:t|t)(?: [^>]*)?>)([^<]+)(?=</(?:w:t|a:t|t)>)|(<c [^>]*?(?<!t=\"s\")><v>)(\d+)(?=</v>)"
)
_HAN = "\u4e00-\u9fff"
_NAME = re.compile(
    r"“[^“”<]{2,20}”|[\u4e00-\u9fff]{2}(?:县委|镇政府|市财政局|区教育局|集团公司|县人民法院|镇党委)"
)
_ADDED = (
    "会议要求各单位每周报送进展。", "有关部门将于年底组织验收。", "对成绩突出的集体给予表彰奖励。",
    "请各位代表认真审议并提出意见。", "上述经费由本级财政统一安排。",
)  # fmt: skip
_POINTS = re.compile(
    r"<w:p>(?:(?!</w:p>).)*?<w:pStyle w:val=\"(?:Heading[2-5]|DigestPoint|OriginalText)"
    r"(?:(?!</w:p>).)*</w:p>",
    re.DOTALL,
)


def _texts(parts: Parts) -> list[tuple[str, int, int, str]]:
    """Every text: part, start, end, words."""
    found = []
    for name, text in parts.items():
        for one in _TEXT.finditer(text):
            group = 2 if one[2] is not None else 4
            found.append((name, *one.span(group), one[group]))
    return found


def _put(parts: Parts, name: str, start: int, end: int, words: str) -> None:
    parts[name] = f"{parts[name][:start]}{words}{parts[name][end:]}"


def _at(pattern: str, change: Callable[[str, random.Random], str]) -> Mutate:
    """Changes one character among those that a pattern finds."""

    def mutate(parts: Parts, _form: str, chance: random.Random) -> bool:
        places = [
            (name, start + one.start(), start + one.end(), one[0])
            for name, start, _, words in _texts(parts)
            for one in re.finditer(pattern, words)
        ]
        if not places:
            return False
        name, start, end, old = chance.choice(places)
        _put(parts, name, start, end, change(old, chance))
        return True

    return mutate


def _swap(parts: Parts, _form: str, chance: random.Random) -> bool:
    places = [
        (name, start + one.start(), start + one.end(), one[0])
        for name, start, _, words in _texts(parts)
        for one in _NAME.finditer(words)
    ]
    first = chance.choice(places) if places else None
    others = [
        one for one in places if first and one[3] != first[3] and (one[3][0] == "“") == (first[3][0] == "“")
    ]
    if first is None or not others:
        return False
    second = chance.choice(others)
    for (name, start, end, _), words in sorted(((first, second[3]), (second, first[3])), reverse=True):
        _put(parts, name, start, end, words)
    return True


def _delete(parts: Parts, form: str, chance: random.Random) -> bool:
    """A point: a heading or paragraph of the handout, an inner slide, a row of the checklist."""
    name, pattern, skip = {
        ".docx": ("word/document.xml", _POINTS, 0),
        ".pptx": ("ppt/presentation.xml", re.compile(r"<p:sldId [^>]*/>"), 1),
        ".xlsx": (
            "xl/worksheets/sheet1.xml",
            re.compile(r"<row r=\"\d+\"(?:(?!</row>).)*?<v>(?:(?!</row>).)*</row>", re.DOTALL),
            3,
        ),
    }[form]
    places = [one.span() for one in pattern.finditer(parts[name])][skip:]
    places = places[:-1] if form == ".pptx" else places
    if not places:
        return False
    _put(parts, name, *chance.choice(places), "")
    return True


def _add(parts: Parts, _form: str, chance: random.Random) -> bool:
    places = [(name, end) for name, _, end, words in _texts(parts) if re.search(f"[{_HAN}]", words)]
    name, end = chance.choice(places)
    _put(parts, name, end, end, chance.choice(_ADDED))
    return True


def _other(pool: str) -> Callable[[str, random.Random], str]:
    return lambda old, chance: chance.choice([char for char in pool if char != old])


KINDS: dict[str, Mutate] = {
    "改一个数字": _at(r"\d", _other("0123456789")),
    "漏一个“不”": _at("不", lambda _old, _chance: ""),
    "两个名称对调": _swap,
    "删去一个要点": _delete,
    "加一句话": _add,
    "改一个汉字": _at(f"[{_HAN}]", _other("山水田林路桥风雨春秋东西南北明亮高远")),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """A written file with what it is compared to."""

    path: Path
    data: bytes
    basis: Basis

    def alarms(self, data: bytes) -> list[str]:
        """What is found in the file, or in one made from it."""
        found = self.basis.findings(self.path, self.data, read_content(data, self.path.name))
        return [f"{one.where} {one.code} {one.text}" for one in found if one.severity is not Severity.INFO]


def subjects(speech: Path, folder: Path, **options: object) -> Iterator[Subject]:
    """Build a speech and yield its files."""
    chosen = Options(folder, **options)
    built = build(speech, chosen)
    basis = Basis.of(briefing.printed_brief(speech, chosen), chosen)
    for output in built.outputs:
        path = output.written.path
        yield Subject(path, path.read_bytes(), basis)


def mutant(subject: Subject, kind: str, chance: random.Random) -> bytes | None:
    """Return the file with one change; None where it holds nothing to change."""
    with zipfile.ZipFile(io.BytesIO(subject.data)) as package:
        raw = {name: package.read(name) for name in package.namelist()}
    names = [name for name in raw if _WORDS.fullmatch(name) or name == "ppt/presentation.xml"]
    parts = {name: raw[name].decode() for name in names}
    if not KINDS[kind](parts, subject.path.suffix, chance):
        return None
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in raw.items():
            package.writestr(name, parts.get(name, "").encode() or data)
    return buffer.getvalue()


@dataclass(slots=True)
class Tally:
    """Counts over files: made and found by kind, alarms on untouched ones, and what was missed."""

    files: int
    made: Counter[str]
    found: Counter[str]
    alarms: list[str]
    missed: list[str]


def run(found: Iterator[Subject], tally: Tally, trials: int = 1) -> None:
    """Change each file in every way, `trials` times, and count."""
    for subject in found:
        tally.files += 1
        tally.alarms += [f"{subject.path.name}: {alarm}" for alarm in subject.alarms(subject.data)]
        for kind in KINDS:
            for trial in range(trials):
                chance = random.Random(f"{subject.path.name}{kind}{trial}")  # noqa: S311  no secret
                data = mutant(subject, kind, chance)
                if data is None or data == subject.data:
                    continue
                tally.made[kind] += 1
                if subject.alarms(data):
                    tally.found[kind] += 1
                else:
                    tally.missed.append(f"{subject.path.name} {kind} {trial}: {_difference(subject, data)}")


def _difference(subject: Subject, data: bytes) -> str:
    """What a change made of the file, in its own texts."""
    before, after = (
        Counter(one.text for one in read_content(some, subject.path.name).placed)
        for some in (subject.data, data)
    )
    return f"{list(before - after)} became {list(after - before)}"


def empty_tally() -> Tally:
    """Return a tally of nothing."""
    return Tally(0, Counter(), Counter(), [], [])
