"""`./berkas sop`: the whole file, or the reason why not, and what was there stays."""

from __future__ import annotations

import shutil
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import pytest

from service import cli, house
from service.config import CODE, Settings
from tests import servers
from tests.sop_contoh import BAHAN, PUTUSAN

SVG = "{http://www.w3.org/2000/svg}"
BPMN = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"


@pytest.fixture
def keluar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A house with the packs we bring and a sample; the folder to write to."""
    packs = shutil.copytree(CODE / "templates_docx", tmp_path / "paket")
    for kode in ("kantor_satu", "kantor_dua"):
        own = packs / kode
        (own / "sop").mkdir(parents=True)
        (own / "instansi.toml").write_text((packs / "kota_kupang" / "instansi.toml").read_text())
        (own / "bahan.toml").write_text(BAHAN)
        (own / "sop" / "contoh.toml").write_text(PUTUSAN)
    for path in (packs, *packs.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    monkeypatch.delenv(servers.ROOM, raising=False)
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    monkeypatch.setenv("BERKAS_INBOX", str(tmp_path / "inbox"))
    monkeypatch.setenv("BERKAS_PACKS", str(packs))
    house.migrate(Settings.from_env())
    (tmp_path / "keluar").mkdir()
    return tmp_path / "keluar"


def told(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = cli.main(["sop", *(str(word) for word in words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_an_sop_is_drawn_as_svg(keluar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = told(capsys, "draw", "contoh", "--instansi", "kantor_satu", keluar / "a.svg")

    assert code == 0
    assert said == f"SOP contoh (kantor_satu) ditulis ke {keluar / 'a.svg'}.\n"
    root = ET.parse(keluar / "a.svg").getroot()
    assert root.findtext(f"{SVG}title", "").startswith("Bagan alir SOP Contoh Keputusan <Publik>")
    assert [path.name for path in keluar.iterdir()] == ["a.svg"]


def test_where_no_house_stands_it_is_drawn_too_and_none_is_left_behind(
    keluar: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "belum ada"))

    code, _, _ = told(capsys, "draw", "contoh", "--instansi", "kantor_satu", keluar / "a.svg")
    letak = cli.main(["letak", "kantor_satu", "--jenis", "memorandum"])

    assert (code, letak) == (0, 0)
    assert (keluar / "a.svg").is_file()
    assert not (tmp_path / "belum ada").exists()


def test_an_sop_is_written_as_bpmn(keluar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _ = told(capsys, "bpmn", "pengelolaan_informasi", keluar / "a.bpmn")

    assert (code, "(ppid_kementerian)" in said) == (0, True)
    root = ET.parse(keluar / "a.bpmn").getroot()
    assert [one.get("id") for one in root.iter(f"{BPMN}process")] == [
        "pengelolaan_informasi_bulanan",
        "pengelolaan_informasi_monev",
    ]


def test_an_sop_that_one_instansi_has_needs_no_instansi(
    keluar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, _ = told(capsys, "print", "pengelolaan_informasi", keluar / "a.docx")

    assert (code, "(ppid_kementerian)" in said) == (0, True)
    assert zipfile.ZipFile(keluar / "a.docx").testzip() is None


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("draw", "contoh", "a.svg"), "lebih dari satu instansi"),
        (("draw", "tiada", "a.svg"), "SOP tiada tidak ada. Pilihan: contoh"),
        (("draw", "contoh", "--instansi", "tiada", "a.svg"), "Instansi tiada tidak ada. Pilihan"),
        (("draw", "contoh", "--instansi", "kota_kupang", "a.svg"), "SOP contoh tidak ditemukan"),
        (("draw", "contoh", "--instansi", "kantor_satu", "a.docx"), "harus berakhir dengan .svg"),
        (("print", "contoh", "--instansi", "kantor_satu", "a.svg"), "harus berakhir dengan .docx"),
        (("bpmn", "contoh", "--instansi", "kantor_satu", "a.svg"), "harus berakhir dengan .bpmn"),
        (("draw", "contoh", "--instansi", "kantor_satu", "b/a.svg"), "foldernya tidak ada"),
        (
            ("draw", "contoh", "--instansi", "kantor_satu", f"{'a' * 300}.svg"),
            "namanya terlalu panjang",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    words: tuple[str, ...], why: str, keluar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, said = told(capsys, *words[:-1], keluar / words[-1])

    assert code == 1
    assert why in said
    assert list(keluar.iterdir()) == []


def test_a_broken_sop_names_its_faults_and_the_file_from_before_stays(
    keluar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = keluar.parent / "paket" / "kantor_satu" / "sop" / "contoh.toml"
    broken.write_text(PUTUSAN.replace('"periksa" }', '"tiada" }'))
    (keluar / "a.svg").write_text("dari kemarin")

    code, _, said = told(capsys, "draw", "contoh", "--instansi", "kantor_satu", keluar / "a.svg")

    assert code == 1
    assert "kantor_satu/sop/contoh.toml:" in said and "'tiada'" in said
    assert (keluar / "a.svg").read_text() == "dari kemarin"


def test_what_was_printed_is_read_back_as_a_draft(
    keluar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, draft = keluar / "form.docx", keluar / "konsep.toml"
    told(capsys, "print", "uji_konsekuensi", "--instansi", "kemensetneg", form)
    code, said, looked = told(capsys, "import", form, "--out", draft)

    assert code == 0
    assert said.startswith(f"Konsep 7 langkah ditulis ke {draft}.")
    assert '"7/SOP/KEMENSETNEG/HUMAS/01/2023"' in draft.read_text()
    assert draft.read_text().count("[[langkah]]") == 7
    assert looked
    code, said, _ = told(capsys, "import", form)
    assert code == 0
    assert said.startswith(draft.read_text())


def test_no_draft_is_written_of_a_file_that_the_virus_scanner_did_not_see(
    keluar: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    form, draft = keluar / "form.docx", keluar / "konsep.toml"
    told(capsys, "print", "uji_konsekuensi", "--instansi", "kemensetneg", form)
    monkeypatch.setenv("BERKAS_CLAMD", f"unix:{keluar / 'mati.ctl'}")
    code, said, wrong = told(capsys, "import", form, "--out", draft)

    assert (code, said) == (1, "")
    assert "tidak menjawab" in wrong
    assert not draft.exists()


def test_a_file_without_an_sop_writes_nothing_and_says_why(
    keluar: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = keluar / "kosong.docx"
    empty.write_bytes(b"bukan Word")
    for words in (
        ("import", keluar / "tidak_ada.docx"),
        ("import", empty, "--out", keluar / "a.toml"),
        ("import", empty, "--instansi", "entah"),
    ):
        code, said, wrong = told(capsys, *words)
        assert (code, said) == (1, "")
        assert len(wrong) > 20
    assert not (keluar / "a.toml").exists()
