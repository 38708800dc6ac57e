"""Every kind of paper that is signed: printed, made ready, signed by all, found good by others.

The short run takes one of each shape; that every kind has room for its signatures is seen where
all are printed anyway.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from service.adapters.letak_ttd import PdfLetak
from service.ports.signing import KolomTanda, Rujukan
from tests import verapdf
from tests.adapters.signing.test_pades import pdfsig
from tests.lingkar import apart
from tests.papers import UMUM
from tests.pasangan import declared, signers
from tests.tanda import Kantor, prepared, printed

BERTANDA = [one.stem for one in sorted(UMUM.glob("*.toml")) if declared(one.stem).penandatangan]
SEKALIGUS = 4  # that one start of veraPDF looks at
KUNCI = ("sekretaris", "kepala", "lain")  # of the people of the office; each signs what comes next


def shape(jenis: str) -> tuple[str, str, int]:
    """What makes its signatures stand as they do: its form, its block of names, how many sign."""
    kind = declared(jenis)
    return kind.bentuk, kind.tanda_tangan, len(kind.penandatangan)


def together(kinds: Sequence[str], *marks: pytest.MarkDecorator) -> Iterator[ParameterSet]:
    """So many kinds at a time."""
    for n in range(0, len(kinds), SEKALIGUS):
        some = [*kinds[n : n + SEKALIGUS]]
        yield pytest.param(some, id=f"{some[0]}-{some[-1]}", marks=marks)


OF_EACH_SHAPE = [*{shape(one): one for one in reversed(BERTANDA)}.values()][::-1]
OTHERS = [one for one in BERTANDA if one not in OF_EACH_SHAPE]


def ready(kantor: Kantor, jenis: str) -> tuple[Path, list[KolomTanda]]:
    """A paper of this kind as it goes out, and the places of all who sign it."""
    kind, pdf = declared(jenis), printed(kantor.folder, jenis, jenis)
    names, placer = [*signers(kind)], PdfLetak()
    at = placer.places(pdf, names)
    wide = placer.spread(pdf, at)
    assert all(at), f"{jenis}: somebody finds no room to sign"
    places = [KolomTanda(f"tanda_tangan_{n}") for n in range(1, len(names) + 1)]
    kolom = [
        replace(one, halaman=box[0], kotak=box[1], sebutan=nama) if box else one
        for one, nama, box in zip(places, names, wide, strict=True)
    ]
    told = [
        Rujukan(*again, ("Tanda tangan elektronik", f"pada halaman {first[0] + 1}"), nama)
        for nama, first in zip(names, at, strict=True)
        if first
        for again in placer.blocks(pdf, nama)
        if again[0] > first[0]
    ]
    siap = prepared(pdf, kantor.folder / f"{jenis}-siap.pdf", *told, kolom=kolom)
    return siap, kolom


def signed(kantor: Kantor, siap: Path, kolom: list[KolomTanda]) -> tuple[Path, list[str]]:
    """The paper with everybody's signature, and whose keys made them."""
    who = [*islice(cycle(KUNCI), len(kolom))]
    now = siap
    for one, nama in zip(kolom, who, strict=True):
        now, _ = kantor.sign(now, nama, kolom=kolom, giliran=one.nama)
    return now, who


async def _good(kantor: Kantor, pdf: Path) -> list[bool]:
    """What the library says of each by itself, with nothing but the root of the office."""
    akar = x509.Certificate.load(kantor.pki.der("akar"))
    with pdf.open("rb") as file:
        reader = PdfFileReader(file)
        found = []
        for one in reader.embedded_regular_signatures:
            alone = ValidationContext(trust_roots=[akar], allow_fetching=False)
            status = await async_validate_pdf_signature(one, alone, alone)
            found.append(bool(status.bottom_line))
    return found


@pytest.mark.parametrize("some", [*together(OF_EACH_SHAPE), *together(OTHERS, pytest.mark.panjang)])
def test_each_kind_is_found_good_by_others_when_all_have_signed(
    kantor: Kantor, tmp_path: Path, some: list[str]
) -> None:
    amiss, papers = dict[str, object](), list[Path]()
    for jenis in some:
        siap, kolom = ready(kantor, jenis)
        done, who = signed(kantor, siap, kolom)
        said = pdfsig(done, tmp_path)
        judged = kantor.judged(siap, done, *who)
        good = apart(_good(kantor, done))
        if said.count("Signature Validation: Signature is Valid.") != len(who):
            amiss[jenis] = said
        if good != [True] * len(who):
            amiss[f"{jenis}, pyHanko"] = good
        if not judged.diterima:
            amiss[f"{jenis}, rule"] = judged.ditemukan
        papers.append(done.rename(done.with_name(f"{jenis}-bertanda.pdf")))
    broken = verapdf.broken(papers, "2b", "ua1")

    assert amiss == {}
    assert {one: rules for one, rules in broken.items() if rules} == {}
