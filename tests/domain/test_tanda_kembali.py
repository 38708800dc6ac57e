"""What comes back signed is taken as it is where all of the rule holds; else a person decides."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from service.domain.tanda_kembali import GANJIL, Harapan, Putusan, judge, nobody
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    Revisi,
    Sertifikat,
    TandaTangan,
    Ubahan,
)

NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
DIKIRIM = 1_000
KEPALA = Sertifikat(
    "Contoh Kepala", "Akar Contoh", "aa", NOW - timedelta(days=90), NOW + timedelta(days=300)
)
TANDA = TandaTangan(
    kolom="kepala",
    cap_waktu=False,
    ujung=2_000,
    menyeluruh=True,
    utuh=True,
    terjaga=True,
    rantai=Rantai.AKAR,
    masa=Masa.BERLAKU,
    pencabutan=Pencabutan.TIDAK,
    sertifikat=KEPALA,
    waktu=NOW - timedelta(hours=1),
    waktu_terbukti=True,
)
CAP = replace(TANDA, kolom="cap", cap_waktu=True, ujung=2_500)
BACAAN = BacaanTanda(
    ukuran=2_500,
    awalan_sama=True,
    tanda=(TANDA, CAP),
    revisi=(Revisi(1_900, Ubahan.ISIAN, ("kepala",)), Revisi(2_400, Ubahan.TANDA)),
    kolom=("kepala", "cap"),
    kotak_terluas=0.02,
)
HARAPAN = Harapan("Contoh Kepala", frozenset({"aa"}))


def judged(bacaan: BacaanTanda, *harapan: Harapan) -> Putusan:
    return judge(bacaan, DIKIRIM, harapan or (HARAPAN,), NOW)


def with_signature(**odd: object) -> BacaanTanda:
    return replace(BACAAN, tanda=(replace(TANDA, **odd), CAP))


def sentence(bacaan: BacaanTanda, *harapan: Harapan) -> str:
    """The one thing that was found, where that is enough to ask a person."""
    found = judged(bacaan, *harapan)
    assert not found.diterima
    assert len(found.ditemukan) == 1, found.ditemukan
    return found.ditemukan[0]


def test_a_file_for_which_all_of_it_holds_is_taken_and_says_who_signed_when() -> None:
    found = judged(BACAAN)

    assert found.diterima
    assert found.ditemukan == (
        "Contoh Kepala menandatangani file yang dikirim pada 23-11-2026 02.00 UTC, menurut cap "
        "waktu; sertifikatnya diterbitkan Akar Contoh.",
    )


def test_a_file_that_does_not_begin_with_the_bytes_that_were_sent_goes_to_a_person() -> None:
    assert "bukan file yang dikirim" in sentence(replace(BACAAN, awalan_sama=False))


def test_bytes_after_the_last_signature_go_to_a_person() -> None:
    assert "masih ada tambahan 7 bita" in sentence(replace(BACAAN, ukuran=2_507))


def test_a_signature_that_says_it_reaches_beyond_the_file_goes_to_a_person() -> None:
    assert "menyebut isi yang tidak ada" in sentence(replace(BACAAN, ukuran=2_499))


def test_a_file_without_a_new_signature_goes_to_a_person() -> None:
    assert "tidak memuat tanda tangan baru" in sentence(
        BacaanTanda(DIKIRIM, awalan_sama=True), HARAPAN
    )


def test_a_time_stamp_alone_is_nobodys_signature() -> None:
    assert "tidak memuat tanda tangan baru" in sentence(replace(BACAAN, tanda=(CAP,)))


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ({"menyeluruh": False}, "tidak mencakup seluruh isi file"),
        ({"utuh": False}, "berubah sesudah tanda tangan Contoh Kepala dibuat"),
        ({"terjaga": False}, "perubahan yang tidak diizinkannya"),
        ({"rantai": Rantai.PUTUS}, "tidak berujung pada sertifikat induk yang dipercaya"),
        ({"rantai": Rantai.MANDIRI}, "buatan sendiri"),
        ({"masa": Masa.HABIS}, "sesudah masa berlaku sertifikatnya berakhir"),
        ({"masa": Masa.BELUM}, "sebelum sertifikatnya mulai berlaku"),
        ({"pencabutan": Pencabutan.DICABUT}, "sudah dicabut"),
        ({"pencabutan": Pencabutan.TAK_DIKETAHUI}, "Belum dapat dipastikan"),
        ({"waktu": NOW + timedelta(hours=1)}, "bertanggal sesudah hari ini"),
    ],
)
def test_one_thing_amiss_with_a_signature_is_enough_to_ask_a_person(
    odd: dict[str, object], said: str
) -> None:
    assert said in sentence(with_signature(**odd))


@pytest.mark.parametrize("odd", [{"utuh": False}, {"rantai": Rantai.PUTUS}])
def test_the_time_stamps_and_the_signatures_of_before_must_hold_too(
    odd: dict[str, object],
) -> None:
    before = replace(TANDA, kolom="sekretaris", ujung=900, **odd)

    assert not judged(replace(BACAAN, tanda=(before, TANDA, CAP))).diterima
    assert "cap waktu" in sentence(replace(BACAAN, tanda=(TANDA, replace(CAP, **odd)))).lower()


def test_a_layer_that_does_more_than_sign_goes_to_a_person() -> None:
    layers = (Revisi(1_500, Ubahan.LAIN), *BACAAN.revisi)

    assert "Perubahan ke-1 sesudah pengiriman" in sentence(replace(BACAAN, revisi=layers))


@pytest.mark.parametrize("fields", [("kepala", "jumlah"), ()])
def test_a_layer_that_fills_in_anything_but_a_signature_goes_to_a_person(
    fields: tuple[str, ...],
) -> None:
    layers = (Revisi(1_900, Ubahan.ISIAN, fields),)

    assert "menambah atau mengubah isi" in sentence(replace(BACAAN, revisi=layers))


def test_a_signature_without_a_layer_of_its_own_goes_to_a_person() -> None:
    assert "pada lapisan mana pun" in sentence(replace(BACAAN, revisi=()))


def test_layers_of_what_was_sent_are_ours_and_asked_nothing() -> None:
    layers = (Revisi(DIKIRIM - 1, Ubahan.LAIN), *BACAAN.revisi)

    assert judged(replace(BACAAN, revisi=layers)).diterima


def test_a_place_that_could_cover_the_page_goes_to_a_person() -> None:
    assert "terlalu besar" in sentence(replace(BACAAN, kotak_terluas=0.5))


def test_an_empty_place_that_shows_something_goes_to_a_person() -> None:
    assert "kosong yang menampilkan" in sentence(replace(BACAAN, kosong_bergambar=True))


def test_a_certificate_that_is_not_known_as_theirs_goes_to_a_person_with_both_names() -> None:
    other = replace(KEPALA, pemilik="Contoh Orang Lain", sidik="bb")
    said = sentence(with_signature(sertifikat=other))

    assert "Contoh Orang Lain" in said
    assert "Contoh Kepala" in said


def test_the_same_name_on_another_certificate_is_not_enough() -> None:
    assert "bukan yang tercatat" in sentence(with_signature(sertifikat=replace(KEPALA, sidik="bb")))


def test_who_has_no_certificate_on_record_is_nobody_yet() -> None:
    assert "bukan yang tercatat" in sentence(BACAAN, Harapan("Contoh Kepala", frozenset()))
    assert "bukan yang tercatat" in sentence(
        with_signature(sertifikat=nobody()), Harapan("Contoh Kepala", frozenset())
    )


def test_a_signature_in_the_place_of_another_goes_to_a_person() -> None:
    assert "bukan bagiannya" in sentence(BACAAN, replace(HARAPAN, kolom="sekretaris"))


def test_two_who_were_to_sign_in_order_did_not_where_they_changed_places() -> None:
    second = replace(TANDA, ujung=2_200, sertifikat=replace(KEPALA, sidik="cc"))
    both = replace(BACAAN, tanda=(TANDA, second, CAP))
    sekretaris = Harapan("Contoh Sekretaris", frozenset({"cc"}))

    assert judged(both, HARAPAN, sekretaris).diterima
    assert not judged(both, sekretaris, HARAPAN).diterima


@pytest.mark.parametrize("many", [0, 2])
def test_more_or_fewer_signatures_than_were_asked_for_go_to_a_person(many: int) -> None:
    found = judge(BACAAN, DIKIRIM, (HARAPAN,) * many, NOW)

    assert not found.diterima
    assert f"seharusnya {many}" in found.ditemukan[-1]


@pytest.mark.parametrize("why", GANJIL)
def test_a_file_that_could_not_be_read_to_the_end_says_why(why: str) -> None:
    assert sentence(BacaanTanda(2_500, awalan_sama=True, ganjil=why)) == GANJIL[why]


def test_a_reason_nobody_knows_is_no_way_in() -> None:
    assert not judged(replace(BACAAN, ganjil="baru")).diterima


def test_no_sentence_says_no_more_than_valid() -> None:
    bare = re.compile(r"\b(valid|sah)\b", re.IGNORECASE)
    odd = with_signature(
        menyeluruh=False,
        utuh=False,
        terjaga=False,
        rantai=Rantai.PUTUS,
        masa=Masa.HABIS,
        pencabutan=Pencabutan.DICABUT,
    )
    told = [*judged(BACAAN).ditemukan, *judged(odd).ditemukan, *GANJIL.values()]

    assert len(told) > 10
    assert not [one for one in told if bare.search(one)]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (timedelta(days=31), ""),
        (timedelta(days=12, hours=1), "12 hari lagi"),
        (timedelta(hours=5), "hari ini"),
        (timedelta(hours=-5), "sudah berakhir"),
    ],
)
def test_a_certificate_near_its_end_is_warned_of(left: timedelta, said: str) -> None:
    told = replace(KEPALA, sampai=NOW + left).warning(NOW)

    assert said in told
    assert bool(said) == bool(told)
