"""The forms by which editions are drawn up, published and taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from service.domain.berkas import Berkas
from service.domain.edisi.edisi import DAFTAR, DIK, DIP, PENETAPAN, Edisi
from service.domain.edisi.jalan import Masa, MasaTidakSah
from service.domain.edisi.setelan import SetelanEdisi
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.naskah import Naskah
from service.domain.tanggal import ZONA
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.web.dasar.forms import Terisi
from service.web.edisi.isi import ALAMAT

YA, TIDAK = "ya", "tidak"
BATAL = Tautan("Batal", ALAMAT)
CARA = (
    Pilihan(
        PENETAPAN,
        "Penetapan DIP",
        "Seluruh daftar, ditetapkan dengan surat keputusan yang disusun di berkas itu.",
    ),
    Pilihan(
        DIP,
        "Pemutakhiran DIP dari hasil uji",
        "Edisi terakhir ditambah informasi yang dibuka surat keputusan hasil uji di berkas itu.",
    ),
    Pilihan(
        DIK,
        "DIK",
        "Semua yang dikecualikan sekarang, atas surat keputusan hasil uji di berkas itu.",
    ),
)


def new_form(id_: str, matters: Sequence[Berkas], berkas: str, cara: str) -> Formulir:
    """In which matter, and of which kind."""
    some = tuple(Pilihan(one.id, one.judul) for one in matters)
    ruas = (
        Ruas("tanda", "Tanda", id_, "tersembunyi"),
        Ruas("berkas", "Berkas", berkas, "pilih", "Tempat surat keputusannya.", pilihan=some),
        Ruas("cara", "Edisi", cara or PENETAPAN, "radio", pilihan=CARA),
    )
    return Formulir(f"{ALAMAT}/baru", "Lanjutkan", (Kelompok("", ruas),), batal=BATAL)


def rest_form(
    id_: str, berkas: Berkas, daftar: str, decrees: Sequence[Naskah], pieces: Sequence[Informasi]
) -> Formulir:
    """On which signed decree, and what it opened."""
    papers = tuple(Pilihan(one.id, f"Nomor {one.nomor}") for one in decrees)
    first = papers[0].nilai if len(papers) == 1 else ""
    ruas = [
        Ruas("tanda", "Tanda", id_, "tersembunyi"),
        Ruas("berkas", "Berkas", berkas.id, "tersembunyi"),
        Ruas("daftar", "Daftar", daftar, "tersembunyi"),
        Ruas("naskah", "Surat keputusan", first, "pilih", pilihan=papers),
    ]
    if daftar == DIP:
        some = tuple(
            Pilihan(one.id, one.unsur.ringkasan or spoken(one.kode), spoken(one.kode))
            for one in pieces
        )
        kata = "Yang sudah diverifikasi dan belum ada di DIP."
        ruas.append(
            Ruas(
                "tambahan", "Informasi yang dibuka", "", "centang", kata, wajib=False, pilihan=some
            )
        )
    tombol = f"Susun edisi {daftar.upper()}"
    return Formulir(f"{ALAMAT}/dasar", tombol, (Kelompok("", tuple(ruas)),), batal=BATAL)


def publish_form(one: Edisi, at: str, *, sendiri: bool) -> Formulir:
    """At once, or from one moment to another."""
    ruas = [Ruas("versi", "Versi", str(one.versi), "tersembunyi")]
    if sendiri:
        kata = "Anda ikut menyusunnya. Isi hanya bila aturan kantor meminta alasannya."
        ruas.append(Ruas("alasan", "Alasan tanpa orang kedua", "", "panjang", kata, wajib=False))
    window = (
        _when("mulai", "Terbaca mulai tanggal", "Kosong: sekarang juga."),
        _when("mulai_jam", "Jam mulai", "Kosong: 00.00."),
        _when("sampai", "Terbaca sampai tanggal", "Kosong: seterusnya."),
        _when("sampai_jam", "Jam berakhir", "Kosong: akhir hari itu."),
    )
    return Formulir(
        f"{at}/terbitkan",
        "Terbitkan edisi ini",
        (Kelompok("", tuple(ruas)), Kelompok("Waktu terbit", window)),
    )


def _when(nama: str, label: str, kata: str) -> Ruas:
    jam = nama.endswith("_jam")
    return Ruas(nama, label, "", "jam" if jam else "tanggal", kata, wajib=False, lebar="sempit")


def window_of(sent: Terisi, zona: str) -> Masa:
    """The moments as the office's own clock means them."""
    begin, end = sent.tanggal("mulai"), sent.tanggal("sampai")
    if (sent["mulai_jam"] and not begin) or (sent["sampai_jam"] and not end):
        raise MasaTidakSah
    zone = ZoneInfo(ZONA[zona])
    mulai = sampai = None
    if begin:
        mulai = datetime.combine(begin, sent.jam("mulai_jam") or time(), zone).astimezone(UTC)
    if end:
        last = sent.jam("sampai_jam") or time(23, 59, 59)
        sampai = datetime.combine(end, last, zone).astimezone(UTC)
    return Masa(mulai, sampai)


def withdraw_form(one: Edisi, at: str) -> Formulir:
    """With the reason that the public reads, and what holds then."""
    holds: tuple[Pilihan, ...] = (
        Pilihan(TIDAK, "Tidak ada daftar yang berlaku sampai edisi berikutnya"),
    )
    if one.sebelum:
        holds += (Pilihan(YA, "Edisi sebelumnya berlaku lagi"),)
    ruas = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
        Ruas("alasan", "Alasan yang dibaca publik", "", "panjang", "Jangan menyebut isinya."),
        Ruas("kembali", "Sesudah ditarik", TIDAK, "radio", pilihan=holds),
    )
    return Formulir(f"{at}/tarik", "Tarik edisi ini", (Kelompok("", ruas),))


def discard(one: Edisi, at: str) -> Pastikan:
    """A draft that will be none."""
    return Pastikan(
        "batal",
        "Batalkan rancangan…",
        f"Batalkan rancangan {DAFTAR[one.daftar]}?",
        "Barisnya tetap seperti adanya; rancangan lain dapat disusun.",
        f"{at}/batal",
        "Batalkan rancangan",
        (Ruas("versi", "Versi", str(one.versi), "tersembunyi"),),
    )


def chosen_form(instansi: str, nama: str, now: SetelanEdisi) -> Formulir:
    """Whether who draws an edition up may publish it."""
    pilihan = (
        Pilihan(TIDAK, "Boleh orang yang sama", "Menurut aturan empat mata kantor ini."),
        Pilihan(YA, "Harus orang lain", "Yang ikut menyusun edisi tidak dapat menerbitkannya."),
    )
    nilai = YA if now.penerbit_lain else TIDAK
    ruas = (
        Ruas("instansi", "Instansi", instansi, "tersembunyi"),
        Ruas("versi", "Versi", str(now.versi), "tersembunyi"),
        Ruas(
            "penerbit_lain",
            "Yang menyusun dan yang menerbitkan",
            nilai,
            "radio",
            pilihan=pilihan,
            kunci=f"penerbit-{instansi}",
        ),
    )
    return Formulir(f"{ALAMAT}/setelan", f"Simpan untuk {nama}", (Kelompok("", ruas),))
