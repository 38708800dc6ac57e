"""The forms of an instansi's number series and of its terms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.acts.instansi import ubah as acts
from service.domain.instansi import Tenggat
from service.domain.instansi_ubah import series_added, term_changed
from service.domain.pola import TANDA
from service.domain.refusals import Refusal, TidakAda
from service.domain.seri import BULANAN, PER_PENANDATANGAN, PER_UNIT, TAHUNAN, TERUS, Lanjut, Seri
from service.domain.sisipan import CARA as SISIPAN
from service.domain.tenggat_kata import SATUAN
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.web.dasar.forms import Terisi
from service.web.instansi.bagian import Bagian, Sasaran

ULANG = (
    Pilihan(TAHUNAN, "Mulai dari 1 setiap tahun"),
    Pilihan(BULANAN, "Mulai dari 1 setiap bulan"),
    Pilihan(TERUS, "Terus, tidak pernah mulai ulang"),
)
BUKU_PER = (
    Pilihan("", "Satu buku untuk seluruh instansi"),
    Pilihan(PER_UNIT, "Satu buku untuk tiap unit kerja"),
    Pilihan(PER_PENANDATANGAN, "Satu buku untuk tiap penanda tangan"),
    Pilihan(f"{PER_UNIT}+{PER_PENANDATANGAN}", "Satu buku untuk tiap unit dan penanda tangannya"),
)
_CONTOH_SISIPAN = {"huruf_kecil": "12.a", "huruf_besar": "12.A", "angka": "12.1"}
CARA_SISIPAN = tuple(
    Pilihan(one, f"{one.replace('_', ' ').capitalize()}, misalnya {_CONTOH_SISIPAN[one]}")
    for one in SISIPAN
)
PETUNJUK_POLA = (
    f"Tanda yang diisi Berkas: {', '.join(f'{{{one}}}' for one in TANDA)}. {{NOMOR:3}} menulis 007."
)


def series_of(one: Sasaran) -> Seri:
    """The series that is being changed, or TidakAda."""
    found = one.instansi.seri_of(one.butir)
    if found is None:
        raise TidakAda("Seri itu")
    return found


def _seri(one: Sasaran) -> tuple[Kelompok, ...]:
    now = series_of(one)
    return (
        Kelompok("Penulisan", _pattern(now)),
        Kelompok(
            "Melanjutkan buku kertas",
            _start(now.lanjut),
            "Kosongkan bila Berkas memulai dari nomor 1.",
        ),
    )


def _pattern(now: Seri) -> tuple[Ruas, ...]:
    return (
        Ruas("nama", "Nama seri", now.nama),
        Ruas("pola", "Pola", now.pola, petunjuk=PETUNJUK_POLA),
        Ruas(
            "kode_klasifikasi",
            "Kode klasifikasi",
            now.kode_klasifikasi,
            wajib=False,
            lebar="sempit",
            batas=40,
        ),
        Ruas(
            "jenis",
            "Kode jenis naskah",
            now.jenis,
            petunjuk="Mengisi tanda {JENIS}.",
            contoh="SOP",
            wajib=False,
            lebar="sempit",
            batas=40,
        ),
        Ruas("reset", "Mulai ulang", now.reset, "radio", pilihan=ULANG),
        Ruas("per", "Pembagian buku", "+".join(now.per), "radio", wajib=False, pilihan=BUKU_PER),
        Ruas("sisipan", "Nomor sisipan", now.sisipan, "radio", pilihan=CARA_SISIPAN),
    )


def _start(lanjut: Lanjut | None) -> tuple[Ruas, ...]:
    tahun, nomor = (str(lanjut.tahun), str(lanjut.nomor)) if lanjut else ("", "")
    return (
        Ruas("lanjut_tahun", "Tahun buku", tahun, "angka", wajib=False, batas=4, lebar="sempit"),
        Ruas(
            "lanjut_nomor",
            "Nomor pertama dari Berkas",
            nomor,
            "angka",
            wajib=False,
            batas=7,
            lebar="sempit",
        ),
    )


def series_sent(one: Sasaran, sent: Terisi) -> Seri:
    """The series as the form has it."""
    if bool(sent["lanjut_tahun"]) != bool(sent["lanjut_nomor"]):
        raise Refusal("Isi tahun buku dan nomor pertama bersama-sama, atau kosongkan keduanya.")
    tahun, nomor = sent.angka("lanjut_tahun"), sent.angka("lanjut_nomor")
    return Seri(
        id=one.butir,
        nama=sent["nama"],
        pola=sent["pola"],
        reset=sent["reset"],
        sisipan=sent["sisipan"],
        kode_klasifikasi=sent["kode_klasifikasi"],
        lanjut=Lanjut(tahun, nomor) if sent["lanjut_nomor"] else None,
        jenis=sent["jenis"],
        per=tuple(sent["per"].split("+")) if sent["per"] else (),
    )


def _seri_baru(_: Sasaran) -> tuple[Kelompok, ...]:
    now = Seri("", "", "{NOMOR:3}/{KODE_UNIT}/{BULAN_ROMAWI}/{TAHUN}")
    return (
        Kelompok("Penulisan", _pattern(now)),
        Kelompok(
            "Melanjutkan buku kertas",
            _start(None),
            "Kosongkan bila Berkas memulai dari nomor 1.",
        ),
    )


def _add_seri(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    one.change(sent, series_added(series_sent(one, sent)), "seri_ditambah")


def _keep_seri(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    acts.number(one.house, one.oleh, one.kode, sent.angka("versi"), series_sent(one, sent))


@dataclass(frozen=True)
class Contoh:
    """The next number of a series as it would be written, or why it cannot be."""

    nomor: str
    sebab: str = ""


def sample(one: Sasaran, sent: Terisi | None = None) -> Contoh:
    """The next number as the form would have it written, or as it is written now."""
    seri = series_sent(one, sent) if sent else series_of(one)
    return Contoh(acts.sample(one.house, one.kode, seri))


def sample_typed(one: Sasaran, typed: Formulir) -> Contoh:
    """The next number of a form that is still being filled."""
    if wrong := [ruas.galat for ruas in typed.ruas if ruas.galat]:
        return Contoh("", wrong[0])
    sent = Terisi(typed, {ruas.nama: ruas.nilai for ruas in typed.ruas}, lambda _: "")
    try:
        return sample(one, sent)
    except Refusal as no:
        return Contoh("", getattr(no, "faults", (str(no),))[0])


def _tenggat(one: Sasaran) -> tuple[Kelompok, ...]:
    now = one.instansi.tenggat_of(one.butir)
    if now is None:
        raise TidakAda("Tenggat itu")
    satuan = tuple(Pilihan(nilai, kata) for nilai, kata in SATUAN.items())
    ruas = (
        Ruas("jumlah", "Lama", str(now.jumlah), "angka", batas=3, lebar="sempit"),
        Ruas("satuan", "Satuan", now.satuan, "pilih", pilihan=satuan, lebar="sempit"),
        Ruas("dasar", "Dasar", now.dasar, contoh="UU 14 Tahun 2008 Pasal 22 ayat (7)"),
        Ruas("keterangan", "Keterangan", now.keterangan, wajib=False),
    )
    return (Kelompok("", ruas),)


def _keep_tenggat(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    jumlah = sent.angka("jumlah")
    asked = Tenggat(one.butir, jumlah, sent["satuan"], sent["dasar"], sent["keterangan"])
    one.change(sent, term_changed(asked), "tenggat_diubah")


SERI = Bagian(
    "Ubah seri nomor",
    _seri,
    _keep_seri,
    "Nomor yang sudah diberikan tidak berubah.",
    lain=(Tombol("Lihat contoh nomor", "contoh"),),
)
SERI_BARU = Bagian(
    "Tambah seri nomor",
    _seri_baru,
    _add_seri,
    "Bukunya dimulai begitu nomor pertamanya diambil.",
    "Tambah seri ini",
)
TENGGAT = Bagian(
    "Ubah tenggat",
    _tenggat,
    _keep_tenggat,
    "Batas undang-undang tetap mengikat, apa pun yang tertulis di sini.",
)
