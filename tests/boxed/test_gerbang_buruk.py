"""Whatever arrives comes to the end of the gate, soon, and never by a fault of ours."""

from __future__ import annotations

import io
import time
import warnings

from service.boxed.gerbang import periksa
from service.domain.batas import Batas
from service.domain.gerbang.arti_tembus import meaning
from tests.boxed.test_wadah import boxed
from tests.contoh_buruk import semua

SOON = 3.0  # seconds of processor


def test_every_bad_file_we_know_comes_to_its_end() -> None:
    def work() -> list[tuple[str, float, list[str]]]:
        warnings.simplefilter("ignore")  # Pillow's, of broken notes
        told = []
        for one in semua():
            began = time.process_time()
            found = periksa.leaks(io.BytesIO(one.bita), one.nama, Batas())
            spent = time.process_time() - began
            told.append((ascii(one.nama), spent, [jenis for jenis, *_ in found]))
        return told

    told = boxed(work, seconds=100)

    assert len(told) > 300
    assert [one for one in told if one[1] > SOON] == []
    assert all(meaning(jenis).kata for _, _, kinds in told for jenis in kinds)
