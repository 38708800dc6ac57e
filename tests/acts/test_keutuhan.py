"""In a home of a thousand files each damage is found by the next look, and named (F22)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from service import cli
from service.acts.keadaan.keutuhan import (
    daily,
    findings,
    full,
    integrity_lines,
    look,
    plan_fixity,
)
from service.adapters.clock import new_id
from service.adapters.seal import KeySeal, NoSeal
from service.adapters.store_folder import StoreFolder
from service.disk import Disk
from service.domain.catatan import MESIN, Catatan
from service.domain.keutuhan import BAGIAN, HARIAN, PENUH, printed
from service.domain.kiriman import DITERIMA, File, Kiriman
from service.domain.simpanan import DIPEGANG, Simpanan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import INSTANSI, open_house, rule

BANYAK = 1_000


class Quick(Disk):
    """A disk of a test: nothing of it has to outlast a power cut."""

    def sync(self, fd: int) -> None:
        pass

    def sync_folder(self, path: Path) -> None:
        pass


def filled(house: RealHouse, many: int) -> list[str]:
    """So many letters of one file each, as the house takes them in."""
    now, path, taken = house.clock.now(), house.settings.home / "satu", []
    path.parent.mkdir(exist_ok=True)
    with house.ledger.begin() as tx:
        for n in range(many):
            path.write_text(f"surat contoh {n}")
            sha256, size = house.store.put(path), path.stat().st_size
            one = Kiriman(new_id(), INSTANSI, "humas", "folder", f"{n}.txt", DITERIMA, now)
            tx.add(one)
            tx.add(Simpanan(sha256, size, DIPEGANG, now))
            tx.add(File(new_id(), one.id, f"{n}.txt", sha256, size))
            tx.note(Catatan(INSTANSI, MESIN, "menerima", now, one.id))
            taken.append(sha256)
    house.heads.record(house.lists.kepala())
    return taken


@pytest.fixture
def thousand(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with open_house(tmp_path, ledger_url) as one:
        one.opened["store"] = StoreFolder(Path(one.settings.store), Quick(), NoSeal())
        yield one


def later(house: RealHouse, days: int) -> RealHouse:
    class Later:
        def now(self):
            return house.clock.now() + timedelta(days=days)

    return replace(house, clock=Later())  # type: ignore[arg-type]


def alter(house: RealHouse, sql: str) -> None:
    with house.engine.begin() as connection:
        assert connection.execute(text(sql)).rowcount > 0


def flip(path: Path) -> None:
    path.chmod(0o600)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    path.write_bytes(bytes(raw))


def swap(one: Path, other: Path) -> None:
    between = one.with_suffix(".tukar")
    one.rename(between)
    other.rename(one)
    between.rename(other)


def test_each_damage_in_a_thousand_files_is_found_by_the_next_look_and_named(
    thousand: RealHouse,
) -> None:
    house = thousand
    names = filled(house, BANYAK)
    whole = full(house)
    assert (whole.utuh, whole.file) == (True, BANYAK)
    assert [one.baik for one in integrity_lines(house)] == [True, True]
    paths = [house.store.at(names[n]) for n in (3, 500, 501)]
    assert all(paths)
    bent, one, other = (path for path in paths if path)

    flip(bent)
    swap(one, other)
    alter(house, "UPDATE kiriman SET nama = 'lain.txt' WHERE nama = '77.txt'")
    alter(house, f"DELETE FROM catatan WHERE instansi = '{INSTANSI}' AND urut > {BANYAK - 5}")
    alter(
        house,
        f"UPDATE kepala SET urut = {BANYAK - 5}, rantai = (SELECT rantai FROM catatan WHERE "
        f"instansi = '{INSTANSI}' AND urut = {BANYAK - 5}) WHERE instansi = '{INSTANSI}'",
    )

    found = full(house)

    assert found.rusak == tuple(sorted(names[n] for n in (3, 500, 501)))
    for n in (3, 500, 501):
        assert any(f"File {names[n][:12]} rusak" in line for line in found.temuan)
    with house.ledger.read() as reading:
        [altered] = reading.find(Kiriman, nama="lain.txt")
    assert f"I8c: kiriman {altered.id} diubah di luar Berkas" in found.temuan
    assert any(f"jurnal {INSTANSI} terpotong" in line for line in found.temuan)
    assert [one.baik for one in integrity_lines(house)] == [False, False]
    assert set(findings(house)) >= set(found.temuan)
    told = daily(later(house, 1))
    assert any(f"jurnal {INSTANSI} terpotong" in line for line in told.temuan)
    assert set(told.rusak) == set(found.rusak)  # told each day until it is whole

    flip(bent)
    swap(one, other)
    assert daily(later(house, 2)).rusak == ()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        yield one


def test_a_damage_is_found_within_four_weeks_by_the_daily_share_alone(house: RealHouse) -> None:
    names = filled(house, 60)
    path = house.store.at(names[7])
    assert path
    flip(path)

    found = [daily(later(house, n)) for n in range(BAGIAN)]

    assert names[7] in found[-1].rusak
    assert sum(one.file for one in found) < 60 + BAGIAN
    assert all(one.cara == HARIAN for one in found)


def test_in_a_sealed_store_a_flipped_bit_and_a_swapped_file_are_found_too(
    house: RealHouse, tmp_path: Path
) -> None:
    (tmp_path / "kunci").write_bytes(bytes(range(32)))
    (tmp_path / "kunci").chmod(0o600)
    house.opened["store"] = StoreFolder(tmp_path / "s", Quick(), KeySeal(tmp_path / "kunci"))
    names = filled(house, 9)
    one, other, bent = ((tmp_path / "s").rglob(house.store.name_of(names[n])) for n in (1, 2, 3))
    swap(next(one), next(other))
    flip(next(bent))

    assert full(house).rusak == tuple(sorted(names[1:4]))


def test_a_month_begins_with_all_of_it_and_goes_on_by_shares(house: RealHouse) -> None:
    filled(house, 3)
    owed = set[str]()
    assert plan_fixity(house, owed) == []  # nobody is at work here
    rule(house)
    assert plan_fixity(house, owed) == []  # what is there came today

    assert plan_fixity(later(house, 1), owed) == ["rumah"]
    assert plan_fixity(later(house, 1), owed) == []
    assert look(house).cara == PENUH
    assert plan_fixity(house, set()) == []  # a clock that was started anew
    assert look(house).cara == HARIAN
    assert look(later(house, 40)).cara == PENUH
    assert house.owed.claim("pelan", 9, set)[0].job == "fixity"


def test_a_published_copy_that_is_gone_or_damaged_is_named(house: RealHouse) -> None:
    [sha256] = filled(house, 1)

    class Given:
        def files(self) -> list[str]:
            return [sha256]

    house.opened["penerbit"] = Given()
    assert any("Di sisi terbuka" in line for line in full(house).temuan)
    with house.room() as room:
        (room / "a").write_text("surat contoh 0")
        house.store_publik.put(room / "a")
    assert full(house).utuh


def test_a_head_that_was_printed_proves_that_nothing_before_it_was_rewritten(
    house: RealHouse,
) -> None:
    filled(house, 5)
    [head] = [one for one in house.lists.kepala() if one.instansi == INSTANSI]
    on_paper = replace(head, rantai=printed(head).partition(":")[2])
    filled_more = Catatan(INSTANSI, MESIN, "menerima", house.clock.now(), "kemudian")
    with house.ledger.begin() as tx:
        tx.note(filled_more)

    assert house.audit.holds(on_paper)
    assert not house.audit.holds(replace(on_paper, urut=3))
    assert not house.audit.holds(replace(on_paper, urut=99))
    assert not house.audit.holds(replace(on_paper, rantai=""))


def test_the_command_says_what_a_printed_head_proves_and_what_is_not_whole(
    house: RealHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = filled(house, 3)
    [head] = [one for one in house.lists.kepala() if one.instansi == INSTANSI]
    monkeypatch.setattr(RealHouse, "close", lambda _: None)
    monkeypatch.setattr("service.house.open_checked", lambda _: house)

    def said(*words: str) -> tuple[int, str]:
        code = cli.main(["fixity", *words])
        return code, "".join(capsys.readouterr())

    assert said("--kepala", f"{INSTANSI} {printed(head)}") == (
        0,
        f"Jurnal {INSTANSI}, catatan 3: sama seperti tercetak.\n",
    )
    code, told = said("--kepala", f"{INSTANSI} 2:{head.rantai[:32]}")
    assert code == 1 and "TIDAK seperti tercetak" in told
    code, told = said("--kepala", "salah tulis")
    assert code == 1 and "Tulis kepala jurnal seperti tercetak" in told
    code, told = said()
    assert code == 0
    assert told.startswith("3 file, 9 baris dan catatan jurnal, 0 naskah bertanda tangan")
    path = house.store.at(names[0])
    assert path
    flip(path)
    code, told = said()
    assert code == 1 and f"File {names[0][:12]} rusak" in told and "Jangan menghapus" in told
    code, told = said("--json")
    assert code == 1 and '"ringkasan": true' in told and names[0][:12] in told
