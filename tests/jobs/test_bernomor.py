"""Whatever comes to an instansi stands in its agenda at once and for good, whatever is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from jobs import identify
from service.acts.keadaan.audit import audit
from service.acts.kiriman import putusan as desk
from service.acts.nomor.kelengkapan import report
from service.domain.cari import read
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    DITOLAK_PETUGAS,
    KARANTINA,
    MENUNGGU_PETUGAS,
    Kiriman,
)
from service.domain.nomor import FINAL, Nomor
from service.domain.refusals import Unavailable
from service.domain.temuan import MENUNGGU_PEMERIKSAAN
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports.cari import Batas, SaringCari
from service.ports.kiriman import Jangkauan
from tests.conftest import new_sqlite
from tests.office import INSTANSI, UNIT, arrive, open_house, person, rule
from tests.papers import letter


class Scanner:
    """A scanner that is away, knows a virus, or finds nothing: as it is told."""

    in_use = True
    away = False
    virus = ""

    def prove(self) -> None:
        if self.away:
            raise Unavailable("Pemindai mati.")

    def found(self, path: Path) -> str:
        self.prove()
        return self.virus


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as whole:
        rule(whole)
        yield whole


@pytest.fixture
def scanner(house: RealHouse) -> Scanner:
    made = Scanner()
    house.opened["scanner"] = made
    return made


@pytest.fixture
def petugas(house: RealHouse) -> Hadir:
    return person(house, "petugas", "petugas")


def found(house: RealHouse, one: Kiriman) -> Kiriman:
    with house.ledger.read() as reading:
        return reading.get(Kiriman, one.id)


def looked(house: RealHouse, *some: Kiriman) -> list[Kiriman]:
    """Looked at, and how they stand then."""
    for one in some:
        identify.run(house, one.id)
    return [found(house, one) for one in some]


def paper(folder: Path, words: str = "Usulan gaharu") -> Path:
    return letter(folder / "usulan.docx", words)


def scan(folder: Path, isi: bytes = b"%PDF-1.7\ncontoh yang terpotong") -> Path:
    (folder / "pindaian.pdf").write_bytes(isi)
    return folder / "pindaian.pdf"


def empty(folder: Path) -> Path:
    (folder / "kosong.pdf").write_bytes(b"")
    return folder / "kosong.pdf"


def by_number(house: RealHouse, nomor: str) -> list[str]:
    places = [Jangkauan(INSTANSI, "", rahasia=False)]
    asked = read(nomor, house.stemmer.akar)
    return [one.kiriman.id for one in house.cari.found(asked, Batas(places), SaringCari(), 0, 10)]


def test_the_agenda_goes_on_without_a_gap_through_karantina_and_what_is_held(
    tmp_path: Path, ledger_url: str
) -> None:
    with open_house(tmp_path, ledger_url) as house:
        rule(house)
        admin = person(house, "admin", "petugas", "administrator")
        house.opened["scanner"] = scanner = Scanner()
        good = arrive(house, paper(tmp_path))
        bad = arrive(house, empty(tmp_path))
        looked(house, good, bad)
        scanner.away = True
        held = arrive(house, paper(tmp_path, "Usulan cendana"))
        looked(house, held)
        scanner.away = False
        last = arrive(house, paper(tmp_path, "Usulan meranti"))
        looked(house, last)
        before = [found(house, one) for one in (good, bad, held, last)]
        looked(house, held)
        after = [found(house, one) for one in (good, bad, held, last)]

        numbers = [f"{n:04}/AGENDA/{good.diterima.year}" for n in (1, 2, 3, 4)]
        assert [one.nomor_agenda for one in before] == numbers
        assert [one.nomor_agenda for one in after] == numbers
        assert (before[1].keadaan, before[2].akhir) == (KARANTINA, MENUNGGU_PEMERIKSAAN)
        assert after[2].akhir != MENUNGGU_PEMERIKSAAN
        for one in after:
            assert by_number(house, one.nomor_agenda) == [one.id]
        with house.ledger.read() as reading:
            [nomor] = reading.find(Nomor, untuk=bad.id)
        told = report(house, admin, nomor.buku, None)
        assert told.isi.utuh
        assert [one.nomor and one.nomor.keadaan for one in told.isi.baris] == [FINAL] * 4
        assert not [one for one in audit(house) if one.dilanggar]


def test_looked_at_again_it_keeps_the_number_it_had_in_karantina(
    house: RealHouse, scanner: Scanner, petugas: Hadir, tmp_path: Path
) -> None:
    scanner.virus = "Contoh"
    one = arrive(house, paper(tmp_path))
    (held,) = looked(house, one)
    assert (held.keadaan, held.kode) == (KARANTINA, "virus")
    desk.again(house, petugas, one.id, held.versi)
    (still,) = looked(house, one)
    assert (still.keadaan, still.nomor_agenda) == (KARANTINA, held.nomor_agenda)

    scanner.virus = ""  # its list was wrong about this file, and was mended
    desk.again(house, petugas, one.id, still.versi)
    (after,) = looked(house, one)

    assert (held.nomor_agenda[:4], after.nomor_agenda) == ("0001", held.nomor_agenda)
    assert after.keadaan in (DIDAFTAR, MENUNGGU_PETUGAS)
    assert looked(house, arrive(house, paper(tmp_path, "Lain")))[0].nomor_agenda[:4] == "0002"


def test_put_aside_out_of_karantina_its_number_stays_in_the_book(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    (before,) = looked(house, arrive(house, empty(tmp_path)))

    after = desk.put_aside(house, petugas, before.id, before.versi, "Contoh alasan.")

    assert (after.keadaan, after.nomor_agenda[:4]) == (DITOLAK_PETUGAS, "0001")


def test_marked_as_secret_in_karantina_it_moves_to_the_closed_book(
    house: RealHouse, tmp_path: Path
) -> None:
    penjaga = person(house, "penjaga", "petugas", "ppid_pelaksana")
    (before,) = looked(house, arrive(house, empty(tmp_path)))

    after = desk.secret(house, penjaga, before.id, before.versi)

    assert (before.nomor_agenda[:4], after.nomor_agenda[:6]) == ("0001", "R-0001")
    assert not [one for one in audit(house) if one.dilanggar]


def test_of_no_known_folder_it_is_numbered_once_it_has_its_unit(
    house: RealHouse, tmp_path: Path
) -> None:
    admin = person(house, "admin", "administrator", "petugas")
    (before,) = looked(house, arrive(house, empty(tmp_path), instansi="", unit=""))
    assert (before.keadaan, before.nomor_agenda) == (KARANTINA, "")

    desk.place(house, admin, before.id, before.versi, INSTANSI, UNIT)

    assert looked(house, before)[0].nomor_agenda[:4] == "0001"


# --- what may yet turn out to be a stack ----------------------------------------------------


@pytest.mark.parametrize("isi", [b"%PDF-1.7\ncontoh", b"\n\n%PDF-1.4", b"II*\0contoh", b"MM\0*x"])
@pytest.mark.parametrize("pintu", ["folder", "web"])
def test_a_held_scan_through_our_own_door_waits_for_its_number_until_it_was_looked_at(
    house: RealHouse, scanner: Scanner, tmp_path: Path, isi: bytes, pintu: str
) -> None:
    scanner.away = True
    one = arrive(house, scan(tmp_path, isi), pintu=pintu, nama="surat.docx")
    (held,) = looked(house, one)
    scanner.away = False
    (after,) = looked(house, one)

    assert (held.akhir, held.nomor_agenda) == (MENUNGGU_PEMERIKSAAN, "")
    assert after.nomor_agenda[:4] == "0001"


@pytest.mark.parametrize("pintu", ["surel", "publik"])
def test_a_held_scan_from_outside_is_never_parted_and_has_its_number_at_once(
    house: RealHouse, scanner: Scanner, tmp_path: Path, pintu: str
) -> None:
    scanner.away = True

    (held,) = looked(house, arrive(house, scan(tmp_path), pintu=pintu))

    assert (held.akhir, held.nomor_agenda[:4]) == (MENUNGGU_PEMERIKSAAN, "0001")


# --- the same files again -------------------------------------------------------------------


def test_the_same_bytes_while_held_draw_nothing_and_are_joined_to_the_first(
    house: RealHouse, scanner: Scanner, tmp_path: Path
) -> None:
    path = paper(tmp_path)
    (first,) = looked(house, arrive(house, path))
    scanner.away = True
    again = arrive(house, path)
    (held,) = looked(house, again)
    scanner.away = False
    (after,) = looked(house, again)

    assert (held.keadaan, held.nomor_agenda, held.kembar) == (DITERIMA, "", first.id)
    assert (after.keadaan, after.kode, after.kembar) == (DIDAFTAR, "kembar", first.id)
    assert after.nomor_agenda == ""


def test_two_of_the_same_that_were_held_have_one_number_whoever_is_freed_first(
    house: RealHouse, scanner: Scanner, tmp_path: Path
) -> None:
    path = paper(tmp_path)
    first, again = arrive(house, path), arrive(house, path)
    scanner.away = True
    looked(house, first, again)
    scanner.away = False

    after, before = looked(house, again, first)

    assert (before.nomor_agenda[:4], after.nomor_agenda) == ("0001", "")
    assert (before.kembar, after.kembar) == ("", first.id)


def test_the_same_bad_file_again_needs_a_person_again_and_draws_no_second_number(
    house: RealHouse, petugas: Hadir, tmp_path: Path
) -> None:
    first, again = looked(
        house, arrive(house, empty(tmp_path)), arrive(house, empty(tmp_path), nama="lagi.pdf")
    )

    assert (first.keadaan, first.nomor_agenda[:4]) == (KARANTINA, "0001")
    assert (again.keadaan, again.nomor_agenda, again.kembar) == (KARANTINA, "", first.id)
    desk.again(house, petugas, again.id, again.versi)
    (still,) = looked(house, again)
    assert (still.keadaan, still.nomor_agenda, still.kembar) == (KARANTINA, "", first.id)


@pytest.mark.parametrize("aside", [False, True])
def test_what_can_be_read_now_is_not_hidden_behind_the_same_that_could_not(
    house: RealHouse, scanner: Scanner, petugas: Hadir, tmp_path: Path, *, aside: bool
) -> None:
    path = paper(tmp_path)
    scanner.virus = "Contoh"
    (first,) = looked(house, arrive(house, path))
    if aside:
        desk.put_aside(house, petugas, first.id, first.versi, "Contoh alasan.")
    scanner.virus = ""

    (again,) = looked(house, arrive(house, path))

    assert again.nomor_agenda[:4] == "0002"
    assert (again.kembar, again.kode == "kembar") == (first.id, False)
    (third,) = looked(house, arrive(house, path))
    assert (third.nomor_agenda, third.kode) == ("", "kembar")
