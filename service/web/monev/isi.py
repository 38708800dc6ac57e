"""What the pages of the monev say, and the forms that they offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from service.acts.monev.sumber import Calon
from service.domain.angka import ribuan
from service.domain.monev import bukti as b
from service.domain.monev.kuesioner import SUMBER, Kuesioner, Pertanyaan
from service.domain.naskah import called
from service.domain.tanggal import local, panjang
from service.face.isi import Kolom, Pemberitahuan, Sel, Tabel
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports.naskah import BarisNaskah
from service.web.kiriman import pindaian

KODE = 20  # letters of the code of a line, with its dashes


@dataclass(frozen=True)
class Soal:
    """One question with its evidence as it stands."""

    tanya: Pertanyaan
    bukti: tuple[Calon, ...]

    @property
    def siap(self) -> int:
        """How much of it would go in now."""
        return sum(not one.sebab for one in self.bukti)

    @property
    def menunggu(self) -> int:
        """How much of it would not."""
        return len(self.bukti) - self.siap


def table(whole: Kuesioner, soal: Sequence[Soal], at: str) -> Tabel:
    """Every question, and whether it has evidence."""
    head = (Kolom("Pertanyaan"), Kolom("Kategori"), Kolom("Bukti"))
    return Tabel(
        "pertanyaan",
        "Pertanyaan dan buktinya",
        head,
        tuple(
            (
                Sel(f"{one.tanya.kode} {one.tanya.tanya}", f"{at}/pertanyaan/{one.tanya.kode}"),
                Sel(whole.name(one.tanya)),
                state(one),
            )
            for one in soal
        ),
    )


def state(one: Soal) -> Sel:
    """In a word, with what waits beneath it."""
    more = f"{one.menunggu} belum dapat ikut" if one.menunggu else ""
    if one.siap:
        return Sel(f"{one.siap} siap", bentuk="selesai", catatan=more)
    return Sel("Belum ada", bentuk="menunggu", catatan=more)


def notice(one: b.EksporMonev, zona: str) -> Pemberitahuan:
    """What became of the last asking."""
    if one.keadaan == b.DIMINTA:
        return Pemberitahuan("ZIP sedang disusun. Muat ulang halaman ini sebentar lagi.")
    if one.keadaan == b.GAGAL:
        return Pemberitahuan(one.pesan, "bahaya")
    made = local(one.jadi or one.diminta, zona)
    said = f"ZIP disusun {panjang(made.date())} pukul {made:%H.%M} {zona}: {one.banyak} file, "
    said += f"{ribuan(one.ukuran)} bita."
    if one.kosong:
        said += f" {one.kosong} pertanyaan belum berbukti."
    if one.tertinggal:
        said += f" {one.tertinggal} bukti tidak ikut; sebabnya ada di daftarnya."
    return Pemberitahuan(said, "perhatian" if one.kosong or one.tertinggal else "baik")


def evidence(soal: Soal, *, deciding: bool) -> Tabel:
    """The evidence of a question; a file leads to the gate for who decides there."""
    head = (Kolom("Bukti"), Kolom("Dari"), Kolom("Keadaan"))
    return Tabel(
        "bukti",
        "Bukti pertanyaan ini",
        head,
        tuple(
            (
                Sel(one.nama, _gate(one) if deciding else ""),
                Sel(b.DARI[one.jenis]),
                _ready(one),
            )
            for one in soal.bukti
        ),
    )


def _gate(one: Calon) -> str:
    return f"/monev/bukti/{one.bukti}" if one.jenis in (b.FILE, b.NASKAH) else ""


def _ready(one: Calon) -> Sel:
    if one.sebab:
        return Sel("Belum ikut", bentuk="menunggu", catatan=one.sebab)
    return Sel("Ikut", bentuk="selesai")


def forms_of(
    soal: Soal, left: Sequence[str], papers: Sequence[tuple[BarisNaskah, str]], here: str
) -> dict[str, Formulir]:
    """What can be chosen, by name."""
    told = {"baris": piece_form(here)}
    if papers:
        told["naskah"] = paper_form(papers, here)
    if soal.bukti:
        told["lepas"] = drop_form(soal, here)
    if left:
        told["pakai"] = take_form(left, here)
    return told


def piece_form(here: str) -> Formulir:
    """A line of the DIP by its code."""
    hint = "Kode baris yang terbit dan filenya sudah dilepas untuk umum."
    field = Ruas("kode", "Kode baris DIP", petunjuk=hint, contoh="ABCD-EFGH", batas=KODE)
    return Formulir(f"{here}/baris", "Pakai file baris ini", (Kelompok("", (field,)),))


def paper_form(papers: Sequence[tuple[BarisNaskah, str]], here: str) -> Formulir:
    """One of the signed papers that fit."""
    some = tuple(
        Pilihan(row.naskah.id, f"{called(row.naskah, nama)}: {row.judul[:120]}")
        for row, nama in papers
    )
    field = Ruas("naskah", "Naskah bertanda tangan", jenis="pilih", pilihan=some)
    return Formulir(f"{here}/naskah", "Pakai naskah ini", (Kelompok("", (field,)),))


def file_form(here: str) -> Formulir:
    """A file of the office."""
    hint = "PDF. File diperiksa di gerbang dahulu; yang keluar adalah yang dilepas di sana."
    fields = (pindaian.tanda(), replace(pindaian.ruas("File bukti", hint), wajib=True))
    return Formulir(f"{here}/file", "Unggah bukti", (Kelompok("", fields),), berlampiran=True)


def drop_form(soal: Soal, here: str) -> Formulir:
    """Evidence that is not wanted."""
    some = dict.fromkeys(
        (f"{b.SUMBER}:{x.sasaran}", SUMBER[x.sasaran]) if not x.bukti else (x.bukti, x.nama[:150])
        for x in soal.bukti
    )
    field = Ruas(
        "bukti", "Bukti", jenis="pilih", pilihan=tuple(Pilihan(*x) for x in some), kunci="lepas"
    )
    return Formulir(f"{here}/lepas", "Lepaskan bukti ini", (Kelompok("", (field,)),))


def take_form(left: Sequence[str], here: str) -> Formulir:
    """What the house has by itself, and somebody left out."""
    some = tuple(Pilihan(x, SUMBER[x]) for x in left)
    field = Ruas("sumber", "Bukti milik Berkas", jenis="pilih", pilihan=some)
    return Formulir(f"{here}/pakai", "Pakai lagi", (Kelompok("", (field,)),))
