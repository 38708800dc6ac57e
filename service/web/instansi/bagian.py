"""What of an instansi can be changed: for each piece its form, and how what was sent is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from service.acts.instansi import ubah as acts
from service.acts.instansi.ubah import Paketan
from service.domain.instansi import Instansi
from service.domain.instansi_ubah import Edit
from service.domain.wewenang import Hadir
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas, Tombol
from service.ports import House
from service.web.dasar.forms import Terisi


@dataclass(frozen=True)
class Sasaran:
    """One piece of one instansi, as this person saw it."""

    house: House
    oleh: Hadir
    paketan: Paketan
    bagian: str
    butir: str = ""

    @property
    def kode(self) -> str:
        """Which instansi."""
        return self.paketan.kode

    @property
    def instansi(self) -> Instansi:
        """What its pack says now."""
        return self.paketan.sound()

    @property
    def alamat(self) -> str:
        """Where this piece is changed."""
        below = f"/{self.butir}" if self.butir else ""
        return f"/instansi/{self.kode}/ubah/{self.bagian}{below}"

    def change(self, sent: Terisi, edit: Edit, perbuatan: str) -> None:
        """Keep a change of the version this person saw."""
        tentang = self.butir or self.kode
        acts.change(self.house, self.oleh, self.kode, sent.angka("versi"), edit, perbuatan, tentang)


@dataclass(frozen=True)
class Bagian:
    """One kind of piece: its heading, its fields, and how they are kept."""

    judul: str
    kelompok: Callable[[Sasaran], tuple[Kelompok, ...]]
    simpan: Callable[[Sasaran, Terisi, Path | None], None]
    kata: str = ""
    tombol: str = "Simpan perubahan"
    lain: tuple[Tombol, ...] = ()

    def formulir(self, one: Sasaran) -> Formulir:
        """The form; it carries the version that was seen."""
        seen = Ruas("versi", "Versi", str(one.paketan.versi), "tersembunyi")
        kelompok = self.kelompok(one)
        return Formulir(
            one.alamat,
            self.tombol,
            (*kelompok, Kelompok("", (seen,))),
            lain=self.lain,
            batal=Tautan("Batal", f"/instansi/{one.kode}"),
            berlampiran=any(ruas.jenis == "file" for k in kelompok for ruas in k.ruas),
        )
