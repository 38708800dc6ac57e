"""`./berkas bundle FILE`: one file from which an office without internet installs Berkas."""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from service.config import CODE
from service.domain.refusals import Unavailable

LEFT_OUT = {".git", ".venv", "var", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
LEFT_OUT |= {".hypothesis", ".bekal"}
TOP = "berkas"  # the folder inside the file; its .bekal holds what is installed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, metavar="FILE", help="misalnya bekal.tar")


def run(args: argparse.Namespace) -> int:
    """Gather packages, wheels and the code, and pack them."""
    out: Path = args.file.absolute()
    with tempfile.TemporaryDirectory(prefix="berkas-bekal-") as room:
        stock = Path(room)
        print("Mengambil paket Debian dengan semua yang diperlukannya", flush=True)
        gather_debs(stock / "deb")
        print("Mengambil pustaka Python", flush=True)
        gather_wheels(stock / "wheels")
        (stock / "untuk").write_text(this_machine())
        (stock / "SHA256SUMS").write_text("".join(sums(stock)))
        pack(stock, out)
    print(f"Selesai: {out} ({out.stat().st_size / 1e6:.0f} MB).")
    print("Di mesin tanpa internet:")
    print(f"  tar -xf {out.name} && cd {TOP} && ./berkas --from ../{out.name} run")
    return 0


def gather_debs(folder: Path) -> None:
    """Every package that a Debian with nothing on it needs, and a list apt can read."""
    folder.mkdir()
    with tempfile.TemporaryDirectory(prefix="berkas-apt-") as room:
        own = Path(room)
        # Nothing counts as installed, so that nothing is left out that the other machine lacks.
        (own / "status").touch()
        (own / "archives" / "partial").mkdir(parents=True)
        line = ["apt-get", "-q", "-y", "--no-install-recommends", "--download-only"]
        line += ["-o", f"Dir::State::status={own}/status"]
        line += ["-o", f"Dir::Cache::archives={own}/archives", "-o", "Debug::NoLocking=1"]
        line += ["-o", "APT::Sandbox::User=root", "install", *packages()]
        _run(line, "Paket Debian tidak dapat diambil. Jalankan apt-get update, lalu ulangi.")
        for deb in sorted((own / "archives").glob("*.deb")):
            # apt writes a colon of a version as %3a, which a file address would read again.
            shutil.move(deb, folder / deb.name.replace("%3a", "_"))
    (folder / "Packages").write_text("\n".join(map(control, sorted(folder.glob("*.deb")))))


def packages() -> list[str]:
    """The packages of ./berkas, from its own list."""
    listed = re.search(r"^PACKAGES='\n(.*?)^'", (CODE / "berkas").read_text(), re.M | re.S)
    assert listed
    return [re.split("[|:]", line)[0] for line in listed[1].splitlines()]


def control(deb: Path) -> str:
    """What apt wants to know of a package."""
    said = _run(["dpkg-deb", "-f", str(deb)], f"Paket {deb.name} rusak.")
    size, digest = deb.stat().st_size, _sha256(deb)
    return f"{said.rstrip()}\nFilename: ./{deb.name}\nSize: {size}\nSHA256: {digest}\n"


def gather_wheels(folder: Path) -> None:
    """The libraries of requirements.txt, as their hashes allow."""
    line = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--no-input"]
    line += ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    line += ["-r", str(CODE / "requirements.txt"), "-d", str(folder)]
    _run(line, "Pustaka Python tidak dapat diambil. Periksa sambungan internet, lalu ulangi.")


def this_machine() -> str:
    """System, release and kind of processor; the same words as in ./berkas."""
    told = platform.freedesktop_os_release()
    kind = _run(["dpkg", "--print-architecture"], "dpkg tidak ditemukan.").strip()
    return f"{told['ID']} {told.get('VERSION_ID', '')} {kind}"


def sums(stock: Path) -> Iterator[str]:
    """A line for each file, as sha256sum writes and reads it."""
    for path in sorted(stock.rglob("*")):
        if path.is_file() and path.name != "SHA256SUMS":
            yield f"{_sha256(path)}  {path.relative_to(stock)}\n"


def pack(stock: Path, out: Path) -> None:
    """Code and stock in one file, which appears only when it is whole."""
    part = out.with_name(f".{out.name}.part")
    try:
        with tarfile.open(part, "w") as tar:
            for path in code():
                tar.add(path, f"{TOP}/{path.relative_to(CODE)}", recursive=False, filter=_plain)
            tar.add(stock, f"{TOP}/.bekal", filter=_plain)
        part.replace(out)
    except OSError as wrong:
        part.unlink(missing_ok=True)
        raise Unavailable(
            f"File {out} tidak dapat ditulis ({wrong.strerror}). Pilih folder lain, "
            "atau kosongkan ruang (perlu kira-kira 500 MB)."
        ) from wrong


def code() -> Iterator[Path]:
    """The files of Berkas itself; nothing an office has put in."""
    for folder, below, names in os.walk(CODE):
        here = Path(folder)
        below[:] = sorted(set(below) - LEFT_OUT)
        if here == CODE / "inbox":
            below.clear()
        ours = ["README.md"] if here == CODE / "inbox" else names
        yield from (here / name for name in sorted(ours) if (here / name).exists())


def _plain(one: tarfile.TarInfo) -> tarfile.TarInfo:
    one.uid = one.gid = 0
    one.uname = one.gname = "root"
    one.mode = 0o755 if one.isdir() or one.mode & 0o100 else 0o644
    return one


def _sha256(path: Path) -> str:
    with path.open("rb") as source:
        return hashlib.file_digest(source, "sha256").hexdigest()


def _run(line: list[str], sentence: str) -> str:
    try:
        ran = subprocess.run(line, capture_output=True, text=True, check=False)
    except FileNotFoundError as wrong:
        raise Unavailable(f"{sentence} Program {line[0]} tidak ada di mesin ini.") from wrong
    if ran.returncode != 0:
        last = "\n".join(ran.stderr.strip().splitlines()[-5:])
        raise Unavailable(f"{sentence} Tidak ada file yang dibuat.\n{last}")
    return ran.stdout
