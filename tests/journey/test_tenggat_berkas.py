"""Both clocks of a matter that a letter opened, over the days on which an office is closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.berkas import baca as berkas_baca
from service.domain.berkas import Berkas
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work, dropped, with_units
from tests.kantor import Jam
from tests.papers import letter

KODE, UNIT = "kemensetneg", "humas"


def office(folder: Path, zona: str = "WIB", **kalender: str) -> Path:
    """The packs, with another zone or another rule of the calendar."""
    packs = with_units(folder, KODE)
    file = packs / KODE / "instansi.toml"
    text = file.read_text()
    was = [line for line in text.splitlines() if line.startswith("zona")]
    assert len(was) == 1
    text = text.replace(was[0], f'zona = "{zona}"')
    for key, value in kalender.items():
        [line] = [one for one in text.splitlines() if one.startswith(key)]
        text = text.replace(line, f"{key} = {value}")
    file.write_text(text)
    return packs


@contextmanager
def opened(folder: Path, packs: Path, at: datetime) -> Iterator[tuple[Panggung, Berkas]]:
    """A matter that a letter from the public opens at that moment."""
    with at_work(folder, new_sqlite(folder), packs, Jam(at)) as house:
        biro = Panggung(house, KODE)
        yield biro, dropped(biro, request(folder), UNIT)


def request(folder: Path) -> Path:
    return letter(
        folder / "permohonan contoh.docx",
        "PERMOHONAN INFORMASI PUBLIK",
        "Nomor : 12/A/2026",
        "Hal : Permohonan informasi tentang perjalanan dinas",
        "Yth. Pejabat Pengelola Informasi dan Dokumentasi",
        "Dengan ini kami mengajukan permohonan untuk memperoleh informasi tersebut di atas.",
    )


def utc(*when: int) -> datetime:
    return datetime(*when, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zona", "masuk", "tenggat", "norma"),
    [
        # Idulfitri with its days of leave, Nyepi, and Good Friday: twelve closed days.
        ("WIB", utc(2026, 3, 16, 2), date(2026, 4, 7), utc(2026, 3, 16, 2, 10)),
        # Christmas with its leave, New Year, and Isra Mikraj in the first week.
        ("WIB", utc(2026, 12, 23, 3), date(2027, 1, 12), utc(2026, 12, 23, 3, 10)),
        # A leap day is a day like any other; Monday the 28th is the second day of Idulfitri.
        ("WIB", utc(2028, 2, 22, 2), date(2028, 3, 8), utc(2028, 2, 22, 2, 10)),
        # Half past three, half past four and half past five on the same Monday.
        ("WIB", utc(2026, 11, 23, 8, 30), date(2026, 12, 7), utc(2026, 11, 23, 8, 40)),
        ("WITA", utc(2026, 11, 23, 8, 30), date(2026, 12, 8), utc(2026, 11, 23, 23, 40)),
        ("WIT", utc(2026, 11, 23, 8, 30), date(2026, 12, 8), utc(2026, 11, 23, 22, 40)),
        # Saturday evening in the west is Sunday in the east; both begin to count on Tuesday.
        ("WIB", utc(2026, 11, 21, 16), date(2026, 12, 7), utc(2026, 11, 23, 0, 40)),
        ("WIT", utc(2026, 11, 21, 16), date(2026, 12, 7), utc(2026, 11, 22, 22, 40)),
    ],
)
def test_a_matter_is_due_when_its_office_has_worked_long_enough(
    zona: str, masuk: datetime, tenggat: date, norma: datetime, tmp_path: Path
) -> None:
    with opened(tmp_path, office(tmp_path, zona), masuk) as (_, one):
        pass

    assert one.diterima == masuk
    assert (one.tenggat, one.norma) == (tenggat, norma)
    assert one.jatuh is not None
    assert one.jatuh <= tenggat


def test_where_leave_in_common_is_worked_the_term_ends_a_week_sooner(tmp_path: Path) -> None:
    packs = office(tmp_path, cuti_bersama_libur="false")
    with opened(tmp_path, packs, utc(2026, 3, 16, 2)) as (_, one):
        pass

    assert one.tenggat == date(2026, 3, 31)


def test_a_step_of_one_day_begun_before_idulfitri_is_due_on_the_first_day_after(
    tmp_path: Path,
) -> None:
    with opened(tmp_path, office(tmp_path), utc(2026, 3, 16, 2)) as (biro, one):
        biro.house.clock.at = utc(2026, 3, 17, 3)
        meeting = biro.play(one, until="rapat")

        assert meeting.norma is not None
        assert meeting.norma.astimezone(UTC).date() == date(2026, 3, 25)
        assert meeting.tenggat == date(2026, 4, 7)
        whole = berkas_baca.read(biro.house, biro.pemeran.of("tim_sekretariat"), one.id)
        assert not isinstance(whole, Berkas)
        assert whole.hitungan
        told = {x.tanggal: x.sebab for x in whole.hitungan.dilewati}
        assert "Idul Fitri (cuti bersama" in told[date(2026, 3, 23)]
        assert "Nyepi" in told[date(2026, 3, 19)]
        assert told[date(2026, 3, 28)] == "Sabtu"
