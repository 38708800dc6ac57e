from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from service.acts.simpan import receive
from service.acts.simpan.receive import TerlaluBesar
from service.domain.kiriman import DITERIMA, File, Kiriman
from service.domain.simpanan import DIPEGANG, DISEWA, Simpanan
from service.house import RealHouse
from tests.office import arrive, open_house
from tests.papers import letter


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as whole:
        yield whole


def count(house: RealHouse, kind: type) -> int:
    with house.ledger.read() as reading:
        return len(reading.find(kind))


def test_what_is_accepted_is_kept_written_and_owed_a_look(house: RealHouse, tmp_path: Path) -> None:
    path = letter(tmp_path / "usulan.docx", "Usulan")

    kiriman = arrive(house, path)

    with house.ledger.read() as reading:
        (file,) = reading.find(File, kiriman=kiriman.id)
        (simpanan,) = reading.find(Simpanan)
    assert kiriman.keadaan == DITERIMA
    with house.store.open(file.sha256) as kept:
        assert kept.read() == path.read_bytes()
    assert (simpanan.id, simpanan.ukuran, simpanan.keadaan) == (
        file.sha256,
        path.stat().st_size,
        DIPEGANG,
    )
    assert [one.job for one in house.owed.claim("berat", 9, set)] == ["identify"]


def test_a_second_try_of_the_same_arrival_is_the_same_kiriman(
    house: RealHouse, tmp_path: Path
) -> None:
    path, id_ = letter(tmp_path / "usulan.docx", "Usulan"), house.new_id()

    first, second = arrive(house, path, id=id_), arrive(house, path, id=id_)

    assert first == second
    assert count(house, Kiriman) == 1


def test_the_same_bytes_from_many_doors_at_once_are_all_taken_in(
    house: RealHouse, tmp_path: Path
) -> None:
    path = letter(tmp_path / "usulan.docx", "Usulan")

    with ThreadPoolExecutor(6) as doors:
        taken = list(doors.map(lambda n: arrive(house, path, nama=f"{n}.docx"), range(12)))

    assert len({one.id for one in taken}) == 12
    assert (count(house, Kiriman), count(house, Simpanan)) == (12, 1)


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(
    house: RealHouse, tmp_path: Path
) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as sparse:
        sparse.truncate(20_000_000_000)

    with pytest.raises(TerlaluBesar, match=r"besar\.pdf lebih besar dari 2\.000 MB"):
        arrive(house, path)

    assert count(house, Simpanan) == 0


def test_a_crash_after_the_lease_leaves_a_lease_and_no_kiriman(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> Kiriman:
        raise KeyboardInterrupt

    monkeypatch.setattr(receive, "_written", power_cut)

    with pytest.raises(KeyboardInterrupt):
        arrive(house, letter(tmp_path / "usulan.docx", "Usulan"))

    with house.ledger.read() as reading:
        (simpanan,) = reading.find(Simpanan)
    assert simpanan.keadaan == DISEWA
    assert house.store.has(simpanan.id)
    assert count(house, Kiriman) == 0


@pytest.mark.parametrize(
    "nama", ["..\\..\\evil.docx", "-rf.docx", "=HYPERLINK(1).docx", "CON", "a\nb.docx", "x" * 255]
)
def test_no_name_is_a_path_an_option_or_a_reason_to_refuse(
    house: RealHouse, tmp_path: Path, nama: str
) -> None:
    kiriman = arrive(house, letter(tmp_path / "a.docx", "Usulan"), nama=nama)

    assert kiriman.nama == nama.replace("\n", "\\n")
