"""Two people decide at the same moment, each at a process of their own, about one file that came
back: one of them decides, and the other is told so."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.domain import kembalian as k
from service.domain.kembalian import Kembalian, SudahDiputuskan
from service.domain.naskah import DIKIRIM, Naskah
from tests.conftest import NEW
from tests.fault.pemutus import MENANG, TERIMA, TOLAK
from tests.fault.perbuatan import Salinan
from tests.fault.test_kembali_mati import waits
from tests.office import open_house

KALAH = f"{SudahDiputuskan.__name__} {SudahDiputuskan()}"
ORANG = {TERIMA: "atasan", TOLAK: "ppid"}
KALI, KALI_PANJANG = 2, 10


def decided(folder: Path, ledger: str) -> dict[str, str]:
    """What each was told, who decided at the same moment."""
    line = [sys.executable, "-m", "tests.fault.pemutus", str(folder), ledger]
    with ExitStack() as ends:
        both = {
            apa: ends.enter_context(
                subprocess.Popen(
                    [*line, nama, apa],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for apa, nama in ORANG.items()
        }
        for one in both.values():
            assert one.stdout
            assert one.stdout.readline().strip() == "siap"
        for one in both.values():
            assert one.stdin
            one.stdin.write("\n")
            one.stdin.flush()
        return {apa: one.communicate(timeout=60)[0].strip() for apa, one in both.items()}


@pytest.mark.timeout(600)
@pytest.mark.parametrize("buku", NEW)
def test_of_two_who_decide_at_once_one_does_and_the_other_is_told(
    buku: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    kali = KALI_PANJANG if request.config.getoption("--panjang") else KALI
    salinan = Salinan(tmp_path, buku)
    with open_house(salinan.start, salinan.url) as house:
        waits(house, salinan.start)

    for n in range(kali):
        folder, ledger = salinan.copy(f"dua{n}")
        told = decided(folder, ledger)

        assert sorted(told.values()) == sorted([MENANG, KALAH]), told
        won = next(apa for apa, said in told.items() if said == MENANG)
        with open_house(folder, ledger) as house:
            with house.ledger.read() as reading:
                (one,) = reading.find(Kembalian)
                naskah = reading.get(Naskah, one.naskah)
            lines = house.lists.jurnal(naskah.instansi, 10_000, 200)
            said = [x.perbuatan for x in lines if x.rincian.get("kembalian") == one.id]
            assert [x.janji for x in audit(house) if not x.utuh] == []
        assert one.keadaan == (k.DITERIMA if won == TERIMA else k.DITOLAK)
        assert (naskah.keadaan == DIKIRIM) is (won == TOLAK)
        assert said.count(f"kembalian_{one.keadaan}") == 1
        assert len([x for x in said if x != "kembalian_disimpan"]) == 1
