"""What files say is kept for the search, in the transaction that tells what they are."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from service.acts.lihat.lampiran_tertutup import prints_codes
from service.acts.lihat.naskah_terbaca import for_everyone
from service.domain.bacaan import Bacaan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import PENGANTAR, File, Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.naskah import Naskah
from service.domain.permohonan import Permohonan
from service.domain.teks import (
    MUSNAH,
    TATA,
    Bagian,
    Judul,
    Teks,
    laid_out,
    masked,
    paged,
    urut_of,
)
from service.ports import House, Reading, Tx

SAPU = "sapu"  # leave nothing in the index of what no row says any more
NEW = 1  # the versi of a row that nobody changed yet


def indexed(house: House, tx: Tx, kiriman: Kiriman, file: File, bacaan: Bacaan) -> None:
    """What a file says, in place of what it was last read to say; `kiriman` as it will stand."""
    # Of one that was handed in and never looked at nothing is kept; what was taken out of another
    # was looked at before it had a row.
    if file.versi > NEW or file.dari:
        dropped(tx, file=file.id)
    if kiriman.untuk_register:
        return  # the answer to a request names who asked
    if not all(for_everyone(tx, one) for one in kiriman.kembali):
        return  # and so may a paper of ours that comes back
    asked = _asked(tx, kiriman)
    if asked is not None and file.peran != PENGANTAR:
        return  # what was sent with a request names who asks, down to its file name
    kept = _may_keep(house, kiriman)
    said = bacaan.teks if asked is None else (asked,)
    pages = [masked(unicodedata.normalize("NFC", one)) if kept else "" for one in said]
    judul = _judul(kiriman, file.nama)
    like = Teks("", 0, file.id, kiriman.id, "", "", tertutup=_prints_codes(tx, kiriman))
    known = asked is None and _has_pages(bacaan)
    add_parts(house, tx, like, judul, paged(pages, known=known), kiriman.diterima)


def add_parts(
    house: House, tx: Tx, like: Teks, judul: Judul, some: Sequence[Bagian], at: datetime
) -> None:
    """A row for each part, all of them of this file or this paper."""
    acak = int.from_bytes(hashlib.sha256(house.new_id().encode()).digest()[:4])
    name = like.id or like.file
    for n, part in enumerate(some):
        # Counted on from one draw: of a long text, hundreds of draws would clash with each other.
        row = replace(
            like,
            id=name if n == 0 else f"{name}.{n}",
            urut=urut_of(at, acak + n),
            isi=part.isi,
            halaman=part.halaman,
            akar=laid_out(judul, part.isi, house.stemmer.akar),
        )
        tx.add(row)


def _has_pages(bacaan: Bacaan) -> bool:
    """Whether what was read are pages, or sheets, that one can open by their number."""
    return len(bacaan.teks) > 1 or bacaan.halaman == 1


def _prints_codes(reading: Reading, kiriman: Kiriman) -> bool:
    """Whether one of our decrees came back by it, whose appendix may name what is withheld one
    day."""
    papers = (one for id_ in kiriman.kembali for one in reading.find(Naskah, id=id_))
    return any(prints_codes(one) for one in papers)


def forgotten(tx: Tx, *, kiriman: Collection[str] = (), naskah: Collection[str] = ()) -> int:
    """Take what these say out of the search, for good, for they are destroyed; how many parts.

    Of a paper a row without a word is left, so that nothing reads it anew.
    """
    gone = sum(dropped(tx, kiriman=one) for one in kiriman)
    for one in naskah:
        gone += dropped(tx, naskah=one)
        tx.add(Teks(one, _empty_urut(tx, one), "", "", "", "", naskah=one, sumber=MUSNAH))
    tx.plan("teks", SAPU)
    return gone


def _empty_urut(reading: Reading, naskah: str) -> int:
    acak = int.from_bytes(hashlib.sha256(naskah.encode()).digest()[:4])
    return urut_of(reading.get(Naskah, naskah).dibuat, acak)


def dropped(tx: Tx, **which: str) -> int:
    """Take every part of one file, kiriman or naskah out of the search; how many."""
    gone = tx.find(Teks, **which)
    for one in gone:
        tx.drop(one)
    return len(gone)


def relabelled(house: House, tx: Tx, kiriman: Kiriman) -> None:
    """What is known of a kiriman, as it now stands, over what its files say."""
    names = {one.id: one.nama for one in tx.find(File, kiriman=kiriman.id)}
    kept = _may_keep(house, kiriman)
    for one in tx.find(Teks, kiriman=kiriman.id):
        isi = one.isi if kept else ""
        akar = laid_out(_judul(kiriman, names[one.file]), isi, house.stemmer.akar)
        if (isi, akar) != (one.isi, one.akar):
            tx.save(one, replace(one, isi=isi, akar=akar))
            if one.isi and not isi:
                tx.plan("teks", SAPU)


def relaid(tx: Tx, file: File) -> None:
    """What an earlier Berkas wrote down of a file stays as it is; of a single page its number is
    known all the same."""
    kiriman = tx.get(Kiriman, file.kiriman)
    closed, page = _prints_codes(tx, kiriman), file.halaman == 1 and _asked(tx, kiriman) is None
    for one in tx.find(Teks, file=file.id):
        tx.save(one, replace(one, halaman=int(page), tertutup=closed, tata=TATA))


def _may_keep(house: House, kiriman: Kiriman) -> bool:
    """A sealed store would be sealed in vain, if the words of withheld files lay beside it."""
    return not (kiriman.rahasia and house.sealed)


def _asked(tx: Tx, kiriman: Kiriman) -> str | None:
    """What a request or an objection is about, without who asks; None where it is neither."""
    for one in tx.find(Permohonan, kiriman=kiriman.id):
        return f"{one.isian.rincian}\n{one.isian.tujuan}"
    for objected in tx.find(Keberatan, kiriman=kiriman.id):
        return f"{objected.isian.kasus_posisi}\n{objected.isian.tujuan}"
    for said in tx.find(MasukanPublik, kiriman=kiriman.id):
        return f"{said.isian.tentang}\n{said.isian.isi}"
    return None


def _judul(kiriman: Kiriman, nama_file: str) -> Judul:
    surat = kiriman.surat
    nomor = (kiriman.nomor_agenda, kiriman.nomor_daftar, surat.nomor)
    said = (kiriman.nama, nama_file, surat.perihal, surat.pengirim, surat.tujuan, *nomor)
    return Judul(
        kiriman.instansi,
        kiriman.unit,
        kiriman.rahasia,
        kiriman.pintu,
        kiriman.jenis,
        nomor=tuple(filter(None, nomor)),
        kata=tuple(dict.fromkeys(filter(None, said))),
        keadaan=kiriman.keadaan,
    )
