"""Cue words: what tells a measure, a goal, an account of the past, an opinion.

A verb list alone takes every clause with such a verb for a measure; what a clause begins with, and where it
stands in its sentence, decides. The words, with examples of each, are lists of the lexicon.
"""

from __future__ import annotations

from reportgen.analysis.lexicon import pattern

GOAL = pattern("openings.goal")
EFFECT = pattern("openings.effect")
BY = pattern("openings.by")
DONE = pattern("accounts.done")
REACHED = pattern("accounts.reached")
YET_TO_BE = pattern("accounts.yet_to_be")
HOLDS = pattern("accounts.holds")
FORETOLD = pattern("accounts.foretold")
TOLD = pattern("accounts.told")
GOES_WRONG = pattern("accounts.goes_wrong")
ANNOUNCES = pattern("accounts.announces")
BEHIND = pattern("accounts.behind")
AHEAD = pattern("accounts.ahead")
FINDING = pattern("findings.finding")
LACK = pattern("findings.lack")
ACTED_ON = pattern("findings.acted_on")
SPOKEN_OF = pattern("findings.spoken_of")
IS = pattern("findings.is")
STATE = pattern("findings.state")
BRINGS_ABOUT = pattern("findings.brings_about")
MEANS = pattern("findings.means")
