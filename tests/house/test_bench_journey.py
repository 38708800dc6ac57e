"""The bench of a journey takes one matter through the machine itself, and loses no moment of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bench import journey
from bench.jam_bagian import Berjam, JamBagian


def test_a_matter_goes_through_seven_steps_and_every_part_of_the_house_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journey, "ROUNDS", 1)
    monkeypatch.setattr(journey, "BAR", 600.0)  # what is measured beside other tests says nothing

    found = {one.name.strip(): one for one in journey.measure(tmp_path)}

    whole = found["one matter through seven steps, to its dossier"].value
    parts = [found[name].value for name in journey.PARTS]
    assert all(one > 0 for one in parts)
    assert sum(parts) == pytest.approx(whole)
    # Seven papers, each as a draft and as approved, and the list as it is published.
    assert found["prints on its way"].value == 2 * 7 + 1
    share = found["of it LibreOffice, DOCX to PDF/A"].value
    assert share == pytest.approx(100 * found["convert"].value / whole)
    assert found["its processor seconds, all processes"].value > 0
    assert all(one.held for one in found.values())


class Orang:
    """One who sleeps, and has another sleep within."""

    def __init__(self, jam: JamBagian) -> None:
        self.jam = jam

    def kerja(self) -> None:
        time.sleep(0.02)
        with self.jam.within("within"):
            time.sleep(0.03)


def test_a_moment_counts_for_the_part_begun_last_or_for_one_that_stands_for_all() -> None:
    jam = JamBagian("rest")

    Berjam(Orang(jam), jam, "outer").kerja()
    first = jam.told()
    with jam.within("people", whole=True):
        Berjam(Orang(jam), jam, "outer").kerja()
    then = jam.told()

    assert first["outer"] >= 0.02
    assert first["within"] >= 0.03
    assert (then["outer"], then["within"]) == (first["outer"], first["within"])
    assert then["people"] >= 0.05
