"""A request for information and its place in the legal register; keberatan.py has the objection."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from service.domain.instansi import BULAN, HARI, HARI_KERJA, Instansi, Tenggat
from service.domain.kalender import Kalender
from service.domain.refusals import Refusal

JENIS = "permohonan_informasi"  # as a kind of kiriman
SERI = "register"  # its book of legal numbers
POLA = "{NOMOR}/REG-PPID/{BULAN_ROMAWI}/{TAHUN}"  # where the pack has no such series

# Where a permohonan stands.
DITERIMA, TERDAFTAR, DIPROSES = "diterima", "terdaftar", "diproses"
DIJAWAB, SELESAI, DIBATALKAN = "dijawab", "selesai", "dibatalkan"
KEADAAN: dict[str, str] = {
    DITERIMA: "Diterima, menunggu nomor pendaftaran",
    TERDAFTAR: "Terdaftar",
    DIPROSES: "Sedang diproses",
    DIJAWAB: "Sudah dijawab tertulis",
    SELESAI: "Selesai",
    DIBATALKAN: "Ditutup tanpa jawaban",
}
# Why it can be closed without an answer.
TUTUP: dict[str, str] = {
    "ditarik": "Ditarik pemohon",
    "tidak_dilengkapi": "Tidak dilengkapi pemohon sampai batas waktunya",
}
TERBUKA = frozenset({DITERIMA, TERDAFTAR, DIPROSES})
USAI = frozenset(KEADAAN) - TERBUKA  # the term for the answer no longer runs

# By which way it came to the desk.
PUBLIK, LANGSUNG, SURAT, TELEPON, SUREL = "publik", "langsung", "surat", "telepon", "surel"
PORTAL = "portal"  # of another office, whose program hands it in
JALAN: dict[str, str] = {
    LANGSUNG: "Datang langsung",
    SURAT: "Surat",
    TELEPON: "Telepon",
    SUREL: "Surel",
    PORTAL: "Portal atau meja layanan lain",
    PUBLIK: "Formulir di halaman publik",
}

# What the register says of the answer.
DIKUASAI = {"ya": "Dikuasai", "tidak": "Tidak dikuasai"}
BENTUK = {"softcopy": "Softcopy", "hardcopy": "Hardcopy", "keduanya": "Softcopy dan hardcopy"}
JENIS_PERMINTAAN = {"melihat": "Melihat atau mengetahui", "salinan": "Meminta salinan"}
DIBERIKAN, SEBAGIAN, TIDAK_DIBERIKAN = "diberikan", "sebagian", "tidak_diberikan"
KEPUTUSAN = {
    DIBERIKAN: "Diberikan seluruhnya",
    SEBAGIAN: "Diberikan sebagian",
    TIDAK_DIBERIKAN: "Ditolak",  # the word of the law, Pasal 22 ayat (7)
}

# The terms of the law, where a pack does not say.
MENJAWAB = Tenggat("permohonan", 10, HARI_KERJA, "UU 14 Tahun 2008 Pasal 22 ayat (7)")
PERPANJANGAN = Tenggat("perpanjangan", 7, HARI_KERJA, "UU 14 Tahun 2008 Pasal 22 ayat (8)")


class SudahBernomor(Refusal):
    """A legal number is given once."""

    status = 409

    def __init__(self, nomor: str) -> None:
        super().__init__(
            f"Sudah diberi nomor {nomor}. Nomor pendaftaran tidak diberikan dua kali; muat ulang "
            "halamannya."
        )


@dataclass(frozen=True)
class Isian:
    """What the applicant wrote. Only its hash enters the row versions, so its fields stay these."""

    nama: str = ""
    nik: str = ""
    alamat: str = ""
    pekerjaan: str = ""
    telepon: str = ""
    surel: str = ""
    sebagai: str = ""  # sendiri, kuasa
    pemberi_kuasa: str = ""
    rincian: str = ""  # the information asked for
    tujuan: str = ""
    memperoleh: str = ""  # melihat, salinan_cetak, salinan_elektronik
    mendapatkan: str = ""  # ambil, kurir, pos, faksimile, surel
    garam: str = ""  # random, so that nobody tries names and numbers against the hash


@dataclass(frozen=True)
class Keputusan:
    """The right half of the register: what was answered, how, when and for what fee."""

    dikuasai: str = ""  # ya, tidak
    bentuk: str = ""  # softcopy, hardcopy, keduanya
    jenis: str = ""  # melihat, salinan
    keputusan: str = ""  # diberikan, sebagian, tidak_diberikan
    alasan: str = ""
    pemberitahuan: str = ""  # the day of the written notice, 2026-11-21
    pemberian: str = ""  # the day the information was given
    biaya: int = 0  # rupiah
    cara_bayar: str = ""


@dataclass(frozen=True)
class Permohonan:
    """One line of the register of requests."""

    id: str
    kiriman: str
    instansi: str
    unit: str
    kode: str  # the mark of the tracking code (kode_lacak.sidik), never the code
    keadaan: str
    diterima: datetime
    hari_terima: date  # the working day on which it counts as received
    tenggat: date  # for the written answer; moved once when it is extended
    isian: Isian = field(default_factory=Isian, metadata={"rahasia": True})
    jalan: str = PUBLIK  # publik, langsung, surat, telepon, surel, portal
    nomor_agenda: str = ""
    nomor_daftar: str = ""
    tanggal_daftar: date | None = None
    diperpanjang: bool = False
    keputusan: Keputusan = field(default_factory=Keputusan)
    versi: int = 1


def last_day(kalender: Kalender, diterima: datetime, tenggat: Tenggat) -> date:
    """The last day of a term that begins with a receipt, by the calendar of the office."""
    if tenggat.satuan == HARI_KERJA:
        return kalender.tenggat_hari(diterima, tenggat.jumlah)
    received = kalender.hari_terima(diterima)
    if tenggat.satuan == BULAN:
        return kalender.tenggat_bulan(received, tenggat.jumlah)
    assert tenggat.satuan == HARI
    return received + timedelta(days=tenggat.jumlah)


def last_day_after(kalender: Kalender, dari: date, tenggat: Tenggat) -> date:
    """The last day of a term that begins with something that happened on a day; day 0 is that."""
    if tenggat.satuan == HARI_KERJA:
        return kalender.hari_kerja_after(dari, tenggat.jumlah)
    if tenggat.satuan == BULAN:
        return kalender.tenggat_bulan(dari, tenggat.jumlah)
    assert tenggat.satuan == HARI
    return dari + timedelta(days=tenggat.jumlah)


def answer_due(instansi: Instansi, kalender: Kalender, diterima: datetime) -> date:
    """When the written answer falls due."""
    return last_day(kalender, diterima, instansi.tenggat_of(MENJAWAB.id) or MENJAWAB)


def extended_due(instansi: Instansi, kalender: Kalender, tenggat: date) -> date:
    """When it falls due after the one extension the law allows."""
    more = instansi.tenggat_of(PERPANJANGAN.id) or PERPANJANGAN
    return last_day_after(kalender, tenggat, more)


class SudahBerakhir(Refusal):
    """It was answered or closed; what is still to be done needs it opened again."""

    status = 409

    def __init__(self, keadaan: str) -> None:
        super().__init__(
            f"Keadaan permohonan ini: {KEADAAN[keadaan].lower()}. Tidak ada yang diubah; buka "
            "kembali lebih dahulu bila masih ada yang harus dikerjakan."
        )


class MasihTerbuka(Refusal):
    """Only what has ended is opened again."""

    status = 409

    def __init__(self) -> None:
        super().__init__("Permohonan ini belum berakhir. Tidak ada yang diubah.")


def need_open(permohonan: Permohonan) -> None:
    """Refuse what has ended already."""
    if permohonan.keadaan not in TERBUKA:
        raise SudahBerakhir(permohonan.keadaan)


def reopened(permohonan: Permohonan) -> Permohonan:
    """The request in work again; its term is what it was."""
    if permohonan.keadaan in TERBUKA:
        raise MasihTerbuka
    return replace(permohonan, keadaan=DIPROSES)


def registered(permohonan: Permohonan, nomor: str, on: date) -> Permohonan:
    """The request with its legal number; SudahBernomor where it has one."""
    if permohonan.nomor_daftar:
        raise SudahBernomor(permohonan.nomor_daftar)
    keadaan = TERDAFTAR if permohonan.keadaan == DITERIMA else permohonan.keadaan
    return replace(permohonan, nomor_daftar=nomor, tanggal_daftar=on, keadaan=keadaan)
