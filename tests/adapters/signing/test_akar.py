"""The certificates that the office trusts are files in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.adapters.clock import SystemClock
from service.adapters.signing.akar import Akar, in_words, read
from service.adapters.signing.verifikasi import FolderVerifier
from service.domain.refusals import Unavailable
from service.domain.tanda_tangan import Pencabutan, Rantai
from service.ports.signing import KolomTanda
from tests.office import one_reader
from tests.pki import Pki
from tests.tanda import Kantor, sent


def test_roots_and_what_stands_between_are_told_apart_in_either_spelling(
    pki: Pki, tmp_path: Path
) -> None:
    (tmp_path / "akar.cer").write_bytes(pki.der("akar"))
    (tmp_path / "beberapa.pem").write_bytes(
        (pki.folder / "tsa.crt").read_bytes() + (pki.folder / "akar.crt").read_bytes()
    )
    (tmp_path / "catatan.txt").write_text("bukan sertifikat")

    assert read(tmp_path) == Akar((pki.der("akar"),), (pki.der("tsa"),))
    assert read(None) == read() == read(tmp_path / "tidak-ada") == Akar()


def test_lists_of_those_withdrawn_lie_beside_the_roots(pki: Pki, tmp_path: Path) -> None:
    (tmp_path / "akar.cer").write_bytes(pki.der("akar"))
    (tmp_path / "cabut.crl").write_bytes(pki.crl())

    known = read(tmp_path)

    assert known.crl == ((tmp_path / "cabut.crl").read_bytes(),)
    told = in_words(known)
    assert [one.pemilik for one in told.akar] == ["Akar Contoh"]
    assert [one.penerbit for one in told.daftar] == ["Akar Contoh"]
    assert told.daftar[0].berikut
    assert told.daftar[0].berikut > told.daftar[0].terbit


def test_what_is_no_list_is_named(pki: Pki, tmp_path: Path) -> None:
    (tmp_path / "cabut.crl").write_bytes(pki.der("akar"))
    with pytest.raises(Unavailable, match=r"cabut\.crl.*bukan daftar pencabutan"):
        read(tmp_path)


def test_what_was_brought_since_counts_without_a_new_start(
    kantor: Kantor, naskah: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "akar"
    folder.mkdir()
    (folder / "akar.crt").write_bytes(kantor.pki.der("akar"))
    verifier = FolderVerifier(one_reader(), SystemClock(), lambda: [folder])
    signed = kantor.sign(naskah, "dicabut", "B-B", kolom=(KolomTanda("dicabut"),))[0]

    before = verifier.look(signed, sent(naskah)).tanda[0]
    (folder / "cabut.crl").write_bytes(kantor.pki.crl())
    after = verifier.look(signed, sent(naskah)).tanda[0]

    assert (before.rantai, before.pencabutan) == (Rantai.AKAR, Pencabutan.TAK_DIKETAHUI)
    assert after.pencabutan is Pencabutan.DICABUT
    assert len(verifier.known().daftar) == 1


def test_a_list_of_today_tells_of_a_signature_that_was_stamped_before(
    kantor: Kantor, naskah: Path
) -> None:
    signed = kantor.sign(naskah, "kepala", "B-T", kolom=(KolomTanda("kepala"),))[0]

    assert kantor.look(naskah, signed).tanda[0].pencabutan is Pencabutan.TAK_DIKETAHUI
    told = kantor.look(naskah, signed, kantor.pki.crl()).tanda[0]

    assert told.waktu_terbukti
    assert told.pencabutan is Pencabutan.TIDAK


@pytest.mark.parametrize("held", [b"", b"bukan sertifikat", b"\x30\x03\x02\x01\x01"])
def test_what_is_no_certificate_is_named(tmp_path: Path, held: bytes) -> None:
    (tmp_path / "induk.crt").write_bytes(held)
    with pytest.raises(Unavailable, match=r"induk\.crt"):
        read(tmp_path)
