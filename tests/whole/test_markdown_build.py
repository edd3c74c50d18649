"""A speech in Markdown is printed without its marks, and compared with what it says."""

import re
import zipfile

import pytest

from reportgen.cli import main
from reportgen.source import MARK

SPEECH = """# 在全县**农业农村**工作会议上的讲话

同志们：

下面，我讲两点*意见*。

## 一、认清**严峻**形势

全县粮食产量达到**48.6**万吨，增长**3.2%**。推进法治**建设，还有不少短板。

> 民生无小事。

## 二、抓好**产业**发展

1. **抓好粮食生产。** 县农业农村局要在**6月底前**完成高标准农田建设**5万亩**。
2. 抓好`产业链条`：**各镇街**要引进龙头企业**3家**，~~力争~~**年底前**投产，详见[通知](https://a.example/x)。
3. __抓好人居环境__：由**县住建局**牵头，年底前完成改厕2000户。

- **监测**要每月一次。
- [ ] 结果要报县委农办。

| 任务 | 单位 |
| --- | --- |
| 改厕 | **县住建局** |

---

谢谢大家！
"""
MARKS = re.compile(rf"{MARK}|^(?:#|>|- |\|)|\]\(|`|~~|__|\*\*(?!建设)|^\*$")


def texts(folder):
    """The paragraphs of all parts of all files; a mask is dressed otherwise than the words around it."""
    for path in folder.iterdir():
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as package:
                for name in package.namelist():
                    words = package.read(name).decode("utf-8", "replace") if name.endswith(".xml") else ""
                    for paragraph in re.split(r"</(?:w:p|a:p|si)>", words):
                        yield "".join(re.findall(r"<(?:w:t|a:t|t)(?: [^>]*)?>([^<]*)</", paragraph))


@pytest.mark.parametrize("name", ["讲话.md", "讲话.txt"])
def test_no_mark_is_printed_and_a_masked_name_is(run, tmp_path, name):
    path = tmp_path / name
    path.write_text(SPEECH, "utf-8")
    status, _, err = run("build", path)
    assert status == 0, err
    printed = [one.replace("&gt;", ">") for one in texts(tmp_path / "output")]
    assert [one for one in printed if MARKS.search(one)] == []
    assert any("推进法治**建设" in one for one in printed)
    assert any("县住建局" in one for one in printed)


def test_a_brief_of_it_brings_its_marks_along_and_prints_none(run, tmp_path):
    path, brief = tmp_path / "讲话.md", tmp_path / "讲话.yaml"
    path.write_text(SPEECH, "utf-8")
    assert main(["brief", str(path), "-o", str(brief)]) == 0
    assert MARK not in brief.read_text("utf-8")
    status, _, err = run("build", brief)
    assert status == 0, err
    assert not any(MARKS.search(one.replace("&gt;", ">")) for one in texts(tmp_path / "output"))
