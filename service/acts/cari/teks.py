"""What files say is kept for the search, in the transaction that tells what they are."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import replace

from service.acts.lihat.naskah_terbaca import for_everyone
from service.domain.bacaan import Bacaan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import PENGANTAR, File, Kiriman
from service.domain.masukan import MasukanPublik
from service.domain.permohonan import Permohonan
from service.domain.teks import Judul, Teks, laid_out, masked, parts, urut_of
from service.ports import House, Tx

NEW = 1  # the versi of a row that nobody changed yet


def indexed(house: House, tx: Tx, kiriman: Kiriman, file: File, bacaan: Bacaan) -> None:
    """What a file says, in place of what it was last read to say; `kiriman` as it will stand."""
    # Of one that was handed in and never looked at nothing is kept; what was taken out of another
    # was looked at before it had a row.
    if file.versi > NEW or file.dari:
        for one in tx.find(Teks, file=file.id):
            tx.drop(one)
    if kiriman.untuk_register:
        return  # the answer to a request names who asked
    if not all(for_everyone(tx, one) for one in kiriman.kembali):
        return  # and so may a paper of ours that comes back
    asked = _asked(tx, kiriman)
    if asked is not None and file.peran != PENGANTAR:
        return  # what was sent with a request names who asks, down to its file name
    said = "\n".join(bacaan.teks) if asked is None else asked
    pages = masked(said) if _may_keep(house, kiriman) else ""
    judul = _judul(kiriman, file.nama)
    acak = int.from_bytes(hashlib.sha256(house.new_id().encode()).digest()[:4])
    for n, isi in enumerate(parts(unicodedata.normalize("NFC", pages))):
        id_ = file.id if n == 0 else f"{file.id}.{n}"
        akar = laid_out(judul, isi, house.stemmer.akar)
        # Counted on from one draw: of a long text, hundreds of draws would clash with each other.
        urut = urut_of(kiriman.diterima, acak + n)
        tx.add(Teks(id_, urut, file.id, kiriman.id, isi, akar))


def relabelled(house: House, tx: Tx, kiriman: Kiriman) -> None:
    """What is known of a kiriman, as it now stands, over what its files say."""
    names = {one.id: one.nama for one in tx.find(File, kiriman=kiriman.id)}
    kept = _may_keep(house, kiriman)
    for one in tx.find(Teks, kiriman=kiriman.id):
        isi = one.isi if kept else ""
        akar = laid_out(_judul(kiriman, names[one.file]), isi, house.stemmer.akar)
        if (isi, akar) != (one.isi, one.akar):
            tx.save(one, replace(one, isi=isi, akar=akar))


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
