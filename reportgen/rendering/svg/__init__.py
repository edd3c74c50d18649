"""The deck as pictures: one SVG a slide, drawn from the plan without any program."""

from reportgen.rendering.svg.render import render_svg

__all__ = ["render_svg"]
