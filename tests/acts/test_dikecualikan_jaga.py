"""Terms are watched each day, opened by themselves at their end, and before it only by two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.acts.dikecualikan import buka, jaga, pastikan, terapkan, tinjau, uji
from service.acts.dikecualikan.buka import BelumAdaHasil
from service.acts.dikecualikan.pastikan import Dipilih
from service.acts.dikecualikan.terapkan import PerluPembukaan
from service.acts.pengingat.daftar import reminders
from service.domain.alasan import Alasan
from service.domain.berkas import SELESAI, Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.jalan_dik import PerluOrang
from service.domain.informasi.keadaan import TidakDapatBeralih
from service.domain.informasi.pembukaan import SudahDiminta, TidakMenunggu
from service.domain.informasi.riwayat import AlasanKurang
from service.domain.ingat import PENGECUALIAN, Ingat, address
from service.domain.jangka import Jangka
from service.domain.refusals import Overtaken, TidakAda, TidakBerwenang
from service.domain.wewenang import PerluOrangKedua
from tests.acts.dik import ISIAN, SEBAB, SENIN, Dik, office
from tests.acts.perkara import KODE
from tests.domain.informasi.contoh import UTUH
from tests.kantor import Kantor

AKHIR = datetime(2031, 11, 19, 16, 59, tzinfo=UTC)  # 23.59 WIB of the last day
MENIT = timedelta(minutes=1)


@pytest.fixture
def dik(kantor_dua: Kantor) -> Dik:
    return office(kantor_dua)


@pytest.fixture
def satu(kantor: Kantor) -> Dik:
    return office(kantor)


def watched(dik: Dik, at: datetime) -> dict[str, int]:
    dik.kantor.clock.at = at
    return jaga.watch(dik.kantor, KODE)


def forever(dik: Dik, one: Informasi, jangka: Jangka) -> Informasi:
    """The same piece, with a term that no calendar ends."""
    with dik.kantor.ledger.begin() as tx:
        now = tx.get(Informasi, one.id)
        after = replace(now, dik=replace(now.dik, jangka=jangka))
        tx.save(now, after)
        tx.note(Catatan(KODE, MESIN, "informasi_diubah", dik.kantor.clock.now(), one.id))
    return dik.now(one.id)


def new_test(dik: Dik, one: Informasi, hasil: str) -> Butir:
    """A new test of it, with a signed decree."""
    berkas = dik.matter()
    item = dik.tested(one, berkas, "Butir uji ulang contoh")
    dik.decreed(berkas, hasil)
    return item


def test_a_term_ends_at_midnight_of_the_office_and_the_machine_opens_it_then(dik: Dik) -> None:
    one = dik.excluded()
    assert watched(dik, AKHIR) == {"terbuka": 0, "akan_berakhir": 1}

    assert watched(dik, AKHIR + MENIT) == {"terbuka": 1, "akan_berakhir": 0}
    assert watched(dik, AKHIR + MENIT) == {"terbuka": 0, "akan_berakhir": 0}

    assert dik.now(one.id).keadaan == "terbuka"
    assert [(x.ke, x.siapa) for x in dik.history(one.id)[-2:]] == [
        ("akan_berakhir", "mesin"),
        ("terbuka", "mesin"),
    ]


def test_a_machine_that_was_off_for_a_month_makes_all_of_it_up(satu: Dik) -> None:
    one = satu.excluded()

    assert watched(satu, AKHIR + timedelta(days=31))["terbuka"] == 1

    assert [x.ke for x in satu.history(one.id)][-2:] == ["dikecualikan", "terbuka"]


def test_ninety_working_days_before_its_end_it_is_told_of_and_not_earlier(satu: Dik) -> None:
    satu.excluded()
    first = next(
        day
        for day in (AKHIR - timedelta(days=n) for n in range(250, 0, -1))
        if watched(satu, day)["akan_berakhir"]
    )

    assert 120 < (AKHIR - first).days < 160  # 90 working days, and the days off between them
    assert watched(satu, first) == {"terbuka": 0, "akan_berakhir": 0}


@pytest.mark.parametrize(
    "jangka", [Jangka("pribadi"), Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan")]
)
def test_what_no_calendar_ends_the_machine_never_opens(satu: Dik, jangka: Jangka) -> None:
    forever(satu, satu.excluded(), jangka)

    assert watched(satu, AKHIR + timedelta(days=9000)) == {"terbuka": 0, "akan_berakhir": 0}


def test_the_watch_is_owed_once_a_day_of_each_office(satu: Dik) -> None:
    owed = set[str]()
    satu.kantor.clock.at = datetime(2026, 11, 23, 16, 59, tzinfo=UTC)
    assert jaga.plan_watch(satu.kantor, owed) == [KODE]
    assert jaga.plan_watch(satu.kantor, owed) == []

    satu.kantor.clock.at += MENIT

    assert jaga.plan_watch(satu.kantor, owed) == [KODE]


def test_what_is_open_by_law_waits_for_a_person_who_says_which_file_goes_out(satu: Dik) -> None:
    one = satu.excluded()
    watched(satu, AKHIR + MENIT)
    now = satu.now(one.id)
    with pytest.raises(PerluOrang):
        pastikan.confirm(satu.kantor, satu.oleh(), one.id, now.versi, Dipilih("berkala"))
    file = satu.dinas.file()

    asked = Dipilih("setiap_saat", file, UTUH.unsur)
    done = pastikan.confirm(satu.kantor, satu.oleh(), one.id, now.versi, asked)

    assert (done.keadaan, done.pelengkap.file) == ("terverifikasi", file)
    assert "20 November 2031" in done.pelengkap.dasar


def test_two_persons_open_before_the_term_and_both_are_named(dik: Dik) -> None:
    one = dik.excluded()
    satu, dua = dik.oleh("atasan_ppid"), dik.oleh("ppid")
    id_ = dik.kantor.new_id()
    with pytest.raises(BelumAdaHasil):
        buka.decide(dik.kantor, satu, id_, one.id, one.versi, SEBAB)
    item = new_test(dik, one, "terbuka")
    with pytest.raises(PerluPembukaan):
        terapkan.apply(dik.kantor, dik.oleh(), item.id, ISIAN)
    now = dik.now(one.id)
    paper = ("20 TAHUN 2026", SENIN.date())

    for _ in range(2):
        asked = buka.decide(dik.kantor, satu, id_, one.id, now.versi, SEBAB, paper)
    with pytest.raises(SudahDiminta):
        buka.decide(dik.kantor, dua, dik.kantor.new_id(), one.id, now.versi, SEBAB, paper)
    assert dik.now(one.id).keadaan == "dikecualikan"
    with pytest.raises(PerluOrangKedua):
        buka.agree(dik.kantor, satu, id_, asked.versi)
    for who in ("tim_sekretariat", "pengelola_arsip"):
        with pytest.raises(TidakBerwenang):
            buka.agree(dik.kantor, dik.oleh(who), id_, asked.versi)
    for who in ("unit", "petugas"):
        with pytest.raises(TidakAda):
            buka.agree(dik.kantor, dik.oleh(who), id_, asked.versi)
    assert buka.waiting(dik.kantor, satu) == []
    assert buka.waiting(dik.kantor, dua) == [asked]

    done = buka.agree(dik.kantor, dua, id_, asked.versi)

    assert (done.keadaan, done.sk.nomor) == ("terbuka", "20 TAHUN 2026")
    line = dik.history(one.id)[-1]
    with dik.kantor.ledger.read() as look:
        words = look.get(Alasan, line.alasan).kata
    assert line.siapa == satu.orang.id
    assert words == f"{SEBAB} (disetujui {dua.orang.id})"
    deeds = [(x.perbuatan, x.siapa) for x in dik.kantor.lists.jurnal(KODE, 10_000, 5)]
    assert ("informasi_pembukaan_disetujui", dua.orang.id) in deeds
    with pytest.raises((TidakMenunggu, Overtaken)):
        buka.agree(dik.kantor, dua, id_, asked.versi)


def test_an_opening_that_is_declined_leaves_it_withheld(satu: Dik) -> None:
    one = satu.excluded()
    new_test(satu, one, "terbuka")
    id_, now = satu.kantor.new_id(), satu.now(one.id)
    first = satu.oleh("atasan_ppid")
    paper = ("20 TAHUN 2026", SENIN.date())
    asked = buka.decide(satu.kantor, first, id_, one.id, now.versi, SEBAB, paper)
    with pytest.raises(AlasanKurang):
        buka.decline(satu.kantor, satu.oleh("ppid"), id_, asked.versi, "tidak")

    buka.decline(satu.kantor, satu.oleh("ppid"), id_, asked.versi, SEBAB)

    assert satu.now(one.id).keadaan == "dikecualikan"
    with pytest.raises((TidakMenunggu, Overtaken)):
        buka.agree(satu.kantor, satu.oleh("ppid"), id_, asked.versi)


def test_a_term_is_extended_by_a_new_decree_after_a_new_test(satu: Dik) -> None:
    one = satu.excluded()
    watched(satu, AKHIR - timedelta(days=30))
    item = new_test(satu, satu.now(one.id), "dikecualikan")
    decree = replace(ISIAN, nomor="31 TAHUN 2031", tanggal=AKHIR.date() - timedelta(days=30))

    done = terapkan.apply(satu.kantor, satu.oleh(), item.id, decree)

    assert (done.keadaan, done.sk.nomor) == ("dikecualikan", "31 TAHUN 2031")
    assert done.dik.akhir and done.dik.akhir.year == 2036
    assert watched(satu, AKHIR + MENIT) == {"terbuka": 0, "akan_berakhir": 0}
    assert [x.ke for x in satu.history(one.id)].count("dikecualikan") == 2


def test_a_second_test_does_not_begin_beside_one_that_is_not_over(satu: Dik) -> None:
    one = satu.excluded()
    berkas = satu.matter()
    satu.tested(one, berkas)
    assert [x.kata for x in satu.history(one.id)][-1] == "Dicatat"
    other = satu.dinas.item(berkas, "Butir lain contoh")

    with pytest.raises(Overtaken):  # whoever saw it before the other began
        uji.bind(satu.kantor, satu.oleh(), one.id, one.versi, other.id)


def test_an_event_that_did_not_come_to_pass_is_asked_about_again_later(satu: Dik) -> None:
    event = Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan")
    one = forever(satu, satu.excluded(), event)
    id_ = satu.kantor.new_id()
    with pytest.raises(AlasanKurang):
        tinjau.not_yet(satu.kantor, satu.oleh(), id_, one.id, "belum")

    for _ in range(2):
        tinjau.not_yet(satu.kantor, satu.oleh(), id_, one.id, SEBAB)

    with satu.kantor.ledger.read() as look:
        assert tinjau.last_looks(look, [one]) == {one.id: SENIN.date()}
    other = satu.excluded()
    with pytest.raises(TidakDapatBeralih):
        tinjau.not_yet(satu.kantor, satu.oleh(), satu.kantor.new_id(), other.id, SEBAB)


def test_those_who_keep_it_are_reminded_of_the_piece_once_and_not_of_its_item(satu: Dik) -> None:
    one = satu.excluded()
    with satu.kantor.ledger.begin() as tx:
        berkas = next(x for x in tx.find(Berkas) if x.rahasia)
        tx.save(berkas, replace(berkas, keadaan=SELESAI, ditutup=SENIN))
        tx.note(Catatan(KODE, MESIN, "langkah_selesai", SENIN, berkas.id))
    assert told_of(satu, "tim_sekretariat") == []

    watched(satu, AKHIR - timedelta(days=50))
    for who in ("tim_sekretariat", "pengelola_arsip"):
        (each,) = told_of(satu, who)
        assert (each.id, each.jatuh.isoformat()) == (one.id, "2031-10-08")
        assert address(each.apa, each.id, each.berkas) == f"/dikecualikan/{one.id}"
        assert "saksi" not in f"{each.kata} {each.perihal}"
    for who in ("unit", "petugas", "administrator"):
        assert told_of(satu, who) == []

    watched(satu, AKHIR + MENIT)
    (each,) = told_of(satu, "tim_sekretariat")
    assert (each.id, each.jenis) == (one.id, "terbuka")


def test_an_event_is_asked_about_after_six_months_and_not_before(satu: Dik) -> None:
    event = Jangka("sampai_peristiwa", peristiwa="selesainya penyidikan")
    forever(satu, satu.excluded(), event)
    satu.kantor.clock.at = SENIN + timedelta(days=170)
    assert told_of(satu, "tim_sekretariat") == []

    satu.kantor.clock.at = SENIN + timedelta(days=180)

    (each,) = told_of(satu, "tim_sekretariat")
    assert "Tinjau" in each.kata


def told_of(dik: Dik, peran: str) -> list[Ingat]:
    some = reminders(dik.kantor, dik.oleh(peran))
    return [one for one in some if one.apa == PENGECUALIAN]
