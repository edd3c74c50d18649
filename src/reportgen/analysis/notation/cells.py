"""Read YAML into cells that know their place, so that every fault names line and column.

Only the node graph is used: nothing is constructed, and a text is a text whether it looks like a number or a
date. Anchors, aliases and tags have no use in a brief and are refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

import yaml

from reportgen.analysis.notation.faults import AGAIN, brief_form, explain
from reportgen.errors import BriefError

_DEEPEST = 60
"""Levels of YAML in a brief; nine levels of headings need some twenty."""
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of the file and where it stands; `name` is the key or entry it belongs to."""

    node: yaml.Node
    path: str
    name: str = ""

    def fault(self, message: str, hint: str) -> BriefError:
        """Return an error that points here."""
        return _fault(self.path, self.node.start_mark, message, hint)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands behind the key."""
        return isinstance(self.node, yaml.ScalarNode) and not self.node.value

    @property
    def is_text(self) -> bool:
        """Whether this is one text (an empty one included)."""
        return isinstance(self.node, yaml.ScalarNode)

    def text(self) -> str:
        """Return the text.

        Raises:
            BriefError: this is a list or a mapping, or holds half a character.
        """
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.fault(f"“{self.name}”后面应是一句话", "请照原来的写法改回")
        value: str = self.node.value
        if _SURROGATES.search(value):
            raise self.fault(f"“{self.name}”里有无法识别的字符", "请删去后重新输入")
        return value

    def items(self) -> tuple[Cell, ...]:
        """Return the entries of a list; none where nothing stands here.

        Raises:
            BriefError: this is a text or a mapping.
        """
        if self.is_empty:
            return ()
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.fault(f"“{self.name}”下面应是一条一条的内容", "请每条另起一行，以“- ”开头")
        return tuple(Cell(node, self.path, self.name) for node in self.node.value)

    def fields(self, known: Collection[str], hidden: Collection[str] = ()) -> dict[str, Cell]:
        """Return the values of a mapping by key.

        Args:
            known: the keys that a message may advise.
            hidden: further keys, which are not for editing.

        Raises:
            BriefError: this is no mapping, or has a key twice or one that is not among them.
        """
        if not isinstance(self.node, yaml.MappingNode):
            raise self.fault(f"“{self.name}”的写法不对", f"{_colon(self)}可写：{'、'.join(known)}，每项一行")
        found: dict[str, Cell] = {}
        for key, value in self.node.value:
            name = Cell(key, self.path, "项目名称")
            word = name.text()
            if word not in known and word not in hidden:
                raise name.fault(
                    f"不认识“{brief_form(word)}”这一项", f"{_colon(name)}可写：{'、'.join(known)}"
                )
            if word in found:
                raise name.fault(f"“{word}”写了两遍", "请删去一个")
            found[word] = Cell(value, self.path, word)
        return found


def _colon(cell: Cell) -> str:
    """The likeliest slip: a colon of full width."""
    wide = isinstance(cell.node, yaml.ScalarNode) and "：" in cell.node.value
    return "项目名称后面要用半角冒号和一个空格。" if wide else ""


def read_cells(text: str, path: str) -> Cell:
    """Return the whole of a YAML text.

    Args:
        text: the file's text.
        path: what messages call the file.

    Raises:
        BriefError: the text is no YAML, or is empty.
    """
    root = _compose(text, path)
    if root is None:
        raise BriefError("这不是摘要稿", where=f"{path}:1:1", hint=AGAIN)
    return Cell(root, path, "摘要稿")


class _Loader(yaml.SafeLoader):
    """PyYAML's loader up to the node graph, without anchors and tags, and not deeper than a brief can be."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        fault = _needless(event) or ("too deep" if self.depth >= _DEEPEST else "")
        if fault:
            raise yaml.MarkedYAMLError(problem=fault, problem_mark=event.start_mark)
        self.depth += 1
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _needless(event: object) -> str:
    if isinstance(event, yaml.AliasEvent):
        return "alias"
    return next((name for name in ("anchor", "tag") if getattr(event, name, None) is not None), "")


def _compose(text: str, path: str) -> yaml.Node | None:
    try:
        loader = _Loader(text)
    except yaml.reader.ReaderError as error:
        raise _unreadable(text, path, error.position) from None
    try:
        root: yaml.Node | None = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark, message, hint = explain(error)
        raise _fault(path, mark, message, hint) from None
    except (ValueError, OverflowError):
        # PyYAML leaves an escape for a character that does not exist ("\UFFFFFFFF") to `chr`, and the
        # digits of a version to `int`.
        raise _fault(path, loader.get_mark(), "这一行有无法识别的字符", "请删去后重新输入") from None
    return root


def _unreadable(text: str, path: str, position: int) -> BriefError:
    before = text[:position]
    line, column = before.count("\n") + 1, position - before.rfind("\n")
    where = f"{path}:{line}:{column}"
    return BriefError("这一行有无法识别的字符", where=where, hint="请删去这个字符")


def _fault(path: str, mark: yaml.Mark, message: str, hint: str) -> BriefError:
    return BriefError(message, where=f"{path}:{mark.line + 1}:{mark.column + 1}", hint=hint)
