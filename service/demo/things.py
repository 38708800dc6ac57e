"""Lays down what a step needs and makes: files, hand-overs, items with their worksheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from service.acts.berkas import bahan as berkas_bahan
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas.bahan import DISERAHKAN, DITERIMA, Bawa
from service.acts.berkas.butir import Masuk
from service.acts.instansi.packs import agency
from service.acts.kiriman import unggah
from service.acts.kiriman.unggah import Antaran
from service.demo.meet import hold
from service.demo.walk import Di, Pejalan
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.jangka import Jangka
from service.domain.kiriman import BERKAS, WEB, File, Surat
from service.domain.sop.bahan import BUTIR, EDISI, FISIK, KIRIMAN, NASKAH, Bahan
from service.domain.sop.jalan import item_outcomes, missing
from service.domain.tanggal import panjang
from service.domain.uji import DIKECUALIKAN, SEBAGIAN, TERBUKA, Dasar, LembarUji
from service.domain.wewenang import Hadir
from service.house import RealHouse

CONTOH = Path(__file__).parent / "contoh"
CAMPURAN = (TERBUKA, SEBAGIAN, DIKECUALIKAN)  # what becomes of the items, in turn
TEMPAT = "Lemari contoh 2, rak 3: 1 map, baik"

# A list that the house brings so far; False where somebody ticks it off.
Daftar = Callable[[Di, Bahan, str], bool]
# A paper that the house itself writes, up to a state; '' where it has no template for it.
Tulis = Callable[[Di, Bahan, str], str]


def by_hand(_at: Di, _thing: Bahan, _keadaan: str) -> str:
    """No paper is written by the house: every one is a scan."""
    return ""


def ticked(_at: Di, _thing: Bahan, _keadaan: str) -> bool:
    """No list is made by the house: somebody says how far it is."""
    return False


@dataclass
class Bekal:
    """What the people of a play have in their hands."""

    house: RealHouse
    tulis: Tulis = by_hand
    daftar: Daftar = ticked
    hasil: Sequence[str] = CAMPURAN

    def supply(self, by: Pejalan, at: Di, who: Hadir) -> tuple[str, ...]:
        """All that is missing is there; the papers that the house wrote."""
        written = list[str]()
        agen = agency(self.house.packs, at.berkas.instansi)
        hold(self.house, at, who, agen.zona)
        row, bahan = at.baris, at.jalan.bahan
        act = next((one for one in row.tahap if one.id == at.berkas.tahap), None)
        lacks, owed = missing(row, bahan, at.keadaan, act)
        for name in dict.fromkeys((*lacks, *owed)):
            enough = row.cukup.get(name, bahan[name].cukup)
            written.append(self.lay(by, at, bahan[name], enough))
        self._decide(at, who)
        return tuple(one for one in written if one)

    def lay(self, by: Pejalan, at: Di, thing: Bahan, keadaan: str) -> str:
        """One thing in one state; the paper where the house writes it."""
        who = by.actor(at)
        match thing.wujud:
            case wujud if wujud == BUTIR:
                self.items(at, who)
            case wujud if wujud == NASKAH:
                if paper := self.tulis(at, thing, keadaan):
                    return paper
                self.bring(at, thing, keadaan, who, self.file(at.berkas, thing, who))
            case wujud if wujud == KIRIMAN:
                self.bring(at, thing, keadaan, who, self.file(at.berkas, thing, who))
            case wujud if wujud == FISIK:
                self._hand_over(by, at, thing, keadaan)
            case wujud if wujud == EDISI and not self.daftar(at, thing, keadaan):
                self.bring(at, thing, keadaan, who)
        return ""

    def bring(self, at: Di, thing: Bahan, keadaan: str, who: Hadir, file: str = "") -> None:
        """The thing is there."""
        where = TEMPAT if thing.wujud == FISIK else ""
        asked = Bawa(self.house.new_id(), thing.id, keadaan, file, catatan=where)
        berkas_bahan.bring(self.house, who, at.berkas.id, asked)

    def _hand_over(self, by: Pejalan, at: Di, thing: Bahan, keadaan: str) -> None:
        """What both sides confirm is given by one person and taken by another."""
        who = by.actor(at)
        if keadaan == DITERIMA and at.keadaan.ada.get(thing.id) != DISERAHKAN:
            self.bring(at, thing, DISERAHKAN, by.other(at, thing.id, who))
        self.bring(at, thing, keadaan, who)

    def file(self, berkas: Berkas, thing: Bahan, who: Hadir) -> str:
        """A file about the thing, sent through the door of the officers; its id."""
        house, agen = self.house, agency(self.house.packs, berkas.instansi)
        today = agen.kalender_of(berkas.unit).tanggal(house.clock.now())
        told = {"nama": thing.nama, "judul": berkas.judul, "instansi": agen.nama}
        with house.room() as room:
            written = room / "bahan.docx"
            house.filler.fill(CONTOH / "bahan.docx", told | {"tanggal": panjang(today)}, written)
            with written.open("rb") as came:
                sent = unggah.take(house, who, f"{thing.nama} contoh.docx", came)
        surat = Surat(perihal=f"{thing.nama}: {berkas.judul}"[:300])
        place, pintu = (berkas.instansi, berkas.unit), WEB if thing.wujud == KIRIMAN else BERKAS
        antaran = Antaran(house.new_id(), *place, surat, berkas=berkas.id, pintu=pintu)
        kiriman = unggah.send(house, who, antaran, [sent.id])
        with house.ledger.read() as reading:
            return reading.find(File, kiriman=kiriman.id)[0].id

    def items(self, at: Di, who: Hadir, many: int = 1) -> list[Butir]:
        """The items of the matter, each with a whole worksheet."""
        known = self._known(at)
        for n in range(len(known), max(len(self.hasil), many)):
            asked = Masuk(self.house.new_id(), f"Butir contoh {n + 1} dari {at.berkas.judul}"[:290])
            berkas_butir.put_in(self.house, who, at.berkas.id, asked)
        for one in self._known(at):
            if not one.uji.kesimpulan:
                lembar = self._worksheet(at.berkas, self.hasil[(one.urut - 1) % len(self.hasil)])
                berkas_butir.write_test(self.house, who, one.id, one.versi, lembar)
        return self._known(at)

    def _worksheet(self, berkas: Berkas, kesimpulan: str) -> LembarUji:
        """A worksheet with no gap in it."""
        unit = berkas.unit or agency(self.house.packs, berkas.instansi).unit[0].id
        return LembarUji(
            dokumen="Laporan contoh",
            unit=unit,
            uraian="Nama saksi dalam pemeriksaan contoh",
            dasar=(Dasar("a"),),
            dibuka="Saksi contoh dapat dipengaruhi sebelum pemeriksaan selesai",
            ditutup="Pemeriksaan contoh berjalan tanpa gangguan",
            kepatutan="Kepentingan umum contoh lebih terlindungi bila ditutup",
            pemicu="prakarsa",
            kesimpulan=kesimpulan,
            jangka=Jangka("tahun", 5),
            dihitamkan="Nama saksi contoh di halaman 3",
            kategori="setiap_saat",
        )

    def _known(self, at: Di) -> list[Butir]:
        with self.house.ledger.read() as reading:
            found = reading.find(Butir, berkas=at.berkas.id)
        return sorted((one for one in found if not one.dicabut), key=lambda one: one.urut)

    def _decide(self, at: Di, who: Hadir) -> None:
        """Each item its outcome, in a row that decides item by item."""
        outcomes = item_outcomes(at.jalan.sop, at.baris)
        if not outcomes:
            return
        wanted = [one for one in self.hasil if one in outcomes] or list(outcomes)
        for one in self.items(at, who, len(wanted)):
            if one.hasil not in outcomes:
                hasil = wanted[(one.urut - 1) % len(wanted)]
                self.decide(at, who, one, hasil)

    def decide(self, _at: Di, who: Hadir, one: Butir, hasil: str) -> None:
        """The outcome of one item, with all that it rests on."""
        berkas_butir.decide(self.house, who, one.id, one.versi, hasil)
