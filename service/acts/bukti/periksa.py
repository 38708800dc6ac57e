"""A PDF from anywhere, held against our papers and looked at in the box; it is kept nowhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from service.acts.lihat.naskah_terbaca import readable_by_id
from service.acts.naskah.berkas import name_of
from service.acts.naskah.lihat import naskah_for
from service.domain.naskah import BATAL, Naskah, called
from service.domain.refusals import Refusal, TidakAda
from service.domain.sidik_lapis import SidikLapis
from service.domain.simpanan import Simpanan
from service.domain.tanda_tangan import BacaanTanda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import Hadir
from service.domain.wujud_asli import DIBACA, of_head
from service.ports import House, Reading
from service.ports.signing import Terkirim

TERBESAR = 100_000_000  # bytes
POTONG = 1 << 20
KOSONG = hashlib.sha256().hexdigest()


class BukanPdf(Refusal):
    """Only a PDF bears signatures that a machine can look at."""

    def __init__(self) -> None:
        super().__init__(
            "File ini bukan PDF, jadi tidak memuat tanda tangan elektronik yang dapat diperiksa. "
            "Pilih file PDF naskahnya."
        )


class PdfTerlaluBesar(Refusal):
    """More than any paper of an office."""

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB, jadi tidak diperiksa."
        )


@dataclass(frozen=True)
class Milik:
    """A paper of ours that a file is, or begins with; and in words which of the two."""

    naskah: Naskah
    nama: str
    kata: str
    persis: bool


@dataclass(frozen=True)
class Diperiksa:
    """What was found of a file."""

    sha256: str
    ukuran: int
    bacaan: BacaanTanda
    milik: Milik | None  # None: none of ours, or none that this person may read


def look(house: House, oleh: Hadir, path: Path) -> Diperiksa:
    """What it is to us, and what its signatures are; Refusal where it is no PDF."""
    if path.stat().st_size > TERBESAR:
        raise PdfTerlaluBesar
    lapis = _measured(path)
    with house.ledger.read() as reading:
        milik = _ours(house, reading, oleh, lapis)
        sent = _sent(reading, milik)
    return Diperiksa(lapis.utuh(), lapis.ukuran, house.verifier.look(path, sent), milik)


def _measured(path: Path) -> SidikLapis:
    lapis = SidikLapis()
    with path.open("rb") as file:
        first = file.read(DIBACA)
        if not of_head(first).pdf:
            raise BukanPdf
        lapis.write(first)
        while part := file.read(POTONG):
            lapis.write(part)
    return lapis


def _ours(house: House, reading: Reading, oleh: Hadir, lapis: SidikLapis) -> Milik | None:
    for naskah_id, kata, persis in _matches(reading, lapis):
        try:
            naskah, _ = naskah_for(reading, oleh, naskah_id)
        except TidakAda:
            continue  # answered as a foreign one: that it is known here tells of its matter
        if readable_by_id(reading, oleh, naskah_id):
            nama = called(naskah, name_of(house, naskah.instansi, naskah.jenis))
            return Milik(naskah, nama, _now(naskah, kata), persis)
    return None


def _now(naskah: Naskah, kata: str) -> str:
    return f"{kata} Naskah itu sudah dibatalkan." if naskah.keadaan == BATAL else kata


def _matches(reading: Reading, lapis: SidikLapis) -> Iterator[tuple[str, str, bool]]:
    """Papers it may be, the surest first."""
    whole = lapis.utuh()
    for one in reading.find(Naskah, bertanda_tangan=whole):
        yield one.id, "Sama persis, bita demi bita, dengan naskah bertanda tangan di sini.", True
    for place in reading.find(TempatTtd, sesudah=whole):
        yield (
            place.naskah,
            "Sama persis dengan naskah di sini sesudah salah satu tanda tangan.",
            True,
        )
    for one in reading.find(Naskah, pdf=whole):
        yield one.id, "Sama persis dengan naskah di sini sebelum ditandatangani.", True
    below = lapis.awalan()
    if not below:
        return
    kata = (
        "Berawal dari naskah di sini, lalu ada yang ditambahkan; bukan salinan persis dari yang "
        "tersimpan."
    )
    for one in (*reading.find(Naskah, bertanda_tangan=below), *reading.find(Naskah, pdf=below)):
        yield one.id, kata, False


def _sent(reading: Reading, milik: Milik | None) -> Terkirim:
    """What went out to be signed; a foreign file is only what it says of itself."""
    for held in reading.find(Simpanan, id=milik.naskah.pdf) if milik else ():
        return Terkirim(held.ukuran, held.id)
    return Terkirim(0, KOSONG)
