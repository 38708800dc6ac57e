"""What the public page says of a term that has run out, and of one that no longer runs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from service.adapters.loket_folder import LoketFolder
from service.disk import SharedDisk
from service.domain import kabar, keberatan, permohonan
from service.domain.kabar import Kabar
from service.domain.kode_lacak import sidik, spoken
from tests.loket import new_kode
from tests.web.publik import BADAN, pages_of

LEWAT = "Batas waktu jawaban sudah lewat. Anda berhak mengajukan keberatan."


def page_of(folder: Path, jenis: str, keadaan: str, *, dijawab: bool) -> str:
    """The page of a matter whose term ended long ago."""
    kode, pages = new_kode(), pages_of(folder, BADAN)
    told = Kabar(
        jenis,
        BADAN["kode"],
        BADAN["nama"],
        BADAN["zona"],
        datetime(2025, 3, 3, 2, 0, tzinfo=UTC),
        date(2025, 3, 3),
        date(2025, 3, 17),
        "1/2025",
        "1/REG",
        keadaan,
        dijawab,
    )
    loket = LoketFolder(folder / "masuk", folder / "terbit", folder / "sisih", SharedDisk())
    loket.tell(sidik(kode), kabar.write(told))
    return pages.get(f"/lacak/{spoken(kode)}").text


@pytest.mark.parametrize("keadaan", sorted(permohonan.TERBUKA))
def test_who_waits_longer_than_the_law_says_is_told_of_the_right_to_object(
    tmp_path: Path, keadaan: str
) -> None:
    assert LEWAT in page_of(tmp_path, "permohonan", keadaan, dijawab=False)


def test_whose_objection_waits_too_long_is_told_of_the_komisi(tmp_path: Path) -> None:
    page = page_of(tmp_path, "keberatan", keberatan.TERDAFTAR, dijawab=False)

    assert "lencana lewat" in page
    assert "ke Komisi Informasi" in page
    assert LEWAT not in page


@pytest.mark.parametrize(
    ("jenis", "keadaan"),
    [
        ("permohonan", permohonan.DIBATALKAN),
        ("permohonan", permohonan.DIJAWAB),
        ("permohonan", permohonan.SELESAI),
        ("keberatan", keberatan.DIBATALKAN),
        ("keberatan", keberatan.DITANGGAPI),
    ],
)
def test_what_was_withdrawn_or_answered_is_never_called_late(
    tmp_path: Path, jenis: str, keadaan: str
) -> None:
    answered = keadaan != "dibatalkan"

    page = page_of(tmp_path, jenis, keadaan, dijawab=answered)

    assert kabar.KEADAAN[jenis][keadaan] in page
    assert LEWAT not in page
    assert "lencana lewat" not in page
