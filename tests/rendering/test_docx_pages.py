"""The handout as LibreOffice lays it out: page 1 is one page, and the others are as many as there may be."""

import re
from pathlib import Path

import pypdfium2
import pytest

from ownhandout import TEMPLATE
from reportgen.planning.facts import Facts
from reportgen.planning.handout import plan_handout
from reportgen.planning.handout.flow import front_limit, tasks_limit
from reportgen.planning.length import Degree
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
    front = plan.front
    last = [front.facts[-1].name, *front.abstract, *(one.measure for one in front.measures)][-1]
    assert re.sub(r"\s", "", last)[-8:] in first
    assert ("要点摘编" if plan.digest else "我的记录") in second
    assert "要点摘编" not in first


def _of(part, found):
    """The pages that bear the running head of a part."""
    return [text for text, _ in found if f"·{part}" in re.sub(r"\s", "", text)]


@pytest.mark.parametrize(
    "name", [one for one in SHAPES if one != "many"]
)  # thirty long headings stand whatever they take
def test_pages_are_as_many_as_there_may_be(name, pages):
    plan, found = pages[name]
    length = sum(len("".join(block.text.split())) for block in plan.original)
    assert 1 + len(_of("要点摘编", found)) <= front_limit(Degree.STANDARD, length)
    assert len(_of("落实清单", found)) <= tasks_limit(Degree.STANDARD, length)
    assert bool(_of("落实清单", found)) is bool(plan.tasks)


@pytest.mark.parametrize("name", SHAPES)
def test_no_row_of_the_checklist_is_parted_and_all_stand_there(name, pages):
    plan, found = pages[name]
    printed = [re.sub(r"\s", "", text) for text in _of("落实清单", found)]
    for row in plan.tasks:
        first, last = (re.sub(r"\s", "", step)[-6:] for step in (row.steps[0], row.steps[-1]))
        assert any(first in text and last in text for text in printed), row.task


@pytest.mark.parametrize("name", SHAPES)
def test_ruled_lines_do_not_begin_a_page_unless_it_is_planned(name, pages):
    _, found = pages[name]
    digest = _of("要点摘编", found)
    assert "我的记录" in re.sub(r"\s", "", digest[-1])
    assert all("我的记录" not in re.sub(r"\s", "", text) for text in digest[:-1])


@pytest.mark.parametrize("name", SHAPES)
def test_pages_are_numbered(name, pages):
    _, found = pages[name]
    for number, (text, _) in enumerate(found, 1):
        assert f"—{number}—" in re.sub(r"\s", "", text)
