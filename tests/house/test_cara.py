"""What the how-tos tell people to type is typed here, in a folder like theirs, and works."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from service.config import CODE
from tests.house.test_docs import said

FENCED = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
TYPED, SHOWN = "sh", ""  # what stands behind the fence
DINAS = "dinas_contoh"


class Meja:
    """Somebody at a shell, in a folder of Berkas."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(CODE / "templates_docx", folder / "templates_docx")
        (folder / "templates_docx").chmod(0o755)
        berkas = folder / "berkas"
        line = f'exec {shlex.quote(sys.executable)} -m service.cli "$@"\n'
        berkas.write_text(f"#!/bin/sh\n{line}")
        berkas.chmod(0o755)
        outer = {name: word for name, word in os.environ.items() if not name.startswith("BERKAS_")}
        own = {"BERKAS_HOME": "var", "BERKAS_INBOX": "inbox", "BERKAS_PACKS": "templates_docx"}
        at = {name: str(folder / word) for name, word in own.items()}
        self.env = {**outer, **at, "PYTHONPATH": str(CODE)}

    def types(self, lines: str) -> str:
        """What is answered; it must come to its end without a failure."""
        ran = subprocess.run(
            ["sh", "-euc", lines], cwd=self.folder, env=self.env, capture_output=True, text=True
        )
        assert ran.returncode == 0, f"{lines}\n{ran.stdout}{ran.stderr}"
        return ran.stdout + ran.stderr


def blocks(book: str, kind: str = TYPED) -> list[str]:
    """What a how-to tells people to type, or shows of the screen, block by block."""
    return [text for name, text in FENCED.findall(said(CODE / "docs" / book)) if name == kind]


@pytest.fixture
def meja(tmp_path: Path) -> Meja:
    return Meja(tmp_path)


def test_an_agency_is_added_as_the_book_says_and_the_screen_says_the_same(meja: Meja) -> None:
    (typed,) = blocks("menambah-instansi.md")

    answered = meja.types(typed)

    assert [answered] == blocks("menambah-instansi.md", SHOWN)


@pytest.mark.panjang
def test_an_sop_is_read_from_its_table_checked_and_drawn(meja: Meja) -> None:
    meja.types(blocks("menambah-instansi.md")[0])
    meja.types("mkdir -p var && ./berkas migrate")  # as it was when Berkas ran for the first time

    read, taken = (meja.types(one) for one in blocks("menambah-sop.md"))

    assert "Periksa setiap baris # Periksa:" in read
    assert "0 kesalahan" in taken
    assert "<svg" in (meja.folder / "bagan.svg").read_text()


@pytest.mark.panjang
def test_a_kind_of_paper_is_added_and_printed_with_its_samples(meja: Meja) -> None:
    meja.types(blocks("menambah-instansi.md")[0])

    for one in blocks("menambah-naskah.md"):
        meja.types(one)

    assert (meja.folder / "cetakan" / f"{DINAS}-surat_edaran.pdf").stat().st_size > 1000
