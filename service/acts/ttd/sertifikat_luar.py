"""Certificates of people who sign elsewhere: known from a paper, once somebody says whose."""

from __future__ import annotations

from dataclasses import dataclass

from service.domain.catatan import Catatan
from service.domain.kunci_ttd import LUAR, KunciTtd
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal
from service.domain.tanda_tangan import Sertifikat
from service.domain.wewenang import Hadir
from service.ports import House, Reading, Tx


class MilikOrangLain(Refusal):
    """One certificate is never two people's."""

    def __init__(self) -> None:
        super().__init__(
            "Sertifikat pada file ini sudah tercatat bagi orang lain, jadi tidak dicatat bagi yang "
            "Anda pilih. Belum ada yang berubah. Periksa siapa yang menandatangani, atau hilangkan "
            "centang pengenalan sertifikatnya."
        )


@dataclass(frozen=True)
class Pemilik:
    """A certificate, and whose a person says it is."""

    orang: str
    sertifikat: Sertifikat


def fingerprints(reading: Reading, orang: list[str]) -> dict[str, str]:
    """The certificates that these people sign with, and whose each is."""
    found = reading.find(KunciTtd, orang=orang) if orang else []
    return {one.sidik: one.orang for one in found if one.sidik and one.terpakai}


def known_from_now(
    house: House, tx: Tx, oleh: Hadir, told: Pemilik, naskah: Naskah
) -> KunciTtd | None:
    """From now on it is that person's; None where it was before. MilikOrangLain."""
    sertifikat = told.sertifikat
    kept = [one for one in tx.find(KunciTtd, sidik=sertifikat.sidik) if one.terpakai]
    if any(one.orang != told.orang for one in kept):
        raise MilikOrangLain
    if kept:
        return None
    now = house.clock.now()
    one = KunciTtd(
        id=house.new_id(),
        orang=told.orang,
        jenis=LUAR,
        nama=sertifikat.pemilik,
        dibuat=now,
        pemilik=sertifikat.pemilik,
        penerbit=sertifikat.penerbit,
        sidik=sertifikat.sidik,
        dari=sertifikat.dari,
        sampai=sertifikat.sampai,
    )
    tx.add(one)
    said = {"sidik": one.sidik, "untuk": told.orang}
    tx.note(Catatan(naskah.instansi, oleh.orang.id, "kunci_ttd_dikenali", now, naskah.id, said))
    return one
