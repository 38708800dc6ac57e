"""One matter under an SOP, so that its page can be asked for."""

from __future__ import annotations

from PIL import Image

from service.acts.berkas_baru import begun
from service.acts.berkas_buka import Pembukaan
from service.acts.keep import hold, keep
from service.acts.sop import own_sops
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import KONSEP, Naskah, drafted
from service.domain.rapat_berkas import RapatBerkas, written
from service.house import RealHouse
from tests.rapat import BERLANGSUNG


def sop_of(house: RealHouse, kode: str) -> str:
    """The first SOP of an agency."""
    return own_sops(house.packs, kode)[0]


def matter(house: RealHouse, kode: str) -> str:
    """A matter at the first row of an SOP of the agency; its id."""
    sop = sop_of(house, kode)
    with house.ledger.begin() as tx:
        asked = Pembukaan(house.new_id(), kode, "", sop, "Perkara contoh")
        return begun(house, tx, asked).id


def meeting(house: RealHouse, berkas_id: str) -> None:
    """The first meeting of the matter, held."""
    with house.ledger.begin() as tx:
        berkas = tx.get(Berkas, berkas_id)
        blank = RapatBerkas(house.new_id(), berkas_id, berkas.langkah, 1)
        tx.add(written(blank, BERLANGSUNG))
        tx.note(Catatan(berkas.instansi, MESIN, "rapat_diisi", house.clock.now(), berkas_id))


def item(house: RealHouse, berkas_id: str) -> str:
    """An item of the matter; its id."""
    with house.ledger.begin() as tx:
        one = Butir(house.new_id(), berkas_id, 1, "Butir contoh")
        tx.add(one)
        instansi = tx.get(Berkas, berkas_id).instansi
        tx.note(Catatan(instansi, MESIN, "butir_ditambah", house.clock.now(), berkas_id))
    return one.id


def paper(house: RealHouse, berkas_id: str) -> str:
    """A paper of the matter with a print of one page; its id."""
    with house.room() as room:
        with Image.new("RGB", (300, 424), "white") as page:
            page.save(room / "naskah.pdf")
        kept = keep(house, room / "naskah.pdf")
    with house.ledger.begin() as tx:
        kode, now = tx.get(Berkas, berkas_id).instansi, house.clock.now()
        one = Naskah(house.new_id(), berkas_id, kode, "sk_penetapan_dip", KONSEP, now)
        tx.add(drafted(one, kept.sha256, kept.sha256, kept.sha256))
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "naskah_dicetak", now, one.id))
    return one.id
