"""Handout templates of one's own making: ours with tags added, parts changed, parts put in."""

import re
import zipfile
from xml.sax.saxutils import escape

from reportgen.themes import standard

TEMPLATE = standard().template("handout.docx")
RELATIONS = "word/_rels/document.xml.rels"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_tags(path, *paragraphs):
    """Our template with paragraphs of these words in front."""
    run = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'
    xml = "".join(run.format(escape(words)) for words in paragraphs)
    return changed(path, "word/document.xml", ("<w:body>", f"<w:body>{xml}"))


def changed(path, part, *changes, extra=()):
    """Our template with texts of a part changed (patterns), and with parts put in."""
    with zipfile.ZipFile(TEMPLATE) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes if name == part else ():
                text, count = re.subn(before, lambda _, after=after: after, text, flags=re.DOTALL)
                assert count, before
            new.writestr(name, text)
        for name, content in extra:
            new.writestr(name, content)
    return path


def related(path, kind, target, *, outside=False, extra=()):
    """Our template with a relation of its main part."""
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="own" Type="{_TYPE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return changed(path, RELATIONS, ("</Relationships>", one), extra=extra)
