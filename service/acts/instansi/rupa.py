"""How the papers of an agency look: its page, its letters, its logo, where a pair takes them."""

from __future__ import annotations

from pathlib import Path

from service.acts.instansi.packs import agency
from service.domain.instansi import Instansi
from service.domain.naskah import BELUM_DISETUJUI, Naskah
from service.ports import House, Packs, Rupa, Tx


def rupa_of(house: House, instansi: str, room: Path, *, ikut: bool) -> Rupa:
    """What is put on a template that takes the agency's looks; any other stays as it is."""
    return rupa_in(house.packs, instansi, room, ikut=ikut)


def rupa_in(packs: Packs, instansi: str, room: Path, *, ikut: bool) -> Rupa:
    """The same of an agency in these packs, which need not be those of the house."""
    if not ikut:
        return Rupa()
    one = agency(packs, instansi)
    tata = one.naskah
    sides = (tata.margin.atas, tata.margin.bawah, tata.margin.kiri, tata.margin.kanan)
    logo = _logo(packs, one, room)
    return Rupa(
        tata.kertas,
        tata.huruf,
        tata.huruf_keputusan,
        tata.ukuran,
        sides,
        logo,
        tanpa_logo=logo is None,
    )


def looks(one: Instansi) -> tuple[object, ...]:
    """All of an agency that its papers take from it when they are printed."""
    tata = one.naskah
    return (tata.kertas, tata.huruf, tata.huruf_keputusan, tata.ukuran, tata.margin, one.kop.logo)


def print_anew(tx: Tx, instansi: str) -> None:
    """What is not approved yet is printed as the agency's papers look now."""
    for one in tx.find(Naskah, instansi=instansi, keadaan=sorted(BELUM_DISETUJUI)):
        tx.plan("draft", one.id)


def _logo(packs: Packs, one: Instansi, room: Path) -> Path | None:
    if not one.kop.logo:
        return None
    return packs.file(one.kode, one.kop.logo, room / f"logo{Path(one.kop.logo).suffix}")
