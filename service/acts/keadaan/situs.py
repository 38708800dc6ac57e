"""Whether the other sites hold what the public reads here."""

from __future__ import annotations

from service.acts.edisi.dorong import states
from service.acts.instansi.pilihan import at_work
from service.domain.edisi.dorong import BERES, GAGAL
from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Keadaan

NAMA = "Situs lain"


def sites_line(house: House) -> Keadaan:
    """Every site that is set, or what is wrong with the first that is not as it should be."""
    sites = house.outlets.all
    if not sites:
        return Keadaan(NAMA, None, "Tidak dipakai.")
    try:
        known = {one.id for one in at_work(house)}
        found = {x: y for kode in known for x, y in states(house, kode).items()}
    except (Refusal, Unavailable) as away:
        return Keadaan(NAMA, False, str(away))
    for nama, one in sites.items():
        kode = one.tujuan.instansi
        if kode not in known:
            words = f"Tujuan {nama} menyebut instansi {kode}, yang belum disiapkan di sini."
            return Keadaan(NAMA, False, words)
        if nama in found and found[nama].keadaan == GAGAL:
            return Keadaan(NAMA, False, f"{nama}: {found[nama].kata}")
    same = sum(nama in found and found[nama].keadaan == BERES for nama in sites)
    return Keadaan(NAMA, True, f"{same} dari {len(sites)} sama dengan yang diumumkan.")
