"""The body of the template with its tags, its four sections, the running heads and page numbers.

Sections: page 1 · digest and terms · checklist (landscape) · original. Tags are values, loops over values and
tests whether there is something; whatever needs thought is done in planning.
"""

from __future__ import annotations

from handout_template.xml import DECLARATION, NAMESPACES, cell, paragraph, row, run, table, tag, tag_row

_WIDTH = 8844  # 156 mm
_FACTS = (1700, 7144)
_ROWS = (3184, 5660)
_TERMS = (2100, 5184, 1560)
_TASKS = (756, 1900, 3700, 2700, 1220, 1220, 1260)
_THIRD = _WIDTH // 3

_HEADING_STYLES = {
    "heading-1": "Heading2",
    "heading-2": "Heading3",
    "heading-3": "Heading4",
    "heading-4": "Heading5",
}


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


def _front() -> str:
    facts = table(
        _FACTS,
        tag_row("{%tr for fact in facts %}", _WIDTH),
        row(
            cell(_FACTS[0], paragraph("FrontName", run("{{ fact.name }}")), head=True),
            cell(_FACTS[1], paragraph("FrontValue", run("{{ fact.value }}"))),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
    )
    return "".join(
        (
            paragraph("Title", run("{{ title }}")),
            tag("{%p if subtitle %}"),
            paragraph("Subtitle", run("{{ subtitle }}")),
            tag("{%p endif %}"),
            paragraph("FrontLabel", run("{{ label }}")),
            facts,
            tag("{%p if thesis %}"),
            paragraph("BoxHeading", run("核心要义")),
            paragraph("BoxText", run("{{ thesis }}")),
            tag("{%p if thesis_source %}"),
            paragraph("BoxSource", run("{{ thesis_source }}")),
            tag("{%p endif %}"),
            tag("{%p endif %}"),
            _framework(),
            tag("{%p if abstract %}"),
            paragraph("FrontHeading", run("内容摘要")),
            tag("{%p for line in abstract %}"),
            paragraph("FrontText", run("{{ line }}")),
            tag("{%p endfor %}"),
            tag("{%p endif %}"),
            _section_end(_portrait(footers=True)),
        )
    )


def _framework() -> str:
    columns = table(
        (_THIRD, _THIRD, _THIRD),
        row(
            cell(_THIRD, paragraph("Tag", run("{%tc for column in columns %}"))),
            cell(
                _THIRD,
                paragraph("FrontName", run("{{ column.number }}")),
                paragraph("FrontName", run("{{ column.heading }}")),
                head=True,
            ),
            cell(_THIRD, paragraph("Tag", run("{%tc endfor %}"))),
        ),
        tag_row("{%tr for line in grid %}", _WIDTH),
        row(
            cell(_THIRD, paragraph("Tag", run("{%tc for point in line %}"))),
            cell(_THIRD, paragraph("FrontCell", run("{{ point }}"))),
            cell(_THIRD, paragraph("Tag", run("{%tc endfor %}"))),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
    )
    rows = table(
        _ROWS,
        tag_row("{%tr for line in rows %}", _WIDTH),
        row(
            cell(_ROWS[0], paragraph("FrontName", run("{{ line[0] }}")), head=True),
            cell(_ROWS[1], paragraph("FrontValue", run("{{ line[1] }}"))),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
    )
    plain = table(
        (_WIDTH,),
        tag_row("{%tr for line in heads %}", _WIDTH),
        row(cell(_WIDTH, paragraph("FrontValue", run("{{ line }}")))),
        tag_row("{%tr endfor %}", _WIDTH),
    )
    return "".join(
        (
            tag("{%p if columns or rows or heads %}"),
            paragraph("FrontHeading", run("内容框架")),
            tag("{%p if columns %}"),
            columns,
            tag("{%p endif %}"),
            tag("{%p if rows %}"),
            rows,
            tag("{%p endif %}"),
            tag("{%p if heads %}"),
            plain,
            tag("{%p endif %}"),
            tag("{%p endif %}"),
        )
    )


def _blocks(source: str, styles: dict[str, str], marks: dict[str, str]) -> str:
    """The paragraphs of a part: one prototype a role."""
    choices = []
    for number, (role, style) in enumerate(styles.items()):
        choices.append(tag(f'{{%p {"elif" if number else "if"} block.role == "{role}" %}}'))
        runs = (run("{{ block.text }}"),) if role.startswith("heading") else _pieces(marks.get(role, ""))
        anchored = source == "digest" and not role.startswith("heading")
        choices.append(paragraph(style, *runs, *((run("{{ block.anchor }}", "Anchor"),) if anchored else ())))
    loop = tag(f"{{%p for block in {source} %}}")
    return "".join((loop, *choices, tag("{%p endif %}"), tag("{%p endfor %}")))


def _digest() -> str:
    roles = {**_HEADING_STYLES, "lead": "DigestLead", "measure": "DigestMeasure", "goal": "DigestGoal"}
    terms = table(
        _TERMS,
        row(
            *(
                cell(width, paragraph("TableHead", run(name)), head=True)
                for width, name in zip(_TERMS, ("提法", "原文语句", "出处"), strict=True)
            ),
            head=True,
        ),
        tag_row("{%tr for term in terms %}", _WIDTH),
        row(
            cell(
                _TERMS[0],
                tag("{%p for name in term.terms %}"),
                paragraph("TableTerm", run("{{ name }}")),
                tag("{%p endfor %}"),
            ),
            cell(_TERMS[1], paragraph("TableText", run("{{ term.context }}"))),
            cell(_TERMS[2], paragraph("TableCentre", run("{{ term.source }}"))),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
    )
    return "".join(
        (
            tag("{%p if digest or terms %}"),
            tag("{%p if digest %}"),
            paragraph("Heading1", run("要点摘编")),
            _blocks("digest", roles, {"goal": "GoalLabel"}),
            tag("{%p endif %}"),
            tag("{%p if terms %}"),
            paragraph("Heading1", run("关键提法")),
            terms,
            tag("{%p endif %}"),
            _section_end(_portrait("headerDigest")),
            tag("{%p endif %}"),
        )
    )


def _checkbox() -> str:
    """A box that can be ticked with a click; on paper with a pen."""
    font = 'w14:font="Segoe UI Symbol"'
    return (
        f'<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="2611" {font}/><w14:uncheckedState w14:val="2610" {font}/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☐', 'Checkbox')}</w:sdtContent></w:sdt>"
    )


def _checklist() -> str:
    names = ("序号", "重点任务", "具体举措", "目标要求", "责任单位", "完成时限", "完成情况")
    number, task, measure, goals, owner, deadline, done = _TASKS
    tasks = table(
        _TASKS,
        row(
            *(
                cell(width, paragraph("TableHead", run(name)), head=True)
                for width, name in zip(_TASKS, names, strict=True)
            ),
            head=True,
        ),
        tag_row("{%tr for task in page %}", sum(_TASKS)),
        tag_row("{%tr for step in task.steps %}", sum(_TASKS)),
        row(
            cell(number, paragraph("TableCentre", run("{% vm %}{{ task.number }}"))),
            cell(task, paragraph("TableCentre", run("{% vm %}{{ task.task }}"))),
            cell(measure, paragraph("TableText", run("{{ step.measure }}"))),
            cell(goals, paragraph("TableText", run("{% vm %}{{ task.goals }}"))),
            cell(owner, paragraph("TableCentre", run("{{ step.owner }}"))),
            cell(deadline, paragraph("TableCentre", run("{{ step.deadline }}"))),
            cell(done, paragraph("TableCentre", _checkbox())),
        ),
        tag_row("{%tr endfor %}", sum(_TASKS)),
        tag_row("{%tr endfor %}", sum(_TASKS)),
    )
    return "".join(
        (
            tag("{%p if task_pages %}"),
            paragraph("Heading1", run("落实清单")),
            tag("{%p for page in task_pages %}"),
            tag("{%p if not loop.first %}"),
            '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:pageBreakBefore/></w:pPr></w:p>',
            tag("{%p endif %}"),
            tasks,
            tag("{%p endfor %}"),
            _section_end(_landscape("headerTasks")),
            tag("{%p endif %}"),
        )
    )


def _original() -> str:
    notes = (("subtitle", "Subtitle"), ("byline", "OriginalNote"), ("date", "OriginalNote"))
    roles = {**_HEADING_STYLES, "salutation": "OriginalSalutation", "text": "OriginalText"}
    return "".join(
        (
            paragraph("OriginalTitle", run("{{ original_title }}")),
            *(
                tag(f"{{%p if {name} %}}") + paragraph(style, run(f"{{{{ {name} }}}}")) + tag("{%p endif %}")
                for name, style in notes
            ),
            paragraph("OriginalGap"),
            _blocks("original", roles, {"text": "RunIn"}),
        )
    )


def _references(head: str, *, footers: bool) -> str:
    feet = '<w:footerReference w:type="default" r:id="footerOdd"/><w:footerReference w:type="even" r:id="footerEven"/>'
    tops = (
        f'<w:headerReference w:type="default" r:id="{head}Odd"/><w:headerReference w:type="even" r:id="{head}Even"/>'
        if head
        else ""
    )
    return tops + (feet if footers else "")


def _portrait(head: str = "", *, footers: bool = False) -> str:
    """A4 with 37/35/28/26 mm (GB/T 9704-2012, 5.2.1); the page number's dash is 7 mm below the text (7.5).

    There is no document grid: lines are exact, and LibreOffice stretches exact lines in tables to a grid.
    """
    return (
        f'<w:sectPr>{_references(head, footers=footers)}<w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="1304" w:footer="1425" '
        'w:gutter="0"/></w:sectPr>'
    )


def _landscape(head: str) -> str:
    """The same page turned: 26 mm above, 28 below, 37 left, 35 right."""
    return (
        f'<w:sectPr>{_references(head, footers=False)}<w:type w:val="nextPage"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1474" w:right="1984" w:bottom="1588" w:left="2098" w:header="851" w:footer="1029" '
        'w:gutter="0"/></w:sectPr>'
    )


def _section_end(section: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="SectionEnd"/>{section}</w:pPr></w:p>'


def document() -> str:
    """Return the document part."""
    body = f"{_front()}{_digest()}{_checklist()}{_original()}{_portrait('headerOriginal')}"
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"


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
