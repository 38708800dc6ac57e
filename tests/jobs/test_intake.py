from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import identify, register
from service.domain.berkas import BERJALAN, Berkas
from service.domain.kenali import WORD
from service.domain.kiriman import DIDAFTAR, KARANTINA, MENUNGGU_PETUGAS, File, Kiriman
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, arrive, arrive_letter, open_house, work


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        yield whole


def found(house: RealHouse, kiriman: Kiriman) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, kiriman.id)


def test_a_letter_gets_its_agenda_number_and_opens_a_berkas(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive_letter(house, tmp_path)

    assert work(house) == ["identify", "register"]

    after = found(house, kiriman)
    with house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=kiriman.id)
        (berkas,) = reading.find(Berkas, kiriman=kiriman.id)
    year = after.diterima.year
    assert (after.keadaan, after.nomor_agenda) == (DIDAFTAR, f"0001/AGENDA/{year}")
    assert file.mime == WORD
    assert (berkas.instansi, berkas.judul, berkas.keadaan) == (INSTANSI, "usulan.docx", BERJALAN)


def test_done_twice_it_draws_no_second_number_and_opens_no_second_berkas(
    house: RealHouse, tmp_path: Path
) -> None:
    kiriman = arrive_letter(house, tmp_path)
    work(house)
    before = found(house, kiriman)

    identify.run(house, kiriman.id)
    register.run(house, kiriman.id)

    assert found(house, kiriman) == before
    with house.ledger.read() as reading:
        assert len(reading.find(Berkas)) == 1


def test_arrivals_are_numbered_without_a_gap(house: RealHouse, tmp_path: Path) -> None:
    taken = [arrive_letter(house, tmp_path, f"Usulan {n}") for n in range(5)]
    work(house)

    numbers = sorted(found(house, one).nomor_agenda[:4] for one in taken)
    assert numbers == ["0001", "0002", "0003", "0004", "0005"]


def test_a_program_is_kept_apart_with_the_reason(house: RealHouse, tmp_path: Path) -> None:
    shutil.copy("/bin/true", tmp_path / "surat.pdf")

    kiriman = arrive(house, tmp_path / "surat.pdf")

    assert work(house) == ["identify"]
    after = found(house, kiriman)
    assert after.keadaan == KARANTINA
    assert "surat.pdf adalah program" in after.alasan
    assert after.nomor_agenda == ""


@pytest.mark.parametrize("held", [b"\0" * 4096, b"kata biasa", b"\x00\x01\x02\x03"])
def test_what_nobody_knows_waits_for_a_person_and_draws_no_number(
    house: RealHouse, tmp_path: Path, held: bytes
) -> None:
    (tmp_path / "entah").write_bytes(held)

    kiriman = arrive(house, tmp_path / "entah")

    assert work(house) == ["identify"]
    assert found(house, kiriman).keadaan == MENUNGGU_PETUGAS


def test_a_file_in_a_folder_nobody_knows_waits_for_a_person(
    house: RealHouse, tmp_path: Path
) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF")

    kiriman = arrive(house, path, instansi="", unit="")

    work(house)
    assert found(house, kiriman).keadaan == MENUNGGU_PETUGAS
    assert "folder yang tidak dikenal" in found(house, kiriman).alasan
