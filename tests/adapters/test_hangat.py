"""One warm LibreOffice in its box: what it does to a paper, and what a fault of it costs."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from service.adapters.soffice import Hangat, hangat
from service.config import CODE
from service.domain.refusals import Unavailable
from service.ports import Limits
from tests.adapters.test_soffice import linked
from tests.papers import letter
from tests.servers import until

BURUK = Path(__file__).parent / "soffice_buruk"


@pytest.fixture(scope="module")
def warm() -> Iterator[Hangat]:
    one = Hangat()
    yield one
    one.close()


@pytest.fixture
def surat(tmp_path: Path) -> Path:
    return letter(tmp_path / "surat.docx", "Isi surat contoh")


def inside(one: Hangat) -> list[int]:
    """The processes in its box, by the kernel's own list; the first one first."""
    assert one._kotak
    return below(one._kotak._box.pid)


def stop(pid: int) -> None:
    """Stop it, and wait until it stands: woken but not yet stopped it would read what comes."""
    os.kill(pid, signal.SIGSTOP)
    while Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "T":
        time.sleep(0.001)


def below(pid: int) -> list[int]:
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        found += [int(child), *below(int(child))]
    return found


def office_of(one: Hangat) -> int:
    (pid,) = (
        pid for pid in inside(one) if Path(f"/proc/{pid}/comm").read_text().startswith("soffice")
    )
    return pid


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def speaking(mark: str) -> list[Path]:
    """The processes that were started with these words."""
    found = []
    for one in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            found += [one] if mark.encode() in one.read_bytes() else []
    return found


def text(pdf: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(pdf).pages)


def test_many_papers_go_through_one_libreoffice_each_as_itself(
    warm: Hangat, tmp_path: Path
) -> None:
    seen = set()
    for n in range(4):
        docx = letter(tmp_path / f"{n}.docx", f"Surat contoh nomor {n}")
        warm.convert(docx, tmp_path / f"{n}.pdf", 60)
        seen.add(office_of(warm))

    assert len(seen) == 1
    for n in range(4):
        assert text(tmp_path / f"{n}.pdf").strip() == f"Surat contoh nomor {n}"


def test_several_who_ask_at_once_each_get_their_own(warm: Hangat, tmp_path: Path) -> None:
    def ask(n: int) -> None:
        warm.convert(letter(tmp_path / f"{n}.docx", f"Nomor {n}"), tmp_path / f"{n}.pdf", 60)

    asking = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for one in asking:
        one.start()
    for one in asking:
        one.join()

    assert [text(tmp_path / f"{n}.pdf").strip() for n in range(4)] == [
        f"Nomor {n}" for n in range(4)
    ]


def test_inside_there_is_no_network_no_home_and_no_file_of_the_office(
    tmp_path: Path, surat: Path
) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia")
    probe = tmp_path / "pengintip.py"
    probe.write_text(
        "import json, os, socket, sys\n"
        "def reached(what):\n"
        "    try: what()\n"
        "    except OSError: return False\n"
        "    return True\n"
        "told = [reached(lambda: open(p)) for p in\n"
        f"    ({str(tmp_path / 'rahasia.txt')!r}, {str(CODE / 'service/cli.py')!r},\n"
        "     '/etc/passwd')]\n"
        "told.append(reached(lambda: socket.create_connection(('127.0.0.1', 9), 1)))\n"
        "told.append(reached(lambda: open('/usr/coba', 'w')))\n"
        "told.append([n for n in os.environ if 'BERKAS' in n])\n"
        "sys.exit(json.dumps(told))\n"
    )

    with pytest.raises(Unavailable) as said:
        Hangat(pelayan=probe).convert(surat, tmp_path / "surat.pdf", 5)

    assert str(said.value).endswith("[false, false, false, false, false, []]")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("menggantung", "belum selesai setelah 1 detik"),
        ("gugur", "berhenti mendadak"),
        ("hampa", "tidak menghasilkan PDF"),
        ("terputus", "berhenti mendadak"),
        ("dua_gigabita", "lebih besar daripada yang wajar"),
        ("mengoceh", "berhenti mendadak"),
        ("tak_menyala", "dicoba lagi. LibreOffice berhenti dengan kode 77"),
    ],
)
def test_a_fault_ends_soon_is_named_and_leaves_no_process(
    tmp_path: Path, surat: Path, monkeypatch: pytest.MonkeyPatch, fault: str, words: str
) -> None:
    mark = uuid.uuid4().hex
    monkeypatch.setattr(hangat, "TOLD", {"tanda": mark})
    one = Hangat(pelayan=BURUK / f"{fault}.py")
    began = time.monotonic()

    with pytest.raises(Unavailable, match=words) as said:
        one.convert(surat, tmp_path / "surat.pdf", 1)

    assert time.monotonic() - began < 6
    assert not said.value.permanent
    assert one._kotak is None
    until(lambda: not speaking(mark), 5, "a box was left")


@pytest.mark.parametrize("fault", ["gugur", "hampa", "dua_gigabita", "mengoceh"])
def test_the_paper_after_a_fault_is_made_as_if_there_had_been_none(
    tmp_path: Path, surat: Path, fault: str
) -> None:
    one = Hangat(pelayan=BURUK / f"{fault}.py")
    with pytest.raises(Unavailable):
        one.convert(surat, tmp_path / "pertama.pdf", 5)

    one._pelayan = hangat.PELAYAN
    one.convert(surat, tmp_path / "kedua.pdf", 60)

    assert text(tmp_path / "kedua.pdf").strip() == "Isi surat contoh"
    one.close()


def test_more_than_a_paper_can_be_is_not_written_in_the_box(tmp_path: Path, surat: Path) -> None:
    probe = tmp_path / "penulis.py"
    probe.write_text(
        "import signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "def written(path):\n"
        "    many = 0\n"
        "    try:\n"
        "        with open(path, 'wb', buffering=0) as out:\n"
        "            while many < 2_000:\n"
        "                many += out.write(bytes(1_000_000)) // 1_000_000\n"
        "    except OSError:\n"
        "        pass\n"
        "    return many\n"
        'sys.exit(f\'{written("/tmp/a")} {written("/tmp/b")} {written("/dev/shm/a")}\')\n'
    )

    with pytest.raises(Unavailable) as said:
        Hangat(Limits(memory=500, output=20), probe).convert(surat, tmp_path / "surat.pdf", 20)

    first, second, memory = (int(one) for one in str(said.value).split()[-3:])
    assert first == 20
    assert second <= 20
    assert memory <= 40


def test_half_a_pdf_is_handed_over_as_it_came_and_costs_no_restart(
    tmp_path: Path, surat: Path
) -> None:
    one = Hangat(pelayan=BURUK / "separuh.py")
    one.convert(surat, tmp_path / "separuh.pdf", 5)

    assert not (tmp_path / "separuh.pdf").read_bytes().rstrip().endswith(b"%%EOF")
    assert one._kotak
    one.close()


def test_after_a_libreoffice_that_stood_still_the_next_paper_is_made(
    tmp_path: Path, surat: Path
) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "pertama.pdf", 60)
    still = office_of(one)
    os.kill(still, signal.SIGSTOP)

    with pytest.raises(Unavailable, match="belum selesai setelah 1 detik"):
        one.convert(surat, tmp_path / "kedua.pdf", 1)
    until(lambda: gone(still), 5, "it still stands there")

    one.convert(surat, tmp_path / "kedua.pdf", 60)
    assert "Isi surat contoh" in text(tmp_path / "kedua.pdf")
    one.close()


def test_one_that_was_killed_between_two_papers_is_not_noticed(tmp_path: Path, surat: Path) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "pertama.pdf", 60)
    first = inside(one)[0]
    os.kill(office_of(one), signal.SIGKILL)
    until(lambda: gone(first), 5, "its box is still there")

    one.convert(surat, tmp_path / "kedua.pdf", 60)

    assert "Isi surat contoh" in text(tmp_path / "kedua.pdf")
    one.close()


def test_one_that_dies_before_it_read_the_paper_costs_nothing(tmp_path: Path, surat: Path) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "pertama.pdf", 60)
    first = inside(one)[0]
    stop(first)
    threading.Timer(0.3, os.kill, (first, signal.SIGKILL)).start()

    one.convert(surat, tmp_path / "kedua.pdf", 60)

    assert "Isi surat contoh" in text(tmp_path / "kedua.pdf")
    one.close()


def test_one_killed_in_the_middle_of_a_paper_costs_that_paper(tmp_path: Path, surat: Path) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "pertama.pdf", 60)
    victim = office_of(one)
    os.kill(victim, signal.SIGSTOP)
    threading.Timer(0.3, os.kill, (victim, signal.SIGKILL)).start()

    with pytest.raises(Unavailable, match="berhenti mendadak"):
        one.convert(surat, tmp_path / "kedua.pdf", 30)

    one.convert(surat, tmp_path / "kedua.pdf", 60)
    one.close()


def test_a_paper_that_libreoffice_cannot_open_spoils_none_that_follows(
    tmp_path: Path, surat: Path
) -> None:
    one = Hangat()
    (tmp_path / "rusak.docx").write_bytes(b"PK\x03\x04 lalu tidak ada apa-apa")

    with pytest.raises(Unavailable, match="tidak menghasilkan PDF"):
        one.convert(tmp_path / "rusak.docx", tmp_path / "rusak.pdf", 60)

    one.convert(surat, tmp_path / "surat.pdf", 60)
    one.close()


@pytest.mark.parametrize("worn", ["WORN", "FAT"])
def test_it_is_replaced_before_it_is_worn_or_fat(
    tmp_path: Path, surat: Path, monkeypatch: pytest.MonkeyPatch, worn: str
) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "pertama.pdf", 60)
    assert 50 < one._held < 400
    before = office_of(one)

    monkeypatch.setattr(hangat, worn, 1)
    one.convert(surat, tmp_path / "kedua.pdf", 60)

    assert office_of(one) != before
    assert gone(before)
    one.close()


def test_more_memory_than_allowed_is_not_given(tmp_path: Path, surat: Path) -> None:
    small = Hangat(Limits(memory=150, output=50))

    with pytest.raises(Unavailable, match="tersimpan utuh"):
        small.convert(surat, tmp_path / "surat.pdf", 20)


def test_a_process_that_was_forked_off_has_its_own_and_the_first_keeps_its(
    tmp_path: Path, surat: Path
) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "induk.pdf", 60)
    ours = office_of(one)
    child = os.fork()
    if not child:
        code = 1
        try:
            one.convert(surat, tmp_path / "anak.pdf", 60)
            code = int(office_of(one) == ours)
            one.close()
        finally:
            os._exit(code)
    _, how = os.waitpid(child, 0)

    assert how == 0
    assert "Isi surat contoh" in text(tmp_path / "anak.pdf")
    one.convert(surat, tmp_path / "lagi.pdf", 60)
    assert office_of(one) == ours
    one.close()


def test_with_its_owner_killed_the_box_is_gone_too(tmp_path: Path, surat: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from service.adapters.soffice import Hangat\n"
        "one = Hangat(); one.convert(Path(sys.argv[1]), Path(sys.argv[2]), 60)\n"
        "print(one._kotak._box.pid, flush=True); time.sleep(60)"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", program, surat, tmp_path / "surat.pdf"],
        stdout=subprocess.PIPE,
        cwd=CODE,
    )
    assert owner.stdout
    box = int(owner.stdout.readline())
    living = [box, *below(box)]
    assert len(living) >= 3
    owner.kill()
    owner.wait()
    owner.stdout.close()

    until(lambda: all(map(gone, living)), 5, "the box outlived its owner")


def test_with_nobody_left_to_read_its_answer_the_box_is_gone_too(
    tmp_path: Path, surat: Path
) -> None:
    one = Hangat()
    one.convert(surat, tmp_path / "surat.pdf", 60)
    box = one._kotak
    assert box
    box.give(surat.read_bytes(), 60)
    select.select([box._line], [], [], 60)
    box._line.close()

    until(lambda: box._box.poll() is not None, 5, "the box outlived who asked it")
    one.close()


def test_nothing_is_asked_of_the_network(warm: Hangat, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        far = f"http://127.0.0.1:{server.getsockname()[1]}/gambar.png"
        warm.convert(linked(tmp_path / "jauh.docx", far), tmp_path / "jauh.pdf", 60)
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.panjang
@pytest.mark.timeout(1_200)
def test_a_thousand_papers_in_a_row_are_all_made_and_memory_stays_flat(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hangat, "WORN", 1_000)  # as if it were never replaced
    one = Hangat()
    docx = letter(tmp_path / "surat.docx", *["Isi surat contoh yang agak panjang."] * 20)
    held = []
    for _ in range(1_000):
        one.convert(docx, tmp_path / "surat.pdf", 60)
        held.append(one.held)
    first = office_of(one)
    one.close()

    assert first
    assert max(held) < 400
    assert held[-1] < 1.25 * held[100], held[::100]
