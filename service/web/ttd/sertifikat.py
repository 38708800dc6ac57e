"""The certificates on my account: added with the passphrase that opens them once, let go."""

from __future__ import annotations

from flask import Blueprint, g, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.simpan.nik import masked
from service.acts.ttd import kunci as acts
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import JENIS, TERBESAR, BukanFileKunci, KunciTtd
from service.domain.tanggal import local, panjang
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, house, signed_in
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

bp = Blueprint("sertifikat", __name__)
KOLOM = (Kolom("Sertifikat"), Kolom("Diterbitkan oleh"), Kolom("Berlaku sampai"))


@bp.get("/akun/sertifikat")
@signed_in
def show() -> str:
    """The keys I may sign with."""
    return _page()


def _page(
    wrong: Formulir | None = None,
    bsre: Formulir | None = None,
    perangkat: Formulir | None = None,
) -> str:
    with house().ledger.read() as reading:
        found = acts.mine(reading, g.hadir)
    rows = tuple(map(_row, found))
    return render_template(
        "tanda_tangan/sertifikat.html",
        jejak=(Tautan("Beranda", "/"), Tautan("Akun", "/akun")),
        daftar=Tabel("sertifikat", "Sertifikat", KOLOM, rows) if rows else None,
        lepas=tuple(map(_let_go, found)),
        peringatan=tuple(filter(None, map(_warning, found))),
        formulir=wrong or _form(),
        bsre=bsre or (_bsre() if house().esign.in_use else None),
        perangkat=perangkat or (_device() if house().modul_ttd else None),
    )


def _row(one: KunciTtd) -> tuple[Sel, ...]:
    zona = zona_of(g.hadir, at_work())
    until = local(one.sampai, zona).date() if one.sampai else None
    return (
        Sel(one.nama, catatan=_note(one)),
        Sel(one.penerbit or "–"),
        Sel(panjang(until), iso=until.isoformat()) if until else Sel("–"),
    )


def _note(one: KunciTtd) -> str:
    if seen := masked(house(), one):
        return ", ".join(filter(None, (seen, one.pemilik)))
    return one.pemilik if one.pemilik != one.nama else JENIS[one.jenis]


def _let_go(one: KunciTtd) -> Pastikan:
    return Pastikan(
        nama=f"lepas-{one.id}",
        teks=f"Lepas {one.nama}",
        judul=f"Lepas sertifikat {one.nama}?",
        kata="Sertifikat ini tidak dapat dipakai menandatangani lagi. Naskah yang sudah "
        "ditandatangani dengannya tidak berubah.",
        alamat=url_for("sertifikat.release", kunci_id=one.id),
        tombol="Lepas sertifikat",
    )


def _warning(one: KunciTtd) -> str:
    return one.warning(house().clock.now())


def _form() -> Formulir:
    fields = (
        Ruas(
            "file",
            "File sertifikat (.p12 atau .pfx)",
            jenis="file",
            petunjuk=f"Dari penerbit sertifikat Anda, paling besar {TERBESAR // 1000} KB.",
        ),
        Ruas("nama", "Sebutan", wajib=False, petunjuk="Untuk Anda sendiri; boleh kosong."),
        Ruas(
            "frasa",
            "Frasa sandi file itu",
            jenis="sandi",
            isi_otomatis="off",
            petunjuk="Dipakai sekali untuk memeriksa file ini, lalu dilupakan.",
        ),
    )
    at = url_for("sertifikat.add")
    return Formulir(
        at, "Tambahkan sertifikat", (Kelompok("", fields),), berlampiran=True, jaga=False
    )


@bp.post("/akun/sertifikat")
@signed_in
@carrying(lambda: TERBESAR + 100_000)
def add() -> Response:
    """A certificate of mine in a locked file."""
    sent = forms.read(_form(), _page)

    def act() -> None:
        with house().room() as room, FrasaSandi(sent["frasa"]) as frasa:
            path = forms.uploaded("file", room)
            if path is None:
                raise BukanFileKunci
            acts.add_file(house(), g.hadir, path, sent["nama"], frasa)

    sent.attempt(act)
    return redirect("/akun/sertifikat?kabar=sertifikat-tambah", 303)


def _device() -> Formulir:
    fields = (
        Ruas("token", "Nama token atau kartu", batas=64, petunjuk="Seperti tertulis padanya."),
        Ruas("label", "Label sertifikat di dalamnya", batas=64),
        Ruas(
            "nama",
            "Sebutan",
            wajib=False,
            batas=100,
            petunjuk="Untuk Anda sendiri; bila kosong dipakai nama tokennya.",
        ),
        Ruas(
            "pin",
            "PIN token",
            jenis="sandi",
            isi_otomatis="off",
            petunjuk="Dipakai sekali untuk membaca sertifikatnya, lalu dilupakan. PIN yang salah "
            "beberapa kali mengunci token.",
        ),
    )
    at = url_for("sertifikat.add_device")
    return Formulir(at, "Tambahkan token", (Kelompok("", fields),), jaga=False)


@bp.post("/akun/sertifikat/token")
@signed_in
def add_device() -> Response:
    """A certificate of mine on a device that stays in this machine."""
    sent = forms.read(_device(), lambda wrong: _page(perangkat=wrong))

    def act() -> None:
        told = acts.Perangkat(sent["nama"] or sent["token"], sent["token"], sent["label"])
        with FrasaSandi(sent["pin"]) as pin:
            acts.add_device(house(), g.hadir, told, pin)

    sent.attempt(act)
    return redirect("/akun/sertifikat?kabar=sertifikat-token", 303)


def _bsre() -> Formulir:
    nik = Ruas(
        "nik",
        "NIK pada sertifikat BSrE Anda",
        jenis="sandi",
        isi_otomatis="off",
        batas=30,
        petunjuk="16 angka. Disimpan tersegel, hanya untuk bertanya kepada layanan BSrE kantor; "
        "yang ditampilkan empat angka terakhirnya.",
    )
    return Formulir(
        url_for("sertifikat.add_bsre"),
        "Tambahkan sertifikat BSrE",
        (Kelompok("", (nik,)),),
        jaga=False,
    )


@bp.post("/akun/sertifikat/bsre")
@signed_in
def add_bsre() -> Response:
    """A certificate of mine that BSrE keeps."""
    sent = forms.read(_bsre(), lambda wrong: _page(bsre=wrong))
    sent.attempt(lambda: acts.add_bsre(house(), g.hadir, sent["nik"]))
    return redirect("/akun/sertifikat?kabar=sertifikat-bsre", 303)


@bp.post("/akun/sertifikat/<kunci_id>/lepas")
@signed_in
def release(kunci_id: str) -> Response:
    """It signs nothing any more."""
    acts.release(house(), g.hadir, kunci_id)
    return redirect("/akun/sertifikat?kabar=sertifikat-lepas", 303)
