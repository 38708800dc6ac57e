"""What a fault costs in the midst of a long list: that paper, not the next, and no process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest

from service.adapters.pdf import PdfProofreader
from service.adapters.pdf_sah import PageExaminer
from service.adapters.pdf_sambung import PdfJoiner
from service.adapters.soffice import Bersambung, Hangat, Soffice, hangat, naskah, rantai
from service.adapters.soffice.kotak import Akhir
from service.adapters.tanda_halaman import PageMarker
from service.config import CODE
from service.domain.refusals import Unavailable
from tests.adapters.test_hangat import office_of, speaking
from tests.adapters.test_lampiran_panjang import list_of, ordered
from tests.papers import letter
from tests.servers import until

ROWS = 150


@pytest.fixture
def panjang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list in five parts."""
    monkeypatch.setattr(naskah, "LONG", 100)
    monkeypatch.setattr(rantai, "ROWS", 30)
    monkeypatch.setattr(rantai, "LAST", 40)
    return list_of(ROWS, tmp_path / "sk.docx")


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """Words by which every box of this test is known."""
    word = uuid.uuid4().hex
    monkeypatch.setitem(hangat.TOLD, "tanda", word)
    return word


class Trips(Hangat):
    """Meets a fault in the midst of the first part, and never again."""

    def __init__(self, fault: signal.Signals) -> None:
        super().__init__()
        self._fault: signal.Signals | None = fault

    def convert(
        self,
        docx: Path,
        out: Path,
        seconds: float,
        kinds: str = "",
        seen: Callable[[Akhir], None] | None = None,
    ) -> None:
        fault, self._fault = self._fault, None

        def told(akhir: Akhir) -> None:
            if fault:
                os.kill(office_of(self), fault)
            assert seen
            seen(akhir)

        super().convert(docx, out, seconds, kinds, told if seen else None)


def converter(mesin: Hangat) -> Soffice:
    bersambung = Bersambung(PdfJoiner(), Hangat)
    return Soffice(mesin, PdfProofreader(), PageExaminer(), PageMarker(), bersambung)


# What is told of a death hangs on who notices it first.
FAULTS = {
    signal.SIGSTOP: "belum selesai",
    signal.SIGKILL: r"berhenti mendadak|tidak menghasilkan PDF",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_part_that_hangs_or_dies_costs_its_paper_and_nothing_after_it(
    tmp_path: Path, panjang: Path, mark: str, monkeypatch: pytest.MonkeyPatch, fault: signal.Signals
) -> None:
    monkeypatch.setattr(rantai, "SECONDS", 5)
    mesin = Trips(fault)
    one = converter(mesin)
    mesin.warm()
    began = time.monotonic()

    with pytest.raises(Unavailable, match=FAULTS[fault]) as said:
        one.pdf(panjang, tmp_path / "sk.pdf")

    assert time.monotonic() - began < 5 + 5
    assert not said.value.permanent
    assert [path.name for path in tmp_path.iterdir()] == ["sk.docx"]
    until(lambda: not speaking(mark), 5, "a box was left")

    monkeypatch.setattr(rantai, "SECONDS", 60)
    one.pdf(letter(tmp_path / "surat.docx", "Isi surat"), tmp_path / "surat.pdf")
    one.pdf(panjang, tmp_path / "sk.pdf")
    assert ordered(tmp_path / "sk.pdf") == list(range(1, ROWS + 1))
    one.close()
    until(lambda: not speaking(mark), 5, "a box was left")


def test_a_list_that_takes_too_long_altogether_is_ended(
    tmp_path: Path, panjang: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(naskah, "SECONDS_LONG", 0.5)
    one = converter(Hangat())

    with pytest.raises(Unavailable, match="belum selesai"):
        one.pdf(panjang, tmp_path / "sk.pdf")

    assert [path.name for path in tmp_path.iterdir()] == ["sk.docx"]
    one.close()


IN_PARTS = """
import sys
from pathlib import Path
from service.adapters.soffice import hangat, naskah, rantai
from tests.adapters.test_rantai import converter

hangat.TOLD["tanda"] = sys.argv[3]
naskah.LONG, rantai.ROWS, rantai.LAST = 100, 30, 40
one = converter(hangat.Hangat())
"""


def test_with_its_worker_killed_in_the_midst_every_libreoffice_is_gone(
    tmp_path: Path, panjang: Path
) -> None:
    word = uuid.uuid4().hex
    program = f"{IN_PARTS}one.pdf(Path(sys.argv[1]), Path(sys.argv[2]))"
    asked = [sys.executable, "-c", program, panjang, tmp_path / "sk.pdf", word]
    with subprocess.Popen(asked, cwd=CODE) as worker:
        until(lambda: [*tmp_path.glob("*/1.docx")], 60, "no second part was begun")
        assert speaking(word)
        worker.kill()

    until(lambda: not speaking(word), 5, "a box outlived its worker")
    assert not (tmp_path / "sk.pdf").exists()


ON_A_SMALL_DISK = f"""{IN_PARTS}
from tests.adapters.test_lampiran_panjang import ordered
from tests.fault.full_ledger import full

asked, small = Path(sys.argv[1]), Path(sys.argv[2])
one.pdf(asked, small / "a.pdf")
with full(small):
    try:
        one.pdf(asked, small / "b.pdf")
    except OSError as wrong:
        print(wrong.strerror)
print(sorted(path.name for path in small.iterdir()))
one.pdf(asked, small / "b.pdf")
print(len(ordered(small / "b.pdf")))
one.close()
"""


def test_on_a_full_disk_no_part_stays_and_it_is_printed_when_there_is_room(
    tmp_path: Path, panjang: Path
) -> None:
    small = tmp_path / "kecil"
    small.mkdir()
    walls = ["bwrap", "--dev-bind", "/", "/", "--size", "20000000", "--tmpfs", str(small)]
    told = subprocess.run(
        [*walls, "--", sys.executable, "-c", ON_A_SMALL_DISK, panjang, small, "x"],
        capture_output=True,
        text=True,
        cwd=CODE,
        timeout=100,
        check=False,
    )

    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == ["No space left on device", "['a.pdf']", str(ROWS)]
