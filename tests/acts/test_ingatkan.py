"""One letter to a person on a working day, by a real server, with nothing in it that is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from service.acts.instansi import kalender
from service.acts.instansi import pilihan as instansi
from service.acts.instansi.kalender import IsianLibur
from service.acts.orang import surel
from service.acts.pengingat.ingatkan import plan_rounds, run_round
from service.acts.pengingat.surel_kirim import deliver
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.mail_smtp import NoMail, SmtpMail
from service.domain.ingat import HUKUM, PENGECUALIAN, PERMOHONAN, Ingat
from service.domain.libur import CUTI_BERSAMA
from service.domain.pengingat import AKAN, LEWAT, NAIK
from service.domain.refusals import Overtaken, Unavailable
from service.domain.surel_isi import Amplop, subject, text
from service.domain.surel_kirim import AlamatTidakSah, JawabanHilang, SuratKeluar
from service.domain.surel_pengingat import (
    DITOLAK,
    KEDALUWARSA,
    TERKIRIM,
    TIDAK_PASTI,
    TIDAK_PERLU,
    Edaran,
    SuratPengingat,
    letter_id,
)
from tests.acts.perkara import KODE, SERAH, Perkantoran, perkantoran
from tests.acts.test_pengingat import JAWAB, SENIN, on
from tests.kantor import Kantor
from tests.pos import Pos, pos

JUDUL = "Permohonan contoh atas nama 3174012345678901"
TERTUTUP = "Perkara tertutup contoh"


@pytest.fixture(scope="module")
def kantor_pos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pos]:
    with pos(tmp_path_factory.mktemp("pos")) as one:
        yield one


@pytest.fixture
def dinas(buku_induk: SqlLedger, tmp_path: Path, kantor_pos: Pos) -> Iterator[Perkantoran]:
    kantor = Kantor(buku_induk, tmp_path, mail=SmtpMail(kantor_pos.pengirim(), seconds=1.0))
    kantor.clock.at = SENIN
    yield perkantoran(kantor, {"jawab": JAWAB, "serah": SERAH})
    for one in kantor_pos.room.glob("*.eml"):
        one.unlink()


def wants(dinas: Perkantoran, alamat: str, *memegang: str, mau: bool = True) -> str:
    """A person who wants letters; their id."""
    who = dinas.oleh(*memegang)
    kept = dinas.kantor.ledger
    with kept.read() as reading:
        before = surel.address_of(reading, who.orang.id)
    versi = before.versi if before else 0
    surel.say(dinas.kantor, who, versi, alamat, mau=mau)
    return who.orang.id


def letter(dinas: Perkantoran, orang: str, day: date) -> SuratPengingat:
    with dinas.kantor.ledger.read() as reading:
        return reading.get(SuratPengingat, letter_id(orang, day))


def went(dinas: Perkantoran, day: date) -> None:
    """The round of a day, and every letter of it."""
    on(dinas, day)
    run_round(dinas.kantor, KODE)
    with dinas.kantor.ledger.read() as reading:
        found = [x for x in reading.find(SuratPengingat) if x.tanggal == day]
    for one in found:
        deliver(dinas.kantor, one.id)


def test_one_letter_names_what_is_open_and_only_counts_what_is_withheld(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    wants(dinas, "ppid@contoh.go.id", "ppid")
    one = dinas.opened("jawab", judul=JUDUL, diterima=SENIN)
    dinas.opened("jawab", judul=TERTUTUP, diterima=SENIN, rahasia=True)

    went(dinas, date(2026, 12, 7))

    [sent] = kantor_pos.letters
    said = sent.get_content()
    assert sent["To"] == "tim@contoh.go.id"
    assert sent["Subject"] == "Berkas: 2 pengingat"
    assert "Senin, 7 Desember 2026. 2 pengingat menunggu Anda di Berkas Dinas Contoh." in said
    assert "JATUH TEMPO HARI INI" in said
    assert "Menjawab permohonan contoh: Permohonan contoh atas nama •••" in said
    assert f"https://ppid.contoh.go.id/berkas/{one.id}" in said
    assert "1 berkas rahasia menunggu Anda." in said
    assert "tertutup" not in sent.as_string()
    assert "3174012345678901" not in sent.as_string()

    went(dinas, date(2026, 12, 10))
    _, tim, ppid = kantor_pos.letters
    assert {tim["To"], ppid["To"]} == {"tim@contoh.go.id", "ppid@contoh.go.id"}
    up = next(x for x in (tim, ppid) if x["To"].startswith("ppid")).get_content()
    assert "LEWAT DAN DINAIKKAN" in up
    assert "(belum dikerjakan yang bertugas)" in up
    assert "tertutup" not in up


def test_a_day_has_one_letter_however_often_it_is_asked(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    who = wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    for _ in range(3):
        went(dinas, date(2026, 12, 7))

    assert len(kantor_pos.letters) == 1
    assert letter(dinas, who, date(2026, 12, 7)).keadaan == TERKIRIM
    went(dinas, date(2026, 12, 8))
    assert len(kantor_pos.letters) == 2


def test_who_has_no_reminder_no_address_or_no_wish_gets_none(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    wants(dinas, "tim@contoh.go.id", "tim_sekretariat", mau=False)
    wants(dinas, "", "tim_sekretariat", "petugas")
    wants(dinas, "arsip@contoh.go.id", "pengelola_arsip")
    dinas.opened("jawab", diterima=SENIN)
    went(dinas, date(2026, 12, 7))

    assert kantor_pos.letters == []


def test_what_is_done_before_the_letter_goes_is_not_in_it(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    who = wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    one = dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 7))
    run_round(dinas.kantor, KODE)
    dinas.go(one)
    deliver(dinas.kantor, letter_id(who, date(2026, 12, 7)))

    assert kantor_pos.letters == []
    assert letter(dinas, who, date(2026, 12, 7)).keadaan == TIDAK_PERLU


def test_an_address_that_is_refused_is_left_alone_until_its_person_says_it_anew(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    who = wants(dinas, "tolak@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    went(dinas, date(2026, 12, 7))

    assert letter(dinas, who, date(2026, 12, 7)).keadaan == DITOLAK
    went(dinas, date(2026, 12, 8))
    with dinas.kantor.ledger.read() as reading:
        assert len(reading.find(SuratPengingat)) == 1
    wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    went(dinas, date(2026, 12, 9))
    assert [one["To"] for one in kantor_pos.letters] == ["tim@contoh.go.id"]


def test_a_server_that_says_later_is_asked_again_and_told_why(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    who = wants(dinas, "nanti@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    day = date(2026, 12, 7)
    with pytest.raises(Unavailable):
        went(dinas, day)
    waits = letter(dinas, who, day)
    assert (waits.keadaan, waits.diserahkan) == ("direncanakan", 0)
    assert "belum mau menerima" in waits.sebab
    went(dinas, day)

    assert letter(dinas, who, day).keadaan == TERKIRIM
    assert len(kantor_pos.letters) == 1


def test_answers_that_are_lost_make_two_copies_at_most(dinas: Perkantoran, kantor_pos: Pos) -> None:
    who = wants(dinas, "lambat@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    day = date(2026, 12, 7)
    for _ in range(2):
        with pytest.raises(JawabanHilang):
            went(dinas, day)
    for _ in range(2):
        went(dinas, day)

    assert letter(dinas, who, day).keadaan == TIDAK_PASTI
    assert len(kantor_pos.letters) == 2
    assert len({one["Message-ID"] for one in kantor_pos.letters}) == 1


class PowerCut(BaseException):
    """The machine goes out."""


@dataclass
class DiesAfterSending:
    """The real server takes the letter, and then the machine goes out."""

    mail: SmtpMail
    in_use = True
    label = "pos"

    def send(self, surat: SuratKeluar) -> None:
        self.mail.send(surat)
        raise PowerCut


def test_a_crash_between_sending_and_remembering_makes_one_more_copy_at_most(
    dinas: Perkantoran, kantor_pos: Pos
) -> None:
    who = wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    day, mail = date(2026, 12, 7), dinas.kantor.mail
    assert isinstance(mail, SmtpMail)
    dinas.kantor.mail = DiesAfterSending(mail)  # type: ignore[assignment]
    for _ in range(2):
        with pytest.raises(PowerCut):
            went(dinas, day)
    went(dinas, day)

    assert len(kantor_pos.letters) == 2
    assert letter(dinas, who, day).keadaan == TIDAK_PASTI


def test_a_letter_whose_day_is_gone_goes_out_no_more(dinas: Perkantoran, kantor_pos: Pos) -> None:
    who = wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    on(dinas, date(2026, 12, 7))
    run_round(dinas.kantor, KODE)
    on(dinas, date(2026, 12, 8))
    deliver(dinas.kantor, letter_id(who, date(2026, 12, 7)))
    assert letter(dinas, who, date(2026, 12, 7)).keadaan == KEDALUWARSA
    run_round(dinas.kantor, KODE)
    went(dinas, date(2026, 12, 9))

    assert letter(dinas, who, date(2026, 12, 8)).keadaan == KEDALUWARSA
    assert len(kantor_pos.letters) == 1


def test_after_a_year_nobody_knows_what_went_to_whom(dinas: Perkantoran) -> None:
    wants(dinas, "tim@contoh.go.id", "tim_sekretariat")
    dinas.opened("jawab", diterima=SENIN)
    went(dinas, date(2026, 12, 7))
    went(dinas, date(2027, 12, 7))
    with dinas.kantor.ledger.read() as reading:
        assert len(reading.find(SuratPengingat)) == len(reading.find(Edaran)) == 2
    went(dinas, date(2027, 12, 8))
    with dinas.kantor.ledger.read() as reading:
        kept = {one.tanggal.year for one in reading.find(SuratPengingat)}
        assert kept == {one.tanggal.year for one in reading.find(Edaran)} == {2027}


@pytest.mark.parametrize(("zona", "hour"), [("WIB", 0), ("WITA", 23), ("WIT", 22)])
def test_an_office_opens_at_half_past_seven_in_its_own_zone(
    buku_induk: SqlLedger, tmp_path: Path, kantor_pos: Pos, zona: str, hour: int
) -> None:
    kantor = Kantor(buku_induk, tmp_path, mail=SmtpMail(kantor_pos.pengirim()))
    pack = kantor.home / "paket" / KODE / "instansi.toml"
    pack.write_text(pack.read_text().replace('zona = "WIB"', f'zona = "{zona}"'))
    pack.chmod(0o644)
    dinas = perkantoran(kantor, {"jawab": JAWAB})
    day = 24 if hour == 0 else 23  # by UTC; there it is the 24th

    assert planned(dinas, 2026, 11, day, hour, 29) == []
    assert planned(dinas, 2026, 11, day, hour, 30) == [KODE]
    edaran = run_round(kantor, KODE)
    assert edaran
    assert edaran.tanggal == date(2026, 11, 24)
    assert planned(dinas, 2026, 11, day, hour, 31) == []
    opens = datetime(2026, 11, day, hour, 30, tzinfo=UTC)
    kantor.clock.at = opens + timedelta(days=38)  # the first of January there
    assert plan_rounds(kantor, set()) == []
    kantor.clock.at = opens + timedelta(days=41)  # a Monday
    assert plan_rounds(kantor, set()) == [KODE]


def planned(dinas: Perkantoran, *moment: int) -> list[str]:
    dinas.kantor.clock.at = datetime(*moment, tzinfo=UTC)  # type: ignore[misc,arg-type]
    return plan_rounds(dinas.kantor, set())


def test_each_office_is_reminded_when_it_opens_by_its_own_clock(dinas: Perkantoran) -> None:
    admin = dinas.kantor.hadir(dinas.orang["admin"])
    instansi.set_up(dinas.kantor, admin, "badan_contoh")  # WIT, two hours before WIB

    assert planned(dinas, 2026, 11, 23, 22, 29) == []
    assert planned(dinas, 2026, 11, 23, 22, 30) == ["badan_contoh"]  # 07.30 on the 24th
    assert planned(dinas, 2026, 11, 24, 0, 29) == ["badan_contoh"]
    assert planned(dinas, 2026, 11, 24, 0, 30) == ["badan_contoh", "dinas_contoh"]
    run_round(dinas.kantor, "badan_contoh")
    assert planned(dinas, 2026, 11, 24, 6, 0) == ["dinas_contoh"]
    run_round(dinas.kantor, "dinas_contoh")
    assert planned(dinas, 2026, 11, 24, 6, 1) == []
    assert planned(dinas, 2026, 11, 25, 12, 0) == []  # both have gone home


def test_a_round_that_fails_is_not_owed_again_every_minute(dinas: Perkantoran) -> None:
    owed = set[str]()
    on(dinas, date(2026, 11, 24))
    assert plan_rounds(dinas.kantor, owed) == [KODE]
    assert plan_rounds(dinas.kantor, owed) == []
    on(dinas, date(2026, 11, 25))
    assert plan_rounds(dinas.kantor, owed) == [KODE]


def test_no_round_on_a_closed_day_and_none_without_a_server(dinas: Perkantoran) -> None:
    assert planned(dinas, 2026, 11, 28, 2, 0) == []  # Saturday
    assert planned(dinas, 2026, 12, 24, 2, 0) == []  # joint leave
    assert planned(dinas, 2027, 1, 1, 2, 0) == []
    assert planned(dinas, 2027, 3, 10, 2, 0) == []  # Idulfitri
    assert planned(dinas, 2027, 3, 16, 2, 0) == ["dinas_contoh"]
    dinas.kantor.clock.at = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
    who = dinas.oleh("tim_sekretariat")
    leave = IsianLibur(date(2026, 11, 25), "Cuti bersama contoh", CUTI_BERSAMA)
    kalender.add(dinas.kantor, who, KODE, leave)
    assert planned(dinas, 2026, 11, 25, 2, 0) == []
    assert run_round(dinas.kantor, KODE) is None
    assert planned(dinas, 2026, 11, 26, 2, 0) == ["dinas_contoh"]
    dinas.kantor.mail = NoMail()
    assert plan_rounds(dinas.kantor, set()) == []
    assert run_round(dinas.kantor, KODE) is None


def test_an_address_is_said_by_its_person_and_checked(dinas: Perkantoran) -> None:
    who = dinas.oleh("petugas")
    with pytest.raises(AlamatTidakSah):
        surel.say(dinas.kantor, who, 0, "contoh@contoh.go.id\r\nBcc: x@y.id", mau=True)
    one = surel.say(dinas.kantor, who, 0, "contoh@Contoh.go.id", mau=True)
    assert one.alamat == "contoh@contoh.go.id"
    with pytest.raises(Overtaken):
        surel.say(dinas.kantor, who, 0, "lain@contoh.go.id", mau=True)


def test_a_letter_of_hundreds_stays_one_that_can_be_read() -> None:
    one = Ingat(
        LEWAT, HUKUM, "x", KODE, "", "Menjawab " * 40, "Judul\ncontoh " * 40, SENIN.date(), "lewat"
    )
    some = [replace(one, id=str(n)) for n in range(200)]
    some += [replace(one, jenis=AKAN, apa=PENGECUALIAN, perihal=TERTUTUP)]
    some += [replace(one, jenis=NAIK, apa=PERMOHONAN, rahasia=True, perihal=TERTUTUP)]

    said = text(Amplop("Contoh\nSatu", "Dinas Contoh", SENIN.date()), some)

    assert subject(some) == "Berkas: 202 pengingat, 201 lewat tenggat"
    assert said.startswith("Yth. Contoh Satu,\n")
    assert "- dan 170 lagi" in said
    assert "1 berkas rahasia menunggu Anda." in said
    assert "1 akhir pengecualian menunggu putusan Anda." in said
    assert TERTUTUP not in said
    assert max(map(len, said.splitlines())) < 300
    assert "http" not in said
