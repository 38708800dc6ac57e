"""What the text file beside a file in karantina says, before anybody lays it anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from service.domain.akibat import ARTI
from service.domain.karantina import SARAN, Perkara, kiriman_of, letter, stood_at_door
from service.domain.temuan import DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES

TEMPAT = "inbox/contoh/unit"
PERKARA = Perkara("surat.pdf", "rusak", "File rusak", "Rusak.", TEMPAT, "k1", "0007/AGENDA/2026")
BAD = [kode for kode, one in ARTI.items() if one.akhir in (DISIMPAN_SAJA, TIDAK_DAPAT_DIPROSES)]


def test_advice_is_given_only_for_what_can_be_found() -> None:
    assert set(SARAN) <= set(BAD)


@pytest.mark.parametrize("kode", BAD)
def test_every_end_has_advice_that_names_a_folder_or_the_desk(kode: str) -> None:
    text = letter(replace(PERKARA, kode=kode, kata=ARTI[kode].kata))

    assert f"di folder {TEMPAT}." in text or "di halaman Meja" in text
    assert kiriman_of(text) == "k1"
    assert len(text.encode()) < 2000


def test_at_the_door_nothing_was_taken_in_and_the_file_itself_is_mended() -> None:
    text = letter(replace(PERKARA, kode="terlalu_besar", kiriman="", nomor=""))

    assert f"Setelah diperbaiki, letakkan file itu di folder {TEMPAT}." in text
    assert "Nomor agenda" not in text
    assert stood_at_door(text)
