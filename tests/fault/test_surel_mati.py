"""Whoever dies while a letter goes out: it is sent once, or twice, and never a third time."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.acts.orang import surel
from service.acts.pengingat.ingatkan import run_round
from service.acts.pengingat.surel_kirim import deliver
from service.adapters.mail_smtp import SmtpMail
from service.domain.surel_pengingat import TERKIRIM, TIDAK_PASTI, SuratPengingat, letter_id
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.fault.titik import LEDGER, dies_at, in_child, points, spread, tells_of_commits
from tests.kantor import Jam
from tests.office import INSTANSI, open_house, person, rule
from tests.pos import Pos, pos
from tests.web.test_pengingat_web import matter

SELASA = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def kantor_pos(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pos]:
    with pos(tmp_path_factory.mktemp("pos")) as one:
        yield one


@contextmanager
def opened(folder: Path, kantor_pos: Pos, url: str = "") -> Iterator[RealHouse]:
    with open_house(folder, url or f"sqlite:///{folder}/berkas.db") as house:
        house.opened["mail"] = SmtpMail(kantor_pos.pengirim(), seconds=5.0)
        yield replace(house, clock=Jam(SELASA))  # type: ignore[arg-type]


def sent(folder: Path, kantor_pos: Pos, letter: str) -> None:
    with opened(folder, kantor_pos) as house:
        tells_of_commits(house.ledger.engine)
        deliver(house, letter)


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, kantor_pos: Pos) -> tuple[Path, str, int]:
    """An office whose letter is owed, its name, and how many points its way has."""
    folder = tmp_path_factory.mktemp("sebelum")
    with opened(folder, kantor_pos, new_sqlite(folder)) as house:
        rule(house)
        tim = person(house, "tim", "tim_sekretariat")
        surel.say(house, tim, 0, "tim@contoh.go.id", mau=True)
        matter(house, "Perkara contoh", date(2026, 11, 25))
        run_round(house, INSTANSI)
    letter = letter_id(tim.orang.id, SELASA.date())
    calm = folder.with_name("tenang")
    shutil.copytree(folder, calm)
    with points(None, LEDGER) as counted:
        sent(calm, kantor_pos, letter)
    assert counted.count > 4
    return folder, letter, counted.count


def killed(
    before: tuple[Path, str, int], folder: Path, kantor_pos: Pos, *deaths: int
) -> tuple[int, str]:
    """How many copies arrived after these deaths and a quiet end, and how the letter stands."""
    first, letter, _ = before
    shutil.copytree(first, folder)
    already = len(kantor_pos.letters)
    for n in deaths:

        def dies(n: int = n) -> None:
            with points(dies_at(n), LEDGER):
                sent(folder, kantor_pos, letter)

        assert in_child(dies) in (0, signal.SIGKILL)
    sent(folder, kantor_pos, letter)
    with opened(folder, kantor_pos) as house, house.ledger.read() as reading:
        return len(kantor_pos.letters) - already, reading.get(SuratPengingat, letter).keadaan


def test_a_letter_killed_once_arrives_and_has_two_copies_at_most(
    before: tuple[Path, str, int], tmp_path: Path, kantor_pos: Pos
) -> None:
    ends = [killed(before, tmp_path / f"kali-{n}", kantor_pos, n) for n in range(1, before[2] + 1)]

    assert set(ends) == {(1, TERKIRIM), (2, TERKIRIM)}


def test_a_letter_killed_again_and_again_is_given_up_and_never_sent_a_third_time(
    before: tuple[Path, str, int], tmp_path: Path, kantor_pos: Pos
) -> None:
    total = before[2]
    ends = [
        killed(before, tmp_path / f"kali-{n}", kantor_pos, n, n, n)
        for n in spread(total, 4, total // 2)
    ]

    assert max(copies for copies, _ in ends) <= 2
    assert {keadaan for _, keadaan in ends} <= {TERKIRIM, TIDAK_PASTI}
