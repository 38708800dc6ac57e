"""Lines that wait to be verified: one after another, beside what they said before, or many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.acts.informasi import verifikasi
from service.acts.informasi.baca import APA
from service.acts.lihat.terlihat import reach_of
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DITETAPKAN, MENUNGGU, TERBIT, TERVERIFIKASI
from service.domain.informasi.riwayat import Riwayat
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan

SELESAI = frozenset({TERVERIFIKASI, DITETAPKAN, TERBIT})


@dataclass(frozen=True)
class Diperiksa:
    """What became of one line; `kata` says why it is not verified."""

    id: str
    kata: str = ""


def waiting(
    house: House, oleh: Hadir, instansi: str, unit: str, after: str, atmost: int
) -> list[Informasi]:
    """What this person is to verify, of one unit or of all, behind a kode."""
    return house.informasi.by_kode(_places(house, oleh, instansi), _asked(unit), after, atmost)


def count(house: House, oleh: Hadir, instansi: str, unit: str, atmost: int) -> int:
    """How many of them there are."""
    return house.informasi.count(_places(house, oleh, instansi), _asked(unit), atmost)


def _asked(unit: str) -> SaringInformasi:
    return SaringInformasi(tuple(sorted(MENUNGGU)), unit=unit, dikembalikan=False)


def _places(house: House, oleh: Hadir, instansi: str) -> list[Jangkauan]:
    every = reach_of(house, oleh, Act.VERIFY)
    return [one for one in every if not one.rahasia and instansi in ("", one.instansi)]


def before_of(house: House, many: Sequence[Informasi]) -> dict[str, Informasi]:
    """Lines as the last edition, or the last who verified them, had them; new ones are left out."""
    with house.ledger.read() as reading:
        lines = reading.find(Riwayat, informasi=[one.id for one in many])
    settled: dict[str, int] = {}
    for line in lines:
        if line.ke in SELESAI and line.dari != line.ke:
            settled[line.informasi] = max(settled.get(line.informasi, 0), line.urut + 1)
    return house.informasi.as_of(settled)


def verify_many(
    house: House, oleh: Hadir, many: Sequence[tuple[str, int]], alasan: str = ""
) -> list[Diperiksa]:
    """Each line as it was read; what does not pass keeps no other from passing."""
    found = []
    for id_, versi in many:
        try:
            verifikasi.verify(house, oleh, id_, versi, alasan)
            found.append(Diperiksa(id_))
        except TidakAda:
            raise TidakAda(APA) from None
        except Refusal as why:
            found.append(Diperiksa(id_, str(why)))
    return found
