"""SOPs of an office that is plainly a sample, written as its authors would write them."""

from __future__ import annotations

import random
from collections.abc import Iterable

from service.domain.sop.baca import read_text
from service.domain.sop.bahan import Bahan, read_bahan
from service.domain.sop.bentuk import Sop

BAHAN = """
[surat_contoh]
nama  = "Surat contoh"
wujud = "naskah"

[tanda_contoh]
nama  = "Tanda terima contoh"
wujud = "tanda"

[dip_contoh]
nama  = "Daftar Informasi Publik contoh"
wujud = "edisi"
[dokumen]
nama = "Dokumen contoh"
wujud = "kiriman"
cukup = "diterima"
[register]
nama = "Nomor register"
wujud = "nomor"
[undangan]
nama = "Undangan"
wujud = "naskah"
cukup = "disetujui"
[berita_acara]
nama = "Berita acara"
wujud = "naskah"
bukti = "berita_acara"
[sk]
nama = "Surat keputusan"
wujud = "naskah"
bukti = "sk"
[persetujuan_pimpinan]
nama = "Persetujuan pimpinan"
wujud = "tanda"
bukti = "persetujuan"
[dip]
nama = "Daftar Informasi Publik"
wujud = "edisi"
[dik]
nama = "Daftar Informasi yang Dikecualikan"
wujud = "edisi"
[siap]
nama = "Laporan kesiapan"
wujud = "tanda"
[fisik]
nama = "Berkas fisik"
wujud = "fisik"
"""

# A decision with a return to the one before it, a call of another SOP, and an early end.
PUTUSAN = """
nomor = "1/CONTOH/2026"
nama  = "Contoh Keputusan <Publik> & Pengembalian"

[identitas]
instansi    = ["DINAS CONTOH", "BIDANG CONTOH"]
dibuat      = "1 Januari 2026"
efektif     = "2 Januari 2026"
dasar_hukum = ["Undang-Undang Contoh", "Peraturan Contoh"]
peringatan  = ["Contoh peringatan."]

[identitas.pengesah]
nama    = "Pejabat Contoh"
jabatan = "Kepala Dinas Contoh"
nip     = "19700101 199001 1 001"

[pelaksana]
petugas = { sebutan = "Petugas Contoh", peran = "tim_sekretariat", kelompok = "Sekretariat" }
kepala  = { sebutan = "Kepala Bidang Contoh", peran = "ppid", kelompok = "Pimpinan" }
atasan  = { sebutan = "Atasan PPID Contoh", peran = "atasan_ppid", kelompok = "Pimpinan" }

[[langkah]]
id        = "terima"
kegiatan  = "Menerima surat contoh"
pelaksana = ["petugas"]
waktu     = "10 menit"
keluaran  = ["tanda_contoh"]

[[langkah]]
id        = "periksa"
kegiatan  = "Memeriksa surat contoh"
pelaksana = ["kepala"]
bersama   = ["petugas"]
waktu     = "1 jam"
cabang    = { ya = "berikut", tidak = "terima", batal = "selesai" }

[[langkah]]
id        = "rapat"
kegiatan  = "Membahas surat contoh dalam rapat"
pelaksana = ["kepala"]
rujukan   = "rapat"
waktu     = "1 hari"

[[langkah]]
id          = "tetapkan"
kegiatan    = "Menetapkan surat contoh"
pelaksana   = ["atasan"]
kelengkapan = ["tanda_contoh"]
waktu       = "15 menit"
keluaran    = ["surat_contoh"]
keterangan  = "Contoh keterangan"
cabang      = { setuju = "berikut", perbaiki = "periksa" }
tafsir      = ["cabang", "keterangan"]
tertulis    = { kelengkapan = "Tanda terima sebagaimana tertulis" }

[[langkah]]
tafsir    = true
id        = "simpan"
kegiatan  = "Menyimpan tembusan contoh"
pelaksana = ["petugas"]

[[langkah]]
id        = "kirim"
kegiatan  = "Mengirim surat contoh"
pelaksana = ["petugas"]
waktu     = "5 menit"
"""

# Acts within a row, rows per unit, and butir that part and meet again.
TAHAP = """
nama = "SOP Contoh Serah Terima"

[pelaksana]
unit    = { sebutan = "Unit Contoh", peran = "unit" }
petugas = { sebutan = "Petugas Contoh", peran = "tim_sekretariat" }
ppid    = { sebutan = "PPID Contoh", peran = "ppid" }

[[langkah]]
id        = "kumpul"
kegiatan  = "Mengumpulkan daftar contoh"
pelaksana = ["unit"]
untuk     = "unit"

[[langkah]]
id        = "serah"
kegiatan  = "Menyerahkan dan menerima berkas contoh"
pelaksana = ["unit"]
untuk     = "unit"

[[langkah.tahap]]
id        = "serahkan"
kegiatan  = "Menyerahkan"
pelaksana = ["unit"]

[[langkah.tahap]]
id        = "terima"
kegiatan  = "Menerima"
pelaksana = ["petugas"]
cabang    = { lengkap = "berikut", kembali = "kumpul" }

[[langkah]]
id        = "putus"
kegiatan  = "Memutus setiap butir contoh"
pelaksana = ["ppid"]
untuk     = "butir"

[langkah.cabang]
terbuka      = "berikut"
sebagian     = "berikut"
dikecualikan = "berikut"
ulang        = "putus"

[[langkah]]
id        = "umumkan"
kegiatan  = "Mengumumkan butir contoh yang terbuka"
pelaksana = ["petugas"]
hanya     = ["terbuka", "sebagian"]

[[langkah]]
id        = "simpan"
kegiatan  = "Menyimpan butir contoh yang dikecualikan"
pelaksana = ["petugas"]
hanya     = ["dikecualikan", "sebagian"]

[[langkah]]
id        = "lapor"
kegiatan  = "Melaporkan"
pelaksana = ["petugas", "ppid"]

[[identitas.tanda_tangan]]
sebagai = "Disusun oleh"
nama    = "Penyusun Contoh"
jabatan = "Analis Contoh"

[[identitas.tanda_tangan]]
sebagai = "Disetujui oleh"
nama    = "Pejabat Contoh"
jabatan = "Kepala Dinas Contoh"
"""


# A test of consequences with its two lists: items part after the decree.
UJI = """
nama = "Uji konsekuensi contoh"
[buka]
kiriman = ["permohonan_informasi"]
tenggat = "permohonan"
[pelaksana]
tim_sekretariat = "Tim Sekretariat"
atasan_ppid = "Atasan PPID"
[[langkah]]
id = "terima"
kegiatan = "Menerima permohonan"
pelaksana = ["tim_sekretariat"]
kelengkapan = ["dokumen"]
waktu = "10 menit"
keluaran = ["register"]
[[langkah]]
id = "rapat"
kegiatan = "Rapat"
pelaksana = ["tim_sekretariat"]
waktu = "1 hari"
keluaran = ["undangan", "berita_acara"]
cabang = { cukup = "berikut", lagi = "terima" }
[[langkah]]
id = "penetapan"
kegiatan = "Menetapkan"
pelaksana = ["atasan_ppid"]
kelengkapan = ["berita_acara"]
keluaran = ["sk"]
untuk = "butir"
cabang = { terbuka = "berikut", sebagian = "berikut", dikecualikan = "berikut", kembali = "rapat" }
[[langkah]]
id = "umumkan"
kegiatan = "Memasukkan ke DIP"
pelaksana = ["tim_sekretariat"]
hanya = ["terbuka", "sebagian"]
kelengkapan = ["sk"]
keluaran = ["dip"]
[[langkah]]
id = "masuk_dik"
tafsir = true
kegiatan = "Memasukkan ke DIK"
pelaksana = ["tim_sekretariat"]
hanya = ["dikecualikan", "sebagian"]
kelengkapan = ["sk"]
keluaran = ["dik"]
"""

# A monthly round: each unit walks the first two rows for itself, and the last calls another SOP.
PUTARAN = """
nama = "Putaran contoh"
berkala = "1 bulan"
[pelaksana]
unit = "Unit"
tim_sekretariat = "Tim Sekretariat"
[[langkah]]
id = "sediakan"
kegiatan = "Menyediakan"
pelaksana = ["unit"]
untuk = "unit"
keluaran = ["siap"]
[[langkah]]
id = "periksa"
kegiatan = "Memeriksa"
pelaksana = ["tim_sekretariat"]
untuk = "unit"
cabang = { sesuai = "berikut", lengkapi = "sediakan" }
[[langkah]]
id = "laporkan"
kegiatan = "Melaporkan"
pelaksana = ["tim_sekretariat"]
cabang = { ya = "berikut", tidak = "sediakan" }
[[langkah]]
id = "uji"
kegiatan = "Menguji"
pelaksana = ["tim_sekretariat"]
rujukan = "uji"
"""

# A hand-over in one act, and one that both sides confirm in acts of their own.
SERAH = """
nama = "Serah terima contoh"
[pelaksana]
unit = "Unit"
pengelola_arsip = "Arsip"
[[langkah]]
id = "serah"
kegiatan = "Menyerahkan berkas"
pelaksana = ["unit"]
bersama = ["pengelola_arsip"]
keluaran = ["fisik"]
"""
SERAH_DUA = """
nama = "Serah terima dua pihak contoh"
[pelaksana]
unit = "Unit"
pengelola_arsip = "Arsip"
[[langkah]]
id = "siapkan"
kegiatan = "Menyiapkan"
pelaksana = ["unit"]
keluaran = ["siap"]
[[langkah]]
id = "serah"
kegiatan = "Menyerahkan berkas"
pelaksana = ["unit"]
[[langkah.tahap]]
id = "beri"
kegiatan = "Menyerahkan"
pelaksana = ["unit"]
[[langkah.tahap]]
id = "terima"
kegiatan = "Menerima"
pelaksana = ["pengelola_arsip"]
keluaran = ["fisik"]
cabang = { terima = "berikut", kembali = "siapkan" }
"""


def bahan() -> dict[str, Bahan]:
    """The things of the sample office."""
    things, found = read_bahan("contoh/bahan.toml", BAHAN)
    assert found == []
    return things


def sop(text: str, kode: str = "contoh", lain: Iterable[str] = ("rapat", "uji")) -> Sop:
    """A sample as the reader of SOPs reads it; `lain` are the SOPs that it may call."""
    one, found = read_text(kode, f"contoh/sop/{kode}.toml", text, bahan(), set(lain))
    assert one is not None, [str(fault) for fault in found]
    return one


def panjang(rows: int = 15, seed: int = 1) -> str:
    """An SOP of so many rows with decisions, returns, skips and people who work together."""
    dice = random.Random(seed)  # the same for the same number
    actors = [f"pihak_{n}" for n in range(dice.randint(1, 6))]
    lines = ['nama = "Contoh Panjang"', "[pelaksana]"]
    lines += [f'{one} = {{ sebutan = "Pihak {one[-1]} Contoh", peran = "ppid" }}' for one in actors]
    for n in range(rows):
        own = dice.sample(actors, dice.randint(1, min(3, len(actors))))
        words = " ".join(["Mengerjakan", "bagian", "contoh"] * dice.randint(1, 9))
        lines += ["", "[[langkah]]", f'id = "l{n}"', f'kegiatan = "{words} baris-{n}."']
        lines += [f'pelaksana = ["{own[0]}"]', f"bersama = {own[1:]}".replace("'", '"')]
        goals = {"ya": "berikut"}
        for name in ("tidak", "perbaiki", "lengkapi_lagi", "lewati")[
            : dice.choice((0, 0, 1, 2, 4))
        ]:
            goals[name] = f"l{dice.randrange(rows)}" if dice.random() < 0.9 else "selesai"
        if len(goals) > 1:
            inner = ", ".join(f'{name} = "{goal}"' for name, goal in goals.items())
            lines.append(f"cabang = {{ {inner} }}")
        if dice.random() < 0.1:
            lines.append('rujukan = "rapat"')
    return "\n".join(lines)
