"""A paper that was signed by another program: taken as it is by the rule, or kept for a person."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.kembali.periksa import look
from service.acts.kembali.tanda import difference
from service.acts.kembali.tertahan import Datang, record
from service.acts.kiriman import awalan
from service.acts.naskah.acuan import declared_for
from service.acts.naskah.pemegang_tempat import holders
from service.acts.naskah.tempat_ttd import places
from service.acts.simpan.keep import hold, keep
from service.acts.ttd.sertifikat_luar import fingerprints
from service.acts.ttd.tembusan import follows
from service.domain import tempat_ttd as t
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kembalian import DITOLAK, Kembalian, over
from service.domain.naskah import DIKIRIM, Naskah, signed
from service.domain.penanda_kembali import expected
from service.domain.refusals import Overtaken
from service.domain.tanda_kembali import Harapan, added, judge
from service.domain.tanda_tangan import BacaanTanda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import PERAN
from service.ports import House, Reading

LEWAT = "Naskah ini tidak sedang menunggu tanda tangan"
CARA_LAIN = "Naskah ini tidak disetujui untuk ditandatangani di aplikasi lain."
POLOS = "File ini sama persis dengan yang dikirim; belum ada yang menandatanganinya."
LEBIH_AWAL = (
    "File ini berawal dari naskah sebelum tanda tangan yang sudah diterima dibubuhkan, jadi tanda "
    "tangan itu tidak ada di dalamnya."
)
NASKAH_LAIN = "Isi file ini naskah lain yang juga sedang menunggu tanda tangan."


@dataclass(frozen=True)
class Menunggu:
    """A paper that is out, and who is expected to have signed it."""

    naskah: Naskah
    semua: tuple[TempatTtd, ...]
    calon: tuple[Harapan, ...]  # for each place that is still empty
    pemilik: dict[str, str]  # whose a certificate is
    urutan: str
    sebelum: str  # sha256 of what was sent
    berkas: str  # how its matter stands


def known_already(house: House, naskah: Naskah, path: Path) -> bool:
    """Whether these very bytes were taken for this paper, or lie with a person already."""
    with path.open("rb") as came:
        sha256 = hashlib.file_digest(came, "sha256").hexdigest()
    with house.ledger.read() as reading:
        if taken_for(reading, naskah, sha256):
            return True
        kept = reading.find(Kembalian, naskah=naskah.id, ajuan=naskah.ajuan, file=sha256)
    return any(one.keadaan != DITOLAK for one in kept)


def taken_for(reading: Reading, naskah: Naskah, sha256: str) -> bool:
    """Whether these very bytes are the paper with signatures of its present time."""
    return sha256 in {naskah.bertanda_tangan, *(x.sesudah for x in places(reading, naskah))}


def take(house: House, naskah: Naskah, came: Datang) -> Naskah:
    """The paper as it stands after this file came back; what the rule does not take is kept, and
    so is what came with something that a person has to say first."""
    path = came.path
    with house.ledger.read() as reading:
        one = _awaited(house, reading, naskah)
    odd = _why_not(one)
    if odd:
        record(house, naskah, replace(came, temuan=(*odd, *came.temuan)))
        return naskah
    bacaan, dikirim = look(house, one.sebelum, path)
    who = expected(bacaan, dikirim, one.calon, one.urutan)
    said = judge(bacaan, dikirim, [one.calon[n] for n in who], house.clock.now())
    if came.temuan or not said.diterima:
        apart = () if said.diterima else _told_apart(house, one, bacaan, path)
        record(house, naskah, replace(came, temuan=(*came.temuan, *said.ditemukan, *apart)))
        return naskah
    left = t.waiting(one.semua)
    marks = zip(who, added(bacaan, dikirim), strict=True)
    filled = {left[n].id: one.pemilik[mark.sertifikat.sidik] for n, mark in marks}
    return _taken(house, one, filled, path)


def _awaited(house: House, reading: Reading, naskah: Naskah) -> Menunggu:
    kind, every = declared_for(house, reading, naskah), tuple(places(reading, naskah))
    left, berkas = t.waiting(every), reading.get(Berkas, naskah.berkas)
    people = holders(reading, berkas, left, house.clock.now())
    pemilik = fingerprints(reading, [one.id for each in people.values() for one in each])
    calon = tuple(
        Harapan(
            PERAN.get(one.peran, one.peran),
            frozenset(x for x, who in pemilik.items() if who in {p.id for p in people[one.peran]}),
        )
        for one in left
    )
    before = t.latest(every, naskah.pdf)
    return Menunggu(naskah, every, calon, pemilik, kind.urutan, before, berkas.keadaan)


def _why_not(one: Menunggu) -> tuple[str, ...]:
    """Why nothing need be looked at in a file, for it cannot be taken whatever it says."""
    if why := over(one.naskah.keadaan, one.berkas):
        return (f"{LEWAT}: {why}.",)
    if one.semua and not one.calon:
        return (f"{LEWAT}: semua tempatnya sudah terisi.",)
    if any(place.jalan != t.APLIKASI for place in one.semua) or not one.semua:
        return (CARA_LAIN,)
    return ()


def _told_apart(house: House, one: Menunggu, bacaan: BacaanTanda, path: Path) -> tuple[str, ...]:
    """What helps a person to see which file this is."""
    naskah = one.naskah
    with house.ledger.read() as reading:
        if bacaan.awalan_sama:
            same = path.stat().st_size == awalan.length(reading, one.sebelum)
            return (POLOS,) if same else ()
        out = reading.find(Naskah, instansi=naskah.instansi, keadaan=DIKIRIM)
        found = awalan.begins_as(reading, [naskah, *out], path)
    if found is None:
        return (difference(house, naskah, path),)
    return (LEBIH_AWAL if found.id == naskah.id else NASKAH_LAIN,)


def _taken(house: House, one: Menunggu, filled: dict[str, str], path: Path) -> Naskah:
    """Kept and counted: each of these places with who signed there."""
    kept = keep(house, path)
    before, now = one.naskah, house.clock.now()
    left = t.waiting(one.semua)
    done = len(filled) == len(left)
    after = signed(before, kept.sha256) if done else before
    with house.ledger.begin() as tx:
        tx.hold(before.berkas)
        if over(before.keadaan, tx.get(Berkas, before.berkas).keadaan):
            raise Overtaken("berkas", before.berkas)  # it was called off meanwhile
        tx.save(before, after)
        hold(tx, kept)
        for place in left:
            if siapa := filled.get(place.id):
                tx.save(place, t.came_back(place, siapa, one.sebelum, kept.sha256, now))
        told = {"sebelum": one.sebelum, "sesudah": kept.sha256, "cara": t.APLIKASI}
        for siapa in filled.values():
            tx.note(Catatan(before.instansi, siapa, "naskah_dibubuhi_ttd", now, before.id, told))
        if done:
            tx.note(Catatan(before.instansi, MESIN, "naskah_ditandatangani", now, before.id, told))
            follows(house, tx, before)
            tx.plan("assemble", before.berkas)
            tx.plan("papan", before.id)
        else:
            tx.plan("send", before.id)  # the next signs what came back
    return replace(after, versi=before.versi + 1)
