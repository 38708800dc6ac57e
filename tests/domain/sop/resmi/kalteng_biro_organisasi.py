"""SOP of Biro Organisasi, a bad scan: as it is written, its slips of the scanner mended."""

from service.domain.sop.identitas import Identitas
from tests.domain.sop.resmi.baris import Baris

NAMA = "Penetapan dan Pemuktahiran Daftar Informasi Publik"
NOMOR = ""
KOLOM = (
    "Kasubbag/ Kepala Seksi",
    "Sekretaris / Kepala Bidang",
    "PPID Pembantu",
    "Kepala Biro Organisasi",
)
KEPALA = Identitas(
    judul_tabel="Prosedur Penetapan dan Pemuktahiran Daftar Informasi Publik (DIP)",
    dasar_hukum=(
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
        (
            "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan UU Nomor 14 Tahun"
            " 2008 tentang Keterbukaan Informasi Publik"
        ),
        ("Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan Informasi Publik"),
        (
            "Peraturan Gubernur Kalimantan Tengah Nomor 63 Tahun 2015 tentang Pedoman "
            "Standar Operasional Pejabat Pengelola Informasi dan Dokumentasi di Lingkungan "
            "Pemerintah Provinsi Kalimantan Tengah"
        ),
        (
            "Peraturan Gubernur Kalimantan Tengah Nomor 1 tahun 2020 Tentang Kedudukan, "
            "Susunan, Organisasi, Tugas, Fungsi dan tata Kerja Sekretariat daerah Provinsi "
            "Kalimantan Tengah."
        ),
    ),
    kualifikasi=(
        "Pendidikan minimal SLTA/Sederajat",
        "Memiliki pengetahuan mengenai pelayanan prima",
        "Memiliki tata krama",
    ),
    keterkaitan=("SOP Pelaksanaan Rapat",),
    peralatan=(
        "Alat tulis kantor",
        "Materi informasi yang dibutuhkan",
        "Jaringan Internet",
    ),
    peringatan=(
        (
            "Jika SOP Penetapan dan Pemuktahiran Daftar Informasi Publik (DIP) ini tidak "
            "dilaksanakan maka pelayanan prima tidak bisa dilaksanakan secara maksimal."
        ),
    ),
    pencatatan=("Disimpan dalam bentuk hardcopy dan softcopy",),
)
TABEL = (
    Baris(
        1,
        "Mengumpulkan informasi dan dokumentasi yang berkualitas dan relevan sesuai "
        "dengan tupoksi masing-masing subbag. Arsip vital yang dianggap perlu untuk "
        "dipublikasikan disampaikan",
        kolom=(1,),
        kelengkapan=(
            "1. UU No. 14 Tahun 2008 2. UU No. 25 Tahun 2009 3. UU No. 23 Tahun"
            " 2013 4. PP 61 Tahun 2010 5. Perki No. 1 Tahun 2010 6. Perki No. 1"
            " Tahun 2013"
        ),
        waktu="Secara berkala dan setiap saat",
        keluaran="Data informasi dan dokumentasi",
        lembar=("kumpul",),
        tafsir=("pelaksana", "keluaran"),
    ),
    Baris(
        2,
        "Menerima daftar/data informasi dan dokumentasi yang telah dikumpulkan Kasubbag"
        " untuk dikoreksi yang kemudian disampaikan ke PPID Pembantu Biro Organisasi "
        "Setda Prov. Kalteng apabila sudah sesuai, apabila belum maka dikembalikan "
        "untuk diperbaiki",
        kolom=(2,),
        kelengkapan=(
            "1. UU No. 14 Tahun 2008 2. UU No. 25 Tahun 2009 3. UU No. 23 Tahun"
            " 2013 4. PP 61 Tahun 2010 5. Perki No. 1 Tahun 2010 6. Perki No. 1"
            " Tahun 2013 7. Data Informasi dan Dokumentasi"
        ),
        waktu="Secara berkala, serta merta dan setiap saat",
        keluaran="Data informasi dan dokumentasi",
        ke={"sesuai": "berikut", "perbaiki": 1},
        tafsir=("pelaksana", "tertulis"),
    ),
    Baris(
        3,
        "Menerima daftar/data informasi dan dokumentasi yang telah dikumpulkan "
        "Sekretariat/Bagian untuk diklasifikasi dan diidentifikasi berdasarkan sifat "
        "informasi dan dokumentasi apabila sudah sesuai, apabila belum maka "
        "dikembalikan untuk dilengkapi",
        kolom=(3,),
        kelengkapan=(
            "1. No. 14 Tahun 2008 2. No. 25 Tahun 2009 3. UU No. 23 Tahun 2013 "
            "4. PP 61 Tahun 2010 5. Perki No. 1 Tahun 2010 6. Perki No. 1 Tahun"
            " 2013 7. Data Informasi dan Dokumentasi"
        ),
        waktu="Secara berkala dan setiap saat",
        keluaran="DIP yang telah diklasifikasi dan diidentifikasi",
        ke={"sesuai": "berikut", "lengkapi": 2},
        tafsir=("pelaksana", "keluaran", "cabang", "tertulis"),
    ),
    Baris(
        4,
        "Mengadakan rapat bersama untuk menentukan DIP untuk kemudian didokumentasikan "
        "dalam bentuk softcopy dan tempat penyimpanan dokumen dalam bentuk hardcopy",
        kolom=(3,),
        ikut=(2, 1, 4),
        kelengkapan="DIP yang telah diklasifikasi dan diidentifikasi",
        waktu="1 hari",
        keluaran="Data informasi yang sudah didokumentasikan",
        ket="SOP Pelaksanaan Rapat",
        rujukan="rapat",
        tafsir=("pelaksana", "bersama", "keluaran"),
    ),
    Baris(
        5,
        "Menetapkan Daftar Informasi Publik (DIP) secara resmi sesuai dengan "
        "klasifikasi informasi dan dokumentasi publik",
        kolom=(4,),
        kelengkapan="Draft SK Daftar Informasi Publik (DIP)",
        waktu="60 menit",
        keluaran="DIP yang Sudah Ditetapkan secara resmi Oleh Kepala Biro Organisasi",
        ke={"tetapkan": "berikut", "kembali": 4},
        tafsir=("pelaksana", "keluaran", "cabang"),
    ),
    Baris(
        6,
        "Mengunggah Daftar Informasi Publik (DIP) ke website Biro Organisasi",
        kolom=(3,),
        kelengkapan="DIP yang sudah ditetapkan secara resmi oleh Kepala Biro Organisasi",
        waktu="60 menit",
        keluaran="DIP sudah tersedia di website Biro Organisasi",
        tafsir=("pelaksana", "tertulis"),
    ),
)
