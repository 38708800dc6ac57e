"""What is found at the door and around the box, before a reader says a word."""

from __future__ import annotations

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    MENUNGGU_PEMERIKSAAN,
    TIDAK_DAPAT_DIPROSES,
    Arti,
)

PINTU: dict[str, Arti] = {
    "kosong": Arti(
        TIDAK_DAPAT_DIPROSES,
        "File kosong",
        "File ini tidak berisi apa pun (0 bita). Minta pengirim mengirim ulang.",
    ),
    "nol_semua": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Isinya hilang",
        "Seluruh isi file ini nol: penyalinannya terputus. Salin atau pindai sekali lagi, "
        "lalu kirim ulang.",
    ),
    "program": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Program, bukan dokumen",
        "File ini program, bukan dokumen. File ditahan dan tidak dibuka; minta pengirim mengirim "
        "dokumennya.",
    ),
    "tak_dikenal": Arti(
        DISIMPAN_SAJA,
        "Jenis tak dikenal",
        "Jenis file ini tidak dikenali. File tersimpan aman; agar isinya terbaca, minta pengirim "
        "mengirimnya sebagai PDF, Word, Excel, atau gambar.",
    ),
    "virus": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Berisi virus",
        "Pemindai virus mengenali file ini sebagai berbahaya. File ditahan dan tidak dibuka; "
        "beri tahu pengirim dan bagian TI.",
    ),
    "tak_terpindai": Arti(
        DISIMPAN_SAJA,
        "Terlalu besar untuk dipindai",
        "File ini lebih besar daripada yang dapat diperiksa pemindai virus, maka tidak dibuka. "
        "File tersimpan utuh; minta pengirim membaginya menjadi beberapa file.",
    ),
    "kembar": Arti(
        DENGAN_CATATAN,
        "Sudah pernah diterima",
        "File yang sama persis sudah diterima sebelumnya dan sudah bernomor. Kedatangan ini "
        "dicatat, tetapi tidak mendapat nomor kedua.",
    ),
    "dipisah": Arti(
        DENGAN_CATATAN,
        "Dipisah menjadi beberapa kiriman",
        "Tumpukan ini dipindai dengan lembar pemisah. Setiap bagiannya menjadi kiriman sendiri "
        "dengan nomornya sendiri; file asli ini disimpan utuh.",
    ),
    "hanya_pemisah": Arti(
        TIDAK_DAPAT_DIPROSES,
        "Hanya lembar pemisah",
        "File ini hanya berisi lembar pemisah, tidak ada surat di antaranya. Pindai sekali lagi "
        "bersama suratnya, lalu kirim ulang.",
    ),
    "tak_terpisah": Arti(
        DENGAN_CATATAN,
        "Tidak dapat dipisah",
        "Lembar pemisah terlihat pada file ini, tetapi file tidak dapat dibagi. File tersimpan "
        "utuh sebagai satu kiriman; pindai surat-suratnya satu per satu bila perlu.",
        tanya_orang=True,
    ),
    "belum_dipindai": Arti(
        MENUNGGU_PEMERIKSAAN,
        "Menunggu pemindai virus",
        "Pemindai virus sedang tidak dapat dipakai. File tersimpan dan belum dibuka; diperiksa "
        "dengan sendirinya begitu pemindai kembali.",
    ),
    "kotak_mati": Arti(
        MENUNGGU_PEMERIKSAAN,
        "Ruang tertutup tidak ada",
        "Ruang tertutup tempat file asing dibuka tidak dapat dibuat di mesin ini. File tersimpan "
        "dan belum dibuka; lihat halaman Keadaan.",
    ),
    "kotak_belum_siap": Arti(
        MENUNGGU_PEMERIKSAAN,
        "Mesin sedang sibuk",
        "Mesin sedang sangat sibuk, dan ruang tertutup tempat file asing dibuka belum siap. File "
        "tersimpan dan belum dibuka; diperiksa dengan sendirinya begitu ruangnya siap.",
    ),
    "tak_dapat_diubah": Arti(
        DISIMPAN_SAJA,
        "Tidak terbuka oleh LibreOffice",
        "File lama ini tidak dapat dibuka LibreOffice. File tersimpan utuh, isinya tidak terbaca; "
        "minta pengirim menyimpannya sebagai .docx, .xlsx, atau PDF.",
    ),
    "terlalu_lama": Arti(
        DISIMPAN_SAJA,
        "Terlalu lama dibaca",
        "Membaca file ini melampaui batas waktu yang aman. File tersimpan utuh, isinya tidak "
        "terbaca; minta pengirim mencetak ulang ke PDF biasa.",
    ),
    "terlalu_berat": Arti(
        DISIMPAN_SAJA,
        "Terlalu berat dibaca",
        "Membaca file ini melampaui batas memori yang aman. File tersimpan utuh, isinya tidak "
        "terbaca; minta pengirim membaginya menjadi beberapa file.",
    ),
    "pembaca_gugur": Arti(
        DISIMPAN_SAJA,
        "Pembaca gugur",
        "Pembaca berhenti di tengah file ini, biasanya karena file rusak. File tersimpan utuh, "
        "isinya tidak terbaca; minta pengirim mengirim ulang.",
    ),
}
