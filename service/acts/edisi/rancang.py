"""A draft of the DIP is opened in a matter, or given up."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.edisi.baca import held, noted
from service.acts.lihat.berkas import berkas_for
from service.acts.orang import izin
from service.domain.berkas import BERJALAN, DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.edisi import jalan
from service.domain.edisi.edisi import BATAL, DAFTAR, DIP, PENETAPAN, RANCANGAN, Edisi
from service.domain.ids import is_id
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class RancanganLain(Refusal):
    """Only one draft of a list is drawn up at a time."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            f"Sudah ada rancangan {DAFTAR[DIP]} yang belum ditetapkan. Selesaikan atau batalkan "
            "yang itu dahulu. Tidak ada yang diubah."
        )


class FormulirLama(Refusal):
    """The id of a form is none of ours."""

    def __init__(self) -> None:
        super().__init__("Formulirnya kedaluwarsa. Muat ulang halamannya, lalu kirim lagi.")


@dataclass(frozen=True)
class Rancangan:
    """What is asked for; its id makes a second try the same draft."""

    id: str
    berkas: str


def begin(house: House, oleh: Hadir, asked: Rancangan) -> Edisi:
    """A draft of the whole DIP, whose decree comes about in that matter."""
    if not is_id(asked.id):
        raise FormulirLama
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, asked.berkas)
        for same in tx.find(Edisi, id=asked.id):
            if same.berkas != berkas.id:
                raise TidakAda("Edisi itu")
            return same
        if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
            raise BerkasTertutup(berkas.keadaan)
        given = izin.need(tx, oleh, Act.VERIFY, izin.Tempat(berkas.instansi, ""))
        tx.hold_editions(berkas.instansi)
        known = {"instansi": berkas.instansi, "daftar": DIP, "jenis": PENETAPAN}
        for left in tx.find(Edisi, keadaan=RANCANGAN, **known):
            return _carried_on(house, tx, left, berkas, given)
        one = Edisi(asked.id, berkas.instansi, DIP, berkas=berkas.id, penyusun=(given.siapa,))
        tx.add(one)
        noted(house, tx, one, given, "edisi_dirancang", {"berkas": berkas.id})
    return one


def _carried_on(house: House, tx: Tx, left: Edisi, berkas: Berkas, given: izin.Izin) -> Edisi:
    """A draft whose matter is over, and has no paper yet, goes on in another matter."""
    over = tx.get(Berkas, left.berkas).keadaan != BERJALAN
    if not over or left.naskah or left.beku is not None:
        raise RancanganLain
    after = replace(jalan.put_together(left, given.siapa), berkas=berkas.id)
    tx.save(left, after)
    noted(house, tx, after, given, "edisi_dirancang", {"berkas": berkas.id})
    return replace(after, versi=left.versi + 1)


def discard(house: House, oleh: Hadir, id_: str, versi: int) -> Edisi:
    """The draft will be no edition; its pieces stay as they are."""
    with house.ledger.begin() as tx:
        before = held(tx, oleh, id_, versi)
        given = izin.need(tx, oleh, Act.VERIFY, izin.Tempat(before.instansi, ""))
        after = jalan.voided(before)
        tx.save(before, after)
        noted(house, tx, after, given, "edisi_dibatalkan", {"ke": BATAL})
    return after
