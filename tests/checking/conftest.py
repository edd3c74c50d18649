"""A small speech and its three files, and a way to change them."""

import io
import zipfile

import pytest

from reportgen import briefing
from reportgen.building import build
from reportgen.comparing import Basis
from reportgen.options import Options
from reportgen.products import read_content
from speech import SPEECH


class Bench:
    """The files of a speech with what they are compared to."""

    def __init__(self, path, folder):
        self.path = path
        self.built = build(path, Options(folder))
        self.said = briefing.brief(path)
        self.basis = Basis.of(self.said, Options())

    def file(self, suffix):
        return next(o.written.path for o in self.built.outputs if o.written.path.suffix == suffix)

    def changed(self, suffix, *swaps, part=""):
        """The bytes of a file with some texts of its parts swapped for others, the first place of each."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(self.file(suffix)) as old, zipfile.ZipFile(buffer, "w") as new:
            parts = {name: old.read(name) for name in old.namelist()}
            for before, after in swaps:
                name = next(n for n in sorted(parts) if part in n and before.encode() in parts[n])
                parts[name] = parts[name].replace(before.encode(), after.encode(), 1)
            for name, data in parts.items():
                new.writestr(name, data)
        return buffer.getvalue()

    def without_last(self, suffix, words):
        """The bytes of a Word file without the last paragraph that holds some words."""
        with zipfile.ZipFile(self.file(suffix)) as package:
            text = package.read("word/document.xml").decode()
        at = text.rindex(words)
        start, end = text.rindex("<w:p>", 0, at), text.index("</w:p>", at) + len("</w:p>")
        return self.changed(suffix, (text[text.rindex("</w:p>", 0, start) : end], "</w:p>"), part="document")

    def before(self, suffix, mark, one, two):
        """The bytes of a Word file with a text changed where it stands last in front of a mark."""
        with zipfile.ZipFile(self.file(suffix)) as package:
            text = package.read("word/document.xml").decode()
        start = text.rindex(one, 0, text.index(mark))
        end = text.index(mark) + len(mark)
        return self.changed(suffix, (text[start:end], two + text[start + len(one) : end]), part="document")

    def exchanged_last(self, suffix, one, two):
        """The bytes of a Word file with two texts exchanged where they stand last, in the speech itself."""
        with zipfile.ZipFile(self.file(suffix)) as package:
            text = package.read("word/document.xml").decode()
        for start, words in sorted(((text.rindex(one), two), (text.rindex(two), one)), reverse=True):
            text = text[:start] + words + text[start + len(words) :]
        with zipfile.ZipFile(self.file(suffix)) as old, zipfile.ZipFile(buffer := io.BytesIO(), "w") as new:
            for name in old.namelist():
                new.writestr(name, text if name == "word/document.xml" else old.read(name))
        return buffer.getvalue()

    def findings(self, suffix, data):
        path = self.file(suffix)
        return self.basis.findings(path, path.read_bytes(), read_content(data, path.name))


@pytest.fixture(scope="session")
def long_bench(tmp_path_factory):
    """A speech with a task that runs over pages of the checklist."""
    folder = tmp_path_factory.mktemp("verify")
    path = folder / "讲话.txt"
    measures = "".join(f"要完善第{n}号网格的管理制度，加强日常巡查。" for n in range(40))
    path.write_text(f"在会上的讲话\n\n一、抓管理\n{measures}\n二、抓落实\n落实责任。\n", "utf-8")
    return Bench(path, folder / "output")


@pytest.fixture(scope="session")
def bench(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verify")
    path = folder / "讲话.txt"
    path.write_text(SPEECH, "utf-8")
    return Bench(path, folder / "output")
