"""The walls around the public process: what it sees is listed here, all else is not there."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from service import walls
from service.config import CODE, Settings
from service.domain.refusals import Unavailable
from service.publik.place import Place

INSIDE = Path("/berkas")  # neutral, so that nothing tells where the code stands outside
RUNS = "proses.json"  # beside the drop folder: which process runs, for `separation`


@dataclass(frozen=True)
class Separation:
    """What keeps the public process from the closed side; `baik` None: it is not running."""

    baik: bool | None
    cara: str  # kotak, pengguna, tidak ada
    kata: str


def drop_folder(settings: Settings) -> Path:
    """Where the public pages put what they are sent."""
    return settings.home / "publik" / "masuk"


def daftar(settings: Settings) -> Path:
    """The file of published rows."""
    if not settings.publik.startswith("sqlite:///"):
        raise Unavailable(
            "BERKAS_PUBLIK: halaman publik baru dapat membaca file SQLite. "
            "Kosongkan setelan ini, atau isi dengan sqlite:///….",
            permanent=True,
        )
    return Path(settings.publik.removeprefix("sqlite:///"))


def place(settings: Settings) -> Place:
    """What the process is told, in the paths it sees."""
    tls = certificate(settings)
    return Place(
        masuk=INSIDE / "masuk",
        daftar=INSIDE / "daftar" / daftar(settings).name,
        terbuka=INSIDE / "terbuka",
        tls_cert=INSIDE / "tls" / "cert.pem" if tls else None,
        tls_key=INSIDE / "tls" / "key.pem" if tls else None,
        nik=settings.publik_nik,
        url=settings.url,
    )


def certificate(settings: Settings) -> tuple[Path, Path] | None:
    """The certificate and its key: those given, else our own where others can reach the pages."""
    if settings.tls_cert and settings.tls_key:
        return settings.tls_cert, settings.tls_key
    if not settings.lan:
        return None
    cert, key = (settings.home / "tls" / name for name in ("berkas.crt", "berkas.key"))
    if not cert.is_file() or not key.is_file():
        raise Unavailable(
            f"Belum ada sertifikat di {cert.parent}, padahal halaman publik dibuka untuk jaringan. "
            "Jalankan lewat ./berkas run, atau isi BERKAS_TLS_CERT dan BERKAS_TLS_KEY.",
            permanent=True,
        )
    return cert, key


def closed(settings: Settings) -> dict[str, Path]:
    """What the public process must never reach, by what it is."""
    found = {
        "buku besar": Path(settings.ledger.partition(":///")[2] or settings.home / "berkas.db"),
        "folder tertutup": settings.home / "tertutup",
        "folder rumah": settings.home,
        "kotak masuk": settings.inbox,
        "soket antrean": settings.runtime / "valkey.sock",
    }
    if not settings.store.startswith("s3://"):
        found["folder tertutup"] = Path(settings.store)
    if settings.key_file:
        found["file kunci"] = settings.key_file
    return found


def walled(settings: Settings, command: Sequence[str]) -> list[str]:
    """The command line that runs `command` inside."""
    if not (program := shutil.which("bwrap")):
        raise Unavailable(
            "Halaman publik tidak dijalankan: bubblewrap (bwrap) belum terpasang, padahal "
            "tanpa itu halaman publik dapat menjangkau file tertutup. "
            "Jalankan: sudo apt install bubblewrap",
            permanent=True,
        )
    _refuse_overlap(settings)
    return [program, *_walls(settings), "--", *command]


def python() -> str:
    """The same Python, as it is called inside."""
    return walls.python(str(INSIDE))


def prepare(settings: Settings) -> None:
    """Make the folders the process is given."""
    try:
        for folder in (drop_folder(settings), daftar(settings).parent, settings.terbuka):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as wrong:
        raise Unavailable(
            f"Folder halaman publik {wrong.filename} tidak dapat dibuat ({wrong.strerror}). "
            "Periksa pemilik dan izin foldernya.",
            permanent=True,
        ) from wrong


def reached(settings: Settings) -> list[str]:
    """What of the closed side a child inside these walls could open; it should be nothing."""
    prepare(settings)
    asked = json.dumps({what: str(path) for what, path in closed(settings).items()})
    line = walled(settings, [python(), "-m", "service.publik.probe", asked])
    ran = subprocess.run(line, env={}, capture_output=True, text=True, timeout=30, check=False)
    if ran.returncode != 0:
        raise Unavailable(f"Kotak halaman publik tidak dapat dibuat: {ran.stderr.strip()[-300:]}")
    found: list[str] = json.loads(ran.stdout)
    return found


def separation(settings: Settings) -> Separation:
    """Which separation holds for the process that runs now, as the kernel tells it."""
    try:
        runs = json.loads((drop_folder(settings).parent / RUNS).read_text())
        proc = Path("/proc") / str(int(runs["pid"]))
        owner = proc.stat().st_uid
        boxed = _view(proc) != _view(Path("/proc/self"))
    except (OSError, ValueError, KeyError):
        return Separation(None, "tidak ada", "Halaman publik tidak berjalan.")
    other_user = owner not in (os.getuid(), 0)
    if boxed and (within := _seen(proc, settings)):
        return Separation(False, "tidak ada", f"Halaman publik menjangkau {', '.join(within)}.")
    if boxed and other_user:
        return Separation(True, "kotak", "Berjalan di kotak tersendiri, sebagai pengguna lain.")
    if boxed:
        return Separation(True, "kotak", "Berjalan di kotak tersendiri tanpa sisi tertutup.")
    if other_user:
        return Separation(True, "pengguna", "Berjalan sebagai pengguna lain, tanpa kotak.")
    return Separation(False, "tidak ada", "Halaman publik berjalan tanpa pemisah.")


def _view(proc: Path) -> str:
    try:
        return os.readlink(proc / "ns" / "mnt")  # noqa: PTH115 (not a path)
    except PermissionError:
        return "another's"


def _seen(proc: Path, settings: Settings) -> list[str]:
    """What stands in the process's own view of the file system, where we may look into it."""
    try:
        return [
            what
            for what, path in closed(settings).items()
            if (proc / "root" / _flat(path)).exists()
        ]
    except PermissionError:
        return []


def _flat(path: Path) -> str:
    return str(path.absolute()).lstrip("/")


def _refuse_overlap(settings: Settings) -> None:
    """What is shown to the public process must not have the closed side in it."""
    shown = {"BERKAS_PUBLIK": daftar(settings).parent, "BERKAS_STORE_PUBLIK": settings.terbuka}
    for name, folder in shown.items():
        for what, path in closed(settings).items():
            here, there = folder.resolve(), path.resolve()
            if (
                here == there
                or here in there.parents
                or (what != "folder rumah" and there in here.parents)
            ):
                raise Unavailable(
                    f"{name}: {folder} akan memperlihatkan {what} ({path}) kepada halaman publik. "
                    "Pilih folder tersendiri.",
                    permanent=True,
                )


def _walls(settings: Settings) -> Iterator[str]:
    yield from ("--die-with-parent", "--as-pid-1")
    yield from walls.bare(
        HOME="/tmp",  # noqa: S108 (its own)
        PYTHONPATH=str(INSIDE),
        PYTHONDONTWRITEBYTECODE="1",
        MALLOC_ARENA_MAX="2",  # threads must not eat the address space
    )
    yield from walls.system()
    yield from walls.packages(str(INSIDE))
    for name in ("service", "vendor"):
        yield from ("--ro-bind", str(CODE / name), str(INSIDE / name))
    yield from ("--ro-bind", str(settings.terbuka), str(INSIDE / "terbuka"))
    yield from ("--ro-bind", str(daftar(settings).parent), str(INSIDE / "daftar"))
    yield from ("--bind", str(drop_folder(settings)), str(INSIDE / "masuk"))
    if tls := certificate(settings):
        for path, name in zip(tls, ("cert.pem", "key.pem"), strict=True):
            yield from ("--ro-bind", str(path), str(INSIDE / "tls" / name))
    yield from walls.own(50_000_000)
    yield from ("--remount-ro", "/", "--chdir", str(INSIDE))
