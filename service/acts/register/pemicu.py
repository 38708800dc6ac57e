"""What a test may follow: the requests in the register that a person may see."""

from __future__ import annotations

from service.acts.lihat.terlihat import reach, seen
from service.acts.register import sengketa
from service.domain.berkas import Berkas
from service.domain.kiriman import Kiriman
from service.domain.permohonan import Permohonan
from service.domain.uji import PERMOHONAN, SENGKETA
from service.domain.wewenang import Hadir
from service.ports import House, Reading
from service.ports.register import SaringRegister, Urutan

TERBANYAK = 50  # requests that are offered, the newest


def requests(house: House, oleh: Hadir, berkas: Berkas) -> list[str]:
    """The numbers to choose from: of the request that opened the matter, then the newest.

    A withheld request is offered only in a matter that is withheld itself.
    """
    found = list[Permohonan]()
    for rahasia in (False, True) if berkas.rahasia else (False,):
        units = {
            one.unit
            for one in reach(house, oleh)
            if one.instansi == berkas.instansi and one.rahasia == rahasia
        }
        if units:
            saring = SaringRegister(
                berkas.instansi, rahasia, () if "" in units else tuple(sorted(units))
            )
            found += house.register.permohonan(saring, Urutan(atmost=TERBANYAK))[1]
    newest = sorted(found, key=lambda one: one.diterima, reverse=True)
    with house.ledger.read() as reading:
        first = own(reading, oleh, berkas)
    numbers = dict.fromkeys((first, *(one.nomor_daftar for one in newest)))
    return [one for one in numbers if one]


def own(reading: Reading, oleh: Hadir, berkas: Berkas) -> str:
    """The number of the request that opened the matter; '' where none did, or it has none yet."""
    if not berkas.kiriman:
        return ""
    came = reading.find(Kiriman, id=berkas.kiriman)
    if not came or not seen(reading, oleh, came[0]):
        return ""
    return next((one.nomor_daftar for one in reading.find(Permohonan, kiriman=berkas.kiriman)), "")


def proposed(house: House, oleh: Hadir, berkas: Berkas) -> tuple[str, str]:
    """What a worksheet without a trigger is taken to follow: the request or the ruling behind it.

    Its kind and its number; both empty where the matter was opened for neither.
    """
    with house.ledger.read() as reading:
        if nomor := own(reading, oleh, berkas):
            return PERMOHONAN, nomor
        about = sengketa.of_berkas(reading, oleh, berkas.id)
        if about and (berkas.rahasia or not sengketa.is_withheld(reading, about)):
            return SENGKETA, about.nomor
    return "", ""


def is_known(house: House, oleh: Hadir, berkas: Berkas, nomor: str) -> bool:
    """Whether the register has a request of that number which this person may see."""
    with house.ledger.read() as reading:
        for one in reading.find(Permohonan, instansi=berkas.instansi, nomor_daftar=nomor):
            for came in reading.find(Kiriman, id=one.kiriman):
                if seen(reading, oleh, came) and (berkas.rahasia or not came.rahasia):
                    return True
    return False
