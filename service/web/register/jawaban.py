"""The forms by which the answer to a request or an objection enters its register."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import kiriman_for, line_for
from service.acts.register import jawaban as acts
from service.domain.keberatan import PUTUSAN, SURAT, Keberatan, SuratTanggapan, Tanggapan
from service.domain.permohonan import (
    BENTUK,
    DIKUASAI,
    JENIS_PERMINTAAN,
    KEPUTUSAN,
    Keputusan,
    Permohonan,
)
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.forms import Terisi
from service.web.kiriman import pindaian

bp = Blueprint("jawaban", __name__)
Answer = Response | str


@bp.get("/permohonan/<permohonan_id>/jawaban")
@only(Act.IDENTIFY)
def ask(permohonan_id: str) -> str:
    """The answer to a request, to be written down."""
    one = _mine(Permohonan, permohonan_id)
    return _page(_keputusan_form(one), "permohonan", one.id, one.nomor_daftar)


@bp.post("/permohonan/<permohonan_id>/jawaban")
@only(Act.IDENTIFY)
def answer(permohonan_id: str) -> Answer:
    """Written down."""
    one = _mine(Permohonan, permohonan_id)
    sent = forms.read(
        _keputusan_form(one), lambda form: _page(form, "permohonan", one.id, one.nomor_daftar)
    )
    said = Keputusan(
        sent["dikuasai"],
        sent["bentuk"],
        sent["jenis"],
        sent["keputusan"],
        sent["alasan"],
        sent["pemberitahuan"],
        sent["pemberian"],
        sent.angka("biaya"),
        sent["cara_bayar"],
    )
    sent.attempt(lambda: acts.answer(house(), hadir(), one.id, sent.angka("versi"), said))
    return redirect(url_for("permohonan.show", permohonan_id=one.id, kabar="disimpan"), 303)


@bp.get("/keberatan/<keberatan_id>/tanggapan")
@only(Act.IDENTIFY, Act.RESPOND)
def ask_keberatan(keberatan_id: str) -> str:
    """The answer to an objection, to be written down."""
    one = _mine(Keberatan, keberatan_id, Act.RESPOND)
    return _page(_tanggapan_form(one), "keberatan", one.id, one.nomor)


@bp.post("/keberatan/<keberatan_id>/tanggapan")
@only(Act.IDENTIFY, Act.RESPOND)
@carrying(pindaian.most)
def respond(keberatan_id: str) -> Answer:
    """Written down."""
    one = _mine(Keberatan, keberatan_id, Act.RESPOND)
    sent = forms.read(
        _tanggapan_form(one), lambda form: _page(form, "keberatan", one.id, one.nomor)
    )

    def done() -> Keberatan:
        acts.look(house(), hadir(), one.id, sent.angka("versi"), _said(one, sent, ADA))
        perihal = f"Tanggapan atas keberatan {one.nomor}"
        file = pindaian.taken(
            sent["tanda"], one.instansi, one.unit, perihal, rahasia=_withheld(one)
        )
        said = _said(one, sent, file or one.surat.file)
        return acts.respond(house(), hadir(), one.id, sent.angka("versi"), said)

    sent.attempt(done)
    return redirect(
        url_for("permohonan.show_keberatan", keberatan_id=one.id, kabar="disimpan"), 303
    )


ADA = "ada"  # stands for a scan that came and is not kept yet


def _said(one: Keberatan, sent: Terisi, file: str) -> acts.Jawab:
    """What was typed, and the scan where there is one, now or from before."""
    kept = file if pindaian.chosen() or one.surat.file else ""
    return acts.Jawab(
        Tanggapan(sent["isi"], sent["tanggal"], sent["nama"], sent["jabatan"]),
        SuratTanggapan(sent["putusan"], sent["surat"], sent["nomor"], kept, sent["sampai"]),
    )


def _withheld(one: Keberatan) -> bool:
    with house().ledger.read() as reading:
        return kiriman_for(reading, hadir(), one.kiriman).rahasia


def _mine(kind: type[Any], id_: str, *more: Act) -> Any:
    """The line, or TidakAda where the person has no part in it."""
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), kind, id_, (Act.IDENTIFY, *more))


def _keputusan_form(one: Permohonan) -> Formulir:
    k = one.keputusan
    ruas = (
        _choice("dikuasai", "Status informasi", k.dikuasai, DIKUASAI),
        _choice("bentuk", "Bentuk informasi yang dikuasai", k.bentuk, BENTUK, wajib=False),
        _choice("jenis", "Jenis permohonan", k.jenis, JENIS_PERMINTAAN, wajib=False),
        _choice("keputusan", "Keputusan", k.keputusan, KEPUTUSAN),
        Ruas(
            "alasan",
            "Alasan penolakan",
            k.alasan,
            "panjang",
            "Wajib bila ada informasi yang tidak diberikan.",
            wajib=False,
            batas=2000,
        ),
        Ruas("pemberitahuan", "Tanggal pemberitahuan tertulis", k.pemberitahuan, "tanggal"),
        Ruas("pemberian", "Tanggal pemberian informasi", k.pemberian, "tanggal", wajib=False),
        Ruas("biaya", "Biaya (rupiah)", str(k.biaya or ""), "angka", wajib=False, lebar="sempit"),
        Ruas("cara_bayar", "Cara pembayaran", k.cara_bayar, wajib=False, lebar="sedang"),
        _versi(one.versi),
    )
    return Formulir(f"/permohonan/{one.id}/jawaban", "Simpan jawaban", (Kelompok("", ruas),))


def _tanggapan_form(one: Keberatan) -> Formulir:
    t, surat = one.tanggapan, one.surat
    own = hadir().may(Act.RESPOND, one.instansi, one.unit)
    hint = "Boleh menyusul, karena Anda sendiri Atasan PPID." if own else "Yang bertanda tangan."
    ruas = (
        _choice("putusan", "Putusan", surat.putusan, PUTUSAN),
        Ruas("isi", "Tanggapan Atasan PPID", t.isi, "panjang", batas=5000),
        Ruas("tanggal", "Tanggal tanggapan", t.tanggal, "tanggal"),
        Ruas("nama", "Nama Atasan PPID", t.nama, lebar="sedang"),
        Ruas("jabatan", "Jabatan", t.jabatan, lebar="sedang"),
    )
    kertas = (
        _choice("surat", "Keadaan suratnya", surat.keadaan, SURAT),
        Ruas("nomor", "Nomor surat", surat.nomor, wajib=False, batas=120, lebar="sedang"),
        pindaian.ruas(
            "Pindaian surat", "Pindaian yang sudah ada tetap dipakai." if surat.file else hint
        ),
        Ruas(
            "sampai",
            "Tanggal diterima pemohon",
            surat.sampai,
            "tanggal",
            "Sejak hari ini pemohon dapat mengajukan sengketa. Boleh menyusul.",
            wajib=False,
        ),
        pindaian.tanda(),
        _versi(one.versi),
    )
    return Formulir(
        f"/keberatan/{one.id}/tanggapan",
        "Simpan tanggapan",
        (Kelompok("Tanggapan", ruas), Kelompok("Surat tanggapan", kertas)),
        berlampiran=True,
    )


def _choice(
    nama: str, label: str, nilai: str, kata: Mapping[str, str], *, wajib: bool = True
) -> Ruas:
    pilihan = tuple(Pilihan(kode, one) for kode, one in kata.items())
    return Ruas(nama, label, nilai, "radio" if wajib else "pilih", pilihan=pilihan, wajib=wajib)


def _versi(versi: int) -> Ruas:
    return Ruas("versi", "Versi", str(versi), "tersembunyi", wajib=False)


def _page(form: Formulir, jenis: str, id_: str, nomor: str) -> str:
    jejak = (
        Tautan("Beranda", "/"),
        Tautan(f"Register {jenis}", f"/register/{jenis}"),
        Tautan(nomor or "belum bernomor", f"/{jenis}/{id_}"),
    )
    judul = "Catat jawaban" if jenis == "permohonan" else "Catat tanggapan"
    return render_template("register/jawaban.html", formulir=form, jejak=jejak, judul=judul)
