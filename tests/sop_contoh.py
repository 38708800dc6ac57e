"""SOPs of an office that is plainly a sample, written as its authors would write them."""

from __future__ import annotations

import random

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


def bahan() -> dict[str, Bahan]:
    """The things of the sample office."""
    things, found = read_bahan("contoh/bahan.toml", BAHAN)
    assert found == []
    return things


def sop(text: str, kode: str = "contoh") -> Sop:
    """A sample as the reader of SOPs reads it."""
    one, found = read_text(kode, f"contoh/sop/{kode}.toml", text, bahan(), ["rapat"])
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
