"""`./berkas ingest`: files through the hallway by the real machine, and what became of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.surat import pdf
from service.config import CODE
from tests.papers import letter

FIELDS = ["nama", "sha256", "akhir", "keadaan", "alasan", "mime", "jenis", "nomor"]


def berkas(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("BERKAS_")}
    env |= {
        "BERKAS_HOME": str(home / "rumah"),
        "BERKAS_INBOX": str(home / "inbox"),
        "PYTHONPATH": str(CODE),
    }
    line = [sys.executable, "-m", "service.cli", *words]
    return subprocess.run(
        line, env=env, cwd=CODE, capture_output=True, text=True, timeout=100, check=False
    )


def test_a_folder_of_files_is_taken_in_and_each_has_its_line(tmp_path: Path) -> None:
    files = tmp_path / "files" / "dalam"
    files.mkdir(parents=True)
    letter(
        files / "a.docx", "UNDANGAN", "Nomor : 5/UND/XI/2026", "Hal : Rapat DIP", "Yth. Kepala Biro"
    )
    (files / "b.pdf").write_bytes(pdf(["catatan kecil"]))
    (files / "c.pdf").write_bytes((files / "b.pdf").read_bytes())
    (files / "d.pdf").write_bytes(Path("/bin/true").read_bytes())
    (files / "e.pdf").symlink_to(files / "b.pdf")
    (files / "f.pdf").write_bytes(b"")

    ran = berkas(
        tmp_path,
        "ingest",
        str(tmp_path / "files"),
        "--instansi",
        "kota_kupang",
        "--unit",
        "kominfo",
        "--json",
    )

    told = {line["nama"]: line for line in map(json.loads, ran.stdout.splitlines())}
    assert ran.returncode == 0, ran.stderr
    assert all(list(line) == FIELDS for line in told.values())
    ends = {name: (line["akhir"], line["keadaan"], line["alasan"]) for name, line in told.items()}
    assert ends["a.docx"] == ("diterima", "didaftar", "")
    assert told["a.docx"]["jenis"] == "undangan"
    assert ends["b.pdf"][:2] == ("diterima", "menunggu_petugas")
    assert ends["c.pdf"] == ("diterima_dengan_catatan", "didaftar", "kembar")
    assert ends["d.pdf"] == ("tidak_dapat_diproses", "karantina", "program")
    assert ends["e.pdf"] == ("tidak_dapat_diproses", "karantina", "bukan_file_biasa")
    assert ends["f.pdf"] == ("tidak_dapat_diproses", "karantina", "kosong")
    assert sorted(line["nomor"] for line in told.values() if line["nomor"])[0][:4] == "0001"
    assert (files / "b.pdf").exists()  # given, not taken away

    assert berkas(tmp_path, "audit").returncode == 0


def test_whose_files_they_are_is_asked_before_anything_is_taken_in(tmp_path: Path) -> None:
    letter(tmp_path / "a.docx", "Surat")

    nobody = berkas(tmp_path, "ingest", str(tmp_path / "a.docx"))
    stranger = berkas(
        tmp_path, "ingest", str(tmp_path / "a.docx"), "--instansi", "kota_kupang", "--unit", "x"
    )

    assert (nobody.returncode, stranger.returncode) == (1, 1)
    assert "Sebutkan --instansi" in nobody.stderr
    assert "Unit x tidak ada" in stranger.stderr
