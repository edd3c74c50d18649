"""From bytes to text.

A BOM decides; then UTF-8, which hardly anything else passes for; then the candidates are compared by how much
of the text is made of the characters that Chinese prose is mostly made of. GB 18030 decodes nearly any bytes,
so decoding without error proves nothing for it. Lines of another encoding (files put together by copying) are
decoded by themselves. A few bytes that fit nowhere (a file cut short, a scar of copying) become U+FFFD, so
that the rest can be used; the pipeline reports each.
"""

from __future__ import annotations

import codecs
from itertools import islice

from reportgen.errors import SourceError
from reportgen.readers.tidying import tidy
from reportgen.text.patterns import lazy

_BOMS = (
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xef\xbb\xbf", "utf-8"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_UNIT = {"utf-32-le": 4, "utf-32-be": 4, "utf-16-le": 2, "utf-16-be": 2}
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB 18030", "big5hkscs": "Big5"}
_CANDIDATES = tuple(_NAMES)
BIG5 = "big5hkscs"
"""Big5 with the characters of Hong Kong (HKSCS) and the numbers in circles of ETEN, which Windows lacks."""
# Where Windows (code page 950) and WHATWG Encoding, 11.1, take other marks for the same bytes.
_WINDOWS_MARKS = str.maketrans("•∼､‾¥", "‧～﹑¯￥")
# About the two hundred commonest characters of official prose, in both scripts, and its punctuation.
_COMMON = frozenset(
    "的一是在不了有和人中大为上国我以要时来用们生到作地于出就分对成会可主发年动同工也能下过说产种面而方后多"
    "定行学法所民得经十三之进着等部度家力理起现实加量都两体制机当使点从业本把性应开合由其前政四日社义事平全"
    "表与关各重新内数正心明利质第向道此条结解问意建月公情者最立代已通并提题党程展五位常文总次设及管特求基资"
    "领导推深高化治服务组织保障责任落实工作报告同志各位代表发言讲话会议精神坚持强抓改革"
    "這個為國來時們過說產種後學經進實體應關條問黨總領導務組織責報講話會議對動發還與數變點並開從業將"
    "，。、；：“”（）《》！？"
)
_WIDE_SHARE = 0.95
_SCAR_SHARE, _FEW_SCARS = 0.02, 3  # beyond that the file is not text in any encoding we know
_LOOKED_AT = 65536  # bytes that tell whether it is text at all
_LAST_ASCII = 0x7F
_ASCII, _HAN = range(0x20, 0x7F), range(0x4E00, 0xA000)
_PUNCTUATION, _CJK_PUNCTUATION, _FULL_WIDTH = (
    range(0x2010, 0x2070),
    range(0x3000, 0x3040),
    range(0xFF00, 0xFFF0),
)
_FEWEST_COMMON, _PROSE_SHARE = 3, 0.25  # prose has 40 % and more, bytes read as characters some 3 %
_SAMPLE = 4000  # characters that tell one encoding from the other
# Where the encoding may change: at a line, or at a tag, as pages often are a single line. Neither sign is
# the second byte of any character of the candidates.
_PIECES = lazy(b"(\r\n|\r|\n|<)")
_MOST_LATIN = 0.8
"""Share of ASCII bytes beyond which a text without NUL is no UTF-16: pairs of letters read as Han there."""
_HZ = lazy(rb"~\{(?:[!-w][!-~])+~\}")
# RFC 1843: Han characters of seven bits, between ~{ and ~}.
# What GB 18030-2022 moved out of the private area, against the edition that Python knows.
_MOVED = str.maketrans(
    "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864\ue7c7",
    "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb\u1e3f",
)
_STRANGER = 0.3  # how much better another encoding must fit a line before it is taken for that line


def decode(data: bytes, name: str) -> str:
    r"""Return the text of `data`, tidied: newlines as ``\n``, no BOM, nothing that nobody sees.

    Args:
        data: the bytes of the file.
        name: what a message calls the file.

    Raises:
        SourceError: no encoding fits.
    """
    return decode_named(data, name)[0]


def decode_named(data: bytes, name: str) -> tuple[str, str]:
    """Return the text as `decode` does, with the name of its encoding as people write it.

    Raises:
        SourceError: no encoding fits.
    """
    raw, encoding = _text_of(data)
    text = tidy(raw)
    if _scars(text) > max(_FEW_SCARS, _SCAR_SHARE * len(text)):
        line = text[: text.index("\ufffd")].count("\n") + 1
        raise SourceError(
            f"看不出文字编码（从第 {line} 行起）",
            where=name,
            hint="文件可能已损坏；请用记事本打开，另存为 UTF-8 编码后再试",
        )
    return text, encoding


def wide_encoding(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 form of `data`; None for anything else.

    Without a BOM it is the form in which nearly all the text is Chinese or ASCII: other bytes, GBK and
    Big5 among them, fall into other scripts there.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom) and encoding != "utf-8":
            return encoding
    head = data[:_LOOKED_AT]
    if b"\0" not in head and (_begins(head, "utf-8") or _is_latin(head)):
        return None
    for encoding in _WIDE:
        text = _try(head[: len(head) // _UNIT[encoding] * _UNIT[encoding]], encoding)  # it may be cut short
        if text and sum(map(_usual, text)) >= _WIDE_SHARE * len(text):
            return encoding
    return None


def reads_as_prose(data: bytes) -> bool:
    """Whether bytes are Chinese text, whatever sign they begin with: the common characters are in them."""
    head = data[:_LOOKED_AT]
    wide = wide_encoding(head)
    encodings = (wide,) if wide else _CANDIDATES
    return any(_has_prose(head.decode(encoding, "ignore")) for encoding in encodings)


def _has_prose(text: str) -> bool:
    foreign = [char for char in text if ord(char) > _LAST_ASCII]
    common = sum(char in _COMMON for char in foreign)
    return common >= _FEWEST_COMMON and common >= _PROSE_SHARE * len(foreign)


def _begins(head: bytes, encoding: str) -> bool:
    """Whether text of this encoding begins so; the last character may be cut."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _is_latin(head: bytes) -> bool:
    return sum(byte <= _LAST_ASCII for byte in head) > _MOST_LATIN * len(head)


def _text_of(data: bytes) -> tuple[str, str]:
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace"), wide.upper().rpartition("-")[0]
    text = _try(data, "utf-8")
    if text is not None:
        seven = _try(data, "hz") if data.isascii() and _HZ.search(data) else None
        return (seven, "HZ") if seven and _has_prose(seven) else (text, _NAMES["utf-8"])
    main = max(_CANDIDATES, key=lambda encoding: _fitness(decoded(data, encoding)))
    whole = decoded(data, main)
    mixed = "".join(_line_of(piece, main) for piece in _PIECES.split(data))
    if mixed == whole or _scars(mixed) > _scars(whole):
        return whole, _NAMES[main]
    return mixed, f"{_NAMES[main]}，有的行是别的编码"


def _line_of(line: bytes, main: str) -> str:
    """Decode a line in the encoding of the file, or in another one that fits it far better."""
    best = decoded(line, main)
    # GB 18030 decodes UTF-8 as well, into rare characters; hardly anything else passes for UTF-8.
    suspect = _scars(best) or (main != "utf-8" and not line.isascii() and _try(line, "utf-8") is not None)
    if not suspect:
        return best
    others = (decoded(line, encoding) for encoding in _CANDIDATES if encoding != main)
    other = max(others, key=_likeness)
    return other if _likeness(other) > _likeness(best) + _STRANGER else best


def decoded(data: bytes, encoding: str, errors: str = "replace") -> str:
    """Return bytes as a text of some encoding, Big5 and GB 18030 as their files have it.

    Raises:
        UnicodeDecodeError: they are none, and `errors` is ``strict``.
    """
    text = data.decode(encoding, errors)
    if encoding == BIG5:
        return text.translate(_WINDOWS_MARKS)
    return text.translate(_MOVED) if encoding == "gb18030" else text


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _scars(text: str) -> int:
    return text.count("\ufffd")


def _fitness(text: str) -> float:
    # What is ASCII is so in all candidates; the head of a page may hold nothing else.
    telling = "".join(islice((char for char in text if ord(char) > _LAST_ASCII), _SAMPLE))
    return _likeness(telling) - 10 * _scars(text) / max(len(text), 1)


def _likeness(text: str) -> float:
    """How much of the text, blanks apart, is common characters or ASCII; 0 to 1."""
    solid = [char for char in text if not char.isspace()]
    return sum(char in _COMMON or char.isascii() for char in solid) / max(len(solid), 1)


def _usual(char: str) -> bool:
    code = ord(char)
    return (
        char in "\n\r\t\ufeff"
        or code in _ASCII
        or code in _PUNCTUATION
        or code in _CJK_PUNCTUATION
        or code in _HAN
        or code in _FULL_WIDTH
    )
