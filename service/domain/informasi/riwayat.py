"""The history of a piece of information: who moved or wrote it, when, why, and by which decree."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from typing import NamedTuple

from service.domain.ids import derived
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import KEADAAN
from service.domain.informasi.unsur import Pelengkap, Sk, Unsur
from service.domain.refusals import Refusal

TERPENDEK = 10  # letters; less says nothing
DIKEMBALIKAN, DIAJUKAN_LAGI = "dikembalikan", "diajukan_lagi"
# What is told of a line whose words stay as they were.
TANDA = {(DIKEMBALIKAN,): "Dikembalikan kepada unitnya", (DIAJUKAN_LAGI,): "Diajukan lagi"}


class AlasanKurang(Refusal):
    """What is done asks for a reason that somebody can read later."""

    def __init__(self) -> None:
        super().__init__(f"Tulis alasannya, sedikitnya {TERPENDEK} huruf. Tidak ada yang diubah.")


class SkBelumSah(Refusal):
    """What is done rests on a decree, and there is none that counts."""

    def __init__(self) -> None:
        super().__init__(
            "Surat keputusannya belum ada, belum bernomor, atau belum ditandatangani. Tidak ada "
            "yang diubah."
        )


@dataclass(frozen=True)
class Oleh:
    """Who acts, when, for which reason, and on which decree."""

    siapa: str
    pada: datetime
    alasan: str = ""
    sk: Sk = field(default_factory=Sk)


@dataclass(frozen=True)
class Riwayat:
    """One line of it; it names fields and never what they say."""

    id: str
    informasi: str
    urut: int  # the version of the piece that the act found; 0 for none
    dari: str
    ke: str
    siapa: str
    pada: datetime
    alasan: str = field(default="", repr=False)
    sk: str = ""  # its number
    ruas: tuple[str, ...] = ()
    versi: int = 1

    @property
    def menulis(self) -> bool:
        """Whether somebody wrote words here, and did not only pass judgment on them."""
        return not self.dari or bool(set(self.ruas) - {DIKEMBALIKAN, DIAJUKAN_LAGI})

    @property
    def kata(self) -> str:
        """What happened, in words."""
        if not self.dari:
            return KEADAAN[self.ke]
        if self.dari == self.ke:
            if self.ruas in TANDA:
                return TANDA[self.ruas]
            return f"Diubah: {', '.join(self.ruas)}" if self.ruas else "Dicatat"
        return f"{KEADAAN[self.dari]} menjadi {KEADAAN[self.ke][0].lower()}{KEADAAN[self.ke][1:]}"


class Beralih(NamedTuple):
    """A piece as an act leaves it, and the line that tells of the act."""

    informasi: Informasi
    riwayat: Riwayat


def told(before: Informasi, after: Informasi, oleh: Oleh) -> Beralih:
    """The act, with the line of it."""
    line = Riwayat(
        id=_id_of(before.id, before.versi),
        informasi=before.id,
        urut=before.versi,
        dari=before.keadaan,
        ke=after.keadaan,
        siapa=oleh.siapa,
        pada=oleh.pada,
        alasan=" ".join(oleh.alasan.split()),
        sk=oleh.sk.nomor,
        ruas=changed(before, after),
    )
    return Beralih(after, line)


def born(one: Informasi, oleh: Oleh) -> Beralih:
    """A piece that is proposed for the first time, with the first line of its history."""
    line = Riwayat(_id_of(one.id, 0), one.id, 0, "", one.keadaan, oleh.siapa, oleh.pada)
    return Beralih(one, replace(line, alasan=" ".join(oleh.alasan.split())))


def _id_of(informasi: str, urut: int) -> str:
    """One version is left once, so its line has one id whoever writes it."""
    return derived(f"riwayat informasi {informasi} {urut}")


def changed(before: Informasi, after: Informasi) -> tuple[str, ...]:
    """The names of what says something else now; of the elements and their like, each by name."""
    found = []
    for name in ("unit", "kategori", "keamanan", "letak", "dik", "salinan_dari"):
        if getattr(before, name) != getattr(after, name):
            found.append(name)
    for name, form in (("unsur", Unsur), ("pelengkap", Pelengkap)):
        was, now = getattr(before, name), getattr(after, name)
        found += [
            one.name for one in fields(form) if getattr(was, one.name) != getattr(now, one.name)
        ]
    if after.dikembalikan and not before.dikembalikan:
        found.append(DIKEMBALIKAN)
    elif before.dikembalikan and not after.dikembalikan and before.keadaan == after.keadaan:
        found.append(DIAJUKAN_LAGI)
    return tuple(found)


def need_reason(oleh: Oleh) -> None:
    """Refuse an act without a reason."""
    if len(" ".join(oleh.alasan.split())) < TERPENDEK:
        raise AlasanKurang


def need_sk(oleh: Oleh) -> None:
    """Refuse an act without a decree that counts."""
    if not oleh.sk.sah:
        raise SkBelumSah
