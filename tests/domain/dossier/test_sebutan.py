"""What people call a matter: on the cover of its dossier, at the foot of its pages, in its bag."""

from __future__ import annotations

import pytest

from service.domain.dossier.isi import Dossier, Sampul
from service.domain.dossier.lembar import sheets
from service.domain.dossier.sebutan import PENDEK, called, titled
from service.domain.ids import derived

ID = derived("perkara contoh")


def test_a_matter_is_called_by_the_first_number_it_has() -> None:
    assert called(["", "0007/REG/2026", "0012/AGENDA/2026"], "Uji", 2026) == "0007/REG/2026"


def test_without_a_number_it_is_called_by_its_title_and_year() -> None:
    assert called([], "Uji konsekuensi laporan audit", 2026) == (
        "Uji konsekuensi laporan audit (2026)"
    )
    assert called([], "Putaran DIP 2026: Biro Umum", 2026) == "Putaran DIP 2026: Biro Umum"


@pytest.mark.parametrize("judul", [ID, f"Uji {ID}", f"{ID}: uji", f"({ID})", ""])
def test_an_id_is_never_a_name(judul: str) -> None:
    assert ID not in called([ID, ""], judul, 2026)
    assert titled(judul)


def test_a_long_title_is_cut_behind_a_word_and_says_so() -> None:
    said = called([], "Permohonan salinan " + "laporan " * 30, 2026)

    assert said.endswith("laporan… (2026)")
    assert len(said) <= PENDEK + 8
    assert called([], "x" * 200, 2026) == f"{'x' * PENDEK}… (2026)"


@pytest.mark.parametrize(
    ("sebutan", "judul", "whole"),
    [
        ("0012/AGENDA/2026", "Uji laporan", "0012/AGENDA/2026 · Uji laporan"),
        ("Uji laporan (2026)", "Uji laporan", "Uji laporan (2026)"),
        ("Sengketa 7/KI", "Sengketa informasi 7/KI", "Sengketa informasi 7/KI"),
    ],
)
def test_number_and_title_stand_together_and_nothing_twice(
    sebutan: str, judul: str, whole: str
) -> None:
    sampul = Sampul(judul, sebutan, (("Unit", "Biro Umum"),))
    _, (cover, *_) = sheets(Dossier(sampul, ()), len)

    assert sampul.nama == whole
    said = " ".join(one.teks for one in cover.kata)
    assert (sebutan in said) == ("·" in whole)
