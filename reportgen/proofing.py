"""From a speech to what is amiss in it, and to a Word file that says so: the order of the stages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportgen.briefing import outline
from reportgen.products import HANDOUT
from reportgen.readers import find_masks
from reportgen.results import Checked
from reportgen.themes import standard

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path


def check(path: Path, rules: Collection[str] | None = None) -> Checked:
    """Proofread a speech.

    Args:
        path: the speech.
        rules: names of the rules to apply; all where None.

    Raises:
        SourceError: the file cannot be read.
    """
    from reportgen.analysis.proofreading import RULES, proofread
    from reportgen.noticing import read_notices

    document = outline(path)
    masks = [mask.passage.span for mask in find_masks(document.source)]
    findings = proofread(document, masks, rules)
    return Checked(path, document, findings, tuple(read_notices(document, {rule.name for rule in RULES})))


def commented(checked: Checked) -> bytes:
    """Return a Word file of the speech with the findings as comments.

    Raises:
        TemplateError: the shipped template is damaged.
    """
    from reportgen.planning.review import plan_review
    from reportgen.rendering.docx import open_handout, render_review

    review = plan_review(checked.document, checked.findings)
    return render_review(review, open_handout(HANDOUT.template_in(standard())))
