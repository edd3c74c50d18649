"""What a figure is told for: rules in an order, each with a name; the first that holds gives the role.

A rule looks at what stands around the number in its clause and at the sentences before it in the paragraph.
The words are lists of the lexicon (lexicon/roles.toml).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportgen.analysis.brief import Figure
from reportgen.analysis.lexicon import pattern
from reportgen.analysis.roles import Role
from reportgen.text.patterns import lazy

_FAR = 80
"""Characters before and behind a number within which its sentence can speak of it."""
_BY_YEAR = lazy(r"(?:^|[，；。])[到至]20\d\d年(?:年?[底末])?，?[^。]{0,50}$")
_MASK_BEFORE = lazy(r"(?:】|[×xXＸ*]{1,4})$")
_MASK_BEHIND = lazy(r"[^，。；\u4e00-\u9fff]{0,2}(?:【|[×xXＸ]{2,})")
_UNSURE = lazy(r"[【（(〔\[][^】）)〕\]]{0,12}(?:待核|核实|示意|存疑|示例)")


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure and what stands around it.

    `before` and `behind` are its clause on either side; `sentence` is the sentence, `at` where the
    number stands in it, `told_before` what the paragraph says before the sentence. None goes farther than a
    number can be spoken of, so that a clause without end takes no longer than its length.
    """

    figure: Figure
    before: str
    behind: str
    sentence: str
    at: int
    told_before: str = ""

    @property
    def clause(self) -> str:
        """The clause without its number."""
        return self.before + self.behind

    @property
    def unit(self) -> str:
        """What the number is counted in; empty where it has no unit."""
        return self.figure.unit.text if self.figure.unit else ""

    @property
    def said_before(self) -> str:
        """What the sentence says before the number."""
        return self.sentence[max(self.at - _FAR, 0) : self.at]


def role_of(setting: Setting) -> Role:
    """Return what a figure is told for; the scale of something where no rule knows better."""
    return next((role for _, role, holds in RULES if holds(setting)), Role.SCALE)


def words(table: str, around: str = "{}") -> re.Pattern[str]:
    """Return a pattern for the words of a table; `around` says what stands beside them, {} for the words."""
    return pattern(f"roles.{table}", around)


def _is_masked(one: Setting) -> bool:
    """Inside of 【…】, beside one, beside ×× or xx; or its clause says that it has yet to be verified."""
    before, behind = one.sentence[: one.at], one.sentence[one.at :]
    inside = before.rfind("【") > before.rfind("】")
    unsure = _UNSURE.search(one.clause) is not None
    touched = _MASK_BEFORE.search(before) or _MASK_BEHIND.match(behind[len(one.figure.text) :])
    return inside or unsure or touched is not None


def _counts_points(one: Setting) -> bool:
    """三个坚持, 20条意见, 第14条: points of a list, or a name."""
    ordinal = one.before.endswith("第")
    points = words("points", r"[\u4e00-\u9fff]{0,2}{}").match(one.behind)
    return ordinal or (one.unit in {"个", "条", "项", "大"} and points is not None)


def _is_supposed(one: Setting) -> bool:
    """Of an example or a supposition: said in the sentence before the number."""
    return words("supposed").search(one.said_before) is not None


def _is_of_a_tale(one: Setting) -> bool:
    """The paragraph tells a tale up to here, or the clause is about somebody in one."""
    teller = words("teller", r"^{}").search(one.before)
    told = words("tale").search(one.told_before + one.sentence[: one.at])
    return teller is not None or told is not None


def _counts_events(one: Setting) -> bool:
    """召开会议23次, 5位同志作了发言, 派出3个工作组: how often, how many were held or sent."""
    often = words("event_units", r"^[多余几来]?{}$").match(one.unit) is not None
    named = words("events", r"^[^，]{0,8}?{}").match(one.behind) or words(
        "events", r"{}班?(?:共|约|达|了)?$"
    ).search(one.before)
    return (often and not _is_changed(one)) or (named is not None and not _is_worth(one))


def _is_changed(one: Setting) -> bool:
    return one.figure.change is not None


def _is_worth(one: Setting) -> bool:
    """Counted in money, in a measure or as a share, and so none of the things held or sent."""
    return re.search(r"[元金币％%]|点$|分之", one.figure.text) is not None


def _lacks(one: Setting) -> bool:
    """仅有3万元, 20个村未通公路; but not 仅去年就有3万元, 消除返贫风险."""
    if words("gap_before", r"{}[^，\d就]{0,8}$").search(one.before):
        return True
    found = words("gap_behind", r"^[^，]{0,18}?{}").match(one.behind)
    return found is not None and words("overcome").search(found[0]) is None


def _spares(one: Setting) -> bool:
    change = one.figure.change.text if one.figure.change else ""
    return words("saving").search(one.before + change) is not None


def _promises(one: Setting) -> bool:
    told = words("promised").search(one.told_before[-_FAR:] + one.said_before) is not None
    gives = words("giving", r"[^，]{0,8}{}[^，]{0,12}$")
    will = words("giving", r"将[^，]{0,16}{}[^，]{0,12}$").search(one.before) is not None
    return will or (told and gives.search(one.before) is not None)


def _aims(one: Setting) -> bool:
    """Said to be reached, or of a year to come; what changed up to a year has been reached."""
    told = words("target", r"{}[^。；]{0,40}$").search(one.said_before) is not None
    return told or (not _is_changed(one) and _BY_YEAR.search(one.said_before) is not None)


def _reports(one: Setting) -> bool:
    """It changed, or was reached; what may or shall be so is a rule and no report."""
    before, behind = words("result", r"{}[^，]{0,10}$"), words("result", r"^[^，]{0,16}{}")
    told = before.search(one.before) or behind.match(one.behind)
    is_rule = words("ruled").search(one.before) is not None
    return not is_rule and (_is_changed(one) or told is not None)


RULES: tuple[tuple[str, Role, Callable[[Setting], bool]], ...] = (
    ("a mask", Role.PLACEHOLDER, _is_masked),
    ("points of a list", Role.ORDINAL, _counts_points),
    ("a supposition", Role.STORY, _is_supposed),
    ("a tale", Role.STORY, _is_of_a_tale),
    ("events", Role.ACTIVITY, _counts_events),
    ("a lack", Role.GAP, _lacks),
    ("what is spared", Role.SAVING, _spares),
    ("a promise", Role.COMMITMENT, _promises),
    ("an aim", Role.TARGET, _aims),
    ("what came of it", Role.RESULT, _reports),
)
"""Name, role, and whether it holds; in the order in which they are asked."""
