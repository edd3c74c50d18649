"""The keys of the edited brief, said once for writing and reading."""

from reportgen.analysis.brief import Kind
from reportgen.analysis.roles import Role

# Every line.
TEXT, PLACE = "文字", "位置"

# The head.
TITLE, SUBTITLE, SPEAKER, UNIT, DATE = "标题", "副标题", "讲话人", "单位", "日期"

# The lists.
THESIS, PILLARS, ABSTRACT, PARTS = "核心要义", "并列短语", "内容摘要", "各部分"
TERMS, FIGURES, SERIES, TASKS = "关键提法", "关键数字", "数据对比", "落实清单"
OUTSIDE, WANTED = "各部分以外", "上幻灯片"
LISTS = (THESIS, PILLARS, ABSTRACT, OUTSIDE, PARTS, WANTED, TERMS, FIGURES, SERIES, TASKS)

# A part.
HEADING, START, SUMMARY, LEAD = "标题", "起点", "概括", "导语"
MEASURES, GOALS, POINTS, KIND = "举措", "目标要求", "要点", "性质"
STATEMENTS = "要句"
KINDS = {Kind.TODO: "待落实", Kind.DONE: "已完成", Kind.STANCE: "表态"}

# A term, a figure, a series, a task.
TERM, CONTEXT, VALUE, MEASURE_WORD = "提法", "原句", "数值", "单位"
MEASURED, CHANGE, PERIOD = "所指", "变化", "时间"
ROLE, BIG, YES = "作用", "醒目", "是"
ROLES = {
    Role.RESULT: "成效",
    Role.TARGET: "目标",
    Role.GAP: "差距",
    Role.SCALE: "规模",
    Role.SAVING: "节约",
    Role.COMMITMENT: "承诺",
    Role.ACTIVITY: "活动",
    Role.ORDINAL: "序号",
    Role.STORY: "故事",
    Role.PLACEHOLDER: "待核",
}
SUBJECT, VALUES, NAME = "内容", "数据", "名称"
TASK, WHERE, OWNER, DEADLINE = "任务", "出处", "责任单位", "完成时限"

# The fields of `Facts`, `Measure` and `Figure`, by name; one without a word of its own goes by its name.
FIELDS = {
    "title": TITLE,
    "speaker": SPEAKER,
    "unit": UNIT,
    "date": DATE,
    "owner": OWNER,
    "deadline": DEADLINE,
    "measured": MEASURED,
    "change": CHANGE,
    "period": PERIOD,
}

# The end of the file.
VERSION, FILE, STEM, DIGEST, FORMATS = "版本", "文件", "文件名", "文件指纹", "行格式"
ORIGINAL, CHECK = "原文", "原文指纹"
LEFT_OUT = "未读入"
LINE = "行"
# The fields of `source.Line`, by name; one without a word of its own here goes by its name.
EVIDENCE = {
    "span": "起止",
    "paragraph": "段",
    "level": "级别",
    "strong": "粗体",
    "page": "页",
    "row": "表格行",
    "title": "标题行",
    "marks": "标记",
}
CURRENT = "1"

END = (VERSION, FILE, STEM, DIGEST, LEFT_OUT, FORMATS, ORIGINAL, CHECK)

KEYS = frozenset(
    word
    for name, word in globals().items()
    if name.isupper() and isinstance(word, str) and word not in (CURRENT, YES)
)
"""Every key there is, wherever it may stand."""
