"""Nothing is found in files as they were written, whatever scars the speech has."""

import pytest

from mutants import subjects

BODY = """同志们：
今年完成投资85亿元，增长12.5%。
一、加强学习，提高认识
坚持把学习放在首位。一是加强组织领导。建立工作机制，落实工作责任。二是加强督促检查。完善考核办法，推动工作落实。
二、优化服务，改进作风
全面优化服务。一是简化办事流程。减少办事环节，压缩办理时间。二是提高办事效率。推行一窗受理，让群众少跑腿。
谢谢大家。
"""
TITLE = "在全市工作会议上的讲话\n"
SPEECHES = {
    "masks with colons in title, byline and date": (
        "在【待补：会议名称】上的讲话\n【待补：职务：姓名】\n（【待补：年】年3月5日）\n" + BODY
    ),
    "a mask with colon and comma in headings and measures": TITLE
    + BODY.replace("一、加强学习", "一、加强【待补：单位，县名】学习")
    .replace("简化办事流程", "简化【待定:事项】流程")
    .replace("建立工作机制", "建立【待补：机制名称】"),
    "masks among the parties of a letterhead, set apart by wide blanks": (
        "签发：【待补：签发人】　　电话：123\n甲市工作简报\n"
        + BODY
        + "报送：甲市政府　　编发：乙市政府　　【待补：联系人／电话】\n"
    ),
    "a wide blank inside a paragraph that stands in the notes": TITLE
    + BODY.replace("12.5%。", "12.5%。主办：甲局　　协办：乙局（三）　　【待补：单位】。"),
    "a number with a comma where a heading breaks": TITLE
    + BODY.replace("一、加强学习，提高认识", "一、推动全市特色农产品线上线下销售总额突破1,200万元")
    .replace("一是简化办事流程", "一是累计新建改建农村公路和桥梁及其附属设施1,200公里"),
    "a number with a comma, a time and a quotation in short headings": TITLE
    + BODY.replace("一、加强学习", "一、新增就业1,200人").replace("二、优化服务", "二、“稳增长，促改革”"),
    "a heading on a line of its own before a note's mark": TITLE
    + BODY.replace("提高认识\n", "提高认识\n[1]").replace("一、", "！一、"),
    "sections without points whose headings share a clause": (
        "一、推进校园食堂390号，让群众满意。\n二、优化基层治理加强基层治理规范干部培训加强粮食储备413号，"
        "完善法治宣传，让群众满意。推进法治宣传。\n"
    ),
    "a lone point with a lone part": TITLE
    + "同志们：\n一、总体要求\n保持内容稳定。\n（一）加强审核\n1.明确责任。提交前应完成自查。\n",
    "stars behind the title": TITLE.strip() + "**\n" + BODY,
    "long points below points, of which a line behind the number shows the end only": (
        TITLE + "一、总体要求\n" + "".join(
            f"（{number}）抓好{what}工作\n一是抓紧制定{what}物资储备的统一标准和跨区域联合调配的政策措施，加强统筹协调。建立台账。"
            f"二是全面落实{what}隐患排查的网格责任和定期通报整改的督办机制，开展督促检查。定期通报。\n"
            for number, what in zip("一二三", ("防汛", "森林防火", "安全生产"), strict=True)
        ) + "二、抓好落实\n落实各项任务。\n"
    ),
    "words that look like escapes, tags, formulas and commands of a template": TITLE
    + BODY.replace("简化办事流程", "核对_x000D_和_x0041_编码").replace("建立工作机制", "=SUM(A1)统一核对")
    .replace("落实工作责任", "清理{{ x }}和{% if y %}占位")
    .replace("完善考核办法", "-2+3 <w:p>一类逐项清理，替换{_{ z }_}和{_% w %_}")
    .replace("一、加强学习", "一、_x005F_x000D_转义").replace("减少办事环节", "@全体人员减少办事环节"),
    "an emoji of several characters and a very long word": TITLE
    + BODY.replace("简化办事流程", "简化👨\u200d👩\u200d👧办事流程").replace("建立工作机制", "W" * 300),
    "headings that are labels of the handout, or begin like each other": TITLE + (
        "一、要点摘编\n建立工作机制，落实工作责任。\n二、落实清单\n完善考核办法，推动工作落实。\n"
        "三、加强学习\n减少办事环节，压缩办理时间。\n四、加强学习，提高认识\n推行一窗受理，让群众少跑腿。\n"
        "五、我的记录\n建立工作台账，定期通报。\n六、在全市工作会议上的讲话\n开展督促检查，定期通报。\n"
    ),
    "a quotation that is a title's first line": "# 总结\n\n## 标题\n“三个一”\n关于“三个一”活动的总结\n\n"
    + BODY
    + "推广“一窗受理”，建立“河长制”。\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SPEECHES)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_untouched_files_of_scarred_speeches_have_nothing(tmp_path, name, suffix):
    path = tmp_path / f"稿{suffix}"
    path.write_text(SPEECHES[name], "utf-8")
    found = [(one.path.suffix, one.alarms(one.data)) for one in subjects(path, tmp_path / "output")]
    assert found == [(".docx", []), (".pptx", []), (".xlsx", [])]
