"""Speeches written in a test, understood as a file's would be; and the one that most files are made of."""

from pathlib import PurePath

from reportgen.analysis import analyse
from reportgen.outline import parse
from reportgen.readers.tidying import tidy
from reportgen.source import Source, split_lines

SPEECH = """在全市工作会议上的讲话
（2024年3月5日）
同志们：
今年完成投资85亿元，增长12.5%。
一、加强学习，提高认识
坚持把学习放在首位。一是加强组织领导。建立“河长制”工作机制，落实工作责任，让各项任务落到实处。二是加强督促检查。完善考核办法，不搞形式主义，推动工作落实。
二、优化服务，改进作风
全面优化服务。一是简化办事流程。减少办事环节，压缩办理时间。二是提高办事效率。推行“一窗受理”，让群众少跑腿。
谢谢大家。
"""
SHORT = "在会上的讲话\n同志们：\n一、加强学习\n一是提高认识。推动工作。\n二、抓好落实\n抓好落实。\n"
"""For tests of the program around it, which build it again and again."""


def source_of(text, name="稿.txt", lines=None):
    """The source of a text as it is; its lines, where they are not those of a plain text."""
    return Source(name, PurePath(name).stem, text, "0" * 64, split_lines(text) if lines is None else lines)


def brief_of(text, stem="稿"):
    """The brief of a speech, its text tidied as every reader does."""
    return analyse(parse(source_of(tidy(text), f"{stem}.txt")))


def said_under(body, title="在工作会议上的讲话"):
    """The brief of a speech with a title, a salutation, and this."""
    return brief_of(f"{title}\n\n同志们：\n{body}\n")
