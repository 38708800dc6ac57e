"""The proof of a paper's signatures, for who may read the paper; its file is read each time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.naskah import baca as naskah_baca
from service.acts.naskah.baca import Terbuka
from service.domain import tempat_ttd as t
from service.domain.alasan import Alasan
from service.domain.bukti_ttd import PERISTIWA, BuktiSatu, told
from service.domain.nama_tercetak import printed_for
from service.domain.orang import Pemegang
from service.domain.refusals import Refusal, TidakAda, Unavailable
from service.domain.setelan import Setelan
from service.domain.tanda_tangan import BacaanTanda
from service.domain.temuan_ttd import of_file
from service.domain.wewenang import Hadir
from service.ports import House
from service.ports.signing import Terkirim

TAK_TERBACA = (
    "Filenya tersimpan utuh, tetapi tanda tangannya belum dapat diperiksa sekarang: {} "
    "Muat ulang halaman ini sebentar lagi."
)


@dataclass(frozen=True)
class Bukti:
    """A paper with all that proves its signatures."""

    naskah: Terbuka
    file: str  # sha256 of the paper with the signatures that it has now; '': none yet
    tanda: tuple[BuktiSatu, ...]
    ditemukan: tuple[str, ...]  # of the file as a whole
    alasan: Mapping[str, str]  # why, in the words of a person or of a service, by the place


def read(house: House, oleh: Hadir, naskah_id: str) -> Bukti:
    """What proves its signatures; TidakAda where this person may not read the paper itself."""
    one = naskah_baca.read(house, oleh, naskah_id)
    if not one.terbaca:
        raise TidakAda("Bukti tanda tangan naskah itu")
    places = t.of_turn(one.tempat, one.naskah.ajuan)
    file = signed_so_far(one, places)
    bacaan, found = _looked(house, one, file, places)
    lines = house.perkara.trail(one.naskah)
    with house.ledger.read() as reading:
        held = [
            x for who in {p.oleh for p in places} - {""} for x in reading.find(Pemegang, orang=who)
        ]
        kept = reading.find(Setelan, id=one.naskah.instansi)
        why = {p.id: x.kata for p in places if p.alasan for x in reading.find(Alasan, id=p.alasan)}
    zona = kept[0].zona if kept else "WIB"
    events = [x for x in lines if x.perbuatan in PERISTIWA]
    tanda = told(places, bacaan, held, events, zona)
    return Bukti(one, file, tuple(_printed(one, x) for x in tanda), found, why)


def _printed(one: Terbuka, tanda: BuktiSatu) -> BuktiSatu:
    if one.pasangan is None:
        return tanda
    return replace(tanda, tercetak=printed_for(one.pasangan, one.naskah.isian, tanda.tempat.peran))


def signed_so_far(one: Terbuka, places: list[t.TempatTtd]) -> str:
    """The file with the signatures that are there by now; '' before the first."""
    last = t.latest(places, one.naskah.pdf)
    return one.naskah.bertanda_tangan or (last if last != one.naskah.pdf else "")


def _looked(
    house: House, one: Terbuka, file: str, places: list[t.TempatTtd]
) -> tuple[BacaanTanda | None, tuple[str, ...]]:
    """What the box finds in it; a scan of ink has no signatures that a machine could look at."""
    if not file:
        return None, ()
    if places and all(x.jalan == t.TINTA for x in places):
        return None, ("Ditandatangani dengan tinta; yang tersimpan adalah pindaiannya.",)
    try:
        with house.room() as room:
            sent = house.store.fetch(one.naskah.pdf, room / "dikirim.pdf")
            back = house.store.fetch(file, room / "kembali.pdf")
            bacaan = house.verifier.look(back, _sent(sent, one.naskah.pdf))
    except (Refusal, Unavailable) as away:
        return None, (TAK_TERBACA.format(away),)
    begins = (
        "File ini berawal persis dari naskah yang dikirim untuk ditandatangani."
        if bacaan.awalan_sama
        else "File ini tidak berawal dari naskah yang dikirim untuk ditandatangani."
    )
    return bacaan, (begins, *of_file(bacaan))


def _sent(path: Path, sha256: str) -> Terkirim:
    return Terkirim(path.stat().st_size, sha256)
