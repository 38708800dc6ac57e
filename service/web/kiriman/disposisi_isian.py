"""The form of a disposisi: to whom, what is to be done, until when."""

from __future__ import annotations

from collections.abc import Iterable

from flask import url_for

from service.acts.kiriman.disposisi import Perintah
from service.acts.lihat.penerima import Penerima
from service.domain.disposisi import ISI, ORANG, PERAN, SIFAT, Disposisi
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar.centang import chosen
from service.web.dasar.forms import Terisi

ORANG_KE = ("orang_satu", "orang_dua", "orang_tiga")


def perintah_form(
    at: str, offered: Iterable[Penerima], tombol: str, before: Disposisi | None = None
) -> Formulir:
    """The sheet to be filled; `before` is what is passed on."""
    every = list(offered)
    roles = tuple(Pilihan(one.kunci, one.nama) for one in every if one.jenis == PERAN)
    people = tuple(Pilihan(one.kunci, one.nama) for one in every if one.jenis == ORANG)
    sifat = tuple(Pilihan(kode, kata) for kode, kata in SIFAT.items())
    batas = before.batas.isoformat() if before and before.batas else ""
    kepada = (
        Ruas("peran", "Pemegang peran", jenis="centang", pilihan=roles, wajib=False),
        *(
            Ruas(nama, label, jenis="pilih", pilihan=people, wajib=False, lebar="sedang")
            for nama, label in zip(ORANG_KE, ("Orang", "Orang kedua", "Orang ketiga"), strict=True)
        ),
    )
    isi = tuple(Pilihan(kode, kata) for kode, kata in ISI.items())
    perintah = (
        Ruas("isi", "Isi disposisi", jenis="centang", pilihan=isi, wajib=False),
        Ruas("catatan", "Catatan", jenis="panjang", batas=2000, wajib=False),
        Ruas("sifat", "Sifat", before.sifat if before else "biasa", "radio", pilihan=sifat),
        Ruas("batas", "Batas waktu", batas, "tanggal", wajib=False, lebar="sempit"),
        Ruas("versi", "Versi", str(before.versi if before else 0), "tersembunyi", wajib=False),
    )
    kata = "Hanya yang berwenang melihat kiriman ini yang dapat dipilih."
    return Formulir(
        at,
        tombol,
        (Kelompok("Diteruskan kepada", kepada, kata), Kelompok("Dengan hormat harap", perintah)),
    )


def perintah_of(sent: Terisi, form: Formulir) -> Perintah:
    """What was written on the sheet."""
    boxes = {one.nama: chosen(one) for one in form.ruas if one.jenis == "centang"}
    people = tuple(sent[nama] for nama in ORANG_KE if sent[nama])
    return Perintah(
        (*boxes["peran"], *people),
        boxes["isi"],
        sent["catatan"],
        sent["sifat"],
        sent.tanggal("batas"),
    )


def result_form(one: Disposisi) -> Formulir:
    """The word with which work is handed back."""
    at = url_for("disposisi.finish", disposisi_id=one.id)
    hasil = Ruas(
        "hasil", "Hasil", jenis="panjang", batas=2000, wajib=False, kunci=f"hasil-{one.id}"
    )
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi", wajib=False)
    return Formulir(at, "Tandai selesai", (Kelompok("", (hasil, versi)),))
