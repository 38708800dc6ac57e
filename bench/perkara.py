"""One matter under an SOP, so that its page can be asked for."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.kembali import sesat
from service.acts.naskah.acuan import acuan, remember
from service.acts.simpan.keep import Kept, hold, keep
from service.acts.sop.daftar import own_sops
from service.domain import tempat_ttd as t
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.catatan import MESIN, Catatan
from service.domain.file_sesat import TAK_DIKENAL
from service.domain.kembalian import Kembalian
from service.domain.naskah import DIKIRIM, DITANDATANGANI, KONSEP, Naskah, drafted
from service.domain.rapat_berkas import RapatBerkas, written
from service.domain.tembusan import PERAN, Tembusan
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
    return _printed(house, berkas_id, KONSEP)[0]


def doubted(house: RealHouse, berkas_id: str) -> dict[str, str]:
    """A paper whose signature is in doubt, and a file that came back for it; their ids."""
    naskah_id, kept = _printed(house, berkas_id, DIKIRIM)
    now = house.clock.now()
    with house.ledger.begin() as tx:
        kode = tx.get(Berkas, berkas_id).instansi
        places = t.asked([house.new_id()], naskah_id, 0, ["ppid"], t.ELEKTRONIK)
        for one in places:
            begun = t.taken(replace(one, instansi=kode, diminta=now), "", "bsre", kept.sha256, now)
            tx.add(replace(t.unknown(begun), sesudah=kept.sha256))
        told = ("Belum ada tanda tangan.",)
        came = Kembalian(
            house.new_id(), naskah_id, 0, t.APLIKASI, kept.sha256, "kembali.pdf", now, told
        )
        tx.add(came)
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "kembalian_disimpan", now, naskah_id))
    with house.store.open(kept.sha256) as held, house.room() as room:
        (room / "scan.pdf").write_bytes(held.read())
        stray = sesat.kept(house, room / "scan.pdf", "scan.pdf", TAK_DIKENAL)
    ids = {"kembali_id": came.id, "naskah_id": naskah_id, "mana": "kembali"}
    return ids | {"sesat_id": stray.id}


def copy(house: RealHouse, berkas_id: str) -> str:
    """A copy of a signed paper of the matter, for the head of information; its id."""
    naskah_id, kept = _printed(house, berkas_id, KONSEP)
    with house.ledger.read() as reading:
        one = reading.get(Naskah, naskah_id)
    with house.room() as room:
        pair = acuan(house, room, one)
        remember(house, pair)
    with house.ledger.begin() as tx:
        before, now = tx.get(Naskah, naskah_id), house.clock.now()
        signed = replace(before, keadaan=DITANDATANGANI, bertanda_tangan=kept.sha256)
        tx.save(before, replace(signed, pasangan=pair.versi.id))
        goal = f"{PERAN}:ppid"
        told = Tembusan(house.new_id(), naskah_id, before.instansi, goal, "PPID contoh", now)
        tx.add(told)
        tx.note(Catatan(before.instansi, MESIN, "naskah_ditandatangani", now, naskah_id))
    return told.id


def _printed(house: RealHouse, berkas_id: str, keadaan: str) -> tuple[str, Kept]:
    with house.room() as room:
        with Image.new("RGB", (300, 424), "white") as page:
            page.save(room / "naskah.pdf")
        kept = keep(house, room / "naskah.pdf")
    with house.ledger.begin() as tx:
        kode, now = tx.get(Berkas, berkas_id).instansi, house.clock.now()
        one = Naskah(house.new_id(), berkas_id, kode, "sk_penetapan_dip", KONSEP, now)
        made = drafted(one, kept.sha256, kept.sha256, kept.sha256)
        tx.add(replace(made, keadaan=keadaan))
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "naskah_dicetak", now, one.id))
    return one.id, kept
