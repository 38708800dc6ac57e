"""Drawn shapes of office programs: which of the SOP's symbols each one is, and which are none."""

from __future__ import annotations

import re

# What carries an arrow or a frame, and says nothing of who acts.
_GARIS = re.compile(r"line|connector|arrow|brace|bracket", re.IGNORECASE)
_BELAH = re.compile(r"decision|diamond", re.IGNORECASE)
_SEGILIMA = re.compile(r"offpage|homeplate|pentagon", re.IGNORECASE)
_HURUF = {"y", "ya", "t", "tidak", "tdk"}
KOTAK, BELAH, SEGILIMA = "\u25a1", "\u25c7", "\u2b20"


def mark(bentuk: str, isi: str) -> str:
    """The mark that a shape leaves in its cell; '' for a line, and for a frame around a remark."""
    words = " ".join(isi.split())
    if words.lower().strip(" .()") in _HURUF:
        return words
    if _SEGILIMA.search(bentuk):  # before the lines: it is called a connector
        return SEGILIMA
    if not bentuk or _GARIS.search(bentuk):
        return ""
    return BELAH if _BELAH.search(bentuk) else KOTAK
