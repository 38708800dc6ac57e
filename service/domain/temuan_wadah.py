"""What is found in Office files, archives and letters by mail."""

from __future__ import annotations

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    TIDAK_DAPAT_DIPROSES,
    Arti,
)

_TAK_DIPROSES: dict[str, Arti] = {
    "dua_wujud": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Dua file dalam satu",
        "File ini dapat dibaca sebagai dua file yang berbeda, jadi isinya tidak dapat dipercaya. "
        "File ditahan dan tidak dibuka; minta pengirim mengirim tiap file tersendiri.",
    ),
    "halaman_web": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Halaman web",
        "File ini halaman web atau gambar berskrip, apa pun namanya, dan dapat mengambil isi dari "
        "luar. File ditahan dan tidak dibuka; minta pengirim mengirimnya sebagai PDF.",
    ),
    "nama_keluar": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Isi menunjuk keluar",
        "Arsip ini memuat file yang hendak menimpa file lain di komputer pembukanya. Arsip ditahan "
        "dan tidak dibongkar; minta pengirim mengirim file-filenya tersendiri.",
    ),
    "anggota_tautan": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Isi berupa tautan",
        "Arsip ini memuat tautan ke file lain, bukan filenya. Arsip ditahan dan tidak dibongkar; "
        "minta pengirim mengirim file-filenya tersendiri.",
    ),
    "anggota_kembar": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Isi bernama kembar",
        "Di dalam file ini ada dua bagian bernama sama, sehingga dua program dapat menampilkan isi "
        "yang berbeda. File ditahan; minta pengirim menyimpan ulang lalu mengirimnya lagi.",
    ),
    "anggota_terlalu_banyak": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Terlalu banyak isi",
        "File ini memuat terlalu banyak file di dalamnya. File ditahan dan tidak dibongkar; minta "
        "pengirim membaginya menjadi beberapa arsip.",
    ),
    "arsip_bersarang": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Arsip berlapis-lapis",
        "Di dalam arsip ini ada arsip yang masih memuat arsip lagi. Arsip ditahan dan tidak "
        "dibongkar; minta pengirim mengirim file-filenya tanpa dibungkus berlapis.",
    ),
    "arsip_kosong": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Arsip kosong",
        "Arsip ini tidak memuat satu file pun. Minta pengirim mengirim ulang.",
    ),
    "mengembang": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Isinya membengkak",
        "File ini kecil, tetapi isinya membengkak tidak wajar bila dibuka. File ditahan dan tidak "
        "dibuka; minta pengirim menyimpan ulang lalu mengirimnya lagi.",
    ),
    "ukuran_bohong": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Daftar isi tidak cocok",
        "Daftar isi file ini tidak cocok dengan isinya yang sebenarnya. File ditahan dan tidak "
        "dibuka; minta pengirim menyimpan ulang lalu mengirimnya lagi.",
    ),
    "dtd": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Memuat perintah tersembunyi",
        "File ini memuat perintah (DTD) yang dapat mengambil file lain saat dibuka dan tidak ada "
        "dalam surat biasa. File ditahan dan tidak dibuka; minta pengirim menyimpan ulang.",
    ),
}

_DISIMPAN: dict[str, Arti] = {
    "rusak": Arti(
        DISIMPAN_SAJA,
        "File rusak",
        "File ini rusak atau terpotong dan isinya tidak terbaca. File tersimpan utuh seperti "
        "diterima; minta pengirim mengirim ulang.",
    ),
    "terkunci_sandi": Arti(
        DISIMPAN_SAJA,
        "Terkunci sandi",
        "File ini terkunci kata sandi, jadi isinya tidak terbaca. File tersimpan utuh; minta "
        "pengirim mengirim salinan tanpa kata sandi.",
    ),
    "arsip_lain": Arti(
        DISIMPAN_SAJA,
        "Arsip jenis lain",
        "Arsip jenis ini (misalnya RAR atau 7z) tidak dibongkar di sini. File tersimpan utuh; "
        "minta pengirim mengirim isinya, atau membungkusnya sebagai ZIP.",
    ),
    "pemampatan_asing": Arti(
        DISIMPAN_SAJA,
        "Cara bungkus asing",
        "File ini dibungkus dengan cara yang tidak dikenali, jadi isinya tidak terbaca. File "
        "tersimpan utuh; minta pengirim membungkus ulang sebagai ZIP biasa.",
    ),
    "xml_terlalu_dalam": Arti(
        DISIMPAN_SAJA,
        "Susunan tidak wajar",
        "Susunan file ini berlapis-lapis secara tidak wajar, jadi isinya tidak dibaca. File "
        "tersimpan utuh; minta pengirim mengirimnya sebagai PDF.",
    ),
    "xml_tak_wajar": Arti(
        DISIMPAN_SAJA,
        "Penulisan tidak wajar",
        "Bagian dalam file ini ditulis dengan cara yang tidak dipakai program perkantoran, jadi "
        "isinya tidak dibaca. File tersimpan utuh; minta pengirim menyimpan ulang.",
    ),
    "isi_terlalu_besar": Arti(
        DISIMPAN_SAJA,
        "Isi terlalu besar",
        "Salah satu bagian file ini terlalu besar untuk dibaca dengan aman. File tersimpan utuh; "
        "minta pengirim membaginya menjadi beberapa file.",
    ),
    "format_lama": Arti(
        DISIMPAN_SAJA,
        "Format lama",
        "File ini dibuat program lama yang formatnya tidak dibaca di sini, apa pun akhiran "
        "namanya. File tersimpan utuh; minta pengirim mengirimnya sebagai PDF atau Word.",
    ),
    "format_asing": Arti(
        DISIMPAN_SAJA,
        "Format belum terbaca",
        "File ini buatan program perkantoran, tetapi jenisnya tidak dibaca di sini. File tersimpan "
        "utuh; minta pengirim mengirimnya sebagai PDF, Word, atau Excel (.xlsx).",
    ),
    "rekaman": Arti(
        DISIMPAN_SAJA,
        "Rekaman",
        "File ini rekaman suara atau video. File tersimpan utuh; isinya tidak dapat dicari, jadi "
        "tuliskan perihalnya sendiri.",
    ),
    "bungkus_tanda_tangan": Arti(
        DISIMPAN_SAJA,
        "Bungkus bertanda tangan",
        "File ini bungkus tanda tangan elektronik (ASiC atau P7M) dan tidak dibongkar agar tanda "
        "tangannya tetap sah. File tersimpan tanpa diubah; unduh aslinya untuk memeriksanya.",
    ),
}

_NAMA: dict[str, Arti] = {
    "nama_lain": Arti(
        DENGAN_CATATAN,
        "Akhiran nama lain",
        "Akhiran nama file ini tidak sesuai dengan isinya. Isinya terbaca dan itu yang dipakai; "
        "file dapat didaftarkan seperti biasa.",
    ),
    "nama_program": Arti(
        DENGAN_CATATAN,
        "Bernama program",
        "Nama file ini seperti nama program, padahal isinya dokumen. Isinya terbaca dan dapat "
        "didaftarkan; periksa nama lengkapnya, dan jangan menjalankan aslinya.",
    ),
}

_AKTIF: dict[str, Arti] = {
    "makro": Arti(
        DENGAN_CATATAN,
        "Memuat makro",
        "File ini memuat makro, yaitu program kecil. Isinya dibaca tanpa menjalankan makro; bila "
        "mengunduh aslinya, jangan pilih Aktifkan Konten.",
        menahan_terbit=True,
    ),
    "makro_xlm": Arti(
        DENGAN_CATATAN,
        "Memuat makro lama",
        "Tabel ini memuat makro Excel jenis lama (XLM). Isinya dibaca tanpa menjalankan makro; "
        "bila mengunduh aslinya, jangan pilih Aktifkan Konten.",
        menahan_terbit=True,
    ),
    "activex": Arti(
        DENGAN_CATATAN,
        "Memuat kontrol aktif",
        "File ini memuat tombol atau kontrol yang dapat menjalankan program (ActiveX). Isinya "
        "dibaca tanpa menjalankannya; bila mengunduh aslinya, jangan pilih Aktifkan Konten.",
        menahan_terbit=True,
    ),
    "pita_khusus": Arti(
        DENGAN_CATATAN,
        "Menambah perintah",
        "File ini menambah tombol sendiri pada Word atau Excel. Isinya terbaca; bila mengunduh "
        "aslinya, jangan menekan tombol tambahan itu.",
        menahan_terbit=True,
    ),
    "objek_tertanam": Arti(
        DENGAN_CATATAN,
        "Ada file tertanam",
        "File ini membawa file lain di dalamnya, yang tidak ikut dibaca. Lihat isinya di sini, dan "
        "minta pengirim mengirim file tertanam itu tersendiri bila diperlukan.",
        menahan_terbit=True,
    ),
    "program_tertanam": Arti(
        DENGAN_CATATAN,
        "Ada program tertanam",
        "File ini membawa program di dalamnya. Program itu tidak dijalankan; jangan mengeklik "
        "gambar di dalam aslinya, dan beri tahu bagian TI.",
        menahan_terbit=True,
    ),
    "templat_luar": Arti(
        DENGAN_CATATAN,
        "Mengambil dari luar",
        "File ini hendak mengambil templat dari alamat lain saat dibuka. Di sini tidak ada yang "
        "diambil; bila mengunduh aslinya, bukalah tanpa jaringan.",
        menahan_terbit=True,
    ),
    "gambar_luar": Arti(
        DENGAN_CATATAN,
        "Gambar dari luar",
        "File ini menampilkan gambar dari alamat lain, sehingga pengirim dapat tahu kapan dibuka. "
        "Di sini tidak ada yang diambil; gambar itu tidak tampak.",
        menahan_terbit=True,
    ),
    "gambar_lokal": Arti(
        DENGAN_CATATAN,
        "Gambar tidak ikut",
        "File ini menunjuk gambar di komputer pembuatnya, jadi gambar itu tidak ikut terkirim dan "
        "tidak tampak. Bila perlu, minta pengirim menyisipkan gambarnya.",
        menahan_terbit=True,
    ),
    "rujukan_luar": Arti(
        DENGAN_CATATAN,
        "Menunjuk sumber luar",
        "File ini mengambil sebagian isinya dari file atau alamat lain. Di sini tidak ada yang "
        "diambil; yang terbaca adalah isi saat terakhir disimpan.",
        menahan_terbit=True,
    ),
    "dde": Arti(
        DENGAN_CATATAN,
        "Memanggil program lain",
        "File ini memuat rumus atau ruas yang memanggil program atau alamat lain. Di sini tidak "
        "dijalankan; bila mengunduh aslinya, jangan setujui permintaan apa pun.",
        menahan_terbit=True,
    ),
    "rumus_csv": Arti(
        DENGAN_CATATAN,
        "Memuat rumus",
        "Sebagian isi tabel ini akan dihitung sebagai rumus bila dibuka di Excel. Di sini isinya "
        "diperlakukan sebagai tulisan biasa, juga dalam unduhan tabel kita.",
        menahan_terbit=True,
    ),
    "sandi_bawaan": Arti(
        DENGAN_CATATAN,
        "Kunci tanpa sandi",
        "File ini terkunci dengan sandi bawaan yang dibuka sendiri oleh Excel; cara ini sering "
        "dipakai untuk menyembunyikan isi. Periksa isinya sebelum mendaftarkannya.",
        menahan_terbit=True,
    ),
    "bertanda_tangan": Arti(
        DENGAN_CATATAN,
        "Bertanda tangan",
        "File ini memuat tanda tangan elektronik. Aslinya disimpan tanpa diubah satu bita pun; "
        "keabsahan tanda tangannya diperiksa tersendiri.",
    ),
}

_TERSEMBUNYI: dict[str, Arti] = {
    "lembar_tersembunyi": Arti(
        DENGAN_CATATAN,
        "Lembar tersembunyi",
        "Tabel ini memuat lembar yang tidak tampak saat dibuka. Isinya ikut terbaca; sebelum "
        "diumumkan, pastikan lembar itu boleh dilihat orang, atau hapus dahulu.",
        menahan_terbit=True,
    ),
    "baris_tersembunyi": Arti(
        DENGAN_CATATAN,
        "Baris tersembunyi",
        "Tabel ini memuat baris atau kolom yang tidak tampak. Isinya ikut terbaca; sebelum "
        "diumumkan, pastikan bagian itu boleh dilihat orang, atau hapus dahulu.",
        menahan_terbit=True,
    ),
    "pivot": Arti(
        DENGAN_CATATAN,
        "Menyimpan tabel sumber",
        "Tabel ringkasan (pivot) di file ini masih menyimpan seluruh tabel sumbernya. Sebelum "
        "diumumkan, salin nilainya ke file baru agar sumbernya tidak ikut.",
        menahan_terbit=True,
    ),
    "buku_lain": Arti(
        DENGAN_CATATAN,
        "Terhubung ke tabel lain",
        "Tabel ini terhubung ke file Excel lain dan menyimpan sebagian isinya. Sebelum diumumkan, "
        "salin nilainya ke file baru agar sambungannya putus.",
        menahan_terbit=True,
    ),
    "nama_tersembunyi": Arti(
        DENGAN_CATATAN,
        "Nama tersembunyi",
        "Tabel ini memuat nama sel yang disembunyikan dan dapat menyimpan nilai. Sebelum "
        "diumumkan, salin nilainya ke file baru.",
        menahan_terbit=True,
    ),
    "komentar": Arti(
        DENGAN_CATATAN,
        "Memuat komentar",
        "File ini memuat komentar penyuntingnya. Sebelum diumumkan, hapus komentar itu atau "
        "terbitkan salinan PDF tanpa komentar.",
        menahan_terbit=True,
    ),
    "perubahan_terlacak": Arti(
        DENGAN_CATATAN,
        "Perubahan terlacak",
        "File ini masih menyimpan kalimat yang dihapus dan ditambah, berikut nama penyuntingnya. "
        "Sebelum diumumkan, bersihkan semua jejak perubahan itu lalu simpan ulang.",
        menahan_terbit=True,
    ),
    "teks_tersembunyi": Arti(
        DENGAN_CATATAN,
        "Teks tersembunyi",
        "File ini memuat tulisan yang disembunyikan. Sebelum diumumkan, tampilkan dan hapus "
        "tulisan itu.",
        menahan_terbit=True,
    ),
    "slide_tersembunyi": Arti(
        DENGAN_CATATAN,
        "Slide tersembunyi",
        "Paparan ini memuat slide yang tidak ditayangkan. Isinya ikut terbaca; sebelum diumumkan, "
        "pastikan slide itu boleh dilihat orang, atau hapus dahulu.",
        menahan_terbit=True,
    ),
    "catatan_pembicara": Arti(
        DENGAN_CATATAN,
        "Catatan pembicara",
        "Paparan ini memuat catatan pembicara yang tidak tampak di slide. Sebelum diumumkan, "
        "hapus catatan itu.",
        menahan_terbit=True,
    ),
}

_SUREL: dict[str, Arti] = {
    "anggota_rusak": Arti(
        DENGAN_CATATAN,
        "Sebagian isi rusak",
        "Sebagian file di dalam bungkus ini rusak dan tidak dapat dikeluarkan; yang lain terbaca. "
        "Bungkus aslinya tersimpan utuh; minta pengirim mengirim ulang file yang rusak.",
    ),
    "isi_dibiarkan": Arti(
        DENGAN_CATATAN,
        "Belum dibongkar semua",
        "Sebagian isi bungkus ini tidak dikeluarkan, karena terlalu banyak atau terlalu dalam. "
        "Bungkus aslinya tersimpan utuh; unduh aslinya, lalu unggah file yang diperlukan.",
    ),
    "surel_rusak": Arti(
        DENGAN_CATATAN,
        "Surel tidak utuh",
        "Susunan surel ini tidak utuh; yang masih terbaca sudah dikeluarkan. Bandingkan "
        "lampirannya dengan isi suratnya, dan minta pengirim mengirim ulang bila kurang.",
    ),
    "surel_kosong": Arti(
        DENGAN_CATATAN,
        "Surel tanpa isi",
        "Surel ini tidak berisi tulisan dan tidak membawa lampiran. Tanyakan kepada pengirim "
        "apakah ada yang tertinggal.",
    ),
    "winmail": Arti(
        DENGAN_CATATAN,
        "Lampiran winmail.dat",
        "Lampiran surel ini terbungkus oleh Outlook (winmail.dat) dan tidak dibongkar. File "
        "tersimpan utuh; minta pengirim mengirim ulang lampirannya dari program lain.",
    ),
}

WADAH: dict[str, Arti] = _TAK_DIPROSES | _DISIMPAN | _NAMA | _AKTIF | _TERSEMBUNYI | _SUREL
