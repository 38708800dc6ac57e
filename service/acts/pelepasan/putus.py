"""The file of a piece of information: had looked at, cleared, copied, let go."""

from __future__ import annotations

from service.acts.informasi.baca import informasi_for
from service.acts.orang import izin
from service.acts.pelepasan.baca import file_of, need_open, standing
from service.acts.pelepasan.perbuatan import TERTANDA, Perbuatan, Perihal, begun
from service.domain.gerbang.keluar import FileKeluar, id_of
from service.domain.informasi.informasi import Informasi
from service.domain.refusals import Refusal
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading


class MasihDibaca(Refusal):
    """What kind of file it is, and whether it is signed, is not known yet."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "File ini baru diterima dan masih dibaca. Tunggu sebentar, lalu mulai pemeriksaannya "
            "lagi. Tidak ada yang diubah."
        )


def begin(house: House, oleh: Hadir, informasi: str) -> FileKeluar:
    """The file is to be looked at; asked twice it is looked at once."""
    with house.ledger.begin() as tx:
        one = informasi_for(tx, oleh, informasi)
        izin.need(tx, oleh, Act.FILL, izin.Tempat(one.instansi, one.unit))
        file = file_of(tx, oleh, one)
        need_open(tx, one, file.sha256)
        if not file.mime:
            raise MasihDibaca
        signed = any(each.kode == TERTANDA for each in file.temuan)
        told = (file.sha256, file.mime, file.ukuran, file.nama)
        fresh = FileKeluar(id_of(one.id), one.instansi, one.id, *told, bertanda=signed)
        return begun(house, tx, _about(one), oleh, fresh)


def _about(one: Informasi) -> Perihal:
    return Perihal(one.id, one.instansi, one.unit, one.tampak)


def _standing(reading: Reading, oleh: Hadir, informasi: str) -> tuple[Perihal, FileKeluar | None]:
    one, row = standing(reading, oleh, informasi)
    if row is not None:
        need_open(reading, one, row.asal, row.hasil)
    return _about(one), row


perbuatan = Perbuatan(_standing)
