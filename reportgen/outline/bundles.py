"""The name of a collection above the title of a speech taken out of it, and labels before the title."""

from __future__ import annotations

from reportgen.outline.signatures import is_titled
from reportgen.text.patterns import lazy

_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_EDITION = r"[【\[〔（(]\s*[^】\]〕）)。；，]{0,6}版\s*[】\]〕）)]"
_COUNT = rf"[（(【]?\s*(?:共|精选|通用|合计)?\s*{_NUMBER}\s*篇\s*[）)】]?"
_BUNDLE = lazy(
    rf"(?:{_EDITION})?\s*(?!在|关于)[^。；！？]{{0,40}}(?:合集|汇编|汇总|精选集?|大全|集锦|选编|文集|范文)\s*(?:{_COUNT})?"
    rf"|[^。；！？]{{2,40}}{_COUNT}|{_EDITION}|(?:极简|精简|简洁|浓缩|精华|完整|通用)版"
    rf"|第\s*{_NUMBER}\s*[篇辑][：:]?|[【]?(?:篇|范文|例文)\s*{_NUMBER}[】]?[：:]?"
)
_PAPERS = lazy(r"[^。；！？，：]{0,30}(?:交流|发言|会议|大会|参阅|学习|心得|典型|宣讲)(?:材料|文件|资料)")
_OPENS_TITLE = lazy("在|关于|致")
_EDITED = lazy(_EDITION)
_LABEL = lazy(rf"(?:{_EDITION}|[【]?(?:篇|范文|例文)\s*{_NUMBER}[】]?\s*[：:]?)\s*(?=\S{{6}})")


def is_bundle(line: str, below: str) -> bool:
    """Whether a line names what the speech was taken out of (…合集（10篇）), and its title stands below.

    学习心得交流材料 is the kind of paper, where another line of a title stands below.
    【极简版】 in front of a title is no evidence by itself: the title may go on in the next line.
    """
    if _PAPERS.fullmatch(line):
        return True
    if _BUNDLE.fullmatch(line):
        return is_titled(below) or bool(_OPENS_TITLE.match(below) or _BUNDLE.fullmatch(below))
    return _EDITED.match(line) is not None and is_titled(line) and is_titled(below)


def label_length(line: str) -> int:
    """Return how many characters before a title are none of it (【极简版】, 篇一：)."""
    found = _LABEL.match(line)
    return found.end() if found else 0
