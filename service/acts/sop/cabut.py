"""An SOP that was made here is withdrawn: no new berkas opens under it, and its history stays."""

from __future__ import annotations

from service.acts.orang import izin
from service.acts.sop.pakai import SopSudahDiganti, came_with, harmless, lay, terbit
from service.acts.sop.rujukan import need_uncalled
from service.domain.catatan import Catatan
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.konsep import SopTerbit
from service.domain.wewenang import Act, Hadir
from service.ports import House


class AdaBawaannya(Refusal):
    """The SOP came with Berkas; it is taken back to that, not withdrawn."""

    def __init__(self) -> None:
        super().__init__(
            "SOP ini punya bawaan, jadi tidak dapat dicabut. Tidak ada yang berubah. Pilih Kembali "
            "ke versi ini pada bawaannya."
        )


class TanpaAlasanCabut(Refusal):
    """Why an SOP is withdrawn is always said."""

    def __init__(self) -> None:
        super().__init__(
            "Tulis alasan pencabutannya; alasan itu dicatat di jurnal. Tidak ada yang berubah."
        )


def withdraw(
    house: House, oleh: Hadir, instansi: str, kode: str, kini: int, alasan: str
) -> SopTerbit:
    """The SOP opens no berkas any more; those that run end as they began."""
    oleh.reach(Act.SOP, instansi)
    if came_with(house.packs, instansi, kode):
        raise AdaBawaannya
    if not (kata := alasan.strip()):
        raise TanpaAlasanCabut
    with house.ledger.begin() as tx:
        tx.hold_sops(instansi)
        every = terbit(tx, instansi, kode)
        # Who put it in force is the first of the two; who withdrew it already only asks again.
        first = (every[-1].oleh,) if every and every[-1].teks else ()
        given = izin.need(tx, oleh, Act.SOP_USE, izin.Tempat(instansi, "", first), kata)
        if not every:
            raise TidakAda(f"SOP {kode}")
        if not every[-1].teks:
            return every[-1]
        if every[-1].urut != kini:
            raise SopSudahDiganti
        harmless(house.packs.still(), instansi, kode, "", "")
        need_uncalled(tx, instansi, kode)
        now = house.clock.now()
        one = SopTerbit(
            id=house.new_id(),
            instansi=instansi,
            kode=kode,
            urut=kini + 1,
            nama=every[-1].nama,
            teks="",
            bahan="",
            sejak=now,
            oleh=given.siapa,
            alasan=izin.written(house, tx, instansi, every[-1].id, kata),
        )
        tx.add(one)
        lay(tx, one)
        told = {"kode": kode, "urut": str(one.urut), "pemegang": given.pemegang}
        tx.note(Catatan(instansi, given.siapa, "sop_dicabut", now, one.id, told))
    return one
