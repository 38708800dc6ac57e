"""How the papers of an agency look: its page, its letters, its logo, where a pair takes them."""

from __future__ import annotations

from pathlib import Path

from service.acts.packs import agency
from service.domain.instansi import Instansi
from service.ports import House, Rupa


def rupa_of(house: House, instansi: str, room: Path, *, ikut: bool) -> Rupa:
    """What is put on a template that takes the agency's looks; any other stays as it is."""
    if not ikut:
        return Rupa()
    one = agency(house.packs, instansi)
    tata = one.naskah
    sides = (tata.margin.atas, tata.margin.bawah, tata.margin.kiri, tata.margin.kanan)
    logo = _logo(house, one, room)
    return Rupa(
        tata.kertas,
        tata.huruf,
        tata.huruf_keputusan,
        tata.ukuran,
        sides,
        logo,
        tanpa_logo=logo is None,
    )


def _logo(house: House, one: Instansi, room: Path) -> Path | None:
    if not one.kop.logo:
        return None
    return house.packs.file(one.kode, one.kop.logo, room / f"logo{Path(one.kop.logo).suffix}")
