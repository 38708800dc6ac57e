"""What was found of a signature, in sentences that each say what was looked at."""

from __future__ import annotations

from collections.abc import Iterator

from service.domain.tanda_kembali import GANJIL
from service.domain.tanda_tangan import (
    BacaanTanda,
    Masa,
    Pencabutan,
    Rantai,
    TandaTangan,
    Ubahan,
)

BB, BT, BLTA = "B-B", "B-T", "B-LTA"
TINGKAT = {
    BB: "PAdES B-B: waktunya hanya menurut penandatangan",
    BT: "PAdES B-T: waktunya dibuktikan layanan cap waktu",
    BLTA: "PAdES B-LTA: waktu dan keadaan sertifikatnya terbukti dari filenya sendiri",
}
UTUH = "Isi yang ditandatangani tidak berubah sejak tanda tangan ini dibuat."
BERAKAR = "Sertifikatnya berujung pada sertifikat induk yang dipercaya kantor ini."
BERLAKU = "Sertifikatnya dalam masa berlaku pada saat itu."
TIDAK_DICABUT = "Sertifikatnya tidak dicabut penerbitnya pada saat itu."
TERBUKTI = "Waktunya dibuktikan cap waktu yang dipercaya."
MENURUT_JAM = "Waktunya hanya menurut jam penandatangan."
BERCAP = "File ini memuat cap waktu atas seluruh isinya."
# None of these asks for anything.
BAIK = frozenset({UTUH, BERAKAR, BERLAKU, TIDAK_DICABUT, TERBUKTI, MENURUT_JAM, BERCAP})


def people(bacaan: BacaanTanda) -> list[TandaTangan]:
    """The signatures of people, in the order in which they were made."""
    return [one for one in bacaan.tanda if not one.cap_waktu]


def tingkat(one: TandaTangan, bacaan: BacaanTanda) -> str:
    """How far a signature proves itself, as far as that can be seen."""
    if not one.waktu_terbukti:
        return BB
    after = [x for x in bacaan.tanda if x.cap_waktu and x.ujung > one.ujung and _counts(x)]
    return BLTA if after and one.pencabutan is Pencabutan.TIDAK else BT


def _counts(one: TandaTangan) -> bool:
    return one.utuh and one.menyeluruh and one.rantai is Rantai.AKAR


def of_signature(one: TandaTangan) -> tuple[str, ...]:
    """What was looked at, and how each stands."""
    return (*_bytes(one), *_certificate(one), _moment(one))


def fine(one: TandaTangan) -> bool:
    """Whether nothing of it gives reason to ask further."""
    whole = one.menyeluruh and one.utuh and one.terjaga
    known = one.rantai is Rantai.AKAR and one.masa is Masa.BERLAKU
    return whole and known and one.pencabutan is Pencabutan.TIDAK


def _bytes(one: TandaTangan) -> Iterator[str]:
    if one.utuh and one.menyeluruh:
        yield UTUH
    elif one.utuh:
        yield "Tanda tangan ini tidak mencakup seluruh isi file pada saat dibuat."
    else:
        yield "Isi file berubah sesudah tanda tangan ini dibuat, atau tanda tangannya dipalsukan."
    if not one.terjaga:
        yield "Sesudahnya ada perubahan yang tidak diizinkan tanda tangan ini."


def _certificate(one: TandaTangan) -> Iterator[str]:
    if one.rantai is Rantai.AKAR:
        yield BERAKAR
    elif one.rantai is Rantai.MANDIRI:
        yield "Sertifikatnya buatan sendiri: tidak ada penerbit yang menjamin siapa pemiliknya."
    else:
        yield "Sertifikatnya tidak berujung pada sertifikat induk yang dipercaya kantor ini."
    yield {
        Masa.BERLAKU: BERLAKU,
        Masa.BELUM: "Sertifikatnya belum berlaku pada saat itu.",
        Masa.HABIS: "Masa berlaku sertifikatnya sudah berakhir."
        if not one.waktu_terbukti
        else "Masa berlaku sertifikatnya sudah berakhir pada saat itu.",
    }[one.masa]
    yield {
        Pencabutan.TIDAK: TIDAK_DICABUT,
        Pencabutan.DICABUT: "Sertifikatnya sudah dicabut penerbitnya.",
        Pencabutan.TAK_DIKETAHUI: "Belum dapat dipastikan apakah sertifikatnya dicabut.",
    }[one.pencabutan]


def _moment(one: TandaTangan) -> str:
    if one.waktu is None:
        return "Tanda tangan ini tidak menyebut waktunya."
    if one.waktu_terbukti:
        return TERBUKTI
    return MENURUT_JAM


def of_file(bacaan: BacaanTanda) -> tuple[str, ...]:
    """What was found of the file as a whole, besides its signatures."""
    return tuple(_file(bacaan))


def _file(bacaan: BacaanTanda) -> Iterator[str]:
    if bacaan.ganjil:
        yield GANJIL.get(bacaan.ganjil, GANJIL["pembaca_gugur"])
        return
    if not people(bacaan):
        yield "File ini tidak memuat tanda tangan elektronik."
    if not bacaan.tanda:
        return
    last = max(one.ujung for one in bacaan.tanda)
    if bacaan.ukuran > last:
        yield f"Sesudah tanda tangan terakhir masih ada tambahan {bacaan.ukuran - last} bita."
    first = min(one.ujung for one in bacaan.tanda)
    if any(x.mulai >= first and x.ubahan is Ubahan.LAIN for x in bacaan.revisi):
        yield "Sesudah tanda tangan pertama ada perubahan selain tanda tangan."
    if any(one.cap_waktu for one in bacaan.tanda):
        yield BERCAP


def broken(bacaan: BacaanTanda) -> bool:
    """Whether bytes are not as they were signed, or a certificate had been withdrawn by then."""
    return (
        bool(bacaan.ganjil)
        or not bacaan.awalan_sama
        or any(
            not (x.utuh and x.menyeluruh and x.terjaga)
            # Without a time stamp nobody knows whether it signed before it was withdrawn.
            or (x.waktu_terbukti and x.pencabutan is Pencabutan.DICABUT)
            for x in bacaan.tanda
        )
    )


def of_again(bacaan: BacaanTanda) -> tuple[str, ...]:
    """Only what is amiss or cannot be told any more, each with whose signature it is of."""
    if bacaan.ganjil:
        return of_file(bacaan)
    start = () if bacaan.awalan_sama else ("Tidak berawal dari naskah yang dikirim.",)
    odd = tuple(x for x in of_file(bacaan) if x not in BAIK)
    each = (
        f"{one.sertifikat.pemilik}: {said}"
        for one in people(bacaan)
        if not fine(one)
        for said in of_signature(one)
        if said not in BAIK
    )
    return (*start, *odd, *each)
