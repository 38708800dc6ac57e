"""A reserved number holds its place; what it takes from its letter is named when it is used."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor import batal as nomor_batal
from service.acts.nomor import pesan as nomor_pesan
from service.acts.nomor.ambil import Minta
from service.acts.nomor.pesan import Pakai, Pesanan
from service.adapters.ledger.audit import SqlAudit
from service.domain.nomor import BATAL, DIPESAN, FINAL, BukanPesanan, Nomor, TanggalTidakRunut
from service.domain.nomor_surat import (
    BagianBelumDisebut,
    BagianTidakDikenal,
    BukanBagianBuku,
    UnitSudahTutup,
)
from service.domain.seri import Perkara, PolaBelumLengkap
from service.domain.wewenang import Hadir
from tests.kantor import Kantor

KODE, HARI = "dinas_contoh", date(2026, 11, 21)
ALASAN = "Rapat contoh tanpa jaringan"
SERI = """
[[unit]]
id = "bidang_tutup"
nama = "Bidang Tutup Contoh"
kode = "B9"
sampai = 2026-11-22

[[unit]]
id = "bidang_kembar"
nama = "Bidang Kembar Contoh"
kode = "B2"

[peran.ppid_pelaksana]
sebutan = "PPID Pelaksana Contoh"
kode = "PP"

[seri.nota]
nama = "Nota dinas"
pola = "{KEAMANAN}-{NOMOR}/{KODE_UNIT}/{BULAN}/{TAHUN}"

[seri.edaran]
nama = "Surat edaran"
pola = "{NOMOR}/{KODE_JABATAN}/{TAHUN}"

[seri.telaah]
nama = "Telaahan"
pola = "{NOMOR}/{KODE_UNIT}/{SINGKATAN}/{TAHUN}"

[seri.bidang]
nama = "Surat bidang"
pola = "{NOMOR}/{KODE_UNIT}/{TAHUN}"
per = ["unit"]
"""


@pytest.fixture
def kantor(kantor_dua: Kantor) -> Kantor:
    for one in (KODE, "badan_contoh"):
        file = kantor_dua.home / "paket" / one / "instansi.toml"
        more = SERI if one == KODE else SERI.replace("bidang_tutup", "bidang_lain")
        file.write_text(file.read_text() + more)
    return kantor_dua


@pytest.fixture
def petugas(kantor: Kantor) -> Hadir:
    admin = kantor.opened(KODE, "badan_contoh")
    kantor.ledger.clock = kantor.clock
    return kantor.hadir(kantor.person(admin, "contoh.satu", "tim_sekretariat").id)


def block(kantor: Kantor, oleh: Hadir, seri: str, perkara: Perkara | None = None) -> list[Nomor]:
    told = perkara or Perkara()
    asked = Pesanan(kantor.new_id(), seri, 2, HARI + timedelta(days=7), "Panitia contoh", told)
    return nomor_pesan.reserve(kantor, oleh, KODE, asked, ALASAN)


def use(
    kantor: Kantor, oleh: Hadir, one: Nomor, perkara: Perkara | None = None, on: date = HARI
) -> Nomor:
    surat = Pakai(on, "Rapat", perkara or Perkara())
    return nomor_pesan.use(kantor, oleh, one.id, one.versi, surat)


def row(kantor: Kantor, id_: str) -> Nomor:
    with kantor.ledger.read() as look:
        return look.get(Nomor, id_)


def whole(kantor: Kantor) -> bool:
    return all(one.utuh for one in SqlAudit(kantor.ledger).findings([]) if one.janji != "I5")


def test_a_place_is_held_before_anybody_knows_the_unit_and_written_when_it_is_used(kantor, petugas):
    first, second = block(kantor, petugas, "nota")

    assert (first.urut, first.nomor, first.sebutan, first.keadaan) == (1, "", "1", DIPESAN)
    late = use(kantor, petugas, second, Perkara("bidang_dua", sifat="rahasia"))
    early = use(kantor, petugas, first, Perkara("bidang_satu"))

    assert (early.nomor, late.nomor) == ("B-1/B1/11/2026", "R-2/B2/11/2026")
    assert row(kantor, first.id).keadaan == FINAL
    assert whole(kantor)


def test_the_number_of_another_month_or_signer_is_written_for_the_letter_it_serves(kantor, petugas):
    signed, _ = block(kantor, petugas, "edaran")

    after = use(kantor, petugas, signed, Perkara(penandatangan="ppid_pelaksana"))

    assert after.nomor == "1/PP/2026"


def test_what_was_named_when_it_was_reserved_need_not_be_named_again(kantor, petugas):
    first, second = block(kantor, petugas, "nota", Perkara("bidang_satu", sifat="rahasia"))

    kept = use(kantor, petugas, first)
    other = use(kantor, petugas, second, Perkara("bidang_dua", sifat="biasa"))

    assert first.nomor == "R-1/B1/11/2026"
    assert (kept.nomor, other.nomor) == ("R-1/B1/11/2026", "B-2/B2/11/2026")


def test_a_code_that_two_units_share_names_neither(kantor, petugas):
    first, _ = block(kantor, petugas, "nota", Perkara("bidang_dua"))

    with pytest.raises(BagianBelumDisebut, match="Pilih unit kerja"):
        use(kantor, petugas, first)


@pytest.mark.parametrize(
    ("perkara", "on", "no"),
    [
        (Perkara(), HARI, BagianBelumDisebut),
        (Perkara("bidang_lain"), HARI, BagianTidakDikenal),  # a unit of the other body
        (Perkara("tidak_ada"), HARI, BagianTidakDikenal),
        (Perkara("bidang_tutup"), date(2026, 11, 23), UnitSudahTutup),
        (Perkara("bidang_satu", "tidak_ada"), HARI, BagianTidakDikenal),
    ],
)
def test_a_unit_that_cannot_be_the_letter_s_leaves_the_number_reserved(
    kantor, petugas, perkara, on, no
):
    first, _ = block(kantor, petugas, "nota")

    with pytest.raises(no):
        use(kantor, petugas, first, perkara, on)

    assert row(kantor, first.id) == first


def test_a_closed_unit_still_had_the_letters_of_its_last_day(kantor, petugas):
    first, _ = block(kantor, petugas, "nota")

    assert use(kantor, petugas, first, Perkara("bidang_tutup"), date(2026, 11, 22)).nomor == (
        "B-1/B9/11/2026"
    )


def test_a_place_is_held_for_no_unit_that_is_closed_or_another_body_s(kantor, petugas):
    kantor.clock.go(days=2)

    for unit, no in (("bidang_lain", BagianTidakDikenal), ("bidang_tutup", UnitSudahTutup)):
        with pytest.raises(no):
            block(kantor, petugas, "nota", Perkara(unit))

    assert kantor.books.one("dinas_contoh/nota/2026") is None


def test_what_the_office_itself_left_open_stops_the_reservation_and_not_the_letter(kantor, petugas):
    with pytest.raises(PolaBelumLengkap, match="SINGKATAN"):
        block(kantor, petugas, "telaah")


def test_a_series_with_a_book_for_each_unit_must_know_the_unit_at_once(kantor, petugas):
    with pytest.raises(BagianBelumDisebut):
        block(kantor, petugas, "bidang")
    first, second = block(kantor, petugas, "bidang", Perkara("bidang_satu"))

    with pytest.raises(BukanBagianBuku):
        use(kantor, petugas, first, Perkara("bidang_dua"))
    assert use(kantor, petugas, second).nomor == "2/B1/2026"


def test_dates_still_fit_their_neighbours_and_a_void_place_stays_unwritten(kantor, petugas):
    first, second = block(kantor, petugas, "nota")
    use(kantor, petugas, first, Perkara("bidang_satu"), date(2026, 11, 24))

    with pytest.raises(TanggalTidakRunut):
        use(kantor, petugas, second, Perkara("bidang_satu"), HARI)
    gone = nomor_batal.void(kantor, petugas, second.id, second.versi, "Tidak jadi dipakai")
    with pytest.raises(BukanPesanan):
        use(kantor, petugas, row(kantor, second.id), Perkara("bidang_satu"), date(2026, 11, 24))

    assert (gone.keadaan, gone.nomor, gone.sebutan) == (BATAL, "", "2")
    assert whole(kantor)


def test_a_letter_that_is_approved_takes_the_next_place_behind_what_is_held(kantor, petugas):
    block(kantor, petugas, "nota")

    with kantor.ledger.begin() as tx:
        minta = Minta("nota", "surat1", HARI, Perkara("bidang_satu"))
        assert ambil.take(kantor, tx, agency(kantor.packs, KODE), minta).nomor == "B-3/B1/11/2026"
