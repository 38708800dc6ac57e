"""The columns that a unit's list may have, by the law's words and by those that units use."""

from __future__ import annotations

from service.domain.dip import LAJUR as HUKUM

DIP, DIK = "dip", "dik"
SEBUTAN = {DIP: "Daftar Informasi Publik", DIK: "Daftar Informasi yang Dikecualikan"}

NO, KODE, ASAL = "no", "kode", "baris_asal"
JUDUL, RINGKASAN = "judul", "ringkasan"
PENGUASA, PENANGGUNG = "penguasa", "penanggung_jawab"
WAKTU, TEMPAT, WAKTU_TEMPAT = "waktu", "tempat", "waktu_tempat"
BENTUK, CETAK, ELEKTRONIK = "bentuk", "bentuk_cetak", "bentuk_elektronik"
RETENSI, AKTIF, INAKTIF, NASIB = "retensi", "retensi_aktif", "retensi_inaktif", "nasib_akhir"
KATEGORI, TAUTAN, KETERANGAN = "kategori", "tautan", "keterangan"
K_BERKALA, K_SERTA_MERTA, K_SETIAP_SAAT = "k_berkala", "k_serta_merta", "k_setiap_saat"
K_DIKECUALIKAN = "k_dikecualikan"
DASAR, DIBUKA, DITUTUP, JANGKA = "dasar_hukum", "dibuka", "ditutup", "jangka_waktu"
KONSEKUENSI = "konsekuensi"  # stands above two columns, is none itself

LABEL = {
    **{name: HUKUM[name] for name in (NO, RINGKASAN, PENGUASA, PENANGGUNG, WAKTU_TEMPAT, BENTUK)},
    RETENSI: HUKUM["retensi"],
    KODE: "Kode",
    ASAL: "Baris asal",
    JUDUL: "Judul Informasi",
    WAKTU: "Waktu Pembuatan Informasi",
    TEMPAT: "Tempat Pembuatan Informasi",
    CETAK: "Bentuk: Cetak",
    ELEKTRONIK: "Bentuk: Elektronik",
    AKTIF: "Retensi Aktif",
    INAKTIF: "Retensi Inaktif",
    NASIB: "Nasib Akhir",
    KATEGORI: "Kategori Informasi",
    TAUTAN: "Tautan",
    KETERANGAN: "Keterangan",
    K_BERKALA: "Kategori: Berkala",
    K_SERTA_MERTA: "Kategori: Serta-Merta",
    K_SETIAP_SAAT: "Kategori: Setiap Saat",
    K_DIKECUALIKAN: "Kategori: Dikecualikan",
    DASAR: "Dasar Hukum Pengecualian",
    DIBUKA: "Konsekuensi/Pertimbangan bagi Publik: Dibuka",
    DITUTUP: "Konsekuensi/Pertimbangan bagi Publik: Ditutup",
    JANGKA: "Jangka Waktu",
}

# What a row must say, and the columns of which any says it.
WAJIB: dict[str, dict[str, tuple[str, ...]]] = {
    DIP: {
        RINGKASAN: (RINGKASAN, JUDUL),
        PENGUASA: (PENGUASA,),
        PENANGGUNG: (PENANGGUNG,),
        WAKTU_TEMPAT: (WAKTU_TEMPAT, WAKTU),
        BENTUK: (BENTUK, CETAK, ELEKTRONIK),
        RETENSI: (RETENSI, AKTIF, INAKTIF),
    },
    DIK: {
        RINGKASAN: (RINGKASAN, JUDUL),
        DASAR: (DASAR,),
        DIBUKA: (DIBUKA,),
        DITUTUP: (DITUTUP,),
        JANGKA: (JANGKA,),
    },
}

# Below a column that is split: what stands there, and what it then is.
BAWAH: dict[str, dict[str, str]] = {
    BENTUK: {
        "cetak": CETAK,
        "tercetak": CETAK,
        "hardcopy": CETAK,
        "hard copy": CETAK,
        "elektronik": ELEKTRONIK,
        "softcopy": ELEKTRONIK,
        "soft copy": ELEKTRONIK,
        "online": ELEKTRONIK,
        "online link": ELEKTRONIK,
        "digital": ELEKTRONIK,
        "link": TAUTAN,
        "tautan": TAUTAN,
    },
    RETENSI: {
        "aktif": AKTIF,
        "inaktif": INAKTIF,
        "in aktif": INAKTIF,
        "nasib akhir": NASIB,
        "keterangan": NASIB,
    },
    WAKTU_TEMPAT: {"waktu": WAKTU, "tanggal": WAKTU, "tahun": WAKTU, "tempat": TEMPAT},
    WAKTU: {"waktu": WAKTU, "tanggal": WAKTU, "tahun": WAKTU, "tempat": TEMPAT},
    KATEGORI: {
        "berkala": K_BERKALA,
        "serta merta": K_SERTA_MERTA,
        "setiap saat": K_SETIAP_SAAT,
        "dikecualikan": K_DIKECUALIKAN,
    },
    KONSEKUENSI: {"dibuka": DIBUKA, "ditutup": DITUTUP},
}
