"""Settings, font table, properties and relationships of the template."""

from __future__ import annotations

from collections.abc import Mapping

from handout_template.xml import DECLARATION, NAMESPACES, R, W, escape

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MAIN_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "fontTable": "fontTable",
}

# Name, other names of the same face, family, panose. Fallback stands here; a run can name one font only.
_FONTS = (
    ("仿宋", "FangSong,仿宋_GB2312,方正仿宋_GBK,STFangsong", "modern", "02010609060101010101"),
    ("楷体", "KaiTi,楷体_GB2312,方正楷体_GBK,STKaiti", "modern", "02010609060101010101"),
    ("黑体", "SimHei,方正黑体_GBK,STHeiti", "modern", "02010609060101010101"),
    ("宋体", "SimSun,方正书宋_GBK,STSong", "auto", "02010600030101010101"),
    (
        "方正小标宋简体",
        "FZXiaoBiaoSong-B05S,方正小标宋_GBK,华文中宋,STZhongsong",
        "auto",
        "02010601030101010101",
    ),
)
_LATIN_FONTS = (
    ("Times New Roman", "00", "roman", "02020603050405020304"),
    ("Segoe UI Symbol", "00", "swiss", "020B0502040204020203"),
)


def kind(name: str) -> str:
    """Return what a header or footer part is, by its name."""
    return "header" if name.startswith("header") else "footer"


def content_types(furniture: Mapping[str, str]) -> str:
    """Return the content types: an override for every part."""
    named = {f"/word/{name}.xml": f"{_WML}.{value}+xml" for name, value in _MAIN_PARTS.items()}
    named |= {f"/word/{name}.xml": f"{_WML}.{kind(name)}+xml" for name in furniture}
    named["/word/theme/theme1.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
    named["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{value}"/>' for name, value in named.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def package_rels() -> str:
    """Return the package's relationships."""
    return (
        f'{DECLARATION}<Relationships xmlns="{_RELS}">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_CORE}" Target="docProps/core.xml"/></Relationships>'
    )


def part_rels(furniture: Mapping[str, str]) -> str:
    """Return the document's relationships; headers and footers are known by their names."""
    targets = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme/theme1": "theme"}
    targets |= {name: kind(name) for name in furniture}
    rows = "".join(
        f'<Relationship Id="{name.rpartition("/")[2]}" Type="{R}/{value}" Target="{name}.xml"/>'
        for name, value in targets.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELS}">{rows}</Relationships>'


def core() -> str:
    """Return the document properties: the speech's title and no date."""
    return (
        f"{DECLARATION}<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{{ title_plain }}</dc:title>'
        "<dc:creator>reportgen</dc:creator><cp:lastModifiedBy>reportgen</cp:lastModifiedBy></cp:coreProperties>"
    )


def settings() -> str:
    """Return the settings: odd and even footers, Chinese line breaking, Word 2013 and later."""
    uri = "http://schemas.microsoft.com/office/word"
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="640"/>'
        '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
        "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/>"
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )


def font_table() -> str:
    """Return the font table with the other names of each Chinese face."""
    chinese = "".join(_font(name, "86", family, panose, other) for name, other, family, panose in _FONTS)
    latin = "".join(_font(name, charset, family, panose) for name, charset, family, panose in _LATIN_FONTS)
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{chinese}{latin}</w:fonts>"


def _font(name: str, charset: str, family: str, panose: str, other: str = "") -> str:
    names = f'<w:altName w:val="{escape(other)}"/>' if other else ""
    return (
        f'<w:font w:name="{name}">{names}<w:panose1 w:val="{panose}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="{"variable" if charset == "00" else "default"}"/></w:font>'
    )
