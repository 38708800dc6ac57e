"""Each signature of a paper is proved by what was found of it, and no word says more than that."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from service.domain import bukti_ttd as b
from service.domain import temuan_ttd as f
from service.domain.catatan import Catatan
from service.domain.orang import DEFINITIF, PLH, Pemegang
from service.domain.tanda_kembali import GANJIL
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
from service.domain.tempat_ttd import (
    APLIKASI,
    DITANDATANGANI,
    ELEKTRONIK,
    PERLU_DICEK,
    TINTA,
    TempatTtd,
)

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
KEPALA = Sertifikat("Contoh Kepala", "Induk Contoh", "aa", NOW, NOW + timedelta(days=9))
SEKRETARIS = replace(KEPALA, pemilik="Contoh Sekretaris", sidik="bb")


def signature(cert: Sertifikat = KEPALA, ujung: int = 200, **more: object) -> TandaTangan:
    plain = TandaTangan(
        *("kolom", False, ujung, True, True, True),
        *(Rantai.AKAR, Masa.BERLAKU, Pencabutan.TIDAK, cert, NOW),
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def stamp(ujung: int) -> TandaTangan:
    return signature(ujung=ujung, cap_waktu=True)


def read(*tanda: TandaTangan, ukuran: int = 0) -> BacaanTanda:
    return BacaanTanda(ukuran or max((x.ujung for x in tanda), default=100), True, tanda)


def place(n: int, jalan: str = ELEKTRONIK, **more: object) -> TempatTtd:
    plain = TempatTtd(f"t{n}", "naskah", 1, n, "ppid", jalan)
    done = {"keadaan": DITANDATANGANI, "oleh": f"o{n}", "sesudah": f"s{n}"}
    return replace(plain, **{**done, "pada": NOW + timedelta(minutes=n), **more})  # type: ignore[arg-type]


def noted(tempat: str, sidik: str) -> Catatan:
    told = {"tempat": tempat, "sertifikat": sidik}
    return Catatan("i", "o", "naskah_dibubuhi_ttd", NOW, "naskah", told)


def test_how_far_a_signature_proves_itself_is_seen_from_its_stamps() -> None:
    proven = signature(waktu_terbukti=True)
    assert f.tingkat(signature(), read(signature(), stamp(300))) == f.BB
    assert f.tingkat(proven, read(proven)) == f.BT
    assert f.tingkat(proven, read(proven, stamp(300))) == f.BLTA
    assert f.tingkat(proven, read(stamp(100), proven)) == f.BT  # a stamp of before proves nothing
    unknown = replace(proven, pencabutan=Pencabutan.TAK_DIKETAHUI)
    assert f.tingkat(unknown, read(unknown, stamp(300))) == f.BT
    broken = replace(stamp(300), utuh=False)
    assert f.tingkat(proven, read(proven, broken)) == f.BT


def test_only_where_nothing_is_left_to_ask_all_is_fine() -> None:
    assert f.fine(signature())
    for wrong in (
        {"utuh": False},
        {"menyeluruh": False},
        {"terjaga": False},
        {"rantai": Rantai.PUTUS},
        {"masa": Masa.HABIS},
        {"pencabutan": Pencabutan.TAK_DIKETAHUI},
    ):
        assert not f.fine(signature(**wrong)), wrong


def test_no_sentence_says_the_bare_word() -> None:
    bare = re.compile(r"\b(valid|sah|asli)\b", re.IGNORECASE)
    said = set(f.TINGKAT.values()) | set(b.CARA.values())
    for utuh, terjaga, rantai, masa, cabut, waktu in product(
        (True, False), (True, False), Rantai, Masa, Pencabutan, (None, NOW)
    ):
        one = signature(utuh=utuh, terjaga=terjaga, rantai=rantai, masa=masa, pencabutan=cabut)
        said |= {*f.of_signature(replace(one, waktu=waktu))}
    for odd in GANJIL:
        said |= {*f.of_file(BacaanTanda(9, ganjil=odd))}
    assert len(said) > 20
    assert [x for x in said if bare.search(x)] == []


def test_what_was_added_after_a_signature_is_told() -> None:
    one = signature()
    changed = replace(read(one, ukuran=250), revisi=(Revisi(210, Ubahan.LAIN),))
    told = " ".join(f.of_file(changed))
    assert "tambahan 50 bita" in told
    assert "perubahan selain tanda tangan" in told
    below = replace(read(one), revisi=(Revisi(90, Ubahan.LAIN), Revisi(150, Ubahan.TANDA)))
    assert f.of_file(below) == ()
    assert f.of_file(BacaanTanda(9)) == ("File ini tidak memuat tanda tangan elektronik.",)


def test_each_place_has_the_signature_of_the_certificate_that_the_journal_names() -> None:
    bacaan = read(signature(SEKRETARIS), signature(KEPALA, 300))
    lines = [noted("t1", "aa"), noted("t2", "bb")]
    told = b.told([place(1), place(2)], bacaan, [], lines, "WIB")
    assert [x.sertifikat for x in told] == [KEPALA, SEKRETARIS]


def test_a_file_that_is_looked_into_takes_no_signature_of_another_place() -> None:
    mine = signature(SEKRETARIS)
    doubt = place(1, keadaan=PERLU_DICEK, pada=None)
    told = b.told([doubt, place(2, APLIKASI)], read(mine), [], [], "WIB")
    assert [x.sertifikat for x in told] == [None, SEKRETARIS]


def test_what_was_signed_elsewhere_stands_in_the_order_of_its_making() -> None:
    bacaan = read(signature(SEKRETARIS), stamp(250), signature(KEPALA, 300))
    told = b.told([place(1, APLIKASI), place(2, APLIKASI)], bacaan, [], [], "WIB")
    assert [x.sertifikat for x in told] == [SEKRETARIS, KEPALA]
    assert told[0].cara == "Elektronik di aplikasi lain"


def test_ink_has_no_certificate_and_an_empty_place_has_nothing() -> None:
    empty = TempatTtd("t2", "naskah", 1, 2, "atasan_ppid", ELEKTRONIK)
    told = b.told([place(1, TINTA), empty], read(signature()), [], [], "WIB")
    assert [x.sertifikat for x in told] == [None, None]
    assert [x.tingkat for x in told] == ["", ""]


def test_who_acts_from_today_on_is_so_named_also_in_its_first_hours() -> None:
    first = date(2026, 11, 23)
    held = Pemegang("p", "o1", "i", "", "ppid", first, first, PLH)
    early = replace(place(1), pada=datetime(2026, 11, 22, 17, 30, tzinfo=UTC))  # 00.30 WIB
    assert b.told([early], None, [held], [], "WIB")[0].sebagai == "Plh."
    assert b.told([early], None, [held], [], "WIT")[0].sebagai == "Plh."
    late = replace(early, pada=datetime(2026, 11, 22, 16, 30, tzinfo=UTC))  # 23.30 WIB, 01.30 WIT
    assert b.told([late], None, [held], [], "WIB")[0].sebagai == ""
    assert b.told([late], None, [held], [], "WIT")[0].sebagai == "Plh."


@pytest.mark.parametrize(("sebagai", "words"), [(PLH, "Plh."), (DEFINITIF, "")])
def test_who_acted_for_another_is_told(sebagai: str, words: str) -> None:
    held = Pemegang("p", "o1", "i", "", "ppid", date(2026, 11, 1), date(2026, 11, 30), sebagai)
    before = replace(held, sampai=date(2026, 11, 2), sebagai="plt")
    told = b.told([place(1)], None, [before, held], [], "WIB")
    assert told[0].sebagai == words
