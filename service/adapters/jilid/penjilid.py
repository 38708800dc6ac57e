"""The port Binder: hands papers to a child behind walls, and takes one PDF out."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from shutil import disk_usage, which
from typing import Any

from service import walls as plain
from service.adapters.jilid.pesanan import packed
from service.adapters.jilid.salah import TidakTerjilid
from service.domain.dossier.isi import Dossier
from service.domain.refusals import Unavailable

INSIDE, RUANG, MASUK = "/berkas", "/ruang", "/masuk"
JADI = "berkas.pdf"
MEMORI = 1_500_000_000  # bytes of address space, besides the files that are mapped into it
DETIK = 600  # of processor, and by the clock on the wall
OURS = (
    "__init__.py",
    "walls.py",
    "domain",
    "adapters/__init__.py",
    "adapters/jilid",
)
TERLALU_BERAT = 3
SISA = 1_000_000  # bytes; with less on the disk a dossier has no room


class Penjilid:
    """The same inputs give the same bytes; a crash costs one try."""

    def __init__(self, memori: int = MEMORI, detik: int = DETIK) -> None:
        self._memori, self._detik = memori, detik

    def bind(
        self,
        dossier: Dossier,
        halaman: Sequence[Path | None],
        asli: Mapping[str, Path],
        out: Path,
    ) -> int:
        paths = {path for path in (*halaman, *asli.values()) if path}
        folders = {folder: f"{MASUK}/{n}" for n, folder in enumerate(_folders(paths))}
        asked = packed(
            dossier,
            [_inside(path, folders) if path else None for path in halaman],
            {sha: _inside(path, folders) for sha, path in asli.items()},
        )
        size = sum(path.stat().st_size for path in paths)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix="jilid-") as room:
            limits = self._memori + 2 * size, 2 * size + 500_000_000, self._detik
            told = self._ran(asked, Path(room), folders, limits)
            if "tolak" in told:
                raise TidakTerjilid(told["tolak"])
            if "gagal" in told:
                raise Unavailable(told["gagal"], permanent=bool(told["tetap"]))
            Path(room, JADI).replace(out)
        return int(told["halaman"])

    def _ran(
        self, asked: bytes, room: Path, folders: Mapping[Path, str], limits: tuple[int, int, int]
    ) -> dict[str, Any]:
        if not (program := which("bwrap")):
            raise Unavailable(
                "Ruang tertutup (bubblewrap) belum terpasang; jalankan ./berkas run sekali lagi.",
                permanent=True,
            )
        line = [program, *_walls(room, folders), "--", plain.python(INSIDE), "-m"]
        line += ["service.adapters.jilid.anak", f"{RUANG}/{JADI}", *map(str, limits)]
        try:
            ran = subprocess.run(
                line,
                input=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=self._detik,
                check=False,
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as late:
            raise Unavailable(f"Berkas belum terjilid setelah {self._detik} detik.") from late
        if ran.returncode == TERLALU_BERAT:
            raise Unavailable("Berkas terlalu besar untuk memori penjilid; belum terjilid.")
        try:
            told: dict[str, Any] = json.loads(ran.stdout)
        except ValueError as odd:
            if disk_usage(room).free < SISA:
                raise Unavailable("Disk penuh, jadi berkas belum terjilid; dicoba lagi.") from odd
            raise Unavailable(
                f"Penjilid berhenti di tengah jalan (kode {ran.returncode}); berkas belum terjilid."
            ) from odd
        return told


def _folders(paths: Iterable[Path]) -> list[Path]:
    return sorted({path.parent.resolve() for path in paths})


def _inside(path: Path, folders: Mapping[Path, str]) -> str:
    return f"{folders[path.parent.resolve()]}/{path.name}"


def _walls(room: Path, folders: Mapping[Path, str]) -> Iterator[str]:
    """Programs and papers read-only; one empty folder to write in."""
    yield "--die-with-parent"
    told = {"HOME": "/", "PYTHONPATH": INSIDE, "PYTHONDONTWRITEBYTECODE": "1"}
    yield from plain.bare(**told, PYTHONHASHSEED="0")
    yield from plain.system()
    yield from plain.packages(INSIDE)
    service = Path(__file__).resolve().parent.parent.parent
    for name in OURS:
        yield from ("--ro-bind", str(service / name), f"{INSIDE}/service/{name}")
    for folder, inside in folders.items():
        yield from ("--ro-bind", str(folder), inside)
    yield from ("--proc", "/proc", "--dev", "/dev", "--bind", str(room), RUANG)
    yield from ("--remount-ro", "/", "--chdir", INSIDE)
