"""SOP 800/1004 /BU/2021, as it is written."""

from service.domain.sop.identitas import Identitas, Pengesah
from tests.domain.sop.resmi.baris import Baris, Tahap

NAMA = "Pendokumentasian Informasi Yang Dikecualikan"
NOMOR = "800/1004 /BU/2021"
KOLOM = (
    "Kasubid Pengelolaan & Pelayanan Informasi",
    "Petugas pengelolaan informasi",
    "Kasubid Pengelolaan Dokumentasi & Arsip",
    "Petugas Dokumentasi",
)
KEPALA = Identitas(
    instansi=(
        "PEMERINTAH PROVINSI KALIMANTAN TENGAH",
        "SEKRETARIAT DAERAH",
        "BIRO UMUM",
        "Sub Bagian Persuratan dan Arsip",
    ),
    dibuat="22 November 2021",
    direvisi="3 Agustus 2023",
    disahkan="Agustus 2023",
    pengesah=Pengesah(
        "H. Sitti Maabdah Makiah, S.T., M.A.P",
        "KEPALA BIRO UMUM",
        "19741130 200501 2 008",
        "Pembina",
    ),
    judul_tabel="PENDOKUMENTASIAN INFORMASI PUBLIK YANG DIKECUALIKAN",
    dasar_hukum=(
        "UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
        "Permendagri RI Nomor 3 Tahun 2017 tentang Pedoman Pengelolaan Pelayanan",
        (
            "Peraturan Komisi Informasi Nomor 1 Tahun 2010 tentang Standar Layanan "
            "Peraturan Komis Informasi Publik"
        ),
        "Peraturan Komisi Informasi Nomor 1 Tahun 2013 tentang Keterbukaan Informasi",
        "Perda Prov. Kalteng Nomor 5 Tahun 2013 tentang Pelayanan Informasi Publik Prov.",
    ),
    kualifikasi=(
        (
            "Memiliki pengetahuan tentang peraturan perundang-undangan dibidang standar "
            "pelayanan publik dan pelayanan informasi"
        ),
        "Mampu berkoordinasi dengan pihak lain dengan efektif dan",
        "Memiliki kemampuan bekerjasama dalam tim",
        "Mampu mengoperasikan komputer",
    ),
    peralatan=(
        "Komputer dan Printer",
        "ATK",
        "Jaringan internet",
    ),
    peringatan=(
        (
            "Apabila SOP ini tidak dilaksanakan maka kegiatan pelayanan informasi kepada "
            "Publik akan terganggu"
        ),
    ),
    pencatatan=("Disimpan dalam data elektronik dan arsip faktual",),
)
TABEL = (
    Baris(
        1,
        "Menugaskan petugas menyiapkan berkas hardcopy dan softcopy informasi publik "
        "yang dikecualikan",
        kolom=(1,),
        kelengkapan="Surat Tugas",
        waktu="5 menit",
        keluaran="Surat Tugas",
        tafsir=("pelaksana",),
    ),
    Baris(
        2,
        "Menyiapkan berkas hardcopy dan softcopy informasi publik yang dikecualikan",
        kolom=(2,),
        kelengkapan="Berkas informasi publik yang dikecualikan",
        waktu="15 menit",
        keluaran="Berkas informasi publik yang dikecualikan",
        tafsir=("pelaksana",),
    ),
    Baris(
        3,
        "Melaporkan kesiapan berkas informasi publik yang dikecualikan",
        kolom=(2,),
        ikut=(1,),
        kelengkapan="Berkas informasi publik yang dikecualikan",
        waktu="5 menit",
        keluaran="Berkas informasi publik yang dikecualikan",
        tahap=(Tahap("lapor", (2,)), Tahap("periksa", (1,), {"siap": "berikut", "kembali": 2})),
        tafsir=("pelaksana", "bersama", "keluaran", "tahap"),
    ),
    Baris(
        4,
        "Menyerahkan berkas informasi publik yang dikecualikan",
        kolom=(1,),
        ikut=(3,),
        kelengkapan="Berkas informasi publik yang dikecualikan",
        waktu="5 menit",
        keluaran="Berkas informasi publik yang dikecualikan",
        tahap=(Tahap("beri", (1,)), Tahap("terima", (3,), {"terima": "berikut", "kembali": 2})),
        lembar=("serah",),
        tafsir=("pelaksana", "bersama", "keluaran", "tahap"),
    ),
    Baris(
        5,
        "Menugaskan petugas mendokumentasikan hardcopy dan softcopy informasi publik "
        "yang dikecualikan",
        kolom=(3,),
        ikut=(4,),
        kelengkapan="Berkas informasi publik yang dikecualikan terdokumentasi",
        waktu="15 menit",
        keluaran="Berkas informasi publik yang dikecualikan terdokumentasi",
        tahap=(Tahap("tugaskan", (3,)), Tahap("kerjakan", (4,))),
        tafsir=("pelaksana", "bersama", "kelengkapan", "keluaran", "tahap"),
    ),
)
