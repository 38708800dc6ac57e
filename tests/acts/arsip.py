"""An office with closed matters, a schedule of retention, and places to lay paper in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from service.acts.arsip import catat, jadwal, tempat
from service.acts.arsip.catat import Kertas, Sasaran
from service.acts.arsip.jadwal import Muat
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.jadwal_pakai import JadwalArsip
from service.domain.arsip.tempat import BOKS, LEMARI, RUANG, Tempat
from service.domain.berkas import SELESAI, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DITANDATANGANI, Naskah
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, UNIT
from tests.kantor import Kantor

JRA = """
[[arsip]]
kode = "HM.01"
nama = "Layanan informasi"
aktif = "2 tahun"
inaktif = "3 tahun"
nasib = "musnah"

[[arsip]]
kode = "HM.01.03"
nama = "Sengketa"
aktif = "1 tahun"
inaktif = "1 tahun"
nasib = "permanen"

[[arsip]]
kode = "HM.01.04"
nama = "Uji konsekuensi"
aktif = "1 tahun"
inaktif = "1 tahun"
nasib = "dinilai kembali"

[[arsip]]
kode = "HM.01.05"
nama = "Kontrak layanan"
aktif = "1 tahun setelah kontrak berakhir"
inaktif = "1 tahun"
nasib = "musnah"
"""
TUA = datetime(2020, 3, 2, 2, tzinfo=UTC)
TENGAH = datetime(2023, 3, 1, 2, tzinfo=UTC)
MUDA = datetime(2026, 3, 2, 2, tzinfo=UTC)


@dataclass
class KantorArsip:
    """The office, its people, and short ways to what tests do again and again."""

    kantor: Kantor
    admin: str
    orang: dict[str, str] = field(default_factory=dict)

    def oleh(self, peran: str = "pengelola_arsip", nama: str = "") -> Hadir:
        name = nama or peran
        if name not in self.orang:
            admin = self.kantor.hadir(self.admin)
            self.orang[name] = self.kantor.person(admin, f"contoh.{len(self.orang)}", peran).id
        return self.kantor.hadir(self.orang[name])

    def closed(self, when: datetime = TUA, judul: str = "Perkara contoh", **more: object) -> str:
        """A matter that came to its end then."""
        id_ = self.kantor.new_id()
        one = Berkas(id_, KODE, UNIT, judul, "", SELESAI, when, ditutup=when)
        with self.kantor.ledger.begin() as tx:
            tx.add(replace(one, **more))  # type: ignore[arg-type]
            tx.note(Catatan(KODE, MESIN, "langkah_selesai", self.kantor.clock.now(), id_))
        return id_

    def coded(
        self, when: datetime = TUA, kode: str = "HM.01", judul: str = "Perkara contoh"
    ) -> str:
        """The archive of such a matter under a code."""
        id_ = self.closed(when, judul)
        catat.classify(self.kantor, self.oleh(), Sasaran(id_, 0), kode)
        return id_

    def now(self, id_: str) -> Arsip:
        with self.kantor.ledger.read() as reading:
            return reading.get(Arsip, id_)

    def which(self, id_: str) -> Sasaran:
        return Sasaran(id_, self.now(id_).versi)

    def schedule(self, folder: Path, text: str = JRA, nama: str = "jra.toml") -> JadwalArsip | None:
        path = folder / nama
        path.write_text(text)
        asked = Muat(self.kantor.new_id(), KODE, "Peraturan Contoh Nomor 1", nama, path)
        return jadwal.take_in(self.kantor, self.oleh(), asked)[0]

    def place(self, macam: str, nama: str, induk: str = "") -> str:
        one = Tempat(self.kantor.new_id(), KODE, "", macam, nama, induk)
        return tempat.make(self.kantor, self.oleh(), one).id

    def box(self) -> str:
        room = self.place(RUANG, f"Ruang {self.kantor.new_id()[:6]}")
        return self.place(BOKS, "14", self.place(LEMARI, "2", room))

    def lay(self, id_: str, where: str) -> Arsip:
        paper = Kertas(where, 1, "map", "baik", "asli")
        return catat.lay(self.kantor, self.oleh(), self.which(id_), paper)

    def signed(self) -> str:
        """A berita acara with its signatures, in a matter of its own."""
        return self.paper(self.closed(MUDA), DITANDATANGANI)

    def paper(self, matter: str, keadaan: str) -> str:
        """A paper of a matter, as far as it came."""
        id_, now = self.kantor.new_id(), self.kantor.clock.now()
        with self.kantor.ledger.begin() as tx:
            tx.add(Naskah(id_, matter, KODE, "berita_acara_contoh", keadaan, now))
            tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", now, id_))
        return id_


def kantor_arsip(kantor: Kantor, folder: Path) -> KantorArsip:
    """The office with its schedule in force."""
    made = KantorArsip(kantor, kantor.opened(KODE).orang.id)
    draft = made.schedule(folder)
    assert draft
    jadwal.put_in_force(kantor, made.oleh("ppid"), draft.id, draft.versi)
    return made
