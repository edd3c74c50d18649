"""What titles and headings are of: a kind of paper, or what is amiss."""

from __future__ import annotations

from reportgen.text.patterns import lazy

TROUBLES = lazy(r"问题|不足|困难|挑战|短板|原因|教训|形势|现状|背景")
"""Headings of what is amiss, or of how things stand."""
# A title that names what kind of paper it is, or the occasion, and not what it asks for.
_KIND = lazy(
    r"(?:讲话|发言|致辞|致词|报告|汇报|总结|材料|方案|要点|纪要|通知|通报|请示|函|批复|简报|专报|信息|摘要|提纲|稿|建议|意见|提案|会上?)"
    r"(?:（.{1,12}）|\(.{1,12}\))?$|^关于"
)


def is_kind(title: str) -> bool:
    """Whether a title names what kind of paper it is (…工作总结) and not what it is about."""
    return _KIND.search(title) is not None
