"""The packs: a read-only folder of seeds, covered by what officers changed."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from service.domain.paket import (
    INSTANSI_TOML,
    UMUM,
    EksporTidakKosong,
    PaketHilang,
    PaketTidakAman,
    PaketTidakTerbaca,
    checked_path,
    content,
    is_kode,
    stored_as,
)
from service.domain.refusals import TidakAda

Changed = Callable[[], Mapping[str, str]]
Kept = Callable[[str], bytes]  # the bytes of a stored file, by its sha256; TidakAda
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def _nothing_changed() -> Mapping[str, str]:
    return {}


def _nothing_kept(sha256: str) -> bytes:
    raise TidakAda(f"File {sha256}")


class FolderPacks:
    """Packs in a folder; refuses one that others could have written in."""

    def __init__(
        self, root: Path, changed: Changed = _nothing_changed, kept: Kept = _nothing_kept
    ) -> None:
        self._root = root.absolute()
        self._changed, self._kept = changed, kept
        self._still, self._told = False, dict[str, str]()
        self._listed = dict[str, list[str]]()
        if wrong := faults(self._root):
            raise PaketTidakAman(wrong)

    def still(self) -> FolderPacks:
        if self._still:
            return self
        changed = dict(self._changed())
        same = FolderPacks.__new__(FolderPacks)  # checked when the first was made
        same._root, same._changed, same._kept = self._root, lambda: changed, self._kept
        same._still, same._told, same._listed = True, {}, {}
        return same

    def instansi(self) -> list[str]:
        return self._list("", self._every_instansi)

    def _every_instansi(self) -> list[str]:
        seeds = {path.parent.name for path in self._root.glob(f"*/{INSTANSI_TOML}")}
        changed = {path.split("/")[0] for path in self._changed() if _is_instansi(path)}
        return sorted(kode for kode in seeds | changed if is_kode(kode))

    def astray(self) -> list[str]:
        seeds = {path.parent.name for path in self._root.glob(f"*/{INSTANSI_TOML}")}
        return sorted(name for name in seeds if name != UMUM and not is_kode(name))

    def names(self, instansi: str) -> list[str]:
        return self._list(instansi, lambda: self._every_name(instansi))

    def _every_name(self, instansi: str) -> list[str]:
        folder = self._root / instansi
        seeds = {str(path.relative_to(folder)) for path in _files(folder)}
        changed = {path.removeprefix(f"{instansi}/") for path in self._own_changes(instansi)}
        return sorted(seeds | changed)

    def _list(self, what: str, made: Callable[[], list[str]]) -> list[str]:
        """A list, worked out anew each time; once, where the packs stand still."""
        found = self._listed.get(what)
        if found is None:
            found = made()
            if self._still:
                self._listed[what] = found
        return list(found)

    def text(self, path: str) -> str:
        if path not in self._told:
            instansi, _, name = checked_path(path).partition("/")
            text = _decoded(path, self._find(instansi, name))
            if not self._still:
                return text
            self._told[path] = text
        return self._told[path]

    def seed(self, path: str) -> str:
        if not (self._root / checked_path(path)).is_file():
            return ""
        return _decoded(path, self._safe(path).read_bytes())

    def seed_file(self, instansi: str, name: str, out: Path) -> str:
        for room in (instansi, UMUM):
            if (self._root / checked_path(f"{room}/{name}")).is_file():
                out.write_bytes(self._safe(f"{room}/{name}").read_bytes())
                return room
        return ""

    def file(self, instansi: str, name: str, out: Path) -> Path:
        checked_path(f"{instansi}/{name}")
        out.write_bytes(self._find(instansi, name))
        return out

    def export(self, out: Path) -> list[str]:
        """Write seeds and changes as files into a fresh folder; the paths written."""
        if out.exists() and (not out.is_dir() or any(out.iterdir())):
            raise EksporTidakKosong(str(out))
        # All of it before the first file is written: what cannot be read leaves nothing half done.
        told = self._changed().items()
        changed = {checked_path(path): self._content(path, text) for path, text in told}
        written = {str(path.relative_to(self._root)) for path in _files(self._root)}
        for path in written:
            _place(out, path)
            shutil.copyfile(self._safe(path), out / path)
        for path, isi in changed.items():
            _place(out, path).write_bytes(isi)
        return sorted(written | set(changed))

    def _find(self, instansi: str, name: str) -> bytes:
        changed = self._changed()
        for room in (instansi, UMUM):
            path = f"{room}/{name}"
            if path in changed:
                return self._content(path, changed[path])
            if (self._root / path).is_file():
                return self._safe(path).read_bytes()
        raise TidakAda(f"File paket {instansi}/{name}")

    def _content(self, path: str, text: str) -> bytes:
        """The bytes of a changed file, wherever they lie."""
        if not (sha256 := stored_as(path, text)):
            return content(path, text)
        try:
            return self._kept(sha256)
        except TidakAda as gone:
            raise PaketHilang(path) from gone

    def _own_changes(self, instansi: str) -> list[str]:
        return [path for path in self._changed() if path.startswith(f"{instansi}/")]

    def _safe(self, path: str) -> Path:
        # Looked at again as late as possible: the folder may have changed since the start.
        found = self._root / path
        if wrong := _faults_of(found, self._root.resolve()):
            raise PaketTidakAman(wrong)
        return found


def faults(root: Path) -> list[str]:
    """Why a folder of packs cannot be trusted, a sentence each."""
    if not root.is_dir():
        return [f"Folder paket {root} tidak ada. Periksa BERKAS_PACKS atau salin ulang paketnya."]
    inside = root.resolve()
    found = _faults_of(root, inside)
    for folder, folders, files in os.walk(root):
        for name in sorted(folders + files):
            found += _faults_of(Path(folder, name), inside)
    return found


def _faults_of(path: Path, inside: Path) -> list[str]:
    goal = path.resolve()
    if goal != inside and inside not in goal.parents:
        return [
            f"{path} menunjuk ke luar folder paket. "
            "Ganti tautan itu dengan salinan filenya, lalu jalankan lagi."
        ]
    try:
        mode = path.stat().st_mode
    except OSError:
        return [f"{path} menunjuk ke file yang tidak ada. Hapus tautan itu atau salin filenya."]
    if mode & _OTHERS_WRITE:
        return [
            f"{path} dapat ditulis oleh pengguna lain di mesin ini. "
            f"Jalankan: chmod go-w '{path}', lalu periksa isinya."
        ]
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return [f"{path} bukan file biasa. Keluarkan dari folder paket."]
    return []


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path, folder))


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)


def _is_instansi(path: str) -> bool:
    return path.count("/") == 1 and path.endswith(f"/{INSTANSI_TOML}")


def _place(out: Path, path: str) -> Path:
    goal = out / path
    goal.parent.mkdir(parents=True, exist_ok=True)
    return goal


def _decoded(path: str, content: bytes) -> str:
    try:
        # Notepad on Windows puts a mark before the text.
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise PaketTidakTerbaca(path) from wrong
