"""What a dossier holds, in which order, and on which page each of its papers stands."""

from __future__ import annotations

import pytest

from service.domain.dossier.boleh import DIGAMBAR, TERBANYAK, TERPANJANG, Fakta, way
from service.domain.dossier.halaman import (
    Label,
    bookmarks,
    labels,
    marks,
    placed,
    read_only,
    stamp,
)
from service.domain.dossier.isi import (
    GAMBAR,
    HALAMAN,
    LAMPIRAN,
    TULISAN,
    Asal,
    Bagian,
    Dossier,
    Sampul,
    ordered,
)
from service.domain.dossier.lembar import ATAS, BAWAH, KANAN, Lembar, instead, sheets, size, wrapped
from service.domain.dossier.tulisan import measured, written

ASLI = Asal("sk.pdf", "a" * 64, 48_200, "application/pdf")
SAMPUL = Sampul("Uji konsekuensi laporan audit", "0012/AGENDA/2026", (("Unit", "Biro Umum"),))


def ukur(text: str) -> float:
    """As if every letter were half as wide as it is high."""
    return len(text) / 2


def bagian(judul: str, halaman: int = 1, pada: str = "2026-11-02", **more: object) -> Bagian:
    return Bagian(judul, pada, halaman, **more)  # type: ignore[arg-type]


def said(lembar: Lembar) -> str:
    return " ".join(one.teks for one in lembar.kata)


def test_papers_stand_as_the_matter_went() -> None:
    keputusan, surat = bagian("Keputusan", pada="2026-11-20"), bagian("Permohonan")
    undangan = bagian("Lampiran permohonan", urut=1)

    assert ordered([keputusan, undangan, surat]) == (surat, undangan, keputusan)


def test_a_file_is_attached_once_and_another_of_its_name_gets_a_name_of_its_own() -> None:
    lain = Asal("sk.pdf", "b" * 64, 1)
    tanpa = Asal("catatan", "c" * 64, 1), Asal("catatan", "d" * 64, 1)

    dossier = Dossier(SAMPUL, (bagian("SK", asal=ASLI),), (ASLI, lain, *tanpa))

    assert [one.nama for one in dossier.terlampir] == [
        "sk.pdf",
        "sk (2).pdf",
        "catatan",
        "catatan (2)",
    ]


def test_each_paper_begins_where_the_one_before_it_ends() -> None:
    susunan = placed([bagian("Permohonan", 2), bagian("Keputusan", 3)], isi=1)

    assert [(one.mulai, one.akhir) for one in susunan.letak] == [(3, 4), (5, 7)]
    assert (susunan.depan, susunan.semua, susunan.kosong) == (2, 7, ())


def test_printed_on_both_sides_every_paper_begins_on_a_front() -> None:
    papers = [bagian("A", 1), bagian("B", 2), bagian("C", 1)]

    susunan = placed(papers, isi=2, bolak_balik=True)

    assert [one.mulai for one in susunan.letak] == [5, 7, 9]
    assert susunan.kosong == (4, 6)
    assert susunan.semua == 9


def test_a_page_is_called_by_the_number_that_is_stamped_on_it() -> None:
    susunan = placed([bagian("Permohonan", 5)], isi=1)

    assert labels(susunan) == (Label(1, "Sampul", 0), Label(2, "", 2))
    assert stamp("0012/AGENDA/2026", 3, susunan.semua) == (
        "Berkas 0012/AGENDA/2026, halaman 3 dari 7"
    )


def test_a_page_of_a_reading_copy_says_so_of_itself() -> None:
    susunan = placed([bagian("Permohonan", 2), bagian("Keputusan", 2, asal=ASLI)], isi=1)

    assert read_only(susunan) == {5, 6}
    assert stamp("1", 5, 6, salinan_baca=True) == "Salinan baca · Berkas 1, halaman 5 dari 6"


def test_a_bookmark_says_whether_the_pages_are_only_a_reading_copy() -> None:
    susunan = placed([bagian("Permohonan"), bagian("Keputusan", asal=ASLI)], isi=1)

    assert bookmarks(susunan) == (
        ("Sampul", 1),
        ("Daftar isi", 2),
        ("Permohonan", 3),
        ("Keputusan (salinan baca)", 4),
    )


def test_the_contents_lead_to_each_paper_and_show_the_hash_of_its_original() -> None:
    signed = bagian("Keputusan", 3, nomor="12 Tahun 2026", tanda="tanda tangan sah", asal=ASLI)
    dossier = Dossier(SAMPUL, (bagian("Permohonan", 2), signed))

    susunan, (cover, contents) = sheets(dossier, ukur)

    assert [one.halaman for one in contents.tautan] == [3, 5]
    assert "12 Tahun 2026 · tanda tangan sah" in said(contents)
    assert ASLI.sha256 in said(contents)
    assert "Lampiran: sk.pdf" in said(contents)
    assert f"Halaman {susunan.semua}" in said(cover)
    assert "Unit Biro Umum" in said(cover)


def test_contents_of_many_papers_run_over_pages_and_the_numbers_hold() -> None:
    papers = tuple(bagian(f"Surat ke-{n} tentang hal yang panjang " * 3) for n in range(120))

    susunan, pages = sheets(Dossier(SAMPUL, papers), ukur)

    assert susunan.isi == len(pages) - 1 > 5
    led = [one.halaman for page in pages for one in page.tautan]
    assert (
        led == [one.mulai for one in susunan.letak] == [*range(len(pages) + 1, susunan.semua + 1)]
    )
    heights = [one.y for page in pages for one in page.kata]
    assert BAWAH <= min(heights) <= max(heights) <= ATAS


def test_a_dossier_without_papers_has_a_cover_and_an_empty_contents() -> None:
    susunan, pages = sheets(Dossier(SAMPUL, ()), ukur)

    assert (susunan.semua, susunan.depan, len(pages)) == (2, 2, 2)


def test_the_cover_of_a_draft_names_what_is_missing() -> None:
    missing = ("Berita acara uji konsekuensi",)
    kurang = Sampul("Uji", "1", kurang=missing, kepala="BERKAS (KONSEP)")

    _, (cover, *_) = sheets(Dossier(kurang, ()), ukur)

    assert "KONSEP" in said(cover)
    assert "Berita acara uji konsekuensi" in said(cover)


def test_a_cover_names_as_many_missing_papers_as_it_has_room_for_and_counts_the_rest() -> None:
    kurang = Sampul("Uji", "1", kurang=tuple(f"Naskah ke-{n}" for n in range(1, 41)))

    _, (cover, *_) = sheets(Dossier(kurang, ()), ukur)

    assert "Naskah ke-15" in said(cover)
    assert "Naskah ke-16" not in said(cover)
    assert "dan 25 lainnya" in said(cover)


def test_what_the_house_writes_itself_takes_as_many_pages_as_its_words_need() -> None:
    lines = tuple((f"{n} November 2026", "Surat diterima. " * 9) for n in range(1, 31))
    dossier = Dossier(SAMPUL, (bagian("Kronologi", 0, cara=TULISAN, baris=lines),))

    (told,) = measured(dossier, ukur).bagian
    pages = written(told, ukur)

    assert told.halaman == len(pages) > 1
    assert "Kronologi" in said(pages[0])
    assert "30 November" in said(pages[-1])
    assert all(word.y >= BAWAH - 14 for page in pages for word in page.kata)
    assert not told.salinan_baca


def test_each_page_of_a_proof_bears_its_mark() -> None:
    proof, other = bagian("Surat kuasa", 2, cap="T-1"), bagian("Kronologi")
    susunan = placed([other, proof], 1)

    assert marks(susunan) == {4: "T-1", 5: "T-1"}
    assert stamp("Sengketa 7", 4, 5, cap="T-1", salinan_baca=True) == (
        "Bukti T-1 · Salinan baca · Berkas Sengketa 7, halaman 4 dari 5"
    )
    assert bookmarks(susunan)[-1] == ("T-1 · Surat kuasa", 4)


def test_the_page_of_a_paper_that_is_not_bound_says_why_and_where_it_is() -> None:
    locked = bagian("Surat", cara=LAMPIRAN, sebab="Dokumen ini terkunci.", asal=ASLI)

    page = said(instead(locked, ukur))

    assert "Dokumen ini terkunci." in page
    assert "sk.pdf" in page
    assert "48,2 KB" in page
    assert not locked.salinan_baca


def test_no_line_runs_over_the_edge_of_its_page() -> None:
    lines = wrapped("laporan " * 9 + "x" * 300, ukur, 10, 200)

    assert all(ukur(line) * 10 <= 200 for line in lines)
    assert "".join(lines).replace(" ", "") == "laporan" * 9 + "x" * 300


def test_no_title_however_long_leaves_its_cover() -> None:
    _, (cover, *_) = sheets(Dossier(Sampul("judul " * 900, "1", (("Unit", "x"),)), ()), ukur)

    assert min(one.y for one in cover.kata) >= BAWAH
    assert max(one.x + ukur(one.teks) * one.ukuran for one in cover.kata) <= KANAN


@pytest.mark.parametrize(
    ("fakta", "cara", "kata"),
    [
        (Fakta(5, 842, arsip=True), HALAMAN, ""),
        (Fakta(5, 842), GAMBAR, ""),
        (Fakta(5, 842, arsip=True, bertanda_tangan=True), GAMBAR, ""),
        (Fakta(5, 842, arsip=True, catatan=True), GAMBAR, ""),
        (Fakta(5, 842, terkunci=True), LAMPIRAN, "terkunci"),
        (Fakta(rusak=True), LAMPIRAN, "rusak"),
        (Fakta(0), LAMPIRAN, "tidak mempunyai halaman"),
        (Fakta(TERBANYAK + 1, 842, arsip=True), LAMPIRAN, "terlalu tebal"),
        (Fakta(DIGAMBAR + 1, 842), LAMPIRAN, "bukan PDF arsip"),
        (Fakta(1, TERPANJANG + 1, arsip=True), LAMPIRAN, "lebih besar daripada kertas A1"),
    ],
)
def test_how_a_pdf_enters(fakta: Fakta, cara: str, kata: str) -> None:
    found, sebab = way(fakta)

    assert found == cara
    assert kata in sebab
    assert bool(kata) == bool(sebab)


def test_a_size_is_written_as_people_read_it() -> None:
    assert [size(many) for many in (12, 48_200, 2_000_000, 3_100_000_000)] == [
        "12 byte",
        "48,2 KB",
        "2,0 MB",
        "3,1 GB",
    ]
