"""Small templates of strangers: python-pptx's own presentation, changed as people change theirs."""

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.util import Emu, Inches, Pt

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def plain(width=13.333, height=7.5, *, change=None):
    """Return python-pptx's presentation on a page of some inches, as `change` leaves it."""
    made = Presentation()
    across, down = Inches(width) / made.slide_width, Inches(height) / made.slide_height
    made.slide_width, made.slide_height = Inches(width), Inches(height)
    for owner in (made.slide_master, *made.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.spPr.xfrm is not None:
                sides = shape.left, shape.top, shape.width, shape.height
                shape.left, shape.width = Emu(round(sides[0] * across)), Emu(round(sides[2] * across))
                shape.top, shape.height = Emu(round(sides[1] * down)), Emu(round(sides[3] * down))
    if change is not None:
        change(made)
    return saved(made)


def saved(made):
    """Return a presentation's bytes."""
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def changed(data, pattern, change):
    """Return a package in which the parts whose names match are changed: text to text."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(part.decode()).encode() if re.fullmatch(pattern, name) else part)
    return out.getvalue()


def parts(data):
    """Return all parts of a package by name."""
    with ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def keep_layouts(made, *indexes):
    """Leave some layouts of a presentation only."""
    layouts = made.slide_master.slide_layouts
    for layout in [one for at, one in enumerate(layouts) if at not in indexes]:
        layouts.remove(layout)


def empty(layout, *kept):
    """Take the placeholders of a layout away, but for those of some types' names."""
    for shape in list(layout.placeholders):
        if shape.placeholder_format.type.name not in kept:
            shape._element.getparent().remove(shape._element)


def ground(owner, colour):
    """Give a master, layout or slide a plain background."""
    c_sld = owner._element.find(f"{{{P}}}cSld")
    for old in c_sld.findall(f"{{{P}}}bg"):
        c_sld.remove(old)
    fill = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:effectLst/>'
    c_sld.insert(0, etree.fromstring(f'<p:bg xmlns:p="{P}" xmlns:a="{A}"><p:bgPr>{fill}</p:bgPr></p:bg>'))


def bar(owner, box, colour, number=900):
    """Draw a filled rectangle below the other shapes; its box is in inches."""
    x, y, w, h = (int(Inches(side)) for side in box)
    looks = (
        f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    )
    names = f'<p:nvSpPr><p:cNvPr id="{number}" name="色块"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
    shape = f'<p:sp xmlns:p="{P}" xmlns:a="{A}">{names}<p:spPr>{looks}</p:spPr></p:sp>'
    owner.shapes._spTree.insert(2, etree.fromstring(shape))


def words(slide, text, box, size):
    """Put a text box on a slide; its box is in inches, its type in points."""
    made = slide.shapes.add_textbox(*(Inches(side) for side in box))
    made.text_frame.text = text
    made.text_frame.paragraphs[0].runs[0].font.size = Pt(size)
    return made


def picture(colour=(20, 30, 60), size=(64, 36)):
    """Return a PNG of one colour as a file."""
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "PNG")
    buffer.seek(0)
    return buffer


def slides_of(data):
    """Return the slides of a deck."""
    return list(Presentation(io.BytesIO(data)).slides)


def texts_of(slide):
    """Return the words of a slide's shapes."""
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def changed_bytes(data, pattern, change):
    """Return a package in which the parts whose names match are changed: bytes to bytes."""
    return packed({n: change(part) if re.fullmatch(pattern, n) else part for n, part in parts(data).items()})


def packed(files):
    """Return a package of parts by name."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name, part in files.items():
            new.writestr(name, part)
    return out.getvalue()


def added(data, files, kinds):
    """Return a package with further parts; `kinds` are content types by ending, or by name."""
    listed = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        if "/" in name
        else f'<Default Extension="{name}" ContentType="{kind}"/>'
        for name, kind in kinds.items()
    )
    whole = parts(data)
    types = whole["[Content_Types].xml"].decode()
    for name in kinds:
        types = re.sub(rf'<Default Extension="{re.escape(name)}" [^>]*/>', "", types)
    whole["[Content_Types].xml"] = types.replace("</Types>", f"{listed}</Types>").encode()
    return packed({**whole, **files})


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml".format


def related(data, name, kind, target, key="rId77"):
    """Return a package in which a part leads to another by a key, or to what lies outside (``external:``)."""
    folder, _, own = name.rpartition("/")
    listed = f"{folder}/_rels/{own}.rels"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    whole = parts(data)
    old = whole.get(listed, f'<Relationships xmlns="{space}"></Relationships>'.encode()).decode()
    mode = ' TargetMode="External"' if target.startswith("external:") else ""
    target = target.removeprefix("external:")
    one = f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'
    return packed({**whole, listed: old.replace("</Relationships>", one).encode()})


def with_another_master(data, *, first=False):
    """Return a template with its master, layouts and theme twice; the copy goes first, if told."""
    whole = parts(data)
    layouts = sorted(name for name in whole if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name))

    def renamed(text):
        text = re.sub(r"slideLayout(\d+)\.xml", lambda found: f"slideLayout{int(found[1]) + 50}.xml", text)
        return text.replace("slideMaster1.xml", "slideMaster9.xml").replace("theme1.xml", "theme9.xml")

    def named(text):
        text = text.replace('<p:cSld name="', '<p:cSld name="1_')
        return re.sub(r'(<a:theme [^>]*name=")', r"\g<1>1_", text)

    copied = {}
    for name in (*layouts, "ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml"):
        folder, _, own = name.rpartition("/")
        rels = f"{folder}/_rels/{own}.rels"
        copied[renamed(name)] = named(whole[name].decode()).encode()
        if rels in whole:
            copied[renamed(rels)] = renamed(whole[rels].decode()).encode()
    master = "ppt/slideMasters/slideMaster9.xml"
    ids = re.compile(r'(<p:sldLayoutId [^>]*?\bid=")(\d+)')
    text = ids.sub(lambda found: f"{found[1]}{int(found[2]) + 500}", copied[master].decode())
    copied[master] = text.encode()
    kinds = {
        **{renamed(name): _KIND("slideLayout") for name in layouts},
        master: _KIND("slideMaster"),
        "ppt/theme/theme9.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    made = related(added(data, copied, kinds), "ppt/presentation.xml", "slideMaster", f"/{master}", "rId88")
    one = '<p:sldMasterId id="2147484900" r:id="rId88"/>'
    old, new = ("<p:sldMasterIdLst>", f"<p:sldMasterIdLst>{one}") if first else (
        "</p:sldMasterIdLst>", f"{one}</p:sldMasterIdLst>"
    )  # fmt: skip
    return changed(made, r"ppt/presentation\.xml", lambda text: text.replace(old, new))
