"""Old and foreign Office files become what can be read; each in a fresh, closed process."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from service.adapters.box import Bubblewrap
from service.adapters.soffice import Hangat, SofficeAsing, foreign
from service.adapters.soffice.asing import TakDapatDiubah
from service.adapters.soffice.hangat import ASING, LIMITS_ASING, TOLD_ASING
from service.domain.refusals import Unavailable
from service.ports import Limits, Ran
from tests.adapters.test_hangat import below
from tests.adapters.test_soffice import linked
from tests.office import one_reader
from tests.papers import letter, table

DOC, XLS = "application/msword", "application/vnd.ms-excel"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A .doc and a .xls, as an old office writes them."""
    room = tmp_path_factory.mktemp("lama")
    letter(room / "surat.docx", "NOTA DINAS", "Nomor : 9/ND/2026")
    table(room / "daftar.xlsx", [["No", "Ringkasan"], [1, "Laporan"]])
    for name, kind in (("surat.docx", "doc"), ("daftar.xlsx", "xls")):
        line = ["soffice", f"-env:UserInstallation=file://{room}/p", "--headless", "--convert-to"]
        subprocess.run(
            [*line, kind, "--outdir", room, room / name], check=True, capture_output=True
        )
    return room


def test_an_old_letter_can_be_read(old: Path, tmp_path: Path) -> None:
    made = SofficeAsing(Bubblewrap()).modern(old / "surat.doc", DOC, tmp_path / "jadi")

    told = one_reader().look(made, "surat.docx")
    assert told.mime == WORD
    assert "Nomor : 9/ND/2026" in told.teks[0]


def test_an_old_table_can_be_read(old: Path, tmp_path: Path) -> None:
    made = SofficeAsing(Bubblewrap()).modern(old / "daftar.xls", XLS, tmp_path / "jadi")

    assert one_reader().rows(made) == [["No", "Ringkasan"], ["1", "Laporan"]]


def test_a_foreign_file_has_pages_that_can_be_looked_at(old: Path, tmp_path: Path) -> None:
    changer = SofficeAsing(Bubblewrap())

    for name, mime in (("surat.docx", WORD), ("daftar.xlsx", EXCEL), ("surat.doc", DOC)):
        made = changer.pdf(old / name, mime, tmp_path / f"{name}.pdf")
        assert one_reader().look(made, "a.pdf").halaman == 1


@pytest.mark.parametrize("mime", [DOC, "application/x-sharedlib"])
def test_what_is_no_office_file_is_said_to_be_none_and_leaves_nothing(
    tmp_path: Path, mime: str
) -> None:
    shutil.copy("/bin/true", tmp_path / "asing")

    with pytest.raises(TakDapatDiubah, match="tersimpan utuh"):
        SofficeAsing(Bubblewrap()).modern(tmp_path / "asing", mime, tmp_path / "jadi")

    assert [one.name for one in tmp_path.iterdir()] == ["asing"]


@pytest.mark.parametrize("where", ["jadi", "jadi/asing.docx"])
def test_a_link_left_in_the_box_brings_nothing_of_the_office_out(
    tmp_path: Path, where: str
) -> None:
    kantor = tmp_path / "kantor"
    kantor.mkdir()
    (kantor / "asing.docx").write_text("isi kantor")
    asked = letter(tmp_path / "surat.doc", "Surat contoh")

    class LaysLink:
        inside = "/ruang"

        def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
            place = folder / where
            if where == "jadi":
                place.rmdir()
                place.symlink_to(kantor)
            else:
                place.symlink_to(kantor / "asing.docx")
            return Ran(0, "")

    with pytest.raises(TakDapatDiubah):
        SofficeAsing(LaysLink()).modern(asked, DOC, tmp_path / "keluar")

    assert (kantor / "asing.docx").read_text() == "isi kantor"
    assert not (tmp_path / "keluar").exists()


# --- letters, by the warm one -------------------------------------------------------------------


class NeverOpened:
    """A box that must not be needed."""

    inside = "/ruang"

    def run(self, command: Sequence[str], folder: Path, limits: Limits) -> Ran:
        raise AssertionError("a fresh box was opened")


@pytest.fixture(scope="module")
def warm() -> Iterator[Hangat]:
    one = foreign()
    yield one
    one.close()


def test_a_foreign_letter_is_made_readable_by_a_libreoffice_that_is_warm(
    warm: Hangat, old: Path, tmp_path: Path
) -> None:
    changer = SofficeAsing(NeverOpened(), warm=warm)

    made = changer.modern(old / "surat.doc", DOC, tmp_path / "jadi")
    assert "Nomor : 9/ND/2026" in one_reader().look(made, "surat.docx").teks[0]
    for name, mime in (("surat.docx", WORD), ("surat.doc", DOC)):
        made = changer.pdf(old / name, mime, tmp_path / f"{name}.pdf")
        assert "Nomor : 9/ND/2026" in one_reader().look(made, "a.pdf").teks[0]


def test_a_table_and_what_the_warm_one_cannot_open_go_to_a_fresh_box(
    warm: Hangat, old: Path, tmp_path: Path
) -> None:
    changer = SofficeAsing(Bubblewrap(), warm=warm)
    shutil.copy("/bin/true", tmp_path / "surat.doc")

    made = changer.pdf(old / "daftar.xls", XLS, tmp_path / "daftar.pdf")
    assert one_reader().look(made, "a.pdf").halaman == 1
    with pytest.raises(TakDapatDiubah):
        changer.modern(tmp_path / "surat.doc", DOC, tmp_path / "jadi")


def test_a_picture_that_lies_elsewhere_is_not_fetched_for_a_foreign_letter(
    warm: Hangat, tmp_path: Path
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        far = f"http://127.0.0.1:{server.getsockname()[1]}/gambar.png"
        asked = linked(tmp_path / "jauh.docx", far)
        SofficeAsing(NeverOpened(), warm=warm).pdf(asked, WORD, tmp_path / "jauh.pdf")
        with pytest.raises(TimeoutError):
            server.accept()


def probed(tmp_path: Path, code: str) -> Hangat:
    """The warm end with other words at the place where a file would be opened."""
    whole = ASING.read_text()
    place = "    kit.convert(source, out, wanted)\n    with"
    assert whole.count(place) == 1
    (tmp_path / "pelayan.py").write_text(whole.replace(place, code + "    with"))
    return Hangat(LIMITS_ASING, tmp_path / "pelayan.py", TOLD_ASING, apart=True)


PEEKS = """
    import subprocess
    told = [str(one) for one in sorted(ROOM.rglob("*")) if one.is_file()]
    told += [str(one) for one in Path("/dev/shm").iterdir()]
    for path in ("/bekas", "/dev/bekas", "/usr/bekas"):
        try:
            Path(path).write_text("x")
            told.append(path)
        except OSError:
            pass
    for place in ("/tmp", "/dev/shm"):
        Path(place, "bekas").write_text("x")
    for look in ("/proc/1/mem", "/proc/1/environ", "/proc/1/fd/0"):
        try:
            open(look, "rb").read(1)
            told.append(look)
        except OSError:
            pass
    for pid in range(2, 60):
        try:
            os.kill(pid, 0)
            told.append(f"process {pid}")
        except OSError:
            pass
    subprocess.Popen(["/usr/bin/sleep", "61"])
    out.write_text(json.dumps(told))
"""


def test_a_foreign_file_meets_nothing_of_another_and_leaves_nothing_behind(
    old: Path, tmp_path: Path
) -> None:
    one = probed(tmp_path, PEEKS)
    seen = []
    for n in range(2):
        one.convert(old / "surat.docx", tmp_path / f"{n}.pdf", 20, "docx pdf\n")
        seen.append(json.loads((tmp_path / f"{n}.pdf").read_text()))
    assert one._kotak
    left = [Path(f"/proc/{pid}/cmdline").read_bytes() for pid in below(one._kotak._box.pid)]
    one.close()

    own = ["/tmp/asing.docx", "/tmp/profil/user/registrymodifications.xcu"]
    assert seen == [own, own]
    assert left
    assert not [words for words in left if b"sleep" in words]


@pytest.mark.parametrize(
    "code",
    [
        "os.abort()",
        "resource.setrlimit(resource.RLIMIT_CPU, (1, 1)); exec('while True: pass')",
        "import time; time.sleep(60)",
        "bytearray(4_000_000_000)",
        "out.write_bytes(bytes(250_000_000))",
        "out.write_bytes(b'')",
    ],
    ids=["gugur", "berputar", "menggantung", "rakus", "dua gigabita", "hampa"],
)
def test_a_foreign_file_that_breaks_its_process_costs_no_other(
    old: Path, tmp_path: Path, code: str
) -> None:
    spared = "    if file != b'pecah':\n        kit.convert(source, out, wanted)\n"
    one = probed(tmp_path, f"{spared}    else:\n        {code}\n")
    (tmp_path / "buruk.docx").write_bytes(b"pecah")

    with pytest.raises(Unavailable, match=r"tidak menghasilkan PDF|belum selesai setelah 3 detik"):
        one.convert(tmp_path / "buruk.docx", tmp_path / "a.pdf", 3, "docx pdf\n")

    one.convert(old / "surat.docx", tmp_path / "b.pdf", 20, "docx pdf\n")
    assert one_reader().look(tmp_path / "b.pdf", "a.pdf").halaman == 1
    one.close()
