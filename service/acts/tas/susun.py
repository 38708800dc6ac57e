"""Both parts of a bag, each as one ZIP; of the same inputs the same bytes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.acts.instansi.packs import agency
from service.acts.jilid.sebutan import called_of
from service.acts.simpan.room import free_enough
from service.acts.sop.versi import walked
from service.acts.tas.kepala_ttd import signed_head
from service.acts.tas.pilah import Terpilah, need_ended, sorted_out
from service.domain.arsip.arsip import Arsip
from service.domain.berkas import Berkas
from service.domain.catatan import Catatan
from service.domain.dossier.sebutan import titled
from service.domain.keutuhan import printed
from service.domain.tanggal import local, panjang
from service.domain.tas import jurnal, unsur
from service.domain.tas.isi import DAFTAR, JURNAL, METADATA, Muatan, laid
from service.domain.tas.tas import TERBUKA, TERTUTUP, TasBerkas, name_of
from service.domain.tas.unsur import TEMPAT, UNSUR, Perihal
from service.ports import House, Reading
from service.ports.papers import Lembar
from service.ports.tas import Masuk

SERAH = ("No", "Nomor", "Uraian", "Tanggal", "Jenis naskah", "Tingkat", "Keterangan", "Bita")

DISERAHKAN = (
    "nomor_arsip",
    "uraian_informasi",
    "kurun_waktu",
    "jenis_naskah",
    "tingkat_perkembangan",
    "keterangan",
)


@dataclass(frozen=True)
class Tersusun:
    """What was made: the parts that have something in them, and their recipe."""

    bagian: dict[str, Path]
    banyak: dict[str, int]
    resep: str


def compose(house: House, tas: TasBerkas, room: Path) -> Tersusun:
    """As the matter stands now, with its journal as it stood when the bag was asked for."""
    with house.ledger.read() as reading:
        berkas = reading.get(Berkas, tas.berkas)
        need_ended(reading, berkas)
        found = sorted_out(house, reading, berkas)
        perihal = matter(house, reading, found)
        signed = signed_head(house, reading, tas.kepala, tas.diminta)
    free_enough(house, 2 * sum(one.ukuran for one in found.isi.semua))
    lines = _lines(house, found)
    shown = jurnal.about(lines, found.isi.sumber | {one.sha256 for one in found.isi.tertutup})
    parts = {TERBUKA: (found.isi.terbuka, shown), TERTUTUP: (found.isi.tertutup, lines)}
    made = dict[str, Path]()
    for bagian, (some, told) in parts.items():
        if some:
            other = len(found.isi.semua) - len(some)
            one = _Bagian(house, tas, perihal, bagian, other, len(lines) - len(told), signed)
            made[bagian] = one.write(room, some, told)
    return Tersusun(made, {x: len(parts[x][0]) for x in made}, found.isi.resep())


@dataclass(frozen=True)
class _Bagian:
    """One part of a bag on its way."""

    house: House
    tas: TasBerkas
    perihal: Perihal
    bagian: str
    lain: int  # files in the other part
    ditutup: int  # lines of the journal that lie in the closed part
    bertanda: jurnal.KepalaTtd | None = None

    def write(self, room: Path, muatan: Sequence[Muatan], lines: Sequence[Catatan]) -> Path:
        """The ZIP."""
        here = room / self.bagian
        here.mkdir()
        isi = laid(muatan)
        told = unsur.metadata(self.perihal, isi, self.bagian, self.lain)
        extract = jurnal.extract(
            self.tas.kepala, lines, ditutup=self.ditutup, bertanda=self.bertanda
        )
        files = [
            Masuk(METADATA, _json(here / "metadata.json", told)),
            Masuk(JURNAL, _json(here / "jurnal.json", extract)),
            Masuk(DAFTAR, self._list(here, told)),
        ]
        for n, one in enumerate(isi):
            path = self.house.store.fetch(one.muatan.sha256, here / f"{n}.isi")
            files.append(Masuk(one.tempat, path, one.muatan.sha256))
        out = room / f"{self.bagian}.zip"
        nama = name_of(self.tas, self.bagian)
        self.house.bags.write(out, nama, self._told(), files)
        for each in files:
            each.path.unlink()
        return out

    def _told(self) -> list[tuple[str, str]]:
        zona = agency(self.house.packs, self.tas.instansi).zona
        told = [
            ("Source-Organization", self.perihal.pencipta),
            ("External-Description", self.perihal.judul),
            ("External-Identifier", self.perihal.nomor),
            ("Internal-Sender-Identifier", self.tas.berkas),
            ("Bagging-Date", local(self.tas.diminta, zona).date().isoformat()),
            ("Bag-Software-Agent", "Berkas"),
        ]
        if self.bertanda:
            told.append(("Journal-Signed-Head", printed(self.bertanda.kepala)))
        if self.lain:
            told.append(("Bag-Group-Identifier", f"tas-{self.tas.berkas}"))
            told.append(("Bag-Count", "1 of 2" if self.bagian == TERBUKA else "2 of 2"))
        return told

    def _list(self, here: Path, told: dict[str, Any]) -> Path:
        kata = {TERBUKA: "bagian terbuka", TERTUTUP: "bagian tertutup"}[self.bagian]
        judul = f"{self.perihal.pencipta}\n{self.perihal.judul}"
        serah = [
            (n, *(one[name] for name in DISERAHKAN), one["ukuran"])
            for n, one in enumerate(told["arsip"], 1)
        ]
        kaki = f"Isi tas ini ({kata}): {len(serah)} file."
        if self.lain:
            kaki += f" Bagian lainnya: {self.lain} file."
        rows = [unsur.row(one) for one in told["arsip"]]
        whole = [(UNSUR[name], value) for name, value in told["berkas"].items()]
        head = (*TEMPAT.values(), *UNSUR.values())
        book = self.house.workbooks.write(
            here / "daftar.isi",
            [
                Lembar(
                    "Daftar serah", f"Daftar arsip yang diserahkan\n{judul}", SERAH, serah, kaki
                ),
                Lembar("Unsur arsip", f"{unsur.STANDAR}\n{judul}", head, rows),
                Lembar("Unsur berkas", f"{unsur.STANDAR}\n{judul}", ("Unsur", "Isi"), whole),
            ],
        )
        return self.house.bags.steady(book, here / "daftar.xlsx")


def _json(path: Path, told: dict[str, Any]) -> Path:
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _lines(house: House, found: Terpilah) -> list[Catatan]:
    """What the journal says of the matter, its papers and what came in for it."""
    lines = house.perkara.trail(found.berkas)
    for paper in found.naskah:
        lines += house.perkara.trail(paper)
    for came in found.kiriman:
        lines += house.kiriman.trail(came)
    own = [one for one in lines if one.instansi == found.berkas.instansi]
    return sorted({one.urut: one for one in own}.values(), key=lambda one: one.urut)


def matter(house: House, reading: Reading, found: Terpilah) -> Perihal:
    """What is known of the matter itself."""
    berkas = found.berkas
    instansi = agency(house.packs, berkas.instansi)
    zona, unit = instansi.zona_of(berkas.unit), instansi.unit_of(berkas.unit)
    kept = next(iter(reading.find(Arsip, id=berkas.id)), None)
    ended = berkas.ditutup or berkas.dibuka
    return Perihal(
        nomor=called_of(house, reading, berkas),
        judul=titled(berkas.judul),
        pencipta=instansi.nama,
        unit=unit.nama if unit else "",
        fungsi=walked(reading, berkas).sop.judul if berkas.sidik else "",
        dibuka=panjang(local(berkas.dibuka, zona).date()),
        ditutup=panjang(local(ended, zona).date()),
        hasil=f"Hasil: {berkas.hasil}." if berkas.hasil else "",
        kode=kept.kode if kept else "",
        kategori="vital" if kept and kept.vital else "dinamis",
        aktif=kept.retensi.aktif.kata if kept and kept.kode else "",
        inaktif=kept.retensi.inaktif.kata if kept and kept.kode else "",
        rahasia=berkas.rahasia,
    )
