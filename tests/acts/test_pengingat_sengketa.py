"""Days of disputes: told to who keeps them, in the calendar of who sees them, gone with them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.acts.baris import hitung as register_hitung
from service.acts.instansi import kalender
from service.acts.instansi.kalender import IsianLibur
from service.acts.kiriman.rahasia import closed
from service.acts.orang import peran
from service.acts.orang.peran import Penugasan
from service.acts.pengingat import sengketa as pengingat_sengketa
from service.acts.pengingat.daftar import looked_at, reminders
from service.acts.pengingat.tenggat_kalender import Diminta, per_day, sheet
from service.acts.register import sengketa, sengketa_putusan, sengketa_surat
from service.acts.register.sengketa import Catat
from service.acts.register.sengketa_putusan import Perintah
from service.acts.register.sengketa_surat import Tautkan
from service.domain.catatan import MESIN, Catatan
from service.domain.ingat import SENGKETA, address
from service.domain.keberatan import DITANGGAPI, TERDAFTAR, Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.libur import NASIONAL
from service.domain.pengingat import AKAN, BESOK, HARI_INI, TETAP
from service.domain.permohonan import TERDAFTAR as PERMOHONAN_TERDAFTAR
from service.domain.permohonan import Permohonan
from service.domain.sengketa import (
    DICABUT,
    MEDIASI,
    MEMBUKA,
    MENOLAK,
    PANGGILAN,
    SELESAI,
    Putusan,
    Sengketa,
    SuratSengketa,
)
from service.domain.surel_isi import Amplop, subject, text
from tests.acts.perkara import KODE, UNIT, Perkantoran, perkantoran
from tests.acts.test_pengingat import on, told
from tests.kantor import Kantor

# A Monday in February; from the 8th to the 15th of March it is Nyepi and Idulfitri.
AWAL = datetime(2027, 2, 22, 2, 0, tzinfo=UTC)
KOMISI, NOMOR = "Komisi Informasi Contoh", "1/KI/2027"
PENYENGKETA = ("fasilitasi_sengketa", "ppid", "atasan_ppid")
SIDANG, SATU_MARET = date(2027, 3, 17), date(2027, 3, 1)


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = AWAL
    return perkantoran(kantor_dua, {})


def came(dinas: Perkantoran, id_: str, unit: str = "", nomor: str = "") -> Kiriman:
    """A letter in the book."""
    now = dinas.kantor.clock.now()
    one = Kiriman(id_, KODE, unit, "web", "contoh.pdf", DIDAFTAR, now, nomor_agenda=nomor)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", now, id_))
    return one


def disputed(dinas: Perkantoran, unit: str = "", nomor: str = NOMOR) -> Sengketa:
    """An objection that was answered, and the dispute about it."""
    now = dinas.kantor.clock.now()
    letter = came(dinas, dinas.kantor.new_id(), unit)
    about = Keberatan(
        dinas.kantor.new_id(), letter.id, KODE, unit, letter.id, DITANGGAPI, now, now.date(),
        now.date() + timedelta(days=40), nomor="1/KEB-PPID/II/2027",
    )  # fmt: skip
    with dinas.kantor.ledger.begin() as tx:
        tx.add(about)
        tx.note(Catatan(KODE, MESIN, "keberatan_diterima", now, about.id))
    asked = Catat(dinas.kantor.new_id(), about.id, KOMISI, nomor, now.date())
    return sengketa.record(dinas.kantor, dinas.oleh("ppid"), asked)


def called(dinas: Perkantoran, one: Sengketa, acara: date) -> SuratSengketa:
    letter = came(dinas, dinas.kantor.new_id(), nomor=f"{acara:%Y%m%d}/AGD")
    asked = Tautkan(one.id, letter.nomor_agenda, PANGGILAN, acara)
    return sengketa_surat.join(dinas.kantor, dinas.oleh("ppid"), asked)


def ruled(dinas: Perkantoran, one: Sengketa, akibat: str = MEMBUKA) -> Sengketa:
    said = Putusan("7/PTSN/2027", SATU_MARET.isoformat(), "Contoh amar.", akibat)
    who = dinas.oleh("ppid")
    return sengketa_putusan.rule(dinas.kantor, who, one.id, one.versi, said, Perintah())


def over(dinas: Perkantoran, one: Sengketa, tahap: str) -> Sengketa:
    who = dinas.oleh("ppid")
    return sengketa.go_on(dinas.kantor, who, one.id, one.versi, tahap, None, "Contoh")


def withheld(dinas: Perkantoran, one: Sengketa) -> None:
    """The objection is withheld from now on."""
    with dinas.kantor.ledger.begin() as tx:
        letter = tx.get(Kiriman, tx.get(Keberatan, one.keberatan).kiriman)
        tx.save(letter, closed(dinas.kantor, tx, letter, MESIN))
        now = dinas.kantor.clock.now()
        tx.note(Catatan(KODE, MESIN, "kiriman_dirahasiakan", now, letter.id))


def through(dinas: Perkantoran, first: date, last: date) -> dict[str, date]:
    """Each kind of reminder that whoever keeps disputes got, and on which day first."""
    found: dict[str, date] = {}
    for n in range((last - first).days + 1):
        on(dinas, first + timedelta(days=n))
        for one in told(dinas, "fasilitasi_sengketa"):
            found.setdefault(one.jenis, first + timedelta(days=n))
    return found


def listed(dinas: Perkantoran, *memegang: str, unit: str = "") -> list[tuple[date, str, bool]]:
    """What the calendar of these months says of disputes."""
    asked = Diminta(KODE, date(2027, 2, 1), date(2027, 8, 31), frozenset({SENGKETA}), unit)
    found = sheet(dinas.kantor, dinas.oleh(*memegang), asked).berakhir
    return [(one.tanggal, one.kata, one.rahasia) for one in found]


def test_a_summons_is_told_to_who_keeps_disputes_before_and_on_its_day_and_no_longer(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas)
    surat = called(dinas, one, SIDANG)

    assert through(dinas, AWAL.date(), date(2027, 3, 24)) == {
        AKAN: date(2027, 3, 2),
        BESOK: date(2027, 3, 16),
        HARI_INI: SIDANG,
    }
    on(dinas, SIDANG)
    for who in PENYENGKETA:
        [said] = told(dinas, who)
        assert (said.apa, said.kata, said.perihal) == (
            SENGKETA,
            "Hadiri sidang atau mediasi di Komisi Informasi Contoh",
            NOMOR,
        )
        assert address(said.apa, said.id) == f"/sengketa/{one.id}"
    assert told(dinas, "tim_sekretariat", "petugas", "ppid_pelaksana") == []
    assert (SIDANG, "Sidang atau mediasi di Komisi Informasi Contoh", False) in listed(
        dinas, "petugas"
    )
    sengketa_surat.part(dinas.kantor, dinas.oleh("ppid"), one.id, surat.id, "Salah surat contoh")
    assert told(dinas, "ppid") == []
    assert SIDANG not in [x[0] for x in listed(dinas, "petugas")]


def test_a_summons_is_gone_with_the_dispute(dinas: Perkantoran) -> None:
    ended, decided = disputed(dinas), disputed(dinas)
    for one in (ended, decided):
        called(dinas, one, SIDANG)
    on(dinas, date(2027, 3, 5))
    assert [x.jenis for x in told(dinas, "ppid")] == [AKAN, AKAN]
    over(dinas, ended, DICABUT)
    assert [x.id for x in told(dinas, "ppid")] == [decided.id]
    ruled(dinas, decided, MENOLAK)
    assert told(dinas, "ppid") == []
    last = date(2027, 3, 31)
    assert listed(dinas, "ppid") == [
        (last, "Hari terakhir pemohon menolak putusan 7/PTSN/2027", False)
    ]


def test_a_ruling_is_answered_then_carried_out_and_told_until_the_dispute_is_done(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas)
    on(dinas, SATU_MARET)
    one = ruled(dinas, one)
    assert one.batas_putusan == date(2027, 3, 31)
    assert told(dinas, "atasan_ppid") == []

    assert through(dinas, SATU_MARET, date(2027, 4, 9)) == {
        AKAN: date(2027, 3, 22),
        BESOK: date(2027, 3, 30),
        HARI_INI: date(2027, 3, 31),
        TETAP: date(2027, 4, 1),
    }
    [late] = told(dinas, "atasan_ppid")
    assert late.kata == "Laksanakan putusan 7/PTSN/2027 bila tidak ditolak, lalu tandai selesai"
    assert late.sisa == "tetap sejak Kamis, 1 April 2027"
    assert subject([late]) == "Berkas: 1 pengingat", "it is never late"
    assert told(dinas, "tim_sekretariat") == []
    on(dinas, date(2027, 3, 31))
    [now] = told(dinas, "atasan_ppid")
    assert now.kata == "Nyatakan menerima atau menolak putusan 7/PTSN/2027"
    over(dinas, one, SELESAI)
    assert told(dinas, "atasan_ppid") == listed(dinas, "atasan_ppid") == []


def test_what_the_komisi_is_bound_by_stands_in_the_calendar_and_reminds_nobody(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas)
    begins = date(2027, 3, 22)
    assert one.batas_mulai == begins
    words = "Tenggat Komisi: Komisi Informasi Contoh mulai memeriksa"
    assert listed(dinas, "petugas") == [(begins, words, False)]
    for day in (begins, date(2027, 3, 31)):
        on(dinas, day)
        assert told(dinas, *PENYENGKETA) == []
    one = over(dinas, one, MEDIASI)
    assert one.batas_selesai
    words = "Tenggat Komisi: Komisi Informasi Contoh selesai memeriksa"
    assert listed(dinas, "petugas") == [(one.batas_selesai, words, False)]


def test_a_withheld_dispute_is_told_to_who_may_see_it_and_to_nobody_else(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas)
    called(dinas, one, SIDANG)
    on(dinas, SIDANG)
    many = per_day(dinas.kantor, dinas.oleh("petugas"), KODE, 14)[1]
    assert many == [1, 0, 0, 0, 0, 1, *[0] * 8]  # the hearing, and when the Komisi begins
    withheld(dinas, one)

    assert told(dinas, "fasilitasi_sengketa") == []
    assert listed(dinas, "fasilitasi_sengketa") == listed(dinas, "petugas") == []
    assert per_day(dinas.kantor, dinas.oleh("petugas"), KODE, 14)[1] == [0] * 14
    found = told(dinas, "ppid")
    assert [(x.jenis, x.rahasia) for x in found] == [(HARI_INI, True)]
    assert [x[2] for x in listed(dinas, "ppid")] == [True, True]
    said = text(Amplop("Contoh", "Dinas Contoh", SIDANG, "https://ppid.contoh.go.id"), found)
    assert "1 berkas rahasia menunggu Anda" in said
    assert KOMISI not in said
    assert NOMOR not in said
    assert one.id not in said


def kept_from_all(dinas: Perkantoran, surat: SuratSengketa) -> None:
    """The letter is withheld; the dispute is not."""
    with dinas.kantor.ledger.begin() as tx:
        letter = tx.get(Kiriman, surat.kiriman)
        tx.save(letter, closed(dinas.kantor, tx, letter, MESIN))
        now = dinas.kantor.clock.now()
        tx.note(Catatan(KODE, MESIN, "kiriman_dirahasiakan", now, letter.id))


def test_the_day_in_a_withheld_letter_of_an_open_dispute_is_told_as_withheld(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas)
    kept_from_all(dinas, called(dinas, one, SIDANG))
    on(dinas, SIDANG)

    assert told(dinas, "fasilitasi_sengketa") == []
    assert [x[0] for x in listed(dinas, "petugas")] == [date(2027, 3, 22)], "the Komisi's own"
    assert [(x.jenis, x.rahasia) for x in told(dinas, "ppid")] == [(HARI_INI, True)]
    assert [(x[0], x[2]) for x in listed(dinas, "ppid")] == [
        (SIDANG, True),
        (date(2027, 3, 22), False),
    ]
    for who, many in (("petugas", 0), ("ppid", 1)):
        assert per_day(dinas.kantor, dinas.oleh(who), KODE, 14)[1][0] == many
    amplop = Amplop("Contoh", "Dinas Contoh", SIDANG, "https://ppid.contoh.go.id")
    said = text(amplop, told(dinas, "ppid"))
    assert KOMISI not in said
    assert NOMOR not in said


def test_who_keeps_disputes_and_sees_withheld_ones_by_another_peran_is_reminded_of_them(
    dinas: Perkantoran,
) -> None:
    one = disputed(dinas, UNIT)
    called(dinas, one, SIDANG)
    withheld(dinas, one)
    on(dinas, SIDANG)

    assert told(dinas, "fasilitasi_sengketa") == told(dinas, "tim_sekretariat") == []
    found = told(dinas, "fasilitasi_sengketa", "tim_sekretariat")
    assert [(x.id, x.rahasia) for x in found] == [(one.id, True)]
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    for unit, many in ((UNIT, 1), ("bidang_dua", 0)):
        who = dinas.kantor.person(admin, f"sengketa.{unit}".replace("_", "-"))
        peran.give(dinas.kantor, admin, who.id, Penugasan(KODE, "", "fasilitasi_sengketa"))
        peran.give(dinas.kantor, admin, who.id, Penugasan(KODE, unit, "ppid_pelaksana"))
        assert len(reminders(dinas.kantor, dinas.kantor.hadir(who.id))) == many, unit


def test_a_withheld_objection_is_told_to_who_answers_it_and_sees_it_by_another_peran(
    dinas: Perkantoran,
) -> None:
    letter = came(dinas, dinas.kantor.new_id())
    asked = came(dinas, dinas.kantor.new_id())
    now, last = dinas.kantor.clock.now(), SIDANG
    told_of = (KODE, "")
    about = Keberatan(
        dinas.kantor.new_id(), letter.id, *told_of, letter.id, TERDAFTAR, now, now.date(), last,
        nomor="9/KEB",
    )  # fmt: skip
    request = Permohonan(
        dinas.kantor.new_id(), asked.id, *told_of, asked.id, PERMOHONAN_TERDAFTAR, now,
        now.date(), last, nomor_daftar="9/REG",
    )  # fmt: skip
    with dinas.kantor.ledger.begin() as tx:
        for each in (about, request):
            tx.add(each)
            tx.save(whole := tx.get(Kiriman, each.kiriman), closed(dinas.kantor, tx, whole, MESIN))
        tx.note(Catatan(KODE, MESIN, "keberatan_diterima", now, about.id))
    on(dinas, last)

    assert told(dinas, "petugas") == []
    assert [x.perihal for x in told(dinas, "petugas", "pengelola_arsip")] == ["9/REG"]
    both = told(dinas, "tim_sekretariat")
    assert sorted(x.perihal for x in both) == ["9/KEB", "9/REG"]


def test_a_letter_names_what_there_is_to_do_about_an_open_dispute(dinas: Perkantoran) -> None:
    one = disputed(dinas)
    called(dinas, one, SIDANG)
    on(dinas, SIDANG)
    amplop = Amplop("Contoh", "Dinas Contoh", SIDANG, "https://ppid.contoh.go.id")
    said = text(amplop, told(dinas, "ppid"))

    assert "- Hadiri sidang atau mediasi di Komisi Informasi Contoh: 1/KI/2027" in said
    assert f"https://ppid.contoh.go.id/sengketa/{one.id}" in said


def test_each_keeps_the_disputes_of_their_own_unit(dinas: Perkantoran) -> None:
    here, there = disputed(dinas, UNIT), disputed(dinas, "bidang_dua", "2/KI/2027")
    for one in (here, there):
        called(dinas, one, SIDANG)
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    who = dinas.kantor.person(admin, "sengketa.bidang-satu")
    peran.give(dinas.kantor, admin, who.id, Penugasan(KODE, UNIT, "fasilitasi_sengketa"))
    on(dinas, SIDANG)

    own = reminders(dinas.kantor, dinas.kantor.hadir(who.id))
    assert [x.id for x in own] == [here.id]
    assert [x.id for x in told(dinas, "fasilitasi_sengketa")] == sorted([here.id, there.id])
    assert {x[0] for x in listed(dinas, "ppid", unit=UNIT)} == {SIDANG, date(2027, 3, 22)}
    assert len(listed(dinas, "ppid", unit=UNIT)) == 2


def test_a_day_off_that_is_decided_later_moves_the_term_of_a_ruling_with_a_note(
    dinas: Perkantoran,
) -> None:
    done, one = disputed(dinas), disputed(dinas)
    on(dinas, SATU_MARET)
    done, one = ruled(dinas, done), ruled(dinas, one)
    done = over(dinas, done, SELESAI)
    isian = IsianLibur(date(2027, 3, 23), "Libur contoh", NASIONAL, "SKB contoh")
    kalender.add(dinas.kantor, dinas.oleh("tim_sekretariat"), KODE, isian)

    assert register_hitung.recount(dinas.kantor, KODE) == 1
    with dinas.kantor.ledger.read() as reading:
        after, kept = (reading.get(Sengketa, x.id) for x in (one, done))
    assert after.batas_putusan == date(2027, 4, 1)
    assert kept.batas_putusan == date(2027, 3, 31), "what has ended stays as it was"
    assert replace(after, batas_putusan=one.batas_putusan, versi=one.versi) == one
    line = dinas.kantor.perkara.trail(one)[0]
    assert (line.perbuatan, line.rincian) == (
        "tenggat_dihitung",
        {"dari": "2027-03-31", "ke": "2027-04-01"},
    )
    assert register_hitung.recount(dinas.kantor, KODE) == 0


def test_who_is_reminded_hears_that_there_are_too_many_disputes_to_look_at(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        called(dinas, disputed(dinas), SIDANG)
    who = dinas.oleh("ppid")
    assert not looked_at(dinas.kantor, who).terpotong
    monkeypatch.setattr(pengingat_sengketa, "TERBANYAK", 1)

    assert looked_at(dinas.kantor, who).terpotong == {SENGKETA}
    asked = Diminta(KODE, SATU_MARET, SIDANG)
    assert sheet(dinas.kantor, who, asked).terpotong == (SENGKETA,)
