"""The tables, and which kind of thing lies in which."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import Table

from service.adapters.ledger.tables.arsip import (
    arsip,
    jadwal_arsip,
    opname_arsip,
    penahanan_arsip,
    penghapusan_arsip,
    pinjaman_arsip,
    tempat_arsip,
    usul_arsip,
)
from service.adapters.ledger.tables.buku_kerja import (
    catatan,
    detak,
    kepala,
    pekerjaan,
    riwayat,
    simpanan,
)
from service.adapters.ledger.tables.buku_nomor import SERVES, WAITS, buku, nomor
from service.adapters.ledger.tables.dikecualikan import (
    pembukaan,
    pengujian,
    tinjauan,
    tutupan,
)
from service.adapters.ledger.tables.edisi import (
    alamat_diperiksa,
    edisi,
    keadaan_dorong,
    setelan_edisi,
    terdorong,
)
from service.adapters.ledger.tables.gerbang import file_keluar
from service.adapters.ledger.tables.informasi import daftar_masuk, informasi, riwayat_informasi
from service.adapters.ledger.tables.jalan import ada, butir, jejak, keringanan, sop_versi
from service.adapters.ledger.tables.jilid import jilidan, salinan_baca
from service.adapters.ledger.tables.kait import antaran_kait, kait, sampai_kait
from service.adapters.ledger.tables.kantor import (
    alamat_surel,
    alasan,
    edaran,
    gagal_masuk,
    libur,
    orang,
    pakai_token,
    paket,
    pemegang,
    sesi,
    setelan,
    surat_pengingat,
    token,
    undangan,
)
from service.adapters.ledger.tables.kolom import metadata
from service.adapters.ledger.tables.komentar import ikut, komentar
from service.adapters.ledger.tables.kumpulan import gabungan, kumpulan
from service.adapters.ledger.tables.masuk import (
    MAY_OBJECT,
    OBJECTS,
    aturan_pengirim,
    disposisi,
    file,
    kiriman,
    pencarian,
    teks,
)
from service.adapters.ledger.tables.monev import bukti_monev, ekspor_monev
from service.adapters.ledger.tables.pasangan import (
    pasangan_konsep,
    pasangan_terbit,
    pasangan_versi,
)
from service.adapters.ledger.tables.perkara import berkas, naskah, paraf
from service.adapters.ledger.tables.permintaan import keberatan, permohonan
from service.adapters.ledger.tables.rapat import rapat
from service.adapters.ledger.tables.sengketa import (
    masukan_publik,
    perpanjangan,
    sengketa,
    surat_sengketa,
)
from service.adapters.ledger.tables.sop_halaman import sop_konsep, sop_terbit
from service.adapters.ledger.tables.tanda_tangan import (
    dilihat_ttd,
    edar_tinta,
    file_sesat,
    kembalian,
    kunci_ttd,
    tembusan,
    tempat_ttd,
)
from service.adapters.ledger.tables.tas import tas_berkas
from service.domain.ada import Ada
from service.domain.alasan import Alasan
from service.domain.arsip.arsip import Arsip
from service.domain.arsip.hapus import Penghapusan
from service.domain.arsip.jadwal_pakai import JadwalArsip
from service.domain.arsip.opname import OpnameArsip
from service.domain.arsip.pinjam import Pinjaman
from service.domain.arsip.tahan import Penahanan
from service.domain.arsip.tempat import Tempat
from service.domain.arsip.usul import Usul
from service.domain.aturan import AturanPengirim
from service.domain.berkas import Berkas
from service.domain.butir import Butir
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.dilihat_ttd import DilihatTtd
from service.domain.disposisi import Disposisi
from service.domain.dossier.jilidan import Jilidan
from service.domain.dossier.salinan import SalinanBaca
from service.domain.edar_tinta import EdarTinta
from service.domain.edisi.alamat_periksa import AlamatDiperiksa
from service.domain.edisi.dorong import KeadaanDorong, Terdorong
from service.domain.edisi.edisi import Edisi
from service.domain.edisi.setelan import SetelanEdisi
from service.domain.file_sesat import FileSesat
from service.domain.gerbang.keluar import FileKeluar
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.informasi.pengujian import Pengujian
from service.domain.informasi.riwayat import Riwayat
from service.domain.informasi.tinjauan import Tinjauan
from service.domain.informasi.tutupan import Tutupan
from service.domain.kait import Antaran, Kait, SampaiKait
from service.domain.keberatan import Keberatan
from service.domain.kembalian import Kembalian
from service.domain.keringanan import Keringanan
from service.domain.kiriman import File, Kiriman
from service.domain.komentar import Ikut, Komentar
from service.domain.kumpulan import Gabungan, Kumpulan
from service.domain.kunci_ttd import KunciTtd
from service.domain.libur import Libur
from service.domain.masukan import MasukanPublik
from service.domain.monev.bukti import BuktiMonev, EksporMonev
from service.domain.naskah import Naskah
from service.domain.nomor import Nomor
from service.domain.orang import GagalMasuk, Orang, Pemegang, Sesi, Undangan
from service.domain.paket import Paket
from service.domain.paraf import Paraf
from service.domain.pasangan_versi import PasanganKonsep, PasanganTerbit, PasanganVersi
from service.domain.pencarian import Pencarian
from service.domain.permohonan import Permohonan
from service.domain.perpanjangan import Perpanjangan
from service.domain.rapat_berkas import RapatBerkas
from service.domain.sengketa import Sengketa, SuratSengketa
from service.domain.setelan import Setelan
from service.domain.simpanan import Simpanan
from service.domain.sop.jejak import Jejak
from service.domain.sop.konsep import SopKonsep, SopTerbit
from service.domain.sop.versi import SopVersi
from service.domain.surel_pengingat import AlamatSurel, Edaran, SuratPengingat
from service.domain.tas.tas import TasBerkas
from service.domain.teks import Teks
from service.domain.tembusan import Tembusan
from service.domain.tempat_ttd import TempatTtd
from service.domain.token import PakaiToken, Token

__all__ = [
    "JENIS",
    "MAY_OBJECT",
    "OBJECTS",
    "REMOVABLE",
    "SERVES",
    "TABLES",
    "UNJOURNALED",
    "WAITS",
    "ada",
    "alamat_diperiksa",
    "alamat_surel",
    "alasan",
    "antaran_kait",
    "arsip",
    "aturan_pengirim",
    "berkas",
    "bukti_monev",
    "buku",
    "butir",
    "catatan",
    "daftar_masuk",
    "detak",
    "dilihat_ttd",
    "disposisi",
    "edar_tinta",
    "edaran",
    "edisi",
    "ekspor_monev",
    "file",
    "file_keluar",
    "file_sesat",
    "gabungan",
    "gagal_masuk",
    "ikut",
    "informasi",
    "jadwal_arsip",
    "jejak",
    "jilidan",
    "kait",
    "keadaan_dorong",
    "keberatan",
    "kembalian",
    "kepala",
    "keringanan",
    "kiriman",
    "komentar",
    "kumpulan",
    "kunci_ttd",
    "libur",
    "masukan_publik",
    "metadata",
    "naskah",
    "nomor",
    "opname_arsip",
    "orang",
    "pakai_token",
    "paket",
    "paraf",
    "pasangan_konsep",
    "pasangan_terbit",
    "pasangan_versi",
    "pekerjaan",
    "pembukaan",
    "pemegang",
    "penahanan_arsip",
    "pencarian",
    "penghapusan_arsip",
    "pengujian",
    "permohonan",
    "perpanjangan",
    "pinjaman_arsip",
    "rahasia",
    "rapat",
    "riwayat",
    "riwayat_informasi",
    "salinan_baca",
    "sampai_kait",
    "sengketa",
    "sesi",
    "setelan",
    "setelan_edisi",
    "simpanan",
    "sop_konsep",
    "sop_terbit",
    "sop_versi",
    "surat_pengingat",
    "surat_sengketa",
    "tas_berkas",
    "teks",
    "tembusan",
    "tempat_arsip",
    "tempat_ttd",
    "terdorong",
    "tinjauan",
    "token",
    "tutupan",
    "undangan",
    "usul_arsip",
]

TABLES: dict[type, Table] = {
    AturanPengirim: aturan_pengirim,
    Alasan: alasan,
    Libur: libur,
    Paket: paket,
    Orang: orang,
    Pemegang: pemegang,
    Sesi: sesi,
    Undangan: undangan,
    GagalMasuk: gagal_masuk,
    Token: token,
    PakaiToken: pakai_token,
    Kait: kait,
    SampaiKait: sampai_kait,
    Antaran: antaran_kait,
    Kiriman: kiriman,
    File: file,
    Berkas: berkas,
    Naskah: naskah,
    Paraf: paraf,
    TempatTtd: tempat_ttd,
    DilihatTtd: dilihat_ttd,
    EdarTinta: edar_tinta,
    Tembusan: tembusan,
    FileSesat: file_sesat,
    Kembalian: kembalian,
    KunciTtd: kunci_ttd,
    Kumpulan: kumpulan,
    Gabungan: gabungan,
    Nomor: nomor,
    Simpanan: simpanan,
    Setelan: setelan,
    Teks: teks,
    Pencarian: pencarian,
    Disposisi: disposisi,
    Permohonan: permohonan,
    Keberatan: keberatan,
    Perpanjangan: perpanjangan,
    Sengketa: sengketa,
    SuratSengketa: surat_sengketa,
    MasukanPublik: masukan_publik,
    Jejak: jejak,
    Ada: ada,
    Butir: butir,
    Keringanan: keringanan,
    SopVersi: sop_versi,
    AlamatSurel: alamat_surel,
    Edaran: edaran,
    SuratPengingat: surat_pengingat,
    Komentar: komentar,
    Ikut: ikut,
    SopKonsep: sop_konsep,
    SopTerbit: sop_terbit,
    RapatBerkas: rapat,
    PasanganKonsep: pasangan_konsep,
    PasanganTerbit: pasangan_terbit,
    PasanganVersi: pasangan_versi,
    DaftarMasuk: daftar_masuk,
    Informasi: informasi,
    Riwayat: riwayat_informasi,
    Pengujian: pengujian,
    Pembukaan: pembukaan,
    Tinjauan: tinjauan,
    Tutupan: tutupan,
    Edisi: edisi,
    SetelanEdisi: setelan_edisi,
    AlamatDiperiksa: alamat_diperiksa,
    Terdorong: terdorong,
    KeadaanDorong: keadaan_dorong,
    FileKeluar: file_keluar,
    BuktiMonev: bukti_monev,
    EksporMonev: ekspor_monev,
    JadwalArsip: jadwal_arsip,
    Arsip: arsip,
    Tempat: tempat_arsip,
    Pinjaman: pinjaman_arsip,
    Penahanan: penahanan_arsip,
    Penghapusan: penghapusan_arsip,
    Usul: usul_arsip,
    OpnameArsip: opname_arsip,
    SalinanBaca: salinan_baca,
    TasBerkas: tas_berkas,
    Jilidan: jilidan,
}
UNJOURNALED: frozenset[type] = frozenset({Simpanan, Sesi, GagalMasuk, Teks, Edaran, SuratPengingat})
UNJOURNALED |= {AlamatDiperiksa}  # a look at an address; how many were broken is noted
UNJOURNALED |= {Terdorong, KeadaanDorong}  # what stands elsewhere; each sending is noted
UNJOURNALED |= {SampaiKait, Antaran}  # what was told of the journal, and how far
UNJOURNALED |= {PakaiToken}  # when a program was last in
UNJOURNALED |= {Pencarian}  # the words that somebody looks for are no act of the office
UNJOURNALED |= {Ikut}  # who has seen what is no act of the office
UNJOURNALED |= {SalinanBaca}  # drawn from a file, as its text is read
REMOVABLE: frozenset[type] = frozenset({Libur, Paket})  # a removal stays in the journal
REMOVABLE |= {Jilidan, TasBerkas}  # made again at any time of what stays
JENIS: dict[str, type] = {str(table.name): kind for kind, table in TABLES.items()}


def rahasia(kind: type) -> frozenset[str]:
    """The fields of a kind whose contents never enter its row versions."""
    return frozenset(f.name for f in fields(kind) if f.metadata.get("rahasia"))
