"""What stands where a number would, for a kiriman that draws none of its own."""

from __future__ import annotations

from collections.abc import Iterable

from flask import url_for

from service.acts.lihat import berkas as berkas_lihat
from service.acts.lihat.terlihat import seen
from service.domain.berkas import Berkas
from service.domain.ketetapan import KEMBAR
from service.domain.kiriman import BERKAS, DITERIMA, DITOLAK_PETUGAS, KARANTINA, Kiriman
from service.domain.pemisah import DIPISAH, HANYA
from service.domain.wewenang import Hadir
from service.face.isi import Tautan
from service.ports import House, Reading

BAGIAN = "pada setiap bagiannya"
KOSONG = "tidak bernomor: hanya lembar pemisah"
DISISIHKAN = "tidak bernomor"  # put aside before it had one
BAHAN = "tidak bernomor: bahan berkas"
TERTUTUP = "kiriman yang sama sudah tercatat"  # and no word of which, or where


def unnumbered(house: House, oleh: Hadir, some: Iterable[Kiriman]) -> dict[str, Tautan]:
    """For each such kiriman its words, and the way to the first where this person may see it."""
    none = [one for one in some if not one.nomor_agenda and _draws_none(one)]
    if not none:
        return {}
    with house.ledger.read() as reading:
        return {one.id: _words(reading, oleh, one) for one in none}


def _draws_none(one: Kiriman) -> bool:
    if one.kode in (KEMBAR, DIPISAH, HANYA) or one.keadaan == DITOLAK_PETUGAS:
        return True
    if one.pintu == BERKAS:
        return True
    return bool(one.kembar) and one.keadaan in (DITERIMA, KARANTINA)


def _words(reading: Reading, oleh: Hadir, one: Kiriman) -> Tautan:
    if one.kode == DIPISAH:
        return Tautan(BAGIAN, "")
    if one.kode == HANYA:
        return Tautan(KOSONG, "")
    if one.pintu == BERKAS:
        return _of_matter(reading, oleh, one)
    if not one.kembar:
        return Tautan(DISISIHKAN, "")
    for first in reading.find(Kiriman, id=one.kembar):
        if seen(reading, oleh, first):
            nama = first.nomor_agenda or first.surat.perihal or first.nama
            return Tautan(f"sama dengan {nama}", url_for("kiriman.show", kiriman_id=first.id))
    return Tautan(TERTUTUP, "")


def _of_matter(reading: Reading, oleh: Hadir, one: Kiriman) -> Tautan:
    """What was laid down for a matter: the way to it, where this person may see it."""
    for matter in reading.find(Berkas, id=one.berkas):
        if berkas_lihat.seen(oleh, matter):
            way = url_for("berkas.show", berkas_id=matter.id)
            return Tautan(f"bahan berkas {matter.judul}", way)
    return Tautan(BAHAN, "")
