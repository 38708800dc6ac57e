"""The forms on the page of a dispute: its next stage, its letters, its ruling."""

from __future__ import annotations

from flask import url_for

from service.acts.sengketa_putusan import testing
from service.domain import sengketa as d
from service.domain.keberatan import Keberatan
from service.domain.sengketa import Sengketa
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web import pindaian
from service.web.auth import house


def fresh(about: Keberatan) -> Formulir:
    """A dispute to be written down."""
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("komisi", "Komisi Informasi", contoh="Komisi Informasi Pusat", batas=200),
        Ruas("nomor", "Nomor register sengketa", batas=120, lebar="sedang"),
        Ruas("diajukan", "Tanggal diajukan pemohon", jenis="tanggal"),
    )
    at = url_for("sengketa.record", keberatan_id=about.id)
    batal = Tautan("Batal", url_for("permohonan.show_keberatan", keberatan_id=about.id))
    return Formulir(at, "Catat sengketa", (Kelompok("", fields),), batal=batal)


def forms(one: Sengketa) -> list[Formulir]:
    """Those that make sense now, the likeliest first."""
    found = []
    if d.LANJUT.get(one.tahap):
        found.append(_stage(one))
    if one.tahap in d.DIPUTUS_DARI:
        found.append(ruling(one))
    return [*found, _letter(one)]


def at(one: Sengketa, apa: str) -> str:
    """Where a form about a dispute goes."""
    return url_for("sengketa.act", sengketa_id=one.id, apa=apa)


def _versi(one: Sengketa, kunci: str) -> Ruas:
    return Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci=f"versi-{kunci}")


def _stage(one: Sengketa) -> Formulir:
    choices = tuple(Pilihan(x, d.TAHAP[x]) for x in d.LANJUT[one.tahap])
    fields = (
        _versi(one, "tahap"),
        Ruas("tahap", "Tahap berikutnya", "", "radio", pilihan=choices),
        Ruas(
            "pada",
            "Tanggal tahap itu dimulai",
            jenis="tanggal",
            petunjuk="Kosongkan bila hari ini.",
            wajib=False,
        ),
        Ruas(
            "alasan",
            "Keterangan",
            jenis="panjang",
            petunjuk="Wajib bila sengketa dicabut.",
            wajib=False,
            batas=1000,
            kunci="alasan-tahap",
        ),
    )
    return Formulir(at(one, "tahap"), "Pindahkan tahap", (Kelompok("Tahap", fields),))


def ruling(one: Sengketa) -> Formulir:
    """What the Komisi ruled, and what it orders to be tested."""
    effects = tuple(
        Pilihan(key, kata, ORDERS if key == d.UJI_ULANG else "") for key, kata in d.AKIBAT.items()
    )
    known = testing(house().packs, one.instansi)
    sops = tuple(Pilihan(kode, sop.judul) for kode, sop in known.items())
    said = (
        _versi(one, "putusan"),
        Ruas("nomor", "Nomor putusan", batas=120, lebar="sedang", kunci="nomor-putusan"),
        Ruas("tanggal", "Tanggal putusan", jenis="tanggal"),
        Ruas("amar", "Amar putusan", jenis="panjang", petunjuk="Intinya saja.", batas=5000),
        Ruas("akibat", "Akibatnya", "", "radio", pilihan=effects),
        pindaian.ruas("Salinan putusan", "Pindaian putusannya, bila sudah ada."),
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40, kunci="tanda-putusan"),
    )
    tested = (
        Ruas("sop", "SOP uji konsekuensi", next(iter(known), ""), "pilih", pilihan=sops)
        if sops
        else Ruas("sop", "SOP uji konsekuensi", "", "tersembunyi", wajib=False),
        Ruas(
            "butir",
            "Informasi yang diperintahkan diuji",
            jenis="panjang",
            petunjuk="Satu baris untuk satu informasi. Kosongkan bila tidak ada perintah menguji.",
            wajib=False,
            batas=15_000,
        ),
    )
    return Formulir(
        at(one, "putusan"),
        "Catat putusan",
        (Kelompok("Putusan", said), Kelompok("Bila diperintahkan uji konsekuensi", tested)),
        berlampiran=True,
    )


ORDERS = "Berkas uji konsekuensi dibuka bersamaan dengan dicatatnya putusan ini"


def _letter(one: Sengketa) -> Formulir:
    kinds = tuple(Pilihan(key, kata) for key, kata in d.HAL.items())
    fields = (
        Ruas(
            "nomor",
            "Nomor agenda kiriman",
            petunjuk="Surat itu harus sudah masuk dan bernomor agenda.",
            batas=120,
            lebar="sedang",
            kunci="nomor-surat",
        ),
        Ruas("hal", "Surat apa", "", "pilih", pilihan=kinds),
        Ruas("acara", "Tanggal acara", jenis="tanggal", petunjuk="Untuk panggilan.", wajib=False),
    )
    return Formulir(at(one, "surat"), "Tautkan surat", (Kelompok("Surat", fields),))


def parting(one: Sengketa, surat_id: str) -> Formulir:
    """A letter let go of, with the reason."""
    fields = (
        Ruas("surat", "Surat", surat_id, "tersembunyi", kunci=f"surat-{surat_id}"),
        Ruas("alasan", "Alasan dilepas", batas=500, kunci=f"alasan-{surat_id}"),
    )
    return Formulir(at(one, "lepas"), "Lepas surat", (Kelompok("", fields),), jaga=False)
