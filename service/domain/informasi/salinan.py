"""The copy of what is withheld in part: an open line of its own, without what was blacked out."""

from __future__ import annotations

from dataclasses import replace

from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import BERLAKU_KECUALI, USULAN
from service.domain.informasi.unsur import Pelengkap, Unsur
from service.domain.refusals import Refusal


class BukanSebagian(Refusal):
    """Only what is withheld in part has a copy that is open."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Salinan hanya dibuat dari dokumen yang dikecualikan sebagian: tulis dahulu bagian "
            "atau halamannya. Dokumen yang seluruhnya dikecualikan tidak bersalinan terbuka."
        )


class MasihAslinya(Refusal):
    """The copy is the document itself, byte for byte, or there is no copy."""

    def __init__(self) -> None:
        super().__init__(
            "Belum ada salinan yang dihitamkan, atau filenya masih sama dengan dokumen aslinya. "
            "Hitamkan bagiannya lebih dahulu. Tidak ada yang diubah."
        )


def copied(
    asal: Informasi,
    *,
    id_: str,
    kode: str,
    unsur: Unsur,
    pelengkap: Pelengkap,
    kategori: str,
    keamanan: str = "",
) -> Informasi:
    """The open line of a blacked-out copy, which knows what it is the copy of.

    It says what it says in words of its own: none of the withheld line comes over unasked.
    """
    if asal.keadaan not in BERLAKU_KECUALI or not asal.letak.sebagian:
        raise BukanSebagian
    if not pelengkap.sidik or pelengkap.sidik in (asal.letak.sidik, asal.pelengkap.sidik):
        raise MasihAslinya
    return Informasi(
        id=id_,
        instansi=asal.instansi,
        kode=kode,
        keadaan=USULAN,
        unit=asal.unit,
        kategori=kategori,
        keamanan=keamanan,
        unsur=unsur,
        pelengkap=replace(pelengkap, dasar=pelengkap.dasar or "Salinan yang sebagian dihitamkan"),
        salinan_dari=asal.id,
    )
