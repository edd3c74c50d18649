"""What a speech states of who is to act and by when: closed languages, read by grammar."""

from reportgen.analysis.stated.attaching import agree, labelled, measure_of, under_heading
from reportgen.analysis.stated.due import due
from reportgen.analysis.stated.governing import Stated, govern, torn_edges
from reportgen.analysis.stated.labels import Label, labels, parted
from reportgen.analysis.stated.owners import named
from reportgen.analysis.stated.speech import stated_in
from reportgen.analysis.stated.times import Bound, Time, times

__all__ = [
    "Bound",
    "Label",
    "Stated",
    "Time",
    "agree",
    "due",
    "govern",
    "labelled",
    "labels",
    "measure_of",
    "named",
    "parted",
    "stated_in",
    "times",
    "torn_edges",
    "under_heading",
]
