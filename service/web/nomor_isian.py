"""The forms of what is done to a book: reserve, slip in, write down, take over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from service.acts import nomor_impor, nomor_luar, nomor_pesan, nomor_sisip
from service.acts.buku import perkara_of
from service.domain.buku import KeadaanBuku, plain_seri
from service.domain.instansi import PER_PENANDATANGAN, PER_UNIT, Instansi, Perkara
from service.domain.pola import tanda_of
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanggal import panjang
from service.domain.wewenang import Hadir
from service.face.isi import Formulir, Kelompok, Pilihan, Ruas, Tautan, Tombol
from service.ports import House
from service.web.forms import Terisi

SIFAT = tuple(
    Pilihan(one, one.replace("_", " ").capitalize())
    for one in ("biasa", "rahasia", "sangat_rahasia")
)
LIHAT = (Tombol("Lihat dahulu", "lihat"),)
DISEBUT = 30  # faults that one page names


@dataclass(frozen=True)
class Sasaran:
    """One book, as this person sees it today."""

    house: House
    oleh: Hadir
    agency: Instansi
    state: KeadaanBuku
    today: date
    alamat: str

    @property
    def seri(self) -> str:
        """The series, without what makes it a book for excluded matters."""
        return plain_seri(self.state.buku.seri)

    @property
    def on(self) -> date:
        """A day of the book's own time."""
        buku = self.state.buku
        if buku.holds(self.today):
            return self.today
        return date(buku.tahun, buku.bulan or 1, 1)

    @property
    def perkara(self) -> Perkara:
        """What the book itself says of its letters."""
        return perkara_of(self.state.buku.bagian, self.agency, rahasia=self.state.rahasia)

    def asked(self, sent: Terisi) -> Perkara:
        """The same with what was chosen on the form."""
        own = self.perkara
        return replace(
            own,
            unit=sent.nilai.get("unit", "") or own.unit,
            penandatangan=sent.nilai.get("penandatangan", "") or own.penandatangan,
            sifat=sent.nilai.get("sifat", ""),
        )


@dataclass(frozen=True)
class Pratinjau:
    """What would be kept; not `siap`: the person looks, and asks again."""

    kata: tuple[str, ...] = ()
    salah: tuple[str, ...] = ()
    siap: bool = True
    sidik: str = ""


@dataclass(frozen=True)
class Tindakan:
    """One deed: its form, its look ahead, and how it is kept."""

    judul: str
    kata: str
    tombol: str
    ruas: Callable[[Sasaran], tuple[Ruas, ...]]
    lihat: Callable[[Sasaran, Terisi, Path | None], Pratinjau]
    simpan: Callable[[Sasaran, Terisi, Path | None], object]
    surat: Callable[[Sasaran], tuple[Ruas, ...]]  # what the number takes from its letter
    kini: bool = False  # only for the book of today
    berlampiran: bool = False

    def formulir(self, one: Sasaran) -> Formulir:
        """The form."""
        return Formulir(
            one.alamat,
            self.tombol,
            (Kelompok("", (*self.ruas(one), *self.surat(one))),)
            if not self.berlampiran
            else (Kelompok("", self.ruas(one)),),
            lain=LIHAT,
            batal=Tautan("Batal", one.alamat.rsplit("/ambil/", 1)[0]),
            berlampiran=self.berlampiran,
        )

    def lagi(self, sent: Terisi, seen: Pratinjau) -> Formulir:
        """The form once more, with what was typed, and with what the look found."""
        again = {"sidik": seen.sidik, "pasti": "" if seen.siap else sent.nilai.get("nomor", "")}
        kelompok = tuple(
            replace(k, ruas=tuple(replace(r, nilai=again.get(r.nama, r.nilai)) for r in k.ruas))
            for k in sent.formulir.kelompok
        )
        return replace(sent.formulir, kelompok=kelompok, salah=seen.salah)


def perkara_fields(one: Sasaran) -> tuple[Ruas, ...]:
    """What a number needs to be written, and the book does not say."""
    seri = one.agency.seri_for(one.state.buku.seri)
    tanda = tanda_of(seri.pola) if seri else []
    per = seri.per if seri else ()
    found = []
    if "KODE_UNIT" in tanda and PER_UNIT not in per:
        unit = tuple(Pilihan(x.id, x.nama) for x in one.agency.unit if x.open_on(one.today))
        found.append(Ruas("unit", "Unit kerja", jenis="pilih", pilihan=unit))
    if "KODE_JABATAN" in tanda and PER_PENANDATANGAN not in per:
        peran = tuple(Pilihan(x.id, x.sebutan) for x in one.agency.peran)
        found.append(Ruas("penandatangan", "Penanda tangan", jenis="pilih", pilihan=peran))
    if "KEAMANAN" in tanda:
        found.append(Ruas("sifat", "Sifat surat", "biasa", "pilih", pilihan=SIFAT))
    return tuple(found)


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


# --- take over ---


def _salin(_: Sasaran) -> tuple[Ruas, ...]:
    kata = (
        "Excel (.xlsx) dengan judul lajur nomor, tanggal, perihal, tujuan, urutannya bebas. "
        "Berkas menunjukkan isinya dahulu; sesudah itu pilih file yang sama sekali lagi."
    )
    return (
        Ruas("tabel", "Buku lama", jenis="file", petunjuk=kata, wajib=False),
        Ruas("sidik", "Sidik", "", "tersembunyi", wajib=False, batas=64),
    )


def _look_table(one: Sasaran, sent: Terisi, file: Path | None) -> Pratinjau:
    if file is None:
        raise Refusal("Pilih file Excel buku lama.")
    sidik = hashlib.sha256(file.read_bytes()).hexdigest()
    found = nomor_impor.look(
        one.house, one.oleh, one.agency.kode, one.seri, one.on, file, one.perkara
    )
    isi = found.isi
    if isi.salah:
        more = len(isi.salah) - DISEBUT
        tail = (f"… dan {more} baris lain.",) if more > 0 else ()
        return Pratinjau((), (*isi.salah[:DISEBUT], *tail), siap=False)
    kata = [f"Terbaca {len(isi.baris)} nomor, dari {isi.awal} sampai {isi.akhir}."]
    if holes := [n for n in range(isi.awal, found.akhir + 1) if n in isi.lubang or n > isi.akhir]:
        told = ", ".join(map(str, holes[:DISEBUT])) + (" …" if len(holes) > DISEBUT else "")
        kata.append(f"Tidak ada di tabel, akan tercatat batal: {told}.")
    kata += isi.catatan[:DISEBUT]
    begun = one.state.terakhir >= one.state.mulai
    after = one.state.terakhir if begun else found.akhir
    kata.append(f"Nomor berikutnya dari Berkas: {after + 1}.")
    if sent["sidik"] != sidik:
        kata.append("Belum ada yang disalin. Bila benar, pilih file yang sama, lalu salin.")
    return Pratinjau(tuple(kata), siap=sent["sidik"] == sidik, sidik=sidik)


def _bring(one: Sasaran, _: Terisi, file: Path | None) -> object:
    if file is None:
        raise TidakAda("File itu")
    return nomor_impor.bring(
        one.house, one.oleh, one.agency.kode, one.seri, one.on, file, one.perkara
    )


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
        _salin,
        _look_table,
        _bring,
        perkara_fields,
        berlampiran=True,
    ),
}
