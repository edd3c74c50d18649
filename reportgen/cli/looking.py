"""What is looked at before any work begins: empty names, dashes of Chinese type, options for values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from reportgen.cli.chinese import dashed, metavar
from reportgen.errors import UsageError
from reportgen.products import names_of_products

if TYPE_CHECKING:
    from reportgen.cli.parser import Named


def look_at(context: typer.Context, parameter: typer.CallbackParam, value: object) -> object:
    """Refuse a value that cannot be meant, before it costs any work.

    Raises:
        UsageError: a name is empty, begins with a dash of Chinese type, or is an option.
    """
    if not context.resilient_parsing:
        name = _name_of(parameter)
        for one in value if isinstance(value, list | tuple) else (value,):
            if isinstance(one, str):
                _refuse(one, name, context)
    return value


def _refuse(one: str, name: str, context: typer.Context) -> None:
    options = {option for parameter in context.command.get_params(context) for option in parameter.opts}
    if not one.strip():
        raise UsageError(f"{name}是空的", hint="请写出名称")
    if one in options:
        raise UsageError(f"{name}没有写值，后面就是 {one}", hint=f"请补上，或去掉 {name.strip()}")
    if one.startswith("=") and not name.startswith("--fill"):
        raise UsageError(f"{name}后面多了等号", hint=f"请写 {one.removeprefix('=')}，中间空一格")
    meant = dashed(one)
    # A title may begin with such a dash, but for one that is the name of an option.
    is_meant = meant.partition("=")[0] in options or not name.startswith("-")
    if meant and is_meant and not Path(one).exists():
        raise UsageError(f"“{one}”前面是中文的横线", hint=f"选项要写半角的横线：{meant}")


def look_at_speeches(
    context: typer.Context, parameter: typer.CallbackParam, value: Sequence[str] | None
) -> object:
    """Look at the speeches too for what belongs to an option.

    Raises:
        UsageError: as `look_at`, or a kind of file stands where speeches do.
    """
    for one in value or ():
        if one in names_of_products() and not Path(one).exists():
            raise UsageError(f"找不到讲话稿“{one}”", hint=f"若是要生成的种类，几种之间用逗号：--only {one},…")
    return look_at(context, parameter, value)


def look_at_text(context: typer.Context, parameter: typer.CallbackParam, value: object) -> object:
    """Look at a text that may be empty: that is as if it were not given."""
    return value if value in ("", None) else look_at(context, parameter, value)


def _name_of(parameter: typer.CallbackParam) -> str:
    if parameter.param_type_name == "argument":
        return metavar(cast("Named", parameter)).removesuffix(" …")
    return f"{next((one for one in parameter.opts if one.startswith('--')), parameter.opts[0])} "
