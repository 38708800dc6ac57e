"""An office with a piece that is to be withheld, and short ways through its test and its decree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from service.acts.dikecualikan import terapkan, uji, usul
from service.acts.dikecualikan.terapkan import Isian
from service.acts.dikecualikan.usul import Tempatnya, UsulanKecuali
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.riwayat import Riwayat
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, UJI, UNIT, Perkantoran, perkantoran
from tests.kantor import Kantor

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
SEBAB = "Sebab contoh yang cukup panjang"
RINGKASAN = "Keterangan saksi dalam pemeriksaan contoh"
SK_HARI = date(2026, 11, 20)
ISIAN = Isian(RINGKASAN, aman=True, nomor="12 TAHUN 2026", tanggal=SK_HARI)


@dataclass
class Dik:
    """The office, and those who work on what is withheld."""

    dinas: Perkantoran

    @property
    def kantor(self) -> Kantor:
        return self.dinas.kantor

    def oleh(self, *peran: str) -> Hadir:
        return self.dinas.oleh(*(peran or ("tim_sekretariat",)))

    def proposed(self, ringkasan: str = "Nama saksi contoh", **place: str) -> Informasi:
        asked = UsulanKecuali(
            self.kantor.new_id(), KODE, UNIT, ringkasan, SEBAB, Tempatnya("Laporan", **place)
        )
        return usul.propose_new(self.kantor, self.oleh(), asked)

    def matter(self, **more: object) -> Berkas:
        """A matter that is in its meeting."""
        one = self.dinas.opened("uji", rahasia=True, **more)
        self.dinas.bring(one, "dokumen", "diterima", file=self.dinas.file())
        return self.dinas.go(one)

    def tested(self, one: Informasi, berkas: Berkas, judul: str = "Butir contoh") -> Butir:
        """An item with a whole worksheet that tests the piece."""
        item = self.dinas.item(berkas, judul)
        uji.bind(self.kantor, self.oleh(), one.id, one.versi, item.id)
        return item

    def decreed(self, berkas: Berkas, hasil: str = "dikecualikan", *, sk: bool = True) -> None:
        """The outcome of each item, with every paper."""
        dinas = self.dinas
        dinas.bring(berkas, "undangan", "disetujui")
        dinas.bring(berkas, "berita_acara", "ditandatangani", file=dinas.file())
        now = dinas.go(berkas, "cukup")
        if sk:
            dinas.bring(now, "sk", "ditandatangani", file=dinas.file())
        for item in dinas.items(berkas):
            dinas.decided(item, hasil)
        if sk:
            dinas.go(now, peran="atasan_ppid")

    def excluded(self, **place: str) -> Informasi:
        """A piece that its decree withholds for five years."""
        one, berkas = self.proposed(**place), self.matter()
        item = self.tested(one, berkas)
        self.decreed(berkas)
        return terapkan.apply(self.kantor, self.oleh(), item.id, ISIAN)

    def now(self, id_: str) -> Informasi:
        with self.kantor.ledger.read() as look:
            return look.get(Informasi, id_)

    def history(self, id_: str) -> list[Riwayat]:
        with self.kantor.ledger.read() as look:
            return sorted(look.find(Riwayat, informasi=id_), key=lambda line: line.urut)

    def journal(self) -> list[str]:
        lines = self.kantor.lists.jurnal(KODE, 10_000, 200)[::-1]
        return [x.perbuatan for x in lines if x.perbuatan.startswith("informasi")]


def office(kantor: Kantor) -> Dik:
    kantor.clock.at = SENIN
    return Dik(perkantoran(kantor, {"uji": UJI}))
