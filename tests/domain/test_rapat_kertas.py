"""What a meeting gives to its papers and to calendars, and what is said of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from service.domain.kalender import Kalender
from service.domain.libur import Libur
from service.domain.rapat import Acara, Peserta, Rapat
from service.domain.rapat_isian import isian, link, place
from service.domain.rapat_kalender import Jadwal, written
from service.domain.rapat_waktu import warnings
from tests.domain.test_rapat import HARI, RAPAT, SELESAI

KALENDER = Kalender(
    libur=(Libur("a", "dinas_contoh", date(2026, 12, 25), "Hari Raya Natal", "nasional"),)
)


def test_the_invitation_says_who_when_where_and_what_about() -> None:
    told = isian(RAPAT, "WITA")["undangan"]

    assert told["hari_tanggal"] == "Selasa, 24 November 2026"
    assert told["pukul"] == "09.00 sampai dengan 11.30 WITA"
    assert told["kepada"][0] == "Contoh Satu, Kepala Biro, biro_umum"
    assert told["acara"] == ["Dokumen contoh"]
    assert isian(replace(RAPAT, selesai=None))["undangan"]["pukul"] == "09.00 WIB sampai selesai"
    assert isian(Rapat())["undangan"]["pukul"] == ""


def test_a_meeting_on_line_has_no_place_in_its_papers() -> None:
    told = isian(replace(RAPAT, cara="daring", tautan="https://rapat.contoh.id"))["undangan"]

    assert (told["tempat"], told["tautan"]) == ("", "https://rapat.contoh.id")


def test_a_paper_says_once_where_a_meeting_is() -> None:
    url = "https://rapat.contoh.id"
    both = replace(RAPAT, tempat="Ruang Contoh", tautan=url)

    assert (place(both), link(both)) == ("Ruang Contoh", url)
    assert (place(replace(both, tautan="")), link(replace(both, tautan=""))) == ("Ruang Contoh", "")
    for away in (replace(both, cara="daring"), replace(both, tempat="")):
        assert (place(away), link(away)) == (f"ruang daring {url}", "")
    assert (place(Rapat()), link(Rapat())) == ("", "")


def test_the_report_names_who_came_in_whose_place_and_who_did_not() -> None:
    told = isian(SELESAI)["laporan_rapat"]

    assert told["pimpinan"] == "Contoh Wakil"
    assert told["notulis"] == "Contoh Dua"
    assert told["hadir"][0] == {
        "nama": "Contoh Wakil",
        "jabatan": "mewakili Contoh Satu, Kepala Biro, biro_umum",
        "unit": "",
    }
    assert told["tidak_hadir"] == ["Contoh Tiga"]
    assert told["hasil"] == [
        {"acara": "Dokumen contoh", "pembahasan": "Dibahas", "putusan": "Terbuka"}
    ]
    assert isian(Rapat())["laporan_rapat"]["pimpinan"] == ""


def test_everybody_who_was_asked_stands_on_the_attendance_list() -> None:
    names = [one["nama"] for one in isian(SELESAI)["daftar_hadir"]["peserta"]]

    assert names == ["Contoh Satu", "Contoh Dua", "Contoh Tiga"]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, ()),
        ({"tanggal": None}, ()),
        ({"mulai": None}, ()),
        ({"tanggal": date(2026, 12, 25)}, ("Jumat, 25 Desember 2026 adalah hari libur: Hari",)),
        ({"tanggal": date(2026, 11, 28)}, ("Sabtu, 28 November 2026 bukan hari kerja.",)),
        ({"mulai": time(6)}, ("Jam rapat di luar jam kantor hari itu (07.30-12.00, 13.00-16",)),
        ({"selesai": time(19)}, ("Jam rapat di luar jam kantor",)),
        ({"mulai": time(17), "selesai": None}, ("Jam rapat di luar jam kantor",)),
        ({"tanggal": date(2026, 11, 16)}, ("Hari rapatnya sudah lewat: Senin, 16",)),
    ],
)
def test_a_strange_day_or_hour_is_said_and_forbids_nothing(
    changed: dict[str, object], said: tuple[str, ...]
) -> None:
    found = warnings(replace(RAPAT, **changed), KALENDER, date(2026, 11, 21))  # type: ignore[arg-type]

    assert len(found) == len(said)
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True))


def test_a_meeting_that_is_over_and_written_down_is_no_surprise() -> None:
    assert warnings(SELESAI, KALENDER, date(2026, 11, 30)) == ()


def properties(text: str) -> dict[str, str]:
    """A calendar read as RFC 5545 has it: lines unfolded, names before the first colon."""
    assert text.endswith("\r\n")
    for line in text.split("\r\n"):
        assert "\n" not in line
        assert len(line.encode()) <= 75
    whole = text.replace("\r\n ", "").split("\r\n")
    return dict(line.split(":", 1) for line in whole if line)


def plain(value: str) -> str:
    out, letters = "", iter(value)
    for letter in letters:
        if letter == "\\":
            after = next(letters)
            out += "\n" if after == "n" else after
        else:
            assert letter not in ",;"
            out += letter
    return out


def test_a_calendar_takes_the_meeting_in() -> None:
    mulai = datetime(2026, 11, 24, 2, tzinfo=UTC)
    selesai = datetime(2026, 11, 24, 4, 30, tzinfo=UTC)
    long_ = "Uji konsekuensi; dokumen \\ contoh, bagian satu – “é” " * 4
    rapat = replace(RAPAT, judul=f"{long_}\r\nBEGIN:VALARM", acara=(Acara("Satu, dua"),))

    told = properties(written(Jadwal("abc", rapat, mulai, selesai, mulai, 3)))

    assert (told["DTSTART"], told["DTEND"]) == ("20261124T020000Z", "20261124T043000Z")
    assert (told["UID"], told["SEQUENCE"], told["BEGIN"]) == ("abc@berkas", "3", "VEVENT")
    assert plain(told["SUMMARY"]) == f"{long_}\nBEGIN:VALARM"
    assert plain(told["DESCRIPTION"]) == "Acara:\n1. Satu, dua"
    assert plain(told["LOCATION"]) == "Ruang rapat contoh"


def test_a_meeting_without_an_end_or_a_room_says_neither() -> None:
    on_line = Rapat("Contoh", HARI, time(9), cara="daring", tautan="https://rapat.contoh.id")
    at = datetime(2026, 11, 24, 2, tzinfo=UTC)

    told = properties(written(Jadwal("abc", on_line, at, None, at)))

    assert "DTEND" not in told
    assert "LOCATION" not in told
    assert plain(told["DESCRIPTION"]).endswith("Tautan: https://rapat.contoh.id")


def test_an_address_leaves_out_what_is_not_known() -> None:
    assert isian(replace(RAPAT, peserta=(Peserta("Contoh"),)))["undangan"]["kepada"] == ["Contoh"]
