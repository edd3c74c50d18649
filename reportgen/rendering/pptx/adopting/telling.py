"""What a template offers, told to people before anything is made of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportgen.rendering.pptx.adopting.adopted import Found
from reportgen.rendering.pptx.adopting.covers import Cover
from reportgen.rendering.pptx.adopting.fields import Field
from reportgen.rendering.pptx.adopting.furniture import FOOTER, NUMBER, own_words
from reportgen.rendering.pptx.adopting.hosts import Host
from reportgen.rendering.pptx.adopting.sheet import masters_of, slides_of
from reportgen.rendering.pptx.adopting.standing import Content
from reportgen.rendering.pptx.markup import parsed, qn
from reportgen.rendering.surveying import Survey, Use

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportgen.rendering.pptx.adopting.sheet import Sheet
    from reportgen.rendering.pptx.parts import Package

_CM = 28.3465
"""Points a centimetre."""
_BODY_TYPE, _BODY_PITCH = 20.0, 30.0
"""Points of the type, and of its lines, in which room for contents is told."""


def told(package: Package, found: Found, path: Path) -> Survey:
    """Tell what a template has, what of it serves for what, and what is odd about it."""
    sheet, choice = found.sheet, found.choice
    facts = (
        ("页面", f"{_cm(sheet.width, sheet)} × {_cm(sheet.height, sheet)} 厘米"),
        ("母版", f"{len(masters_of(package))} 个"),
        ("版式", _layouts(package, found)),
        ("样例幻灯片", f"{len(slides_of(package))} 张（成稿里不出现）"),
        ("字体", "、".join(_fonts(package)) or "没有写明"),
    )
    content = choice.content
    uses = (
        Use("封面", choice.cover.host.name, _room_of(choice.cover.title), _drawn(choice.cover)),
        Use("有标题的各页", _in_turns(content, choice.twins), _room(content), _how(content)),
        *(Use(role, one.host.name, _room(one), _how(one)) for role, one in choice.others.items()),
        Use("结束页", choice.closing.host.name, _room_of(choice.closing.title), ""),
    )
    return Survey(path, facts, uses, tuple(_remarks(package, found)))


def _cm(points: float, sheet: Sheet) -> str:
    return f"{points * sheet.scale / _CM:.2f}"


def _layouts(package: Package, found: Found) -> str:
    count = sum(len(master.related("slideLayout")) for master in masters_of(package))
    same = count - len(found.layouts) - len(found.unreadable)
    return f"{count} 个" + (f"（其中 {same} 个与别的相同）" if same > 0 else "")


def _fonts(package: Package) -> Iterator[str]:
    for master in masters_of(package)[:1]:
        for theme in master.related("theme"):
            root = parsed(theme.data)
            names = [
                font.get("typeface", "")
                for kind in ("a:majorFont", "a:minorFont")
                for fonts in root.iter(qn(kind))
                for font in (*fonts.iterchildren(qn("a:ea")), *fonts.iterchildren(qn("a:latin")))
            ]
            yield from dict.fromkeys(name for name in names if name)


def _room_of(field: Field) -> str:
    size = field.sizes[0]
    left, top, right, bottom = field.insets
    across = int((field.box.width - left - right) / size)
    down = max(int((field.box.height - top - bottom) / (size * 1.3)), 1)
    return f"标题 {down} 行，每行约 {across} 字"


def _room(content: Content) -> str:
    across = int(content.room.width / _BODY_TYPE)
    return (
        f"{_room_of(content.heading)}；正文约 {int(content.room.height / _BODY_PITCH)} 行，每行 {across} 字"
    )


def _in_turns(content: Content, twins: tuple[Content, ...]) -> str:
    return "、".join(dict.fromkeys(one.host.name for one in (content, *twins)))


def _how(content: Content) -> str:
    """What is drawn since the template has no place for it."""
    return "" if content.heading.is_placeholder else "版式里没有标题的位置，标题画成文本框"


def _drawn(cover: Cover) -> str:
    names = (("标题", cover.title), ("副标题", cover.subtitle), ("落款", cover.byline))
    drawn = [name for name, field in names if not field.is_placeholder]
    return f"{'、'.join(drawn)}画成文本框" if drawn else ""


def _remarks(package: Package, found: Found) -> Iterator[str]:
    sheet, choice = found.sheet, found.choice
    if found.unreadable:
        yield f"写错了、读不了的版式不用：{'、'.join(found.unreadable[:6])}"
    if sheet.is_stretched:
        yield "占位符是按别的页面大小摆的，有的在页面之外；已按页面大小缩小"
    if choice.is_drawn and choice.content.host.sample is None:
        yield "没有带标题的版式：内容画在版式的空白处，颜色和字体取自模板"
    stands = (choice.content, *choice.twins)
    used = {id(choice.cover.host), id(choice.closing.host), *(id(one.host) for one in stands)}
    upright = [
        one for one in found.layouts if id(one) not in used and any(not spot.is_upright for spot in one.spots)
    ]
    if upright:
        yield f"有竖排或转了方向的占位符的版式不用：{_names(upright)}"
    bare = [one for one in found.layouts if not one.spots]
    if bare and len(bare) < len(found.layouts):
        yield f"没有占位符的版式：{_names(bare)}"
    yield from _on_hosts(found)
    yield from _duplicates(found)
    for master in masters_of(package):
        for theme in master.related("theme"):
            fonts = [one.get("typeface") for one in parsed(theme.data).iter(qn("a:ea"))]
            if fonts and not all(fonts):
                yield "主题没有写中文字体，已补上（有简体字体的用它，没有的用微软雅黑）"
                return


def _names(hosts: list[Host]) -> str:
    shown = "、".join(dict.fromkeys(f"“{one.called}”" for one in hosts[:6]))
    return shown + (f"等 {len(hosts)} 个" if len(hosts) > 6 else "")  # noqa: PLR2004  as many as a line holds


def _on_hosts(found: Found) -> Iterator[str]:
    """What is odd about the hosts that serve."""
    choice = found.choice
    stands = {"封面": choice.cover.host, "内容页": choice.content.host, "结束页": choice.closing.host}
    unread = [name for name, host in stands.items() if host.unread]
    if unread:
        yield f"{'、'.join(unread)}上有读不了的图片（EMF、WMF 等），没有量它上面的字看不看得清，请自己看一眼"
    fields = {
        "封面标题": (choice.cover.host, choice.cover.title),
        "封面副标题": (choice.cover.host, choice.cover.subtitle),
        "各页标题": (choice.content.host, choice.content.heading),
    }
    changed = [
        name for name, (_, field) in fields.items() if field.is_placeholder and field.colour is not None
    ]
    if changed:
        yield f"{'、'.join(changed)}原来的颜色在底色上看不清，已换成看得清的"
    kinds = {one.kind for one in choice.content.host.furniture}
    if FOOTER not in kinds:
        yield "内容页没有页脚，页脚不写"
    elif own_words(choice.content.host):
        yield f"页脚照模板写“{own_words(choice.content.host)}”"
    if NUMBER not in kinds:
        yield "内容页没有页码"


def _duplicates(found: Found) -> Iterator[str]:
    names = Counter(one.called for one in found.layouts)
    twice = [name for name, count in names.items() if count > 1]
    if twice:
        yield f"重名的版式：{'、'.join(f'“{name}”' for name in twice[:6])}；对照表里写到它时，指第一个"
