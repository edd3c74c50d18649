"""Marks that do not go together, and quotes of the wrong kind (GB/T 15834-2011)."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.analysis.proofreading.width import protected
from reportgen.text.patterns import lazy

_DOUBLED = lazy(r"[，、；：。]{2,}|[！？][，。；、]+|[，。；、：][！？]+")
_MEANT_DOTS = 3  # full stops that are meant for an ellipsis
_DOUBLE_STOP = lazy(r"[。！？]”[。]")
_HUNG = lazy(r"[，、；：](?=[”）》’])|(?<=[“（《‘])[，、；。：]")
_STRAIGHT = lazy(
    r'(?<=[\u4e00-\u9fff，。、：；（])"|"(?=[\u4e00-\u9fff，。、；：）《])|"(?=[^"\n]*[\u4e00-\u9fff][^"\n]*")'
)
_BETWEEN = lazy(r"(?<=[”》])、(?=[“《])")
_ET_CETERA = lazy(
    r"(?<=[\u4e00-\u9fff”》])、(?=等(?![级次同候待差价量距高额效值边离、]))|…{1,2}等(?![待候级于到你我他])|等…{1,2}"
)
_DOTS = lazy(r"(?<=[\u4e00-\u9fff”，、])(?:\.{3,}|。{3,}|·{3,})|(?<!…)…(?!…)(?![^\n]{0,100}\d$)|…{3,}")
_DASH = lazy(
    r"(?<=[\u4e00-\u9fff”》])(?:--+|－－+|──+)(?=[\u4e00-\u9fff“《])|(?<=[\u4e00-\u9fff”])(?:—(?!—)(?<!——))(?=[\u4e00-\u9fff“])"
)


def doubled(script: Script) -> Iterator[Remark]:
    """Evidence: two stops side by side: ，， 。， 、；."""
    for found in _DOUBLED.finditer(script.text):
        if set(found[0]) == {"。"} and len(found[0]) >= _MEANT_DOTS:
            continue
        yield script.remark(found, f"标点重叠“{found[0]}”", "只留一个")


def double_stop(script: Script) -> Iterator[Remark]:
    """Evidence: a full stop on both sides of a closing quote."""
    for found in _DOUBLE_STOP.finditer(script.text):
        yield script.remark(found, "引号内外都有句末标点", "独立引用留里面的，引文是句子成分的留外面的")


def hung(script: Script) -> Iterator[Remark]:
    """Evidence: a comma right before a closing mark, or a stop right behind an opening one."""
    for found in _HUNG.finditer(script.text):
        yield script.remark(found, f"“{found[0]}”紧挨着引号、括号或书名号", "移到外面，或删去")


def straight_quotes(script: Script) -> Iterator[Remark]:
    """Evidence: an ASCII quote beside Chinese (GB/T 15834, 4.8.2: “ ”)."""
    shielded = protected(script.text)
    for found in _STRAIGHT.finditer(script.text):
        if not shielded[found.start()]:
            yield script.remark(found, "中文里用了直引号", "改为弯引号“ ”")


def between_quotes(script: Script) -> Iterator[Remark]:
    """Evidence: 、 between two quotes or two titles that stand side by side (GB/T 15834, 4.5.3.5)."""
    for found in _BETWEEN.finditer(script.text):
        yield script.remark(found, "并列的引号、书名号之间通常不用顿号", "删去顿号")


def et_cetera(script: Script) -> Iterator[Remark]:
    """Evidence: 、 or …… right before 等, which says the same again (GB/T 15834, 4.5, 4.11)."""
    for found in _ET_CETERA.finditer(script.text):
        yield script.remark(found, f"“{found[0]}”与“等”重复或多余", "只用“等”")


def ellipsis(script: Script) -> Iterator[Remark]:
    """Evidence: dots in another number or shape than …… (GB/T 15834, 4.11.2)."""
    shielded = protected(script.text)
    for found in _DOTS.finditer(script.text):
        if not shielded[found.start()]:
            yield script.remark(found, "省略号的形式不对", "改为六个点“……”")


def dash(script: Script) -> Iterator[Remark]:
    """Evidence: hyphens or one short dash between Han characters, where —— is meant (GB/T 15834, 4.10.2)."""
    for found in _DASH.finditer(script.text):
        if len(found[0]) > 1:
            yield script.remark(found, "破折号的形式不对", "改为“——”")
