"""A new agency from a form, whatever names people have."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.instansi import Instansi, Kop, Peran, UnitKerja
from service.domain.instansi_baca import read_text
from service.domain.instansi_baru import IsianInstansi, cleaned, kode_of, made
from service.domain.instansi_tulis import write
from service.domain.kesalahan import grave
from service.domain.pejabat import Pejabat
from service.domain.seri import Seri

BAWAAN = Instansi(
    kode="umum",
    nama="Badan Publik Contoh",
    peran=(Peran("atasan_ppid", "Atasan PPID"), Peran("ppid", "PPID")),
    seri=(
        Seri("sk", "Keputusan", "{NOMOR} TAHUN {TAHUN}"),
        Seri("agenda", "Nomor agenda", "{NOMOR:4}/{TAHUN}"),
    ),
)
ISIAN = IsianInstansi(
    kode="dinas_contoh",
    nama="Dinas Contoh",
    kota="Kota Contoh",
    zona="WITA",
    tahun=2026,
    kop=Kop("DINAS CONTOH", ("PEMERINTAH KOTA CONTOH",), ("Jalan Contoh 1",)),
    unit=(UnitKerja("sekretariat", "Sekretariat", "SEK"), UnitKerja("arsip", "Arsip", "ARS")),
    pejabat=(
        Pejabat("Contoh Satu", "Kepala Dinas Contoh", unit="sekretariat", mulai=date(2025, 1, 2)),
    ),
    jabatan={"ppid": "Kepala Dinas Contoh", "atasan_ppid": "Kepala Dinas Contoh"},
    nomor={"sk": 15},
)


def test_a_form_gives_an_agency_that_is_read_without_a_fault():
    text, found = made(BAWAAN, ISIAN)
    one, _ = read_text("dinas_contoh", "dinas_contoh/instansi.toml", text)

    assert found == []
    assert one.nama == "Dinas Contoh"
    assert one.kalender.zona == "WITA"
    assert one.seri_of("sk").first(2026) == 15
    assert one.seri_of("agenda").first(2026) == 1
    assert one.inbox == ["dinas_contoh/sekretariat", "dinas_contoh/arsip"]


def test_every_fault_of_a_form_comes_back_at_once():
    wrong = replace(
        ISIAN,
        kode="Dinas Contoh",
        kota=" ",
        unit=(),
        pejabat=(Pejabat("Contoh", "Kepala", nip="123"),),
    )

    _, found = made(BAWAAN, wrong)

    said = " ".join(one.sebab for one in grave(found))
    assert all(why in said for why in ("Kode instansi", "kota", "Belum ada unit", "18 angka"))


def test_a_kode_that_is_taken_is_refused():
    _, found = made(BAWAAN, ISIAN, taken={"dinas_contoh"})

    assert ["sudah dipakai" in one.sebab for one in found] == [True]


@pytest.mark.parametrize(
    ("nama", "kode"),
    [
        ("Dinas Kesehatan Contoh", "dinas_kesehatan_contoh"),
        ("Biro Organisasi & Tata Laksana", "biro_organisasi_tata_laksana"),
        ('Sekretariat "Contoh" d\'Aché', "sekretariat_contoh_d_ache"),
    ],
)
def test_a_kode_is_proposed_from_the_name(nama, kode):
    assert kode_of(nama) == kode


# What people paste: quotes, backslashes, other scripts, line ends, control characters.
WORDS = st.text(max_size=20) | st.text("\"'\\{}[]#=\n\r\t\x00\u2028 aé語🙂", max_size=20)
NAMES = WORDS.filter(lambda text: cleaned(UnitKerja("a", text, "b")).nama)
DAYS = st.dates(date(1990, 1, 1), date(2040, 1, 1))
UNITS = st.builds(UnitKerja, id=st.just("satu"), nama=NAMES, kode=NAMES)
PEOPLE = st.builds(
    Pejabat,
    nama=NAMES,
    jabatan=NAMES,
    gelar_depan=WORDS,
    gelar_belakang=WORDS,
    pangkat=WORDS,
    mulai=DAYS,
)


@given(
    nama=NAMES,
    kota=NAMES,
    kop=st.builds(Kop, nama=NAMES, induk=st.tuples(NAMES, NAMES), alamat=st.tuples(WORDS, NAMES)),
    unit=UNITS,
    pejabat=PEOPLE,
)
def test_whatever_is_typed_the_file_says_it_back(nama, kota, kop, unit, pejabat):
    isian = replace(ISIAN, nama=nama, kota=kota, kop=kop, unit=(unit,), pejabat=(pejabat,))

    text, found = made(BAWAAN, isian)
    one, _ = read_text("dinas_contoh", "dinas_contoh/instansi.toml", text)

    clean = cleaned(isian)
    assert grave(found) == []
    assert (one.nama, one.kota, one.kop) == (clean.nama, clean.kota, clean.kop)
    assert (one.unit, one.pejabat) == (clean.unit, clean.pejabat)


def test_an_agency_that_is_written_and_read_is_the_same_agency():
    first, _ = read_text("dinas_contoh", "a", made(BAWAAN, ISIAN)[0])
    again, _ = read_text("dinas_contoh", "a", write(first))

    assert again == first
