"""A print is made ready for who signs it: nothing else of it changes, and it is read in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from service.adapters.letak_ttd import PdfLetak
from service.domain.refusals import Unavailable
from service.ports.signing import KolomTanda, Rujukan
from tests import verapdf
from tests.papers import UMUM, contoh
from tests.tanda import KOLOM, prepared, printed

SK = "sk_klasifikasi"
DI_MANA = ("Tanda tangan elektronik", "pada halaman 3")


@pytest.fixture(scope="module")
def sk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A decision with an appendix, below which the same name stands once more."""
    return printed(tmp_path_factory.mktemp("sk"), SK, "sk")


@pytest.fixture(scope="module")
def nama() -> str:
    told: str = contoh(UMUM / f"{SK}.toml")["penandatangan"]["nama"]
    return told


@pytest.fixture(scope="module")
def siap(sk: Path, nama: str) -> Path:
    first, again = PdfLetak().blocks(sk, nama)
    kolom = KolomTanda("tanda_tangan_1", *first, sebutan=nama)
    told = Rujukan(*again, DI_MANA, nama)
    return prepared(sk, sk.with_name("siap.pdf"), told, kolom=[kolom])


def read_aloud(pdf: Path) -> list[str]:
    """What a screen reader meets, in order: each paragraph's words, and what is told of others."""
    with pikepdf.open(pdf) as paper, pypdfium2.PdfDocument(pdf) as drawn:
        words = {}
        for n, page in enumerate(drawn):
            text = page.get_textpage()
            for one in page.get_objects(filter=[1]):
                mark = int(pypdfium2.raw.FPDFPageObj_GetMarkedContentID(one))
                inside = text.get_text_bounded(*one.get_bounds())
                words[n, mark] = words.get((n, mark), "") + inside
        pages = {page.obj.objgen: n for n, page in enumerate(paper.pages)}
        return [*_told(paper.Root.StructTreeRoot.K, words, pages)]


def _told(one: Any, words: dict[tuple[int, int], str], pages: dict[Any, int]) -> Iterator[str]:
    for part in one if isinstance(one, pikepdf.Array) else [one]:
        if "/ActualText" in part or "/Alt" in part:
            yield str(part.get("/ActualText", part.get("/Alt")))
            continue
        kids = part.get("/K", [])
        kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        here = [one for one in kids if isinstance(one, int)]
        if here:
            page = pages[part.Pg.objgen]
            yield "".join(words.get((page, one), "") for one in here)
        for kid in kids:
            if not isinstance(kid, int) and "/S" in kid:
                yield from _told(kid, words, pages)


def test_a_place_is_read_before_the_name_of_who_signs_there(siap: Path, nama: str) -> None:
    told = read_aloud(siap)

    place = told.index(f"Tanda tangan elektronik {nama}")
    assert nama in told[place + 1]
    assert "Ditetapkan di" in "".join(told[place - 3 : place])


def test_below_an_appendix_it_is_said_where_the_signature_is(siap: Path, nama: str) -> None:
    told = read_aloud(siap)

    said = told.index("Tanda tangan elektronik pada halaman 3")
    assert nama in told[said + 1]
    assert said > told.index(f"Tanda tangan elektronik {nama}")


def test_what_was_printed_stays_as_it_is_but_for_the_words_in_the_appendix(
    sk: Path, siap: Path
) -> None:
    with pypdfium2.PdfDocument(sk) as before, pypdfium2.PdfDocument(siap) as after:
        pairs = zip(before, after, strict=True)
        changed = [one.render().to_pil() != two.render().to_pil() for one, two in pairs]
    assert changed == [False, False, False, True]


def test_it_holds_as_archive_and_for_a_screen_reader_before_anybody_signs(siap: Path) -> None:
    assert set(verapdf.broken([siap], "2b", "ua1").values()) == {""}


def test_each_place_can_be_signed_once_and_locks_nothing_but_itself(siap: Path) -> None:
    with pikepdf.open(siap) as paper:
        form = paper.Root.AcroForm
        (field,) = form.Fields

        assert int(form.SigFlags) == 3  # it is only ever added to
        assert str(field.FT) == "/Sig"
        assert "/V" not in field
        assert str(field.Lock.Action) == "/Include"
        assert [str(one) for one in field.Lock.Fields] == ["tanda_tangan_1"]
        assert field.AP.N.read_bytes().strip() == b""


def test_the_same_print_made_ready_twice_is_the_same_file(polos: Path, tmp_path: Path) -> None:
    one, two = (prepared(polos, tmp_path / f"{n}.pdf") for n in range(2))

    assert one.read_bytes() == two.read_bytes()


def test_where_nobody_is_seen_to_sign_the_print_stays_as_it_is(polos: Path, tmp_path: Path) -> None:
    unseen = [KolomTanda("tanda_tangan_1")]

    assert prepared(polos, tmp_path / "a.pdf", kolom=unseen) == polos
    assert not (tmp_path / "a.pdf").exists()


def test_a_print_without_tags_gets_its_places_and_promises_no_more_than_before(
    polos: Path, tmp_path: Path
) -> None:
    plain = tmp_path / "panjang.pdf"
    with pikepdf.open(polos) as paper:  # as a very long one is, joined of parts
        del paper.Root.StructTreeRoot
        del paper.Root.MarkInfo
        with paper.open_metadata(set_pikepdf_as_editor=False) as told:
            del told["{http://www.aiim.org/pdfua/ns/id/}part"]
        paper.save(plain)

    siap = prepared(plain, tmp_path / "siap.pdf")

    with pikepdf.open(siap) as paper:
        assert len(paper.Root.AcroForm.Fields) == len(KOLOM)
    assert verapdf.broken([siap], "2b")["2b", "siap"] == ""


def test_what_is_no_pdf_is_not_made_ready(tmp_path: Path) -> None:
    odd = tmp_path / "rusak.pdf"
    odd.write_bytes(b"%PDF-1.7\nrusak")

    with pytest.raises(Unavailable, match="tidak dapat disiapkan"):
        prepared(odd, tmp_path / "siap.pdf")
    assert not (tmp_path / "siap.pdf").exists()
