"""What the service says of a paper is read as far as it can be, and never trusted to be whole."""

from __future__ import annotations

import pytest

from service.adapters.bsre.bentuk import TERBANYAK, TERPANJANG, examined_v1, examined_v2
from service.domain.esign.periksa import TandaTangan
from tests.bsre_periksa import verified_v1, verified_v2

DUA = b"/ByteRange /ByteRange"


@pytest.mark.parametrize(("read", "told"), [(examined_v1, verified_v1), (examined_v2, verified_v2)])
def test_both_versions_tell_of_the_same_signatures(read, told) -> None:
    found = read(told(DUA))

    assert found.jumlah == len(found.tanda) == 2
    assert {one.nama for one in found.tanda} == {"Contoh Penandatangan Tiruan"}
    assert {(one.utuh, one.dipercaya) for one in found.tanda} == {(True, False)}
    assert read(told(b"")).tanda == ()


@pytest.mark.parametrize("spelt", ["timestampInfomation", "timestampInformation"])
def test_a_time_stamp_is_seen_in_either_spelling(spelt: str) -> None:
    one = {spelt: {"signerName": "TSA"}, "signerName": "Contoh"}

    assert examined_v2({"signatureInformations": [one]}).tanda[0].bercap_waktu  # type: ignore[union-attr]
    assert not examined_v2({"signatureInformations": [{}]}).tanda[0].bercap_waktu  # type: ignore[union-attr]


@pytest.mark.parametrize("read", [examined_v1, examined_v2])
def test_an_answer_about_something_else_says_nothing(read) -> None:
    assert read({}) is None
    assert read({"error": "Gagal", "status_code": 400}) is None


@pytest.mark.parametrize("odd", [None, 7, "dua", {}, [], [None, 7, "x"], True])
def test_an_odd_shape_tells_less_and_breaks_nothing(odd: object) -> None:
    v1 = examined_v1({"details": odd, "jumlah_signature": odd, "summary": odd, "notes": odd})
    v2 = examined_v2({"signatureInformations": odd, "conclusion": odd, "signatureCount": odd})

    assert v1 and v1.tanda == ()
    assert v2 and v2.tanda == ()
    row = {"info_signer": odd, "signature_document": odd, "signature_field": odd}
    [one] = examined_v1({"details": [row]}).tanda  # type: ignore[union-attr]
    assert one.utuh is None


def test_words_come_as_yes_and_no_too_and_never_too_many() -> None:
    row = {"signature_document": {"document_integrity": "TRUE", "reason": "x" * 9000}}
    told = examined_v1({"details": [row] * 5000})

    assert told
    assert len(told.tanda) == TERBANYAK
    assert told.tanda[0] == TandaTangan(alasan="x" * TERPANJANG, utuh=True)
