"""Speeches written in a test, understood as a file's would be."""

from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.source import Source, split_lines


def brief_of(text, stem="稿"):
    """The brief of a speech."""
    return analyse(parse(Source(f"{stem}.txt", stem, text, "0" * 64, split_lines(text))))


def said_under(body, title="在工作会议上的讲话"):
    """The brief of a speech with a title, a salutation, and this."""
    return brief_of(f"{title}\n\n同志们：\n{body}\n")
