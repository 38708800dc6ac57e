"""Open a matter: an officer does, or a kiriman that was recognised."""

from __future__ import annotations

from dataclasses import replace

from service.acts.berkas.anak import follow
from service.acts.berkas.buka import Pembukaan, opened
from service.acts.instansi.kalender import kalender
from service.acts.orang import izin
from service.acts.sop.daftar import sops
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.bentuk import Bagian
from service.domain.sop.masa import masa, round_id
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class BukanUntukPetugas(Refusal):
    """An SOP that opens by itself, or is called by another."""

    def __init__(self, judul: str) -> None:
        super().__init__(
            f"SOP {judul} tidak dibuka petugas: SOP itu dibuka kiriman, kalender, atau SOP lain."
        )


class JudulKosong(Refusal):
    """A matter has a name."""

    def __init__(self) -> None:
        super().__init__("Tulis judul berkasnya. Belum ada berkas yang dibuka.")


def open_by(house: House, oleh: Hadir, asked: Pembukaan) -> Berkas:
    """Opened by an officer; the same matter for the same id."""
    if not asked.judul.strip():
        raise JudulKosong
    known = sops(house.packs, asked.instansi)
    if asked.sop not in known:
        raise TidakAda(f"SOP {asked.sop}")
    if not known[asked.sop].buka.petugas:
        raise BukanUntukPetugas(known[asked.sop].judul)
    if asked.bagian not in {one.id for one in known[asked.sop].parts()}:
        raise TidakAda(f"Bagian {asked.bagian}")
    part = known[asked.sop].part(asked.bagian)
    with house.ledger.begin() as tx:
        tempat = izin.Tempat(asked.instansi, asked.unit)
        siapa = izin.need(tx, oleh, Act.COMPLETE, tempat).siapa
        if asked.rahasia and not oleh.may(Act.SECRET, asked.instansi, asked.unit):
            raise TidakAda("Buku rahasia")
        if part.berkala.jumlah:
            asked = _round(house, tx, part, asked)
        for same in tx.find(Berkas, id=asked.id):
            return same
        return begun(house, tx, asked, siapa)


def _round(house: House, tx: Tx, part: Bagian, asked: Pembukaan) -> Pembukaan:
    """The round of the present period: there is one, whoever opens it."""
    today = kalender(house, tx, asked.instansi).tanggal(house.clock.now())
    now = masa(part.berkala.jumlah, today)
    return replace(asked, id=round_id(asked.instansi, asked.sop, asked.bagian, now), masa=now)


def begun(house: House, tx: Tx, asked: Pembukaan, siapa: str = MESIN) -> Berkas:
    """The matter at its first row, with what that row asks for below it."""
    berkas = opened(house, tx, asked, siapa)
    return follow(house, tx, walked(tx, berkas), berkas, siapa)
