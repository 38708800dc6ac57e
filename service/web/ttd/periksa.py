"""Looking at a PDF from anywhere: whether it is ours, and what its signatures are."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.bukti import periksa as acts
from service.acts.bukti.periksa import Diperiksa
from service.domain.refusals import Refusal
from service.domain.tanda_tangan import TandaTangan
from service.domain.temuan_ttd import TINGKAT, fine, of_file, of_signature, people, tingkat
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.face.isi_naskah import BuktiTtd
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import moment

bp = Blueprint("periksa", __name__)
BELUM = "Belum ada file yang dipilih. Pilih file PDF, lalu tekan Periksa."
ASING = (
    "Bukan salinan persis dari naskah di sini yang boleh Anda baca: berasal dari kantor lain, "
    "sudah disimpan ulang oleh program lain, atau berubah isinya."
)


@bp.get("/periksa")
@only(Act.LOOK)
def ask() -> str:
    """The form that takes a file."""
    return _page()


def _page(wrong: Formulir | None = None) -> str:
    return render_template("tanda_tangan/periksa_pdf.html", formulir=wrong or _form(), hasil=None)


def _form() -> Formulir:
    petunjuk = "Diperiksa di ruang tertutup, lalu dibuang; tidak disimpan dan tidak dicatat."
    field = Ruas("file", "File PDF", jenis="file", petunjuk=petunjuk)
    at = url_for("periksa.take")
    return Formulir(at, "Periksa", (Kelompok("", (field,)),), berlampiran=True, jaga=False)


@bp.post("/periksa")
@only(Act.LOOK)
@carrying(lambda: acts.TERBESAR + 1_000_000)
def take() -> str | Response:
    """What was found of the file, on this page and nowhere else."""
    sent = forms.read(_form(), _page)

    def act() -> Diperiksa:
        with house().room() as room:
            path = forms.uploaded("file", room)
            if path is None:
                raise Refusal(BELUM)
            return acts.look(house(), hadir(), path)

    found = sent.attempt(act)
    return render_template("tanda_tangan/periksa_pdf.html", formulir=_form(), **_told(found))


def _told(found: Diperiksa) -> dict[str, object]:
    zona, milik = zona_of(hadir(), at_work()), found.milik
    signs = people(found.bacaan)
    return {
        "hasil": milik.kata if milik else ASING,
        "nada": "baik" if milik and milik.persis else "perhatian",
        "naskah": Tautan(milik.nama, url_for("naskah.show", naskah_id=milik.naskah.id))
        if milik
        else None,
        "sidik": found.sha256,
        "ditemukan": of_file(found.bacaan),
        "tanda": tuple(_sign(x, tingkat(x, found.bacaan), zona) for x in signs),
        "diperiksa": moment(house().clock.now(), zona),
    }


def _sign(one: TandaTangan, level: str, zona: str) -> BuktiTtd:
    cert = one.sertifikat
    lines = (
        ("Waktu pada tanda tangan", moment(one.waktu, zona) if one.waktu else ""),
        ("Tingkat", TINGKAT[level]),
        ("Diterbitkan oleh", cert.penerbit),
        (
            "Masa berlaku sertifikat",
            f"{moment(cert.dari, zona)} sampai {moment(cert.sampai, zona)}",
        ),
    )
    good = fine(one)
    return BuktiTtd(
        judul=cert.pemilik,
        bentuk="selesai" if good else "lewat",
        keadaan="Tidak ada yang janggal" if good else "Perlu diperhatikan",
        sifat=tuple(x for x in lines if x[1]),
        sidik=(("Sidik sertifikat (SHA-256)", cert.sidik),),
        ditemukan=of_signature(one),
    )
