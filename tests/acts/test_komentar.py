"""What is said about a matter reaches whom it concerns, and nobody who may not see the matter."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import komentar
from service.acts.berkas import titip as berkas_titip
from service.acts.berkas.henti import Minta
from service.acts.berkas.komentar import TiadaYangDiingatkan, Ucapan
from service.acts.berkas.titip import Titipan
from service.domain.berkas import Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.komentar import (
    DIINGATKAN,
    DISEBUT,
    KOMENTAR,
    BukanPenulis,
    KomentarKosong,
    KomentarTerlaluPanjang,
    SebutTerlaluBanyak,
    TidakDapatDisebut,
    named,
)
from service.domain.komentar import Komentar as Baris
from service.domain.refusals import TidakAda, TidakBerwenang
from service.domain.wewenang import Hadir
from tests.acts.perkara import SERAH, UJI, Perkantoran, perkantoran
from tests.acts.test_berkas_jalan import promises
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)  # 9.00 WIB


@pytest.fixture
def dinas(kantor_dua: Kantor) -> Perkantoran:
    kantor_dua.clock.at = SENIN
    return perkantoran(kantor_dua, {"uji": UJI, "serah": SERAH})


def said(dinas: Perkantoran, oleh: Hadir, one: Berkas, teks: str = "Kata contoh") -> Baris:
    return komentar.write(dinas.kantor, oleh, one.id, Ucapan(dinas.kantor.new_id(), teks))


def told(dinas: Perkantoran, whom: Hadir) -> list[str]:
    many, found = komentar.for_me(dinas.kantor, whom, 10)
    assert many == len(found)
    return [one.kabar for one, _ in found]


def at(whom: Hadir) -> str:
    return f"@{whom.orang.nama_masuk}"


def test_names_are_read_out_of_a_text_as_people_write_them() -> None:
    text = "@contoh.satu, lihat (@Contoh.Dua). Surel ke info@contoh.id, bukan @ atau @@x."

    assert named(text) == ["contoh.satu", "contoh.dua"]


def test_a_comment_reaches_those_with_a_part_those_named_and_those_who_follow(
    dinas: Perkantoran,
) -> None:
    tim, arsip, unit = (dinas.oleh(x) for x in ("tim_sekretariat", "pengelola_arsip", "unit"))
    head, one = dinas.oleh("ppid"), dinas.opened()
    komentar.follow(dinas.kantor, unit, one.id, yes=True)
    said(dinas, head, one, f"Mohon dilengkapi, {at(arsip)}.")

    assert told(dinas, tim) == [KOMENTAR]  # it waits for them, and they opened it
    assert told(dinas, unit) == [KOMENTAR]
    assert told(dinas, arsip) == [DISEBUT]
    assert told(dinas, head) == []
    assert told(dinas, dinas.oleh("tim_pertimbangan")) == []
    komentar.opened(dinas.kantor, arsip, one)
    assert told(dinas, arsip) == []
    said(dinas, tim, one)
    assert told(dinas, head) == [KOMENTAR]  # who wrote has a part
    assert told(dinas, arsip) == []
    assert promises(dinas) == []


def test_whoever_stops_following_is_told_only_when_named(dinas: Perkantoran) -> None:
    tim, head, one = dinas.oleh("tim_sekretariat"), dinas.oleh("ppid"), dinas.opened()
    assert komentar.talk(dinas.kantor, tim, one).mengikuti
    komentar.follow(dinas.kantor, tim, one.id, yes=False)
    assert not komentar.talk(dinas.kantor, tim, one).mengikuti
    said(dinas, head, one)
    assert told(dinas, tim) == []
    said(dinas, head, one, f"Mohon dilihat {at(tim)}")

    assert told(dinas, tim) == [DISEBUT]
    said(dinas, head, one)
    assert told(dinas, tim) == [DISEBUT]  # the weightier word stays


def test_the_journal_keeps_ids_and_a_hash_and_never_the_words(dinas: Perkantoran) -> None:
    one, tim = dinas.opened(), dinas.oleh("tim_sekretariat")
    made = said(dinas, tim, one, "Kata kenaribirumuda contoh")
    line = dinas.kantor.perkara.trail(one)[0]

    assert (line.perbuatan, line.rincian) == ("komentar_ditulis", {"komentar": made.id})
    assert "kenaribirumuda" not in str(line)
    with dinas.kantor.ledger.reader.begin() as look:
        kept = look.exec_driver_sql("SELECT isi FROM riwayat WHERE jenis = 'komentar'").all()
    assert kept
    assert "kenaribirumuda" not in str(kept)
    gone = komentar.take_back(dinas.kantor, tim, made.id)
    assert (gone.teks, gone.ditarik) == ("", SENIN)
    assert komentar.take_back(dinas.kantor, tim, made.id) == replace(gone, versi=2)
    assert [x.teks for x in komentar.talk(dinas.kantor, tim, one).komentar] == [""]
    assert promises(dinas) == []


def test_only_its_writer_takes_a_comment_back(dinas: Perkantoran) -> None:
    one, tim = dinas.opened(), dinas.oleh("tim_sekretariat")
    made = said(dinas, tim, one)
    with pytest.raises(BukanPenulis):
        komentar.take_back(dinas.kantor, dinas.oleh("ppid"), made.id)
    with pytest.raises(TidakAda):
        komentar.take_back(dinas.kantor, tim, "tiada")


def test_what_cannot_be_said_is_refused_and_nothing_is_kept(dinas: Perkantoran) -> None:
    one, tim = dinas.opened(), dinas.oleh("tim_sekretariat")
    many = " ".join(f"@orang.{n}" for n in range(21))
    for text, why in (
        (" \n ", KomentarKosong),
        ("x" * 5001, KomentarTerlaluPanjang),
        ("Mohon @tidak.ada melihat", TidakDapatDisebut),
        (many, SebutTerlaluBanyak),
    ):
        with pytest.raises(why):
            said(dinas, tim, one, text)
    assert komentar.talk(dinas.kantor, tim, one).komentar == ()
    assert said(dinas, tim, one, "x" * 5000).teks == "x" * 5000


def test_said_twice_under_one_id_it_is_said_once(dinas: Perkantoran) -> None:
    one, tim = dinas.opened(), dinas.oleh("tim_sekretariat")
    asked = Ucapan(dinas.kantor.new_id(), "Kata contoh")
    first = komentar.write(dinas.kantor, tim, one.id, asked)

    assert komentar.write(dinas.kantor, tim, one.id, asked) == first
    assert len(komentar.talk(dinas.kantor, tim, one).komentar) == 1


def test_those_who_speak_at_once_are_all_heard(dinas: Perkantoran) -> None:
    one, tim = dinas.opened(), dinas.oleh("tim_sekretariat")
    people = [dinas.oleh(x) for x in ("ppid", "atasan_ppid", "unit", "pengelola_arsip")]
    said(dinas, tim, one)
    with ThreadPoolExecutor(4) as crew:
        list(crew.map(lambda who: said(dinas, who, one), people))

    assert len(komentar.talk(dinas.kantor, tim, one).komentar) == 5
    assert told(dinas, tim) == [KOMENTAR]
    assert promises(dinas) == []


def test_what_is_said_about_a_withheld_matter_is_as_withheld(dinas: Perkantoran) -> None:
    one, tim, unit = dinas.opened(rahasia=True), dinas.oleh("tim_sekretariat"), dinas.oleh("unit")
    with pytest.raises(TidakDapatDisebut):
        said(dinas, tim, one, f"Mohon {at(unit)} melihat")
    made = said(dinas, tim, one)
    for act in (
        lambda: said(dinas, unit, one),
        lambda: komentar.follow(dinas.kantor, unit, one.id, yes=True),
        lambda: komentar.take_back(dinas.kantor, unit, made.id),
    ):
        with pytest.raises(TidakAda):
            act()
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    with pytest.raises((TidakAda, TidakBerwenang)):
        said(dinas, admin, one)


def test_what_is_withheld_later_is_told_to_nobody_who_may_not_see_it(dinas: Perkantoran) -> None:
    one, tim, unit = dinas.opened(), dinas.oleh("tim_sekretariat"), dinas.oleh("unit")
    said(dinas, tim, one, f"Mohon {at(unit)} melihat")
    assert told(dinas, unit) == [DISEBUT]
    now = dinas.now(one)
    with dinas.kantor.ledger.begin() as tx:
        tx.save(now, replace(now, rahasia=True))
        tx.note(_withheld(dinas, now))

    assert told(dinas, unit) == []


def test_no_crowd_of_comments_hides_a_mention_or_a_reminder(dinas: Perkantoran) -> None:
    head, tim, unit = (dinas.oleh(x) for x in ("ppid", "tim_sekretariat", "unit"))
    plain = [dinas.opened(judul=f"Perkara contoh {n}") for n in range(4)]
    named, waits = dinas.opened(judul="Disebut"), dinas.opened(judul="Diingatkan")
    for n, one in enumerate(plain):
        dinas.kantor.clock.at = SENIN + timedelta(minutes=n)
        said(dinas, head, one)
    said(dinas, head, named, f"Mohon {at(tim)} melihat")
    komentar.remind(dinas.kantor, head, waits.id, Ucapan(dinas.kantor.new_id(), ""))

    many, found = komentar.for_me(dinas.kantor, tim, 3)
    assert many == 6
    assert [one.judul for _, one in found] == ["Diingatkan", "Disebut", "Perkara contoh 3"]
    assert komentar.for_me(dinas.kantor, unit, 3) == (0, [])


def test_what_was_withheld_takes_no_place_among_what_can_still_be_seen(
    dinas: Perkantoran,
) -> None:
    head, unit = dinas.oleh("ppid"), dinas.oleh("unit")
    gone = [dinas.opened() for _ in range(3)]
    here = dinas.opened(judul="Terlihat")
    for one in (*gone, here):
        said(dinas, head, one, f"Mohon {at(unit)} melihat")
    for one in gone:
        now = dinas.now(one)
        with dinas.kantor.ledger.begin() as tx:
            tx.save(now, replace(now, rahasia=True))
            tx.note(_withheld(dinas, now))

    many, found = komentar.for_me(dinas.kantor, unit, 2)
    assert (many, [one.judul for _, one in found]) == (1, ["Terlihat"])


def _withheld(dinas: Perkantoran, one: Berkas) -> Catatan:
    return Catatan(one.instansi, "mesin", "berkas_dirahasiakan", dinas.kantor.clock.now(), one.id)


def test_whose_step_it_is_is_reminded_and_nobody_else(dinas: Perkantoran) -> None:
    one, tim, head = dinas.opened(), dinas.oleh("tim_sekretariat"), dinas.oleh("ppid")
    asked = Ucapan(dinas.kantor.new_id(), "")
    made = komentar.remind(dinas.kantor, head, one.id, asked)
    assert made.teks == "Mohon langkah ini segera dikerjakan."
    assert told(dinas, tim) == [DIINGATKAN]
    assert komentar.remind(dinas.kantor, head, one.id, asked) == made
    with pytest.raises(TiadaYangDiingatkan):
        komentar.remind(dinas.kantor, tim, one.id, Ucapan(dinas.kantor.new_id(), ""))
    arsip, now = dinas.oleh("pengelola_arsip"), dinas.now(one)
    given = Titipan(one.id, now.versi, arsip.orang.id, "Dinas luar contoh")
    berkas_titip.entrust(dinas.kantor, tim, given)
    komentar.opened(dinas.kantor, tim, one)
    komentar.remind(dinas.kantor, head, one.id, Ucapan(dinas.kantor.new_id(), "Mohon hari ini"))
    assert (told(dinas, arsip), told(dinas, tim)) == ([DIINGATKAN], [])

    now = dinas.now(one)
    berkas_henti.cancel(dinas.kantor, head, Minta(one.id, now.versi, "Alasan contoh"))
    with pytest.raises(BerkasTertutup):
        komentar.remind(dinas.kantor, head, one.id, Ucapan(dinas.kantor.new_id(), ""))
    assert said(dinas, head, one).jenis == KOMENTAR  # a closed matter can still be spoken of
    assert promises(dinas) == []
