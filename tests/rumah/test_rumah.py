"""A home that an earlier release left is taken over whole by this one."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from service import house as houses
from service.acts.keadaan.audit import audit
from service.config import Settings
from service.domain.berkas import Berkas
from service.domain.naskah import Naskah

HERE = Path(__file__).parent
RELEASES = sorted(path.name for path in HERE.iterdir() if (path / "berkas.db").exists())


def test_there_is_a_home_of_every_release() -> None:
    changes = (HERE.parent.parent / "CHANGELOG.md").read_text().splitlines()
    released = [
        line.split()[1]
        for line in changes
        if line.startswith("## ") and "belum dirilis" not in line
    ]

    assert sorted(released) == RELEASES


@pytest.mark.parametrize("release", RELEASES)
def test_a_home_of_an_earlier_release_is_migrated_and_keeps_every_promise(
    release: str, tmp_path: Path
) -> None:
    home = tmp_path / "rumah"
    shutil.copytree(HERE / release, home)
    settings = Settings.from_env(
        {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(tmp_path / "inbox")}
    )

    houses.migrate(settings)

    house = houses.open_checked(settings)
    assert [one for one in audit(house) if not one.utuh] == []
    with house.ledger.read() as look:
        assert look.find(Berkas)
        for naskah in look.find(Naskah):
            with house.store.open(naskah.bertanda_tangan) as pdf:
                assert pdf.read(5) == b"%PDF-"
    house.close()


def test_the_matter_of_a_letter_that_an_earlier_release_withheld_is_withheld(
    tmp_path: Path,
) -> None:
    home = tmp_path / "rumah"
    shutil.copytree(HERE / "0.2", home)
    book = sqlite3.connect(home / "berkas.db")
    # 0.2 knew the secret of the letter alone; its matter bears the same name.
    kiriman, berkas = book.execute("SELECT id, berkas FROM kiriman WHERE berkas <> ''").fetchone()
    book.execute("UPDATE kiriman SET rahasia = 1 WHERE id = ?", (kiriman,))
    book.commit()
    book.close()
    settings = Settings.from_env(
        {"BERKAS_HOME": str(home), "BERKAS_INBOX": str(tmp_path / "inbox")}
    )

    houses.migrate(settings)

    house = houses.open_checked(settings)
    with house.ledger.read() as look:
        assert [one.id for one in look.find(Berkas, rahasia=True)] == [berkas]
    # The letter was altered by this test; of the matter nothing is found.
    found = {one.janji: one for one in audit(house)}
    assert found["I8c"].sebut == (f"kiriman {kiriman} diubah di luar Berkas",)
    assert (found["I13"].diperiksa, found["I13"].dilanggar) == (1, 0)
    house.close()
