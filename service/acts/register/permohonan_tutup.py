"""A request ends without an answer, or is taken up again, each with its reason."""

from __future__ import annotations

from dataclasses import replace

from service.acts.lihat.terlihat import line_for
from service.acts.orang import izin
from service.domain.catatan import Catatan
from service.domain.permohonan import DIBATALKAN, TUTUP, Permohonan, need_open, reopened
from service.domain.refusals import Overtaken, Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House


class AlasanTutupPerlu(Refusal):
    """What ends or begins anew is explained."""

    def __init__(self) -> None:
        super().__init__("Pilih sebabnya dan tulis keterangannya. Tidak ada yang diubah.")


def close(
    house: House, oleh: Hadir, permohonan_id: str, versi: int, sebab: str, alasan: str
) -> Permohonan:
    """Closed without an answer: taken back, or never completed."""
    if sebab not in TUTUP:
        raise AlasanTutupPerlu
    return _changed(house, oleh, permohonan_id, versi, "permohonan_ditutup", sebab, alasan)


def reopen(house: House, oleh: Hadir, permohonan_id: str, versi: int, alasan: str) -> Permohonan:
    """In work again; the term is not given anew."""
    return _changed(house, oleh, permohonan_id, versi, "permohonan_dibuka_kembali", "", alasan)


def _changed(
    house: House, oleh: Hadir, id_: str, versi: int, apa: str, sebab: str, alasan: str
) -> Permohonan:
    if not alasan.strip():
        raise AlasanTutupPerlu
    leave = Act.IDENTIFY if sebab else Act.APPROVE
    with house.ledger.begin() as tx:
        before = line_for(tx, oleh, Permohonan, id_)
        given = izin.need(tx, oleh, leave, izin.Tempat(before.instansi, before.unit))
        if before.versi != versi:
            raise Overtaken("permohonan", id_)
        if sebab:
            need_open(before)
            after = replace(before, keadaan=DIBATALKAN)
        else:
            after = reopened(before)
        tx.save(before, after)
        reason = izin.written(house, tx, before.instansi, before.id, alasan.strip())
        told = {"sebab": sebab, "alasan": reason, "pemegang": given.pemegang}
        tx.note(Catatan(before.instansi, given.siapa, apa, house.clock.now(), before.id, told))
        tx.plan("lacak", before.id)
    return replace(after, versi=versi + 1)
