"""An office that gathers evidence for its monev: questions, public lists, files that came in."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pikepdf

from service.acts.monev import gerbang
from service.acts.monev.pilih import Tempat
from service.acts.monev.susun import Susunan, compose
from service.acts.pelepasan.perbuatan import Dilihat
from service.acts.simpan.keep import hold, keep
from service.adapters.daftar_cetak import DaftarCetak
from service.adapters.penerbit import Toko
from service.adapters.sop_word import SopWord
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang import keluar
from service.domain.gerbang.keluar import FileKeluar
from service.domain.gerbang.tembus import Tembus
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.monev.bukti import BuktiMonev
from service.domain.naskah import Naskah
from service.domain.temuan import Temuan
from tests.acts.perkara import KODE, UNIT
from tests.edisi import KantorEdisi, kantor_edisi
from tests.kantor import Kantor
from tests.terbitan import publisher

SOAL = """tahun = 2026
judul = "Monev contoh 2026"
catatan = "Susunan contoh."
[kategori.satu]
nama = "Jenis informasi"
bobot = 100
[[pertanyaan]]
kode = "1.1"
kategori = "satu"
tanya = "Apakah DIP diumumkan?"
bukti = ["dip", "edisi_dip"]
[[pertanyaan]]
kode = "1.2"
kategori = "satu"
tanya = "Apakah ada laporan?"
naskah = ["sk_contoh"]
[[pertanyaan]]
kode = "1.3"
kategori = "satu"
tanya = "Apakah ada SOP?"
bukti = ["sop", "alamat", "dik", "sk_dip"]
"""
DUA = Tempat(KODE, "1.2")


class Pencetak:
    """Prints what it is handed as it is."""

    def pdf(self, docx: Path, out: Path) -> Path:
        out.write_bytes(b"%PDF-1.7 " + docx.read_bytes())
        return out


@dataclass
class KantorMonev:
    """Short ways to evidence."""

    edisi: KantorEdisi

    @property
    def kantor(self) -> Kantor:
        return self.edisi.kantor

    def ask(self, text: str, home: str = "umum") -> None:
        """These are the questions."""
        path = self.kantor.home / "paket" / home / "monev.toml"
        path.write_text(text)
        path.chmod(0o644)

    def file(self, content: bytes, nama: str = "maklumat.pdf", *, rahasia: bool = False) -> str:
        """A file that came in, signed by another."""
        house = self.kantor
        path = house.home / "datang"
        path.write_bytes(content)
        kept = keep(house, path)  # type: ignore[arg-type]
        kiriman, id_, now = house.new_id(), house.new_id(), house.clock.now()
        with house.ledger.begin() as tx:
            hold(tx, kept)
            came = Kiriman(kiriman, KODE, UNIT, "web", nama, DIDAFTAR, now, rahasia=rahasia)
            tx.add(came)
            signed = (Temuan("ttd_ada"),)
            told = (id_, kiriman, nama, kept.sha256, kept.ukuran, "application/pdf")
            tx.add(File(*told, temuan=signed))
            tx.note(Catatan(KODE, MESIN, "kiriman_diterima", now, kiriman))
        return id_

    def came_back(self, naskah: Naskah, content: bytes) -> None:
        """These are the bytes of the signed paper."""
        path = self.kantor.home / "kembali.pdf"
        path.write_bytes(content)
        kept = keep(self.kantor, path)  # type: ignore[arg-type]
        with self.kantor.ledger.begin() as tx:
            hold(tx, kept)
            tx.save(naskah, replace(naskah, bertanda_tangan=kept.sha256))
            now = self.kantor.clock.now()
            tx.note(Catatan(KODE, MESIN, "naskah_ditandatangani", now, naskah.id))

    def looked(self, one: BuktiMonev, *found: Tembus) -> FileKeluar:
        """What the machine found in its file."""
        with self.kantor.ledger.begin() as tx:
            _, row = gerbang.standing(tx, self.edisi.oleh("ppid"), one.id)
            assert row is not None
            tx.save(row, keluar.looked_at(row, found))
            now = self.kantor.clock.now()
            tx.note(Catatan(KODE, MESIN, "file_selesai_diperiksa", now, one.id))
        return replace(keluar.looked_at(row, found), versi=row.versi + 1)

    def let_go(self, one: BuktiMonev) -> FileKeluar:
        """Its file, looked at and released by a person."""
        row, ppid = self.looked(one), self.edisi.oleh("ppid")
        seen = (Dilihat(one.id, row.versi), row.pemeriksaan.sidik)
        return gerbang.perbuatan.release(self.kantor, ppid, *seen)  # type: ignore[arg-type]

    def composed(self) -> tuple[Susunan, dict[str, bytes]]:
        """The ZIP, read back."""
        with self.kantor.room() as room:
            made = compose(self.kantor, KODE, room)  # type: ignore[arg-type]
            with zipfile.ZipFile(made.path) as packed:
                assert packed.testzip() is None
                return made, {name: packed.read(name) for name in packed.namelist()}


def kantor_monev(kantor: Kantor, folder: Path) -> KantorMonev:
    """The office with its questions, a publisher and a printer."""
    edisi = kantor_edisi(kantor)
    real = publisher(folder)
    toko = Toko(kantor.store, real.toko.terbuka)  # type: ignore[attr-defined]
    real = replace(real, toko=toko)
    kantor.penerbit = real  # type: ignore[attr-defined]
    kantor.store_publik = real.toko.terbuka  # type: ignore[attr-defined]
    kantor.converter = Pencetak()  # type: ignore[attr-defined]
    kantor.list_paper = DaftarCetak()  # type: ignore[attr-defined]
    kantor.sop_forms = SopWord()  # type: ignore[attr-defined]
    one = KantorMonev(edisi)
    one.ask(SOAL)
    return one


def heavy(*sizes: int, sandi: str = "") -> bytes:
    """A PDF whose pages weigh this many bytes each; nothing packs them smaller."""
    out = io.BytesIO()
    with pikepdf.new() as paper:
        for size in sizes:
            paper.add_blank_page(page_size=(595, 842))
            raw = pikepdf.Stream(paper, os.urandom(size))
            raw.Type, raw.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
            raw.Width, raw.Height, raw.BitsPerComponent = size, 1, 8
            raw.ColorSpace = pikepdf.Name.DeviceGray
            paper.pages[-1].Contents = paper.make_stream(b"q 500 0 0 500 0 0 cm /A Do Q")
            paper.pages[-1].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=raw))
        shut = pikepdf.Encryption(owner=sandi, user=sandi) if sandi else False
        paper.save(out, compress_streams=False, encryption=shut)
    return out.getvalue()


def sheet(content: bytes) -> list[tuple[object, ...]]:
    """The rows of the list of contents."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [tuple(x.value for x in row) for row in book.active.iter_rows()]  # type: ignore[union-attr]
