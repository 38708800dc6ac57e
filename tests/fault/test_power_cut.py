"""The power goes at any moment; what the store called kept is kept, and nothing is half there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from service.adapters.seal import KeySeal, NoSeal
from service.adapters.store_folder import StoreFolder
from service.domain.refusals import Unavailable
from service.ports import Seal
from tests.fault.bad_disk import ForgetfulDisk

SOURCE, STORE = Path("/asal/surat.docx"), Path("/gudang")
CONTENT = b"Contoh surat yang tidak boleh hilang. " * 4
SHA256 = hashlib.sha256(CONTENT).hexdigest()
State = dict[Path, bytes]


class NoFileSync(ForgetfulDisk):
    """Whoever stands on this forgot to sync the bytes."""

    def sync(self, fd: int) -> None:
        return


class NoFolderSync(ForgetfulDisk):
    """Whoever stands on this forgot to sync the folder the file is in."""

    def sync_folder(self, path: Path) -> None:
        if path == STORE or path.parent != STORE:
            super().sync_folder(path)


class NoRootSync(ForgetfulDisk):
    """Whoever stands on this forgot that a new folder is a name, too."""

    def sync_folder(self, path: Path) -> None:
        if path != STORE:
            super().sync_folder(path)


class NoTmp(ForgetfulDisk):
    """Whoever stands on this writes under the final name at once."""

    def create(self, path: Path) -> int:
        self.folder(STORE / SHA256[:2])
        super().sync_folder(STORE)
        self.final = STORE / SHA256[:2] / SHA256
        return super().create(self.final if path.parent.name == ".tmp" else path)

    def link(self, part: Path, goal: Path) -> None:
        if goal != getattr(self, "final", None):
            super().link(part, goal)

    def remove(self, path: Path) -> None:
        if path.parent.name != ".tmp":
            super().remove(path)


def a_disk(kind: type[ForgetfulDisk], more: State | None = None) -> ForgetfulDisk:
    files = {SOURCE: CONTENT} | (more or {})
    folders = {folder for path in files for folder in path.parents}
    return kind(files, [*sorted(folders | {SOURCE.parent})])


def walk(kind: type[ForgetfulDisk], seal: Seal) -> tuple[ForgetfulDisk, list[State], list[State]]:
    """The states a cut could leave during put, and those it could leave after put returned."""
    disk = a_disk(kind)
    store = StoreFolder(STORE, disk, seal)
    disk.states.clear()
    assert store.put(SOURCE) == SHA256
    after = list(disk.after_a_cut())
    return disk, disk.states, after


def kept(state: State, seal: Seal) -> bool:
    name = seal.name(SHA256)
    path = STORE / name[:2] / name
    if path not in state:
        return False
    try:
        return StoreFolder(STORE, a_disk(ForgetfulDisk, state), seal).verify(SHA256) == ""
    except Unavailable:
        return False


def half(state: State, seal: Seal) -> bool:
    name = seal.name(SHA256)
    return STORE / name[:2] / name in state and not kept(state, seal)


@pytest.fixture(params=["open", "sealed"])
def seal(request: pytest.FixtureRequest, tmp_path: Path) -> Seal:
    if request.param == "open":
        return NoSeal()
    (tmp_path / "kunci").write_bytes(b"k" * 32)
    return KeySeal(tmp_path / "kunci")


def test_whenever_the_power_goes_no_file_is_lost_and_none_is_half(seal: Seal) -> None:
    _, during, after = walk(ForgetfulDisk, seal)
    assert len(during) > 20
    assert [state for state in during if half(state, seal)] == []
    assert [state for state in after if not kept(state, seal)] == []
    assert all(state[SOURCE] == CONTENT for state in during)


def test_after_any_cut_putting_it_again_ends_well(seal: Seal) -> None:
    _, during, _ = walk(ForgetfulDisk, seal)
    distinct = {tuple(sorted(state.items())): state for state in during}
    for state in distinct.values():
        disk = a_disk(ForgetfulDisk, state)
        assert StoreFolder(STORE, disk, seal).put(SOURCE) == SHA256
        assert all(kept(one, seal) for one in disk.after_a_cut())


def test_a_name_given_by_one_who_died_before_syncing_it_is_synced_by_the_next() -> None:
    disk, seal = a_disk(NoFolderSync), NoSeal()
    StoreFolder(STORE, disk, seal).put(SOURCE)
    disk.__class__ = ForgetfulDisk
    StoreFolder(STORE, disk, seal).put(SOURCE)
    assert all(kept(state, seal) for state in disk.after_a_cut())


@pytest.mark.parametrize("forgotten", [NoFileSync, NoFolderSync, NoRootSync, NoTmp])
def test_a_step_left_out_is_found_by_the_model(forgotten: type[ForgetfulDisk]) -> None:
    _, during, after = walk(forgotten, NoSeal())
    lost = [state for state in after if not kept(state, NoSeal())]
    torn = [state for state in during if half(state, NoSeal())]
    assert lost or torn


def test_a_fresh_store_opens_after_a_cut_at_any_moment(seal: Seal) -> None:
    disk = a_disk(ForgetfulDisk)
    StoreFolder(STORE, disk, seal)
    for state in disk.states:
        assert list(StoreFolder(STORE, a_disk(ForgetfulDisk, state), seal).names()) == []
