"""Old and foreign Office files become what can be read; each in a fresh, closed process."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from service.adapters.box import Bubblewrap
from service.adapters.soffice import SofficeAsing
from service.adapters.soffice.asing import TakDapatDiubah
from service.ports import Limits, Ran
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
