from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jobs.pengawas import ambil
from jobs.pengawas.bawa import arrival
from jobs.pengawas.klaim import Klaim
from jobs.pengawas.pandang import counted
from jobs.watcher import KLAIM, Watcher
from service.acts.simpan import receive
from service.acts.simpan.receive import Kedatangan
from service.domain import mapan
from service.domain.kiriman import Kiriman
from service.domain.naskah import TANPA_NAMA
from service.domain.pekerjaan import NASKAH
from service.domain.refusals import Unavailable
from service.house import RealHouse
from service.ports import House, Packs
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, open_house

PDF = b"%PDF-1.7\n%%EOF\n"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


@pytest.fixture
def watcher(house: RealHouse) -> Watcher:
    return Watcher(house)


@pytest.fixture
def unit(house: RealHouse) -> Path:
    folder = house.inbox / INSTANSI / UNIT
    folder.mkdir(parents=True)
    return folder


def taken(house: RealHouse) -> list[tuple[str, str, str]]:
    with house.ledger.read() as reading:
        return sorted((one.instansi, one.unit, one.nama) for one in reading.find(Kiriman))


def left(house: RealHouse) -> list[str]:
    return sorted(path.name for path in house.inbox.rglob("*") if not path.is_dir())


def test_a_file_is_taken_at_the_second_equal_look(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    (unit / "surat & lampiran (1).pdf").write_bytes(PDF)

    watcher.turn()
    assert taken(house) == []
    watcher.turn()

    assert taken(house) == [(INSTANSI, UNIT, "surat & lampiran (1).pdf")]
    assert left(house) == []


def test_a_file_that_still_grows_waits(house: RealHouse, watcher: Watcher, unit: Path) -> None:
    for size in (1, 2, 3):
        (unit / "besar.pdf").write_bytes(PDF * size)
        watcher.turn()
    assert taken(house) == []

    watcher.turn()
    assert len(taken(house)) == 1


def test_what_is_not_meant_or_not_finished_stays(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    names = ["~$surat.docx", ".sembunyi", "surat.pdf.part", "unduhan.crdownload"]
    for name in names:
        (unit / name).write_bytes(PDF)
    (house.inbox / "README.md").write_text("Letakkan file di folder unit.")
    (unit / "tautan.pdf").symlink_to("/etc/passwd")
    (unit / "folder.pdf").mkdir()
    os.mkfifo(unit / "pipa.pdf")

    for _ in range(3):
        watcher.turn()

    assert taken(house) == []
    assert left(house) == sorted([*names, "README.md", "tautan.pdf", "pipa.pdf"])


def test_an_empty_file_waits_ten_minutes(
    house: RealHouse, watcher: Watcher, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (unit / "kosong.pdf").touch()
    watcher.turn()
    watcher.turn()
    assert taken(house) == []

    monkeypatch.setattr(mapan, "KOSONG", 0.0)
    watcher.mapan.seen.clear()
    watcher.turn()
    watcher.turn()
    assert len(taken(house)) == 1


def test_a_file_in_no_known_folder_is_taken_in_for_a_person(
    house: RealHouse, watcher: Watcher
) -> None:
    (house.inbox / "entah").mkdir(parents=True)
    (house.inbox / "entah" / "a.pdf").write_bytes(PDF)
    (house.inbox / "b.pdf").write_bytes(PDF)

    watcher.turn()
    watcher.turn()

    assert taken(house) == [("", "", "a.pdf"), ("", "", "b.pdf")]


def test_a_claim_left_by_one_that_was_killed_is_taken_in_once(
    house: RealHouse, watcher: Watcher, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (unit / "surat.pdf").write_bytes(PDF)
    watcher.turn()

    def killed_after(self: Path, missing_ok: bool = False) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as power:
        power.setattr(Path, "unlink", killed_after)
        with pytest.raises(KeyboardInterrupt):
            watcher.turn()
    assert left(house) == ["surat.pdf"]

    Watcher(house).turn()

    assert taken(house) == [(INSTANSI, UNIT, "surat.pdf")]
    assert left(house) == []


def test_a_claim_survives_a_house_that_cannot_take_it_now(
    house: RealHouse, watcher: Watcher, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise Unavailable("Disk penuh.")

    monkeypatch.setattr(ambil, "WAITS", (0.0, 0.0))
    (unit / "surat.pdf").write_bytes(PDF)
    watcher.turn()
    with monkeypatch.context() as away:
        away.setattr(receive, "keep_all", full)
        watcher.turn()
        watcher.turn()
    assert taken(house) == []
    assert left(house) == ["surat.pdf"]

    watcher.turn()
    assert len(taken(house)) == 1


def test_claims_wait_while_the_packs_cannot_be_asked(
    house: RealHouse, watcher: Watcher, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> Packs:
        raise Unavailable("Basis data sedang tidak dapat dihubungi.")

    monkeypatch.setattr(ambil, "WAITS", (0.0, 0.0))
    (unit / "surat.pdf").write_bytes(PDF)
    watcher.turn()
    with monkeypatch.context() as for_now:
        for_now.setattr(type(house.packs), "still", away)
        watcher.turn()
    assert taken(house) == []
    assert left(house) == ["surat.pdf"]

    watcher.turn()
    assert len(taken(house)) == 1


def test_of_two_watchers_one_takes_a_file(house: RealHouse, unit: Path) -> None:
    for n in range(20):
        (unit / f"{n}.pdf").write_bytes(PDF + bytes([n]))
    first, second = Watcher(house), Watcher(house)
    first.turn()
    second.turn()

    first.turn()
    second.turn()

    assert len(taken(house)) == 20


def test_a_name_that_is_no_text_is_taken_and_spelt_out(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    (Path(os.fsdecode(os.fsencode(unit) + b"/su\xffrat.pdf"))).write_bytes(PDF)

    watcher.turn()
    watcher.turn()

    assert taken(house) == [(INSTANSI, UNIT, "su\\xffrat.pdf")]


def test_claims_lie_where_officers_do_not_look(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    (unit / "surat.pdf").write_bytes(PDF)
    watcher.turn()
    watcher.turn()

    assert (house.inbox / KLAIM).is_dir()
    assert KLAIM.startswith(".")


def test_a_claimed_file_that_cannot_be_read_does_not_hold_up_the_others(
    house: RealHouse, watcher: Watcher, unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(house: House, packs: Packs, klaim: Klaim, *rest: Any) -> Kedatangan:
        if klaim.nama == "rusak.pdf":
            raise OSError(errno.EIO, "Input/output error")
        return arrival(house, packs, klaim, *rest)

    monkeypatch.setattr(ambil, "arrival", broken)
    (unit / "rusak.pdf").write_bytes(PDF)
    (unit / "surat.pdf").write_bytes(PDF)

    watcher.turn()
    watcher.turn()

    assert taken(house) == [(INSTANSI, UNIT, "surat.pdf")]
    assert left(house) == ["rusak.pdf"]


def test_a_link_laid_in_the_place_of_a_claimed_file_goes_back_and_is_told_of(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    claim = house.inbox / KLAIM / INSTANSI / UNIT / house.new_id()
    claim.mkdir(parents=True)
    (claim / "surat.pdf").symlink_to("/etc/passwd")

    watcher.turn()

    assert taken(house) == []
    assert not claim.exists()
    assert (unit / "surat.pdf").is_symlink()
    assert counted(watcher.pandangan.janggal) == "1 tautan"


def test_what_came_back_under_a_name_of_its_own_is_asked_for_and_the_lists_say_it(
    house: RealHouse, watcher: Watcher
) -> None:
    (room,) = house.courier.lands_in()
    (room / "hasil.pdf").write_bytes(PDF)
    asked = set[tuple[str, str]]()
    until = time.monotonic() + 10

    while not asked and time.monotonic() < until:
        watcher.turn()
        asked = {(one.job, one.untuk) for one in house.owed.claim(NASKAH, 50, set)}
        time.sleep(0.2)

    assert asked == {("collect", TANPA_NAMA)}
    assert "hasil.pdf" in (room / "daftar-kirim.html").read_text()


def test_lists_that_cannot_be_written_are_told_and_keep_nothing_from_being_taken(
    house: RealHouse, watcher: Watcher, unit: Path
) -> None:
    (room,) = house.courier.lands_in()
    (room / "daftar-kirim.html").mkdir()
    (unit / "surat.pdf").write_bytes(PDF)

    for _ in range(3):
        watcher.turn()

    assert taken(house) == [(INSTANSI, UNIT, "surat.pdf")]
    assert any("Daftar kirim belum dapat ditulis" in one for one in watcher.told)
