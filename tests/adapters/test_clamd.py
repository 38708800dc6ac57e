"""Looking for viruses with a real clamd, that is away, blind, or knows what it looks for."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from service.adapters import clamd
from service.adapters.clamd import SAMPLE, Clamd, NoScanner
from service.domain.refusals import Unavailable
from service.domain.temuan import TERLALU_BESAR_DIPINDAI
from tests.servers import until

KNOWN = "Contoh.Virus.Uji"


def _opens(door: Path) -> bool:
    """Whether somebody listens there: the socket stands a moment before."""
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(door)) == 0


@contextmanager
def scanner(folder: Path, signatures: dict[str, bytes]) -> Iterator[tuple[str, int]]:
    """A real clamd that knows these signatures; its address and its pid."""
    base = folder / "db"
    base.mkdir(parents=True)
    lines = [f"{name}:0:*:{content.hex()}" for name, content in signatures.items()]
    (base / "uji.ndb").write_text("\n".join(lines) + "\n")
    folder.chmod(0o755)
    door = folder / "clamd.ctl"
    config = folder / "clamd.conf"
    user = "User root\n" if os.getuid() == 0 else ""
    config.write_text(
        f"LocalSocket {door}\nDatabaseDirectory {base}\nForeground true\n{user}StreamMaxLength 1M\n"
    )
    with (folder / "log").open("wb") as log:
        runs = subprocess.Popen(["/usr/sbin/clamd", "-c", config], stdout=log, stderr=log)
    try:
        until(lambda: _opens(door), 30, lambda: (folder / "log").read_text())
        yield f"unix:{door}", runs.pid
    finally:
        runs.send_signal(signal.SIGKILL)
        runs.wait()


@pytest.fixture(scope="module")
def knowing() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        virus = {"Eicar-Test-Signature": SAMPLE, KNOWN: b"contoh-isi-berbahaya-0001"}
        with scanner(Path(folder), virus) as (address, _):
            yield address


def test_a_letter_is_clean_and_a_virus_is_named(knowing: str, tmp_path: Path) -> None:
    letter, virus = tmp_path / "surat.pdf", tmp_path / "virus.pdf"
    letter.write_bytes(b"%PDF-1.7 surat biasa")
    virus.write_bytes(b"%PDF-1.7 contoh-isi-berbahaya-0001")

    assert Clamd(knowing).found(letter) == ""
    assert Clamd(knowing).found(virus).startswith(KNOWN)


def test_a_file_beyond_the_limit_of_the_scanner_is_said_to_be_so(
    knowing: str, tmp_path: Path
) -> None:
    large = tmp_path / "besar.bin"
    large.write_bytes(bytes(3_000_000))

    assert Clamd(knowing).found(large) == TERLALU_BESAR_DIPINDAI


def test_a_scanner_without_signatures_is_no_scanner(tmp_path: Path) -> None:
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(b"%PDF-1.7 surat biasa")

    with (
        tempfile.TemporaryDirectory(prefix="clamd-") as folder,
        scanner(Path(folder), {"Lain": b"sesuatu-yang-lain-sama-sekali"}) as (address, _),
        pytest.raises(Unavailable, match="tidak punya daftar virus"),
    ):
        Clamd(address).found(letter)


def test_a_scanner_that_dies_after_it_proved_itself_lets_nothing_through(tmp_path: Path) -> None:
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(b"%PDF-1.7 surat biasa")

    with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
        with scanner(Path(folder), {"Eicar": SAMPLE}) as (address, _):
            looks = Clamd(address)
            assert looks.found(letter) == ""
        with pytest.raises(Unavailable, match="tidak menjawab"):
            looks.found(letter)


@pytest.mark.parametrize("address", ["unix:/tmp/berkas-tidak-ada.ctl", "tcp://127.0.0.1:1"])
def test_a_scanner_that_is_away_lets_nothing_through(address: str, tmp_path: Path) -> None:
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(b"%PDF-1.7 surat biasa")

    with pytest.raises(Unavailable, match="tidak menjawab"):
        Clamd(address).found(letter)


def test_a_scanner_that_never_answers_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clamd, "PATIENCE", 0.3)
    letter = tmp_path / "surat.pdf"
    letter.write_bytes(b"%PDF-1.7 surat biasa")
    with socket.create_server(("127.0.0.1", 0)) as mute:
        held: list[socket.socket] = []
        listens = threading.Thread(target=lambda: held.append(mute.accept()[0]))
        listens.start()
        with pytest.raises(Unavailable, match="tidak menjawab"):
            Clamd(f"tcp://127.0.0.1:{mute.getsockname()[1]}").found(letter)
        listens.join()
        held[0].close()


def test_where_no_scanner_is_set_nothing_is_found(tmp_path: Path) -> None:
    assert NoScanner().found(tmp_path / "surat.pdf") == ""
