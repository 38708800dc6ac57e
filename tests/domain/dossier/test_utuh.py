"""A dossier proves its originals by the hashes that it tells of them."""

from __future__ import annotations

from dataclasses import replace

from service.domain.dossier.utuh import IsiDossier, Terlampir, faults

SK = Terlampir("SK.pdf", f"SHA-256 {'a' * 64}", 10, 10, "a" * 64)


def said(*lampiran: Terlampir) -> str:
    return " | ".join(faults(IsiDossier(3, lampiran)))


def test_originals_that_are_what_is_told_of_them_are_whole() -> None:
    assert said(SK) == ""


def test_an_original_that_was_changed_is_named() -> None:
    assert "SK.pdf berubah" in said(replace(SK, sha256="b" * 64))
    assert "SK.pdf 9 bita, sedangkan dossier menyebut 10" in said(replace(SK, bita=9))
    assert "SK.pdf tidak menyebut sidiknya" in said(replace(SK, kata=""))


def test_a_pdf_without_originals_is_no_dossier_and_a_broken_one_says_so() -> None:
    assert "tidak memuat lampiran" in said()
    assert [*faults(IsiDossier(0, (), "rusak."))] == ["rusak."]
