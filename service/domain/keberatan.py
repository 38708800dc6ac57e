"""An objection to how a request was dealt with: its grounds in law, when each opens, its term."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from service.domain.instansi import HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.permohonan import SudahBernomor, last_day

JENIS = "keberatan"  # as a kind of kiriman
SERI = "keberatan"  # its book of legal numbers
POLA = "{NOMOR}/KEB-PPID/{BULAN_ROMAWI}/{TAHUN}"

# UU 14 Tahun 2008 Pasal 35 ayat (1), by its letters.
ALASAN: dict[str, str] = {
    "a": "Permintaan informasi ditolak berdasarkan alasan pengecualian (Pasal 17)",
    "b": "Informasi berkala tidak disediakan (Pasal 9)",
    "c": "Permintaan informasi tidak ditanggapi",
    "d": "Permintaan informasi ditanggapi tidak sebagaimana yang diminta",
    "e": "Permintaan informasi tidak dipenuhi",
    "f": "Biaya yang dikenakan tidak wajar",
    "g": "Informasi disampaikan melebihi waktu yang diatur dalam undang-undang",
}
# These say that time ran out, so they open when the term for the answer has passed; all others
# open at once.
MENUNGGU_TENGGAT = frozenset({"c", "g"})

DITERIMA, TERDAFTAR, DITANGGAPI, DIBATALKAN = "diterima", "terdaftar", "ditanggapi", "dibatalkan"
KEADAAN: dict[str, str] = {
    DITERIMA: "Diterima, menunggu nomor registrasi",
    TERDAFTAR: "Terdaftar",
    DITANGGAPI: "Sudah ditanggapi Atasan PPID",
    DIBATALKAN: "Dibatalkan pemohon",
}
USAI = frozenset({DITANGGAPI, DIBATALKAN})  # the term for the answer no longer runs

# The term of the law, where a pack does not say.
DIJAWAB = Tenggat("keberatan_dijawab", 30, HARI_KERJA, "UU 14 Tahun 2008 Pasal 36 ayat (2)")

# What the atasan PPID decides, and how far the paper of it has come.
DIKABULKAN, SEBAGIAN, DITOLAK, TIDAK_DITERIMA = (
    "dikabulkan",
    "sebagian",
    "ditolak",
    "tidak_diterima",
)
PUTUSAN: dict[str, str] = {
    DIKABULKAN: "Keberatan dikabulkan",
    SEBAGIAN: "Keberatan dikabulkan sebagian",
    DITOLAK: "Keberatan ditolak",
    TIDAK_DITERIMA: "Keberatan tidak dapat diterima",
}
DISUSUN, DITANDATANGANI, TERKIRIM = "disusun", "ditandatangani", "terkirim"
SURAT: dict[str, str] = {
    DISUSUN: "Masih disusun",
    DITANDATANGANI: "Sudah ditandatangani",
    TERKIRIM: "Sudah dikirim kepada pemohon",
}


@dataclass(frozen=True)
class IsianKeberatan:
    """What the objector wrote. Only its hash enters the row versions, so its fields stay these."""

    nama: str = ""
    nik: str = ""
    alamat: str = ""
    pekerjaan: str = ""
    telepon: str = ""
    surel: str = ""
    sebagai: str = ""  # sendiri, kuasa
    pemberi_kuasa: str = ""
    nomor_permohonan: str = ""  # as it was typed
    tujuan: str = ""
    kasus_posisi: str = ""
    garam: str = ""  # random, so that nobody tries names and numbers against the hash


@dataclass(frozen=True)
class Tanggapan:
    """The answer of the atasan PPID."""

    isi: str = ""
    tanggal: str = ""  # 2026-11-21
    nama: str = ""
    jabatan: str = ""


@dataclass(frozen=True)
class SuratTanggapan:
    """The paper of that answer: what it decides, its scan, and when the objector had it."""

    putusan: str = ""
    keadaan: str = ""  # disusun, ditandatangani, terkirim
    nomor: str = ""
    file: str = ""  # the scan
    sampai: str = ""  # the day the objector had it, 2026-11-21


@dataclass(frozen=True)
class Keberatan:
    """One line of the register of objections."""

    id: str
    kiriman: str
    instansi: str
    unit: str
    kode: str  # the mark of its own tracking code
    keadaan: str
    diterima: datetime
    hari_terima: date
    tenggat: date  # for the answer of the atasan PPID
    alasan: tuple[str, ...] = ()  # letters a to g
    permohonan: str = ""  # '' where no request of ours was named, or none was needed
    isian: IsianKeberatan = field(default_factory=IsianKeberatan, metadata={"rahasia": True})
    jalan: str = "publik"
    dini: bool = False  # came before its ground opened; the officer tells the objector so
    nomor_agenda: str = ""
    nomor: str = ""
    tanggal_daftar: date | None = None
    tanggapan: Tanggapan = field(default_factory=Tanggapan)
    surat: SuratTanggapan = field(default_factory=SuratTanggapan)
    ditemukan: date | None = None  # when the objector found the ground, as far as it is known
    batas: date | None = None  # the last day on which it could be filed
    lewat: bool = False  # filed after that day; a person decides what follows
    versi: int = 1


def answer_due(instansi: Instansi, kalender: Kalender, diterima: datetime) -> date:
    """When the atasan PPID's answer falls due."""
    return last_day(kalender, diterima, instansi.tenggat_of(DIJAWAB.id) or DIJAWAB)


def registered(keberatan: Keberatan, nomor: str, on: date) -> Keberatan:
    """The objection with its legal number; SudahBernomor where it has one."""
    if keberatan.nomor:
        raise SudahBernomor(keberatan.nomor)
    return replace(keberatan, nomor=nomor, tanggal_daftar=on, keadaan=TERDAFTAR)
