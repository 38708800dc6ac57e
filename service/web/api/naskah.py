"""Papers: begun, filled in, put forward, initialled, approved, read, and who has signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.terlihat import reach
from service.acts.naskah import baca as naskah_baca
from service.acts.naskah import fill, submit
from service.acts.naskah.approve import approve
from service.acts.naskah.baca import Terbuka
from service.acts.naskah.jenis import kinds
from service.domain import naskah as n
from service.domain import ruas as r
from service.domain.bentuk_json import IsianJsonSalah, rincian
from service.domain.naskah import Naskah
from service.domain.refusals import TidakAda
from service.domain.ruas_baku import empty
from service.domain.tempat_ttd import JALAN as JALAN_TTD
from service.domain.tempat_ttd import TINTA, of_turn
from service.domain.wewenang import Act
from service.domain.wujud_asli import AKHIRAN, BITA, PDF
from service.ports.naskah import SaringNaskah
from service.web.api.bagian import id_baru
from service.web.api.jalan import Jalan, Lanjut, page, skipped
from service.web.berkas.naskah_muka import may_begin
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house
from service.web.naskah import pintu

SEMUA = (
    *(n.KONSEP, n.DIAJUKAN, n.DIKEMBALIKAN, n.DISETUJUI, n.DIKIRIM),
    *(n.DITANDATANGANI, n.DIARSIPKAN, n.BATAL),
)
PINDAIAN = (*(one for one in AKHIRAN if one != PDF), BITA)  # what was signed in ink may be
TIDAK_LEWAT_SINI = frozenset({r.GAMBAR, r.BUTIR, r.KOP})  # a picture comes with a form


@dataclass(frozen=True)
class TanyaNaskah(Lanjut):
    """Naskah mana yang diminta."""

    keadaan: str = field(default="", metadata=rincian(kata="Kosong: semua.", terpanjang=40))
    jenis: str = field(default="", metadata=rincian(terpanjang=80))
    unit: str = field(default="", metadata=rincian(terpanjang=80))
    cari: str = field(default="", metadata=rincian(kata="Kata dalam judul.", terpanjang=200))


@dataclass(frozen=True)
class NaskahRingkas:
    """Satu naskah dalam daftar."""

    id: str
    berkas: str
    instansi: str
    jenis: str
    keadaan: str
    nomor: str
    tanggal: date | None
    dibuat: datetime
    versi: int


@dataclass(frozen=True)
class HalamanNaskah:
    """Sebagian daftar naskah, yang terbaru lebih dahulu."""

    isi: tuple[NaskahRingkas, ...]
    berikut: str | None


@dataclass(frozen=True)
class TandaNaskah:
    """Satu tempat tanda tangan."""

    urut: int
    peran: str
    jalan: str
    keadaan: str
    pada: datetime | None
    jatuh: date | None


@dataclass(frozen=True)
class ParafNaskah:
    """Satu tempat paraf."""

    urut: int
    peran: str
    keadaan: str


@dataclass(frozen=True)
class NaskahLengkap:
    """Satu naskah: isinya, kekurangannya, paraf dan tanda tangannya."""

    ringkas: NaskahRingkas
    nama: str
    isian: Mapping[str, object] = field(metadata=rincian(kata="Kosong bila tidak boleh dibaca."))
    dapat_diisi: tuple[str, ...]
    kurang: tuple[str, ...]
    tercetak: bool
    paraf: tuple[ParafNaskah, ...]
    tanda_tangan: tuple[TandaNaskah, ...]
    versi: int


@dataclass(frozen=True)
class IsianNaskah:
    """Naskah yang dimulai."""

    id: str = field(metadata=id_baru())
    jenis: str = field(metadata=rincian(terpendek=1, terpanjang=80))


@dataclass(frozen=True)
class IsianRuas:
    """Ruas yang diisi; yang tidak disebut tetap seperti sebelumnya."""

    isian: Mapping[str, object]


@dataclass(frozen=True)
class IsianPerbuatan:
    """Alasan, bila perbuatannya memerlukan."""

    alasan: str = ""


@dataclass(frozen=True)
class IsianSetuju:
    """Cara tanda tangan, dan alasan bila penyiapnya juga yang menyetujui."""

    jalan: str = field(default=TINTA, metadata=rincian(terpanjang=40))
    alasan: str = ""


def listing(tanya: TanyaNaskah) -> HalamanNaskah:
    """The papers this caller may see."""
    keadaan = (tanya.keadaan,) if tanya.keadaan else SEMUA
    saring = SaringNaskah(keadaan, tanya.jenis, tanya.unit, tanya.cari)
    places = reach(house(), hadir())
    found = house().naskah.listed(places, saring, skipped(tanya), tanya.banyak + 1)
    some, more = page(found, tanya)
    return HalamanNaskah(tuple(_short(one.naskah) for one in some), more)


def show(naskah_id: str) -> NaskahLengkap:
    """One paper."""
    return _whole(naskah_baca.read(house(), hadir(), naskah_id))


def begin(berkas_id: str, isi: IsianNaskah) -> NaskahLengkap:
    """A konsep of that kind; the same for the same id."""
    with house().ledger.read() as reading:
        berkas = berkas_for(reading, hadir(), berkas_id)
    if not may_begin(hadir(), berkas) or isi.jenis not in kinds(house(), berkas.instansi):
        raise TidakAda("Naskah untuk berkas ini")
    one = fill.fill(house(), berkas.id, isi.jenis, {}, hadir(), id_=isi.id)
    return show(one.id)


def write(naskah_id: str, versi: int, isi: IsianRuas) -> NaskahLengkap:
    """What is filled in; only what the form of the page asks for as well."""
    one = naskah_baca.read(house(), hadir(), naskah_id)
    if one.pasangan is None or not one.terbaca:
        raise TidakAda("Formulir naskah itu")
    strange = set(isi.isian) - set(_asked(one))
    if strange:
        raise IsianJsonSalah({f"isian.{x}": "Ruas ini tidak diisi di sini." for x in strange})
    fill.write(house(), naskah_id, hadir(), versi, isi.isian)
    return show(naskah_id)


def put_forward(naskah_id: str, versi: int) -> NaskahLengkap:
    """Nobody writes it from now on."""
    submit.submit(house(), naskah_id, hadir(), versi)
    return show(naskah_id)


def initial(naskah_id: str, versi: int, isi: IsianPerbuatan) -> NaskahLengkap:
    """The next place for initials is filled."""
    submit.initial(house(), naskah_id, hadir(), versi, isi.alasan)
    return show(naskah_id)


def agree(naskah_id: str, versi: int, isi: IsianSetuju) -> NaskahLengkap:
    """Approved: number and date are given."""
    if isi.jalan not in JALAN_TTD:
        raise IsianJsonSalah({"jalan": f"Pilih salah satu: {', '.join(JALAN_TTD)}."})
    approve(house(), naskah_id, hadir(), isi.alasan, versi, isi.jalan)
    return show(naskah_id)


def send_back(naskah_id: str, versi: int, isi: IsianPerbuatan) -> NaskahLengkap:
    """To be corrected, with the reason."""
    submit.send_back(house(), naskah_id, hadir(), versi, isi.alasan)
    return show(naskah_id)


def _asked(one: Terbuka) -> tuple[str, ...]:
    """The ruas that may be filled in from here."""
    if one.pasangan is None or not one.dapat_ditulis:
        return ()
    told = naskah_baca.sources(house(), one)
    return tuple(
        x.nama
        for x in one.pasangan.ruas
        if x.asal not in r.GIVEN_LATER
        and x.jenis not in TIDAK_LEWAT_SINI
        and (x.asal != r.INSTANSI or empty(told.get(x.nama)))
    )


def _short(one: Naskah) -> NaskahRingkas:
    return NaskahRingkas(
        one.id,
        one.berkas,
        one.instansi,
        one.jenis,
        one.keadaan,
        one.nomor,
        one.tanggal,
        one.dibuat,
        one.versi,
    )


def _whole(one: Terbuka) -> NaskahLengkap:
    ajuan = one.naskah.ajuan
    return NaskahLengkap(
        _short(one.naskah),
        one.nama,
        one.naskah.isian if one.terbaca and not kenangan.here() else {},
        _asked(one),
        one.kurang if one.terbaca else (),
        one.segar,
        tuple(ParafNaskah(x.urut, x.peran, x.keadaan) for x in one.paraf if x.ajuan == ajuan),
        tuple(
            TandaNaskah(x.urut, x.peran, x.jalan, x.keadaan, x.pada, x.jatuh)
            for x in of_turn(one.tempat, ajuan)
        ),
        one.naskah.versi,
    )


SATU = "/naskah/<naskah_id>"


def _act(apa: str, nama: str, kata: str, view: object, act: Act, isi: type | None) -> Jalan:
    return Jalan(
        "POST",
        f"{SATU}/{apa}",
        nama,
        kata,
        view,  # type: ignore[arg-type]
        NaskahLengkap,
        isi,
        acts=(act,),
        bersyarat=True,
    )


JALAN = (
    Jalan(
        "GET",
        "/naskah",
        "daftar_naskah",
        "Naskah yang boleh dilihat.",
        listing,
        HalamanNaskah,
        tanya=TanyaNaskah,
        acts=(Act.LOOK,),
    ),
    Jalan(
        "POST",
        "/berkas/<berkas_id>/naskah",
        "mulai_naskah",
        "Konsep naskah untuk sebuah berkas; yang sudah diketahui terisi sendiri.",
        begin,
        NaskahLengkap,
        IsianNaskah,
        acts=(Act.FILL,),
        kode=201,
    ),
    Jalan(
        "GET",
        SATU,
        "lihat_naskah",
        "Satu naskah, dengan keadaan paraf dan tanda tangannya.",
        show,
        NaskahLengkap,
        acts=(Act.LOOK,),
    ),
    Jalan(
        "PATCH",
        SATU,
        "isi_naskah",
        "Mengisi ruas naskah selagi konsep.",
        write,
        NaskahLengkap,
        IsianRuas,
        acts=(Act.FILL,),
        bersyarat=True,
    ),
    _act("ajukan", "ajukan_naskah", "Mengajukan naskah.", put_forward, Act.SUBMIT, None),
    _act("paraf", "paraf_naskah", "Memaraf naskah.", initial, Act.COMPLETE, IsianPerbuatan),
    _act(
        "setujui",
        "setujui_naskah",
        "Menyetujui naskah: nomor dan tanggalnya diberikan.",
        agree,
        Act.APPROVE,
        IsianSetuju,
    ),
    _act(
        "kembalikan",
        "kembalikan_naskah",
        "Mengembalikan naskah untuk diperbaiki, dengan alasan.",
        send_back,
        Act.COMPLETE,
        IsianPerbuatan,
    ),
    Jalan(
        "GET",
        f"{SATU}/pdf",
        "unduh_naskah",
        "Cetakan naskah; yang bertanda tangan tinta sebagai pindaiannya, dalam bentuk aslinya.",
        pintu.printable,
        acts=(Act.LOOK,),
        mime=PDF,
        atau=PINDAIAN,
    ),
)
