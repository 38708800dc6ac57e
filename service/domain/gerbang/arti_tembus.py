"""What each kind of hit means, how much it weighs, and what a clerk can do about it."""

from __future__ import annotations

from service.domain.akibat import ARTI
from service.domain.gerbang import pribadi
from service.domain.gerbang.arti_kantor import KANTOR
from service.domain.gerbang.bobot import BERAT, BERSIHKAN, MUTLAK, RINGAN, SEDANG, ArtiTembus

_HITAMKAN = "Hitamkan bila tidak boleh diketahui umum, atau lepaskan dengan alasan."
# Both open every other register; no office may publish them (UU 27/2022).
_GANTI = "Hitamkan, atau unggah file yang tidak memuatnya."

_UMUM: dict[str, ArtiTembus] = {
    "tak_terperiksa": ArtiTembus(
        "Tidak dapat diperiksa",
        "Isi file ini tidak dapat diperiksa, jadi tidak diumumkan. Unggah file yang utuh dan tidak "
        "terkunci.",
        MUTLAK,
    ),
    "terperiksa_sebagian": ArtiTembus(
        "Baru sebagian diperiksa",
        "File ini terlalu panjang untuk diperiksa seluruhnya. Bagi menjadi beberapa file, atau "
        "umumkan salinan yang dibuatkan.",
        MUTLAK,
    ),
    "kurang_teliti": ArtiTembus(
        "Jenis tak terperiksa teliti",
        "Yang tersembunyi di dalam jenis file ini tidak dapat dicari seteliti di Word, Excel, atau "
        "PDF. Umumkan salinan yang dibuatkan, atau unggah sebagai salah satunya.",
        MUTLAK,
    ),
    "pindaian": ArtiTembus(
        "Halaman pindaian",
        "Halaman ini gambar, jadi tulisannya tidak terperiksa mesin. Baca sendiri halamannya, "
        "lalu lepaskan dengan alasan atau hitamkan bagian yang tidak boleh diketahui umum.",
        SEDANG,
    ),
    "properti": ArtiTembus(
        "Keterangan pembuat",
        "File ini menyimpan nama orang, kantor, atau letak file di komputer pembuatnya. "
        + BERSIHKAN,
        RINGAN,
    ),
    "komentar": ArtiTembus("Komentar", f"Ada komentar penyuntingnya. {BERSIHKAN}", BERAT),
    "teks_samar": ArtiTembus(
        "Tulisan sewarna latarnya",
        f"Ada tulisan yang tidak tampak karena warnanya sama dengan latarnya. {BERSIHKAN}",
        BERAT,
    ),
    "tautan_jalur": ArtiTembus(
        "Tautan ke komputer sendiri",
        f"Ada tautan ke letak file di komputer atau jaringan kantor. {BERSIHKAN}",
        RINGAN,
    ),
    "objek_tertanam": ArtiTembus(
        "File di dalam file", f"Ada file lain yang ikut terbawa di dalamnya. {BERSIHKAN}", BERAT
    ),
    "miniatur": ArtiTembus(
        "Gambar kecil isi lama",
        f"Ada gambar kecil yang dapat menampilkan isi sebelum diubah. {BERSIHKAN}",
        SEDANG,
    ),
    "bentuk_tersembunyi": ArtiTembus(
        "Bentuk tersembunyi", f"Ada kotak teks atau gambar yang disembunyikan. {BERSIHKAN}", BERAT
    ),
    "gambar_berlokasi": ArtiTembus(
        "Lokasi pengambilan gambar",
        f"Gambar ini menyimpan letak (GPS) tempat diambil. {BERSIHKAN}",
        BERAT,
    ),
    "gambar_keterangan": ArtiTembus(
        "Keterangan di dalam gambar",
        f"Gambar ini menyimpan keterangan tentang pembuat atau alatnya. {BERSIHKAN}",
        RINGAN,
    ),
    "gambar_terpotong": ArtiTembus(
        "Gambar yang dipotong",
        "Sebagian gambar tidak tampak karena dipotong, tetapi masih utuh di dalam file. "
        + BERSIHKAN,
        SEDANG,
    ),
}

_PDF: dict[str, ArtiTembus] = {
    "pdf_versi_lama": ArtiTembus(
        "Versi lama", f"Isi sebelum diubah terakhir kali masih tersimpan. {BERSIHKAN}", BERAT
    ),
    "pdf_sisa": ArtiTembus(
        "Sisa yang dihapus",
        f"Halaman, gambar, atau tulisan yang dihapus masih tertinggal di file ini. {BERSIHKAN}",
        BERAT,
    ),
    "pdf_lampiran": ArtiTembus(
        "File di dalam PDF", f"PDF ini membawa file lain di dalamnya. {BERSIHKAN}", BERAT
    ),
    "pdf_anotasi": ArtiTembus(
        "Catatan di halaman", f"Ada catatan atau tanda yang ditempelkan. {BERSIHKAN}", BERAT
    ),
    "pdf_lapisan": ArtiTembus(
        "Lapisan tersembunyi", f"Ada lapisan yang tidak tampak saat dibuka. {BERSIHKAN}", BERAT
    ),
    "pdf_teks_tertutup": ArtiTembus(
        "Tulisan di balik tutup",
        "Ada tulisan yang hanya ditutupi kotak atau gambar dan masih dapat disalin. Hitamkan di "
        "sini agar tulisannya benar-benar hilang.",
        BERAT,
    ),
    "pdf_teks_tak_tampak": ArtiTembus(
        "Tulisan tak tampak",
        "Ada tulisan tak tampak yang tidak ada padanannya di gambar halaman. "
        "Umumkan salinan yang dibuatkan.",
        BERAT,
    ),
    "pdf_lapisan_pindaian": ArtiTembus(
        "Lapisan tulisan pindaian",
        "Tulisan tak tampak di atas pindaian dapat berbeda dari gambarnya. Bandingkan keduanya, "
        "atau umumkan salinan yang dibuatkan.",
        RINGAN,
    ),
    "pdf_teks_luar": ArtiTembus(
        "Tulisan di luar halaman",
        f"Ada tulisan di luar tepi halaman yang tidak tampak. {BERSIHKAN}",
        BERAT,
    ),
    "pdf_data_program": ArtiTembus(
        "Data program pembuat",
        f"Program pembuatnya menyimpan data sendiri di dalam PDF ini. {BERSIHKAN}",
        SEDANG,
    ),
}

_PRIBADI: dict[str, ArtiTembus] = {
    jenis: ArtiTembus(label, f"Tertulis {kata}. {_GANTI if berat == MUTLAK else _HITAMKAN}", berat)
    for jenis, label, kata, berat in (
        (pribadi.NIK, "NIK", "nomor induk kependudukan seseorang", MUTLAK),
        (pribadi.KK, "Nomor KK", "nomor kartu keluarga", MUTLAK),
        (pribadi.NIP, "NIP", "nomor induk pegawai", RINGAN),
        (pribadi.NPWP, "NPWP", "nomor pokok wajib pajak", SEDANG),
        (pribadi.PONSEL, "Nomor ponsel", "nomor ponsel", SEDANG),
        (pribadi.TELEPON, "Nomor telepon", "nomor telepon", RINGAN),
        (pribadi.SUREL, "Alamat surel", "alamat surel seseorang", SEDANG),
        (pribadi.SUREL_KANTOR, "Alamat surel kantor", "alamat surel kantor", RINGAN),
        (pribadi.REKENING, "Nomor rekening", "nomor rekening bank", BERAT),
        (pribadi.BPJS, "Nomor BPJS", "nomor kepesertaan BPJS", BERAT),
        (pribadi.PASPOR, "Nomor paspor", "nomor paspor", BERAT),
        (pribadi.LAHIR, "Tanggal lahir", "tanggal lahir seseorang", SEDANG),
    )
}

JENIS: dict[str, ArtiTembus] = _UMUM | KANTOR | _PDF | _PRIBADI
# Found when the file came in, and told of in those words: what acts is never let pass as it is.
_BERTINDAK = frozenset(
    {
        "makro",
        "makro_xlm",
        "activex",
        "dde",
        "program_tertanam",
        "templat_luar",
        "sandi_bawaan",
        "dua_bacaan",
        "pdf_skrip",
        "pdf_luncur",
        "pdf_kirim_isian",
        "pdf_buka_sendiri",
        "pdf_xfa",
        "pdf_media",
    }
)


def meaning(jenis: str) -> ArtiTembus:
    """What a kind of hit means; what was found when the file came in keeps its own words."""
    if jenis in JENIS:
        return JENIS[jenis]
    if jenis not in ARTI:
        return JENIS["tak_terperiksa"]
    found = ARTI[jenis]
    return ArtiTembus(found.label, found.kata, MUTLAK if jenis in _BERTINDAK else SEDANG)
