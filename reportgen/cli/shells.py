"""The scripts that let bash, zsh and fish complete our words, and where they belong."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from reportgen.cli.completing import VARIABLE
from reportgen.errors import UsageError

_BASH = f"""\
_reportgen_completion() {{
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        COMPREPLY+=("${{line%%$'\\t'*}}")
    done < <({VARIABLE}=bash "$1" "${{COMP_WORDS[@]:1:COMP_CWORD}}" 2>/dev/null)
}}
complete -o filenames -F _reportgen_completion reportgen
"""
_ZSH = f"""\
#compdef reportgen
_reportgen() {{
    local line word
    local -a plain explained folders
    for line in "${{(@f)$({VARIABLE}=zsh reportgen "${{(@Q)words[2,CURRENT]}}" 2>/dev/null)}}"; do
        word="${{line%%$'\\t'*}}"
        if [[ -z "$word" ]]; then
            continue
        elif [[ "$word" == */ ]]; then
            folders+=("$word")
        elif [[ "$line" == *$'\\t'* ]]; then
            explained+=("${{word//:/\\\\:}}:${{line#*$'\\t'}}")
        else
            plain+=("$word")
        fi
    done
    (( $#explained )) && _describe reportgen explained
    (( $#folders )) && compadd -S '' -a folders
    (( $#plain )) && compadd -a plain
}}
if [[ "$funcstack[1]" == _reportgen ]]; then
    _reportgen "$@"
else
    compdef _reportgen reportgen
fi
"""
_FISH = f"""\
function __reportgen_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    env {VARIABLE}=fish reportgen $words "$current" 2>/dev/null
end
complete --command reportgen --no-files --arguments '(__reportgen_complete)'
"""


@dataclass(frozen=True, slots=True)
class _Shell:
    """A shell: its script, the file for it, and the line for its start file where it does not look there."""

    script: str
    place: str
    start: str = ""
    line: str = ""


_SHELLS = {
    "bash": _Shell(
        _BASH, ".bash_completions/reportgen.sh", ".bashrc", "source ~/.bash_completions/reportgen.sh"
    ),
    "zsh": _Shell(_ZSH, ".zfunc/_reportgen", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    "fish": _Shell(_FISH, ".config/fish/completions/reportgen.fish"),
}


def script(name: str | None) -> str:
    """Return the script for a shell; None for the one that the user works in.

    Raises:
        UsageError: there is none for it.
    """
    return _SHELLS[_known(name)].script


def install(name: str | None) -> str:
    """Put the script where the shell finds it, once however often it is asked for, and say so.

    Raises:
        UsageError: there is none for the shell.
        OSError: a file cannot be written.
    """
    name = _known(name)
    shell, home = _SHELLS[name], Path.home()
    target = home / shell.place
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(shell.script, "utf-8")
    if shell.start:
        _add_line(home / shell.start, shell.line)
    return f"已为 {name} 装好命令补全（{target}），重新打开终端后生效"


def _add_line(start: Path, line: str) -> None:
    # The file is somebody else's and may be in any encoding: it is only added to.
    before = start.read_bytes() if start.exists() else b""
    if line.encode() not in before:
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        with start.open("ab") as file:
            file.write(gap + line.encode() + b"\n")


def _known(name: str | None) -> str:
    """The shell asked for, or the one that the user logs in to."""
    found = name or Path(os.environ.get("SHELL", "")).name
    if found not in _SHELLS:
        told = f"不认识“{found}”这种命令行" if found else "看不出用的是哪种命令行"
        raise UsageError(told, hint=f"请用 --shell 指明：{'、'.join(_SHELLS)}")
    return found
