"""The colours of the themes that we ship, by their place in a theme of Office (ECMA-376 Part 1, 20.1.6.2).

dk1 text, lt1 paper, dk2 what stands back, lt2 cards, accent1 the main colour, accent2 the second, accent3 its
pale ground, accent4 the second where it is text, accent5 text on the main colour, accent6 hairlines, hlink the
main colour's deep end.
"""

from __future__ import annotations

from collections.abc import Mapping

COLOURS: Mapping[str, Mapping[str, str]] = {
    "red": {
        "dk1": "262626", "lt1": "FFFDF9", "dk2": "6A6460", "lt2": "FBF5EC", "accent1": "B01E23", "accent2": "C9963B",
        "accent3": "F3E3C3", "accent4": "94661A", "accent5": "F6DFAF", "accent6": "E9DDCB", "hlink": "8E1418", "folHlink": "6A6460",
    },
    "blue": {
        "dk1": "1E2530", "lt1": "FDFEFF", "dk2": "55606D", "lt2": "F1F6FB", "accent1": "1F4E8C", "accent2": "2A8C9E",
        "accent3": "D9ECF2", "accent4": "1A6472", "accent5": "BFE3EC", "accent6": "D6E1EC", "hlink": "0F2F5C", "folHlink": "55606D",
    },
    "plain": {
        "dk1": "111111", "lt1": "FFFFFF", "dk2": "555555", "lt2": "F6F6F6", "accent1": "111111", "accent2": "777777",
        "accent3": "E4E4E4", "accent4": "555555", "accent5": "DDDDDD", "accent6": "D0D0D0", "hlink": "000000", "folHlink": "555555",
    },
}  # fmt: skip
"""Theme → place → colour, RRGGBB."""
NAMES: Mapping[str, str] = {"red": "红色", "blue": "蓝色", "plain": "素色"}
"""What people call the themes."""
