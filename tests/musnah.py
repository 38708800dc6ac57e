"""An office in which one matter, with all that belongs to it, was destroyed by its list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jobs import musnah
from service.acts.berkas.buka import Pembukaan, opened
from service.acts.simpan.keep import hold, keep
from service.domain.ada import Ada
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.hapus import TENANG
from service.domain.arsip.penyusutan import BUANG
from service.domain.arsip.usul import DILAKSANAKAN, Usul, gone
from service.domain.berkas import DIARSIPKAN, Berkas, bound, closed
from service.domain.catatan import MESIN, Catatan
from service.domain.dossier.jilidan import BERKAS, Jilidan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, File, Kiriman, Surat
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import Naskah
from service.domain.permohonan import Permohonan
from service.domain.sengketa import Putusan, Sengketa
from service.domain.tas.tas import JADI, TasBerkas
from service.domain.teks import Judul, Teks, laid_out
from service.house import RealHouse
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT

LAMA = datetime(2020, 3, 2, 2, tzinfo=UTC)
KINI = datetime(2026, 11, 23, 3, tzinfo=UTC)
HARI = date(2026, 11, 20)
NOMOR_BA = "BA-3/ARSIP/2026"
KATA = "katamusnah"
KETIKAN = "Ketikan yang ikut musnah"
SOP = "uji_konsekuensi"


@dataclass
class Musnah:
    """The rows that stay, by the names under which addresses ask for them."""

    house: RealHouse
    room: Path
    id: dict[str, str] = field(default_factory=dict)

    def kept(self, nama: str) -> str:
        """Bytes in the store, held."""
        path = self.room / nama
        path.write_bytes(f"Isi {nama}, yang dimusnahkan bersama arsipnya.".encode())
        one = keep(self.house, path)
        with self.house.ledger.begin() as tx:
            hold(tx, one)
        return one.sha256

    def add(self, *rows: Any) -> None:
        """Rows as they are."""
        with self.house.ledger.begin() as tx:
            for one in rows:
                tx.add(one)
            tx.note(Catatan(INSTANSI, MESIN, "contoh", self.house.clock.now()))

    def new(self, nama: str) -> str:
        """An id that addresses ask for by this name."""
        return self.id.setdefault(nama, self.house.new_id())

    def built(self, oleh: Sequence[str] = (), *, erased: bool = True) -> Musnah:
        """The matter as it was, with a binding for each of these people, and then destroyed."""
        self._letter()
        self._matter()
        self._papers()
        self._lines()
        for siapa in oleh:
            self.add(self._binding(siapa))
        self._destroyed()
        if erased:
            self._erased()
        return self

    def _letter(self) -> None:
        came = Kiriman(
            self.new("kiriman_id"), INSTANSI, UNIT, "web", "surat musnah.pdf", DIDAFTAR, LAMA
        )
        came = replace(came, nomor_agenda="0001/AGENDA/2020", surat=Surat(perihal="Perihal musnah"))
        sha256 = self.kept("surat.pdf")
        file = File(self.new("file_id"), came.id, "surat.pdf", sha256, 50, "application/pdf")
        self.add(came, replace(file, halaman=1))
        self.add(Teks(f"{file.id}.0", 1, file.id, came.id, KATA, self._index("kiriman")))

    def _index(self, apa: str) -> str:
        own = apa == "naskah"
        jenis = "memorandum" if own else ""
        judul = Judul(INSTANSI, UNIT, False, "web", jenis, (), (KATA,), DIDAFTAR, naskah=own)
        return laid_out(judul, KATA, self.house.stemmer.akar)

    def _matter(self) -> None:
        asked = Pembukaan(
            self.new("berkas_id"),
            INSTANSI,
            UNIT,
            SOP,
            "Perkara musnah",
            kiriman=self.id["kiriman_id"],
        )
        dossier = self.kept("dossier.pdf")
        with self.house.ledger.begin() as tx:
            opened(self.house, tx, asked)
        with self.house.ledger.begin() as tx:
            before = tx.get(Berkas, asked.id)
            after = bound(closed(before, DIARSIPKAN, LAMA), dossier)
            tx.save(before, after)
            came = tx.get(Kiriman, asked.kiriman)
            tx.save(came, replace(came, berkas=asked.id))
            tx.note(Catatan(INSTANSI, MESIN, "berkas_diarsipkan", LAMA, asked.id))
        laid = Ada(self.house.new_id(), asked.id, "usulan", "ada", LAMA, MESIN)
        self.add(replace(laid, file=self.id["file_id"]))

    def _papers(self) -> None:
        paper = Naskah(
            self.new("naskah_id"), self.id["berkas_id"], INSTANSI, "memorandum", TERIKAT, LAMA
        )
        self.add(
            replace(
                paper,
                nomor="M-1/2020",
                tanggal=LAMA.date(),
                resep="x",
                isian={"perihal": "Perihal musnah", "ringkasan": KETIKAN},
                docx=self.kept("a.docx"),
                pdf=self.kept("a.pdf"),
                bertanda_tangan=self.kept("bertanda.pdf"),
            ),
            Teks(paper.id, 2, "", "", KATA, self._index("naskah"), naskah=paper.id),
        )

    def _lines(self) -> None:
        day = LAMA.date()
        told = (self.id["kiriman_id"], INSTANSI, UNIT, "")
        asked = Permohonan(self.new("permohonan_id"), *told, "selesai", LAMA, day, day)
        about = Keberatan(self.new("keberatan_id"), *told, "ditanggapi", LAMA, day, day)
        self.add(replace(asked, nomor_daftar="0001/REG/2020"), replace(about, permohonan=asked.id))
        dispute = Sengketa(
            self.new("sengketa_id"), about.id, asked.id, INSTANSI, UNIT, "KI", "7", day, LAMA
        )
        ruling = Putusan(
            nomor="9", akibat="menolak", tanggal=day.isoformat(), file=self.id["file_id"]
        )
        bag = TasBerkas(
            self.new("tas_id"), INSTANSI, self.id["berkas_id"], MESIN, LAMA, 1, "", JADI
        )
        bag = replace(bag, terbuka=self.kept("tas.zip"), banyak_terbuka=1, jadi=LAMA)
        self.add(replace(dispute, putusan=ruling), bag)

    def _binding(self, siapa: str) -> Jilidan:
        one = Jilidan(
            self.house.new_id(), BERKAS, self.id["berkas_id"], INSTANSI, UNIT, siapa, LAMA
        )
        self.id.setdefault("jilidan_id", one.id)
        return replace(one, file=self.kept(f"jilid-{one.id}.pdf"), halaman=1, ukuran=9)

    def _destroyed(self) -> None:
        house, id_ = self.house, self.id["berkas_id"]
        home = Berkas(house.new_id(), INSTANSI, UNIT, "Pemusnahan contoh", "", DIARSIPKAN, LAMA)
        acara = Naskah(house.new_id(), home.id, INSTANSI, "memorandum", TERIKAT, LAMA)
        now = house.clock.now()
        usul = Usul(self.new("usul_id"), INSTANSI, "", BUANG, "Usul", (id_,), ("x",), now)
        usul = replace(usul, keadaan=DILAKSANAKAN, dilaksanakan=HARI, berita_acara=acara.id)
        self.add(home, replace(acara, nomor=NOMOR_BA, tanggal=HARI), usul)
        self.add(gone(Arsip(id_, INSTANSI, LAMA.date()), usul))

    def _erased(self) -> None:
        clock = self.house.clock
        assert isinstance(clock, Jam)
        for _ in range(2):
            musnah.run(self.house, self.id["usul_id"])
            clock.at += TENANG
