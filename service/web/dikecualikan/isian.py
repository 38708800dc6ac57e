"""The forms of what is withheld that have a page, or a place, of their own."""

from __future__ import annotations

from flask import url_for

from service.domain.butir import Butir
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.wewenang import Act
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.auth import hadir
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.dikecualikan import ruas
from service.web.kiriman import pindaian


def proposal(one: Informasi | None, units: list[tuple[str, str]]) -> Formulir:
    """Something is proposed to be withheld: a piece that is there, or a new one."""
    ask: list[Ruas] = [pindaian.tanda()]
    if one:
        ask += [
            Ruas("informasi", "Informasi", one.id, "tersembunyi", batas=40),
            Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9),
        ]
    else:
        offered = tuple(Pilihan(id_, nama) for id_, nama in units)
        ask += [
            Ruas("unit", "Unit yang menguasai", jenis="pilih", pilihan=offered),
            Ruas(
                "ringkasan",
                "Informasinya",
                jenis="panjang",
                batas=1_000,
                petunjuk="Hanya terbaca oleh yang berwenang melihat informasi tertutup.",
            ),
        ]
    place: list[Ruas] = [
        Ruas("dokumen", "Dokumen yang memuatnya", wajib=False, batas=300),
        Ruas("bagian", "Bagian", wajib=False, batas=300, petunjuk="Misalnya: lampiran 2."),
        Ruas(
            "halaman",
            "Halaman",
            wajib=False,
            batas=200,
            petunjuk="Misalnya: 3-5, 8. Kosong berarti seluruh dokumen.",
        ),
    ]
    # Who may not open withheld letters cannot send one: they hand it to somebody who may.
    sends = hadir().may(Act.SECRET)
    if sends:
        hint = "Disimpan di sisi tertutup, sebagai kiriman rahasia."
        place.append(pindaian.ruas("File dokumennya", hint))
    by_hand = "" if sends else "Serahkan dokumennya kepada petugas PPID; jangan diunggah terbuka."
    why = Ruas("alasan", "Mengapa perlu dikecualikan", jenis="panjang", batas=ruas.ALASAN)
    return Formulir(
        url_for("dikecualikan.propose"),
        "Usulkan dikecualikan",
        (
            Kelompok("", tuple(ask)),
            Kelompok("Letaknya", tuple(place), by_hand),
            Kelompok("", (why,)),
        ),
        berlampiran=sends,
    )


def applying(item: Butir, *, paper: bool, closed: bool) -> Formulir:
    """The outcome of an item; `paper`: its decree is a paper of ours, whose number is known."""
    fields: list[Ruas] = []
    if closed:
        fields += [
            Ruas(
                "ringkasan",
                "Ringkasan untuk umum",
                jenis="panjang",
                batas=1_000,
                petunjuk="Ditulis baru untuk DIK yang diumumkan; jangan menyalin isinya.",
            ),
            ruas.safe(),
        ]
    if not paper:
        fields += [
            Ruas("nomor", "Nomor surat keputusan", batas=120, lebar="sedang"),
            Ruas("tanggal", "Tanggal surat keputusan", jenis="tanggal", lebar="sedang"),
        ]
    at = url_for("dikecualikan.apply", butir_id=item.id)
    words = "Masukkan ke DIK" if closed else "Pindahkan ke jalur DIP"
    return Formulir(at, words, (Kelompok("", tuple(fields)),))


def answering(one: Pembukaan) -> tuple[Formulir, Formulir]:
    """What the second person says: agreed, or not."""
    mark = Ruas("versi", "Versi", str(one.versi), "tersembunyi", batas=9)
    yes = url_for("dikecualikan.answer", asked=one.id, apa="setuju")
    no = url_for("dikecualikan.answer", asked=one.id, apa="tolak")
    return (
        Formulir(yes, "Setujui pembukaan", (Kelompok("", (mark,)),), jaga=False),
        Formulir(no, "Tidak disetujui", (Kelompok("", (mark, ruas.why("tolak"))),)),
    )


def units() -> list[tuple[str, str]]:
    """The units for which this person may propose something, in every agency they work in."""
    many = hadir().instansi
    found = []
    for kode in many:
        agency = known(kode)
        for one in agency.unit if agency else ():
            if hadir().may(Act.FILL, kode, one.id):
                name = f"{one.nama}, {nama_instansi(kode)}" if len(many) > 1 else one.nama
                found.append((f"{kode}/{one.id}", name))
    return found
