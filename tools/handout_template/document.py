"""The body of the handout template with its tags, its four sections, the running heads and page numbers.

Sections: page 1 · digest, terms and ruled lines · checklist · original. Tags are values, loops over values and
tests whether there is something; whatever needs thought is done in planning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handout_template.colours import shade
from handout_template.xml import (
    DECLARATION,
    NAMESPACES,
    aside,
    cell,
    paragraph,
    row,
    run,
    table,
    tag,
    tag_row,
)

_WIDTH = 8844  # 156 mm
_FACTS = (1600, 7244)
_FRAMEWORK = (2744, 6100)
_MEASURES = (540, 7044, 1260)
_TERMS = (4422, 4422)
_TASKS = (510, 1560, 4974, 1110, 1110, 660)

_HEADING_STYLES = {
    "heading-1": "Heading2",
    "heading-2": "Heading3",
    "heading-3": "Heading4",
    "heading-4": "Heading5",
}


def _if(condition: str, *content: str) -> str:
    return "".join((tag(f"{{%p if {condition} %}}"), *content, tag("{%p endif %}")))


def _for(loop: str, *content: str) -> str:
    return "".join((tag(f"{{%p for {loop} %}}"), *content, tag("{%p endfor %}")))


def _pieces(style: str) -> tuple[str, ...]:
    return (
        run("{%r for piece in block.pieces %}"),
        run("{%r if piece.strong %}"),
        run("{{ piece.text }}", style),
        run("{%r else %}"),
        run("{{ piece.text }}"),
        run("{%r endif %}"),
        run("{%r endfor %}"),
    )


@dataclass(frozen=True, slots=True)
class Body:
    """Writes the document part in the colours of a theme."""

    colours: Mapping[str, str]

    def document(self) -> str:
        """Return the document part."""
        parts = (
            self._front(),
            self._digest(),
            self._checklist(),
            self._original(),
            _portrait("headerOriginal"),
        )
        return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{''.join(parts)}</w:body></w:document>"

    def _head(self, width: int, name: str) -> str:
        return cell(width, paragraph("TableHead", run(name)), fill=shade(self.colours))

    def _front(self) -> str:
        thesis = (
            run("核心要义"),
            run("{%r if thesis_place %}"),
            run("　"),
            run("{{ thesis_place }}", "Anchor"),
        )
        return "".join(
            (
                paragraph("Title", run("{{ title }}")),
                _if("subtitle", paragraph("Subtitle", run("{{ subtitle }}"))),
                paragraph("FrontLabel", run("{{ label }}")),
                self._facts(),
                _if(
                    "thesis",
                    paragraph("BoxHeading", *thesis, run("{%r endif %}")),
                    paragraph("BoxText", run("{{ thesis }}")),
                ),
                _if("framework", paragraph("FrontHeading", run("内容框架")), self._framework()),
                _if(
                    "abstract",
                    paragraph("FrontHeading", run("内容摘要")),
                    _for("line in abstract", paragraph("FrontText", run("{{ line }}"))),
                ),
                _if("measures", paragraph("FrontHeading", run("重点举措")), self._measures()),
                _section_end(_portrait(footers=True)),
            )
        )

    def _facts(self) -> str:
        return table(
            _FACTS,
            tag_row("{%tr for fact in facts %}", _WIDTH),
            row(
                cell(_FACTS[0], paragraph("FrontName", run("{{ fact.name }}")), fill=shade(self.colours)),
                cell(_FACTS[1], paragraph("FrontCell", run("{{ fact.value }}"))),
            ),
            tag_row("{%tr endfor %}", _WIDTH),
            style="FrontTable",
        )

    def _framework(self) -> str:
        return table(
            _FRAMEWORK,
            tag_row("{%tr for row in framework %}", _WIDTH),
            row(
                cell(
                    _FRAMEWORK[0],
                    paragraph("FrontSection", run("{{ row.heading }}")),
                    _if("row.tail", paragraph("FrontTail", run("{{ row.tail }}"))),
                ),
                cell(
                    _FRAMEWORK[1],
                    _for("line in row.points", paragraph("FrontPoint", run("{{ line }}"))),
                    _if("not row.points", paragraph("FrontPoint")),
                ),
            ),
            tag_row("{%tr endfor %}", _WIDTH),
            style="FrontTable",
        )

    def _measures(self) -> str:
        number, measure, place = _MEASURES
        return table(
            _MEASURES,
            row(
                *(
                    cell(width, paragraph("FrontName", run(name)), fill=shade(self.colours))
                    for width, name in zip(_MEASURES, ("序", "举措", "出处"), strict=True)
                ),
                head=True,
            ),
            tag_row("{%tr for one in measures %}", _WIDTH),
            row(
                cell(number, paragraph("FrontCentre", run("{{ one.number }}"))),
                cell(measure, paragraph("FrontCell", run("{{ one.measure }}"))),
                cell(place, paragraph("FrontCentre", run("{{ one.place }}", "Anchor"))),
            ),
            tag_row("{%tr endfor %}", _WIDTH),
            style="FrontTable",
        )

    def _digest(self) -> str:
        # Word shows no heading of a table in its navigation: headings stand in frames beside plain paragraphs.
        head = (
            _if("row.heading", aside("DigestSection", run("{{ row.heading }}"))),
            _if("row.tail", aside("DigestTail", run("{{ row.tail }}"))),
            _if("row.place", aside("DigestTail", run("{{ row.place }}", "Anchor"))),
        )
        point = (
            _if(
                "point.heading or point.text",
                paragraph("DigestPoint", run("{{ point.heading }}", "RunIn"), run("{{ point.text }}")),
            ),
            _if("point.goal", paragraph("DigestGoal", run("{{ point.goal }}"))),
        )
        digest = _for(
            "row in digest",
            *head,
            _if("row.opens", paragraph("DigestRule")),
            _for("point in row.points", *point),
            _if("not row.points", paragraph("DigestPoint")),
        )
        return "".join(
            (
                _if("digest", paragraph("Heading1", run("要点摘编")), digest),
                _if("terms", paragraph("SideHeading", run("关键提法")), _terms()),
                _if(
                    "record_turns",
                    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:pageBreakBefore/></w:pPr></w:p>',
                ),
                _if(
                    "record",
                    paragraph("SideHeading", run("我的记录")),
                    record_table("record", _WIDTH, "Record"),
                ),
                _section_end(_portrait("headerDigest")),
            )
        )

    def _checklist(self) -> str:
        names = ("序", "重点任务", "具体举措", "责任单位", "完成时限", "完成")
        number, task, step = _TASKS[:3]
        tasks = table(
            _TASKS,
            row(*(self._head(width, name) for width, name in zip(_TASKS, names, strict=True)), head=True),
            tag_row("{%tr for task in tasks %}", sum(_TASKS)),
            tag_row("{%tr if task.task %}", sum(_TASKS)),
            row(
                cell(number, paragraph("TableCentre", run("{{ task.number }}"))),
                cell(task, paragraph("TableTask", run("{{ task.task }}"))),
                cell(step, _lines("task.steps", "TableText")),
                *_stated(),
            ),
            tag_row("{%tr else %}", sum(_TASKS)),
            row(
                cell(number, paragraph("TableCentre", run("{{ task.number }}"))),
                cell(task + step, _lines("task.steps", "TableText"), span=2),
                *_stated(),
            ),
            tag_row("{%tr endif %}", sum(_TASKS)),
            tag_row("{%tr endfor %}", sum(_TASKS)),
        )
        return _if(
            "tasks",
            paragraph("Heading1", run("落实清单")),
            tasks,
            _if("tasks_note", paragraph("TableNote", run("{{ tasks_note }}"))),
            _section_end(_wide("headerTasks")),
        )

    def _original(self) -> str:
        notes = (("subtitle", "Subtitle"), ("byline", "OriginalNote"), ("date", "OriginalNote"))
        roles = {**_HEADING_STYLES, "salutation": "OriginalSalutation", "text": "OriginalText"}
        return _if(
            "original",
            paragraph("OriginalLabel", run("原文")),
            paragraph("OriginalTitle", run("{{ original_title }}")),
            *(_if(name, paragraph(style, run(f"{{{{ {name} }}}}"))) for name, style in notes),
            paragraph("OriginalGap"),
            _blocks("original", roles, {"text": "RunIn"}),
        )


def _stated() -> tuple[str, ...]:
    """Who acts, by when, and the box to tick: the last cells of a row of 落实清单."""
    owner, deadline, done = _TASKS[3:]
    return (
        cell(owner, _lines("task.owners", "TableCentre")),
        cell(deadline, _lines("task.deadlines", "TableCentre")),
        cell(done, paragraph("TableCentre", _checkbox())),
    )


def _lines(values: str, style: str) -> str:
    """A cell's paragraphs; one that says nothing where there is none, as a cell must have one."""
    return _for(f"line in {values}", paragraph(style, run("{{ line }}"))) + _if(
        f"not {values}", paragraph(style)
    )


def _terms() -> str:
    def entry(at: int) -> str:
        one = f"row[{at}]"
        names = (run(f"{{{{ {one}.names }}}}"), run("　"), run(f"{{{{ {one}.place }}}}", "Anchor"))
        meanings = _for(f"line in {one}.meanings", paragraph("Term", run("{{ line }}")))
        return cell(_TERMS[at], paragraph("Term", *names), meanings, middle=False)

    return table(
        _TERMS,
        tag_row("{%tr for row in terms %}", _WIDTH),
        row(entry(0), entry(1)),
        tag_row("{%tr endfor %}", _WIDTH),
        style="TermTable",
    )


def record_table(values: str, width: int, style: str) -> str:
    """Return ruled lines to write on, one for each of some values."""
    return table(
        (width,),
        tag_row(f"{{%tr for line in {values} %}}", width),
        row(cell(width, paragraph(style, run("{{ line }}")))),
        tag_row("{%tr endfor %}", width),
        style="RecordTable",
    )


def _blocks(source: str, styles: dict[str, str], marks: dict[str, str]) -> str:
    """The paragraphs of a part: one prototype a role."""
    choices = []
    for number, (role, style) in enumerate(styles.items()):
        choices.append(tag(f'{{%p {"elif" if number else "if"} block.role == "{role}" %}}'))
        runs = (run("{{ block.text }}"),) if role.startswith("heading") else _pieces(marks.get(role, ""))
        choices.append(paragraph(style, *runs))
    return _for(f"block in {source}", *choices, tag("{%p endif %}"))


def _checkbox() -> str:
    """A box that can be ticked with a click; on paper with a pen."""
    font = 'w14:font="Segoe UI Symbol"'
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2611" {font}/><w14:uncheckedState w14:val="2610" {font}/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☐', 'Checkbox')}</w:sdtContent></w:sdt>"
    )


def _references(head: str, *, footers: bool) -> str:
    feet = '<w:footerReference w:type="default" r:id="footerOdd"/><w:footerReference w:type="even" r:id="footerEven"/>'
    tops = (
        f'<w:headerReference w:type="default" r:id="{head}Odd"/><w:headerReference w:type="even" r:id="{head}Even"/>'
        if head
        else ""
    )
    return tops + (feet if footers else "")


def _portrait(head: str = "", *, footers: bool = False, sides: tuple[int, int] = (1588, 1474)) -> str:
    """A4 with 37/35/28/26 mm (GB/T 9704-2012, 5.2.1); the page number's dash is 7 mm below the text (7.5).

    There is no document grid: lines are exact, and LibreOffice stretches exact lines in tables to a grid.
    """
    left, right = sides
    return (
        f'<w:sectPr>{_references(head, footers=footers)}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="2098" w:right="{right}" w:bottom="1984" w:left="{left}" w:header="1304" w:footer="1425" '
        'w:gutter="0"/></w:sectPr>'
    )


def _wide(head: str) -> str:
    """The same page with a wider table: six columns do not fit 156 mm (board: 664 of 592 pixels)."""
    return _portrait(head, sides=(1048, 934))


def _section_end(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{section}</w:pPr></w:p>'


def _header(part: str) -> str:
    words = paragraph("Header", run("{{ title_plain }} · " + part))
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{words}</w:hdr>"


def _footer(style: str) -> str:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{paragraph(style, run('— '), field, run(' —'))}</w:ftr>"


_RUNNING = {"headerDigest": "要点摘编", "headerTasks": "落实清单", "headerOriginal": "原文"}
HEADERS = {f"{name}{side}": _header(part) for name, part in _RUNNING.items() for side in ("Odd", "Even")}
FOOTERS = {"footerOdd": _footer("Footer"), "footerEven": _footer("FooterEven")}
