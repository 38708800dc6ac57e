"""Not one file that was tampered with is taken; every right one is."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.domain.tanda_kembali import Putusan
from tests import serangan
from tests.pki import ORANG
from tests.serangan import SEBELUM, SESUDAH, Serangan
from tests.tanda import Kantor, printed


def tampered(kantor: Kantor, pdf: Path, trick: Serangan) -> Path:
    out = kantor.folder / f"{pdf.stem}-{trick.__name__}.pdf"
    out.write_bytes(trick(pdf.read_bytes()))
    return out


def laid(kantor: Kantor, name: str, whole: bytes) -> Path:
    out = kantor.folder / f"{name}.pdf"
    out.write_bytes(whole)
    return out


def to_a_person(found: Putusan) -> bool:
    """Not taken, and told why in a sentence."""
    return not found.diterima and all(one.endswith(".") for one in found.ditemukan)


@pytest.mark.parametrize("trick", SESUDAH, ids=lambda one: one.__name__)
@pytest.mark.parametrize("signers", [1, 2])
def test_what_was_changed_after_signing_goes_to_a_person(
    kantor: Kantor, naskah: Path, satu: Path, dua: Path, trick: Serangan, signers: int
) -> None:
    signed, who = (satu, ("sekretaris",)) if signers == 1 else (dua, ("sekretaris", "kepala"))
    changed = tampered(kantor, signed, trick)

    assert changed.read_bytes() != signed.read_bytes()
    assert to_a_person(kantor.judged(naskah, changed, *who))


@pytest.mark.parametrize("trick", SEBELUM, ids=lambda one: one.__name__)
def test_what_was_changed_before_the_right_person_signed_goes_to_a_person(
    kantor: Kantor, naskah: Path, trick: Serangan
) -> None:
    changed = tampered(kantor, naskah, trick)
    signed = laid(kantor, f"{changed.stem}-ttd", kantor.foreign(changed.read_bytes(), "kepala"))

    assert to_a_person(kantor.judged(naskah, signed, "kepala", crl=kantor.pki.crl()))


@pytest.mark.parametrize(
    "trick", (*SEBELUM[:5], serangan.lapisan_dilompati), ids=lambda one: one.__name__
)
def test_what_was_changed_between_two_signatures_goes_to_a_person(
    kantor: Kantor, naskah: Path, satu: Path, trick: Serangan
) -> None:
    changed = tampered(kantor, satu, trick)
    both = laid(
        kantor,
        f"{changed.stem}-kedua",
        kantor.foreign(changed.read_bytes(), "kepala", kolom="kepala", kotak=None),
    )

    crl = kantor.pki.crl()
    assert to_a_person(kantor.judged(naskah, both, "sekretaris", "kepala", crl=crl))
    assert to_a_person(kantor.judged(satu, both, "kepala", crl=crl))


def test_a_copy_without_a_signature_goes_to_a_person(kantor: Kantor, naskah: Path) -> None:
    assert "tidak memuat tanda tangan baru" in kantor.judged(naskah, naskah, "kepala").ditemukan[0]


def test_what_was_already_signed_when_it_was_sent_is_no_new_signature(
    kantor: Kantor, satu: Path
) -> None:
    assert to_a_person(kantor.judged(satu, satu, "kepala"))


def test_an_older_version_goes_to_a_person(kantor: Kantor, naskah: Path, satu: Path) -> None:
    later = printed(kantor.folder, "berita_acara_uji", "versi-baru", tempat="Ruang Contoh")

    assert to_a_person(kantor.judged(later, satu, "sekretaris"))
    assert kantor.judged(naskah, satu, "sekretaris").diterima


def test_another_paper_goes_to_a_person(kantor: Kantor, naskah: Path) -> None:
    other = printed(kantor.folder, "tanda_terima", "tanda-terima")
    signed, _ = kantor.sign(other, "kepala")

    assert to_a_person(kantor.judged(naskah, signed, "kepala"))
    assert kantor.judged(other, signed, "kepala").diterima


def test_a_signature_taken_from_another_paper_goes_to_a_person(
    kantor: Kantor, naskah: Path, satu: Path
) -> None:
    other, _ = kantor.sign(naskah, "sekretaris", alasan="lain")
    borrowed = laid(kantor, "pinjaman", with_value_of(satu.read_bytes(), other.read_bytes()))

    assert to_a_person(kantor.judged(naskah, borrowed, "sekretaris"))


def with_value_of(pdf: bytes, other: bytes) -> bytes:
    start = pdf.index(b"/Contents <") + len(b"/Contents <")
    end = pdf.index(b">", start)
    begin = other.index(b"/Contents <") + len(b"/Contents <")
    value = other[begin : other.index(b">", begin)]
    room = end - start
    assert not value[room:].strip(b"0")  # the rest is room that was not needed
    return pdf[:start] + value[:room].ljust(room, b"0") + pdf[end:]


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("lain", "bukan yang tercatat"),
        ("tiruan", "tidak berujung pada sertifikat induk"),
        ("mandiri", "buatan sendiri"),
        ("dicabut", "sudah dicabut"),
        ("berakhir", "berakhir"),
        ("nanti", "sebelum sertifikatnya mulai berlaku"),
    ],
)
def test_a_certificate_that_does_not_stand_goes_to_a_person_who_is_told_why(
    kantor: Kantor, naskah: Path, who: str, said: str
) -> None:
    signed = laid(kantor, f"oleh-{who}", kantor.foreign(naskah.read_bytes(), who))
    expected = who if who in ORANG and who != "lain" else "kepala"

    found = kantor.judged(naskah, signed, expected, crl=kantor.pki.crl())

    assert to_a_person(found)
    assert any(said in one for one in found.ditemukan), found.ditemukan


def test_a_second_signature_nobody_asked_for_goes_to_a_person(
    kantor: Kantor, naskah: Path, satu: Path
) -> None:
    more = laid(
        kantor, "susulan", kantor.foreign(satu.read_bytes(), "lain", kolom="kepala", kotak=None)
    )

    crl = kantor.pki.crl()
    assert to_a_person(kantor.judged(naskah, more, "sekretaris", crl=crl))
    assert to_a_person(kantor.judged(satu, more, "kepala", crl=crl))


def test_the_second_signature_may_come_from_another_program(
    kantor: Kantor, naskah: Path, satu: Path
) -> None:
    both = laid(
        kantor, "kedua", kantor.foreign(satu.read_bytes(), "kepala", kolom="kepala", kotak=None)
    )

    crl = kantor.pki.crl()
    found = [
        kantor.judged(satu, both, "kepala", crl=crl),
        kantor.judged(naskah, both, "sekretaris", "kepala", crl=crl),
    ]
    assert [one.diterima for one in found] == [True, True], found


def test_without_word_of_what_was_withdrawn_a_person_decides(kantor: Kantor, naskah: Path) -> None:
    plain, _ = kantor.sign(naskah, "kepala", "B-B")

    assert "Belum dapat dipastikan" in kantor.judged(naskah, plain, "kepala").ditemukan[0]
    assert kantor.judged(naskah, plain, "kepala", crl=kantor.pki.crl()).diterima


def test_a_paper_that_another_program_signed_rightly_is_taken(kantor: Kantor, naskah: Path) -> None:
    for kotak in ((60, 60, 200, 120), None):
        signed = laid(
            kantor, "program-lain", kantor.foreign(naskah.read_bytes(), "kepala", kotak=kotak)
        )

        found = kantor.judged(naskah, signed, "kepala", crl=kantor.pki.crl())
        assert found.diterima, found.ditemukan


def test_what_is_no_pdf_at_all_says_so(kantor: Kantor, naskah: Path) -> None:
    for n, whole in enumerate((b"", b"bukan PDF", b"%PDF-1.7\n%%EOF")):
        found = kantor.judged(naskah, laid(kantor, f"bukan-{n}", whole), "kepala")

        assert to_a_person(found)
        assert "tidak dapat dibaca" in found.ditemukan[0]


@pytest.mark.parametrize(
    ("trick", "why"), [(serangan.terkunci, "terkunci"), (serangan.dua_daftar_isi, "hibrida")]
)
def test_odd_files_are_told_apart(
    kantor: Kantor, naskah: Path, satu: Path, trick: Serangan, why: str
) -> None:
    assert kantor.look(naskah, tampered(kantor, satu, trick)).ganjil == why
