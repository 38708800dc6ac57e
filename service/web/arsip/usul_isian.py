"""The steps of a list of archives as forms, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.domain.arsip.hapus import Penghapusan
from service.domain.arsip.penyusutan import BUANG, MACAM, PINDAH
from service.domain.arsip.usul import (
    DIAJUKAN,
    DILAKSANAKAN,
    DISETUJUI,
    DISUSUN,
    KEADAAN,
    TERBUKA,
    Usul,
)
from service.domain.dossier.lembar import size
from service.domain.naskah import Naskah, called
from service.domain.ruas import Pasangan
from service.domain.tanggal import panjang
from service.domain.wewenang import Act, Hadir
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas

LAMA = (
    "Cadangan dari sebelum pemusnahan ini masih memuat filenya. Musnahkan juga cadangan itu, dan "
    "catat di berita acaranya."
)


@dataclass(frozen=True)
class Meja:
    """A list with what its forms offer."""

    usul: Usul
    jenis: Sequence[Pasangan] = ()  # of which a paper of it can be
    bertanda: Sequence[tuple[Naskah, str]] = ()  # its signed papers, with their names
    arsip: Sequence[Pilihan] = ()  # those on it and those that may be
    tanda: str = ""


def forms(meja: Meja, oleh: Hadir, alamat: str) -> list[Formulir]:
    """Those that this person may take now; who prepared a list is offered no approval."""
    one = meja.usul
    where, me = (one.instansi, one.unit), oleh.orang.id
    keeps, lets = oleh.may(Act.ARCHIVE, *where), oleh.may(Act.DESTROY, *where)
    found = list[Formulir]()
    if one.keadaan == DISUSUN and keeps:
        found.append(_form(one, alamat, "ajukan", "Ajukan usul"))
        found.append(_form(one, alamat, "ubah", "Ubah isi usul", _archives(meja)))
    if one.keadaan == DIAJUKAN and lets and me not in one.penyiap:
        found.append(_form(one, alamat, "setujui", "Setujui usul", *_letter(one)))
    if one.keadaan == DIAJUKAN and lets:
        found.append(_form(one, alamat, "kembalikan", "Kembalikan usul", _why("kembalikan")))
    if one.keadaan == DISETUJUI and keeps and meja.jenis and oleh.may(Act.FILL, *where):
        found.append(_form(one, alamat, "naskah", "Buat berita acara", *_paper(meja)))
    if one.keadaan == DISETUJUI and keeps and me != one.penyetuju:
        found.append(_form(one, alamat, "laksanakan", "Catat pelaksanaan", *_done(meja)))
    if one.keadaan in TERBUKA and keeps:
        found.append(_form(one, alamat, "batalkan", "Batalkan usul", _why("batalkan")))
    return found


def _letter(one: Usul) -> tuple[Ruas, ...]:
    wanted = one.macam != PINDAH
    return (
        Ruas("oleh", "Pejabat yang menyetujui", wajib=wanted, batas=200),
        Ruas("nomor", "Nomor surat persetujuan", wajib=wanted, batas=120),
        Ruas("tanggal", "Tanggal surat persetujuan", "", "tanggal", wajib=wanted),
        Ruas(
            "pertimbangan",
            "Pertimbangan panitia penilai",
            petunjuk="Nomor dan tanggal suratnya.",
            wajib=one.macam == BUANG,
            batas=300,
        ),
    )


def _archives(meja: Meja) -> Ruas:
    on = tuple(one for one in meja.usul.arsip if one in {x.nilai for x in meja.arsip})
    hint = "Yang tidak dicentang keluar dari usul."
    some = tuple(meja.arsip)
    return Ruas("arsip", "Arsip", "", "centang", hint, wajib=False, pilihan=some, terpilih=on)


def _paper(meja: Meja) -> tuple[Ruas, ...]:
    some = tuple(Pilihan(one.jenis, one.nama) for one in meja.jenis)
    hint = "Daftar arsip, dasar, dan persetujuannya terisi sendiri dari usul ini."
    if meja.bertanda:
        hint += " Yang sudah ditandatangani tetap; pembetulannya dibuat dan dijilid di sampingnya."
    return (
        Ruas("tanda", "Tanda", meja.tanda, "tersembunyi", batas=40),
        Ruas("jenis", "Naskah", some[0].nilai, "pilih", hint, pilihan=some),
    )


def _signed(meja: Meja) -> Ruas:
    if not meja.bertanda:
        hint = "Belum ada yang ditandatangani di usul ini. Buat berita acaranya dahulu, atau tulis "
        hint += "alamat halaman naskah lain yang sudah ditandatangani."
        return Ruas("naskah", "Berita acara", petunjuk=hint, batas=300)
    some = tuple(Pilihan(one.id, called(one, nama)) for one, nama in meja.bertanda)
    return Ruas("naskah", "Berita acara", some[-1].nilai, "pilih", pilihan=some)


def _done(meja: Meja) -> tuple[Ruas, ...]:
    one = meja.usul
    return (
        Ruas("tanggal", "Tanggal pelaksanaan", "", "tanggal"),
        _signed(meja),
        Ruas(
            "saksi",
            "Saksi",
            "",
            "panjang",
            "Satu orang satu baris; pemusnahan paling sedikit dua, dari unit hukum dan pengawasan.",
            wajib=one.macam == BUANG,
            batas=2000,
        ),
    )


def _why(apa: str) -> Ruas:
    return Ruas("alasan", "Alasan", "", "panjang", batas=2000, kunci=f"alasan-{apa}")


def _form(one: Usul, alamat: str, apa: str, tombol: str, *fields: Ruas) -> Formulir:
    seen = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    return Formulir(f"{alamat}/{one.id}/{apa}", tombol, (Kelompok("", (seen, *fields)),))


def traits(one: Usul, hapus: Penghapusan | None = None) -> list[tuple[str, str]]:
    """What is known of a list, by name; what says nothing is left out."""
    letter = one.persetujuan
    day = f", {panjang(letter.tanggal)}" if letter.tanggal else ""
    found = (
        ("Macam", MACAM[one.macam]),
        ("Keadaan", KEADAAN[one.keadaan]),
        ("Banyaknya", f"{len(one.arsip)} arsip"),
        ("Disetujui", f"{letter.oleh}, {letter.nomor}{day}" if letter.ada else ""),
        ("Pertimbangan panitia", letter.pertimbangan),
        ("Dilaksanakan", panjang(one.dilaksanakan) if one.dilaksanakan else ""),
        ("Saksi", "; ".join(one.saksi)),
        ("File", _erased(one, hapus)),
        ("Cadangan", LAMA if hapus else ""),
    )
    return [(name, text) for name, text in found if text]


def _erased(one: Usul, hapus: Penghapusan | None) -> str:
    """What became of the bytes of a destruction."""
    if one.keadaan != DILAKSANAKAN or one.macam != BUANG:
        return ""
    if hapus is None or hapus.selesai is None:
        return "Sedang dihapus dari simpanan dan dari pencarian."
    stay = "" if not hapus.bersama else f"; {hapus.bersama} file tetap, dipakai berkas lain"
    return f"{hapus.file} file ({size(hapus.ukuran)}) dihapus dari simpanan{stay}."
