"""How thanks, welcome and good wishes are said."""

from __future__ import annotations

_HEARTILY = "(?:再次|再一次|衷心|真诚|诚挚|热烈|由衷|非常|特别|十分|深情|地|的|我|谨|要)*"
COURTESY = (
    "(?:请|请大家|敬请)?允许我"
    rf"|{_HEARTILY}(?:代表[^。！!]{{2,80}})?(?:向|对)[^。！!]{{2,80}}(?:表示|致以|道一声)[^。！!，,]{{0,16}}"
    "(?:感谢|谢意|欢迎|祝贺|问候|敬意|慰问|祝愿|辛苦)"
    rf"|{_HEARTILY}(?:感谢|谢谢|欢迎|预祝|祝愿|祝)(?:大家|各位|全[体市县省区乡镇]|同志|本次|这次|此次|会议|大会|活动|你们|您|朋友|来宾|新老|我们)"
)
"""A pattern for words of thanks, welcome and good wishes with those whom they are said to."""
