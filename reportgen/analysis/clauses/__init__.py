"""The clauses of a speech: cut once, each with its features, its kind and its weight."""

from reportgen.analysis.clauses.cutting import END_MARKS, Clause, excerpt, sentences, whole

__all__ = ["END_MARKS", "Clause", "excerpt", "sentences", "whole"]
