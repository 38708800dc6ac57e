"""Sample values for the pages of the monev."""

from __future__ import annotations

from service.acts.monev.sumber import Calon
from service.domain.monev import bukti as b
from service.domain.monev.kuesioner import Kategori, Kuesioner, Pertanyaan
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.monev import isi
from service.web.monev.isi import Soal
from service.web.monev.pintu import BELUM
from tests.web.contoh.rangka import BERANDA, Pages, at

MUKA = "/contoh/monev"
SATU = Pertanyaan("1.1", "a", "Apakah Daftar Informasi Publik diumumkan?", sumber=("dip",))
DUA = Pertanyaan("1.2", "a", "Apakah laporan layanan tahunan diumumkan?", "Pilih laporannya.")
SEMUA = Kuesioner(
    2025,
    "Monev contoh 2025",
    "Susunan contoh.",
    {"a": Kategori("a", "Jenis informasi", 100)},
    (SATU, DUA),
)
DIP = Calon(b.SUMBER, "dip", "Daftar Informasi Publik, Edisi 1 Tahun 2026", "ab" * 32, publik=True)
FILE = Calon(b.FILE, "f1", "maklumat.pdf", sebab="di gerbang: menunggu keputusan", bukti="b1")
SOAL = [Soal(SATU, (DIP,)), Soal(DUA, (FILE,))]
SUSUN = Formulir("/kirim/susun", "Susun ZIP bukti", (Kelompok("", ()),), jaga=False)
UNGGAH = Formulir(
    "/kirim/file",
    "Unggah bukti",
    (Kelompok("", (Ruas("file", "File bukti", jenis="file", petunjuk="PDF.", wajib=False),)),),
    berlampiran=True,
)
LEPAS = Formulir(
    "/kirim/lepas",
    "Lepaskan bukti ini",
    (
        Kelompok(
            "", (Ruas("bukti", "Bukti", jenis="pilih", pilihan=(Pilihan("b1", "maklumat.pdf"),)),)
        ),
    ),
)

PAGES: Pages = {
    "monev-belum": ("monev/belum.html", {"jejak": [BERANDA], "kosong": BELUM}),
    "monev": (
        "monev/daftar.html",
        {
            **at("daftar"),
            "judul": SEMUA.judul,
            "jejak": [BERANDA],
            "kata": f"Dinas Contoh. {SEMUA.catatan}",
            "saring": [
                Ruas("instansi", "Instansi", "a", "pilih", pilihan=(Pilihan("a", "Dinas"),))
            ],
            "alamat": MUKA,
            "kabar_zip": Pemberitahuan("ZIP disusun: 1 file. 1 bukti tidak ikut.", "perhatian"),
            "unduh": "/bagian",
            "formulir": SUSUN,
            "tabel": isi.table(SEMUA, SOAL, MUKA),
        },
    ),
    "monev_satu": (
        "monev/satu.html",
        {
            **at("daftar"),
            "judul": "Pertanyaan 1.2",
            "jejak": [BERANDA, Tautan("Monev", MUKA)],
            "tanya": DUA.tanya,
            "petunjuk": DUA.petunjuk,
            "tabel": isi.evidence(SOAL[1], deciding=True),
            "formulir": {"baris": isi.piece_form("/kirim"), "file": UNGGAH, "lepas": LEPAS},
        },
    ),
}
