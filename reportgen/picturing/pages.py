"""The pages of a PDF: how large they are, and how they look."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import TYPE_CHECKING, Self

import pypdfium2 as pdfium
from pypdfium2 import raw

from reportgen.errors import PictureError

if TYPE_CHECKING:
    from types import TracebackType

WHITE = (255, 255, 255, 255)
LONG_SIDE = 1600
"""Pixels of the longer side of a page's own picture: A4 at 137 dots an inch."""
_LEAST = 1  # a page as thin as a line still has a picture


class Pages:
    """A PDF that is open to be drawn; to be used in a `with`.

    Attributes:
        sizes: width and height of each page, in points.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open a PDF; `name` is what messages call it.

        Raises:
            PictureError: it is none, or has no pages.
        """
        try:
            self._document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError:
            raise _unreadable(name) from None
        count = len(self._document)
        self.sizes = tuple(map(self._document.get_page_size, range(count)))
        if not count:
            self._document.close()
            raise _unreadable(name)

    def __len__(self) -> int:
        return len(self.sizes)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _fault: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._document.close()

    def draw(self, number: int, board: pdfium.PdfBitmap, box: tuple[int, int, int, int]) -> None:
        """Draw a page upon a picture.

        Args:
            number: of the page, from 0.
            board: the picture.
            box: left, top, width and height on it, in pixels.
        """
        with closing(self._document[number]) as page:
            raw.FPDF_RenderPageBitmap(board, page, *box, 0, raw.FPDF_ANNOT)

    def picture(self, number: int) -> bytes:
        """Return a page as PNG; its longer side has `LONG_SIDE` pixels.

        Args:
            number: of the page, from 0.
        """
        width, height = self.sizes[number]
        scale = LONG_SIDE / max(width, height, 1)
        size = max(round(width * scale), _LEAST), max(round(height * scale), _LEAST)
        with closing(blank(size, WHITE)) as board:
            self.draw(number, board, (0, 0, *size))
            return png(board)


def blank(size: tuple[int, int], colour: tuple[int, int, int, int]) -> pdfium.PdfBitmap:
    """Return a picture of one colour (red, green, blue, opacity), to be closed when it is done with."""
    board = pdfium.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGR)
    board.fill_rect(colour, 0, 0, *size)
    return board


def png(board: pdfium.PdfBitmap) -> bytes:
    """Return a picture as PNG."""
    file = BytesIO()
    board.to_pil().save(file, "PNG")
    return file.getvalue()


def _unreadable(name: str) -> PictureError:
    return PictureError("打印出来没有页面", where=name, hint="请打开文件看看里面有没有内容")
