"""Whoever is waited for is reminded, whoever stands above is told, and it ends by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas.henti import Minta
from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import mine
from service.acts.orang import delegasi, peran
from service.acts.pengingat import hukum as pengingat_hukum
from service.acts.pengingat.daftar import looked_at, reminders, risen
from service.acts.ttd.pengingat_hari import Hari
from service.domain.ada import Ada
from service.domain.berkas import SELESAI, Berkas, bound
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.ingat import HUKUM, KEBERATAN, NORMA, PENGECUALIAN, PERMOHONAN, Ingat
from service.domain.jangka import Jangka
from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.pengingat import AKAN, BESOK, HARI_INI, LEWAT, NAIK, TERBUKA
from service.domain.permohonan import DIJAWAB, TERDAFTAR, Permohonan
from service.domain.sop.bahan import SETUJU
from service.domain.uji import DIKECUALIKAN
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, LEMBAR, SERAH, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 09.00 WIB
JAWAB = """
nama = "Jawaban contoh"
[buka]
kiriman = ["permohonan_informasi"]
tenggat = "permohonan"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
ppid = "PPID"
[[langkah]]
id = "jawab"
kegiatan = "Menjawab permohonan contoh"
pelaksana = ["tim_sekretariat"]
[[langkah]]
id = "sahkan"
kegiatan = "Mengesahkan"
pelaksana = ["ppid"]
waktu = "3 hari"
"""


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    both = JAWAB.replace(
        'pelaksana = ["tim_sekretariat"]', 'pelaksana = ["tim_sekretariat", "ppid"]'
    )
    return perkantoran(kantor_dua, {"jawab": JAWAB, "bersama": both, "serah": SERAH, "uji": UJI})


def on(dinas: Perkantoran, day: date) -> None:
    """The office's clock, at nine in the morning of a day."""
    dinas.kantor.clock.at = datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)


def told(dinas: Perkantoran, *memegang: str) -> list[Ingat]:
    return reminders(dinas.kantor, dinas.oleh(*memegang))


def kinds(dinas: Perkantoran, *memegang: str) -> list[str]:
    return [one.jenis for one in told(dinas, *memegang)]


def test_the_reminder_of_a_term_changes_as_its_end_comes_and_goes(dinas: Perkantoran) -> None:
    one = dinas.opened("jawab", diterima=SENIN)
    assert one.tenggat == date(2026, 12, 7)

    found = {}
    for n in range(23):
        day = date(2026, 11, 23) + timedelta(days=n)
        on(dinas, day)
        for jenis in kinds(dinas, "tim_sekretariat"):
            found.setdefault(jenis, day)

    assert found == {
        AKAN: date(2026, 11, 30),
        BESOK: date(2026, 12, 4),
        HARI_INI: date(2026, 12, 7),
        LEWAT: date(2026, 12, 8),
        NAIK: date(2026, 12, 10),
    }
    [last] = told(dinas, "tim_sekretariat")
    assert (last.apa, last.perihal, last.dari) == (HUKUM, "Perkara contoh", ())
    assert last.kata == "Menjawab permohonan contoh"
    assert last.sisa == "lewat 6 hari kerja (sejak Senin, 7 Desember)"


def test_those_above_are_told_from_the_third_working_day_on_and_nobody_else(
    dinas: Perkantoran,
) -> None:
    dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 9))
    assert kinds(dinas, "ppid") == []
    on(dinas, date(2026, 12, 10))

    [up] = told(dinas, "ppid")

    assert (up.jenis, up.dari) == (NAIK, ("tim_sekretariat",))
    assert kinds(dinas, "atasan_ppid") == []
    assert kinds(dinas, "petugas") == []
    assert [one.dari for one in told(dinas, "ppid", "tim_sekretariat")] == [()]


def test_what_somebody_above_can_do_themselves_is_their_own_and_hides_nothing_else(
    dinas: Perkantoran,
) -> None:
    for _ in range(3):
        dinas.opened("bersama", diterima=SENIN)
    on(dinas, date(2026, 11, 24))
    dinas.opened("jawab", diterima=dinas.kantor.clock.at)
    on(dinas, date(2026, 12, 14))

    assert [one.dari for one in told(dinas, "ppid")] == [(), (), (), ("tim_sekretariat",)]
    with dinas.kantor.ledger.read() as reading:
        hari = Hari(dinas.kantor, reading)
        assert len(list(risen(dinas.kantor, hari, dinas.oleh("ppid"), 1))) == 1


def test_who_was_lent_the_peran_above_is_told_as_well_while_it_is_lent(
    dinas: Perkantoran,
) -> None:
    dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 10))
    lender, other = dinas.oleh("ppid"), dinas.oleh("unit")
    first, last = date(2026, 12, 10), date(2026, 12, 11)
    lent = delegasi.Pinjaman(lender.peran[0].id, other.orang.id, first, last, dasar="Contoh 1")
    delegasi.delegate(dinas.kantor, lender, lent)

    assert kinds(dinas, "unit") == [NAIK]
    on(dinas, date(2026, 12, 14))
    assert kinds(dinas, "unit") == []


def test_a_reminder_ends_with_the_step_and_the_next_one_is_somebody_else_s(
    dinas: Perkantoran,
) -> None:
    one = dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 10))
    dinas.go(one)

    assert kinds(dinas, "tim_sekretariat") == []
    [now] = told(dinas, "ppid")
    assert (now.jenis, now.apa, now.kata, now.dari) == (NAIK, HUKUM, "Mengesahkan", ())
    assert [x.dari for x in told(dinas, "atasan_ppid")] == [("ppid",)]
    dinas.go(one, peran="ppid")
    assert kinds(dinas, "ppid") == kinds(dinas, "atasan_ppid") == []


def test_what_stands_still_or_is_called_off_reminds_nobody(dinas: Perkantoran) -> None:
    held, gone = dinas.opened("jawab", diterima=SENIN), dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 10))
    assert kinds(dinas, "tim_sekretariat") == [NAIK, NAIK]
    tim, ppid = dinas.oleh("tim_sekretariat"), dinas.oleh("ppid")
    berkas_henti.hold(dinas.kantor, tim, Minta(held.id, held.versi, "Menunggu contoh"))
    berkas_henti.cancel(dinas.kantor, ppid, Minta(gone.id, gone.versi, "Dicabut contoh"))

    assert kinds(dinas, "tim_sekretariat") == kinds(dinas, "ppid") == []
    on(dinas, date(2026, 12, 14))
    again = Minta(held.id, held.versi + 1, "Contoh datang")
    berkas_henti.resume(dinas.kantor, tim, again)
    assert kinds(dinas, "tim_sekretariat") == [NAIK]  # it was late before it stood still


def test_the_norm_of_a_step_and_the_term_of_the_law_are_told_apart(dinas: Perkantoran) -> None:
    one = dinas.opened("jawab")
    dinas.go(one)
    assert dinas.now(one).tenggat is None
    assert kinds(dinas, "ppid") == []
    on(dinas, date(2026, 11, 25))

    [found] = told(dinas, "ppid")

    assert (found.apa, found.jenis, found.jatuh) == (NORMA, BESOK, date(2026, 11, 26))


def test_a_withheld_matter_reminds_only_those_who_may_see_it(dinas: Perkantoran) -> None:
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    blind = dinas.kantor.person(admin, "pelaksana.contoh", "unit")
    sidik = dinas.opened("serah").sidik
    with dinas.kantor.ledger.begin() as tx:
        one = Berkas(
            "r" * 26,
            KODE,
            UNIT,
            "Perkara tertutup",
            "",
            "berjalan",
            SENIN,
            sop="serah",
            sidik=sidik,
            langkah="serah",
            menunggu="unit",
            jatuh=date(2026, 11, 18),
            rahasia=True,
        )
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "berkas_dibuka", SENIN, one.id))

    assert reminders(dinas.kantor, dinas.kantor.hadir(blind.id)) == []
    assert [(x.jenis, x.rahasia) for x in told(dinas, "ppid_pelaksana")] == [(NAIK, True)]


def test_each_sees_the_matters_of_their_own_unit(dinas: Perkantoran) -> None:
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    here, there = (_of_unit(dinas, admin, unit) for unit in (UNIT, "bidang_dua"))
    dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 7))

    assert [x.jenis for x in reminders(dinas.kantor, dinas.kantor.hadir(here))] == [HARI_INI]
    assert reminders(dinas.kantor, dinas.kantor.hadir(there)) == []


def _of_unit(dinas: Perkantoran, admin: Hadir, unit: str) -> str:
    who = dinas.kantor.person(admin, f"tim.{unit.replace('_', '-')}")
    tugas = peran.Penugasan(KODE, unit, "tim_sekretariat")
    peran.give(dinas.kantor, admin, who.id, tugas)
    return who.id


def came(dinas: Perkantoran, id_: str, *, rahasia: bool = False) -> Kiriman:
    one = Kiriman(f"k{id_}", KODE, "", "web", "contoh.pdf", DIDAFTAR, SENIN, rahasia=rahasia)
    with dinas.kantor.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(KODE, MESIN, "kiriman_diterima", SENIN, one.id))
    return one


def test_answers_that_the_law_asks_for_are_reminded_of_until_they_are_given(
    dinas: Perkantoran,
) -> None:
    asked = Permohonan(
        "p1", came(dinas, "p1").id, KODE, "", "x", TERDAFTAR, SENIN, date(2026, 11, 23),
        date(2026, 12, 7), nomor_daftar="1/REG-PPID/XI/2026",
    )  # fmt: skip
    closed = replace(asked, id="p2", kiriman=came(dinas, "p2", rahasia=True).id, kode="y")
    objected = Keberatan(
        "b1", came(dinas, "b1").id, KODE, "", "z", TERDAFTAR, SENIN, date(2026, 11, 23),
        date(2026, 12, 10), nomor="1/KEB-PPID/XI/2026",
    )  # fmt: skip
    with dinas.kantor.ledger.begin() as tx:
        for one in (asked, closed, objected):
            tx.add(one)
        tx.note(Catatan(KODE, MESIN, "permohonan_diterima", SENIN, asked.id))
    on(dinas, date(2026, 12, 8))

    petugas = [(one.apa, one.jenis, one.perihal) for one in told(dinas, "petugas")]
    assert petugas == [(PERMOHONAN, LEWAT, "1/REG-PPID/XI/2026")]
    tim = [(one.apa, one.jenis, one.rahasia) for one in told(dinas, "tim_sekretariat")]
    assert tim == [
        (PERMOHONAN, LEWAT, False),
        (PERMOHONAN, LEWAT, True),
        (KEBERATAN, AKAN, False),
    ]
    assert [one.apa for one in told(dinas, "ppid")] == [KEBERATAN]
    on(dinas, date(2026, 12, 10))
    assert [(x.apa, x.jenis) for x in told(dinas, "ppid")] == [
        (PERMOHONAN, NAIK),
        (PERMOHONAN, NAIK),
        (KEBERATAN, HARI_INI),
    ]
    with dinas.kantor.ledger.begin() as tx:
        tx.save(asked, replace(asked, keadaan=DIJAWAB))
        tx.note(Catatan(KODE, MESIN, "permohonan_dijawab", SENIN, asked.id))
    assert kinds(dinas, "petugas") == []


def excluded(dinas: Perkantoran, when: datetime, ended: datetime, *some: Butir) -> Berkas:
    """A matter that ended with these items, and every paper of theirs."""
    sidik = dinas.opened("uji").sidik
    matter = Berkas(
        "m1", KODE, "", "Uji contoh", "", SELESAI, when, sop="uji", sidik=sidik, ditutup=ended
    )
    papers = [
        Ada("a0", "m1", "sk", "konsep", when - timedelta(days=60), MESIN),
        Ada("a1", "m1", "sk", "ditandatangani", when, MESIN),
        Ada("a2", "m1", "berita_acara", "ditandatangani", when, MESIN),
        Ada("a3", "m1", SETUJU, "dicatat", when, MESIN),
    ]
    with dinas.kantor.ledger.begin() as tx:
        for one in (matter, *papers, *(replace(one, disetujui="a3") for one in some)):
            tx.add(one)
        tx.note(Catatan(KODE, MESIN, "butir_diputus", SENIN, matter.id))
    return matter


def test_an_exclusion_is_decided_about_thirty_working_days_before_its_end(
    dinas: Perkantoran,
) -> None:
    item = Butir(
        "i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN,
        uji=replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2027-09-30")),
    )  # fmt: skip
    years = replace(item, id="i2", urut=2, uji=replace(LEMBAR, jangka=Jangka("tahun", 5)))
    out = replace(item, id="i3", urut=3, dicabut=True)
    bare = replace(item, id="i4", urut=4, uji=replace(item.uji, kepatutan=""))
    matter = excluded(dinas, SENIN, SENIN, item, years, out, bare)

    days = a_calendar(dinas)
    decided = days.hari_kerja_before(date(2027, 9, 30), 30)
    begins, stays = (days.hari_kerja_before(date(2027, 9, 30), n) for n in (90, 45))
    seen = {}
    for day in (
        begins - timedelta(days=1),
        begins,
        days.hari_kerja_after(begins, 5),
        stays - timedelta(days=1),
        stays,
        decided,
        decided + timedelta(days=1),
    ):
        on(dinas, day)
        seen[day] = exclusions_of(dinas, "pengelola_arsip")
    assert list(seen.values()) == [[], [AKAN], [], [], [AKAN], [HARI_INI], [LEWAT]]
    [found] = [x for x in told(dinas, "pengelola_arsip") if x.apa == PENGECUALIAN]
    assert (found.apa, found.jatuh, found.berkas) == (PENGECUALIAN, decided, "m1")
    assert found.kata.endswith("berakhir 30 September 2027")
    assert exclusions_of(dinas, "petugas") == []
    on(dinas, days.hari_kerja_after(decided, 3))  # while it is still withheld
    up = [x.dari for x in told(dinas, "ppid") if x.apa == PENGECUALIAN]
    assert up == [("pengelola_arsip", "tim_sekretariat")]
    with dinas.kantor.ledger.begin() as tx:
        tx.save(matter, bound(matter, "0" * 64))
        tx.note(Catatan(KODE, MESIN, "berkas_diarsipkan", SENIN, matter.id))
    assert exclusions_of(dinas, "pengelola_arsip") == [NAIK]  # its term runs on


def exclusions_of(dinas: Perkantoran, *memegang: str) -> list[str]:
    return [one.jenis for one in told(dinas, *memegang) if one.apa == PENGECUALIAN]


def a_calendar(dinas: Perkantoran) -> Kalender:
    with dinas.kantor.ledger.read() as reading:
        return kalender(dinas.kantor, reading, KODE)


def test_an_exclusion_that_ended_is_open_by_law_which_is_told_for_a_week_and_then_no_more(
    dinas: Perkantoran,
) -> None:
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2027-03-31"))
    one = Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=until)
    excluded(dinas, SENIN, SENIN, one)
    after = [a_calendar(dinas).hari_kerja_after(date(2027, 3, 31), n) for n in (1, 5, 6)]

    for day, kept in zip(after, ([TERBUKA], [TERBUKA], []), strict=True):
        on(dinas, day)
        assert exclusions_of(dinas, "pengelola_arsip") == kept
        assert exclusions_of(dinas, "ppid") == kept
    on(dinas, date(2029, 6, 4))
    assert kinds(dinas, "pengelola_arsip") == []


def test_a_pack_may_ask_for_the_decision_earlier(dinas: Perkantoran) -> None:
    with (dinas.kantor.home / "paket" / KODE / "instansi.toml").open("a") as out:
        out.write('[tenggat.pengecualian_berakhir]\njumlah = 100\ndasar = "Contoh"\n')
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2027-09-30"))
    one = Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=until)
    excluded(dinas, SENIN, SENIN, one)
    decided = a_calendar(dinas).hari_kerja_before(date(2027, 9, 30), 100)
    on(dinas, decided)
    assert [(x.jenis, x.jatuh) for x in told(dinas, "pengelola_arsip")] == [(HARI_INI, decided)]


def test_what_was_excluded_for_a_short_time_is_not_late_on_its_first_day(
    dinas: Perkantoran,
) -> None:
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2026-12-11"))
    one = Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=until)
    excluded(dinas, SENIN, SENIN, one)
    on(dinas, SENIN.date())
    assert kinds(dinas, "pengelola_arsip") == [HARI_INI]


def test_many_items_of_one_matter_ask_for_its_decree_once(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = datetime(2022, 1, 10, 2, 0, tzinfo=UTC)
    some = [
        Butir(f"i{n}", "m1", n, f"Butir contoh {n}", hasil=DIKECUALIKAN, uji=LEMBAR)
        for n in range(1, 9)
    ]
    excluded(dinas, begun, begun, *some)
    asked = list[str]()
    before = Hari._decreed
    monkeypatch.setattr(
        Hari, "_decreed", lambda self, one: [asked.append(one.id), before(self, one)][1]
    )
    assert len(told(dinas, "pengelola_arsip")) == 8
    assert asked == ["m1"]


def test_who_is_reminded_hears_that_there_are_too_many_exclusions_to_look_at(
    dinas: Perkantoran, monkeypatch: pytest.MonkeyPatch
) -> None:
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2027-03-31"))
    one = Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=until)
    excluded(dinas, SENIN, SENIN, one, replace(one, id="i2", urut=2))
    who = dinas.oleh("pengelola_arsip")
    assert not looked_at(dinas.kantor, who).terpotong
    monkeypatch.setattr(pengingat_hukum, "BUTIR_TERBANYAK", 1)
    assert looked_at(dinas.kantor, who).terpotong == {PENGECUALIAN}


@pytest.mark.parametrize("paper", ["a1", "a2", "a3"])
def test_what_lacks_a_paper_is_no_exclusion_and_reminds_nobody(
    dinas: Perkantoran, paper: str
) -> None:
    until = replace(LEMBAR, jangka=Jangka("sampai_tanggal", tanggal="2027-03-31"))
    excluded(
        dinas, SENIN, SENIN, Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=until)
    )
    on(dinas, date(2027, 3, 30))
    assert kinds(dinas, "pengelola_arsip") != []

    with dinas.kantor.ledger.begin() as tx:
        there = tx.get(Ada, paper)
        tx.save(there, replace(there, dicabut=SENIN))
        tx.note(Catatan(KODE, MESIN, "bahan_ditarik", SENIN, "m1"))
    assert kinds(dinas, "pengelola_arsip") == []


def test_years_of_exclusion_run_from_the_signed_decree_not_from_its_draft_or_the_end(
    dinas: Perkantoran,
) -> None:
    long_ago = datetime(2021, 12, 14, 2, 0, tzinfo=UTC)
    item = Butir("i1", "m1", 1, "Butir contoh", hasil=DIKECUALIKAN, uji=LEMBAR)
    excluded(dinas, long_ago, long_ago + timedelta(days=90), item)

    [found] = told(dinas, "pengelola_arsip")

    assert found.jatuh == a_calendar(dinas).hari_kerja_before(date(2026, 12, 13), 30)
    assert found.kata.endswith("berakhir 13 Desember 2026")


def test_idulfitri_joint_leave_and_the_new_year_move_the_days_of_reminding(
    kantor: Kantor,
) -> None:
    kantor.clock.at = datetime(2026, 3, 4, 2, 0, tzinfo=UTC)
    dinas = perkantoran(kantor, {"jawab": JAWAB})
    one = dinas.opened("jawab", diterima=kantor.clock.at)
    assert one.tenggat == date(2026, 3, 25)  # the 18th to the 24th the office is closed

    seen = {}
    for day in (10, 11, 16, 17, 20, 24, 25, 26, 27, 30):
        on(dinas, date(2026, 3, day))
        seen[day] = (kinds(dinas, "tim_sekretariat"), kinds(dinas, "ppid"))

    assert seen[10] == ([], [])
    assert seen[11] == ([AKAN], [])
    assert seen[16] == ([AKAN], [])
    assert seen[17] == seen[20] == seen[24] == ([BESOK], [])
    assert seen[25] == ([HARI_INI], [])
    assert seen[26] == seen[27] == ([LEWAT], [])
    assert seen[30] == ([NAIK], [NAIK])

    on(dinas, date(2026, 12, 16))
    two = dinas.opened("jawab", diterima=kantor.clock.at)
    assert two.tenggat == date(2027, 1, 4)  # over Christmas, its joint leave and the New Year
    on(dinas, date(2026, 12, 31))
    assert [x.jenis for x in told(dinas, "tim_sekretariat") if x.id == two.id] == [BESOK]
    on(dinas, date(2027, 1, 7))
    assert [x.jenis for x in told(dinas, "ppid") if x.id == two.id] == []
    on(dinas, date(2027, 1, 8))  # the 5th is Isra Mikraj
    assert [x.jenis for x in told(dinas, "ppid") if x.id == two.id] == [NAIK]


def test_who_sees_withheld_matters_by_another_peran_is_told_of_their_own_step_in_them(
    dinas: Perkantoran,
) -> None:
    both, alone = dinas.oleh("petugas", "pengelola_arsip"), dinas.oleh("petugas")

    wide = {(one.tempat.rahasia, tuple(sorted(one.peran))) for one in mine(both)}
    narrow = {(one.tempat.rahasia, tuple(sorted(one.peran))) for one in mine(alone)}

    assert wide == {(False, ("pengelola_arsip", "petugas")), (True, ("pengelola_arsip", "petugas"))}
    assert narrow == {(False, ("petugas",))}
