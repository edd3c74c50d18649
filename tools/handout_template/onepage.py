"""The body of the one page's template with its tags."""

from __future__ import annotations

from collections.abc import Mapping

from handout_template.colours import rule_colour
from handout_template.document import record_table
from handout_template.xml import DECLARATION, NAMESPACES, cell, paragraph, row, run, table, tag, tag_row

_WIDTH = 9206  # 162 mm: 80 and 90 pixels of the board around it
_COLUMNS = (2300, 6906)
_PAGE = (
    '<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1200" w:right="1350" w:bottom="1000" w:left="1350" w:header="600" w:footer="500" w:gutter="0"/>'
    "</w:sectPr>"
)


def _heads() -> str:
    """Headings in columns: as many as the first row has cells, which share the width."""
    return table(
        (_WIDTH,),
        tag_row("{%tr for row in heads %}", _WIDTH),
        row(
            cell(_WIDTH, tag("{%tc for text in row %}")),
            cell(_WIDTH, paragraph("PageHead", run("{{ text }}")), middle=False),
            cell(_WIDTH, tag("{%tc endfor %}")),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
        style="HeadsTable",
    )


def onepage_document(colours: Mapping[str, str]) -> str:
    """Return the document part in the colours of a theme."""
    top = rule_colour(colours)
    heading, points = _COLUMNS
    sections = table(
        _COLUMNS,
        tag_row("{%tr for section in sections %}", _WIDTH),
        row(
            cell(
                heading,
                paragraph("PageSection", run("{{ section.heading }}")),
                tag("{%p if section.tail %}"),
                paragraph("PageTail", run("{{ section.tail }}")),
                tag("{%p endif %}"),
                middle=False,
                top=top,
            ),
            cell(
                points,
                tag("{%p for point in section.points %}"),
                paragraph("PagePoint", run("{{ point.heading }}", "RunIn"), run("{{ point.text }}")),
                tag("{%p endfor %}"),
                tag("{%p if not section.points %}"),
                paragraph("PagePoint"),
                tag("{%p endif %}"),
                middle=False,
                top=top,
            ),
        ),
        tag_row("{%tr endfor %}", _WIDTH),
        style="PageTable",
    )
    body = "".join(
        (
            paragraph("PageTitle", run("{{ title }}")),
            tag("{%p if thesis %}"),
            paragraph("PageThesis", run("{{ thesis }}")),
            tag("{%p endif %}"),
            tag("{%p if sections %}"),
            paragraph("PageEnd"),
            sections,
            tag("{%p endif %}"),
            tag("{%p if heads %}"),
            paragraph("PageEnd"),
            _heads(),
            tag("{%p endif %}"),
            tag("{%p if rest %}"),
            paragraph("PageHead", run("{{ rest }}")),
            tag("{%p endif %}"),
            tag("{%p if lines %}"),
            paragraph("PageHeading", run("要我做什么")),
            record_table("lines", _WIDTH, "PageLine"),
            tag("{%p endif %}"),
            paragraph("PageEnd"),
        )
    )
    return f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}{_PAGE}</w:body></w:document>"
