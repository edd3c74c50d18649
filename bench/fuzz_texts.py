"""Damages of what is text: plain, Markdown, web pages, pages in one file, Rich Text.

Each takes the bytes of a file, those of another, and a generator of chance.
"""

from __future__ import annotations

import base64
import quopri
import random
import re
from collections.abc import Callable

from fuzz_packages import MANY, STRANGE, Damage, some, spliced

Change = Callable[[bytes, random.Random], bytes]
_TAG = re.compile(rb"</?[A-Za-z][^<>]{0,200}>")
_CLOSED = re.compile(rb"</[A-Za-z][^<>]{0,20}>")
_ATTRIBUTE = re.compile(rb"""(?<==["'])[^"'<>]{0,60}(?=["'])""")
_WORD = re.compile(rb"\\[a-z]{1,20}-?\d{0,8}")


def plainly(change: Change) -> Damage:
    """A damage that asks for no other file."""
    return lambda data, _other, chance: change(data, chance)


def put_in(*pieces: str, count: int = MANY) -> Damage:
    """One of these many times, at the beginning, at the end or anywhere, in a line of its own or not."""

    def damage(data: bytes, _other: bytes, chance: random.Random) -> bytes:
        piece = chance.choice(pieces).encode()
        at = chance.choice((0, len(data), chance.randrange(len(data) + 1)))
        line = chance.choice((b"", b"\n", b"\n\n"))
        return data[:at] + line + piece * chance.choice((count, count // 30, 200)) + line + data[at:]

    return damage


def _one_line(data: bytes, chance: random.Random) -> bytes:
    flat = re.sub(rb"[\r\n]+", chance.choice((b"", b" ")), data)
    return flat * (chance.choice((1, 200_000, 1_000_000)) // max(len(flat), 1) + 1)


def _many_lines(data: bytes, chance: random.Random) -> bytes:
    return data * min(chance.choice((2, 20, 1_000_000)), 2_700_000 // max(len(data), 1) + 1)


def _short_lines(data: bytes, chance: random.Random) -> bytes:
    text, width = data.decode("utf-8", "ignore"), chance.choice((1, 2, 7, 30))
    return "\n".join(text[at : at + width] for at in range(0, len(text), width)).encode()


def _mixed(data: bytes, chance: random.Random) -> bytes:
    encodings = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16", "utf-32", "latin-1", "shift-jis", "utf-7")
    lines = data.decode("utf-8", "replace").splitlines(keepends=True)
    return b"".join(line.encode(chance.choice(encodings), "ignore") for line in lines)


def _lone(data: bytes, chance: random.Random) -> bytes:
    """In UTF-16 or GB18030, with halves of characters, or bytes too many or too few."""
    encoding = chance.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5"))
    out = data.decode("utf-8", "ignore").encode(encoding, "ignore")
    halves = (
        b"\x00\xd8",
        b"\xd8\x00",
        b"\xdc\x00",
        b"\x84\x31\xa5\x30",
        b"\xff",
        b"\x81\x30",
        b"\xfe\xff",
        b"\0",
    )
    for _ in range(chance.choice((1, 10, 1000))):
        at = chance.randrange(len(out) + 1)
        out = out[:at] + chance.choice(halves) + out[at:]
    return out


def _controls(data: bytes, chance: random.Random) -> bytes:
    signs = (
        "\0\x01\x08\x1a\x1b\x7f\x85\u2028\u2029\u200b\u200d\ufeff\u202e\ufffe\U000e0001\u0300\v\f\r".encode()
    )
    chars = signs.decode()
    text = data.decode("utf-8", "ignore")
    for _ in range(chance.choice((1, 30, 500))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(chars) * chance.choice((1, 1, 5)) + text[at:]
    return text.encode()


PLAIN: dict[str, Damage] = {
    "one line": plainly(_one_line),
    "many times": plainly(_many_lines),
    "short lines": plainly(_short_lines),
    "mixed encodings": plainly(_mixed),
    "halves of characters": plainly(_lone),
    "controls": plainly(_controls),
    "digits": put_in("1", "１", "9.", "1,", "1%", "２０", "1/2"),
    "numbers of headings": put_in("一、", "（一）", "1. ", "第一章", "一是", "①", "\n一、好\n", "(1)",
        "第1讲\n"),
    "quotation marks": put_in("“", "”", "“”", "“‘", "《", "》", "（", "）", "【", "「", '"', "'"),
    "stops": put_in("。", "，", "、", "；", "！？", "：", "…", "——", "·", ".", "！\n"),
    "blanks": put_in(" ", "\t", "\u3000", "\n ", "\xa0", "\u200b", "\r", "\r\n", " \n", "\v", "一 "),
    "one character": put_in("好", "a", "的", "年", "们：", "\U00020000", "é", "-", "=", "同志们，",
        "同志们："),
    "dates": put_in("2023年", "（2023年1月1日）", "1月", "第", "十", "万", "百", "零", "亿元",
        "\n2023年1月1日\n"),
}  # fmt: skip


def _list(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((30, 400, 1500))
    mark = chance.choice(("- ", "1. ", "> ", "* + ", "- > ", "- [ ] "))
    step = chance.choice(("  ", "    ", "\t", ""))
    nested = "\n".join(step * at + mark + "好" for at in range(depth))
    return data + f"\n\n{nested}\n".encode()


def _table(data: bytes, chance: random.Random) -> bytes:
    columns = chance.choice((3, 300, 20_000))
    row = "|好" * columns + "|\n"
    return data + ("\n" + row + "|-" * columns + "|\n" + row * min(30_000 // columns, 2000)).encode()


def _front(data: bytes, chance: random.Random) -> bytes:
    laughs = "a0: &a0 [x,x]\n" + "".join(f"a{at}: &a{at} [{f'*a{at - 1},' * 9}]\n" for at in range(1, 20))
    fields = (
        "title: " + "[" * MANY, laughs, "title: !!python/object/apply:os.system [x]", "date: 9999-99-99",
        "title: {a: " * 3000, "title: |\n" + " x\n" * 30_000, "? " * 9999, "title: '" + "'" * 99_999,
        "- " * 50_000,
        "title: \0", "a: &a *a", "date: 2023-02-31", "title: 1e999", "author: [1, {2: 3}]",
        "title:" + " " * MANY,
    )  # fmt: skip
    return b"---\n" + chance.choice(fields).encode() + chance.choice((b"\n---\n", b"\n...\n", b"\n")) + data


MARKDOWN: dict[str, Damage] = {
    "signs": put_in(*"[]()*_>`~#|!<\\&^:-+=$"),
    "signs of links": put_in("[a](", "![", "[[", "](", "[^1]", "[^1]: a\n", "[a]: b\n", "<a", "<!--",
        "<http://a", "](<"),
    "signs of weight": put_in("**a ", "*a**b", "_a_", "***", "~~a", "**a*", "`a``", "* a *", "**一**",
        "*一。**", "__a"),
    "signs of lines": put_in("# ", "\n#", "\n> ", "\n- ", "\n1. ", "\n```\n", "\n---\n", "\n    a", "\n|",
        "> > ", "\n\n*"),
    "other signs": put_in("&amp;", "&#0;", "&#x110000;", "&a", "\\*", "\\[", "<b>", "</b>", "<br>", "$$",
        "==", ":::"),
    "nested lists": plainly(_list),
    "wide table": plainly(_table),
    "front matter": plainly(_front),
}  # fmt: skip


def _unclosed(data: bytes, chance: random.Random) -> bytes:
    return spliced(data, some(_CLOSED, data, chance), lambda _: b"", chance.choice((1, 20, 10_000)))


def _tags(data: bytes, chance: random.Random) -> bytes:
    """Tags exchanged for others of the same page."""
    found = some(_TAG, data, chance)
    all_of = [one[0] for one in found]
    return spliced(data, found, lambda _: chance.choice(all_of), chance.choice((1, 10, 300)))


def _attributes(data: bytes, chance: random.Random) -> bytes:
    found = some(_ATTRIBUTE, data, chance)
    return spliced(data, found, lambda _: chance.choice(STRANGE[:-1]), chance.choice((1, 20, 300)))


def _in_tags(data: bytes, chance: random.Random) -> bytes:
    attributes = (
        b" hidden", b" style='display:none'", b" start=99999999999", b" start=-5", b" colspan=99999999",
        b" rowspan=9999",
        b" class='" + b"nav " * 9999 + b"'", b" type=I", b" value=x", b" a" * 9999,
        b" style='" + b"font:" * 9999 + b"'",
        b" start=2147483648 type=i", b" reversed start=99999 type=a", b" style='font-size:1e99px'",
        b" lang=\0",
    )  # fmt: skip
    found = some(re.compile(rb"<(?:ol|li|td|p|div|body|span|table|h\d)(?=[ >])"), data, chance)
    return spliced(data, found, lambda one: one + chance.choice(attributes), chance.choice((1, 20)))


HTML: dict[str, Damage] = {
    "unclosed": plainly(_unclosed),
    "tags exchanged": plainly(_tags),
    "attributes": plainly(_attributes),
    "attributes put in": plainly(_in_tags),
    "nested tags": put_in("<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font>", "<a>", "<p><div>",
        "<svg>", "<ol><li>"),
    "blocks nested": put_in("<blockquote>", "<section>好", "<span>好", "<h1>好", "<b><i>好", "<div>好。",
        "<dl><dd>"),
    "many tags": put_in("<br>", "<p>", "<p>好", "</div>", "<hr>", "<img>", "<td>", "<li>", "<tr><td>好",
        "<div></div>"),
    "never ended": put_in("<!--", "<script>", "<style>", "<textarea>", "<plaintext>", "<title>",
        "<![CDATA[", "<?", "<a b='"),
    "signs of pages": put_in("<", "&", "&#", "&#xfffffff;", "&#0;", "&nbsp;", "<<", "</", "=", "<a ",
        "&#xd800;", "<!"),
    "charset": lambda data, _other, chance: re.sub(
        rb"charset=[\"']?[\w-]+",
        lambda _: b"charset=" + chance.choice((b"utf-16", b"x", b"utf-7", b"gbk", b"rot13", b"zip", b"",
        b"idna")),
        data if b"charset=" in data else b"<meta charset=utf-8>" + data,
    ),
}  # fmt: skip


def as_mht(page: bytes) -> bytes:
    """A page as browsers save it in one file."""
    head = b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; "
    head += b'boundary="b1"; type="text/html"\r\n\r\n'
    part = b"--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: "
    coded = b"quoted-printable\r\n\r\n" + quopri.encodestring(page)
    if len(page) % 2:
        coded = b"base64\r\n\r\n" + base64.encodebytes(page)
    return head + part + coded + b"\r\n--b1--\r\n"


def _fields(data: bytes, chance: random.Random) -> bytes:
    kinds = (
        b"Content-Type: multipart/related; boundary=\"\"", b"Content-Type: text/html; charset=rot13",
        b"Content-Type: ",
        b"Content-Transfer-Encoding: base64", b"Content-Transfer-Encoding: x-uuencode",
        b"X: " + b"a" * 99_999,
        b"Content-Type: text/html; charset*=utf-8''%ff", b"Content-Type: message/rfc822", b" folded" * 9999,
        b"\xff: \xff",
        b"Content-Type: multipart/related; boundary=\"b1\"", b"Content-Type: text/html; charset=\"\0\"",
        b"X:\r\n" * 9999,
    )  # fmt: skip
    found = some(re.compile(rb"(?m)^Content-[^\r\n]*"), data, chance)
    return spliced(data, found, lambda _: chance.choice(kinds), chance.choice((1, 2)))


def _nested_parts(data: bytes, chance: random.Random) -> bytes:
    depth = chance.choice((20, 900, 5000))
    parts = "".join(
        f'--b{n}\r\nContent-Type: multipart/related; boundary="b{n + 1}"\r\n\r\n' for n in range(1, depth)
    )
    return data.replace(b"--b1\r\n", parts.encode() + b"--b%d\r\n" % depth, 1)


MHT: dict[str, Damage] = {
    "fields": plainly(_fields),
    "parts nested": plainly(_nested_parts),
    "parts": put_in(
        "\r\n--b1\r\n\r\n", "\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>好", "\r\n--b1--", count=30_000
    ),
    "codes": put_in("=", "=E4", "=\r\n", "A", "==", "=\n", "=?utf-8?B?"),
}

RTF: dict[str, Damage] = {
    "groups": put_in("{", "}", "{}", "{\\*", "{\\b ", "{\\field{\\*\\fldinst "),
    "words": put_in(
        "\\par ", "\\u-1 ?", "\\u99999 ", "\\'", "\\'ff", "\\bin99999999 ", "\\cell ", "\\trowd ", "\\tab "
    ),
    "numbers": lambda data, _other, chance: spliced(
        data, some(_WORD, data, chance), lambda one: one + chance.choice((b"9999999", b"-1", b"0")), 30
    ),
    "pictures": put_in("{\\pict\\wmetafile8 ", "{\\object\\objemb ", "{\\shp", count=3000),
}
