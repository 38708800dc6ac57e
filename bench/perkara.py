"""One matter under an SOP, so that its page can be asked for."""

from __future__ import annotations

from service.acts.berkas_baru import begun
from service.acts.berkas_buka import Pembukaan
from service.acts.sop import own_sops
from service.house import RealHouse


def matter(house: RealHouse, kode: str) -> str:
    """A matter at the first row of an SOP of the agency; its id."""
    sop = own_sops(house.packs, kode)[0]
    with house.ledger.begin() as tx:
        asked = Pembukaan(house.new_id(), kode, "", sop, "Perkara contoh")
        return begun(house, tx, asked).id
