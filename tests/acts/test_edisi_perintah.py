"""`./berkas edisi`: editions are told to whoever keeps the machine, and made by named officers."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.cli import main
from service.domain.edisi.edisi import DITETAPKAN, RANCANGAN, TERBIT, Edisi
from service.domain.informasi.kode import spoken
from service.domain.orang import Sesi
from tests.acts.perkara import KODE
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import SANDI, Kantor

DAHULU = datetime(2026, 2, 2, 3, 0, tzinfo=UTC)  # the command reads the clock of the machine
Ketik = Callable[..., int]


@pytest.fixture
def it(kantor: Kantor) -> KantorEdisi:
    kantor.clock.at = DAHULU
    return kantor_edisi(kantor)


@pytest.fixture
def typed(it: KantorEdisi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ketik:
    """A command at the terminal of this office, and the password typed there."""
    rooms = {"HOME": "rumah", "INBOX": "inbox", "STORE": "simpanan", "PACKS": "paket"}
    for name, room in rooms.items():
        monkeypatch.setenv(f"BERKAS_{name}", str(tmp_path / room))
    monkeypatch.setenv("BERKAS_LEDGER", f"sqlite:///{tmp_path}/berkas.db")

    def say(*words: str, sandi: str = "") -> int:
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{sandi}\n"))
        return main(["edisi", *words])

    return say


def test_the_editions_of_an_agency_are_told_one_to_a_line(
    it: KantorEdisi, typed: Ketik, capsys: pytest.CaptureFixture[str]
) -> None:
    assert typed("list", "--instansi", KODE) == 0
    assert capsys.readouterr().out == "Belum ada edisi.\n"
    piece = it.piece("keuangan")
    one = it.decreed(date(2026, 2, 2))

    assert typed("list", "--instansi", KODE, "--json") == 0
    (line,) = capsys.readouterr().out.splitlines()
    said = json.loads(line)
    assert (said["id"], said["keadaan"], said["banyak"]) == (one.id, DITETAPKAN, 1)

    assert typed("read", one.id, "--json") == 0
    shown = json.loads(capsys.readouterr().out)
    assert [row["kode"] for row in shown["baris"]] == [spoken(piece.kode)]
    assert typed("read", one.id) == 0
    assert piece.unsur.ringkasan in capsys.readouterr().out
    assert typed("read", "tiada") == 1
    assert typed("list", "--instansi", "tiada") == 1


def test_an_edition_is_published_at_the_terminal_by_who_may_and_proves_it(
    it: KantorEdisi, typed: Ketik, capsys: pytest.CaptureFixture[str]
) -> None:
    it.piece("keuangan")
    one = it.decreed(date(2026, 2, 2))
    nama = {peran: it.oleh(peran).orang.nama_masuk for peran in ("ppid", "petugas")}

    assert typed("publish", one.id, "--oleh", nama["ppid"], sandi="bukan sandinya itu") == 1
    assert typed("publish", one.id, "--oleh", nama["petugas"], sandi=SANDI) == 1
    assert it.now(one).keadaan == DITETAPKAN
    capsys.readouterr()
    assert typed("publish", one.id, "--oleh", nama["ppid"], "--json", sandi=SANDI) == 0
    assert json.loads(capsys.readouterr().out)["keadaan"] == TERBIT
    assert it.now(one).penerbit == it.oleh("ppid").orang.id
    with it.kantor.ledger.read() as reading:
        assert [x for x in reading.find(Sesi) if x.alamat == "terminal"] == []
    it.work()
    assert it.papan.kini
    assert typed("publish", one.id, "--oleh", nama["ppid"], sandi=SANDI) == 1


def test_a_draft_is_begun_at_the_terminal_once(it: KantorEdisi, typed: Ketik) -> None:
    matter, who = it.matter(), it.oleh("tim_sekretariat").orang.nama_masuk
    assert typed("propose", matter.id, "--oleh", who, sandi=SANDI) == 0
    assert typed("propose", matter.id, "--oleh", who, sandi=SANDI) == 1
    with it.kantor.ledger.read() as reading:
        (one,) = reading.find(Edisi)
    assert one.keadaan == RANCANGAN
