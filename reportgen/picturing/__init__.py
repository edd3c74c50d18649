"""What a file looks like when it is printed: as a PDF, as pictures of its pages, as a sheet of all of them.

LibreOffice prints (`printing`), PDFium draws (`pages`), and `sheet` sets small pages side by side with their
numbers. Nothing here knows what a speech or a product is.
"""

from typing import TYPE_CHECKING

from reportgen.loading import lazily

if TYPE_CHECKING:
    from reportgen.picturing.pages import Pages
    from reportgen.picturing.printing import printed, require_printer
    from reportgen.picturing.sheet import MOST_ON_SHEET, Group, contact_sheet

__all__ = ["MOST_ON_SHEET", "Group", "Pages", "contact_sheet", "printed", "require_printer"]

__getattr__ = lazily(
    __name__,
    {
        "pages": ("Pages",),
        "printing": ("printed", "require_printer"),
        "sheet": ("MOST_ON_SHEET", "Group", "contact_sheet"),
    },
)
