"""The NIK of who signs at BSrE: sealed where it is kept, opened for one request, shown masked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from service.domain.catatan import MESIN, Catatan
from service.domain.kunci_ttd import BSRE, KunciMenolak, KunciTtd, samar
from service.domain.orang import Orang
from service.domain.refusals import BrokenSeal, Overtaken
from service.ports import House


class NikTakTerbuka(KunciMenolak):
    """It was sealed by a key that this house has no more."""

    def __init__(self) -> None:
        super().__init__(
            "NIK pada sertifikat BSrE ini disegel dengan kunci lain, jadi tidak terbaca di sini. "
            "Tidak ada yang ditandatangani. Lepas sertifikat itu di halaman akun, lalu tambahkan "
            "lagi dengan NIK Anda."
        )


def sealed(house: House, nik: str, kunci_id: str) -> str:
    """The NIK as the row of this key holds it."""
    return house.words.close(nik, kunci_id)


def opened(house: House, one: KunciTtd) -> str:
    """The NIK of a key, for the request that needs it; '' where the key has none."""
    if not one.nik:
        return ""
    try:
        return house.words.open(one.nik, one.id)
    except BrokenSeal:
        raise NikTakTerbuka from None


def masked(house: House, one: KunciTtd) -> str:
    """The NIK as it may be seen; '' where the key has none."""
    try:
        return samar(opened(house, one))
    except NikTakTerbuka:
        return "NIK tidak terbaca"


def seal_all(house: House) -> int:
    """Seal what an earlier version kept in clear; how many there were. Again, it finds none."""
    with house.ledger.read() as reading:
        keys = reading.find(KunciTtd, jenis=BSRE)
    clear = [one for one in keys if one.nik and not house.words.closes(one.nik)]
    for one in clear:
        # Of two that start at once, one does it.
        with suppress(Overtaken), house.ledger.begin() as tx:
            tx.save(one, replace(one, nik=sealed(house, one.nik, one.id)))
            milik, now = tx.get(Orang, one.orang).instansi, house.clock.now()
            tx.note(Catatan(milik, MESIN, "nik_disegel", now, one.id))
    if clear:
        house.scrub()  # what was overwritten would lie in the files of the ledger still
    return len(clear)
