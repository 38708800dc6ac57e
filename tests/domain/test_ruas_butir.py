"""A number that names an item names one that is there."""

from __future__ import annotations

import pytest

from service.domain.paper import missing, read
from tests.domain.naskah_contoh import FILE, KEPALA

RUAS = """
[[ruas]]
nama = "hanya"
label = "Hanya butir"
jenis = "bilangan"
wajib = false
butir_dari = "butir"
contoh = ""

[[ruas]]
nama = "butir"
label = "Butir"
jenis = "butir"
contoh = [{ no = 1, judul = "Contoh", kesimpulan = "Terbuka" }]
"""
ISI = [{"no": n, "judul": "Contoh", "kesimpulan": "Terbuka"} for n in (1, 2)]


def test_only_an_item_of_the_list_can_be_named() -> None:
    pair, found = read("undangan", KEPALA + RUAS, FILE)
    assert pair
    assert found == []

    for none in ("", None, 0, 2):
        assert missing(pair, {"hanya": none, "butir": ISI}) == []
    assert missing(pair, {"hanya": 3, "butir": ISI}) == ["Hanya butir (butir 3 tidak ada)"]


@pytest.mark.parametrize(
    ("now", "then"), [('dari = "butir"', 'dari = "hanya"'), ('"bilangan"', '"teks"')]
)
def test_a_number_of_no_list_is_named(now: str, then: str) -> None:
    assert RUAS.count(now) == 1

    found = read("undangan", KEPALA + RUAS.replace(now, then), FILE)[1]
    assert "butir_dari hanya untuk ruas berjenis bilangan" in "\n".join(map(str, found))
