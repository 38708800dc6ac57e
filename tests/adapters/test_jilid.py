"""The dossier as it is bound: cover, contents, papers and their bookmarks, originals inside."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from service.adapters.jilid import Penjilid, TidakTerjilid
from service.adapters.jilid.pesanan import Pesanan
from service.adapters.jilid.sambung import bind
from service.adapters.pdf_sah import PageExaminer
from service.domain.dossier.isi import LAMPIRAN, Asal, Bagian, Dossier, Sampul
from service.domain.refusals import Unavailable
from tests import verapdf
from tests.jilid import lembar
from tests.jilid.lembar import surat

SAMPUL = Sampul("Uji konsekuensi laporan audit", "0012/AGENDA/2026", (("Unit", "Biro Umum"),))


def asal(path: Path, mime: str = "application/pdf") -> Asal:
    held = path.read_bytes()
    return Asal(path.name, hashlib.sha256(held).hexdigest(), len(held), mime)


def paths(*some: Path) -> dict[str, Path]:
    return {asal(one).sha256: one for one in some}


def bound(
    folder: Path,
    dossier: Dossier,
    halaman: Sequence[Path | None],
    asli: Mapping[str, Path] | None = None,
) -> PdfReader:
    """Bound in our own process: the walls have a test of their own."""
    out = folder / "dossier.pdf"
    bind(Pesanan(dossier, tuple(halaman), asli or {}), out)
    return PdfReader(out)


def bagian(judul: str, halaman: int, **more: object) -> Bagian:
    return Bagian(judul, "2026-11-02", halaman, **more)  # type: ignore[arg-type]


def marks(reader: PdfReader) -> list[tuple[str, int | None]]:
    def walk(some: list[object]) -> list[tuple[str, int | None]]:
        found = list[tuple[str, int | None]]()
        for one in some:
            if isinstance(one, list):
                found += walk(one)
            else:
                found.append((one.title, reader.get_destination_page_number(one)))  # type: ignore[attr-defined,arg-type]
        return found

    return walk(reader.outline)  # type: ignore[arg-type]


def test_every_paper_is_found_from_the_contents_and_every_page_says_which_it_is(
    tmp_path: Path,
) -> None:
    first, second = surat(tmp_path / "a.pdf", "satu", "dua"), surat(tmp_path / "b.pdf", "tiga")
    dossier = Dossier(SAMPUL, (bagian("Permohonan", 2), bagian("Keputusan", 1)))

    made = bound(tmp_path, dossier, [first, second])

    words = [page.extract_text() for page in made.pages]
    assert [f"halaman {n} dari 5" in text for n, text in enumerate(words, 1)] == [True] * 5
    assert "Uji konsekuensi laporan audit" in words[0]
    assert ("satu" in words[2], "dua" in words[3], "tiga" in words[4]) == (True, True, True)
    goals = [one.get_object()["/Dest"][0] for one in made.pages[1]["/Annots"]]  # type: ignore[attr-defined]
    assert [made.get_page_number(goal.get_object()) for goal in goals] == [2, 4]
    assert made.page_labels == ["Sampul", "2", "3", "4", "5"]
    assert marks(made) == [("Sampul", 0), ("Daftar isi", 1), ("Permohonan", 2), ("Keputusan", 4)]


def test_bookmarks_and_links_within_a_paper_lead_where_they_led(tmp_path: Path) -> None:
    paper = surat(tmp_path / "a.pdf", "satu", "dua", "tiga")
    with pikepdf.open(paper, allow_overwriting_input=True) as whole:
        lembar.rujuk(whole, dari=0, ke=2)
        with whole.open_outline() as outline:
            bab = pikepdf.OutlineItem("Bab satu", 1)
            bab.children.append(pikepdf.OutlineItem("Pasal dua", 2))
            outline.root.append(bab)
        whole.save(paper)
    dossier = Dossier(SAMPUL, (bagian("Surat", 1), bagian("Peraturan", 3)))

    made = bound(tmp_path, dossier, [surat(tmp_path / "b.pdf", "lain"), paper])

    assert marks(made)[-3:] == [("Peraturan", 3), ("Bab satu", 4), ("Pasal dua", 5)]
    (link,) = (one.get_object() for one in made.pages[3]["/Annots"])  # type: ignore[attr-defined]
    assert made.get_page_number(link["/Dest"][0].get_object()) == 5


def test_originals_are_carried_byte_for_byte_whatever_they_are(tmp_path: Path) -> None:
    signed, odd = tmp_path / "sk.pdf", tmp_path / "rekaman suara.bin"
    signed.write_bytes(surat(tmp_path / "a.pdf", "satu").read_bytes() + os.urandom(400))
    odd.write_bytes(os.urandom(3_000_000))
    lampiran = asal(odd, "application/octet-stream")
    dossier = Dossier(SAMPUL, (bagian("SK", 1, asal=asal(signed)),), (lampiran,))

    made = bound(tmp_path, dossier, [tmp_path / "a.pdf"], paths(signed, odd))

    assert made.attachments["sk.pdf"] == [signed.read_bytes()]
    copies = ["Salinan baca" in page.extract_text() for page in made.pages]
    assert copies == [False, False, True]
    assert made.attachments["rekaman suara.bin"] == [odd.read_bytes()]
    assert len(made.trailer["/Root"]["/AF"]) == 2  # type: ignore[index]
    assert sorted(tmp_path.glob("*.lampiran")) == []


def test_a_file_that_is_not_the_one_on_record_stops_the_binding(tmp_path: Path) -> None:
    paper = surat(tmp_path / "a.pdf", "satu")
    lain = replace(asal(paper), sha256="0" * 64)

    with pytest.raises(Exception, match="tidak sama dengan sidik yang tercatat"):
        bound(tmp_path, Dossier(SAMPUL, (), (lain,)), [], {"0" * 64: paper})


def test_a_paper_whose_pages_are_not_bound_has_a_page_that_says_so(tmp_path: Path) -> None:
    locked = tmp_path / "terkunci.pdf"
    locked.write_bytes(b"%PDF-1.7 terkunci")
    stands = bagian(
        "Surat kuasa", 1, cara=LAMPIRAN, sebab="Dokumen ini terkunci.", asal=asal(locked)
    )
    last = surat(tmp_path / "a.pdf", "akhir")

    dossier = Dossier(SAMPUL, (stands, bagian("Penutup", 1)))
    made = bound(tmp_path, dossier, [None, last], paths(locked))

    assert "Dokumen ini terkunci." in made.pages[2].extract_text()
    assert "akhir" in made.pages[3].extract_text()
    assert made.attachments["terkunci.pdf"] == [locked.read_bytes()]


def test_on_both_sides_every_paper_begins_on_a_front(tmp_path: Path) -> None:
    one, two = surat(tmp_path / "a.pdf", "satu"), surat(tmp_path / "b.pdf", "dua")
    dossier = Dossier(SAMPUL, (bagian("A", 1), bagian("B", 1)), bolak_balik=True)

    made = bound(tmp_path, dossier, [one, two])

    assert ["satu" in p.extract_text() for p in made.pages] == [False, False, True, False, False]
    assert "dua" in made.pages[4].extract_text()
    assert "halaman 4 dari 5" in made.pages[3].extract_text()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_stamp_stands_upright_in_its_corner_however_the_page_lies(
    tmp_path: Path, turned: int
) -> None:
    page = surat(tmp_path / "a.pdf", "miring", putar=turned, ukuran=(1190, 842))

    bound(tmp_path, Dossier(SAMPUL, (bagian("Peta", 1),)), [page])

    left, top, right, bottom = lembar.tempat(tmp_path / "dossier.pdf", 3, "halaman 3 dari 3")
    assert left > 0.5
    assert right <= 1
    assert top > 0.95
    assert bottom <= 1
    assert right - left > bottom - top  # it runs along the lower edge


def test_what_is_equal_in_many_papers_stands_in_the_dossier_once(tmp_path: Path) -> None:
    parts = [surat(tmp_path / f"{n}.pdf", f"surat {n}", gambar=True) for n in range(6)]
    dossier = Dossier(SAMPUL, tuple(bagian(f"Surat {n}", 1) for n in range(6)))

    bound(tmp_path, dossier, parts)

    whole = sum(one.stat().st_size for one in parts)
    assert (tmp_path / "dossier.pdf").stat().st_size < whole / 3
    with pikepdf.open(tmp_path / "dossier.pdf") as made:
        drawn = {page.obj.Resources.XObject.G.objgen for page in list(made.pages)[2:]}
    assert len(drawn) == 1


def test_bound_again_behind_the_walls_it_is_the_same_bytes_and_an_archive(tmp_path: Path) -> None:
    room = tmp_path / "lain"
    room.mkdir()
    paper = surat(tmp_path / "a.pdf", "satu", "dua")
    stands = bagian("Surat kuasa", 1, cara=LAMPIRAN, sebab="Terkunci.", asal=asal(paper))
    dossier = Dossier(
        replace(SAMPUL, judul="Uji <konsekuensi> & “lain” 漢", kurang=("Berita acara",)),
        (bagian("Permohonan", 2, asal=asal(paper)), stands),
    )

    many = Penjilid().bind(dossier, [paper, None], paths(paper), room / "d.pdf")
    bound(tmp_path, dossier, [paper, None], paths(paper))

    assert many == 5
    assert (room / "d.pdf").read_bytes() == (tmp_path / "dossier.pdf").read_bytes()
    assert PageExaminer().broken(room / "d.pdf", "3b") == []
    assert verapdf.broken([room / "d.pdf"], "3b") == {("3b", "d"): ""}
    assert [one.name for one in room.iterdir()] == ["d.pdf"]


def test_a_paper_that_does_not_open_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    odd = tmp_path / "rusak.pdf"
    odd.write_bytes(b"%PDF-1.7 lalu tidak ada apa-apa")

    with pytest.raises(TidakTerjilid, match="Surat masuk tidak dapat dibuka"):
        dossier = Dossier(SAMPUL, (bagian("Surat masuk", 1),))
        Penjilid().bind(dossier, [odd], {}, tmp_path / "d.pdf")

    assert [one.name for one in tmp_path.iterdir()] == ["rusak.pdf"]


def test_a_child_without_memory_costs_one_try(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        Penjilid(memori=60_000_000).bind(Dossier(SAMPUL, ()), [], {}, tmp_path / "d.pdf")

    assert [*tmp_path.iterdir()] == []
