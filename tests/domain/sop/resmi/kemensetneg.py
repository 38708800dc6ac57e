"""SOP 7/SOP/KEMENSETNEG/HUMAS/01/2023, as it is written."""

from service.domain.sop.identitas import Identitas, Pengesah
from tests.domain.sop.resmi.baris import Baris

NAMA = "PENYINGKATAN PENDOKUMENTASIAN INFORMASI PUBLIK"
NOMOR = "7/SOP/KEMENSETNEG/HUMAS/01/2023"
KOLOM = (
    "PPID Utama / Tim Sekretariat PPID",
    "PPID Pelaksana",
    "Unit Kerja",
    "Pengarah / Atasan PPID Utama",
)
KEPALA = Identitas(
    instansi=(
        "KEMENTERIAN SEKRETARIAT NEGARA",
        "REPUBLIK INDONESIA",
        "SEKRETARIAT KEMENTERIAN",
        "BIRO HUBUNGAN MASYARAKAT",
    ),
    dibuat="10 November 2021",
    direvisi="9 Januari 2023",
    efektif="2 Januari 2023",
    pengesah=Pengesah("Eddy Cahyo Sugianto, S.Sos., M.Si.", "Kepala Biro Hubungan Masyarakat"),
    dasar_hukum=(
        "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
        (
            "Peraturan Menteri Sekretaris Negara Nomor 5 Tahun 2020 tentang Organisasi dan "
            "Tata Kerja Kementerian Sekretariat Negara Republik Indonesia;"
        ),
        (
            "Peraturan Menteri Sekretaris Negara Nomor 11 Tahun 2016 tentang Petunjuk "
            "Pelaksanaan Penyusunan dan Evaluasi SOP Kementerian Sekretariat Negara;"
        ),
        (
            "Peraturan Komisi Informasi Nomor 1 Tahun 2017 tentang Pengklasifikasian "
            "Informasi Publik;"
        ),
        (
            "Peraturan Komisi Informasi Publik Nomor 1 Tahun 2021 tentang Standar Layanan "
            "Informasi Publik."
        ),
    ),
    kualifikasi=(
        (
            "Memiliki pengetahuan berkaitan dengan ilmu-ilmu sosial antara lain hukum, "
            "pemerintahan, administrasi Negara, dan ilmu komunikasi serta ilmu desain "
            "grafis."
        ),
        "Memiliki kemampuan analisis yang baik",
        "Memiliki kemampuan penulisan berita sesuai EYD",
        "Mampu mengoperasikan komputer program MS Office (MS Word) dan internet",
        "Memiliki loyalitas dan integritas serta bertanggung jawab",
        "Teliti, kreatif, dan mempunyai inisiatif",
    ),
    keterkaitan=(
        (
            "Standar Pelayanan Pemeberian Informasi Publik Kepada Masyarakat Yang Berkaitan"
            " dengan Kementerian Sekretariat Negara"
        ),
    ),
    peralatan=(
        (
            "Alat tulis kantor, komputer, printer, scanner, jaringan internet, gawai, "
            "aplikasi desain grafis, mesin fotokopi, telepon, faksimile, lemari, "
            "pengarsipan, mobile file, kendaraan roda dua, dan roda empat."
        ),
    ),
    peringatan=(
        (
            "Apabila SOP ini tidak dilaksanakan maka akan timbul keberatan secara tertulis "
            "dan akan mendapatkan gugatan dari pemohon informasi di Komisi Informasi Pusat"
        ),
    ),
    pencatatan=("Disimpan sebagai data elektronik dan manual.",),
)
TABEL = (
    Baris(
        1,
        "Menerima permohonan dari masyarakat/unit kerja di lingkungan Kemensetneg "
        "mengenai informasi yang tidak termasuk dalam Daftar Informasi Publik dan perlu"
        " dilakukan pengujian konsekuensi",
        kolom=(1,),
        kelengkapan="Surat permohonan",
        waktu="10 menit",
        keluaran="Nomor register surat",
        ke={"uji": "berikut", "sudah_ada": 7},
        tafsir=("pelaksana", "cabang"),
    ),
    Baris(
        2,
        "Melakukan kajian atas informasi / dokumen yang tidak termasuk dalam Daftar "
        "Informasi Publik dengan melibatkan PPID Pelaksana dan Unit kerja terkait",
        kolom=(1,),
        ikut=(2, 3),
        kelengkapan="Surat permohonan",
        waktu="120 menit",
        keluaran="Surat rapat koordinasi",
        tafsir=("pelaksana", "bersama"),
    ),
    Baris(
        3,
        "Melakukan rapat koordinasi mengenai pengujian tentang konsekuensi atas "
        "informasi yang dimohonkan",
        kolom=(1,),
        ikut=(2, 3),
        kelengkapan="Dokumen terkait informasi yang akan dilakukan pengujian konsekuensi",
        waktu="1 hari",
        keluaran="Laporan hasil rapat koordinasi",
        ke={"cukup": "berikut", "rapat_lagi": 2},
        lembar=("rapat", "uji"),
        tafsir=("pelaksana", "bersama", "cabang"),
    ),
    Baris(
        4,
        "Membuat laporan dan berita acara hasil rapat koordinasi mengenai pengujian "
        "tentang konsekuensi kepada Pengarah / Atasan PPID Utama",
        kolom=(1,),
        kelengkapan="Laporan hasil rapat koordinasi",
        waktu="60 menit",
        keluaran="Memorandum dan Berita Acara pengujian tentang konsekuensi",
        tafsir=("pelaksana",),
    ),
    Baris(
        5,
        "Menetapkan dengan surat keputusan Pengarah / Atasan PPID Utama mengenai "
        "informasi apakah informasi dimaksud termasuk ke dalam informasi yang wajib "
        "tersedia dan diumumkan atau informasi yang dikecualikan",
        kolom=(4,),
        kelengkapan="Dokumen terkait dan Berita Acara pengujian tentang konsekuensi",
        waktu="15 menit",
        keluaran="Surat Keputusan Pengarah / Atasan PPID Utama",
        ke={"terbuka": "berikut", "sebagian": "berikut", "dikecualikan": "berikut", "kembali": 4},
        untuk="butir",
        tafsir=("pelaksana", "untuk", "cabang"),
    ),
    Baris(
        6,
        "Memasukkan ke dalam Daftar Informasi Publik yang wajib tersedia dan di umumkan"
        " melalui website Kemensetneg apabila informasi dimaksud termasuk ke dalam "
        "informasi yang wajib tersedia dan di umumkan",
        kolom=(1,),
        kelengkapan="DIP sesuai Surat Keputusan Pengarah / Atasan PPID Utama",
        waktu="1 hari",
        keluaran="Daftar informasi publik di www.setneg.go.id",
        hanya=("terbuka", "sebagian"),
        tafsir=("pelaksana",),
    ),
    Baris(
        7,
        "Tim Sekretariat menyusun laporan hasil pengujian tentang konsekuensi atas "
        "informasi yang dimohonkan",
        kolom=(1,),
        kelengkapan="Daftar Informasi Publik",
        waktu="60 menit",
        keluaran="Laporan",
    ),
)
