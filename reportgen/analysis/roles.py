"""What a figure of a speech is told for: its `Role`."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a figure is told for.

    The first six answer a question that a reader has (how much came of it, what is to be reached, what is
    lacking, how large is it, what is saved, what is promised) and may stand big; the others never do.
    After what three readers agreed on over 29 speeches (bench/labels/README.md).
    """

    RESULT = "result"
    """What came of it: 贫困人口减少900万人."""
    TARGET = "target"
    """What is to be reached: 力争完成投资170亿元."""
    GAP = "gap"
    """What is lacking: 经费缺口达1.8亿元, 仍有52个村未通硬化路."""
    SCALE = "scale"
    """How much there is of something; what is told where nothing else is known of a figure."""
    SAVING = "saving"
    """What is spared: 每年节约资金3亿元."""
    COMMITMENT = "commitment"
    """What the speaker's side will give: 我们将提供20亿元援助."""
    ACTIVITY = "activity"
    """How often something was held or sent: 召开会议23次, 5位同志作了发言."""
    ORDINAL = "ordinal"
    """A number that counts or names points: 第14条, 十一个坚持, 改革20条意见."""
    STORY = "story"
    """Part of a tale, of an example or of a supposition."""
    PLACEHOLDER = "placeholder"
    """A number that has yet to be filled in or verified: 【待核：95.6%】."""

    @property
    def may_be_big(self) -> bool:
        """Whether a figure of this role can deserve to stand big."""
        return self in _ANSWERS


_ANSWERS = frozenset({Role.RESULT, Role.TARGET, Role.GAP, Role.SCALE, Role.SAVING, Role.COMMITMENT})
