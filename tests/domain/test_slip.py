"""A slip says what its bringer knows; its faults are told and never lose a file."""

import pytest

from service.domain.kiriman import Fisik
from service.domain.slip import IsiSlip, read_slip

SLIP = """
perihal = "Usulan daftar informasi publik"
pengirim = "Dinas Contoh"
nomor = "005/12/Contoh/2026"
tanggal = 2026-11-03
sifat = "biasa"
jenis = "surat_masuk"
pengantar = "surat.pdf"

[fisik]
lokasi = "Rak 3"
jumlah = 4
kondisi = "baik"
tingkat = "asli"
"""


def read(text: str) -> tuple[IsiSlip, tuple[str, ...]]:
    return read_slip("slip.toml", text.encode())


def test_a_slip_tells_of_the_letter_and_of_its_paper():
    isi, faults = read(SLIP)

    assert faults == ()
    assert (isi.surat.perihal, isi.surat.tanggal) == (
        "Usulan daftar informasi publik",
        "2026-11-03",
    )
    assert (isi.jenis, isi.pengantar, isi.rahasia) == ("surat_masuk", "surat.pdf", False)
    assert isi.fisik == Fisik("Rak 3", 4, "lembar", "baik", "asli")


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2026-11-03", "2026-11-03"), ('"2026-11"', "2026-11"), ("2026", "2026"), ('"2026"', "2026")],
)
def test_a_date_is_kept_as_precise_as_it_was_written(written: str, kept: str):
    isi, faults = read(f"tanggal = {written}")
    assert (isi.surat.tanggal, faults) == (kept, ())


@pytest.mark.parametrize("sifat", ["rahasia", "sangat_rahasia"])
def test_what_is_called_secret_is_kept_as_secret(sifat: str):
    assert read(f'sifat = "{sifat}"')[0].rahasia


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('perihl = "x"', "mungkin maksud Anda 'perihal'"),
        ('sifat = "penting"', "sifat 'penting' tidak dikenal"),
        ('tanggal = "kemarin"', "tanggal ini tidak ada"),
        ("tanggal = 2026-02-30", "slip.toml:1"),
        ('perihal = "tanpa penutup', "tanda kutip"),
        ("[fisik]\njumlah = -1", "jumlah harus antara 0"),
        ("perihal = 5", "perihal harus berupa teks"),
    ],
)
def test_each_fault_is_a_sentence(text: str, told: str):
    _, faults = read(text)

    assert told in " ".join(faults)
    assert "Instansi lain" not in " ".join(faults)


@pytest.mark.parametrize(
    "raw", [b"a = " + b"[" * 9000, b"\xff\xfe\x00", b"\x80\x81", b"a = 1" + b"0" * 9000, b"\0" * 99]
)
def test_what_is_no_slip_at_all_is_said_and_ends_nothing(raw: bytes):
    isi, faults = read_slip("slip.toml", raw)

    assert isi == IsiSlip()
    assert len(faults) == 1


@pytest.mark.parametrize("kind", ["utf-8-sig", "utf-16"])
def test_notepad_may_write_it(kind: str):
    isi, faults = read_slip("slip.toml", 'perihal = "Usul é"\r\n'.encode(kind))

    assert (isi.surat.perihal, faults) == ("Usul é", ())
