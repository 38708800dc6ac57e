from __future__ import annotations

import shutil
from pathlib import Path

from service.adapters.magic import Magic
from tests.papers import letter, table

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_a_file_is_known_by_its_bytes_whatever_its_name_says(tmp_path: Path) -> None:
    word = letter(tmp_path / "surat.docx", "Isi").rename(tmp_path / "surat.pdf")
    excel = table(tmp_path / "dip.xlsx", [["a"]]).rename(tmp_path / "dip.docx")
    shutil.copy("/bin/true", tmp_path / "program.docx")
    (tmp_path / "kosong.pdf").write_bytes(b"")

    mime = Magic().mime

    assert mime(word) == WORD
    assert mime(excel) == EXCEL
    assert mime(tmp_path / "program.docx").startswith("application/x-")
    assert mime(tmp_path / "kosong.pdf") == "application/x-empty"
