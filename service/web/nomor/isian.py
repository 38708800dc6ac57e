"""The forms of what is done to a book: reserve, slip in, write down, take over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from service.acts.nomor import luar as nomor_luar
from service.acts.nomor import pesan as nomor_pesan
from service.acts.nomor import sisip as nomor_sisip
from service.domain.refusals import Refusal
from service.domain.tanggal import panjang
from service.face.isi_formulir import Ruas
from service.web.dasar.forms import Terisi
from service.web.nomor import salin as nomor_salin
from service.web.nomor.sasaran import Pratinjau, Sasaran, Tindakan, perkara_fields


def _alasan(contoh: str) -> Ruas:
    kata = "Berdiri di buku nomor dan di jurnal."
    return Ruas("alasan", "Alasan", "", "panjang", kata, contoh, batas=500)


# --- reserve ---


def _pesan(one: Sasaran) -> tuple[Ruas, ...]:
    return (
        Ruas("banyak", "Berapa nomor", "", "angka", batas=3, lebar="sempit"),
        Ruas(
            "sampai",
            "Disimpan sampai akhir",
            "",
            "tanggal",
            "Yang belum dipakai sesudah hari itu menjadi batal.",
            lebar="sempit",
        ),
        Ruas("untuk_siapa", "Untuk siapa", contoh="Panitia rapat contoh di luar kota"),
        _alasan("Rapat di luar kota tanpa jaringan."),
        Ruas("id", "Tanda", one.house.new_id(), "tersembunyi", batas=40),
    )


def _later(one: Sasaran) -> tuple[Ruas, ...]:
    """What a number takes from its letter may be left open until it is used."""
    kata = "Boleh disebut nanti, saat nomornya dipakai."
    return tuple(
        one if one.nama == "sifat" else replace(one, wajib=False, petunjuk=kata)
        for one in perkara_fields(one)
    )


def _pesanan(one: Sasaran, sent: Terisi) -> nomor_pesan.Pesanan:
    sampai = sent.tanggal("sampai") or one.today
    return nomor_pesan.Pesanan(
        sent["id"], one.seri, sent.angka("banyak"), sampai, sent["untuk_siapa"], one.asked(sent)
    )


def _look_reserve(one: Sasaran, sent: Terisi, _: Path | None) -> Pratinjau:
    asked = _pesanan(one, sent)
    block = nomor_pesan.reserve(
        one.house, one.oleh, one.agency.kode, asked, sent["alasan"], coba=True
    )
    first, last = block[0].sebutan, block[-1].sebutan
    which = first if len(block) == 1 else f"{first} sampai {last}"
    return Pratinjau((f"Akan dipesan {len(block)} nomor: {which}.", _until(asked.sampai)))


def _until(on: date) -> str:
    return f"Disimpan sampai akhir {panjang(on)}. Belum ada nomor yang diambil."


def _reserve(one: Sasaran, sent: Terisi, _: Path | None) -> object:
    asked = _pesanan(one, sent)
    return nomor_pesan.reserve(one.house, one.oleh, one.agency.kode, asked, sent["alasan"])


# --- slip in ---


def _sisip(one: Sasaran) -> tuple[Ruas, ...]:
    return (
        Ruas("tanggal", "Tanggal surat", "", "tanggal", "Sebelum hari ini.", lebar="sempit"),
        Ruas("perihal", "Perihal surat"),
        _alasan("Surat sudah ditandatangani pada tanggal itu dan terlewat dicatat."),
        Ruas("id", "Tanda", one.house.new_id(), "tersembunyi", batas=40),
    )


def _sisipan(one: Sasaran, sent: Terisi) -> nomor_sisip.Sisip:
    tanggal = sent.tanggal("tanggal") or one.today
    if not one.state.buku.holds(tanggal):
        raise Refusal("Tanggal itu di luar masa buku ini. Pilih buku menurut tahun suratnya.")
    return nomor_sisip.Sisip(sent["id"], one.seri, tanggal, sent["perihal"], one.asked(sent))


def _look_insert(one: Sasaran, sent: Terisi, _: Path | None) -> Pratinjau:
    found = nomor_sisip.insert(
        one.house, one.oleh, one.agency.kode, _sisipan(one, sent), sent["alasan"], coba=True
    )
    kata = f"Nomor sisipannya: {found.sebutan}, di belakang nomor {found.urut}."
    return Pratinjau((kata, "Belum ada nomor yang diambil."))


def _insert(one: Sasaran, sent: Terisi, _: Path | None) -> object:
    kode, asked = one.agency.kode, _sisipan(one, sent)
    return nomor_sisip.insert(one.house, one.oleh, kode, asked, sent["alasan"])


# --- write down ---


def _luar(_: Sasaran) -> tuple[Ruas, ...]:
    return (
        Ruas("nomor", "Nomor seperti tertulis pada surat", batas=300),
        Ruas("tanggal", "Tanggal surat", "", "tanggal", lebar="sempit"),
        Ruas("perihal", "Perihal surat"),
        Ruas("pasti", "Pasti", "", "tersembunyi", wajib=False, batas=300),
    )


def _outer(one: Sasaran, sent: Terisi) -> nomor_luar.Luar:
    tanggal = sent.tanggal("tanggal") or one.today
    if not one.state.buku.holds(tanggal):
        raise Refusal("Tanggal itu di luar masa buku ini. Pilih buku menurut tahun suratnya.")
    return nomor_luar.Luar(one.seri, sent["nomor"], tanggal, sent["perihal"], one.asked(sent))


def _look_outer(one: Sasaran, sent: Terisi, _: Path | None) -> Pratinjau:
    found = nomor_luar.doubts(one.house, one.oleh, one.agency.kode, _outer(one, sent))
    kata = f"Akan dicatat di samping buku ini: {sent['nomor']}."
    if not found:
        return Pratinjau((kata, "Nomornya sesuai pola dan belum ada di buku."))
    more = "Belum dicatat. Bila memang benar, tekan tombolnya sekali lagi."
    return Pratinjau((*found, more), siap=sent["pasti"] == sent["nomor"])


def _record(one: Sasaran, sent: Terisi, _: Path | None) -> object:
    asked = _outer(one, sent)
    sure = sent["pasti"] == sent["nomor"]
    return nomor_luar.record(one.house, one.oleh, one.agency.kode, asked, pasti=sure)


CARA: dict[str, Tindakan] = {
    "pesan": Tindakan(
        "Pesan nomor",
        "Sederet nomor berikutnya disimpan untuk dipakai kemudian.",
        "Pesan nomor ini",
        _pesan,
        _look_reserve,
        _reserve,
        _later,
        kini=True,
    ),
    "sisip": Tindakan(
        "Nomor sisipan",
        "Untuk surat yang tanggalnya mendahului nomor terakhir: 31.a, 31.b, dan seterusnya.",
        "Ambil nomor sisipan",
        _sisip,
        _look_insert,
        _insert,
        perkara_fields,
    ),
    "luar": Tindakan(
        "Catat nomor dari luar",
        "Nomor dari SRIKANDI atau buku kertas. Dicatat di samping buku ini, di luar hitungannya.",
        "Catat nomor ini",
        _luar,
        _look_outer,
        _record,
        perkara_fields,
    ),
    "salin": Tindakan(
        "Salin buku lama",
        "Buku nomor dari Excel disalin ke sini, lalu dilanjutkan.",
        "Salin buku ini",
        nomor_salin.salin,
        nomor_salin.look_table,
        nomor_salin.bring,
        perkara_fields,
        berlampiran=True,
    ),
}
