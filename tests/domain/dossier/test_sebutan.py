"""What people call a matter: on the cover of its dossier, at the foot of its pages, in its bag."""

from __future__ import annotations

import pytest

from service.domain.dossier.isi import Dossier, Sampul
from service.domain.dossier.lembar import sheets
from service.domain.dossier.sebutan import PENDEK, called, filed, titled
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


def test_files_of_two_matters_that_are_called_alike_have_names_of_their_own() -> None:
    other = derived("perkara lain")
    same = called([], "Uji konsekuensi laporan audit", 2026)

    one, two = filed("dossier", same, ID), filed("dossier", same, other)

    assert one == f"dossier Uji konsekuensi laporan audit (2026) {ID[:6]}"
    assert two == f"dossier Uji konsekuensi laporan audit (2026) {other[:6]}"
    assert filed("dossier", same, ID) == one


def test_a_long_name_of_a_file_keeps_what_tells_it_from_others() -> None:
    long = "0012/AGENDA/2026 <" + "x" * 300
    names = {filed("jilidan", long, x, *told) for x in (ID, derived("b")) for told in ((), ("1",))}

    assert len(names) == 4
    assert max(map(len, names)) < 100
    assert not any(set(one) & set('/\\<>:"|?*') for one in names)


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
