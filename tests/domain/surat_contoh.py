"""Letters of offices that do not exist, in the shapes real ones have."""

from __future__ import annotations

from service.config import CODE
from service.domain.aturan import Aturan
from service.domain.bacaan import Bacaan
from service.domain.kenali import usulan
from service.domain.kenali_baca import read_text
from service.domain.kiriman import File, Usul

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def umum() -> Aturan:
    """The common rules, as they are delivered."""
    aturan, found = read_text("umum/kenali.toml", KENALI)
    assert aturan and not found
    return aturan


KENALI = (CODE / "templates_docx" / "umum" / "kenali.toml").read_text()


def file(nama: str = "surat.docx", id_: str = "f1", akhir: str = "diterima") -> File:
    return File(id_, "k", nama, "0" * 64, 10, WORD, akhir=akhir)


def read(*halaman: str, nama: str = "surat.docx", mime: str = WORD) -> tuple[Usul, ...]:
    """What the machine proposes for a file with these pages."""
    return usulan(umum(), file(nama), Bacaan(mime, len(halaman), halaman), None)


def of(usul: tuple[Usul, ...], ruas: str) -> list[str]:
    """The values proposed for a ruas, surest first."""
    return [one.nilai for one in usul if one.ruas == ruas]


PERMOHONAN = """\
LEMBAGA CONTOH PEDULI INFORMASI
Jalan Contoh Nomor 12, Kota Contoh

Nomor    : 12/A/XI/2026                              Kota Contoh, 3 November 2026
Sifat    : Biasa
Lampiran : 1 (satu) berkas
Hal      : Permohonan Informasi Publik tentang realisasi anggaran
           perjalanan dinas tahun 2025

Yth. Pejabat Pengelola Informasi dan Dokumentasi
Dinas Contoh
di Tempat

Berdasarkan Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik, dengan
ini kami mengajukan permohonan untuk memperoleh informasi sebagai berikut dan menindaklanjuti
surat Nomor 9/B/X/2026 tanggal 1 Oktober 2026.

Hormat kami,

Contoh Pemohon
"""

UNDANGAN = """\
PEMERINTAH KOTA CONTOH
DINAS KOMUNIKASI DAN INFORMATIKA
Jalan Percobaan 1 Telepon (000) 123456

Kota Contoh, 5 Nopember 2026

Nomor   : 005/ 114 /Kominfo/2026
Sifat   : Segera
Perihal : Undangan Rapat Pembahasan Daftar Informasi Publik

Kepada
Yth. Kepala Bidang Contoh

Mengharap kehadiran Saudara pada
hari/tanggal : Jum'at, 13 Nopember 2026
tempat : Ruang Rapat Contoh
acara : pembahasan daftar informasi yang akan ditetapkan
"""

NOTA_DINAS = """\
NOTA DINAS
Yth.\tPejabat Pengelola Informasi dan Dokumentasi
Dari\tBidang Satu Contoh
Hal\tUsulan Daftar Informasi Publik
Tanggal\t21 November 2026

Bersama ini kami sampaikan usulan Daftar Informasi Publik Dinas Contoh untuk ditetapkan.
Daftar terlampir dalam bentuk tabel.
Contoh Pegawai
"""

SK = """\
KEPALA DINAS CONTOH
KEPUTUSAN KEPALA DINAS CONTOH
NOMOR 23 TAHUN 2026
TENTANG
PENETAPAN DAFTAR INFORMASI PUBLIK
DI LINGKUNGAN DINAS CONTOH
Menimbang : a. bahwa untuk melaksanakan ketentuan Pasal 9 perlu ditetapkan daftar informasi;
Mengingat : 1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
            2. Peraturan Pemerintah
               Nomor 61 Tahun 2010 tentang pelaksanaan undang-undang itu;
MEMUTUSKAN
Ditetapkan di Kota Contoh
pada tanggal 17 November 2026
"""

# The shapes of the five SOPs: on one sheet, in two columns, in a table, and read by a scanner.
SOP_SEBARIS = """\
STANDAR OPERATING PROCEDURES
KEMENTERIAN CONTOH
REPUBLIK CONTOH
BIRO CONTOH MASYARAKAT
NOMOR SOP : 7/SOP/KEMENCONTOH/HUMAS/01/2023
TGL. PEMBUATAN : 10 November 2021
TGL. REVISI : 9 Januari 2023
TGL. EFEKTIF : 2 Januari 2023
DISAHKAN OLEH : Kepala Biro Contoh,
NAMA SOP : PENGUMPULAN CONTOH INFORMASI PUBLIK
DASAR HUKUM:
1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
2. Peraturan Menteri Contoh Nomor 5 Tahun 2020 tentang Organisasi dan Tata Kerja;
"""

SOP_BERKOLOM = """\
PEMERINTAH PROVINSI CONTOH
SEKRETARIAT DAERAH
BIRO CONTOH

NOMOR SOP
Tanggal Pembuatan
Tanggal Revisi
Tanggal Pengesahan

800/1004 /BC/2021
22 November 2021
3 Agustus 2023
Agustus 2023

Disahkan Oleh:
KEPALA BIRO CONTOH
Dasar Hukum:
1. UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;
"""

SOP_BERTABEL = """\
**Pemerintah Kota Contoh
Dinas Komunikasi Contoh**

No SOP : 31.h/Kominfo/066/II/2022

Tanggal Pengesahan : 14 Februari 2022

Nama SOP : PENDOKUMENTASIAN CONTOH YANG DIKECUALIKAN
Dasar Hukum:
1. Undang-undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik
2. Keputusan Kepala Biro Contoh No 01 Tahun 2010 tentang Informasi Dikecualikan
"""

SOP_TANPA_NOMOR = """\
SOP Pengelolaan Contoh PPID
No\tKegiatan\tPelaksana\t\tMutu Baku\tKeterangan
1\tMenyediakan data dan informasi publik sesuai aturan yang berlaku\t\t1 hari\tLaporan
2\tMenyerahkan daftar informasi dan fisik informasi dalam format digital\t\t1 hari\tTanda Terima
3\tMendokumentasikan daftar informasi sesuai ketentuan dalam UU Kearsipan\t\t1 jam\tLaporan
"""

SOP_PINDAIAN = """\
 Nama SOP Penetapan dan Pemutakhiran Contoh
Dasar Hukum : Kualifikasi pelaksana :
1. Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi 1. Pendidikan minimal
Pelaksana Mutu Baku
No. : Kasub/ |Sekretaris / Kepala
Kegiatan Kepala Kepala ConT;0h;!satu Dinas Kelengkapan Waktu Output Ket
1 [Mengumpulkan contoh dan dokumentasi yang 1. UU No. 14 Tahun 2008 [Secara Data
berkualitas dan relevan sesuai dengan tupoksi ( ) 2. UU No. 25 Tahun 2009 |berkala dan [dan
untuk dikoreksi yang kemudian disampaikan ke v 3.UU No. 23 Tahun 2013 |merta dan
Contoh apabila sudah sesuai, apabila /\\ 4.PP 6_1 Tahun 2010
belum maka dikembalikan untuk diperbaiki NS 5. Perki No. 1 Tahun 2010
diklasifikasi dan diidentifikasi berdasarkan sifat 3. Ul-J No. 23 Tahun |setiap saat [dan
dilengkapi . T ¢ contoh yang telah diklasifikasi [1 hari Data [SOP
"""

TABEL_DIP = (
    "DAFTAR INFORMASI PUBLIK (CONTOH)\n\n"
    "No\tRingkasan Isi Informasi\tPejabat/Unit/Satuan Kerja yang Menguasai Informasi\t"
    "Penanggung Jawab Pembuatan atau Penerbitan Informasi\tWaktu dan Tempat Pembuatan Informasi\t"
    "Format/Bentuk Informasi yang Tersedia\tJangka Waktu Penyimpanan atau Retensi Arsip\n"
    "(1)\t(2)\t(3)\t(4)\t(5)\t(6)\t(7)\n1\tContoh profil\tBidang Satu\tSekretaris\t2026\tcetak\t5\n"
)
TABEL_DIK = (
    "No\tInformasi\tDasar Hukum Pengecualian\tKonsekuensi/Pertimbangan bagi Publik\t\tJangka Waktu"
    "\n\t\t\tDibuka\tDitutup\t\n1\tContoh\tPasal 17 huruf c\tmembahayakan\tmelindungi\t5 tahun\n"
)
