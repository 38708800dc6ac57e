"""What a form about a book knows: the book, what it says of its letters, how a deed is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from service.acts.nomor.buku import perkara_of
from service.domain.buku import KeadaanBuku, plain_seri
from service.domain.instansi import Instansi
from service.domain.pola import tanda_of
from service.domain.seri import PER_PENANDATANGAN, PER_UNIT, Perkara
from service.domain.wewenang import Hadir
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.ports import House
from service.web.dasar.forms import Terisi

SIFAT = tuple(
    Pilihan(one, one.replace("_", " ").capitalize())
    for one in ("biasa", "rahasia", "sangat_rahasia")
)
LIHAT = (Tombol("Lihat dahulu", "lihat"),)


@dataclass(frozen=True)
class Sasaran:
    """One book, as this person sees it today."""

    house: House
    oleh: Hadir
    agency: Instansi
    state: KeadaanBuku
    today: date
    alamat: str

    @property
    def seri(self) -> str:
        """The series, without what makes it a book for excluded matters."""
        return plain_seri(self.state.buku.seri)

    @property
    def on(self) -> date:
        """A day of the book's own time."""
        buku = self.state.buku
        if buku.holds(self.today):
            return self.today
        return date(buku.tahun, buku.bulan or 1, 1)

    @property
    def perkara(self) -> Perkara:
        """What the book itself says of its letters."""
        return perkara_of(self.state.buku.bagian, self.agency, rahasia=self.state.rahasia)

    def asked(self, sent: Terisi) -> Perkara:
        """The same with what was chosen on the form."""
        own = self.perkara
        return replace(
            own,
            unit=sent.nilai.get("unit", "") or own.unit,
            penandatangan=sent.nilai.get("penandatangan", "") or own.penandatangan,
            sifat=sent.nilai.get("sifat", ""),
        )


@dataclass(frozen=True)
class Pratinjau:
    """What would be kept; not `siap`: the person looks, and asks again."""

    kata: tuple[str, ...] = ()
    salah: tuple[str, ...] = ()
    siap: bool = True
    sidik: str = ""


@dataclass(frozen=True)
class Tindakan:
    """One deed: its form, its look ahead, and how it is kept."""

    judul: str
    kata: str
    tombol: str
    ruas: Callable[[Sasaran], tuple[Ruas, ...]]
    lihat: Callable[[Sasaran, Terisi, Path | None], Pratinjau]
    simpan: Callable[[Sasaran, Terisi, Path | None], object]
    surat: Callable[[Sasaran], tuple[Ruas, ...]]  # what the number takes from its letter
    kini: bool = False  # only for the book of today
    berlampiran: bool = False

    def formulir(self, one: Sasaran) -> Formulir:
        """The form."""
        return Formulir(
            one.alamat,
            self.tombol,
            (Kelompok("", (*self.ruas(one), *self.surat(one))),)
            if not self.berlampiran
            else (Kelompok("", self.ruas(one)),),
            lain=LIHAT,
            batal=Tautan("Batal", one.alamat.rsplit("/ambil/", 1)[0]),
            berlampiran=self.berlampiran,
        )

    def lagi(self, sent: Terisi, seen: Pratinjau) -> Formulir:
        """The form once more, with what was typed, and with what the look found."""
        again = {"sidik": seen.sidik, "pasti": "" if seen.siap else sent.nilai.get("nomor", "")}
        kelompok = tuple(
            replace(k, ruas=tuple(replace(r, nilai=again.get(r.nama, r.nilai)) for r in k.ruas))
            for k in sent.formulir.kelompok
        )
        return replace(sent.formulir, kelompok=kelompok, salah=seen.salah)


def perkara_fields(one: Sasaran) -> tuple[Ruas, ...]:
    """What a number needs to be written, and the book does not say."""
    seri = one.agency.seri_for(one.state.buku.seri)
    tanda = tanda_of(seri.pola) if seri else []
    per = seri.per if seri else ()
    found = []
    if "KODE_UNIT" in tanda and PER_UNIT not in per:
        unit = tuple(Pilihan(x.id, x.nama) for x in one.agency.unit if x.open_on(one.today))
        found.append(Ruas("unit", "Unit kerja", jenis="pilih", pilihan=unit))
    if "KODE_JABATAN" in tanda and PER_PENANDATANGAN not in per:
        peran = tuple(Pilihan(x.id, x.sebutan) for x in one.agency.peran)
        found.append(Ruas("penandatangan", "Penanda tangan", jenis="pilih", pilihan=peran))
    if "KEAMANAN" in tanda:
        found.append(Ruas("sifat", "Sifat surat", "biasa", "pilih", pilihan=SIFAT))
    return tuple(found)
