"""What our own papers say is kept for the search: their draft, their number, their last print."""

from __future__ import annotations

import unicodedata

from service.acts.cari.teks import add_parts, dropped
from service.acts.lihat.lampiran_tertutup import prints_codes
from service.acts.lihat.naskah_terbaca import printed_with, tells_who
from service.domain.berkas import Berkas
from service.domain.naskah import Naskah
from service.domain.orang import Orang
from service.domain.paraf import DIPARAF, Paraf
from service.domain.teks import MUSNAH, TATA, Bagian, Judul, Teks, masked, paged
from service.domain.tempat_ttd import DITANDATANGANI, TempatTtd
from service.ports import House, Reading, Tx

ISI = "isi"  # in the id of the parts that hold what a paper says, not only what it is called


def is_fresh(reading: Reading, naskah: Naskah) -> bool:
    """Whether the search has this very version of the row, or is to have none of it ever again."""
    kept = reading.find(Teks, id=naskah.id)
    return any(one.sumber in (naskah.versi, MUSNAH) and one.tata == TATA for one in kept)


def indexed(house: House, tx: Tx, naskah: Naskah, pages: tuple[str, ...]) -> None:
    """What a paper is called, for all who see its matter; what it says, for who may read it.

    Of a withheld matter only the former is kept where the store is sealed.
    """
    dropped(tx, naskah=naskah.id)
    berkas = tx.get(Berkas, naskah.berkas)
    judul = _judul(tx, naskah, berkas)
    like = Teks(naskah.id, 0, "", "", "", "", naskah=naskah.id, sumber=naskah.versi)
    add_parts(house, tx, like, judul, [Bagian("")], naskah.dibuat)
    if not any(pages) or (berkas.rahasia and house.sealed):
        return
    said = [masked(unicodedata.normalize("NFC", one)) for one in pages]
    whole = Teks(
        f"{naskah.id}.{ISI}",
        *(0, "", "", "", ""),
        naskah=naskah.id,
        turut=tells_who(tx, naskah),
        tertutup=prints_codes(naskah),
        sumber=naskah.versi,
    )
    add_parts(house, tx, whole, judul, paged(said, known=True), naskah.dibuat)


def _judul(reading: Reading, naskah: Naskah, berkas: Berkas) -> Judul:
    kind = printed_with(reading, naskah)
    nama = kind.nama if kind else naskah.jenis.replace("_", " ")
    said = (nama, naskah.nomor, berkas.judul, *_people(reading, naskah))
    return Judul(
        naskah.instansi,
        "",
        rahasia=False,
        pintu="",
        jenis=naskah.jenis,
        nomor=tuple(filter(None, (naskah.nomor,))),
        kata=tuple(dict.fromkeys(filter(None, said))),
        naskah=True,
    )


def _people(reading: Reading, naskah: Naskah) -> list[str]:
    """Who wrote it, initialled it and signed it."""
    initials = reading.find(Paraf, naskah=naskah.id, keadaan=DIPARAF)
    signed = reading.find(TempatTtd, naskah=naskah.id, keadaan=DITANDATANGANI)
    ids = [*naskah.penyiap, *(one.oleh for one in initials), *(one.oleh for one in signed)]
    wanted = list(dict.fromkeys(filter(None, ids)))
    return sorted(one.nama for one in reading.find(Orang, id=wanted)) if wanted else []
