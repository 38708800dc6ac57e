"""The parts of one paper, joined to the paper they are of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pikepdf

from service.domain.refusals import Unavailable

# What ties a page to the tags of the file it came from; joined papers have no tags.
TIES = ("/StructParents", "/StructParent")
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3", "/ToUnicode")


class PdfJoiner:
    """The port Joiner: metadata, archive identification and first pages of the first part."""

    def join(self, parts: Sequence[tuple[Path, int]], out: Path) -> Path:
        try:
            bare = [_bare(path, wanted) for path, wanted in parts]
            with ExitStack() as open_:
                whole, *others = [open_.enter_context(pikepdf.open(path)) for path in bare]
                counts = [len(one.pages) for one in (whole, *others)]
                for one in others:
                    whole.pages.extend(one.pages)
                _outlined(whole, others, counts)
                _share(whole)
                whole.save(out, fix_metadata_version=False, deterministic_id=True)
        except pikepdf.PikepdfError as broken:
            raise Unavailable(f"Bagian lampiran tidak dapat disambung: {broken}") from broken
        return out


def _bare(path: Path, wanted: int) -> Path:
    """The part without its tags, which are nine tenths of it: all parts are open at once later."""
    out = path.with_suffix(".polos.pdf")
    with pikepdf.open(path) as part:
        if wanted and len(part.pages) != wanted:
            raise Unavailable(
                f"Satu bagian lampiran tercetak {len(part.pages)} halaman, seharusnya {wanted}. "
                "Isian dan templat tersimpan utuh; pembuatan PDF dicoba lagi."
            )
        for name in ("/StructTreeRoot", "/MarkInfo"):
            if name in part.Root:
                del part.Root[name]
        for page in part.pages:
            for one in (page.obj, *page.obj.get("/Annots", ())):
                for name in TIES:
                    if name in one:
                        del one[name]
        part.save(out, fix_metadata_version=False)
    return out


def _outlined(whole: pikepdf.Pdf, others: Sequence[pikepdf.Pdf], counts: Sequence[int]) -> None:
    """The bookmarks of the parts one after another, each at the page it has now."""
    found = [
        one
        for part, before in zip(others, _sums(counts), strict=True)
        for one in _marks(part, before)
    ]
    if not found:
        return
    with whole.open_outline() as outline:
        for title, page, top in found:
            outline.root.append(pikepdf.OutlineItem(title, page, "XYZ", top=top))


def _sums(counts: Sequence[int]) -> Iterator[int]:
    """How many pages stand before each part but the first."""
    before = 0
    for count in counts[:-1]:
        before += count
        yield before


def _marks(part: pikepdf.Pdf, before: int) -> Iterator[tuple[str, int, float]]:
    """Title, page and height of each bookmark of a part."""
    places = {page.obj.objgen: n for n, page in enumerate(part.pages, before)}
    with part.open_outline() as outline:
        waiting = list(outline.root)
    while waiting:
        mark = waiting.pop(0)
        waiting[:0] = mark.children
        where = mark.destination
        if isinstance(where, pikepdf.Array) and where[0].objgen in places:
            top = float(where[3]) if len(where) > 3 else 0.0
            yield mark.title, places[where[0].objgen], top


def _share(whole: pikepdf.Pdf) -> None:
    """Font programs that are the same to the byte are kept once."""
    first = dict[bytes, pikepdf.Object]()
    for one in whole.objects:
        if not isinstance(one, pikepdf.Dictionary):
            continue
        for name in PROGRAMS:
            if name in one:
                mark = hashlib.sha256(one[name].read_raw_bytes()).digest()
                one[name] = first.setdefault(mark, one[name])
