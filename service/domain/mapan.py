"""When a dropped file has settled: which names are left alone, how long to wait, what looks cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

JAUH = 10.0  # seconds on a share, where others write and only looks can tell
KOSONG = 600.0  # an empty file is mostly one whose copying has just begun
TERPOTONG = 60.0  # a file that looks cut off is taken as it is when it stays so
EKOR = 66_000  # bytes at the end of a file in which its end mark stands

BELUM_SELESAI = ("*.part", "*.partial", "*.tmp", "*.temp", "*.crdownload", "*.download", "~$*")
SISA_SISTEM = (
    "thumbs.db",
    "ehthumbs.db",
    "desktop.ini",
    "@eadir",
    "system volume information",
    "$recycle.bin",
    "#recycle",
    "lost+found",
    "__macosx",
)
BAGIAN_LAIN = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "afs"})
# A folder with such a name is mostly a mistake, or the work of a program.
NAMA_FILE = ("*.pdf", "*.doc", "*.docx", "*.xls", "*.xlsx", "*.odt", "*.ods", "*.zip", "*.jpg")
SLIP, SLIP_FOLDER = ".slip.toml", "slip.toml"


@dataclass(frozen=True)
class Kotak:
    """How the drop folder is watched, as settings."""

    mapan: float = 2.0  # seconds without a change
    abaikan: tuple[str, ...] = ()  # names left alone, besides those the house knows
    tinjau: float = 2.0  # seconds between two looks, where nothing wakes the watcher


@dataclass(frozen=True)
class Rupa:
    """What one look at a file saw."""

    ukuran: int
    ubah: int  # time of the last write, in nanoseconds
    inode: int


def is_left(nama: str, abaikan: Sequence[str] = ()) -> bool:
    """Whether a name is left alone: hidden, unfinished, or a dropping of some system."""
    small = nama.lower()
    return _is_hidden(nama) or _fits(small, (*BELUM_SELESAI, *SISA_SISTEM, *abaikan))


def _is_hidden(nama: str) -> bool:
    """Whether it begins with a dot, and is not a path another system wrote down as a name."""
    return nama.startswith(".") and "\\" not in nama


def is_dropping(nama: str) -> bool:
    """Whether a system left it behind, so that nobody misses it."""
    return nama.lower() in SISA_SISTEM or nama == ".DS_Store" or nama.startswith("._")


def is_unfinished(nama: str) -> bool:
    """Whether a program is still at work beside this name, by its own mark."""
    return _fits(nama.lower(), BELUM_SELESAI)


def is_named_like_file(nama: str) -> bool:
    """Whether a folder bears the name of a file."""
    return _fits(nama.lower(), NAMA_FILE)


def _fits(nama: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(nama, pattern.lower()) for pattern in patterns)


def patience(kotak: Kotak, rupa: Iterable[Rupa], *, jauh: bool, terpotong: bool) -> float:
    """How many seconds a thing must look the same before it is taken."""
    wait = max(kotak.mapan, JAUH) if jauh else kotak.mapan
    if terpotong:
        wait = max(wait, TERPOTONG)
    if any(one.ukuran == 0 for one in rupa):
        wait = max(wait, KOSONG)
    return wait


def looks_cut(kepala: bytes, ekor: bytes) -> bool:
    """Whether the end mark of a PDF or of a ZIP container is missing."""
    if kepala.startswith(b"%PDF-"):
        return b"%%EOF" not in ekor
    if kepala.startswith(b"PK\x03\x04"):
        return b"PK\x05\x06" not in ekor
    return False


def is_far(mounts: str, folder: str) -> bool:
    """Whether a folder lies on a share, by the table of mounts: there no lease can be had."""
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split()
        if len(parts) < 3:
            continue
        point = parts[1].replace("\\040", " ").rstrip("/")
        if (folder == point or folder.startswith(f"{point}/")) and len(point) >= len(best):
            best, kind = point, parts[2]
    return kind in BAGIAN_LAIN or kind.startswith("fuse")


def slip_of(nama: str, names: Iterable[str]) -> str:
    """The slip that lies beside a file: surat.pdf.slip.toml, or surat.slip.toml."""
    known = set(names)
    stem = nama.rpartition(".")[0] or nama
    for slip in (f"{nama}{SLIP}", f"{stem}{SLIP}"):
        if slip in known and slip != nama:
            return slip
    return ""


def is_slip(nama: str) -> bool:
    """Whether a file is a slip to something that lies beside it."""
    return nama.endswith(SLIP)
