"""The virus scanner is away, frozen or blind: what comes is held and shown, then freed."""

from __future__ import annotations

import os
import signal
import tempfile
from pathlib import Path

import pytest

from jobs import identify
from service.acts.keadaan.rumah import keadaan
from service.adapters import clamd
from service.adapters.clamd import SAMPLE, Clamd
from service.domain.kiriman import Kiriman
from service.domain.temuan import MENUNGGU_PEMERIKSAAN
from tests.adapters.test_clamd import scanner
from tests.office import arrive_letter, work
from tests.web.rumah_web import officer, rumah_web


def test_nothing_passes_a_scanner_that_cannot_look_and_all_is_freed_when_it_can(
    tmp_path: Path, ledger_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clamd, "PATIENCE", 0.5)
    with rumah_web(tmp_path, ledger_url) as house:
        who = officer(house, "satu", "petugas")

        def held(kata: str) -> None:
            identify.run(house, one.id)
            with house.ledger.read() as look:
                now = look.get(Kiriman, one.id)
            assert now.akhir == MENUNGGU_PEMERIKSAAN
            assert now.nomor_agenda.startswith("0001/")
            [told] = [line for line in keadaan(house) if line.nama == "Pemindai virus"]
            assert told.baik is False
            assert kata in told.kata
            assert "Menunggu pemeriksaan" in who.client.get(f"/kiriman/{one.id}").text

        one = arrive_letter(house, tmp_path)
        house.opened["scanner"] = Clamd("unix:/tmp/berkas-tidak-ada.ctl")
        work(house)
        held("tidak menjawab")
        with tempfile.TemporaryDirectory(prefix="clamd-") as folder:
            with scanner(Path(folder) / "buta", {"Lain": b"sesuatu yang lain"}) as (address, _):
                house.opened["scanner"] = Clamd(address)
                held("tidak punya daftar virus")
            with scanner(Path(folder) / "tahu", {"Contoh": SAMPLE}) as (address, pid):
                house.opened["scanner"] = Clamd(address)
                os.kill(pid, signal.SIGSTOP)
                held("tidak menjawab")
                os.kill(pid, signal.SIGCONT)
                identify.run(house, one.id)
        with house.ledger.read() as look:
            now = look.get(Kiriman, one.id)
        assert now.nomor_agenda.startswith("0001/")
        assert now.akhir != MENUNGGU_PEMERIKSAAN
