"""The proof sheet of a blackened copy, out of the journal."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang.bukti_hitam import BuktiHitam, Huruf
from service.domain.gerbang.hitam import boxes
from service.domain.gerbang.lembar_bukti import DIMINTA, DISALIN, sheet_of, told

PAGI = datetime(2026, 11, 23, 2, tzinfo=UTC)
KOTAK = boxes([(1, 0.1, 0.1, 0.5, 0.2), (3, 0.1, 0.1, 0.5, 0.2)], 3)
BUKTI = BuktiHitam(3, sebelum=Huruf(31, 1_200), sesudah=Huruf(0, 1_169))


def jurnal() -> list[Catatan]:
    """Newest first: the copy that counts, who asked for it, and an earlier plain copy."""
    proof = {"sha256": "salinan", **told("asal", KOTAK, BUKTI)}
    lines = (("orang", DIMINTA, {}), (MESIN, DISALIN, {"sha256": "lama"}), ("budi", DIMINTA, {}))
    held = [*lines, (MESIN, DISALIN, proof)]
    made = [
        Catatan("kantor", who, deed, PAGI + timedelta(minutes=n), "a", dict(more))
        for n, (who, deed, more) in enumerate(held)
    ]
    return made[::-1]


def test_a_proof_says_who_which_bytes_and_how_much_can_still_be_got_out() -> None:
    found = sheet_of("salinan", jurnal())

    assert found is not None
    assert (found.oleh, found.asal, found.hasil) == ("budi", "asal", "salinan")
    said = dict(found.baris)
    assert said["Kotak"] == "2, di halaman 1, 3"
    assert said["Huruf yang dapat diambil dari balik kotak"] == "31 sebelumnya, 0 di salinannya"
    assert "1.200 sebelumnya" in said["Huruf yang dapat diambil seluruhnya"]


def test_a_copy_without_boxes_and_one_that_nobody_knows_have_no_proof() -> None:
    assert sheet_of("lama", jurnal()) is None
    assert sheet_of("lain", jurnal()) is None


def test_a_proof_quotes_nothing_of_the_file() -> None:
    kept = told("asal", KOTAK, BUKTI)

    assert all(value == "asal" or set(value) <= set("0123456789, ") for value in kept.values())
