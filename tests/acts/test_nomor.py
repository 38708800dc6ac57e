"""What an office does with its numbers: each deed with a reason, and nothing ever taken out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest

from jobs import pesanan as lepas
from service.acts.instansi import pilihan as instansi
from service.acts.instansi.packs import agency
from service.acts.nomor import ambil
from service.acts.nomor import batal as nomor_batal
from service.acts.nomor import luar as nomor_luar
from service.acts.nomor import pesan as nomor_pesan
from service.acts.nomor import sisip as nomor_sisip
from service.acts.nomor.ambil import Minta
from service.acts.nomor.buku import PerluAlasanNomor, book, books
from service.acts.nomor.luar import Luar, PerluDipastikan, SudahDicatat
from service.acts.nomor.pesan import LewatPesanan, Pakai, Pesanan, PesananTidakSah
from service.acts.nomor.sisip import BukanSisipanMenunggu, Sisip, TanggalNanti
from service.adapters.ledger.audit import SqlAudit
from service.adapters.ledger.tables import pekerjaan
from service.domain.alasan import Alasan
from service.domain.catatan import MESIN, Catatan
from service.domain.nomor import (
    BATAL,
    DIPESAN,
    FINAL,
    SEMENTARA,
    BukanPesanan,
    JamMundur,
    Nomor,
    NomorSudahBatal,
    TanggalTidakRunut,
)
from service.domain.orang import Orang
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.seri import Perkara
from service.domain.sisipan import SisipanTanpaInduk
from service.domain.wewenang import WAJIB, Hadir, PerluOrangKedua
from tests.kantor import Kantor

KODE, SERI, BUKU = "dinas_contoh", "memorandum", "dinas_contoh/memorandum/2026"
ALASAN = "Salah tujuan surat contoh"
HARI = date(2026, 11, 21)


@pytest.fixture
def petugas(kantor_dua: Kantor) -> Hadir:
    admin = kantor_dua.opened()
    kantor_dua.ledger.clock = kantor_dua.clock
    return kantor_dua.hadir(kantor_dua.person(admin, "contoh.satu", "tim_sekretariat").id)


def numbered(kantor: Kantor, untuk: str, on: date = HARI, **more: object) -> Nomor:
    """A letter takes its number, as an approval does."""
    with kantor.ledger.begin() as tx:
        minta = Minta(SERI, untuk, on, **more)  # type: ignore[arg-type]
        found = ambil.take(kantor, tx, agency(kantor.packs, KODE), minta)
        tx.note(Catatan(KODE, MESIN, "naskah_disetujui", kantor.clock.now(), untuk))
        return found


def row(kantor: Kantor, id_: str) -> Nomor:
    with kantor.ledger.read() as look:
        return look.get(Nomor, id_)


def why(kantor: Kantor, one: Nomor) -> str:
    with kantor.ledger.read() as look:
        return look.get(Alasan, one.alasan).kata


def breaches(kantor: Kantor) -> list[str]:
    found = SqlAudit(kantor.ledger).findings([])
    return [line for one in found if one.janji != "I5" for line in one.sebut]


def second(kantor: Kantor, nama: str = "contoh.dua") -> Hadir:
    """Another officer who may touch numbers."""
    admin = kantor.hadir(_admin(kantor))
    return kantor.hadir(kantor.person(admin, nama, "ppid").id)


def _admin(kantor: Kantor) -> str:
    with kantor.ledger.read() as look:
        return next(one.id for one in look.find(Orang) if one.nama_masuk == "admin.contoh")


def test_a_letter_keeps_its_number_its_words_and_its_date(kantor_dua, petugas):
    first = numbered(kantor_dua, "surat1")

    assert (first.nomor, first.tanggal, first.keadaan) == ("001/M/XI/2026", HARI, FINAL)
    assert numbered(kantor_dua, "surat1") == first
    assert numbered(kantor_dua, "surat2").nomor == "002/M/XI/2026"
    assert breaches(kantor_dua) == []


def test_a_void_number_stays_in_the_book_with_its_reason(kantor_dua, petugas):
    one = numbered(kantor_dua, "surat1")

    nomor_batal.void(kantor_dua, petugas, one.id, one.versi, ALASAN)

    after = row(kantor_dua, one.id)
    assert (after.keadaan, after.nomor, why(kantor_dua, after)) == (BATAL, one.nomor, ALASAN)
    assert after.penyetuju == petugas.orang.id
    assert numbered(kantor_dua, "surat2").urut == 2
    # The letter is not left without one: it takes the next.
    assert numbered(kantor_dua, "surat1").urut == 3
    with pytest.raises(NomorSudahBatal):
        nomor_batal.void(kantor_dua, petugas, one.id, after.versi, ALASAN)
    assert breaches(kantor_dua) == []


def test_what_is_void_is_told_to_the_letter_that_bears_it(kantor_dua, petugas):
    one = numbered(kantor_dua, "surat1")

    nomor_batal.void(kantor_dua, petugas, one.id, one.versi, ALASAN)

    lines = kantor_dua.lists.jurnal(KODE, 10_000, 2)
    assert {(line.perbuatan, line.tentang) for line in lines} == {
        ("nomor_dibatalkan", "surat1"),
        ("nomor_dibatalkan", one.id),
    }
    assert ALASAN not in str(lines)


@pytest.mark.parametrize("alasan", ["", "  ", ".", "-"])
def test_nothing_is_voided_without_words(kantor_dua, petugas, alasan):
    one = numbered(kantor_dua, "surat1")

    with pytest.raises(PerluAlasanNomor):
        nomor_batal.void(kantor_dua, petugas, one.id, one.versi, alasan)

    assert row(kantor_dua, one.id) == one


def test_where_two_are_asked_whoever_took_a_number_does_not_void_it(kantor_dua, petugas):
    admin = kantor_dua.hadir(_admin(kantor_dua))
    instansi.choose(kantor_dua, admin, KODE, 1, WAJIB)
    one = numbered(kantor_dua, "surat1", oleh=petugas.orang.id)

    with pytest.raises(PerluOrangKedua):
        nomor_batal.void(kantor_dua, petugas, one.id, one.versi, ALASAN)
    nomor_batal.void(kantor_dua, second(kantor_dua), one.id, one.versi, ALASAN)

    assert row(kantor_dua, one.id).keadaan == BATAL


def test_a_number_that_moved_on_is_not_voided_unseen(kantor_dua, petugas):
    one = numbered(kantor_dua, "surat1")

    with pytest.raises(Overtaken):
        nomor_batal.void(kantor_dua, petugas, one.id, one.versi + 1, ALASAN)


def block(kantor: Kantor, oleh: Hadir, banyak: int = 3, id_: str = "blok1") -> list[Nomor]:
    asked = Pesanan(id_, SERI, banyak, HARI + timedelta(days=7), "Rapat contoh di luar kota")
    return nomor_pesan.reserve(kantor, oleh, KODE, asked, ALASAN)


def test_a_block_is_reserved_once_and_others_go_on_behind_it(kantor_dua, petugas):
    numbered(kantor_dua, "surat1")

    taken = block(kantor_dua, petugas)

    assert [one.urut for one in taken] == [2, 3, 4]
    assert {one.keadaan for one in taken} == {DIPESAN}
    assert [one.id for one in block(kantor_dua, petugas)] == [one.id for one in taken]
    assert numbered(kantor_dua, "surat2").urut == 5
    assert breaches(kantor_dua) == []


@pytest.mark.parametrize(("banyak", "days"), [(0, 7), (201, 7), (-1, 7), (3, -1), (3, 93), (3, 41)])
def test_a_block_that_is_too_long_or_too_large_takes_nothing(kantor_dua, petugas, banyak, days):
    asked = Pesanan("blok1", SERI, banyak, HARI + timedelta(days=days), "Contoh")

    with pytest.raises(PesananTidakSah):
        nomor_pesan.reserve(kantor_dua, petugas, KODE, asked, ALASAN)

    assert books(kantor_dua, petugas, KODE) == []


def test_a_reserved_number_becomes_a_letter_s_within_its_neighbours_dates(kantor_dua, petugas):
    numbered(kantor_dua, "surat1", date(2026, 11, 20))
    first, middle, _ = block(kantor_dua, petugas)
    numbered(kantor_dua, "surat2", date(2026, 11, 25))

    nomor_pesan.use(
        kantor_dua, petugas, middle.id, middle.versi, Pakai(date(2026, 11, 23), "Rapat")
    )

    used = row(kantor_dua, middle.id)
    assert (used.keadaan, used.nomor, used.perihal) == (FINAL, "003/M/XI/2026", "Rapat")
    for wrong in (date(2026, 11, 19), date(2026, 11, 24)):
        with pytest.raises(TanggalTidakRunut):
            nomor_pesan.use(kantor_dua, petugas, first.id, first.versi, Pakai(wrong, "Rapat"))
    with pytest.raises(BukanPesanan):
        nomor_pesan.use(kantor_dua, petugas, used.id, used.versi, Pakai(date(2026, 11, 23), "Lagi"))
    assert breaches(kantor_dua) == []


def test_what_is_left_of_a_block_after_its_day_is_void_with_the_reason(kantor_dua, petugas):
    taken = block(kantor_dua, petugas)
    nomor_pesan.use(kantor_dua, petugas, taken[0].id, 1, Pakai(HARI, "Rapat"))

    lepas.run(kantor_dua, "blok1")
    assert row(kantor_dua, taken[1].id).keadaan == DIPESAN  # not yet

    kantor_dua.clock.go(days=8)
    lepas.run(kantor_dua, "blok1")
    lepas.run(kantor_dua, "blok1")

    assert [row(kantor_dua, one.id).keadaan for one in taken] == [FINAL, BATAL, BATAL]
    assert why(kantor_dua, row(kantor_dua, taken[2].id)) == lepas.HABIS
    assert numbered(kantor_dua, "surat9", date(2026, 11, 29)).urut == 4
    assert breaches(kantor_dua) == []


def test_letting_go_of_a_block_is_owed_from_the_day_after(kantor_dua, petugas):
    block(kantor_dua, petugas)

    with kantor_dua.ledger.engine.connect() as look:
        owed = look.execute(pekerjaan.select()).one()
    assert (owed.job, owed.untuk) == ("pesanan", "blok1")
    assert owed.tunda_sampai.isoformat() == "2026-11-28T17:01:00+00:00"  # 00.01 WIB on the 29th


def slipped(kantor: Kantor, oleh: Hadir, id_: str, on: date) -> Nomor:
    return nomor_sisip.insert(kantor, oleh, KODE, Sisip(id_, SERI, on, "Surat susulan"), ALASAN)


def test_numbers_slipped_in_stand_behind_the_one_in_force_that_day(kantor_dua, petugas):
    for n, day in enumerate((2, 5, 5, 9), 1):
        numbered(kantor_dua, f"surat{n}", date(2026, 11, day))

    found = [slipped(kantor_dua, petugas, f"susulan{n}", date(2026, 11, 7)) for n in range(1, 29)]

    assert {one.urut for one in found} == {3}
    assert [one.sisipan for one in found][:8] == list("abcdefgh")
    assert [one.sisipan for one in found][25:] == ["z", "aa", "ab"]
    assert found[7].nomor == "003.h/M/XI/2026"
    assert slipped(kantor_dua, petugas, "susulan3", date(2026, 11, 7)).id == found[2].id
    assert slipped(kantor_dua, petugas, "lain", date(2026, 11, 4)).nomor == "001.a/M/XI/2026"
    assert numbered(kantor_dua, "surat5", HARI).urut == 5
    assert breaches(kantor_dua) == []


def test_a_void_suffix_is_not_given_again(kantor_dua, petugas):
    numbered(kantor_dua, "surat1", date(2026, 11, 2))
    one = slipped(kantor_dua, petugas, "susulan1", date(2026, 11, 3))
    nomor_batal.void(kantor_dua, petugas, one.id, one.versi, ALASAN)

    assert slipped(kantor_dua, petugas, "susulan2", date(2026, 11, 3)).sisipan == "b"
    assert breaches(kantor_dua) == []


def test_nothing_is_slipped_in_before_the_first_or_on_this_very_day(kantor_dua, petugas):
    with pytest.raises(SisipanTanpaInduk):
        slipped(kantor_dua, petugas, "a", date(2026, 11, 1))
    numbered(kantor_dua, "surat1", date(2026, 11, 2))
    with pytest.raises(SisipanTanpaInduk):
        slipped(kantor_dua, petugas, "b", date(2026, 11, 1))
    with pytest.raises(TanggalNanti):
        slipped(kantor_dua, petugas, "c", HARI)


def test_where_two_are_asked_a_sisipan_waits_for_the_second(kantor_dua, petugas):
    instansi.choose(kantor_dua, kantor_dua.hadir(_admin(kantor_dua)), KODE, 1, WAJIB)
    numbered(kantor_dua, "surat1", date(2026, 11, 2))
    one = slipped(kantor_dua, petugas, "susulan1", date(2026, 11, 3))

    assert (one.keadaan, one.penyetuju) == (SEMENTARA, "")
    with pytest.raises(PerluOrangKedua):
        nomor_sisip.agree(kantor_dua, petugas, one.id, one.versi)
    with pytest.raises(BukanPesanan):
        nomor_pesan.use(
            kantor_dua, petugas, one.id, one.versi, Pakai(date(2026, 11, 3), "Jalan lain")
        )
    kedua = second(kantor_dua)
    nomor_sisip.agree(kantor_dua, kedua, one.id, one.versi)

    after = row(kantor_dua, one.id)
    assert (after.keadaan, after.penyetuju) == (FINAL, kedua.orang.id)
    with pytest.raises(BukanSisipanMenunggu):
        nomor_sisip.agree(kantor_dua, kedua, one.id, after.versi)
    assert breaches(kantor_dua) == []


def provisional(kantor: Kantor, untuk: str, on: date = HARI) -> Nomor:
    agen = agency(kantor.packs, KODE)
    minta = Minta(SERI, untuk, on)
    with kantor.ledger.begin() as tx:
        isi = replace(ambil.writing(agen, minta), keadaan=SEMENTARA, pesanan=untuk, sampai=on)
        return tx.draw(agen.buku(SERI, on), untuk, isi)


def test_a_provisional_number_is_final_once_its_letter_is_approved(kantor_dua, petugas):
    held = provisional(kantor_dua, "konsep1")

    after = numbered(kantor_dua, "konsep1", date(2026, 11, 24))

    assert held.tanggal is None
    assert (after.id, after.keadaan, after.tanggal) == (held.id, FINAL, date(2026, 11, 24))
    assert breaches(kantor_dua) == []


def test_a_provisional_number_that_came_too_late_is_let_go_and_the_next_is_taken(
    kantor_dua, petugas
):
    held = provisional(kantor_dua, "konsep1")
    numbered(kantor_dua, "surat1", HARI)

    after = numbered(kantor_dua, "konsep1", date(2026, 11, 24))

    assert (after.urut, after.keadaan) == (3, FINAL)
    assert row(kantor_dua, held.id).keadaan == BATAL
    assert why(kantor_dua, row(kantor_dua, held.id)) == ambil.LEWAT
    assert breaches(kantor_dua) == []


def test_dates_in_a_book_never_fall(kantor_dua, petugas):
    numbered(kantor_dua, "surat1", date(2026, 11, 24))

    late = numbered(kantor_dua, "surat2", date(2026, 11, 20))

    assert late.tanggal == date(2026, 11, 24)
    assert breaches(kantor_dua) == []


def test_a_clock_that_lies_behind_stops_numbering_with_a_sentence(kantor_dua, petugas):
    numbered(kantor_dua, "surat1")
    kantor_dua.clock.go(minutes=-3)

    with pytest.raises(JamMundur, match="jam mesin tertinggal 3 menit"):
        numbered(kantor_dua, "surat2")
    assert numbered(kantor_dua, "surat1").urut == 1  # what has its number keeps it
    kantor_dua.clock.go(minutes=2)
    assert numbered(kantor_dua, "surat2").urut == 2


def test_in_early_january_two_years_are_open_by_the_letter_s_date(kantor_dua, petugas):
    numbered(kantor_dua, "lama1", date(2026, 12, 30))
    kantor_dua.clock.go(days=43)  # 3 January

    found = [
        numbered(kantor_dua, "baru1", date(2027, 1, 3)),
        numbered(kantor_dua, "lama2", date(2026, 12, 31)),
        numbered(kantor_dua, "baru2", date(2027, 1, 3)),
    ]

    assert [one.nomor for one in found] == ["001/M/I/2027", "002/M/XII/2026", "002/M/I/2027"]
    assert breaches(kantor_dua) == []


def luar(nomor: str = "045/M/XI/2026", on: date = HARI) -> Luar:
    return Luar(SERI, nomor, on, "Surat dari SRIKANDI")


def test_a_reserved_number_serves_no_letter_of_a_day_after_its_block(kantor_dua, petugas):
    one = block(kantor_dua, petugas)[-1]
    late = one.sampai + timedelta(days=1)

    with pytest.raises(LewatPesanan, match="dipesan untuk surat sampai"):
        nomor_pesan.use(kantor_dua, petugas, one.id, one.versi, Pakai(late, "Rapat"))

    assert row(kantor_dua, one.id) == one


def test_a_number_from_outside_stands_beside_the_book_and_leaves_no_gap(kantor_dua, petugas):
    numbered(kantor_dua, "surat1")

    one = nomor_luar.record(kantor_dua, petugas, KODE, luar())

    assert (one.urut, one.sumber, one.nomor) == (0, "eksternal", "045/M/XI/2026")
    assert numbered(kantor_dua, "surat2").urut == 2
    assert book(kantor_dua, petugas, BUKU).lubang == 0
    assert breaches(kantor_dua) == []


def test_a_number_from_outside_that_looks_odd_is_kept_once_it_is_made_sure(kantor_dua, petugas):
    numbered(kantor_dua, "surat1")

    with pytest.raises(PerluDipastikan, match="tidak sesuai pola") as odd:
        nomor_luar.record(kantor_dua, petugas, KODE, luar("B-12/XX/2026"))
    assert len(odd.value.faults) == 1
    with pytest.raises(PerluDipastikan, match="sudah ada di buku"):
        nomor_luar.record(kantor_dua, petugas, KODE, luar("001 /m/xi/2026"))
    with pytest.raises(PerluDipastikan, match="tidak sesuai pola"):
        nomor_luar.record(kantor_dua, petugas, KODE, luar("045/M/XI/2025"))

    nomor_luar.record(kantor_dua, petugas, KODE, luar("B-12/XX/2026"), pasti=True)
    with pytest.raises(SudahDicatat):
        nomor_luar.record(kantor_dua, petugas, KODE, luar("b-12/XX/ 2026"), pasti=True)


def test_a_number_from_outside_sent_twice_in_one_moment_is_kept_once(kantor_dua, petugas):
    def send(_: int) -> bool:
        try:
            nomor_luar.record(kantor_dua, petugas, KODE, luar(), pasti=True)
        except SudahDicatat:
            return False
        return True

    for _ in range(3):
        with ThreadPoolExecutor(6) as hands:
            assert list(hands.map(send, range(6))).count(True) == 1
        [one] = [one for one in kantor_dua.books.same(KODE, luar().nomor) if one.keadaan != BATAL]
        nomor_batal.void(kantor_dua, petugas, one.id, one.versi, ALASAN)  # then it may come again
    assert breaches(kantor_dua) == []


def test_only_those_who_may_number_touch_a_book(kantor_dua, petugas):
    one = numbered(kantor_dua, "surat1")
    admin = kantor_dua.hadir(_admin(kantor_dua))
    unit = kantor_dua.hadir(kantor_dua.person(admin, "contoh.unit", "unit").id)
    asked = Pesanan("blok", SERI, 1, HARI, "Contoh")

    for who, no in ((unit, TidakBerwenang), (admin, TidakAda)):
        with pytest.raises(no):
            nomor_batal.void(kantor_dua, who, one.id, one.versi, ALASAN)
        with pytest.raises(no):
            nomor_pesan.reserve(kantor_dua, who, KODE, asked, ALASAN)
        with pytest.raises(no):
            slipped(kantor_dua, who, "susulan", date(2026, 11, 2))
        with pytest.raises(no):
            nomor_luar.record(kantor_dua, who, KODE, luar())


def test_excluded_matters_have_a_book_of_their_own_that_only_some_may_see(kantor_dua, petugas):
    admin = kantor_dua.hadir(_admin(kantor_dua))
    unit = kantor_dua.hadir(kantor_dua.person(admin, "contoh.unit", "unit").id)
    numbered(kantor_dua, "surat1")
    secret = numbered(kantor_dua, "surat2", perkara=Perkara(rahasia=True))
    plain = numbered(kantor_dua, "surat3")

    assert (secret.nomor, plain.nomor) == ("R-001/M/XI/2026", "002/M/XI/2026")
    assert len(books(kantor_dua, petugas, KODE)) == 2
    assert [one.buku.id for one in books(kantor_dua, unit, KODE)] == [BUKU]
    with pytest.raises(TidakAda):
        book(kantor_dua, unit, secret.buku)
    with pytest.raises(TidakAda):
        nomor_batal.void(kantor_dua, unit, secret.id, secret.versi, ALASAN)
