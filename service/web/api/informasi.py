"""The pieces of information: seen, proposed, and written in by the unit that answers for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from service.acts.informasi import baca, ubah, usul
from service.acts.informasi.ubah import Isian
from service.acts.informasi.usul import Usulan
from service.domain.bentuk_json import IsianJsonSalah, Rincian, rincian
from service.domain.informasi.informasi import Informasi
from service.domain.wewenang import Act
from service.ports.informasi import SaringInformasi
from service.web.api.bagian import id_baru, tempat
from service.web.api.jalan import Jalan, Lanjut, looks, mark, unmarked
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house
from service.web.informasi import isian
from service.web.informasi.tulis import KOSONG, writable

RUAS = {one.nama: one for one in isian.form("", "", KOSONG, "").ruas}


def ruas(nama: str) -> dict[str, Rincian]:
    """A field that the form of the page has as well, with its words, its limit and its choices."""
    one = RUAS[nama]
    return rincian(
        kata=" ".join(filter(None, (f"{one.label}.", one.petunjuk))),
        terpanjang=one.batas,
        pilihan=tuple(x.nilai for x in one.pilihan),
    )


@dataclass(frozen=True)
class TanyaInformasi(Lanjut):
    """Informasi mana yang diminta."""

    keadaan: str = field(default="", metadata=rincian(terpanjang=40))
    kategori: str = field(default="", metadata=rincian(terpanjang=40))
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    kata: str = field(default="", metadata=rincian(terpanjang=200))


@dataclass(frozen=True)
class BarisInformasi:
    """Satu informasi dengan unsurnya."""

    id: str
    instansi: str
    unit: str
    kode: str
    keadaan: str
    dikembalikan: bool
    kategori: str
    keamanan: str
    ringkasan: str
    penguasa: str
    penanggung_jawab: str
    waktu: str
    tempat: str
    bentuk: tuple[str, ...]
    bentuk_tertulis: str
    retensi: str
    kode_klasifikasi: str
    alamat: str
    dasar: str
    lokasi: str
    kondisi: str
    sk_nomor: str
    terbit_pada: date | None
    dimutakhirkan_pada: date | None
    versi: int


@dataclass(frozen=True)
class HalamanInformasi:
    """Sebagian informasi, menurut kodenya."""

    isi: tuple[BarisInformasi, ...]
    berikut: str | None


@dataclass(frozen=True, kw_only=True)
class IsianInformasi:
    """Kata-kata satu informasi; yang tidak disebut tetap seperti sebelumnya."""

    kategori: str | None = field(default=None, metadata=ruas("kategori"))
    keamanan: str | None = field(default=None, metadata=ruas("keamanan"))
    ringkasan: str | None = field(default=None, metadata=ruas("ringkasan"))
    penguasa: str | None = field(default=None, metadata=ruas("penguasa"))
    penanggung_jawab: str | None = field(default=None, metadata=ruas("penanggung_jawab"))
    waktu: str | None = field(default=None, metadata=ruas("waktu"))
    tempat: str | None = field(default=None, metadata=ruas("tempat"))
    bentuk: tuple[str, ...] | None = field(default=None, metadata=ruas("bentuk"))
    bentuk_tertulis: str | None = field(default=None, metadata=ruas("bentuk_tertulis"))
    retensi: str | None = field(default=None, metadata=ruas("retensi"))
    kode_klasifikasi: str | None = field(default=None, metadata=ruas("kode_klasifikasi"))
    alamat: str | None = field(default=None, metadata=ruas("alamat"))
    dasar: str | None = field(default=None, metadata=ruas("dasar"))
    lokasi: str | None = field(default=None, metadata=ruas("lokasi"))
    kondisi: str | None = field(default=None, metadata=ruas("kondisi"))


@dataclass(frozen=True, kw_only=True)
class UsulanInformasi(IsianInformasi):
    """Informasi yang diusulkan sebuah unit; yang belum diketahui boleh menyusul."""

    id: str = field(metadata=id_baru())
    instansi: str
    unit: str = field(metadata=rincian(terpendek=1, terpanjang=80))


@dataclass(frozen=True)
class IsianAjukanLagi:
    """Mengapa yang dikembalikan sudah benar seperti tertulis."""

    alasan: str = field(metadata=rincian(kata="Sedikitnya 10 huruf.", terpanjang=2000))


def pieces(tanya: TanyaInformasi) -> HalamanInformasi:
    """The pieces this caller may see."""
    saring = SaringInformasi(
        (tanya.keadaan,) if tanya.keadaan else (), tanya.kategori, tanya.unit, tanya.kata
    )
    after = unmarked(tanya.sesudah)[:40]
    found = baca.listed(house(), hadir(), saring, after, tanya.banyak + 1)
    some = found[: tanya.banyak]
    more = mark(some[-1].kode) if len(found) > tanya.banyak else None
    return HalamanInformasi(tuple(map(_row, some)), more)


def piece(informasi_id: str) -> BarisInformasi:
    """One piece."""
    with house().ledger.read() as reading:
        return _row(baca.informasi_for(reading, hadir(), informasi_id))


def propose(isi: UsulanInformasi) -> BarisInformasi:
    """A new piece, under a kode of its own; the same for the same id."""
    place = tempat(isi.instansi, isi.unit, Act.FILL)
    kata, bentuk = _said(isi, KOSONG)
    unsur, pelengkap = isian.worded(kata, bentuk, KOSONG)
    asked = Usulan(isi.id, *place, kata["kategori"], kata["keamanan"], unsur, pelengkap)
    return _row(usul.propose(house(), hadir(), asked))


def write_in(informasi_id: str, versi: int, isi: IsianInformasi) -> BarisInformasi:
    """What is named is written in; all else stays."""
    one = writable(informasi_id)
    kata, bentuk = _said(isi, one)
    unsur, pelengkap = isian.worded(kata, bentuk, one)
    asked = Isian(unsur, pelengkap, kata["kategori"], kata["keamanan"])
    ubah.write_in(house(), hadir(), informasi_id, versi, asked)
    return piece(informasi_id)


def renew(informasi_id: str, versi: int) -> BarisInformasi:
    """What is published is opened for fresh words."""
    writable(informasi_id)
    ubah.renew(house(), hadir(), informasi_id, versi)
    return piece(informasi_id)


def hand_in_again(informasi_id: str, versi: int, isi: IsianAjukanLagi) -> BarisInformasi:
    """What was sent back is right as it stands."""
    writable(informasi_id)
    ubah.hand_in_again(house(), hadir(), informasi_id, versi, isi.alasan)
    return piece(informasi_id)


def _said(isi: IsianInformasi, one: Informasi) -> tuple[dict[str, str], tuple[str, ...]]:
    """The words as they are to be, judged as the page judges them, and the ticked forms."""
    told = {x.name: getattr(isi, x.name) for x in fields(IsianInformasi)}
    bentuk = told.pop("bentuk")
    given = {
        nama: kata.replace("\r\n", "\n").strip() for nama, kata in told.items() if kata is not None
    }
    wrong = {x: salah for x, kata in given.items() if (salah := forms.fault(RUAS[x], kata))}
    if wrong:
        raise IsianJsonSalah(wrong)
    return isian.words(one) | given, one.unsur.bentuk if bentuk is None else _in_order(bentuk)


def _in_order(bentuk: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(x.nilai for x in RUAS["bentuk"].pilihan if x.nilai in bentuk)


def _row(one: Informasi) -> BarisInformasi:
    kata = isian.words(one)
    return BarisInformasi(
        id=one.id,
        instansi=one.instansi,
        unit=one.unit,
        kode=one.kode,
        keadaan=one.keadaan,
        dikembalikan=one.dikembalikan,
        bentuk=one.unsur.bentuk,
        sk_nomor=one.sk.nomor,
        terbit_pada=one.terbit_pada,
        dimutakhirkan_pada=one.dimutakhirkan_pada,
        versi=one.versi,
        **kata,
    )


def _does(
    cara: str, apa: str, nama: str, kata: str, view: Callable[..., Any], isi: type | None
) -> Jalan:
    return Jalan(
        cara,
        f"{SATU}{apa}",
        nama,
        kata,
        view,
        BarisInformasi,
        isi,
        acts=(Act.FILL,),
        bersyarat=True,
    )


SATU = "/informasi/<informasi_id>"
JALAN = (
    looks(
        "/informasi",
        "daftar_informasi",
        "Informasi yang boleh dilihat: usulan, DIP, dan bagi yang berwenang DIK.",
        pieces,
        HalamanInformasi,
        TanyaInformasi,
    ),
    Jalan(
        "POST",
        "/informasi",
        "usulkan_informasi",
        "Mengusulkan informasi untuk daftar.",
        propose,
        BarisInformasi,
        UsulanInformasi,
        acts=(Act.FILL,),
        kode=201,
    ),
    looks(SATU, "lihat_informasi", "Satu informasi.", piece, BarisInformasi),
    _does(
        "PATCH",
        "",
        "ubah_informasi",
        "Menulis barisnya; yang sudah terverifikasi diverifikasi lagi.",
        write_in,
        IsianInformasi,
    ),
    _does(
        "POST",
        "/mutakhirkan",
        "mutakhirkan_informasi",
        "Membuka yang terbit untuk kata-kata baru; umum membaca yang lama sampai terbit lagi.",
        renew,
        None,
    ),
    _does(
        "POST",
        "/ajukan-lagi",
        "ajukan_lagi_informasi",
        "Mengajukan lagi yang dikembalikan tanpa diubah, dengan alasan.",
        hand_in_again,
        IsianAjukanLagi,
    ),
)
