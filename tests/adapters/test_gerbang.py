"""The gate in its box: hits come out safe to be shown, copies come out whole, or none does."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from service.adapters.kotak_baca import BoxGate, BoxReader, TidakTerbaca, gerbang_luar
from service.adapters.pdf_sah import PageExaminer
from service.domain.bacaan_luar import BacaanAneh
from service.domain.batas import Batas
from service.domain.gerbang.bukti_hitam import BuktiHitam, Huruf
from service.domain.gerbang.hitam import TERBANYAK, boxes
from tests import verapdf
from tests.contoh_buruk import _pdf
from tests.contoh_buruk._kertas import docx, xlsx

RAHASIA = "Contoh Rahasia 6271031208900004"
KOTAK = (1, 60 / 595, 148 / 842, 400 / 595, 164 / 842)


@pytest.fixture(scope="module")
def gate() -> Iterator[BoxGate]:
    reader = BoxReader(Batas())
    yield BoxGate(reader, Batas())
    reader.close()


@pytest.fixture
def surat(tmp_path: Path) -> Path:
    path = tmp_path / "surat.pdf"
    path.write_bytes(_pdf.letter("Laporan kinerja Biro Contoh", RAHASIA))
    return path


def test_hits_come_out_with_their_places_and_without_numbers(gate: BoxGate, surat: Path) -> None:
    found = gate.leaks(surat, "surat.pdf")

    assert [(one.jenis, one.tempat) for one in found] == [("nik", "halaman 1")]
    assert "6271" not in str(found)


@pytest.mark.parametrize(
    ("nama", "isi", "jenis"),
    [
        ("a.xlsx", xlsx(sheet=' state="hidden"'), "lembar_tersembunyi"),
        ("a.docx", docx('<w:p><w:ins w:author="Contoh"/></w:p>'), "perubahan_terlacak"),
        ("a.pdf", b"%PDF-1.7\n" + b"\0" * 500, "tak_terperiksa"),
        ("a.docx", docx()[:-300], "tak_terperiksa"),
        ("a.txt", b"Surel contoh@gmail.com", "surel"),
    ],
)
def test_every_kind_of_file_is_looked_through(
    gate: BoxGate, tmp_path: Path, nama: str, isi: bytes, jenis: str
) -> None:
    path = tmp_path / nama
    path.write_bytes(isi)

    assert jenis in {one.jenis for one in gate.leaks(path, nama)}


def test_a_copy_is_blackened_and_proved(gate: BoxGate, surat: Path, tmp_path: Path) -> None:
    kotak = boxes([KOTAK], 1)

    made = gate.blackened(surat, kotak, tmp_path / "salinan.pdf")

    text = pypdf.PdfReader(io.BytesIO(made.read_bytes())).pages[0].extract_text()
    assert "Rahasia" not in text and "kinerja" in text
    # "Contoh" stands in the first line, too.
    found = gate.proof(surat, made, kotak)
    assert replace(found, sebelum=Huruf(), sesudah=Huruf()) == BuktiHitam(1, terulang=(1,))
    assert found.sebelum.di_balik > 0
    assert found.sesudah.di_balik == 0


def test_a_blackened_copy_is_pdf_a_by_two_validators(
    gate: BoxGate, surat: Path, tmp_path: Path
) -> None:
    made = gate.blackened(surat, boxes([KOTAK], 1), tmp_path / "salinan.pdf")

    assert PageExaminer().broken(made, "2b") == []
    assert verapdf.broken([made], "2b") == {("2b", "salinan"): ""}


def test_more_boxes_than_an_errand_carries_find_their_way(
    gate: BoxGate, surat: Path, tmp_path: Path
) -> None:
    kotak = boxes([KOTAK] * TERBANYAK, 1)

    made = gate.blackened(surat, kotak, tmp_path / "salinan.pdf")

    assert gate.proof(surat, made, kotak).sisa == ()


def test_a_copy_that_cannot_be_made_leaves_no_file(gate: BoxGate, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"%PDF-1.7 rusak")

    with pytest.raises(TidakTerbaca):
        gate.blackened(broken, [], tmp_path / "salinan.pdf")
    with pytest.raises(TidakTerbaca):
        gate.cleaned(broken, tmp_path / "salinan.pdf")

    assert not (tmp_path / "salinan.pdf").exists()


def test_a_paper_is_cleaned_in_the_box(gate: BoxGate, surat: Path, tmp_path: Path) -> None:
    made = gate.cleaned(surat, tmp_path / "bersih.pdf")

    assert "kinerja" in pypdf.PdfReader(made).pages[0].extract_text()


@pytest.mark.parametrize(
    "told",
    [
        b"{}",
        b"[1]",
        b'[["nik", "a"]]',
        b'[["nik", 1, "a", 1]]',
        b"[" + b'["nik","a","b",1],' * 1_001 + b'["nik","a","b",1]]',
    ],
)
def test_what_no_reader_of_ours_says_is_no_list_of_hits(told: bytes) -> None:
    with pytest.raises(BacaanAneh):
        gerbang_luar.hits(told)


def test_a_hit_of_a_kind_nobody_knows_stands_as_a_file_not_looked_at() -> None:
    (one,) = gerbang_luar.hits(json.dumps([["entah", "6271031208900004", "x", 3]]).encode())

    assert one.jenis == "tak_terperiksa"
    assert "6271031208900004" not in one.tempat


@pytest.mark.parametrize("told", [None, [1], ["a", []], [1, "x", 2]])
def test_what_no_reader_of_ours_says_is_no_proof(told: object) -> None:
    with pytest.raises(BacaanAneh):
        gerbang_luar.proof(told, [])
