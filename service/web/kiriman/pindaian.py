"""A scan that came with a form: through the hallway like everything else."""

from __future__ import annotations

from flask import request

from service.acts.kiriman import unggah
from service.acts.kiriman.unggah import Antaran
from service.domain.kiriman import BERKAS, File, Surat
from service.domain.wewenang import Act
from service.face.isi_formulir import Ruas
from service.web.dasar.auth import hadir, house
from service.web.kiriman.unggah import _most

most = _most  # what one form may carry


def chosen() -> str:
    """The name of the scan that came; '' where none did."""
    came = request.files.get("file")
    return (came.filename or "") if came else ""


def taken(tanda: str, instansi: str, unit: str, perihal: str, *, rahasia: bool) -> str:
    """The id of the scan, kept for good; '' where none came. The same for the same `tanda`."""
    came = request.files.get("file")
    if came is None or not came.filename:
        return ""
    one = unggah.take(house(), hadir(), came.filename, came.stream)
    return sent(tanda, instansi, unit, perihal, one.id, rahasia=rahasia)


def sent(
    tanda: str, instansi: str, unit: str, perihal: str, unggahan: str, *, rahasia: bool
) -> str:
    """The id of a scan that came in whole, kept for good. The same for the same `tanda`."""
    # What belongs to a withheld matter never stands in the open agenda.
    surat = Surat(perihal=perihal[:300], sifat="rahasia" if rahasia else "")
    antaran = Antaran(tanda, instansi, unit, surat, pintu=BERKAS)
    kiriman = unggah.send(house(), hadir(), antaran, [unggahan])
    with house().ledger.read() as reading:
        return reading.find(File, kiriman=kiriman.id)[0].id


def ruas(label: str, petunjuk: str) -> Ruas:
    """The field in which it is chosen."""
    return Ruas("file", label, jenis="file", petunjuk=petunjuk, wajib=False)


def tanda() -> Ruas:
    """Makes the same form sent twice one deed."""
    return Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40)


def may_send(instansi: str, unit: str) -> bool:
    """Whether this person may send files at all."""
    return hadir().may(Act.RECEIVE, instansi, unit)
