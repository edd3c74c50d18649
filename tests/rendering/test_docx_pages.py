"""The handout as LibreOffice lays it out: page 1 is one page, the checklist breaks where planned."""

import re
from pathlib import Path

import pypdfium2
import pytest

from ownhandout import TEMPLATE
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.rendering.docx import open_handout, render_handout
from soffice import saved_as

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.render


def _crowded(sections, points):
    words = "扎实推进重点领域改革攻坚切实增强高质量发展的内生动力"
    rows = [
        f"T 在全市深化改革推动高质量发展暨优化营商环境工作{'推进' * (sections // 6)}会议上的讲话",
        "S 同志们：",
    ]
    rows.append(f"P {words * 3}。")
    for number in range(sections):
        rows.append(f"1 第{number + 1}部分　|{words}|{words}。")
        rows.append(f"A {words}")
        steps = "；".join(f"完善第{n}项机制，{words}" for n in range(number % 4 + 1))
        rows += [f"2 一是|{words[: 8 + point]}|{steps}。|{steps}" for point in range(points)]
    return "\n".join([*rows, f"X {words * 3}", "C 谢谢大家。"]) + "\n"


SHAPES = {
    "plain": "plain",
    "bare": "bare",
    "deep": "deep",
    "crowded": _crowded(6, 5),
    "full": _crowded(12, 12),
    "many": _crowded(30, 1),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Text and size of every page, by the name of the shape; and the plans."""
    from briefscript import read_brief

    folder = tmp_path_factory.mktemp("pages")
    plans = {}
    for name, script in SHAPES.items():
        text = (
            script
            if "\n" in script
            else (ROOT / "tests/fixtures/handout" / f"{script}.txt").read_text("utf-8")
        )
        plans[name] = plan_handout(read_brief(text), Facts())
        (folder / f"{name}.docx").write_bytes(render_handout(plans[name], open_handout(TEMPLATE)))
    saved_as("pdf", folder, *sorted(folder.glob("*.docx")))
    return {name: (plan, _read(folder / f"{name}.pdf")) for name, plan in plans.items()}


def _read(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [(page.get_textpage().get_text_range(), page.get_size()) for page in document]
    finally:
        document.close()


@pytest.mark.parametrize("name", SHAPES)
def test_page_one_is_exactly_one_page(name, pages):
    plan, found = pages[name]
    first, second = (re.sub(r"\s", "", text) for text, _ in found[:2])
    last = plan.front.abstract[-1] if plan.front.abstract else plan.front.facts[-1].name
    assert re.sub(r"\s", "", last)[-12:] in first
    assert ("要点摘编" if plan.digest else plan.title_plain) in second
    assert "要点摘编" not in first


@pytest.mark.parametrize("name", SHAPES)
def test_the_checklist_breaks_where_planned(name, pages):
    plan, found = pages[name]
    turned = [text for text, (width, height) in found if width > height]
    assert len(turned) == len(plan.task_pages)
    for text, page in zip(turned, plan.task_pages, strict=True):
        assert "责任单位" in text
        assert page[0].task.split("\n")[0][:4] in text


@pytest.mark.parametrize("name", SHAPES)
def test_pages_are_numbered(name, pages):
    _, found = pages[name]
    for number, (text, _) in enumerate(found, 1):
        assert f"—{number}—" in re.sub(r"\s", "", text)
