"""Where the file of a piece stands on its way out; for who may see the piece."""

from __future__ import annotations

from contextlib import suppress

from service.acts.informasi.baca import informasi_for
from service.acts.lihat.terlihat import file_for
from service.domain.gerbang.keluar import PDF, FileKeluar, id_of
from service.domain.ids import is_id
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.tutupan import FileTertutup, Tutupan
from service.domain.kiriman import File
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Hadir
from service.ports import House, Reading


class TanpaFile(Refusal):
    """There is nothing to look at."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Informasi ini belum berfile. Pasang dahulu filenya di baris informasinya, lalu "
            "periksa. Tidak ada yang diubah."
        )


class InformasiTertutup(Refusal):
    """What is withheld does not go out."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Informasi ini dikecualikan, jadi filenya tidak dapat dilepas untuk umum. Tidak ada "
            "yang diubah."
        )


def file_of(reading: Reading, oleh: Hadir, one: Informasi) -> File:
    """The file that a piece names, by its very bytes, where this person may open it."""
    told = one.pelengkap
    if not told.sidik:
        raise TanpaFile
    found = reading.find(File, id=told.file, sha256=told.sidik) if is_id(told.file) else []
    for each in found or reading.find(File, sha256=told.sidik):
        with suppress(TidakAda):
            return file_for(reading, oleh, each.id)
    raise TanpaFile


def pages_of(house: House, oleh: Hadir, one: Informasi) -> int:
    """How many pages its file has, and every copy of it; 0 where that shows only in print."""
    with house.ledger.read() as reading, suppress(TanpaFile):
        file = file_of(reading, oleh, one)
        if file.mime == PDF or file.mime.startswith("image/"):
            return file.halaman
    return 0


def need_open(reading: Reading, one: Informasi, *sidik: str) -> None:
    """Refuse what is withheld, and bytes that are those of something withheld."""
    if one.tertutup or one.terbatas_dilihat:
        raise InformasiTertutup
    if is_shut(reading, *sidik):
        raise FileTertutup


def is_shut(reading: Reading, *sidik: str) -> bool:
    """Whether any of these bytes belongs to something withheld."""
    return any(
        one.dibuka is None for each in sidik if each for one in reading.find(Tutupan, sidik=each)
    )


def standing(reading: Reading, oleh: Hadir, informasi: str) -> tuple[Informasi, FileKeluar | None]:
    """The piece, and its file on its way out as far as it counts for the file it names now."""
    one = informasi_for(reading, oleh, informasi)
    found = reading.find(FileKeluar, id=id_of(one.id))
    current = [each for each in found if each.asal == one.pelengkap.sidik]
    return one, current[0] if current else None
