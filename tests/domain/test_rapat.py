"""A meeting is complete enough to be called, and later to be reported on, or says what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from service.domain.rapat import Acara, Peserta, Rapat, after, again, before

HARI = date(2026, 11, 24)
RAPAT = Rapat(
    judul="Uji konsekuensi contoh",
    tanggal=HARI,
    mulai=time(9),
    selesai=time(11, 30),
    tempat="Ruang rapat contoh",
    acara=(Acara("Dokumen contoh"),),
    peserta=(
        Peserta("Contoh Satu", "Kepala Biro", "biro_umum", "pimpinan"),
        Peserta("Contoh Dua", "Arsiparis", "biro_umum", "notulis"),
        Peserta("Contoh Tiga"),
    ),
)
SELESAI = replace(
    RAPAT,
    acara=(Acara("Dokumen contoh", "Dibahas", "Terbuka"),),
    peserta=(
        replace(RAPAT.peserta[0], diwakili="Contoh Wakil", hadir=False),
        replace(RAPAT.peserta[1], hadir=True),
        replace(RAPAT.peserta[2], hadir=False),
    ),
)


def test_a_meeting_can_be_called_when_day_place_agenda_and_people_are_known() -> None:
    assert before(RAPAT) == {}
    assert RAPAT.kapan == "Selasa, 24 November 2026, pukul 09.00 sampai 11.30"
    assert replace(RAPAT, selesai=None).kapan.endswith("sampai selesai")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"judul": " "}, "judul"),
        ({"tanggal": None}, "tanggal"),
        ({"mulai": None}, "mulai"),
        ({"selesai": time(9)}, "selesai"),
        ({"tempat": ""}, "tempat"),
        ({"cara": "daring"}, "tautan"),
        ({"cara": "campuran"}, "tautan"),
        ({"cara": "surat"}, "cara"),
        ({"acara": ()}, "acara"),
        ({"peserta": RAPAT.peserta[:1]}, "peserta"),
        ({"peserta": (*RAPAT.peserta, Peserta("contoh  satu"))}, "peserta"),
        ({"peserta": (*RAPAT.peserta, Peserta(" "))}, "peserta"),
        ({"peserta": (*RAPAT.peserta, Peserta("Contoh Empat", sebagai="pimpinan"))}, "peserta"),
        ({"peserta": tuple(Peserta(f"Contoh {n}") for n in range(501))}, "peserta"),
    ],
)
def test_what_is_missing_for_the_invitation_is_named(
    changed: dict[str, object], wrong: str
) -> None:
    assert list(before(replace(RAPAT, **changed))) == [wrong]  # type: ignore[arg-type]


def test_a_meeting_on_line_needs_no_room() -> None:
    assert before(replace(RAPAT, cara="daring", tempat="", tautan="https://rapat.contoh.id")) == {}


def test_a_meeting_can_be_reported_on_when_who_came_and_what_was_agreed_are_known() -> None:
    assert after(SELESAI, HARI) == {}
    assert [one.nama for one in SELESAI.yang_hadir] == ["Contoh Satu", "Contoh Dua"]


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"tanggal": date(2026, 11, 25)}, "tanggal"),
        ({"peserta": RAPAT.peserta}, "hadir"),
        ({"peserta": tuple(replace(one, hadir=False) for one in RAPAT.peserta)}, "hadir"),
        (
            {
                "peserta": (
                    replace(RAPAT.peserta[0], hadir=False),
                    *(replace(one, hadir=True) for one in RAPAT.peserta[1:]),
                )
            },
            "hadir",
        ),
        ({"acara": RAPAT.acara}, "putusan"),
    ],
)
def test_what_is_missing_for_the_report_is_named(changed: dict[str, object], wrong: str) -> None:
    assert list(after(replace(SELESAI, **changed), HARI)) == [wrong]  # type: ignore[arg-type]


def test_a_second_meeting_asks_the_same_people_and_says_nothing_yet() -> None:
    second = again(SELESAI)

    assert second.tanggal is None
    assert [one.nama for one in second.peserta] == [one.nama for one in SELESAI.peserta]
    assert {one.hadir for one in second.peserta} == {None}
    assert second.acara == (Acara("Dokumen contoh"),)
