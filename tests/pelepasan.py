"""An office with one piece of information whose file is to go out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.informasi import usul
from service.acts.informasi.usul import Usulan
from service.acts.pelepasan import putus
from service.acts.pelepasan.perbuatan import Dilihat
from service.domain.gerbang.keluar import FileKeluar, id_of
from service.domain.informasi.informasi import Informasi
from service.domain.kiriman import File
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.contoh_buruk import _pdf
from tests.domain.informasi.contoh import UTUH
from tests.office import INSTANSI, UNIT, arrive, person, rule, work

SEBAB = "Sebab contoh yang cukup panjang"
BIASA, NIP, NIK = "Laporan kinerja kantor", "NIP 198003122005011002", "NIK 6271031208900004"
GERBANG = ("berat",)


@dataclass
class Loket:
    """The office, its secretary, and an officer who may not publish."""

    house: RealHouse
    folder: Path
    sekretaris: Hadir
    petugas: Hadir

    def file(self, nama: str, isi: bytes) -> File:
        """A file that came in."""
        path = self.folder / nama
        path.write_bytes(isi)
        sha256 = hashlib.sha256(isi).hexdigest()
        came = arrive(self.house, path)
        work(self.house)
        with self.house.ledger.read() as reading:
            return reading.find(File, kiriman=came.id, sha256=sha256)[0]

    def piece(self, file: File) -> Informasi:
        """A piece whose file this is."""
        told = replace(UTUH.pelengkap, file=file.id, sidik=file.sha256, ukuran=file.ukuran)
        asked = Usulan(self.house.new_id(), INSTANSI, UNIT, "berkala", "biasa", UTUH.unsur, told)
        return usul.propose(self.house, self.sekretaris, asked)

    def letter(self, *lines: str, nama: str = "surat.pdf") -> Informasi:
        """A piece whose file is a letter of these lines."""
        return self.piece(self.file(nama, _pdf.letter(*(lines or (BIASA,)))))

    def looked(self, one: Informasi) -> FileKeluar:
        """Its file, looked at."""
        putus.begin(self.house, self.sekretaris, one.id)
        return self.done(one)

    def done(self, one: Informasi) -> FileKeluar:
        """Its file, when the machine has done what it owes."""
        work(self.house)
        return self.kept(one)

    def kept(self, one: Informasi) -> FileKeluar:
        """Its file as the ledger has it."""
        with self.house.ledger.read() as reading:
            return reading.get(FileKeluar, id_of(one.id))

    def copied(self, one: Informasi) -> FileKeluar:
        """Its file with the copy that is made of what is seen."""
        before = self.looked(one)
        putus.perbuatan.copy(self.house, self.sekretaris, Dilihat(one.id, before.versi))
        return self.done(one)

    def let_go(self, one: Informasi) -> FileKeluar:
        """Its copy, all cleared and let go."""
        before = self.copied(one)
        dilihat, ids = before.pemeriksaan.sidik, [each.id for each in before.sisa]
        if ids:
            before = putus.perbuatan.clear(
                self.house, self.sekretaris, Dilihat(one.id, before.versi), dilihat, ids, SEBAB
            )
        return putus.perbuatan.release(
            self.house, self.sekretaris, Dilihat(one.id, before.versi), dilihat
        )


def loket(house: RealHouse, folder: Path) -> Loket:
    """The office at its first hour."""
    rule(house)
    sekretaris = person(house, "sekretaris", "tim_sekretariat")
    return Loket(house, folder, sekretaris, person(house, "petugas", "petugas"))
