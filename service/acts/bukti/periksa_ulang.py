"""Every signed paper looked at once more, by what the office trusts and knows today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from service.domain.kembalian import DITERIMA, Kembalian
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal, Unavailable
from service.domain.simpanan import HILANG, Simpanan
from service.domain.tanda_tangan import BacaanTanda
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.domain.temuan_ttd import broken, of_again
from service.ports import House
from service.ports.signing import Terkirim


@dataclass(frozen=True)
class Ulang:
    """One signed paper, by its id alone: what it is about may be withheld."""

    naskah: str
    instansi: str
    baik: bool | None  # None: somebody should know, and no byte is amiss
    ditemukan: tuple[str, ...] = ()


def again(house: House) -> Iterator[Ulang]:
    """Each paper in the order of its id; what cannot be looked at says why and stops nothing."""
    with house.ledger.read() as reading:
        papers = [one for one in reading.find(Naskah) if one.bertanda_tangan]
        ink = {one.sesudah for one in reading.find(TempatTtd, jalan=TINTA) if one.sesudah}
        # A person took these for what they are, whatever the rule finds of them.
        taken = {one.file for one in reading.find(Kembalian, keadaan=DITERIMA)}
        stored = reading.find(Simpanan)
    sizes = {one.id: one.ukuran for one in stored}
    gone = {one.id for one in stored if one.keadaan in HILANG}  # with the archive it belonged to
    for one in papers:
        if one.bertanda_tangan in gone:
            continue
        if wrong := house.store.verify(one.bertanda_tangan):
            yield Ulang(one.id, one.instansi, False, (f"Filenya {wrong}.",))
        elif one.bertanda_tangan in ink:
            yield Ulang(one.id, one.instansi, True)
        else:
            found = _looked(house, one, Terkirim(sizes.get(one.pdf, 0), one.pdf))
            known = one.bertanda_tangan in taken and found.baik is False
            yield replace(found, baik=None) if known else found


def _looked(house: House, one: Naskah, sent: Terkirim) -> Ulang:
    try:
        with house.room() as room:
            bacaan = house.verifier.look(
                house.store.fetch(one.bertanda_tangan, room / "naskah.pdf"), sent
            )
    except (Refusal, Unavailable) as away:
        return Ulang(one.id, one.instansi, None, (f"Belum dapat diperiksa: {away}",))
    found = of_again(bacaan)
    return Ulang(one.id, one.instansi, _good(bacaan, found), found)


def _good(bacaan: BacaanTanda, found: tuple[str, ...]) -> bool | None:
    if broken(bacaan):
        return False
    return None if found else True
