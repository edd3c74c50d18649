"""The final write: whole or not at all, and never over what somebody has edited."""

from reportgen.writing.ahead import require_writable
from reportgen.writing.files import Written, tidy, write_all
from reportgen.writing.inputs import require_no_input

__all__ = ["Written", "require_no_input", "require_writable", "tidy", "write_all"]
