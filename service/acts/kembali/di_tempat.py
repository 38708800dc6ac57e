"""A paper that was signed where it was laid: noticed by its bytes, and judged as all that comes
back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from service.acts.kembali.aplikasi import known_already, take
from service.acts.kembali.tertahan import Datang
from service.acts.simpan.folder import is_written
from service.domain.kembalian import Kembalian
from service.domain.kiriman import File
from service.domain.naskah import DIKIRIM, DISETUJUI, Naskah
from service.domain.refusals import Unavailable
from service.domain.simpanan import Simpanan
from service.domain.tempat_ttd import APLIKASI, TempatTtd
from service.ports import House, Reading


class MasihDibuka(Unavailable):
    """A program may still be writing there."""

    def __init__(self) -> None:
        super().__init__("File di folder penanda tangan masih dibuka untuk ditulis; dicoba lagi.")


def written_on(house: House, lying: Sequence[tuple[str, str]]) -> list[str]:
    """The papers of which a file lies with a signer that says something else than we ever laid."""
    ids = sorted({id_ for id_, _ in lying})
    with house.ledger.read() as reading:
        papers = {one.id: one for one in reading.find(Naskah, id=ids)} if ids else {}
        found = {
            id_
            for id_, sha256 in lying
            if id_ in papers and not _laid_by_us(reading, papers[id_], sha256)
        }
    return sorted(found)


def _laid_by_us(reading: Reading, naskah: Naskah, sha256: str) -> bool:
    """Whether these bytes are a print of ours, now or at an earlier time, or what we laid of it
    with the signatures that it had."""
    every = reading.find(TempatTtd, naskah=naskah.id)
    if sha256 in {naskah.pdf, naskah.bertanda_tangan, *(x.sesudah for x in every)}:
        return True
    # An earlier print is kept, and nobody brought it.
    kinds = (reading.find(File, sha256=sha256), reading.find(Kembalian, file=sha256))
    return bool(reading.find(Simpanan, id=sha256)) and not any(kinds)


def take_in(house: House, naskah: Naskah) -> Naskah:
    """The paper as it stands once what lies signed with a signer was taken, or kept for a person;
    only then it leaves the folder, and what we sent is laid back where it is still waited for."""
    if naskah.keadaan == DISETUJUI:
        return naskah  # before the ledger knew that it was sent; its sending asks again
    with house.room() as room:
        for path, copy, mark in house.courier.fetch_out(naskah.id, room):
            with copy.open("rb") as lies:
                sha256 = hashlib.file_digest(lies, "sha256").hexdigest()
            with house.ledger.read() as reading:
                if _laid_by_us(reading, naskah, sha256):
                    continue
                placed = bool(reading.find(TempatTtd, naskah=naskah.id))
            if is_written(path):
                raise MasihDibuka
            if not known_already(house, naskah, copy):
                naskah = take(house, naskah, Datang(copy, path.name, APLIKASI, ()))
            if not placed:
                continue  # of an earlier version, which nobody would lay down once more
            if naskah.keadaan == DIKIRIM:
                with house.ledger.begin() as tx:
                    tx.plan("send", naskah.id)
            house.courier.take_away(path, mark)
    return naskah
