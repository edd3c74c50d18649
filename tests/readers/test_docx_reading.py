"""What is read of a Word document, and what is left out: the text as it stands on paper."""

import pytest

from reportgen.outline import parse as parse_outline
from reportgen.readers import find_masks
from reportgen.readers.docx import read_docx as parse
from soffice import saved_as
from wordscript import cell, field, level, levels, num, p, r, style, table, word


def read(body, **parts):
    return parse(word(body, **parts), "讲话.docx", "讲话")


def text_of(body, **parts):
    return read(body, **parts).text


def test_paragraphs_in_order_with_their_numbers_and_without_empty_ones_at_the_end():
    source = read(p("在会上的讲话") + p() + p("同志们：") + p("  一、加强学习") + p() + p())
    assert source.text == "在会上的讲话\n\n同志们：\n  一、加强学习"
    assert [line.paragraph for line in source.lines] == [1, 0, 2, 3]
    assert [source.text[line.span.start : line.span.end] for line in source.lines] == source.text.split("\n")


def run(content, look=""):
    return f"<w:r><w:rPr>{look}</w:rPr>{content}</w:r>"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        ("<w:t>5</w:t><w:noBreakHyphen/><w:t>6月</w:t>", "5-6月"),
        ("<w:t>软</w:t><w:softHyphen/><w:t>连字</w:t>", "软连字"),
        ("<w:t> 甲 </w:t>", "甲"),
        ('<w:t xml:space="preserve"> 甲\n乙</w:t>', " 甲 乙"),
        ('<w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0FE"/>', "是☑"),
        ('<w:sym w:font="Wingdings" w:char="F081"/><w:t>甲</w:t>', "①甲"),
        ('<w:t>3</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>2</w:t>', "3≥2"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:sym w:font="Webdings" w:char="xx"/><w:t>甲</w:t>', "①甲"),
        ('<w:t>甲</w:t><w:footnoteReference w:id="2"/><w:t>乙</w:t>', "甲乙"),
        ('<w:t>甲</w:t><w:commentReference w:id="0"/><w:t>乙</w:t>', "甲乙"),
        ('<w:br w:type="page"/><w:t>甲</w:t>', "甲"),
        ('<w:t>甲</w:t><w:br w:type="page"/>', "甲"),
        ('<w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t>', "甲\n乙"),
        ("<w:t>甲</w:t><w:br/><w:br/><w:t>乙</w:t>", "甲\n\n乙"),
        (
            "<w:ruby><w:rt><w:r><w:t>dàn</w:t></w:r></w:rt><w:rubyBase><w:t>石</w:t></w:rubyBase></w:ruby>",
            "石",
        ),
    ],
)
def test_what_a_run_holds(content, text):
    assert text_of(p(run(content))) == text


@pytest.mark.parametrize(
    ("face", "code", "sign"),
    [
        ("Wingdings", "F0E0", "→"),
        ("Wingdings", "00E0", "→"),
        ("Symbol", "F044", "Δ"),
        ("Symbol", "F0CE", "∈"),
        ("Wingdings 2", "F06B", "②"),
        ("Wingdings 3", "F067", "→"),
        ("Webdings", "F061", "√"),
    ],
)
def test_signs_of_symbol_faces_are_the_characters_that_they_look_like(face, code, sign):
    named = f'<w:sym w:font="{face}" w:char="{code}"/>'
    assert text_of(p(run(f"<w:t>甲</w:t>{named}<w:t>乙</w:t>"))) == f"甲{sign}乙"
    look = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
    typed = chr(0xF000 + (int(code, 16) & 0xFF))
    assert text_of(p(r("甲") + r(f"{typed}", look) + r("乙"))) == f"甲{sign}乙"


def test_signs_that_are_no_character_are_told_and_letters_stay():
    look = '<w:rFonts w:ascii="Webdings"/>'
    source = read(p(run('<w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F0FF"/>') + r("\uf0ffab", look)))
    assert (source.text, source.left_out) == ("甲ab", ("2 个符号字体里的图形",))


@pytest.mark.parametrize(
    ("face", "typed", "shown"),
    [
        ("Wingdings 2", "R", "☑"),
        ("Wingdings 2", " R ", " ☑ "),
        ("Wingdings 2", "RP", "RP"),
        ("Wingdings", "þ", "☑"),
        ("Wingdings", "¨¨", "□□"),
        ("Symbol", "a", "α"),
        ("Symbol", "5", "5"),
        ("Webdings", "甲", "甲"),
        ("宋体", "R", "R"),
        ("Wingdings 2", "!", "!"),
    ],
)
def test_a_letter_alone_in_a_symbol_face_is_the_sign_that_it_shows(face, typed, shown):
    look = f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}"/>'
    assert text_of(p(r("甲") + r(typed, look) + r("乙"))) == f"甲{shown}乙"
    for other in ('w:asciiTheme="minorHAnsi"', 'w:hint="eastAsia"'):
        assert text_of(p(r("甲") + r(typed, look.replace("/>", f" {other}/>")) + r("乙"))) == f"甲{typed}乙"


def test_letters_set_in_capitals_are_capitals():
    styles = style("大写", kind="character", rpr="<w:caps/>")
    body = p(r("gdp", "<w:caps/>") + r("增长") + r("app", '<w:rStyle w:val="大写"/>') + r("等"))
    body += p(r("gdp", '<w:rStyle w:val="大写"/><w:caps w:val="0"/>') + r("gdp", "<w:smallCaps/>"))
    assert text_of(body, styles=styles) == "GDP增长APP等\ngdpgdp"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("一\u200b、加强\u00ad学习", "一、加强学习"),
        ("\ufeff同志\u2060们", "同志们"),
        ("深⼊推动⼯作", "深入推动工作"),
        ("按\u00a0时\u2003完成", "按 时 完成"),
        ("甲\u2028乙&#133;丙", "甲 乙 丙"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("5\u20116月　甲", "5\u20116月　甲"),
    ],
)
def test_characters_that_nobody_sees_are_read_as_in_a_text(typed, shown):
    assert text_of(p(r("题") + r(typed) + r("尾"))) == f"题{shown}尾"


def test_what_was_pasted_from_a_page_has_its_outline():
    body = (
        p("在会上的讲话") + p("同志\u200b们：") + p("一\u200b、加强学习") + p("要学习。") + p("⼆、抓好落实")
    )
    document = parse_outline(read(body + p("要落实。")))
    assert (str(document.salutation), len(document.nodes)) == ("同志们：", 2)


def combined(place, more):
    return f'<w:eastAsianLayout w:id="{place}" w:combine="1" {more}/>'


@pytest.mark.parametrize(
    ("looks", "text"),
    [
        ([combined(1, 'w:combineBrackets="round"')], "甲（一）乙"),
        ([combined(1, 'w:combineBrackets="square"')] * 2, "甲［一一］乙"),
        ([combined(at, 'w:combineBrackets="round"') for at in (1, 2)], "甲（一）（一）乙"),
        ([combined(1, 'w:combineBrackets="none"')], "甲一乙"),
        ([combined(1, "")], "甲一乙"),
        (['<w:eastAsianLayout w:id="1" w:vert="1" w:combineBrackets="round"/>'], "甲一乙"),
    ],
)
def test_two_lines_in_one_have_the_brackets_that_are_drawn_around_them(looks, text):
    assert text_of(p(r("甲") + "".join(r("一", look) for look in looks) + r("乙"))) == text


@pytest.mark.parametrize("name", ["dayLong", "monthShort", "yearLong"])
def test_a_date_that_word_fills_in_is_told_and_a_page_number_is_not(name):
    source = read(p(run(f"<w:t>甲</w:t><w:{name}/><w:pgNum/><w:t>乙</w:t>")))
    assert (source.text, source.left_out) == ("甲乙", ("1 个没有结果的域",))


def test_lines_of_one_paragraph_have_its_number():
    source = read(p(run("<w:t>甲</w:t><w:br/><w:t>乙</w:t>")) + p("丙"))
    assert [line.paragraph for line in source.lines] == [1, 1, 2]


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:hyperlink>{}</w:hyperlink>",
        "<w:smartTag>{}</w:smartTag>",
        "<w:customXml>{}</w:customXml>",
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:ins>{}</w:ins>",
        "<w:moveTo>{}</w:moveTo>",
        "<w:bdo>{}</w:bdo>",
    ],
)
def test_what_wraps_runs_changes_nothing(wrapped):
    assert text_of(p(r("甲") + wrapped.format(r("乙")) + r("丙"))) == "甲乙丙"


def test_what_wraps_paragraphs_changes_nothing():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('乙')}</w:sdtContent></w:sdt>"
    assert text_of(p("甲") + control + f"<w:customXml>{p('丙')}</w:customXml>") == "甲\n乙\n丙"


def test_a_prompt_that_nobody_filled_in_is_no_text():
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>".format
    assert text_of(p(r("甲") + prompt(r("单击此处"))) + prompt(p("单击此处输入文字"))) == "甲"


def test_equations_are_read_along():
    one, three = (f"<m:r><m:t>{number}</m:t></m:r>" for number in (1, 3))
    fraction = f"<m:f><m:num>{one}</m:num><m:den>{three}</m:den></m:f>"
    assert text_of(p(r("约占") + f"<m:oMath>{fraction}</m:oMath>")) == "约占1/3"


# Tracked changes are read as accepted


def test_insertions_stay_and_deletions_go():
    gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom>".format(r("移"))
    assert text_of(p(r("甲") + gone + f"<w:ins>{r('新')}</w:ins>")) == "甲新"


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_deleted_paragraph_mark_joins_the_next(mark):
    numbering = levels(1, level(0, "decimal", "%1、")) + num(1, 1)
    gone = f"<w:rPr><w:{mark}/></w:rPr>"
    body = p("甲", num=(1, 0)) + p("乙", num=(1, 0), more=gone) + p("丙") + p("丁", num=(1, 0))
    assert text_of(body, numbering=numbering) == "1、甲\n乙丙\n2、丁"


def test_deleted_rows_and_cells_go():
    gone = f"<w:tr><w:trPr><w:del/></w:trPr>{cell('旧')}{cell('旧')}</w:tr>"
    rows = table(["甲", "乙"], ["丙", cell("旧", "<w:cellDel/>")], ["丁", "戊"])
    assert text_of(p("表") + rows.replace("</w:tbl>", f"{gone}</w:tbl>")) == "表\n甲\t乙\n丙\n丁\t戊"


# Hidden text


def test_hidden_text_is_left_out_however_it_is_hidden():
    styles = (
        style("暗", rpr="<w:vanish/>")
        + style("暗字", kind="character", rpr="<w:vanish/>")
        + style("明", base="暗", rpr='<w:vanish w:val="0"/>')
    )
    body = p(r("甲", "<w:vanish/>") + r("乙")) + p(r("丙", '<w:rStyle w:val="暗字"/>') + r("丁"))
    body += p("戊", style="暗") + p("己", style="明")
    assert text_of(body, styles=styles) == "乙\n丁\n己"


def test_two_hidings_by_style_cancel_each_other():
    styles = style("暗", rpr="<w:vanish/>") + style("暗字", kind="character", rpr="<w:vanish/>")
    body = p(r("甲", '<w:rStyle w:val="暗字"/>') + r("乙", "<w:vanish/>"), style="暗")
    assert text_of(body, styles=styles) == "甲"


def test_a_hidden_paragraph_is_not_numbered():
    numbering = levels(1, level(0, "decimal", "%1、")) + num(1, 1)
    hidden = p(r("乙", "<w:vanish/>"), num=(1, 0), more="<w:rPr><w:vanish/></w:rPr>")
    assert text_of(p("甲", num=(1, 0)) + hidden + p("丙", num=(1, 0)), numbering=numbering) == "1、甲\n2、丙"


def test_a_style_separator_makes_a_heading_share_its_line():
    styles = style("Heading2", name="heading 2", ppr='<w:outlineLvl w:val="1"/>')
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    source = read(p("一、加强学习。", style="Heading2", more=separator) + p("要认真学。"), styles=styles)
    assert source.text == "一、加强学习。要认真学。"
    assert (source.lines[0].level, strong(source)) == (2, ["一、加强学习。"])


# Fields


def test_fields_show_their_results():
    nested = field("IF ", r("今年") + field("PAGE", r("3")))
    assert text_of(p(r("见") + field("REF a", r("第二部分")) + nested)) == "见第二部分今年3"
    assert text_of(p(f'<w:fldSimple w:instr="DATE">{r("5月")}</w:fldSimple>')) == "5月"


def test_a_table_of_contents_is_left_out_over_all_its_paragraphs():
    begin, _, rest = field("TOC \\o", r("一、甲\t1") + "~").partition("~")
    body = p("题目") + p(begin) + p(r("二、乙\t2")) + p(rest + r("")) + p("一、甲")
    assert text_of(body) == "题目\n一、甲"


def test_a_table_of_contents_in_a_control_or_by_style_is_left_out():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('目录')}</w:sdtContent></w:sdt>"
    styles = style("a3", name="toc 1")
    assert text_of(control + p("一、甲\t1", style="a3") + p("一、甲"), styles=styles) == "一、甲"


def test_a_field_that_never_ends_hides_nothing():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    assert text_of(p(r("甲") + begin + r("乙")) + p("丙")) == "甲乙\n丙"


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        ("EQ \\o\\ac(○,2)", "②甲"),
        (" eq \\o\\ac(□,增)", "增甲"),
        ("EQ \\* jc0 \\o\\ad(\\s\\up 9(dàn),石)", "石甲"),
        ("EQ \\x(1)", "1甲"),
    ],
)
def test_signs_that_only_a_field_shows(instruction, text):
    bare = field(instruction, "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")
    assert text_of(p(bare + r("甲"))) == text


# Text boxes


def box(*paragraphs):
    return f"<w:txbxContent>{''.join(map(p, paragraphs))}</w:txbxContent>"


def drawn(*paragraphs):
    """A box as Word writes it: once in DrawingML, once more in VML."""
    new = f"<w:drawing><wps:wsp><wps:txbx>{box(*paragraphs)}</wps:txbx></wps:wsp></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{box(*paragraphs)}</v:textbox></v:shape></w:pict>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{new}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_is_read_once_and_below_its_paragraph():
    assert (
        text_of(p("题目") + p(r("正文") + drawn("框内", "第二行")) + p("其后"))
        == "题目\n正文\n框内\n第二行\n其后"
    )


def test_a_text_box_in_front_of_everything_stands_above():
    assert text_of(p(r("同志们：") + drawn("在会上的讲话"))) == "在会上的讲话\n同志们："


def test_old_text_boxes_and_wordart_are_read():
    old = f"<w:r><w:pict><v:shape><v:textbox>{box('框内')}</v:textbox></v:shape></w:pict></w:r>"
    art = '<w:r><w:pict><v:shape><v:textpath string="红头文件"/></v:shape></w:pict></w:r>'
    assert text_of(p(art) + p(r("正文") + old)) == "红头文件\n\n正文\n框内"


# Tables


def test_a_table_of_data_is_a_line_a_row():
    source = read(p("分工") + table(["事项", "单位"], ["学习", "办公室"], ["", "综合处"]))
    assert source.text == "分工\n事项\t单位\n学习\t办公室\n\t综合处"
    assert [line.row for line in source.lines] == [False, True, True, True]


def test_paragraphs_of_a_cell_stay_in_its_row():
    assert text_of(table(["甲", p("一") + p("二")], ["乙", "三"])) == "甲\t一 二\n乙\t三"


def test_merged_cells_are_read_once():
    first, below = cell("甲", '<w:vMerge w:val="restart"/>'), cell("甲", "<w:vMerge/>")
    assert text_of(table([first, "一"], [below, "二"])) == "甲\t一\n\t二"


def test_numbers_in_a_table_count_on_and_make_no_headings():
    numbering = levels(1, level(0, "decimal", "%1.", suff="nothing")) + num(1, 1)
    rows = [[p(num=(1, 0)), "加强学习的各项工作"], [p(num=(1, 0)), "抓好落实的各项工作"]]
    assert text_of(table(*rows), numbering=numbering) == "1.\t加强学习的各项工作\n2.\t抓好落实的各项工作"


def test_a_table_that_only_sets_type_is_read_as_text():
    bare = '<w:top w:val="none"/>'
    source = read(table(["某某县", "签发人：张三"], [p("甲") + p("乙"), ""], borders=bare))
    assert source.text == "某某县\t签发人：张三\n甲\n乙"
    assert not any(line.row for line in source.lines)


def test_a_speech_in_a_cell_is_read_as_text():
    speech = p("同志们：") + p("一、加强学习" + "认真学习。" * 50)
    assert text_of(table(["题目", "在会上的讲话"], ["内容", speech])).split("\n")[1:3] == ["内容", "同志们："]


def test_borders_may_come_from_the_style_or_a_cell():
    styles = style("网格", kind="table").replace(
        "<w:pPr>", '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr><w:pPr>'
    )
    rows = table(["甲", "乙"], ["丙", "丁"])
    own = rows.replace('<w:tblBorders><w:top w:val="single"/></w:tblBorders>', "")
    styled = own.replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="网格"/>')
    ruled = own.replace("<w:tcPr>", '<w:tcPr><w:tcBorders><w:top w:val="single"/></w:tcBorders>')
    for body, row in ((own, False), (styled, True), (ruled, True)):
        assert read(body, styles=styles).lines[0].row is row


# Headings and type


def strong(source):
    return [source.text[span.start : span.end] for line in source.lines for span in line.strong]


HEADINGS = (
    style("1", name="heading 1", ppr='<w:outlineLvl w:val="0"/>')
    + style("2", name="heading 2")
    + style("own", name="公文小标题", base="1")
    + style("三级标题", name="三级标题")
    + style("t", name="標題 2")
    + style("Title", name="Title")
)


def test_levels_come_from_style_name_or_paragraph():
    body = p("甲", style="1") + p("乙", style="2") + p("丙", style="own") + p("丁", style="三级标题")
    body += p("戊", style="Title") + p("己", more='<w:outlineLvl w:val="3"/>') + p("庚", style="Heading5")
    body += p("辛", style="1", more='<w:outlineLvl w:val="9"/>') + p("壬", style="t")
    levels_read = [line.level for line in read(body, styles=HEADINGS).lines]
    assert levels_read == [1, 2, 1, 3, None, 4, 5, None, 2]


def test_text_that_has_a_heading_style_by_mistake_is_none():
    source = read(p("要认真学习。" * 30, style="1") + p(style="1") + p("甲", style="1"), styles=HEADINGS)
    assert [line.level for line in source.lines] == [None, None, 1]


def test_a_heading_on_two_lines_is_one():
    broken = run("<w:t>加强学习</w:t><w:br/><w:t>提高认识</w:t>")
    assert text_of(p(broken, style="1"), styles=HEADINGS) == "加强学习提高认识"
    long = run(f"<w:t>加强学习</w:t><w:br/><w:t>{'要认真学。' * 20}</w:t>")
    source = read(p(long, style="1"), styles=HEADINGS)
    assert [line.level for line in source.lines] == [1, None]


def font(name):
    return f'<w:rFonts w:ascii="Times New Roman" w:eastAsia="{name}"/>'


def test_a_change_of_face_within_a_paragraph_is_told():
    body = p(r("一、总体概述", font("黑体")) + r("今年以来，各项工作都有进展。", font("仿宋")))
    body += p(r("（一）楷体标题。", font("楷体_GB2312")) + r("后面是正文。", font("仿宋_GB2312")))
    body += p(r("加粗标题。", "<w:b/>") + r("后面是正文", '<w:b w:val="0"/>'))
    assert strong(read(body)) == ["一、总体概述", "（一）楷体标题。", "加粗标题。"]


def test_what_most_of_the_text_is_set_in_is_not_strong():
    kai = font("楷体")
    body = p(r("标题", font("黑体")) + r("正文都是楷体，所以楷体不突出。", kai)) + p(r("还是楷体。", kai))
    assert strong(read(body)) == ["标题"]
    assert strong(read(p(r("全文加粗。", "<w:b/>")) + p(r("仍是加粗。", "<w:b/>")))) == []


def test_digits_and_marks_of_a_heading_are_of_its_type():
    hei = font("黑体")
    body = p(
        r("1.", font("Times New Roman")) + r("推进", hei) + r("5G", "") + r("建设", hei) + r("，后面是正文。")
    )
    assert strong(read(body + p("正文" * 20))) == ["1.推进5G建设"]


def test_an_automatic_number_is_of_the_type_behind_it():
    numbering = levels(1, level(0, "chineseCounting", "%1、")) + num(1, 1)
    body = p(r("加强学习。", "<w:b/>") + r("要认真学，要学深悟透。"), num=(1, 0)) + p("甲乙丙", num=(1, 0))
    assert strong(read(body, numbering=numbering)) == ["一、加强学习。"]


def test_type_comes_through_styles_defaults_and_theme():
    theme = '<a:majorFont><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont>'
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{font('仿宋')}</w:rPr></w:rPrDefault></w:docDefaults>"
        + style("默认", more=' w:default="1"')
        + style("主题", rpr='<w:rFonts w:eastAsiaTheme="majorEastAsia"/>')
        + style("下级", base="主题")
        + style("要紧", kind="character", rpr="<w:b/>")
    )
    body = p("主题字体", style="主题") + p("继承而来", style="下级") + p("正文" * 10)
    body += p(r("字符样式", '<w:rStyle w:val="要紧"/>') + r("正文"))
    body += p(r("直接改回仿宋", font("仿宋")), style="主题")
    assert strong(read(body, styles=styles, theme=theme)) == ["主题字体", "继承而来", "字符样式"]


def test_bold_in_style_of_paragraph_and_character_cancel():
    styles = style("粗", rpr="<w:b/>") + style("粗字", kind="character", rpr="<w:b/>")
    body = p(r("粗的") + r("不粗的", '<w:rStyle w:val="粗字"/>'), style="粗") + p("正文" * 10)
    assert strong(read(body, styles=styles)) == ["粗的"]


def styled_table(look, *rows):
    own = table(*rows, borders='<w:top w:val="none"/>')
    return own.replace("<w:tblPr>", f'<w:tblPr><w:tblStyle w:val="表"/><w:tblLook {look}/>')


BOLD_PARTS = "".join(
    f'<w:tblStylePr w:type="{place}"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    for place in ("firstRow", "lastCol")
)
TABLE_STYLES = style("基", kind="table").replace("</w:style>", f"{BOLD_PARTS}</w:style>") + style(
    "表", kind="table", base="基"
)


@pytest.mark.parametrize(
    ("look", "bold"),
    [
        ('w:firstRow="1" w:lastColumn="0"', ["修渠的要求"]),
        ('w:val="0020"', ["修渠的要求"]),
        ('w:val="0120"', ["修渠的要求", "要有人管"]),
        ('w:val="0120" w:firstRow="0" w:lastColumn="0"', []),
        ('w:val="zz"', []),
    ],
)
def test_bold_may_come_from_the_style_of_a_table(look, bold):
    rows = styled_table(look, ["修渠的要求"], ["要按期完工", "要有人管"])
    source = read(p("正文" * 20) + rows + p("其后"), styles=TABLE_STYLES)
    assert strong(source) == bold


def test_bold_of_a_whole_table_and_of_a_paragraph_cancel():
    styles = style("表", kind="table", rpr="<w:b/>") + style("粗", rpr="<w:b/>")
    rows = styled_table("", ["修渠"], [p("护堤", style="粗")], [p(r("清淤", '<w:b w:val="0"/>'))])
    assert strong(read(p("正文" * 20) + rows, styles=styles)) == ["修渠"]


def test_pages_where_word_has_noted_them():
    turned = run("<w:lastRenderedPageBreak/><w:t>第二页</w:t>")
    assert [line.page for line in read(p("甲") + p(turned) + p("乙")).lines] == [1, 2, 2]
    assert read(p("甲")).lines[0].page is None


def test_a_mask_at_the_edge_of_bold_is_a_mask():
    source = read(p(r("推进法治", "<w:b/>") + r("**建设，各项工作都要推进。")))
    assert [mask.passage.text for mask in find_masks(source)] == ["**"]


def test_masks_around_bold_stay_in_the_outline():
    body = p("在会上的讲话") + p("同志们：") + p(r("一、加强学习", "<w:b/>") + r("**县要认真学习。"))
    body += p(r("二、抓好落实。", "<w:b/>") + r("各项工作都要抓好落实。"))
    first, _ = parse_outline(read(body)).nodes
    assert (str(first.heading), [str(one) for one in first.body]) == ("加强学习", ["**县要认真学习。"])


# The title by its type


def size(half_points):
    return f'<w:sz w:val="{half_points}"/>'


def titles(source):
    return [source.text[line.span.start : line.span.end] for line in source.lines if line.title]


def test_a_title_is_what_comes_first_and_larger():
    body = p() + p(r("坚定信心 真抓实干", size(44))) + p(r("推动高质量发展", size(44)))
    body += p(r("在全市工作会议上的讲话", size(32))) + p(r("（2026年3月5日）", size(32)))
    body += p(r("同志们：", size(32))) + p(r("今天召开这次会议。", size(32)))
    source = read(body)
    assert titles(source) == ["坚定信心 真抓实干", "推动高质量发展"]
    document = parse_outline(source)
    assert document.title_text == "坚定信心 真抓实干推动高质量发展"
    assert str(document.subtitle) == "在全市工作会议上的讲话"
    assert str(document.salutation) == "同志们："


def test_a_short_line_below_the_title_in_the_type_of_text_is_none_of_it():
    styles = style("T", name="Title")
    document = parse_outline(
        read(p("专题会议纪要", style="T") + p("会议基本信息") + p("甲乙丙。"), styles=styles)
    )
    assert document.title_text == "专题会议纪要"


def test_no_title_is_told_where_all_is_of_one_size_or_the_first_line_is_a_heading():
    assert titles(read(p("题目") + p("正文" * 10))) == []
    headed = p(r("一、加强学习", size(44)), style="1") + p("正文" * 10)
    assert titles(read(headed, styles=HEADINGS)) == []


# What the outline makes of it


def test_an_outline_of_automatic_numbers_and_type():
    numbering = levels(
        1, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）", suff="nothing")
    ) + num(1, 1)
    body = p("在全市工作会议上的讲话") + p("同志们：") + p("加强学习", num=(1, 0))
    body += p(r("统一思想", "<w:b/>") + r("。要认真学习领会精神。"), num=(1, 1))
    body += p(r("真抓实干", "<w:b/>") + r("推动各项工作落到实处。"), num=(1, 1)) + p("抓好落实", num=(1, 0))
    body += table(["1", "学习"], ["2", "落实"]) + p("要抓好落实，推动各项工作。")
    document = parse_outline(read(body, numbering=numbering))
    assert [(node.level, str(node.marker), str(node.heading)) for node in document.walk()] == [
        (1, "一、", "加强学习"),
        (2, "（一）", "统一思想"),
        (2, "（二）", "真抓实干"),
        (1, "二、", "抓好落实"),
    ]


@pytest.mark.render
def test_numbers_are_those_that_a_word_processor_prints(tmp_path):
    numbering = (
        levels(
            1,
            level(0, "chineseCountingThousand", "%1、", suff="nothing"),
            level(1, "chineseCounting", "（%2）", suff="nothing"),
            level(2, "decimal", "%3．", suff="nothing"),
            level(3, "decimalEnclosedCircle", "%4", suff="nothing"),
        )
        + levels(
            2, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2、"), level(2, "lowerLetter", "%3）")
        )
        + num(1, 1)
        + num(2, 1, [(0, 1)])
        + num(3, 2)
        + num(4, 2, [(0, 5)])
    )
    places = [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0)]
    places += [(3, 1), (3, 1), (3, 0), (3, 2), (3, 1), (4, 0), (4, 1), (3, 0), (0, 0), (4, 0)] + [(1, 0)] * 12
    data = word("".join(p("文", num=place) for place in places), numbering=numbering)
    (tmp_path / "a.docx").write_bytes(data)
    saved_as("txt:Text (encoded):UTF8", tmp_path, tmp_path / "a.docx")
    printed = (tmp_path / "a.txt").read_text("utf-8-sig").split("\n")
    read_here = parse(data, "a.docx", "a").text.split("\n")
    assert ["".join(line.split()) for line in printed if line.strip()] == [
        "".join(line.split()) for line in read_here
    ]


def test_notes_and_pictures_are_counted_once():
    forms = "<mc:Choice><a:blip/></mc:Choice><mc:Fallback><v:imagedata/></mc:Fallback>"
    older = f"<mc:AlternateContent>{forms}</mc:AlternateContent>"
    body = p(run('<w:t>甲</w:t><w:footnoteReference w:id="2"/>')) + p(run(f"<w:t>乙</w:t>{older}"))
    body += p(run('<w:t>丙</w:t><w:footnoteReference w:id="3"/>'))
    assert read(body).left_out == ("2 条脚注", "1 幅图片")


def test_a_document_of_text_alone_leaves_nothing_out():
    assert read(p(run("<w:t>甲</w:t>"))).left_out == ()


# What is raised, crossed out, or deleted


RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("before", "raised", "text"),
    [
        ("蓄水10", ["4"], "蓄水10⁴后"),
        ("绿地5公里", ["2"], "绿地5公里²后"),
        ("浓度10", ["-", "3"], "浓度10⁻³后"),
        ("水温20", ["o"], "水温20°后"),
        ("第20", ["th"], "第20th后"),
        ("修路12条", ["[3]"], "修路12条后"),
        ("修路12条", ["［", "3-5", "］"], "修路12条后"),
        ("修路12条", ["②"], "修路12条后"),
        ("修路12条", ["（1）"], "修路12条后"),
        ("x", ["(2)"], "x⁽²⁾后"),
    ],
)
def test_powers_are_kept_and_marks_of_notes_are_no_text(before, raised, text):
    source = read(p(r(before) + "".join(r(one, RAISED) for one in raised) + r("后")))
    assert source.text == text
    assert source.left_out == (("1 个上标注码",) if text.endswith("条后") else ())


def test_superscript_by_style_and_in_equations():
    styles = style("上", kind="character", rpr=RAISED)
    power = "<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup>"
    body = p(r("10") + r("6", '<w:rStyle w:val="上"/>')) + p(r("共5") + f"<m:oMath>{power}</m:oMath>")
    assert text_of(body, styles=styles) == "10⁶\n共5m³"


def test_a_paragraph_that_is_raised_as_a_whole_is_text():
    assert text_of(p(r("2", RAISED) + r("[1]", RAISED))) == "2[1]"


@pytest.mark.parametrize("look", ["<w:strike/>", "<w:dstrike/>", '<w:rStyle w:val="划"/>'])
def test_text_crossed_out_is_deleted_and_counted(look):
    styles = style("划", kind="character", rpr="<w:strike/>")
    body = p(r("植树") + r("5", look) + r("0", look) + r("80亩") + r("左右", look)) + p(r("删", look))
    source = read(body, styles=styles)
    assert (source.text, source.left_out) == ("植树80亩", ("3 处加删除线的文字",))


def test_text_that_takes_the_line_back_is_kept():
    styles = style("划", rpr="<w:strike/>")
    kept = r("留", '<w:strike w:val="0"/>')
    assert text_of(p(kept + r("删"), style="划"), styles=styles) == "留"


def test_deletions_and_hidden_text_are_counted():
    gone = "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
    source = read(p(r("甲") + gone + gone + r("乙") + gone + r("暗", "<w:vanish/>")))
    assert (source.text, source.left_out) == ("甲乙", ("2 处修订时删去的文字", "1 处隐藏的文字"))


# The large first letter of a paragraph


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_a_large_first_letter_is_the_first_of_its_paragraph(kind):
    frame = f'<w:framePr w:dropCap="{kind}" w:lines="3"/>'
    large = p(r("今", font("黑体") + size(120) + "<w:b/>"), more=frame)
    source = read(p("在会上的讲话") + large + p("天我们开会。") + p("要修好水渠，管好闸门。"))
    assert source.text == "在会上的讲话\n今天我们开会。\n要修好水渠，管好闸门。"
    assert [line.paragraph for line in source.lines] == [1, 2, 3]
    assert strong(source) == []


def test_other_frames_are_paragraphs_and_a_letter_alone_stays():
    body = p("甲", more='<w:framePr w:w="900"/>') + p("乙") + p("丙", more='<w:framePr w:dropCap="drop"/>')
    assert text_of(body) == "甲\n乙\n丙"
