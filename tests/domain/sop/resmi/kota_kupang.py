"""SOP 31.h/Kominfo/066/II/2022, as it is written."""

from service.domain.sop.identitas import Identitas, Pengesah
from tests.domain.sop.resmi.baris import Baris, Tahap

NAMA = "PENDOKUMENTASIAN INFORMASI PUBLIK YANG DIKECUALIKAN"
NOMOR = "31.h/Kominfo/066/II/2022"
KOLOM = ("PPID Pelaksana", "Staf Dokumentasi", "PPID Utama")
KEPALA = Identitas(
    instansi=(
        "Pemerintah Kota Kupang",
        "Dinas Komunikasi dan Informatika",
        "Bidang Pengelolaan Layanan Informasi Publik",
        "Koordinator Substansi Pengolahan Informasi Publik",
    ),
    efektif="14 Februari 2022",
    disahkan="14 Februari 2022",
    pengesah=Pengesah(
        "Wildrian Ronald Otta, S, STP, MM",
        "Kepala Dinas Komunikasi dan Informatika Kota Kupang",
        "19860429 200412 1 001",
    ),
    judul_tabel=(
        "STANDAR OPERASIONAL PROSEDUR (SOP) ALUR PENDOKUMENTASIAN INFORMASI yang DIKECUALIKAN"
    ),
    dasar_hukum=(
        "Undang-undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik",
        "Undang-undang Nomor 43 Tahun 2009 tentang Kearsipan",
        (
            "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Keterbukaan "
            "Informasi Publik"
        ),
        (
            "Peraturan Menteri Dalam Negeri Nomor 03 Tahun 2017 tentang Pedoman Pengelola "
            "Pejabat Informasi dan Dokumentasi Kementerian Dalam Negeri dan Pemerintah "
            "Daerah"
        ),
        (
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor "
            "35 Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur "
            "Administrasi Pemerintah"
        ),
        (
            "Peraturan Komisi Informasi Pusat Nomor 01 Tahun 2010 tentang Standar Layanan "
            "Informasi Publik"
        ),
        ("Peraturan Komisi Informasi No 01 Tahun 2017 tentang Pengklasifikasian Informasi Publik"),
        "Keputusan Kepala Biro Hukum No 01 Tahun 2010 tentang Informasi Dikecualikan",
    ),
    kualifikasi=(
        "Minimal setingkat SLTA",
        "Menguasai program Office for Windows",
        "Memahami tentang prosedur pendokumentasian informasi yang dikecualikan",
        "Memahami tentang pelayanan informasi publik",
        "Mampu mengendalikan diri dan memiliki jiwa pelayanan publik",
        "Memiliki kemampuan komunikasi publik yang baik serta problem solving",
    ),
    keterkaitan=(
        "SOP Pelayanan Permohonan Informasi Publik",
        "SOP Pengelolaan Keberatan atas Informasi Publik",
        "SOP Penetapan dan Pemutakhiran Informasi Publik",
        "SOP Pendokumentasian Informasi Publik",
        "SOP Penanganan Sengketa Informasi Publik",
    ),
    peralatan=(
        "Dokumen informasi yang dikecualikan pada setiap Unit Kerja",
        "Softcopy Klarifikasi dokumen informasi yang dikecualikan",
        "Aplikasi PPIID Online",
        "Komputer/Laptop dan Printer",
        "ATK",
        "Jaringan Internet",
    ),
    peringatan=(
        (
            "Apabila SOP ini tidak berjalan maka Proses pendokumentasian informasi yang "
            "dikecualikan menjadi terhambat dan tidak berjalan sebagaimana mestinya"
        ),
    ),
    pencatatan=("Dokumen Daftar Informasi yang Dikecualikan",),
    tanda_tangan=(
        Pengesah(
            "Lumongga E. Simanjuntak, S.Sos, MPP",
            "Analisis Kebijakan",
            "19790215 201001 2 009",
            sebagai="Disusun oleh",
        ),
        Pengesah(
            "Admiral Manafe, SH",
            "Kepala Bidang Pengelolaan Layanan Informasi Publik",
            "19770515 200012 1 003",
            sebagai="Diperiksa dan diusulkan oleh",
        ),
        Pengesah(
            "Wildrian Ronald Otta, SSPT, MM",
            "Kepala Dinas Komunikasi dan Informatika",
            "19860429 200412 1 001",
            sebagai="Disetujui oleh",
        ),
    ),
)
TABEL = (
    Baris(
        1,
        "Menghasilkan dan menyimpan informasi yang dikecualikan dari masing-masing Unit Kerja,",
        kolom=(1,),
        untuk="unit",
        tafsir=("pelaksana", "keluaran"),
    ),
    Baris(
        2,
        "Menyerahkan hasil pendataan Daftar Informasi yang dikecualikan baik dalam "
        "Hardcopy maupun softcopy kepada PPID",
        kolom=(1,),
        ikut=(2,),
        tahap=(Tahap("beri", (1,)), Tahap("terima", (2,), {"lengkap": "berikut", "kembali": 1})),
        untuk="unit",
        lembar=("serah",),
        tafsir=("pelaksana", "bersama", "keluaran", "untuk", "tahap"),
    ),
    Baris(
        3,
        "Menerima, menyimpan dan akan melakukan uji konsekuensi terhadap hasil "
        "pendokumentasian daftar informasi yang dikecualikan per-unit kerja",
        kolom=(2, 3),
        untuk="unit",
        rujukan="uji_konsekuensi",
        tafsir=("pelaksana", "kelengkapan", "keluaran", "rujukan"),
    ),
    Baris(
        4,
        "Dokumentasi Hasil Daftar Informasi yang Dikecualikan",
        kolom=(2, 3),
        tafsir=("pelaksana", "kelengkapan", "keluaran"),
    ),
)
