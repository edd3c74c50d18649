"""The kinds of files that may come as a speech: one row each, and nothing else in the code names one.

A row says how its kind is told, and what is in such a file: a speech, with the reader, the suffixes and the
words for people; or none, with what to tell the user. Rows are tried from the top, and the first that has one
of its signs takes the file. What no sign claims falls to the row that takes the rest of its shell, so every
file has exactly one row. Folders, completion, help and messages ask this table.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from reportgen.errors import SourceError
from reportgen.readers import markdown, signs
from reportgen.readers.looks import Shell, look_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportgen.readers.signs import Sign
    from reportgen.source import Source

    Reader = Callable[[bytes, str, str], Source]
    """Takes the bytes, what messages call the file, and the base of the output names."""


@dataclass(frozen=True, slots=True)
class Speech:
    """What is in a file that can be read.

    Attributes:
        reader: ``module:function`` below this package, loaded when such a file comes.
        noun: what `Source.kind` calls the file.
        called: the kind in one word, for lists of them; kinds of one word stand there once.
        suffixes: small, with the dot: what a folder's files are taken for speeches by.
    """

    reader: str
    noun: str
    called: str
    suffixes: tuple[str, ...] = ()

    def read(self, data: bytes, name: str, stem: str) -> Source:
        """Make a source of the bytes; `name` is what messages call them.

        Raises:
            SourceError: the file is damaged, too large, or holds no text.
        """
        module, function = self.reader.split(":")
        reader = cast("Reader", getattr(import_module(f"reportgen.readers.{module}"), function))
        return replace(reader(data, name, stem), kind=self.noun)


@dataclass(frozen=True, slots=True)
class Refusal:
    """What to tell of a file that holds no speech, and what its user can do."""

    message: str
    hint: str

    def read(self, _data: bytes, name: str, _stem: str) -> Source:
        """Refuse the file.

        Raises:
            SourceError: always.
        """
        raise SourceError(self.message, where=name, hint=self.hint)


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: its name in tests, the signs of which one tells it, and what is in it.

    `rest` are the shells of which it takes what has no sign at all.
    """

    name: str
    signs: tuple[Sign, ...]
    holds: Speech | Refusal
    rest: tuple[Shell, ...] = ()


_SAVE_ATTACHED = "请打开邮件，把附件里的讲话稿另存出来，或复制正文存为 .txt 后再试"
_COPY_OUT = "打开，复制其中的文字存为 .txt，或导出为 .docx、.pdf 后再试"
_WANTED = "请换成讲话稿的文字版（如 .docx、.pdf、.txt）"

TEXT = Format(
    "text",
    (),
    Speech("text:read_text", "文本", "文本", (".txt", *markdown.SUFFIXES)),
    rest=(Shell.TEXT,),
)
FORMATS = (
    # On the top, since a file behind a password shows the signs of its kind as well.
    Format(
        "locked",
        (signs.locked, signs.stream("EncryptedPackage")),
        Refusal("文件设了打开密码，读不了", "请用 Word 或 WPS 打开，去掉密码，另存后再试"),
    ),
    Format(
        "docx",
        (signs.part("word/"),),
        Speech("docx:read_docx", "Word 文件（docx）", "Word", (".docx",)),
        # A document may lie in any folder: its reader follows its relationships or says what lacks.
        rest=(Shell.PACKAGE,),
    ),
    Format(
        "msg",
        (signs.stream("__properties_version1.0"),),  # [MS-OXMSG] 2.4
        Refusal("这是邮件，不是讲话稿", _SAVE_ATTACHED),
    ),
    Format(
        "doc",
        (signs.stream("WordDocument"),),  # [MS-DOC] 2.1.1
        Speech("office:read_doc", "Word 或 WPS 文件（doc）", "WPS", (".doc", ".wps")),
        # Streams of no known name are left to LibreOffice, which reads some old word processors.
        rest=(Shell.COMPOUND,),
    ),
    Format("rtf", (signs.rtf,), Speech("office:read_rtf", "RTF 文件", "RTF", (".rtf",))),
    Format("odt", (signs.opendocument("text"),), Speech("office:read_odt", "ODT 文件", "ODT", (".odt",))),
    Format(
        "fodt",
        (signs.flat_opendocument("text"),),
        Speech("office:read_flat_odt", "ODT 文件（fodt）", "ODT", (".fodt",)),
    ),
    Format("pdf", (signs.pdf,), Speech("pdf:read_pdf", "PDF 文件", "PDF", (".pdf",))),
    Format(
        "flat-word",
        (signs.root("http://schemas.microsoft.com/office/2006/xmlPackage"),),
        # No suffix: most files called .xml in a folder are no speeches.
        Speech("docx:read_docx", "Word 文件（xml）", "Word"),
    ),
    Format(
        "word-xml",
        (signs.xml("w:wordDocument"),),
        Speech("office:read_word_xml", "Word 文件（xml）", "Word"),
    ),
    Format("html", (signs.page,), Speech("html:read_html", "网页", "网页", (".html", ".htm"))),
    Format(
        "mhtml",
        (signs.page_in_one_file,),
        Speech("html:read_mhtml", "网页（单个文件）", "网页", (".mht", ".mhtml")),
    ),
    Format("eml", (signs.mail,), Refusal("这是邮件，不是讲话稿", _SAVE_ATTACHED)),
    TEXT,
    Format(
        "ofd",
        (signs.entry("ofd.xml"),),  # the main entry of GB/T 33190-2016
        Refusal("这是 OFD 文件，还读不了", f"请用 WPS 或 OFD 阅读器{_COPY_OUT}"),
    ),
    Format(
        "epub",
        # EPUB 3.3, 4.3; files made anew by other programs do not keep the order.
        (signs.states("application/epub+zip"), signs.entry("meta-inf/container.xml")),
        Refusal("这是 EPUB 电子书，还读不了", f"请用阅读器{_COPY_OUT}"),
    ),
    Format(
        "iwork",
        (
            signs.entry(
                "index/document.iwa", "index.zip", "index.apxl", "quicklook/", "buildversionhistory.plist"
            ),
        ),
        Refusal("这是苹果 iWork（Pages 等）的文件，还读不了", "请用 Pages 打开，导出为 .docx 后再试"),
    ),
    Format(
        "mobi",
        (signs.holds(60, b"BOOKMOBI"),),  # a Palm database has its type and creator there
        Refusal("这是 Kindle 电子书，还读不了", f"请用阅读器{_COPY_OUT}"),
    ),
    Format(
        "caj",
        (signs.begins(b"CAJ\0", b"KDH "),),
        Refusal("这是 CAJ 文件，还读不了", f"请用 CAJ 阅读器{_COPY_OUT}"),
    ),
    Format(
        "visio",
        (signs.part("visio/"),),
        Refusal("这是 Visio 绘图，不是讲话稿", _WANTED),
    ),
    Format(
        "sheet",
        # [MS-XLS] 2.1.2
        (signs.stream("Workbook", "Book"), signs.part("xl/"), signs.opendocument("spreadsheet")),
        Refusal("这是电子表格，不是讲话稿", _WANTED),
    ),
    Format(
        "slides",
        # [MS-PPT] 2.1.1
        (signs.stream("PowerPoint Document"), signs.part("ppt/"), signs.opendocument("presentation")),
        Refusal("这是演示文稿，不是讲话稿", _WANTED),
    ),
    Format(
        "image",
        (
            signs.begins(b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*"),
            signs.holds(8, b"WEBP"),
            # ISO/IEC 23008-12, annex B: HEIF, as telephones take photographs.
            signs.holds(4, b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif"),
            signs.xml("svg"),
        ),
        Refusal(
            "这是图片，没有可读的文字",
            "请先识别成文字（如用 WPS 的“图片转文字”），存为 .docx 或 .txt 后再试",
        ),
    ),
    Format(
        "recording",
        (
            signs.begins(b"ID3", b"\xff\xfb", b"\xff\xf3", b"#!AMR", b"OggS", b"fLaC", b"\x1aE\xdf\xa3"),
            signs.holds(8, b"WAVE", b"AVI "),
            signs.holds(4, b"ftyp"),
        ),
        Refusal("这是录音或录像，没有可读的文字", "请先转写成文字，存为 .docx 或 .txt 后再试"),
    ),
    Format(
        "archive",
        (
            signs.begins(b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd"),
            signs.holds(257, b"ustar"),  # POSIX.1-1988, the header of a tar
        ),
        Refusal("这是压缩包，不是讲话稿", "请先解压，再选其中的文件"),
        rest=(Shell.ZIP,),
    ),
    Format(
        "broken",
        (),
        Refusal("文件已损坏，打不开", "请用 Word 或 WPS 打开，另存为 .docx 后再试"),
        rest=(Shell.DAMAGED,),
    ),
    Format(
        "binary",
        (),
        Refusal("这不是讲话稿，读不了这种文件", _WANTED),
        rest=(Shell.OPENDOCUMENT, Shell.FLAT, Shell.BYTES),
    ),
)

_SPEECHES = tuple(row.holds for row in FORMATS if isinstance(row.holds, Speech))
SUFFIXES = frozenset(suffix for speech in _SPEECHES for suffix in speech.suffixes)
"""What the names of files end in that may be speeches."""
CALLED = tuple(dict.fromkeys(speech.called for speech in _SPEECHES))
"""The kinds of file that can be read, in a word each."""


def recognise(data: bytes) -> Format:
    """Return the kind of the file that `data` is the content of."""
    look = look_at(data)
    told = (row for row in FORMATS if any(sign(look) for sign in row.signs))
    return next(told, None) or next(row for row in FORMATS if look.shell in row.rest)
