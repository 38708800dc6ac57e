"""A backup is taken while the office works, and put back whole where no office is."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from service.acts.cadangan import malam
from service.acts.cadangan.ambil import Mintaan, take
from service.acts.cadangan.malam import backup, plan_backup
from service.acts.cadangan.pulih import goes_on, prove, restore
from service.acts.keadaan.audit import audit
from service.acts.keadaan.cadangan import backup_lines
from service.adapters.cadangan import RakCadangan
from service.disk import Disk
from service.domain.cadangan.isi import BUKU, KUNCI, RUMAH, TERTUTUP, Isi, Potongan
from service.domain.cadangan.lanjutan import Dasar
from service.domain.cadangan.tolak import (
    CadanganLebihBaru,
    DasarLain,
    KunciHarusTerkunci,
    RumahBerisi,
    SandiLemah,
    SegelLain,
    TempatKurang,
)
from service.domain.kiriman import Kiriman
from service.domain.refusals import Unavailable
from service.domain.simpanan import Simpanan
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.office import arrive_letter, open_house

SANDI = "kuda benar baterai"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with open_house(tmp_path, new_sqlite(tmp_path)) as one:
        yield lived(one, tmp_path)


def lived(house: RealHouse, folder: Path) -> RealHouse:
    house.opened["archives"] = RakCadangan(Disk(), "0.7.0", kerja=4)
    arrive_letter(house, folder)
    house.heads.record(house.lists.kepala())
    return house


def a_file(house: RealHouse) -> Path:
    with house.ledger.read() as look:
        [one, *_] = look.find(Simpanan)
    path = house.store.at(one.id)
    assert path
    return path


def test_on_both_databases_a_backup_gives_everything_back(tmp_path: Path, ledger_url: str) -> None:
    with open_house(tmp_path, ledger_url) as house:
        lived(house, tmp_path)

        made = take(house, Mintaan(tmp_path / "a.tar"))
        again, found = prove(house, tmp_path / "a.tar", "")

        assert found == []
        assert made == again
        assert made.kurang == ()
        assert made.banyak()[TERTUTUP] == made.isian.baris["simpanan"] == 1
        assert "jurnal/kepala" in made.di(RUMAH)
        assert made.di(KUNCI) == {}
        assert [one.baik for one in backup_lines(house)] == [True, True]
        assert not [
            *(house.settings.home / "kerja").iterdir()
        ]  # the house it was proved in is gone


def test_what_comes_after_the_backup_is_not_in_it_and_what_came_before_is(
    house: RealHouse, tmp_path: Path
) -> None:
    take(house, Mintaan(tmp_path / "a.tar"))
    arrive_letter(house, tmp_path, "Datang kemudian")
    other = tmp_path / "lain"

    with house.twin(other) as target, house.archives.read(tmp_path / "a.tar", "") as one:
        assert restore(target, one) == []
        goes_on(target, one.manifes, [])
        with target.ledger.read() as look:
            assert len(look.find(Kiriman)) == 1
        assert [x for x in audit(target) if not x.utuh and x.janji != "I5"] == []
        assert a_file(target).stat().st_mode & 0o777 == 0o600


def test_the_next_one_holds_only_what_is_new_and_gives_back_all(
    house: RealHouse, tmp_path: Path
) -> None:
    first = take(house, Mintaan(tmp_path / "a.tar"))
    arrive_letter(house, tmp_path, "Datang kemudian")

    second = take(house, Mintaan(tmp_path / "b.tar", dari=tmp_path / "a.tar"))
    _, found = prove(house, tmp_path / "b.tar", "")

    assert found == []
    assert second.banyak()[TERTUTUP] == 2
    assert second.ditambah < first.ditambah
    [old] = first.di(TERTUTUP)
    assert [p.sumber for p in second.di(TERTUTUP)[old].potongan] == [1]
    with pytest.raises(DasarLain, match="folder lain"):
        take(house, Mintaan(tmp_path / "sub" / "c.tar", dari=tmp_path / "a.tar"))


def test_keys_go_only_into_what_is_locked_and_only_when_asked(
    house: RealHouse, tmp_path: Path
) -> None:
    house.words.close("3201", "x")  # the house has made its key

    with pytest.raises(KunciHarusTerkunci):
        take(house, Mintaan(tmp_path / "a.tar", kunci=True))
    with pytest.raises(SandiLemah):
        take(house, Mintaan(tmp_path / "a.tar", sandi="pendek"))
    assert not (tmp_path / "a.tar").exists()
    assert take(house, Mintaan(tmp_path / "b.age", sandi=SANDI)).di(KUNCI) == {}
    made = take(house, Mintaan(tmp_path / "c.age", sandi=SANDI, kunci=True))
    assert [*made.di(KUNCI)] == ["kunci-nik"]
    key = (house.settings.home / "kunci-nik").read_bytes()
    assert key not in (tmp_path / "c.age").read_bytes()


def test_a_restore_never_writes_over_an_office(house: RealHouse, tmp_path: Path) -> None:
    take(house, Mintaan(tmp_path / "a.tar"))
    before = house.snapshots.told()

    with house.archives.read(tmp_path / "a.tar", "") as one, pytest.raises(RumahBerisi):
        restore(house, one)

    assert house.snapshots.told() == before


def test_a_backup_of_a_later_release_or_under_another_seal_is_refused(
    house: RealHouse, tmp_path: Path
) -> None:
    take(house, Mintaan(tmp_path / "a.tar"))

    with (
        house.archives.read(tmp_path / "a.tar", "") as one,
        house.twin(tmp_path / "lain") as target,
    ):
        whole = one.manifes
        one.manifes = replace(whole, rilis="9.0", isian=replace(whole.isian, skema="9999"))
        with pytest.raises(CadanganLebihBaru, match=r"Berkas 9\.0"):
            restore(target, one)
        one.manifes = replace(whole, segel="kunci lain")
        with pytest.raises(SegelLain):
            restore(target, one)
        assert target.snapshots.is_empty()


def test_a_missing_and_a_damaged_file_of_the_house_are_named_and_the_rest_is_kept(
    house: RealHouse, tmp_path: Path
) -> None:
    arrive_letter(house, tmp_path, "Datang kemudian")
    path = a_file(house)
    path.chmod(0o600)
    path.write_bytes(b"diubah orang")

    made = take(house, Mintaan(tmp_path / "a.tar"))
    _, found = prove(house, tmp_path / "a.tar", "")
    path.unlink()
    gone = take(house, Mintaan(tmp_path / "b.tar"))

    assert made.kurang == (f"file {path.name[:12]} rusak",)
    assert any("I2" in line and path.name[:12] in line for line in found)
    assert gone.kurang == (f"file {path.name[:12]} hilang",)
    assert [one.baik for one in backup_lines(house)] == [False, False]


def test_a_file_that_was_mended_since_is_taken_anew_and_one_that_was_not_is_named_again(
    house: RealHouse, tmp_path: Path
) -> None:
    path = a_file(house)
    good = path.read_bytes()
    path.chmod(0o600)
    path.write_bytes(b"diubah orang")
    take(house, Mintaan(tmp_path / "a.tar"))

    still = take(house, Mintaan(tmp_path / "b.tar", dari=tmp_path / "a.tar"))
    path.write_bytes(good)
    mended = take(house, Mintaan(tmp_path / "c.tar", dari=tmp_path / "a.tar"))

    assert still.kurang == (f"file {path.name[:12]} rusak",)
    assert mended.kurang == ()
    assert prove(house, tmp_path / "c.tar", "")[1] == []


def test_what_was_noted_after_the_backup_is_told_when_it_is_put_back_there(
    house: RealHouse, tmp_path: Path
) -> None:
    made = take(house, Mintaan(tmp_path / "a.tar"))
    last = {one.instansi: one.urut for one in made.isian.kepala}
    arrive_letter(house, tmp_path, "Datang kemudian")
    house.heads.record(house.lists.kepala())
    other = tmp_path / "lain"
    (other / "jurnal").mkdir(parents=True)
    shutil.copy(house.settings.home / "jurnal" / "kepala", other / "jurnal")

    with house.twin(other) as target, house.archives.read(tmp_path / "a.tar", "") as one:
        found = restore(target, one)

    assert any(f"kemensetneg: catatan {last['kemensetneg'] + 1} sampai" in line for line in found)


def test_a_restore_that_broke_off_is_done_again(house: RealHouse, tmp_path: Path) -> None:
    take(house, Mintaan(tmp_path / "a.tar"))
    other = tmp_path / "lain"

    with house.twin(other) as target, house.archives.read(tmp_path / "a.tar", "") as one:
        whole = one.manifes
        one.manifes = replace(
            whole, isi=tuple(replace(x, nama="..") if x.ruang == BUKU else x for x in whole.isi)
        )
        with pytest.raises(IsADirectoryError):
            restore(target, one)  # all is laid but the ledger
        assert target.snapshots.is_empty()
        one.manifes = whole
        assert restore(target, one) == []


def nightly(house: RealHouse, folder: Path) -> RealHouse:
    del house.opened["penjagaan"]
    return replace(house, settings=replace(house.settings, cadangan=folder))


def test_every_night_one_is_made_and_proved(house: RealHouse, tmp_path: Path) -> None:
    assert plan_backup(house, set()) == []
    assert [one.baik for one in backup_lines(house)] == [None, None]
    folder, owed = tmp_path / "disk lain", set[str]()
    house.penjagaan  # noqa: B018 (it is opened, so that it can be replaced)
    house = nightly(house, folder)

    assert plan_backup(house, owed) == ["rumah"]
    assert plan_backup(house, owed) == []
    first = backup(house)
    assert backup(house) == first

    assert [p.name for p in folder.iterdir()] == [first]
    assert "penuh" in first
    assert [one.baik for one in backup_lines(house)] == [True, True]
    assert house.owed.claim("pelan", 9, set)[0].job == "cadangan"


def early(house: RealHouse, folder: Path, monkeypatch: pytest.MonkeyPatch) -> RealHouse:
    """A house on the tenth of a month, which has made the month's whole backup."""
    house.penjagaan  # noqa: B018
    house = nightly(house, folder)
    house.opened["archives"] = RakCadangan(Disk(), "0.7.0", kerja=4)
    monkeypatch.setattr(malam, "tonight", lambda _: date(2026, 11, 10))
    assert "2026-11-10-penuh" in backup(house)
    monkeypatch.setattr(malam, "tonight", lambda _: date(2026, 11, 11))
    return house


def test_a_passphrase_that_was_changed_costs_no_night(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lain"
    house = replace(house, settings=replace(house.settings, cadangan_sandi=SANDI))
    house = early(house, folder, monkeypatch)
    house = replace(house, settings=replace(house.settings, cadangan_sandi=f"{SANDI} lain"))
    house.penjagaan  # noqa: B018
    house = nightly(house, folder)

    assert backup(house) == "berkas-2026-11-11-penuh.tar.age"
    assert [one.baik for one in backup_lines(house)] == [True, True]


def test_where_the_backup_of_the_month_rotted_tonight_has_a_whole_one(
    house: RealHouse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "lain"
    house = early(house, folder, monkeypatch)
    (old,) = folder.iterdir()
    torn = bytearray(old.read_bytes())
    begins = torn.index(b"PK\x03\x04")
    torn[begins : begins + 4] = b"xxxx"  # in a file of the office: its list is as it was
    old.write_bytes(torn)

    assert backup(house) == "berkas-2026-11-11-penuh.tar"
    assert backup(house) == "berkas-2026-11-11-penuh.tar"  # and it is the one that is proved again
    assert [one.baik for one in backup_lines(house)] == [True, True]

    old.write_bytes(b"bukan cadangan")
    monkeypatch.setattr(malam, "tonight", lambda _: date(2026, 11, 12))
    assert backup(house) == "berkas-2026-11-12-lanjutan.tar"


def test_a_disk_that_is_not_there_is_said_and_the_work_waits(
    house: RealHouse, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    house.penjagaan  # noqa: B018
    house = nightly(house, tmp_path / "file" / "cadangan")

    with pytest.raises(Unavailable, match="Sambungkan disknya"):
        backup(house)


def test_late_is_told(house: RealHouse, tmp_path: Path) -> None:
    house.penjagaan  # noqa: B018
    house = nightly(house, tmp_path / "cadangan")
    backup(house)

    class Later:
        def now(self):
            return house.lists.ledger.clock.now() + timedelta(days=40)

    later = replace(house, clock=Later())  # type: ignore[arg-type]
    assert [one.baik for one in backup_lines(later)] == [False, False]


def test_what_would_not_fit_is_refused_before_it_is_begun(house: RealHouse, tmp_path: Path) -> None:
    class FullShelf(RakCadangan):
        def free(self, folder: Path) -> int:
            return 1_000

    take(house, Mintaan(tmp_path / "a.tar"))
    house.opened["archives"] = FullShelf(Disk(), "0.7.0")

    with pytest.raises(TempatKurang, match="bebas 1 MB"):
        take(house, Mintaan(tmp_path / "b.tar"))
    take(house, Mintaan(tmp_path / "c.tar", dari=tmp_path / "a.tar"))  # nothing is new
    assert not (tmp_path / "b.tar").exists()

    with (
        house.twin(tmp_path / "lain") as target,
        house.archives.read(tmp_path / "a.tar", "") as one,
    ):
        one.manifes = replace(
            one.manifes,
            isi=(*one.manifes.isi, Isi(TERTUTUP, "x", (Potongan("", 1 << 60, 0, 0, 1 << 60),))),
        )
        with pytest.raises(TempatKurang, match="BERKAS_HOME"):
            restore(target, one)
        assert target.snapshots.is_empty()


class Slow(RakCadangan):
    """Half a day passes while the room is asked for, and the sweep comes before the end."""

    def __init__(self, house: RealHouse) -> None:
        class Sweeping(Disk):
            def sync(self, fd: int) -> None:
                house.sweep_rooms()
                super().sync(fd)

        super().__init__(Sweeping(), "0.7.0", kerja=4)
        self.rooms = house.settings.home / "kerja"

    def free(self, folder: Path) -> int:
        for room in self.rooms.iterdir():
            os.utime(room, (1_000_000_000, 1_000_000_000))
        return super().free(folder)


def test_a_room_in_which_a_long_backup_is_made_or_proved_is_not_taken_for_an_abandoned_one(
    house: RealHouse, tmp_path: Path
) -> None:
    house.opened["archives"] = slow = Slow(house)
    kept = []

    with house.archives.write(tmp_path / "x.tar", Dasar(), ""), house.room() as room:
        slow.free(tmp_path)
        house.sweep_rooms()
        assert not room.exists()  # so it would go
        room.mkdir()
    take(house, Mintaan(tmp_path / "a.tar"))

    with house.room() as room, house.archives.read(tmp_path / "a.tar", "") as archive:
        with house.twin(room / "uji") as twin:
            slow.free(tmp_path)
            restore(twin, archive, room)
        house.sweep_rooms()
        kept.append(room.exists())
    assert kept == [True]
