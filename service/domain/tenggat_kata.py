"""A term of law in the words of a letter: `30 (tiga puluh) hari kerja`."""

from __future__ import annotations

from service.domain import akhir_pengecualian, keberatan, keberatan_waktu, permohonan, sengketa
from service.domain.instansi import BULAN, HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.tanggal import terbilang

SATUAN = {HARI_KERJA: "hari kerja", HARI: "hari", BULAN: "bulan"}
# The terms of the law, where a pack does not say.
_HUKUM = {
    one.id: one
    for one in (
        permohonan.MENJAWAB,
        permohonan.PERPANJANGAN,
        keberatan_waktu.DIAJUKAN,
        keberatan.DIJAWAB,
        sengketa.MENGAJUKAN,
        akhir_pengecualian.DIPUTUS,
    )
}


def term(instansi: Instansi, id_: str) -> Tenggat | None:
    """A term as the agency has it, else as the law does; None where neither knows it."""
    return instansi.tenggat_of(id_) or _HUKUM.get(id_)


def spelt(one: Tenggat) -> str:
    """How long it is, in figures and in words."""
    return f"{one.jumlah} ({terbilang(one.jumlah)}) {SATUAN[one.satuan]}"
