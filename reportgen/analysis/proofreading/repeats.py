"""Words, items, sentences and paragraphs that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.analysis.proofreading.findings import Remark, Script
from reportgen.outline import split_sentences
from reportgen.source import Passage, Span
from reportgen.text.patterns import lazy

SHORTEST_SENTENCE = 20
SHORTEST_PARAGRAPH = 20
"""Characters of a sentence or paragraph that nobody says twice by intent."""
NEAR = 400
"""Characters between two like sentences; further apart a speaker may come back to his words."""

# Doubled one-character words. Before and behind each stand the characters that make it two words or an idiom:
# 目的的, 不了了之, 为了了解, 是是非非, 现在在.
_SINGLE = lazy(
    r"(?<![目])的的(?!确|士)|(?<![不为除一完未])了了(?!解|然|如|结|却|断|事|望|账|一)|(?<![于但还就可要只总正都凡若既先国如乃自便老求算像])是是(?!非|否)"
    r"|(?<![现存所潜实自内好正外旨贵重])在在(?!职|校|建|岗|线|座|场|编|押|逃|野|册|位|家)|(?<![共温缓饱总中调附柔祥谦])和和(?!平|谐|美|气|解|睦|善|田)"
    r"|(?<![参])与与(?!会|时|众)|(?<!以)及及(?!时|早|其|格)|(?<![服听遵自盲顺])从从(?!业|事|而|容|来|严|快|前|政)"
    r"|(?<![一])把把(?!握|关|守)|(?<![大小名干])将将(?!来|近|领|军|士|于)|(?<![植棉])被被(?!告)"
)
_PHRASE = lazy(r"([\u4e00-\u9fff]{2,12}?)\1")
# What a speaker doubles on purpose, or what two words make by standing side by side.
_DOUBLING = lazy(
    r"[几两很最更太又再越]|业创|许多|非常|谢谢|研究|讨论|商量|考虑|琢磨|好好|慢慢|常常|渐渐|人人|天天|看看|轰轰|大大|多多|久久"
    r"|学习|交流|总结|思考|比较|了解|调查|商议|合计|休息|活动|锻炼|体验|试验|打听|教育教育|平衡|千万|万万|重重|层层"
    r"|[〇零一二三四五六七八九十百千万亿]"
)
_WORD = 2  # characters of a word; 企业与企业 is two things
_LIST = lazy(r"[^，。；：！？、\s“”《》（）]{2,16}(?:、[^，。；：！？、\s“”《》（）]{2,16})+")
_TAIL = lazy(r"(?<=..)(?:等|以?及|和|与|工作|建设|领域|方面|事业|问题|任务|体系|能力).*$")
_CLAUSE = lazy(r"(?<=[，。；：！？\n])([^，。；：！？\n“”]{4,60})[，；]\1(?=[，。；：！？\n])")


def words(script: Script) -> Iterator[Remark]:
    """Evidence: a particle twice, where the characters around it do not make two words of it."""
    for found in _SINGLE.finditer(script.text):
        yield script.remark(found, f"“{found[0]}”重复", f"改为“{found[0][0]}”")


def phrases(script: Script) -> Iterator[Remark]:
    """Evidence: a word of two characters or more twice in a row; 研究研究, 一步一步 are Chinese."""
    innocent: dict[str, bool] = {}
    for found in _PHRASE.finditer(script.text):
        word = found[1]
        if word not in innocent:
            plain = _DOUBLING.match(word) or len(set(word)) == 1
            innocent[word] = bool(plain) or _two_words(script.text, word)
        if not innocent[word]:
            yield script.remark(found, f"“{word}”重复", f"改为“{word}”")


def _two_words(text: str, word: str) -> bool:
    """Whether two words side by side look like one twice: 产业·创业·创新. The rest of the speech tells."""
    turned = word[1:] + word[0]
    return word not in text.replace(word * 2, "") and text.count(turned) > 1


def clauses(script: Script) -> Iterator[Remark]:
    """Evidence: the same clause twice, one right behind the other."""
    for found in _CLAUSE.finditer(script.text):
        yield script.remark(found, "分句重复", "删去一处", 1)


def items(script: Script) -> Iterator[Remark]:
    """Evidence: one item twice in a list with 、."""
    for found in _LIST.finditer(script.text):
        parts = found[0].split("、")
        seen: set[str] = set()
        at = found.start()
        for number, part in enumerate(parts):
            # The first item may begin with words before the list, the last may go on behind it.
            bare = _TAIL.sub("", part) if number == len(parts) - 1 else part
            doubled = bare in seen or (number and len(bare) > _WORD and parts[0].endswith(bare))
            if len(bare) > 1 and doubled:
                yield Remark(script.span(at, at + len(bare)), f"“{bare}”在并列成分里出现两次", "删去一处")
            if number:
                seen.add(part)
            at += len(part) + 1


def paragraphs(script: Script) -> Iterator[Remark]:
    """Evidence: two paragraphs of one wording, neither of them the title; a run of them is told once."""
    title = {line.text.strip() for line in script.document.title}
    seen: dict[str, int] = {}
    told: list[tuple[int, int, int]] = []
    rows = [row for row in script.paragraphs() if len(row[1]) >= SHORTEST_PARAGRAPH and row[1] not in title]
    for number, (_, text) in enumerate(rows):
        before = seen.setdefault(text, number)
        if before == number:
            continue
        if told and told[-1][1] == number - 1 and told[-1][2] + number - told[-1][0] == before:
            told[-1] = (told[-1][0], number, told[-1][2])
        else:
            told.append((number, number, before))
    for first, last, before in told:
        yield _repeated(script, rows[first], rows[before], last - first + 1)


def _repeated(script: Script, row: tuple[int, str], before: tuple[int, str], count: int) -> Remark:
    start, text = row
    line = script.source.place(script.span(before[0], before[0] + 1).start).line
    more = f"（连同下文共 {count} 段）" if count > 1 else ""
    return Remark(script.span(start, start + len(text)), f"这一段与第 {line} 行相同{more}", "删去一处")


def sentences(script: Script) -> Iterator[Remark]:
    """Evidence: two long sentences of one wording, near each other, in paragraphs that are not the same."""
    seen: dict[str, int] = {}
    whole: set[str] = set()
    for start, text in script.paragraphs():
        if text in whole:
            continue
        whole.add(text)
        told = -1
        for piece in split_sentences(Passage(text, Span(start, start + len(text)))):
            before = seen.get(piece.text, -1)
            if len(piece.text) >= SHORTEST_SENTENCE and before >= 0 and piece.span.start - before <= NEAR:
                if told != piece.span.start:
                    span = script.span(piece.span.start, piece.span.end)
                    yield Remark(span, "这一句与前面一句相同", "删去一处")
                told = piece.span.end
            seen[piece.text] = piece.span.start
