"""Objections: handed in, numbered, answered, and seen in their register without who objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.lihat.terlihat import line_for
from service.acts.register import jawaban
from service.acts.register import keberatan as acts
from service.acts.register.jawaban import Jawab
from service.domain import isian_publik
from service.domain.bentuk_json import rincian
from service.domain.keberatan import (
    ALASAN,
    PUTUSAN,
    SURAT,
    Keberatan,
    SuratTanggapan,
    Tanggapan,
)
from service.domain.wewenang import Act
from service.web.api.bagian import hari, salah_satu
from service.web.api.jalan import Jalan, looks, page
from service.web.api.penerimaan import Penerimaan, recorded, ruas
from service.web.api.pindaian import id_unggahan, laid_down
from service.web.api.register import TanyaRegister, stretch, wanted
from service.web.dasar.auth import hadir, house


@dataclass(frozen=True)
class BarisKeberatan:
    """Satu keberatan; tanpa nama dan isi pemohonnya."""

    id: str
    permohonan: str
    instansi: str
    unit: str
    keadaan: str
    nomor_agenda: str
    nomor: str
    diterima: datetime
    tenggat: date
    versi: int


@dataclass(frozen=True)
class HalamanKeberatan:
    """Sebagian register keberatan, yang terbaru lebih dahulu."""

    isi: tuple[BarisKeberatan, ...]
    jumlah: int
    berikut: str | None


@dataclass(frozen=True)
class KeberatanTercatat:
    """Keberatan yang masuk register, dengan kode pelacakan bagi pemohonnya."""

    kode: str = field(metadata=rincian(kata="Serahkan kepada pemohonnya; tidak disimpan di sini."))
    keberatan: BarisKeberatan
    versi: int


@dataclass(frozen=True, kw_only=True)
class IsianKeberatan(Penerimaan):
    """Keberatan, dengan yang mengajukannya dan permohonan yang dimaksud."""

    kode_permohonan: str = field(default="", metadata=ruas("kode_permohonan"))
    nomor_permohonan: str = field(default="", metadata=ruas("nomor_permohonan"))
    alasan: tuple[str, ...] = field(metadata=salah_satu(ALASAN))
    tujuan: str = field(metadata=ruas("tujuan"))
    kasus_posisi: str = field(metadata=ruas("kasus_posisi"))


@dataclass(frozen=True)
class IsianTanggapan:
    """Tanggapan Atasan PPID menurut suratnya yang ditandatangani."""

    putusan: str = field(metadata=salah_satu(PUTUSAN))
    isi: str = field(metadata=rincian(terpendek=1, terpanjang=5000))
    tanggal: date
    nama: str = field(metadata=rincian(kata="Nama Atasan PPID.", terpendek=1, terpanjang=200))
    jabatan: str = field(metadata=rincian(terpendek=1, terpanjang=200))
    surat: str = field(metadata=salah_satu(SURAT))
    unggahan: str = field(metadata=id_unggahan())
    nomor: str = field(default="", metadata=rincian(kata="Nomor suratnya.", terpanjang=120))
    sampai: date | None = field(
        default=None, metadata=rincian(kata="Hari surat itu diterima pemohonnya.")
    )


def objections(tanya: TanyaRegister) -> HalamanKeberatan:
    """The register of objections."""
    many, found = house().register.keberatan(wanted(tanya), stretch(tanya))
    some, more = page(found, tanya)
    return HalamanKeberatan(tuple(map(row, some)), many, more)


def show(keberatan_id: str) -> BarisKeberatan:
    """One line of it."""
    with house().ledger.read() as reading:
        return row(line_for(reading, hadir(), Keberatan, keberatan_id))


def row(one: Keberatan) -> BarisKeberatan:
    """A line of the register; who objects does not stand in it."""
    return BarisKeberatan(
        one.id,
        one.permohonan,
        one.instansi,
        one.unit,
        one.keadaan,
        one.nomor_agenda,
        one.nomor,
        one.diterima,
        one.tenggat,
        one.versi,
    )


def record(isi: IsianKeberatan) -> KeberatanTercatat:
    """An objection in the register, with its number."""
    alasan = " ".join(isi.alasan)
    one, kode = recorded(isi, isian_publik.KEBERATAN, acts.at_desk, alasan=alasan)
    return KeberatanTercatat(kode, row(one), one.versi)


def number(keberatan_id: str, versi: int) -> BarisKeberatan:
    """The legal number, where it waited for somebody to give it."""
    _mine(keberatan_id, Act.IDENTIFY)
    acts.give_number(house(), hadir(), keberatan_id, versi)
    return show(keberatan_id)


def respond(keberatan_id: str, versi: int, isi: IsianTanggapan) -> BarisKeberatan:
    """What the atasan PPID said, by the paper that they signed."""
    one = _mine(keberatan_id, Act.IDENTIFY)
    jawaban.look(house(), hadir(), keberatan_id, versi, _said(isi, isi.unggahan))
    file = laid_down(isi.unggahan, one, f"Tanggapan atas keberatan {one.nomor}")
    jawaban.respond(house(), hadir(), keberatan_id, versi, _said(isi, file))
    return show(keberatan_id)


def _said(isi: IsianTanggapan, file: str) -> Jawab:
    return Jawab(
        Tanggapan(isi.isi, hari(isi.tanggal), isi.nama, isi.jabatan),
        SuratTanggapan(isi.putusan, isi.surat, isi.nomor, file, hari(isi.sampai)),
    )


def _mine(keberatan_id: str, act: Act) -> Keberatan:
    """The line; one in which this caller has no part is as if there were none."""
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), Keberatan, keberatan_id, (act,))


SATU = "/keberatan/<keberatan_id>"
JALAN = (
    looks(
        "/keberatan",
        "daftar_keberatan",
        "Register keberatan dengan tenggatnya.",
        objections,
        HalamanKeberatan,
        TanyaRegister,
    ),
    Jalan(
        "POST",
        "/keberatan",
        "catat_keberatan",
        "Keberatan yang diterima di tempat lain masuk register dan bernomor.",
        record,
        KeberatanTercatat,
        IsianKeberatan,
        acts=(Act.IDENTIFY,),
        kode=201,
    ),
    looks(SATU, "lihat_keberatan", "Satu baris register keberatan.", show, BarisKeberatan),
    Jalan(
        "POST",
        f"{SATU}/nomor",
        "nomor_keberatan",
        "Memberi nomor registrasi yang menunggu petugas.",
        number,
        BarisKeberatan,
        acts=(Act.IDENTIFY,),
        bersyarat=True,
    ),
    Jalan(
        "POST",
        f"{SATU}/tanggapan",
        "tanggapan_keberatan",
        "Mencatat tanggapan Atasan PPID menurut suratnya.",
        respond,
        BarisKeberatan,
        IsianTanggapan,
        acts=(Act.IDENTIFY,),
        bersyarat=True,
    ),
)
