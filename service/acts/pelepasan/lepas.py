"""What of a piece goes out to the public: these bytes under this name, or nothing."""

from __future__ import annotations

from service.acts.pelepasan.baca import is_shut
from service.domain.edisi.terbitan import FileTerbit
from service.domain.gerbang.keluar import EKOR, FileKeluar, goes_out, id_of
from service.domain.informasi.informasi import Informasi
from service.ports import Reading


def lepas(reading: Reading, informasi: Informasi) -> FileTerbit | None:
    """The file that a person let go, as long as nothing has changed since; else None."""
    if informasi.tertutup or informasi.terbatas_dilihat:
        return None
    for one in reading.find(FileKeluar, id=id_of(informasi.id)):
        counts = goes_out(one, informasi.pelengkap.sidik)
        if counts and not is_shut(reading, one.asal, one.hasil):
            nama = f"{informasi.kode.lower()}.{EKOR.get(one.tampak_mime, 'bin')}"
            return FileTerbit(one.tampak, nama, one.tampak_mime, one.tampak_ukuran)
    return None
