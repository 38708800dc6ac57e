"""What may be told of a webhook: only what a plain officer of its unit may see."""

from __future__ import annotations

from service.acts.edisi.baca import edisi_for
from service.acts.informasi.baca import informasi_for
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.terlihat import kiriman_for, line_for
from service.acts.naskah.lihat import naskah_for
from service.domain.kait import (
    BERKAS,
    EDISI,
    INFORMASI,
    KEBERATAN,
    KIRIMAN,
    NASKAH,
    PERISTIWA,
    Kait,
)
from service.domain.keberatan import Keberatan
from service.domain.orang import Orang, Pemegang
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.wewenang import Hadir
from service.ports import Reading

PERAN = "unit"  # sees the open matters of its place, and none that is withheld


def seen_unit(reading: Reading, kait: Kait, peristiwa: str, tentang: str) -> str | None:
    """The unit of what an act was about; None where a webhook may not be told of it."""
    try:
        instansi, unit = _place(reading, _as(kait), PERISTIWA[peristiwa][0], tentang)
    except TidakAda:
        return None
    return unit if instansi == kait.instansi else None


def _place(reading: Reading, oleh: Hadir, jenis: str, id_: str) -> tuple[str, str]:
    if jenis == KIRIMAN:
        came = kiriman_for(reading, oleh, id_)
        return came.instansi, came.unit
    if jenis == BERKAS:
        berkas = berkas_for(reading, oleh, id_)
        return berkas.instansi, berkas.unit
    if jenis == NASKAH:
        _, berkas = naskah_for(reading, oleh, id_)
        return berkas.instansi, berkas.unit
    if jenis == INFORMASI:
        piece = informasi_for(reading, oleh, id_)
        return piece.instansi, piece.unit
    if jenis == EDISI:
        return edisi_for(reading, oleh, id_).instansi, ""
    if jenis == KEBERATAN:
        objection = line_for(reading, oleh, Keberatan, id_)
        return objection.instansi, objection.unit
    request = line_for(reading, oleh, Permohonan, id_)
    return request.instansi, request.unit


def _as(kait: Kait) -> Hadir:
    """As whom a webhook looks."""
    day = kait.dibuat.date()
    held = Pemegang(kait.id, kait.id, kait.instansi, kait.unit, PERAN, day)
    return Hadir(Orang(kait.id, kait.instansi, "", kait.nama), (held,))
