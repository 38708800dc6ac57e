"""What a program can mend by itself: tags in pieces, controls bound to data, ties to a template.

Every other letter stays where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from service.boxed import xml_aman
from service.boxed.arsip import opened
from service.boxed.bagian import Bagian
from service.boxed.docx import W
from service.boxed.paket import Paket
from service.boxed.templat import BREAKS, bodies
from service.boxed.templat_tanda import spans
from service.domain.batas import Batas

SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def joined(file: BinaryIO) -> Iterator[bytes]:
    """The whole .docx, its tags each in the first of their pieces, with the looks of that one."""
    arsip = opened(file, Batas())
    paket = Paket(Bagian(arsip))
    changed = dict[str, bytes]()
    for _, part in bodies(paket, paket.utama()):
        root = paket.bagian.xml(part)
        if _unbound(root) | _mended(root):
            changed[part] = xml_aman.written(root)
    changed |= _untied(paket)
    yield from arsip.anew(changed)


def _untied(paket: Paket) -> dict[str, bytes]:
    """The settings without the template of Word that the paper was once begun with."""
    changed = dict[str, bytes]()
    for rels in (one for one in paket.bagian.nama if one.endswith(".rels")):
        root = paket.bagian.xml(rels)
        tied = [one for one in root if str(one.get("Type", "")).endswith("/attachedTemplate")]
        for one in tied:
            root.remove(one)
        if tied:
            changed[rels] = xml_aman.written(root)
    settings = [one for one in paket.bagian.nama if one.endswith("settings.xml")]
    for part in settings if changed else ():
        root = paket.bagian.xml(part)
        for one in list(root.iter(f"{W}attachedTemplate")):
            one.getparent().remove(one)
        changed[part] = xml_aman.written(root)
    return changed


def _unbound(root: Any) -> bool:
    """Whether a control of this part was bound to stored data; it holds its own words now."""
    bound = list(root.iter("{*}dataBinding"))
    for one in bound:
        one.getparent().remove(one)
    return bool(bound)


def _mended(root: Any) -> bool:
    """Whether a tag of this part was in pieces; it is not any more."""
    pieces = dict[Any, list[Any]]()
    for one in root.iter(f"{W}t", *BREAKS):
        if one.getparent().tag == f"{W}r":
            above = next(one.iterancestors(f"{W}p"), None)
            pieces.setdefault(above, []).append(one)
    mended = [_joined(each) for each in pieces.values()]
    return any(mended)


def _joined(pieces: list[Any]) -> bool:
    """One paragraph: its tags, from the last to the first, so that what lies before stays."""
    told = [BREAKS.get(one.tag) or one.text or "" for one in pieces]
    begins = [sum(map(len, told[:n])) for n in range(len(told))]
    mended = False
    text = "".join(told)
    for start, end in reversed(list(spans(text))):
        within = [n for n, at in enumerate(begins) if at < end and at + len(told[n]) > start]
        texts = [n for n in within if pieces[n].tag == f"{W}t"]
        if len(within) > 1 and texts:
            _pull(pieces, begins, within, texts[0], (start, text[start:end]))
            mended = True
    return mended


def _pull(
    pieces: list[Any], begins: list[int], within: list[int], first: int, found: tuple[int, str]
) -> None:
    """All letters of one tag into the piece where it begins; what is then empty goes."""
    start, end = found[0], found[0] + len(found[1])
    tag = found[1].translate(str.maketrans("\t\n", "  "))
    for n in within:
        piece = pieces[n]
        if piece.tag != f"{W}t":
            _gone(piece)
            continue
        text = piece.text or ""
        before = text[: max(0, start - begins[n])]
        after = text[max(0, end - begins[n]) :]
        piece.text = f"{before}{tag if n == first else ''}{after}"
        piece.set(SPACE, "preserve")
        if not piece.text:
            _gone(piece)


def _gone(piece: Any) -> None:
    """Take out a piece, and its run where nothing else stands in it."""
    run = piece.getparent()
    if run is None:
        return
    run.remove(piece)
    if all(one.tag == f"{W}rPr" for one in run) and run.getparent() is not None:
        run.getparent().remove(run)
