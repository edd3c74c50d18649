"""All that a build needs, loaded once: the processes of a batch are copies of one that has this module.

Nothing is imported from here.
"""

import gc
from importlib import import_module

from reportgen.analysis.segmentation import words

_MODULES = (
    "reportgen.batch.job",
    "reportgen.analysis.notation",
    "reportgen.checking",
    "reportgen.checking.sheets",
    "reportgen.checking.slides",
    "reportgen.checking.word",
    "reportgen.planning.checklist",
    "reportgen.planning.deck",
    "reportgen.planning.handout",
    "reportgen.planning.onepage",
    "reportgen.readers.docx",
    "reportgen.readers.html",
    "reportgen.readers.pdf",
    "reportgen.readers.text",
    "reportgen.rendering.docx",
    "reportgen.rendering.pptx",
    "reportgen.rendering.xlsx",
    "docxtpl",
    "pptx",
    "pypdfium2",
    "xlsxwriter",
)

for _name in _MODULES:
    import_module(_name)
words("预热")  # loads the dictionary
# What is there now stays as long as the process: looking through it would copy every page of it.
gc.collect()
gc.freeze()
