"""Who may read a paper that says who asked, or prints in its appendix what is withheld now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache

from service.acts.lihat.berkas import peran_in, seen
from service.acts.lihat.lampiran_tertutup import names_withheld
from service.acts.lihat.turut import opens, takes_part
from service.acts.orang.hadir import present
from service.domain import paper
from service.domain.berkas import Berkas
from service.domain.kiriman import Kiriman
from service.domain.naskah import Naskah
from service.domain.orang import Orang
from service.domain.pasangan_versi import PasanganTerbit, PasanganVersi
from service.domain.pribadi import says_who
from service.domain.refusals import TidakBerwenang
from service.domain.ruas import Pasangan
from service.domain.wewenang import Hadir
from service.ports import Reading

TERTUTUP = (
    "Naskah ini menyebut siapa pemohonnya, atau informasi yang kini dikecualikan. Yang pertama "
    "hanya terbuka bagi petugas layanan informasi, penyiapnya, dan yang memaraf atau "
    "menandatanganinya; yang kedua hanya bagi yang berwenang melihat informasi tertutup."
)


@dataclass(frozen=True)
class Riwayat:
    """The pairs that a kind of paper had, told by the ledger once for many papers of it."""

    terbit: tuple[PasanganTerbit, ...]  # in their order
    versi: tuple[PasanganVersi, ...]


def readable(
    reading: Reading,
    oleh: Hadir,
    naskah: Naskah,
    berkas: Berkas,
    kind: Pasangan | None,
    riwayat: Riwayat | None = None,
) -> bool:
    """Whether this person, who sees its matter, may read the paper itself."""
    if not oleh.sees(naskah.instansi, rahasia=True) and names_withheld(reading, naskah):
        return False
    if oleh.orang.id in naskah.penyiap or takes_part(oleh, berkas.instansi, berkas.unit):
        return True
    every = (kind, *_lived(riwayat or history(reading, naskah.instansi, naskah.jenis), naskah))
    if not any(says_who(one, naskah.isian) for one in every):
        return True
    return may_know(reading, oleh, berkas, kind)


def may_know(reading: Reading, oleh: Hadir, berkas: Berkas, kind: Pasangan | None) -> bool:
    """Whether this person may know who asked, without having prepared the paper that says so."""
    if takes_part(oleh, berkas.instansi, berkas.unit):
        return True
    if kind and peran_in(oleh, berkas) & {*kind.paraf, *kind.penandatangan}:
        return True
    came = reading.find(Kiriman, id=berkas.kiriman) if berkas.kiriman else []
    # A letter that is itself a paper that came back tells nothing about who may read this one.
    return bool(came) and not came[0].kembali and opens(reading, oleh, came[0])


def readable_by_id(reading: Reading, oleh: Hadir, naskah_id: str) -> bool:
    """The same of a paper that a person has not opened: its matter must be one that they see."""
    for naskah in reading.find(Naskah, id=naskah_id):
        for berkas in reading.find(Berkas, id=naskah.berkas):
            kind = printed_with(reading, naskah)
            return seen(oleh, berkas) and readable(reading, oleh, naskah, berkas, kind)
    return False


def for_everyone(reading: Reading, naskah_id: str) -> bool:
    """Whether a paper says nothing that only some of those who see its place may know."""
    for naskah in reading.find(Naskah, id=naskah_id):
        found = reading.find(Berkas, id=naskah.berkas)
        open_ = not tells_who(reading, naskah) and not names_withheld(reading, naskah)
        return open_ and bool(found) and not found[0].rahasia
    return False


def tells_who(reading: Reading, naskah: Naskah) -> bool:
    """Whether who asked may be read in it, by any pair it was ever written with."""
    kind = printed_with(reading, naskah)
    every = (kind, *_lived(history(reading, naskah.instansi, naskah.jenis), naskah))
    return any(says_who(one, naskah.isian) for one in every)


def printed_with(reading: Reading, naskah: Naskah) -> Pasangan | None:
    """The pair that its print was made with; None where nobody wrote down which."""
    found = reading.find(PasanganVersi, id=naskah.pasangan) if naskah.pasangan else []
    return _read(naskah.jenis, found[0].teks) if found else None


def need_to_know(reading: Reading, oleh: Hadir, berkas: Berkas, kind: Pasangan) -> None:
    """TidakBerwenang where this person may not know who asked."""
    if not may_know(reading, oleh, berkas, kind):
        raise TidakBerwenang(f"{TERTUTUP} Tidak ada yang diubah.")


def who_may_know(
    reading: Reading, now: datetime, naskah: Naskah, berkas: Berkas, kind: Pasangan
) -> tuple[str, ...]:
    """Of those who wrote it, who may know who asked also without having written it."""
    blank = replace(naskah, penyiap=())
    return tuple(
        one
        for one in naskah.penyiap
        if readable(reading, present(reading, reading.get(Orang, one), now), blank, berkas, kind)
    )


def history(reading: Reading, instansi: str, jenis: str) -> Riwayat:
    """Every version of a pair that was in force in an agency, and those its papers carry."""
    told = {"instansi": instansi, "jenis": jenis}
    made = sorted(reading.find(PasanganTerbit, **told), key=lambda one: one.urut)
    return Riwayat(tuple(made), tuple(reading.find(PasanganVersi, **told)))


def _lived(known: Riwayat, naskah: Naskah) -> list[Pasangan | None]:
    """The pairs that were in force since it was begun: by any of them a name may have come in."""
    made = known.terbit
    early = [one for one in made if one.sejak <= naskah.dibuat]
    texts = {one.teks for one in (*early[-1:], *made[len(early) :]) if one.berlaku}
    own = {one.teks for one in made}
    for kept in known.versi:
        # What came with Berkas is known by the papers made of it.
        if kept.id == naskah.pasangan or (not early and kept.teks not in own):
            texts.add(kept.teks)
    return [_read(naskah.jenis, text) for text in texts]


@lru_cache(maxsize=64)
def _read(jenis: str, teks: str) -> Pasangan | None:
    return paper.read(jenis, teks, paper.names(jenis)[0])[0]


def need_readable(
    reading: Reading, oleh: Hadir, naskah: Naskah, berkas: Berkas, kind: Pasangan
) -> None:
    """TidakBerwenang where this person may not read the paper, and so not work on it either."""
    if not readable(reading, oleh, naskah, berkas, kind):
        raise TidakBerwenang(f"{TERTUTUP} Tidak ada yang diubah.")
