"""`./berkas cari`: at the terminal nobody finds more than at the pages."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from service.cli import main
from tests.kantor import SANDI, Kantor
from tests.web.register import surat

Ketik = Callable[..., int]


@pytest.fixture
def typed(kantor: Kantor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ketik:
    """A command at the terminal of this office, and the password typed there."""
    rooms = {"HOME": "rumah", "INBOX": "inbox", "STORE": "simpanan", "PACKS": "paket"}
    for name, room in rooms.items():
        monkeypatch.setenv(f"BERKAS_{name}", str(tmp_path / room))
    monkeypatch.setenv("BERKAS_LEDGER", f"sqlite:///{tmp_path}/berkas.db")
    kantor.person(kantor.opened(), "contoh.ppid", "ppid")
    surat(kantor, "Daftar gaharu dan cendana.")
    surat(kantor, "Rahasia gaharu.", rahasia=True)

    def say(*words: str, sandi: str = SANDI) -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{sandi}\n"))
        return main(["cari", *words])

    return say


def test_who_gives_no_name_finds_what_every_officer_may_see(
    typed: Ketik, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("gaharu") == 0
    told = capsys.readouterr().out
    assert "halaman 1: Daftar gaharu dan cendana." in told
    assert "Rahasia" not in told

    assert typed("gaharu", "--json", "--keadaan", "didaftar", "--unit", "") == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["potongan"] == [{"halaman": 1, "isi": "Daftar gaharu dan cendana."}]
    assert typed("tiada") == 1
    assert capsys.readouterr().out == "Tidak ada yang cocok.\n"


def test_who_gives_a_name_finds_what_they_may_see_once_their_password_is_right(
    typed: Ketik, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("gaharu", "--oleh", "contoh.ppid", "--json") == 0
    assert len(capsys.readouterr().out.splitlines()) == 2

    assert typed("gaharu", "--oleh", "contoh.ppid", sandi="salah salah salah") != 0
    assert "gaharu" not in capsys.readouterr().out


def test_a_search_that_is_not_taken_as_typed_says_so(
    typed: Ketik, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("gaharu", "--dari", "kemarin") == 0
    assert "Sejak: tulis tanggalnya" in capsys.readouterr().out
    assert typed("gaharu", "--instansi", "tiada") == 1
