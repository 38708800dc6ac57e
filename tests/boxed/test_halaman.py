"""PDFs and pictures: each comes to its end, soon, and says what it would do or hides."""

from __future__ import annotations

import io
import random
import resource
import time

import pikepdf
import pytest

from service.boxed import pdf, pdf_buka, pengenal
from service.boxed.lihat import Lihat
from service.domain.akibat import ARTI
from service.domain.temuan import AKHIR
from service.domain.temuan_halaman import HALAMAN
from tests import pindaian
from tests.boxed.test_wadah import SOON, boxed, end, look, named
from tests.contoh_buruk import Contoh, _pdf, gambar, halaman, halaman_isi

OURS = [*halaman.contoh(), *halaman_isi.contoh(), *gambar.contoh()]


def spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


@pytest.mark.parametrize("one", OURS, ids=named)
def test_a_bad_page_comes_to_its_end(one: Contoh) -> None:
    before = spent()

    found = look(one)

    assert spent() - before < SOON
    codes = {kode for kode, _ in found["temuan"]}
    assert end(found) in ([one.akhir] if one.akhir else AKHIR)
    assert codes | {one.kode} - {""} == codes
    assert codes <= set(ARTI)


def looked(many: list[Contoh]) -> list[list[str]]:
    """The codes of each, found one after another in one child."""

    def work() -> list[list[str]]:
        told = []
        for one in many:
            lihat = Lihat()
            pengenal.look(io.BytesIO(one.bita), one.nama, lihat)
            told.append([kode for kode, _ in lihat.temuan])
        return told

    found: list[list[str]] = boxed(work)
    return found


def test_every_finding_of_pages_is_met_by_some_file() -> None:
    # The reader of letters is asked elsewhere, and so are codes.
    elsewhere = {"ocr_meragukan", "qr_ganda", "qr_tak_terbaca", "baca_sebagian"}
    met = {kode for codes in looked(OURS) for kode in codes}

    assert set(HALAMAN) - met == elsewhere


def test_every_sentence_of_pages_says_what_it_is_and_what_to_do() -> None:
    for kode, arti in HALAMAN.items():
        assert 1 <= len(arti.label.split()) <= 4, kode
        assert arti.kata.count(".") >= 2 or ";" in arti.kata, kode
        assert "ditolak" not in arti.kata


@pytest.mark.parametrize(
    "one", [one for one in OURS if one.baris in (58, 63) and one.kode], ids=named
)
def test_what_a_page_hides_keeps_it_from_being_published(one: Contoh) -> None:
    assert any(ARTI[kode].menahan_terbit for kode, _ in look(one)["temuan"])


@pytest.mark.parametrize("seed", range(4))
def test_pages_that_time_has_gnawed_at_end_somewhere(seed: int) -> None:
    """A few bytes of good files changed, cut out or doubled: no reader falls over."""
    chance = random.Random(seed)
    sheet = pindaian.page(dpi=40)
    whole = [
        _pdf.letter(),
        _pdf.modern(_pdf.letter()),
        _pdf.locked(_pdf.letter(), ""),
        _pdf.signed(_pdf.letter()),
        pindaian.pdf(sheet),
        pindaian.saved(sheet, "JPEG"),
        pindaian.saved(sheet),
        pindaian.tiff(sheet, sheet),
        pindaian.saved(sheet, "GIF"),
    ]
    many = [Contoh("termakan", gnawed(one, chance), "", "", 52) for one in whole for _ in range(8)]

    for codes in looked(many):
        assert set(codes) <= set(ARTI)


def gnawed(isi: bytes, chance: random.Random) -> bytes:
    told = bytearray(isi)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(9, len(told))
        how = chance.randrange(3)
        if how == 0:
            told[at] = chance.randrange(256)
        elif how == 1:
            del told[at : at + chance.randrange(40)]
        else:
            told[at:at] = told[at : at + chance.randrange(40)]
    return bytes(told)


def test_an_ordinary_letter_costs_milliseconds() -> None:
    isi = io.BytesIO(_pdf.modern(_pdf.letter(*[_pdf.KATA] * 30)))
    took = []
    for _ in range(9):
        began = time.process_time()
        pdf.read(isi, "surat.pdf", Lihat())
        took.append(time.process_time() - began)

    assert sorted(took)[4] < 0.02


@pytest.mark.parametrize("one", [one for one in OURS if one.baris == 0], ids=named)
def test_what_ordinary_programs_write_is_no_finding(one: Contoh) -> None:
    assert look(one)["temuan"] == []


def test_a_broken_file_is_not_called_locked_because_the_one_before_it_was() -> None:
    (broken,) = (one for one in OURS if one.nama == "tanpa halaman.pdf")
    isi = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(isi, encryption=pikepdf.Encryption(user="kata sandi contoh", owner="pemilik"))

    said = []
    for one in (isi.getvalue(), broken.bita):  # one process, as where a file is looked at twice
        with pytest.raises(pdf_buka.TidakTerbuka) as closed:
            pdf_buka.opened(one)
        said.append(closed.value.sebab)
    assert said == [pdf_buka.TERKUNCI, ""]


def test_a_locked_file_that_broke_is_told_of_as_locked() -> None:
    isi = _pdf.locked(_pdf.letter("Rahasia."), "kata sandi contoh", 3)
    broken = isi.replace(b"endobj\n6 0 obj", b"endobjV(P\nendobj\n6 0 obj")
    with pytest.raises(pdf_buka.TidakTerbuka) as closed:
        pdf_buka.opened(broken)
    assert closed.value.sebab == ""  # it is not read far enough to say so

    found = look(Contoh("surat.pdf", broken, "", "", 0))

    assert [kode for kode, _ in found["temuan"]] == ["terkunci_sandi"]


def test_the_words_of_a_page_are_told_page_by_page() -> None:
    found = look(Contoh("surat.pdf", _pdf.letter("Baris satu.", "Baris dua."), "", "", 0))

    assert found["teks"] == ["Baris satu.\nBaris dua."]
    assert (found["halaman"], found["perlu_ocr"], found["tanda"]) == (1, [], [""])


def test_a_scan_with_a_few_words_of_its_scanner_is_still_a_scan() -> None:
    sheet = pindaian.pdf(pindaian.page(dpi=75), pindaian.page(dpi=75), dpi=75)

    assert look(Contoh("pindaian.pdf", sheet, "", "", 66))["perlu_ocr"] == [1, 2]


def test_a_book_longer_than_is_kept_says_how_far_it_was_read() -> None:
    held = halaman.pages(30)
    held[4] = _pdf.packed(_pdf.lines(*[_pdf.KATA] * 1_200))

    found = look(Contoh("buku.pdf", _pdf.written(held), "", "", 0))

    ((kode, di),) = found["temuan"]
    assert (kode, di) == ("baca_sebagian", f"sampai halaman {len(found['teks'])}")
    assert 10 < len(found["teks"]) < found["halaman"] == 30


def test_the_few_true_words_on_a_scan_are_kept_until_it_is_read() -> None:
    isi = _pdf.scan(pindaian.page(dpi=75), "Diterima di Dinas Contoh tanggal 12 Oktober")

    found = look(Contoh("pindaian.pdf", isi, "", "", 66))

    assert found["perlu_ocr"] == [1]
    assert found["teks"] == ["Diterima di Dinas Contoh tanggal 12 Oktober"]


def test_words_that_a_poor_scanner_laid_under_its_picture_are_read_anew() -> None:
    garbled = ["U5u|an d@ft4r ]nf0rm4si pub1lk k4nt0r lxqzw", "b~rs4ma !ni k@mi s^mp4lkan xkcd"] * 6
    isi = _pdf.scan(pindaian.page(dpi=75), *garbled)

    found = look(Contoh("pindaian.pdf", isi, "", "", 66))

    assert (found["perlu_ocr"], found["teks"]) == ([1], [""])


def test_words_that_a_good_scanner_laid_under_its_picture_are_taken() -> None:
    isi = _pdf.scan(pindaian.page(dpi=75), *[_pdf.KATA] * 6)

    found = look(Contoh("pindaian.pdf", isi, "", "", 66))

    assert found["perlu_ocr"] == []
    assert found["teks"][0].startswith(_pdf.KATA)


def test_notes_of_a_file_are_told_as_plain_days_and_names() -> None:
    info = b"<< /Author (Contoh Pegawai) /CreationDate (D:20261121070309+07'00') >>"
    isi = _pdf.letter(more={6: info}, trailer=b"/Info 6 0 R")

    told = look(Contoh("surat.pdf", isi, "", "", 63))["metadata"]

    assert told == {"penulis": "Contoh Pegawai", "dibuat": "2026-11-21"}
