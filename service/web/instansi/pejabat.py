"""The form of an official: one person in one term of office."""

from __future__ import annotations

from pathlib import Path

from service.domain.instansi import Instansi
from service.domain.instansi_ubah import official_added, official_changed
from service.domain.orang import DEFINITIF, PLH, PLT
from service.domain.pejabat import AN, UB, Pejabat
from service.domain.refusals import TidakAda
from service.face.isi_formulir import Kelompok, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.instansi.bagian import Bagian, Sasaran

SEBAGAI = (
    Pilihan(DEFINITIF, "Pejabat definitif"),
    Pilihan(PLT, "Plt. (pelaksana tugas)", "Jabatannya sedang kosong."),
    Pilihan(PLH, "Plh. (pelaksana harian)", "Pejabatnya sedang berhalangan."),
    Pilihan(AN, "a.n. (atas nama)", "Menandatangani untuk pemegang jabatan."),
    Pilihan(UB, "u.b. (untuk beliau)", "Menandatangani untuk yang diberi mandat a.n."),
)
KATA = (
    "Satu baris satu masa jabatan. Bila pejabat berganti, isi akhir masanya, lalu tambahkan "
    "penggantinya; naskah lama tetap menyebut pejabat yang lama."
)


def _fields(now: Instansi, one: Pejabat) -> tuple[Kelompok, ...]:
    return (
        Kelompok("Orangnya", _person(one)),
        Kelompok("Jabatannya", _office(now, one)),
        Kelompok("Masa jabatan", _term(one)),
    )


def _person(one: Pejabat) -> tuple[Ruas, ...]:
    return (
        Ruas("gelar_depan", "Gelar di depan", one.gelar_depan, wajib=False, lebar="sempit"),
        Ruas("nama", "Nama tanpa gelar", one.nama, lebar="sedang"),
        Ruas(
            "gelar_belakang", "Gelar di belakang", one.gelar_belakang, wajib=False, lebar="sempit"
        ),
        Ruas("nip", "NIP", one.nip, petunjuk="18 angka.", wajib=False, batas=30, lebar="sedang"),
        Ruas("pangkat", "Pangkat", one.pangkat, contoh="Pembina (IV/a)", wajib=False),
    )


def _office(now: Instansi, one: Pejabat) -> tuple[Ruas, ...]:
    units = tuple(Pilihan(unit.id, unit.nama) for unit in now.unit)
    mandat = "Hanya untuk a.n. dan u.b."
    return (
        Ruas("jabatan", "Jabatan", one.jabatan, contoh="Kepala Dinas Contoh"),
        Ruas("sebagai", "Sebagai", one.sebagai, "radio", pilihan=SEBAGAI),
        Ruas(
            "jabatan_sendiri",
            "Jabatannya sendiri",
            one.jabatan_sendiri,
            "teks",
            mandat,
            "",
            wajib=False,
        ),
        Ruas(
            "melalui", "Melalui jabatan", one.melalui, "teks", "Hanya untuk u.b.", "", wajib=False
        ),
        Ruas("unit", "Unit kerja", one.unit, "pilih", wajib=False, pilihan=units),
    )


def _term(one: Pejabat) -> tuple[Ruas, ...]:
    mulai = one.mulai.isoformat() if one.mulai else ""
    sampai = one.sampai.isoformat() if one.sampai else ""
    kata = "Kosong: sampai ada penggantinya. Wajib untuk Plt. dan Plh."
    dasar = "Nomor SK atau surat perintah. Wajib untuk Plt. dan Plh."
    return (
        Ruas("mulai", "Mulai", mulai, "tanggal", wajib=False, lebar="sempit"),
        Ruas("sampai", "Sampai dengan", sampai, "tanggal", kata, wajib=False, lebar="sempit"),
        Ruas("dasar", "Dasar", one.dasar, petunjuk=dasar, wajib=False),
    )


def _held(one: Sasaran) -> Pejabat:
    place = int(one.butir) if one.butir.isascii() and one.butir.isdigit() else 0
    if not 0 < place <= len(one.instansi.pejabat):
        raise TidakAda("Pejabat itu")
    return one.instansi.pejabat[place - 1]


def _written(sent: Terisi) -> Pejabat:
    plain = ("gelar_depan", "nama", "gelar_belakang", "nip", "pangkat", "jabatan", "sebagai")
    more = ("jabatan_sendiri", "melalui", "unit", "dasar")
    return Pejabat(
        mulai=sent.tanggal("mulai"),
        sampai=sent.tanggal("sampai"),
        **{nama: sent[nama] for nama in (*plain, *more)},
    )


def _change(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    one.change(sent, official_changed(int(one.butir) - 1, _written(sent)), "pejabat_diubah")


def _add(one: Sasaran, sent: Terisi, _: Path | None) -> None:
    one.change(sent, official_added(_written(sent)), "pejabat_ditambah")


PEJABAT = Bagian("Ubah pejabat", lambda one: _fields(one.instansi, _held(one)), _change, KATA)
PEJABAT_BARU = Bagian(
    "Tambah pejabat", lambda one: _fields(one.instansi, Pejabat("", "")), _add, KATA, "Tambah"
)
