"""All that a build needs, loaded once: the processes of a batch are copies of one that has this module.

Nothing is imported from here.
"""

import gc

from reportgen.analysis.segmentation import words

words("预热")  # loads the dictionary
# What is there now stays as long as the process: looking through it would copy every page of it.
gc.collect()
gc.freeze()
