"""What kind of speech it is. It steers labels only."""

from __future__ import annotations

import re
from collections.abc import Sequence

UNKNOWN = "材料"
OPENING = 400
"""Characters from the start of the text in which a speech says what it is."""

# The last of these words in the title decides; longer words go before those they contain.
_TITLES = (
    ("主持词", r"主持词|主持讲话|主持稿"),
    ("述职", r"述职述廉报告|述职报告|述职述责报告|述职"),
    ("心得", r"心得体会|学习体会|心得|体会文章|感悟"),
    ("表态", r"表态发言|表态讲话|表态"),
    ("总结", r"工作总结|总结讲话|总结"),
    ("致辞", r"致辞|致词|祝酒辞|祝酒词|贺词|贺信|祝词|开幕词|闭幕词|欢迎词|欢迎辞|献词|答谢词|主旨演讲|演讲"),
    ("发言", r"发言|研讨|交流材料|汇报材料|汇报"),
    ("报告", r"报告|说明"),
    ("讲话", r"讲话|谈话|党课|辅导"),
)
_TEXTS = (
    ("发言", r"(?:作|做)(?:一?个)?(?:交流|汇报|表态)?发言|发言完毕"),
    (
        "报告",
        r"我[^。！？]{0,40}(?:(?:作|做)[^。！？，]{0,20}报告|报告(?:政府)?工作)|(?:向大会|向各位代表)[^。！？]{0,20}报告",
    ),
    (
        "讲话",
        r"(?:我|再|着重|重点)?(?:讲|谈|强调)(?:[几两三四五六]|以下).{0,4}(?:点|个|条)|提[几两三四五]点(?:要求|意见|希望)|会议的主要任务",
    ),
    ("致辞", r"(?:热烈的?祝贺|热烈欢迎|诚挚的?(?:问候|欢迎)|致以)"),
)


def genre_of(titles: Sequence[str], opening: str) -> str:
    """Return the genre that the last telling word of title or subtitle names, else what the opening says.

    Args:
        titles: the lines of the title in order, the subtitle last.
        opening: the text from its start.
    """
    joined = "".join(titles)
    places = [
        (found.end(), -at, name)
        for at, (name, words) in enumerate(_TITLES)
        for found in re.finditer(words, joined)
    ]
    if places:
        return max(places)[2]
    return next((name for name, words in _TEXTS if re.search(words, opening[:OPENING])), UNKNOWN)
