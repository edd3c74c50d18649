"""What is made of a speech: one row a product, and nothing else in the code names one.

A row of `table` says what a product is called by people and by files, which template it fills, and the
functions that plan it, render it, say what it owes the speech, and read it back (`word`, `slides`, `sheets`).
To make one more product, write these functions and a row; the command line, the comparison before the write,
`verify`, JSON and help follow. The functions load what they need when they are called: help and outline need
no Office library.
"""

from reportgen.products.making import make, opened, owed_again
from reportgen.products.product import Counts, Held, Limit, Made, Plan, Product, Template
from reportgen.products.reading import Content, read_content
from reportgen.products.table import (
    HANDOUT,
    PRODUCTS,
    SUFFIXES,
    TEMPLATES,
    USUAL,
    in_words,
    names_of_products,
)

__all__ = [
    "HANDOUT",
    "PRODUCTS",
    "SUFFIXES",
    "TEMPLATES",
    "USUAL",
    "Content",
    "Counts",
    "Held",
    "Limit",
    "Made",
    "Plan",
    "Product",
    "Template",
    "in_words",
    "make",
    "names_of_products",
    "opened",
    "owed_again",
    "read_content",
]
