"""`./berkas verify`: what is said of a bag, and how it ends."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import bagit
import pytest

from service import cli
from service.config import Settings


@pytest.fixture
def rumah(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    assert cli.main(["migrate"]) == 0
    assert Settings.from_env().home == tmp_path / "rumah"
    return tmp_path


def bag(room: Path) -> Path:
    folder = room / "tas"
    folder.mkdir()
    (folder / "surat.txt").write_text("surat contoh")
    bagit.make_bag(str(folder), checksums=["sha256"], processes=1)
    return folder


def test_a_bag_is_said_to_be_whole_until_something_is_done_to_it(
    rumah: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = bag(rumah)
    assert cli.main(["verify", str(folder)]) == 0
    assert "tas: utuh; 1 file, 12 bita" in capsys.readouterr().out

    (folder / "data" / "surat.txt").write_text("surat c0ntoh")
    assert cli.main(["verify", str(folder)]) == 1
    assert "SALAH      data/surat.txt berubah" in capsys.readouterr().out
    assert cli.main(["verify", str(folder), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["utuh"]
    assert "bukan buatan Berkas" in told["perhatikan"][0]


def test_what_is_no_bag_is_refused_with_words(
    rumah: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rumah / "surat.txt").write_text("x")
    with zipfile.ZipFile(rumah / "lain.zip", "w") as packed:
        packed.writestr("lain/x.txt", "x")
    for name, word in (
        ("tidak-ada", "tidak ada"),
        ("surat.txt", "bukan folder dan bukan ZIP"),
        ("lain.zip", "bukan tas BagIt"),
    ):
        assert cli.main(["verify", str(rumah / name)]) == 1
        said = capsys.readouterr()
        assert word in said.out + said.err


def test_on_a_machine_without_a_house_a_bag_is_looked_at_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BERKAS_HOME", str(tmp_path / "rumah"))
    folder = bag(tmp_path)

    assert cli.main(["verify", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "tas: utuh" in said
    assert "belum ada rumah Berkas" in said
    assert cli.main(["verify", str(folder), "--jurnal"]) == 1
    assert "tidak ada jurnal untuk dibandingkan" in capsys.readouterr().err
    assert not (tmp_path / "rumah").exists()
