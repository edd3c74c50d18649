"""Cue words: what tells a measure, a goal, an account of the past, an opinion.

A verb list alone takes every clause with such a verb for a measure; what a clause begins with, and where it
stands in its sentence, decides. The words are in data/cues.toml.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

# 以法律执行力提升政府公信力: 以…, then a verb of effect.
BY = re.compile(
    r"^(?:为[^，]{2,70}?(?:提供|作出|做出|奠定|打好|打下|打牢|夯实|筑牢|创造|积累|营造|增添|注入|赢得|留出)[^，]{0,10}(?:保障|支撑|贡献|基础|条件|经验|环境|支持|动力|活力|空间|时间|力量)"
    r"|(?:将|把)[^，]{1,16}(?:打造|建设|建|打)成|为了?(?:更好|推动|促进|实现|保障|确保|提高|提升|解决|适应|满足)"
    r"|供[^，]{2,12}(?:使用|取用|参考|选择|查询|下载|学习|借鉴)"
    r"|(?:不仅|还|也|更重要的是)[^，]{0,4}(?:可以|能够?)?(?:带动|为)|重要的是为|(?:锚定|瞄准|朝着|向着)[^，]*目标(?:迈进|前进)?$|以(?:应对|适应|满足|实现|确保|解决|防止|避免|保障|保证|保护|提高|提升|增强|促进|推动|带动|维护|支撑)(?!.{2,30}为))"
    r"|^以(?![^，]+为[^，]{1,6}$)[^，]{2,20}?(?:提升|提高|促进|推动|推进|带动|倒逼|保障|引领|赋能|助力|教育|护航|激发|支撑|促|保)"
)
DONE = re.compile(
    r"(?<![不为前争保要将须])(?:已经|已|取得了?|完成了?|达到了?|实现了|[^，。]{0,3}[^，。不为]了(?![解结然]))|累计|同比|分别(?:增长|下降)"
)
# Headings of what lies behind, and of what lies ahead.
BEHIND = re.compile(
    r"回顾|总结|成效|成绩|成就|(?:主要|具体|经验|典型)?做法|过去|基本情况|工作情况|开展情况|完成情况|进展|概述|以来的?工作"
)
AHEAD = re.compile(r"打算|计划|安排|部署|下一步|今后|建议|要求|对策|思路|任务|重点工作|展望|举措")
# 提高补贴标准, 形成分类目录: what is raised or formed is itself a means.
MEANS = re.compile(
    r"(?:标准|比例|额度|力度|投入|补贴|补助|待遇|门槛|频次|办法|制度|机制|清单|目录|台账|方案|细则|规程|平台|名录|报告|文件|合力)$"
)
# 存在…, 不足, 缺乏 …: a finding, no measure.
FINDING = re.compile(
    r"(?:不足|不够|不完全|不合理|不规范|不科学|不及时|不顺|不严|不实|不力|不明|不深|不准|不精确|不协调|不匹配|不适应|不充分|不一|不齐|不稳|不高|不强|不大|不多|不畅|不清|不均|不到位|不健全|不完善|不平衡|薄弱|滞后|困难|严峻|的问题|有限|缺失|单一|粗放|低下|脱节|突出)$"
    r"|(?:存在|缺乏|缺少|面临|导致|造成|致使)(?!的)|难以|问题是|亟待|有待|尚未|仍[有是存未处]|仍然|依然|制约[着了]|^(?:由于|因为|所以|因此)"
    r"|^(?:虽然?|尽管|但是|但|然而|近年来|随着|如果|假如)|^据|占(?:到|全|总|比|[\d])"
    r"|(?<![别其凡总])是[^否]|就是|不是|意味着|说明(?=[^，])|表明|证明(?![材文])|体现了|标志着|情况下$|的话$|具有|仍属|可能(?:会)?(?:形成|影响|出现)|^我(?:现在|今天|在这里|想|着重)|[讲谈]一[讲谈]"
    r"|(?:揭示|反映|显示|凸显|暴露)[了出着]|(?:了解|发现|认识|感受|体会|意识|注意)到$|(?:认为|显示|如下|需要注意)$|付出[^，]*(?:努力|代价)|[作做]出了[^，]*贡献$|(?:加以|作|做)(?:简要)?(?:说明|汇报|介绍)$"
    r"|(?:较为|十分|非常|尤为|更为|更加|比较)(?:明显|突出|普遍|严重|复杂|繁重|艰巨|紧迫)$|具备|偏[^，]{1,3}[、化]|^仍有"
    r"|(?:千差万别|参差不齐|良莠不齐|层出不穷|日新月异|屡见不鲜|任重道远|来之不易)$"
    r"|(?:很|十分|非常|极|最|相对|比较|相当|普遍|总体|整体|较为?|偏|更|太|过|难度|周期|成本|风险|压力|差距)"
    r"(?:偏|较|很|仍|更)?[高低大小多少长短强弱慢快差难粗紧][^，]{0,1}$"
)
LACK = re.compile(
    r"(?:不足|偏[低高少]|较?低|不[高强大多]|困难|捉襟见肘|不堪重负)$|(?:使|让)[^，]*(?:无法|难以|未[^来])"
)
# 加强基层治理，是…: what the next clause speaks of is no measure.
SPOKEN_OF = re.compile(
    r"(?:也|既|都|正|不仅|更|就)?是(?!否)|事关|关系到?|意义重大|任重道远|刻不容缓|势在必行|迫在眉睫|至关重要|(?:具有)?(?:十分|尤为|非常)(?:重要|必要|紧迫)"
    r"|(?:最终|关键|根本|归根到底|归根结底|核心|重点|难点|出路)(?:还?是|要看|就?在于?|要靠)|离不开|要靠|靠的是"
)
IS = re.compile(r"(?<![别其凡总])是[^否]")
# 竞争力明显增强, 取得积极进展: how things are, but for what brings it about (推动…明显增强).
STATE = re.compile(
    r"(?:明显|显著|大幅|不断|(?<!可)持续|稳步|日益|大大|极大|更加|逐年|逐步|逐渐|快速|进一步|得到|有所|首次|全面)(?:得到|有所|了)?"
    r"(?:增强|提高|提升|改善|优化|好转|下降|降低|增长|上升|减少|缩小|扩大|加快|加强|壮大|发展|显现|凸显|完善|健全|巩固|释放|推进|落实|改观|双下降)$"
    r"|(?:取得|获得|赢得|收到)[^，]{0,12}(?:成效|成绩|成就|成果|进展|突破|胜利|效果|好评|认可|肯定|荣誉|称号)$"
    r"|(?:难度|压力|风险|矛盾|成本|差距)[^，]{0,4}(?:加大|上升|增大|增加|加剧|凸显)$|进入[^，]*(?:时期|阶段|时代|行列)$"
    r"|(?:开局|态势|势头|运行|进展|秩序|形势)[^，]{0,4}(?:良好|平稳|顺利|迅速|稳定|正常|喜人)$|[^，]{4}(?:发展|增长|增速)(?:加快|较快|放缓|平稳)$"
)
BRINGS_ABOUT = re.compile(
    r"推动|促进|推进|带动|引导|支持|帮助|鼓励|助力|让|使|确保|保障|保证|保持|实现|力争|争取|努力|把|将|^(?:我们|要)*(?:坚持|加快|实施|完善|健全|建立)"
)

# 使用 and 让利 begin like 使 and 让.
_NO_OPENING = "借此机会|使[用命者劲馆]|让[利步渡位]"


@lru_cache(maxsize=1)
def words() -> dict[str, tuple[str, ...]]:
    """Return the cue words by table: ``manner``, ``verbs``, ``goal``, ``effect``."""
    text = files("reportgen.analysis").joinpath("data/cues.toml").read_text("utf-8")
    return {name: tuple(value.split()) for name, value in tomllib.loads(text).items()}


@lru_cache(maxsize=8)
def opening(table: str) -> re.Pattern[str]:
    """Return a pattern for a clause that begins with a word of one table."""
    return re.compile(f"^(?!{_NO_OPENING})(?:{alternatives(table)})")


def alternatives(table: str) -> str:
    """Return the words of a table as the inside of a regular expression's group, longest first."""
    return "|".join(sorted(map(re.escape, words()[table]), key=len, reverse=True))
