"""A head lets a matter go on without a paper at its page, and asks for it again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from service.domain.keringanan import Keringanan
from service.house import RealHouse
from tests.web.rumah_web import officer, rumah_web
from tests.web.test_berkas_web import does, opened


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        yield whole


def test_a_head_waives_what_lacks_and_asks_for_it_again(house: RealHouse) -> None:
    tim, head = officer(house, "tim", "tim_sekretariat"), officer(house, "kepala", "ppid")
    at = opened(tim)
    assert "Kesampingkan kelengkapan" not in tim.client.get(at).text
    assert "<summary>Kesampingkan kelengkapan</summary>" in head.client.get(at).text
    wanted = {"bahan": "surat_permohonan"}
    assert does(head, at, "kesampingkan", **wanted, alasan="").status_code == 422
    assert does(tim, at, "kesampingkan", **wanted, alasan="Contoh").status_code == 404
    done = does(head, at, "kesampingkan", **wanted, alasan="Surat asli hilang contoh")
    assert done.location.endswith("kabar=dikesampingkan")
    page = head.client.get(at).text
    assert "Yang diperlukan dan belum ada:" not in page
    assert "Alasan: Surat asli hilang contoh" in page  # in the trail of the matter
    with house.ledger.read() as reading:
        [one] = reading.find(Keringanan)
    assert does(head, at, "minta-lagi", keringanan=one.id).status_code == 303
    assert "Yang diperlukan dan belum ada:</b> Surat permohonan" in head.client.get(at).text
