"""Where the words of a slide stand: the compositions of all layouts, for a page of any size.

Our own templates are written from them (`tools/make_deck_template.py`), and what a template of somebody else has
no layout for is drawn after them (`rendering/pptx/adopting`).
"""
