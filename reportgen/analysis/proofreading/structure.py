"""The outline: numbering, levels, headings, and the counts that a speech announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.outline import Node
from reportgen.outline.markers import STANDARD, Marker, match_marker
from reportgen.outline.paragraphs import reading_text
from reportgen.source import Span
from reportgen.text.numerals import FIGURES, han_number, han_value
from reportgen.text.patterns import lazy

LONGEST_HEADING = 40
"""Characters of a heading on a line of its own; a longer line with a stop is a sentence."""
NEAR = 300
"""Characters before a number in which the one before it may stand unseen by the outline."""
FEWEST_LIKE = 3
"""Siblings that make a habit."""

_COMPANY = 2  # siblings at least, to compare one with
_SHOWN = ("", *(kind.print(1).strip() for kind in STANDARD))
_COMPANY = 2  # siblings at least, to compare one with


def numbering(script: Script) -> Iterator[Remark]:
    """Evidence: the parser's own diagnostics, save where the missing number is seen; a first number twice."""
    again = [*_begun_again(script)]
    yield from again
    for fault in script.document.diagnostics:
        if (
            fault.span
            and fault.code.startswith("number-")
            and not _stands_before(script, fault.code, fault.span)
        ):
            yield Remark(fault.span, fault.message, fault.hint)


def _begun_again(script: Script) -> Iterator[Remark]:
    """The second of two neighbours that both say they are the first: 一、 一、 三、."""
    for siblings in _families(script):
        for before, node in pairwise(siblings):
            first, second = _marker(before), _marker(node)
            if node.marker is None or node.run_in or not _rank(node):
                continue
            if first and second and first.value == second.value == 1:
                name = reading_text(node.marker)
                yield Remark(node.marker.span, f"序号“{name}”重复", "请核对原稿的序号")


def _stands_before(script: Script, code: str, span: Span) -> bool:
    """Whether the number said to be missing is there: in a paragraph nearby, or in another section."""
    nodes = [node for node in script.document.walk() if node.marker]
    at = next((n for n, node in enumerate(nodes) if node.marker and node.marker.span.start == span.start), 0)
    here = _marker(nodes[at]) if nodes else None
    if here is None or code == "number-repeated":
        return False
    pairs = ((node, _marker(node)) for node in reversed(nodes[:at]))
    last, marker = next(((n, m) for n, m in pairs if m and m.kind is here.kind), (None, None))
    if code == "number-start" and marker and marker.value == here.value - 1:
        return True
    start = last.span.start if last and code == "number-skipped" else max(span.start - NEAR, 0)
    text = script.source.text
    before = _name_before(text[span.start : span.end].strip(), here.value)
    return bool(before) and before in text[start : span.start]


def _name_before(name: str, value: int) -> str:
    """How the number before this one would be written; empty where that is not clear."""
    numeral = re.search(rf"[0-9０-９]+|[{FIGURES}]+", name)
    if numeral is None or value <= 1:
        return ""
    before = str(value - 1) if numeral[0].isdecimal() else han_number(value - 1)
    return name[: numeral.start()] + before + name[numeral.end() :]


def levels(script: Script) -> Iterator[Remark]:
    """Evidence: a numbering below another that stands before it, or not next to it, in GB/T 9704's order."""
    for parent in script.document.walk():
        for child in parent.children[:1]:
            above, below = _rank(parent), _rank(child)
            if child.marker and above and below and (below < above or below > above + 1) and not child.run_in:
                said = "层次颠倒" if below < above else "层次跳级"
                message = f"“{_SHOWN[above]}”之下直接用“{_SHOWN[below]}”，{said}"
                yield Remark(
                    child.marker.span,
                    message,
                    f"按“一、（一）1.（1）”的次序，宜用“{_SHOWN[min(above + 1, len(STANDARD))]}”",
                )


def _marker(node: Node) -> Marker | None:
    text = node.marker.text + "甲" if node.marker else ""
    return match_marker(text, 0, len(text))


def _rank(node: Node) -> int:
    marker = _marker(node)
    return marker.kind.level if marker else 0


# What stands behind a number, what is wrong with it, and the mark that belongs there.
_BAD_MARKS = (
    (lazy(rf"[（(][{FIGURES}0-9]+[）)][、，,.．]"), "带括号的序号后面不加标点", ""),
    (lazy(rf"[{FIGURES}]+[.．，,]$"), "汉字序号后面用顿号", "、"),
    (lazy(r"[0-9０-９]+、$"), "阿拉伯数字序号后面用下脚点", "."),
    (lazy(rf"第[{FIGURES}]+、$"), "“第一”之类后面用逗号", "，"),
)


def marker_marks(script: Script) -> Iterator[Remark]:
    """Evidence: the mark behind a number is not the one of GB/T 9704, 7.3.3 and GB/T 15834, 4.4.3, 4.5.3."""
    for node in script.document.walk():
        if node.marker is None:
            continue
        text = reading_text(node.marker)
        for pattern, message, right in _BAD_MARKS:
            if pattern.match(text):
                yield Remark(node.marker.span, message, f"改为“{text[:-1]}{right}”")


def empty_sections(script: Script) -> Iterator[Remark]:
    """Evidence: a heading on its own line with nothing below it, among siblings that have text."""
    for siblings in _families(script):
        full = [node for node in siblings if (node.body or node.children) and _rank(node)]
        if len(full) < _COMPANY or len(full) * 2 < len(siblings):
            continue
        for node in siblings:
            if (
                not (node.body or node.children or node.run_in)
                and not _stop(script, node)
                and len(node.heading.text) <= LONGEST_HEADING
            ):
                yield Remark(node.heading.span, "标题下面没有内容", "补上内容，或删去标题")


def heading_stops(script: Script) -> Iterator[Remark]:
    """Evidence: a full stop behind a heading that has its line to itself and text below."""
    for node in script.document.walk():
        mark = _stop(script, node)
        below = node.body or any(not child.run_in for child in node.children)
        if mark == "。" and _rank(node) and below and len(node.heading.text) <= LONGEST_HEADING:
            at = node.heading.span.end
            yield Remark(Span(at, at + 1), "独立成行的标题末尾不用句号等标点", f"删去“{mark}”")


def heading_habits(script: Script) -> Iterator[Remark]:
    """Evidence: of headings of one numbering, each on its own line, most end in one way, few in another."""
    for siblings in _families(script):
        alone = [node for node in siblings if not node.run_in and node.marker]
        stopped = [node for node in alone if _stop(script, node)]
        plain = [node for node in alone if not _stop(script, node)]
        few, many = sorted((stopped, plain), key=len)
        if not few or len(many) < FEWEST_LIKE or len(many) <= len(few):
            continue
        for node in few:
            said = "没有" if many is plain else "有"
            yield Remark(node.heading.span, f"同级标题末尾{said}标点，这一个不同", "与同级标题统一")


def _stop(script: Script, node: Node) -> str:
    """The mark between a heading on a line of its own and the line's end; empty for run-in headings."""
    if node.run_in:
        return ""
    line = script.source.line_at(node.heading.span.end)
    behind = script.source.text[node.heading.span.end : line.span.end].strip()
    return behind if len(behind) == 1 and behind in "。；，、：:;," else ""


def _families(script: Script) -> Iterator[Sequence[Node]]:
    """The siblings of each level that share a kind of numbering."""
    for nodes in [script.document.nodes, *(node.children for node in script.document.walk())]:
        kinds: dict[int, list[Node]] = {}
        for node in nodes:
            kinds.setdefault(_rank(node), []).append(node)
        yield from kinds.values()


_HAN = "一二两三四五六七八九十"
_MATTERS = "(?:意见|要求|体会|建议|希望|工作|措施|看法|想法|任务|内容|情况|问题|认识|打算)"
_ANNOUNCED = lazy(
    rf"(?P<count>[{_HAN}]{{1,2}}|\d{{1,2}})(?:个方面|点|条|项|个问题|个部分|个层面|句话)"
    rf"(?:的?{_MATTERS})?"
    r"[^。；：！？\n]{0,6}[：:。]\s*$"
)
_INLINE = lazy(
    rf"(?P<count>[{_HAN}]{{1,2}}|\d{{1,2}})(?:个方面|点|条|项|个问题|句话|个[^，。：\s]{{1,4}})"
    rf"(?:的?{_MATTERS})?[：:](?=一是)"
)
_POINT = lazy(rf"(?<![统万])([{_HAN}])是")


def announced(script: Script) -> Iterator[Remark]:
    """Evidence: 讲三点意见：, and another number of items follows at that level or in the paragraph."""
    told = [*_announced_above(script)]
    yield from told
    for remark in _announced_inline(script):
        if not any(
            remark.span.start <= other.span.end and other.span.start <= remark.span.end for other in told
        ):
            yield remark


def _announced_above(script: Script) -> Iterator[Remark]:
    """Evidence: the last words before the first item say how many there are."""
    document = script.document
    leads = [(document.preamble, document.nodes)]
    leads += [(node.body, node.children) for node in document.walk()]
    for body, children in leads:
        before = [piece for piece in body if children and piece.span.end <= children[0].span.start]
        found = _ANNOUNCED.search(before[-1].text) if before else None
        if found is None:
            continue
        items, count = _series(children), _count(found)
        if items > 1 and count > 1 and count != items:
            start = before[-1].span.start
            span = Span(start + found.start(), start + found.end("count"))
            yield Remark(span, f"前面说 {count} 项，后面有 {items} 项", "核对项数")


def _announced_inline(script: Script) -> Iterator[Remark]:
    """Evidence: 做到四点：一是…二是…, and the paragraph counts to another number."""
    for found in _INLINE.finditer(script.text):
        _, end = script.paragraph(found.start())
        values = [han_value(point[1]) for point in _POINT.finditer(script.text, found.end(), end)]
        run = next((n for n, value in enumerate(values) if value != n + 1), len(values))
        count = _count(found)
        if count > 1 and 1 < run == len(values) != count:
            yield script.remark(found, f"前面说 {count} 项，后面有 {run} 项", "核对项数", "count")


def _count(found: re.Match[str]) -> int:
    return han_value(found["count"])


def _series(children: Sequence[Node]) -> int:
    """How many numbers the numbering has that the first child opens."""
    first = _marker(children[0])
    last = count = 0
    for child in children:
        marker = _marker(child)
        if not (first and marker and marker.kind is first.kind) or marker.value < last:
            break
        count += marker.value > last
        last = marker.value
    return count


_UNIT = lazy(r"(?<![\u4e00-\u9fff])?(省|市|县|区|镇|乡)(?=委|政府|纪委|人大|政协)")
_OWN = lazy(
    r"(?:我|本)(?P<own>省|市|县|区|镇|乡)|依法治(?P<ruled>省|市|县|区)"
    r"|(?P<party>省|市|县|区)委(?=全面依法治|理论学习中心组|常委会班子)"
)


def unit_levels(script: Script) -> Iterator[Remark]:
    """Evidence: the title names a unit of one level, and the text says 我市, 依法治市 of another."""
    title = script.document.title_text
    named = set(_UNIT.findall(title))
    if len(named) != 1:
        return
    level = named.pop()
    for found in _OWN.finditer(script.text, script.reading(script.document.title[-1].span.end)):
        other = found["own"] or found["ruled"] or found["party"]
        if other != level and {other, level} <= {"省", "市", "县", "区"}:
            message = f"标题是“{level}”一级，这里是“{other}”一级"
            yield script.remark(found, message, "核对单位层级")


def unstopped(script: Script) -> Iterator[Remark]:
    """Evidence: a paragraph of several sentences whose last one has no end mark."""
    bodies = [piece for node in script.document.walk() for piece in node.body]
    for piece in [*script.document.preamble, *bodies]:
        text = piece.text.rstrip("* ")
        if "。" in text and len(text) > LONGEST_HEADING // 2 and re.search(r"[\u4e00-\u9fff，、]$", text):
            end = piece.span.start + len(text)
            yield Remark(Span(end - 1, end), "段末没有句末标点", "补上句号")
