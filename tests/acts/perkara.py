"""An office with SOPs of its own, and people who walk matters through them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import baru as berkas_baru
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas.bahan import Bawa
from service.acts.berkas.buka import Pembukaan
from service.acts.berkas.butir import Masuk
from service.acts.berkas.jalan import Langkah
from service.acts.lihat import berkas as berkas_lihat
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.butir import Butir, as_seen
from service.domain.catatan import MESIN, Catatan
from service.domain.jangka import Jangka
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.sop.jalan import Keadaan, Putusan
from service.domain.sop.jejak import Jejak
from service.domain.uji import Dasar, LembarUji
from service.domain.wewenang import Hadir
from tests.kantor import Kantor
from tests.sop_contoh import BAHAN, PUTARAN, SERAH, UJI

# The SOPs of this office are those of the samples; tests of acts take them from here.
__all__ = [
    "BAHAN",
    "KODE",
    "LEMBAR",
    "PUTARAN",
    "SERAH",
    "UJI",
    "UNIT",
    "Perkantoran",
    "perkantoran",
]

KODE, UNIT = "dinas_contoh", "bidang_satu"
TENGGAT = """
[tenggat.permohonan]
jumlah = 10
dasar = "UU Contoh"
[tenggat.perpanjangan]
jumlah = 7
dasar = "UU Contoh"
"""
LEMBAR = LembarUji(
    dokumen="Laporan contoh",
    unit=UNIT,
    uraian="Nama saksi dalam pemeriksaan contoh",
    dasar=(Dasar("a"),),
    dibuka="Saksi dapat dipengaruhi",
    ditutup="Pemeriksaan berjalan tanpa gangguan",
    kepatutan="Kepentingan umum terlindungi",
    pemicu="prakarsa",
    jangka=Jangka("tahun", 5),
    dihitamkan="Nama saksi di halaman 3",
    kategori="setiap_saat",
)


@dataclass
class Perkantoran:
    """The office, its people, and short ways to do what tests do again and again."""

    kantor: Kantor
    orang: dict[str, str] = field(default_factory=dict)

    def oleh(self, *peran: str) -> Hadir:
        """Somebody who holds these peran."""
        name = "-".join(peran)
        if name not in self.orang:
            admin = self.kantor.hadir(self.orang["admin"])
            self.orang[name] = self.kantor.person(admin, f"contoh.{len(self.orang)}", *peran).id
        return self.kantor.hadir(self.orang[name])

    def opened(self, sop: str = "uji", **more: object) -> Berkas:
        told = {"id": self.kantor.new_id(), "instansi": KODE, "unit": UNIT, "sop": sop}
        asked = Pembukaan(**{**told, "judul": "Perkara contoh", **more})  # type: ignore[arg-type]
        return berkas_baru.open_by(self.kantor, self.oleh("tim_sekretariat"), asked)

    def now(self, berkas: Berkas) -> Berkas:
        with self.kantor.ledger.read() as reading:
            return reading.get(Berkas, berkas.id)

    def known(self, berkas: Berkas) -> Keadaan:
        with self.kantor.ledger.read() as reading:
            now = reading.get(Berkas, berkas.id)
            return berkas_lihat.known(reading, walked(reading, now), now)

    def way(self, berkas: Berkas) -> list[Jejak]:
        with self.kantor.ledger.read() as reading:
            found = reading.find(Jejak, berkas=berkas.id)
        return sorted(found, key=lambda one: one.urut)

    def below(self, berkas: Berkas) -> list[Berkas]:
        with self.kantor.ledger.read() as reading:
            return berkas_lihat.children(reading, berkas)

    def file(self) -> str:
        """A file that came in."""
        kiriman, id_ = self.kantor.new_id(), self.kantor.new_id()
        now = self.kantor.clock.now()
        with self.kantor.ledger.begin() as tx:
            tx.add(Kiriman(kiriman, KODE, UNIT, "web", "contoh.pdf", DIDAFTAR, now))
            tx.add(File(id_, kiriman, "contoh.pdf", "0" * 64, 10))
            tx.note(Catatan(KODE, MESIN, "kiriman_diterima", now, kiriman))
        return id_

    def bring(self, berkas: Berkas, bahan: str, keadaan: str, *peran: str, **more: str) -> None:
        asked = Bawa(self.kantor.new_id(), bahan, keadaan, **more)
        who = self.oleh(*(peran or ("tim_sekretariat",)))
        berkas_bahan.bring(self.kantor, who, berkas.id, asked)

    def go(
        self, berkas: Berkas, hasil: str = "", alasan: str = "", peran: str = "tim_sekretariat"
    ) -> Berkas:
        now = self.now(berkas)
        with self.kantor.ledger.read() as reading:
            dilihat = as_seen(reading.find(Butir, berkas=now.id))
        step = Langkah(now.id, now.versi, dilihat)
        return berkas_jalan.go_on(self.kantor, self.oleh(peran), step, Putusan(hasil, alasan))

    def item(self, berkas: Berkas, judul: str = "Butir contoh") -> Butir:
        who = self.oleh("tim_sekretariat", "atasan_ppid")
        asked = Masuk(self.kantor.new_id(), judul)
        one = berkas_butir.put_in(self.kantor, who, berkas.id, asked)
        return berkas_butir.write_test(self.kantor, who, one.id, one.versi, LEMBAR)

    def items(self, berkas: Berkas) -> list[Butir]:
        """The items of a matter as they stand, in their order."""
        with self.kantor.ledger.read() as reading:
            return sorted(reading.find(Butir, berkas=berkas.id), key=lambda one: one.urut)

    def decided(self, butir: Butir, hasil: str) -> Butir:
        who = self.oleh("atasan_ppid")
        return berkas_butir.decide(self.kantor, who, butir.id, butir.versi, hasil)


def perkantoran(kantor: Kantor, sops: Mapping[str, str]) -> Perkantoran:
    """The office with these SOPs, and an administrator."""
    packs = kantor.home / "paket"
    for path, text in {
        "umum/bahan.toml": BAHAN,
        **{f"{KODE}/sop/{name}.toml": text for name, text in sops.items()},
    }.items():
        file = packs / path
        file.parent.mkdir(exist_ok=True)
        file.parent.chmod(0o755)
        file.write_text(text)
        file.chmod(0o644)
    with (packs / KODE / "instansi.toml").open("a") as out:
        out.write(TENGGAT)
    admin = kantor.opened(KODE)
    return Perkantoran(kantor, {"admin": admin.orang.id})
