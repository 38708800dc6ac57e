"""What is found in PDFs and pictures."""

from __future__ import annotations

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    DITERIMA,
    TIDAK_DAPAT_DIPROSES,
    Arti,
)

_PDF: dict[str, Arti] = {
    "pdf_tanpa_isi": Arti(
        TIDAK_DAPAT_DIPROSES,
        "PDF tanpa isi",
        "File ini bernama PDF, tetapi tidak memuat satu halaman pun. Minta pengirim mengirim "
        "ulang.",
    ),
    "pdf_diperbaiki": Arti(
        DENGAN_CATATAN,
        "PDF tidak utuh",
        "Susunan PDF ini rusak, tetapi isinya masih terbaca. Bandingkan jumlah halamannya dengan "
        "surat aslinya; bila kurang, minta pengirim mengirim ulang.",
    ),
    "pdf_hak_terbatas": Arti(
        DISIMPAN_SAJA,
        "Terkunci hak akses",
        "PDF ini hanya dapat dibuka dengan sertifikat atau akun pengirimnya. File tersimpan utuh, "
        "isinya tidak terbaca; minta salinan yang tidak dikunci.",
    ),
    "pdf_terkunci_mengirim": Arti(
        DISIMPAN_SAJA,
        "Terkunci, berisi jebakan",
        "PDF ini terkunci, dan disusun agar isinya terkirim keluar begitu kuncinya dibuka. File "
        "tersimpan utuh dan tidak dibuka; jangan membukanya, beri tahu bagian TI.",
    ),
    "pdf_membengkak": Arti(
        DISIMPAN_SAJA,
        "Isinya membengkak",
        "File ini kecil, tetapi isinya membengkak tanpa batas bila dibuka. File tersimpan utuh dan "
        "tidak dibaca; minta pengirim mencetak ulang ke PDF biasa.",
    ),
    "terlalu_banyak_halaman": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Terlalu banyak halaman",
        "Jumlah halaman file ini melampaui batas. Minta pengirim membaginya menjadi beberapa file.",
    ),
    "halaman_raksasa": Arti(
        DITERIMA,
        "Halaman sangat besar",
        "Ada halaman yang terlalu besar untuk ditampilkan sebagai gambar. File tersimpan utuh; "
        "unduh aslinya untuk melihat halaman itu.",
    ),
    "baca_sebagian": Arti(
        DENGAN_CATATAN,
        "Terbaca sebagian",
        "File ini sangat panjang; hanya halaman-halaman awalnya yang dibaca untuk pencarian. File "
        "tersimpan utuh.",
    ),
}

_BERTINDAK: dict[str, Arti] = {
    "pdf_skrip": Arti(
        DENGAN_CATATAN,
        "Memuat skrip",
        "PDF ini memuat skrip (JavaScript). Berkas tidak menjalankannya; bila mengunduh aslinya, "
        "jangan izinkan skrip berjalan.",
        menahan_terbit=True,
    ),
    "pdf_buka_sendiri": Arti(
        DENGAN_CATATAN,
        "Bertindak saat dibuka",
        "PDF ini melakukan sesuatu dengan sendirinya saat dibuka. Lihat isinya di halaman ini; "
        "bila mengunduh aslinya, jangan setujui permintaan apa pun.",
        menahan_terbit=True,
    ),
    "pdf_luncur": Arti(
        DENGAN_CATATAN,
        "Menjalankan program",
        "PDF ini mencoba menjalankan program di komputer pembacanya. Lihat isinya di halaman ini; "
        "jangan membuka aslinya di komputer kerja.",
        menahan_terbit=True,
    ),
    "pdf_kirim_isian": Arti(
        DENGAN_CATATAN,
        "Mengirim isian keluar",
        "PDF ini dapat mengirim atau mengambil isian lewat jaringan. Isi formulirnya di kertas "
        "atau di salinan, jangan menekan tombol kirim di aslinya.",
        menahan_terbit=True,
    ),
    "pdf_menunjuk_keluar": Arti(
        DENGAN_CATATAN,
        "Menunjuk file lain",
        "PDF ini menunjuk file di komputer atau jaringan lain. Berkas tidak membukanya; jangan "
        "mengikuti tautan itu dari aslinya.",
        menahan_terbit=True,
    ),
    "pdf_media": Arti(
        DENGAN_CATATAN,
        "Memuat media aktif",
        "PDF ini memuat video, suara, atau gambar tiga dimensi yang berjalan sendiri. Bagian itu "
        "tidak ditampilkan di sini.",
        menahan_terbit=True,
    ),
    "pdf_xfa": Arti(
        DENGAN_CATATAN,
        "Formulir dinamis",
        "PDF ini formulir dinamis (XFA) yang sering tidak tampil lengkap. Minta pengirim "
        "mencetaknya ke PDF biasa bila isinya tampak kurang.",
        menahan_terbit=True,
    ),
    "pdf_formulir": Arti(
        DITERIMA,
        "Formulir isian",
        "PDF ini formulir yang masih dapat diubah isiannya. Yang tersimpan adalah isian saat "
        "diterima.",
    ),
    "pdf_lampiran": Arti(
        DENGAN_CATATAN,
        "Ada file di dalamnya",
        "PDF ini membawa file lain di dalamnya. File itu ikut tersimpan di dalam aslinya dan belum "
        "diperiksa; minta pengirim mengirimnya tersendiri bila perlu didaftar.",
        menahan_terbit=True,
    ),
    "pdf_lampiran_berlapis": Arti(
        DENGAN_CATATAN,
        "File di dalam file",
        "File yang dibawa PDF ini masih membawa file lain lagi. Minta pengirim mengirimkan "
        "semuanya sebagai file tersendiri.",
        menahan_terbit=True,
    ),
}

_TERSEMBUNYI: dict[str, Arti] = {
    "pdf_versi_lama": Arti(
        DENGAN_CATATAN,
        "Menyimpan versi lama",
        "PDF ini masih menyimpan isi sebelum diubah terakhir kali. Sebelum disebarkan, cetak "
        "ulang ke PDF baru agar isi lamanya tidak ikut.",
        menahan_terbit=True,
    ),
    "pdf_teks_tertutup": Arti(
        DENGAN_CATATAN,
        "Teks di balik kotak",
        "Ada tulisan yang hanya ditutupi kotak dan masih dapat disalin. Jangan sebarkan file ini; "
        "hitamkan ulang dengan cara yang menghapus tulisannya.",
        menahan_terbit=True,
    ),
    "pdf_lapisan": Arti(
        DENGAN_CATATAN,
        "Ada lapisan tersembunyi",
        "PDF ini memuat lapisan yang dapat dinyalakan dan dimatikan, jadi yang tampak dapat "
        "berbeda dari isinya. Periksa halamannya sebelum disebarkan.",
        menahan_terbit=True,
    ),
    "dua_bacaan": Arti(
        DENGAN_CATATAN,
        "Terbaca berbeda",
        "Dua pembaca mendapati isi yang berbeda dari PDF ini. Pegang yang tampak di halaman, dan "
        "minta pengirim mengirim ulang bila ragu.",
        menahan_terbit=True,
        tanya_orang=True,
    ),
    "metadata_penulis": Arti(
        DITERIMA,
        "Memuat nama pembuat",
        "File ini menyimpan nama pembuat atau letak file di komputernya. Catatan itu tidak ikut "
        "dalam salinan yang diumumkan.",
        menahan_terbit=True,
    ),
}

_TANDA_TANGAN: dict[str, Arti] = {
    "ttd_ada": Arti(
        DITERIMA,
        "Bertanda tangan elektronik",
        "PDF ini memuat tanda tangan elektronik. Aslinya disimpan tanpa diubah; keabsahannya "
        "diperiksa tersendiri.",
    ),
    "ttd_ditambah": Arti(
        DENGAN_CATATAN,
        "Ditambah setelah ditandatangani",
        "Ada keterangan yang ditambahkan setelah PDF ini ditandatangani, misalnya cap waktu. Isi "
        "halamannya tetap sama.",
    ),
    "ttd_berubah": Arti(
        DENGAN_CATATAN,
        "Diubah setelah ditandatangani",
        "Isi PDF ini diubah setelah ditandatangani, jadi tanda tangannya tidak menjamin isi yang "
        "sekarang. Minta pengirim mengirim file yang ditandatangani.",
        menahan_terbit=True,
        tanya_orang=True,
    ),
    "ttd_ganjil": Arti(
        DENGAN_CATATAN,
        "Tanda tangan tidak wajar",
        "Tanda tangan elektronik di PDF ini tidak mencakup isinya sebagaimana mestinya. Jangan "
        "dianggap bertanda tangan sebelum diperiksa.",
        menahan_terbit=True,
        tanya_orang=True,
    ),
    "ttd_hibrida": Arti(
        DENGAN_CATATAN,
        "Bertanda tangan, dua susunan",
        "PDF bertanda tangan ini memuat dua daftar isi, sehingga dua program dapat menampilkan isi "
        "yang berbeda. Periksa halamannya sebelum dipakai.",
        tanya_orang=True,
    ),
}

_GAMBAR: dict[str, Arti] = {
    "gambar_membengkak": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Gambar terlalu besar",
        "Gambar ini terlalu besar bila dibuka. Minta pengirim memindai ulang paling tinggi 600 dpi "
        "atau mengirimnya sebagai PDF.",
    ),
    "gambar_berlokasi": Arti(
        DITERIMA,
        "Memuat lokasi pengambilan",
        "Gambar ini menyimpan letak (GPS) tempat diambil. Catatan itu tidak ikut dalam salinan "
        "yang diumumkan.",
        menahan_terbit=True,
    ),
    "gambar_bergerak": Arti(
        DENGAN_CATATAN,
        "Gambar bergerak",
        "Gambar ini terdiri dari beberapa bingkai; yang ditampilkan bingkai pertamanya.",
    ),
}

_TANDA: dict[str, Arti] = {
    "qr_ganda": Arti(
        DENGAN_CATATAN,
        "Beberapa kode QR",
        "Di satu halaman ada lebih dari satu kode QR naskah. Tentukan sendiri naskah mana yang "
        "kembali.",
        tanya_orang=True,
    ),
    "qr_tak_terbaca": Arti(
        DENGAN_CATATAN,
        "Kode QR tidak terbaca",
        "Ada kode QR yang terlalu kabur untuk dibaca. Pindai ulang halamannya pada 300 dpi, atau "
        "tentukan sendiri naskahnya.",
        tanya_orang=True,
    ),
    "ocr_meragukan": Arti(
        DENGAN_CATATAN,
        "Tulisan sulit dibaca",
        "Tulisan pada hasil pindai ini tidak terbaca dengan yakin. Baca halamannya sendiri dan "
        "isikan keterangannya.",
        tanya_orang=True,
    ),
}

HALAMAN: dict[str, Arti] = _PDF | _BERTINDAK | _TERSEMBUNYI | _TANDA_TANGAN | _GAMBAR | _TANDA
