"""The benches of signing sign papers, and take them back, as an office would."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import kembali, sitting


def test_the_bench_of_a_sitting_signs_every_paper_and_sets_it_beside_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitting, "BANYAK", 5)
    monkeypatch.setattr(sitting, "SENDIRI", 1)

    found = {one.name: one for one in sitting.measure(tmp_path)}

    each = found["a sitting of 5, B-B, seconds a paper"]
    single = found["one by one, the key opened for each, seconds a paper"]
    assert each.value > 0
    assert found["sitting to one by one"].value == pytest.approx(each.value / single.value)


@pytest.mark.panjang
@pytest.mark.timeout(600)
def test_the_bench_of_what_comes_back_joins_every_scan_and_takes_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kembali, "BANYAK", 2)
    monkeypatch.setattr(kembali, "BERURUT", 1)

    found = kembali.measure(tmp_path)

    assert len(found) == 5
    assert all(one.value > 0 for one in found)
