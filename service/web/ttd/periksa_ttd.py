"""The page of a signature whose answer was lost: what is known, and how it was."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, send_file, url_for
from flask import Response as FlaskResponse
from werkzeug.wrappers import Response

from service.acts.ttd import periksa as acts
from service.acts.ttd.periksa import Katanya, Ragu, TanpaFile
from service.domain.refusals import TidakAda
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import PERAN, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.file import TERKURUNG

bp = Blueprint("periksa_ttd", __name__)
UNGGAH, AMBIL, TERIMA, NIHIL = "unggah", "ambil", "terima", "nihil"
TERBESAR = 50_000_000  # bytes; a paper with its signatures is far below


@bp.get("/naskah/<naskah_id>/periksa-ttd")
@only(Act.LOOK)
def show(naskah_id: str) -> str:
    """What is known of it."""
    return _page(acts.read(house(), hadir(), naskah_id))


def _page(one: Ragu, wrong: Formulir | None = None) -> str:
    place, at = one.tempat, url_for("naskah.show", naskah_id=one.naskah.id)
    judul = f"Periksa tanda tangan {one.nama} {one.naskah.nomor}".strip()
    offered = _forms(one) if one.boleh else []
    if wrong:
        offered = [wrong, *(x for x in offered if x.alamat != wrong.alamat)]
    return render_template(
        "tanda_tangan/periksa.html",
        judul=judul,
        jejak=(Tautan("Beranda", "/"), Tautan(f"{one.nama} {one.naskah.nomor}".strip(), at)),
        sebab=one.sebab,
        sifat=_traits(one),
        formulir=offered,
        file=url_for("periksa_ttd.original", naskah_id=one.naskah.id) if place.sesudah else "",
    )


def _traits(one: Ragu) -> tuple[tuple[str, str], ...]:
    place: TempatTtd = one.tempat
    by = house().lists.nama_orang({place.oleh}).get(place.oleh, "") if place.oleh else ""
    told = (
        ("Sebagai", PERAN.get(place.peran, place.peran)),
        ("Dikirim untuk tanda tangan", by),
        ("Nomor di layanan", place.acuan),
        ("Sidik file yang dikirim", place.sebelum),
    )
    return tuple((nama, nilai) for nama, nilai in told if nilai)


def _forms(one: Ragu) -> list[Formulir]:
    found = [_form(one, UNGGAH)]
    if one.dapat_diambil:
        found.insert(0, _form(one, AMBIL))
    if one.tempat.sesudah:
        found.append(_form(one, TERIMA))
    return [*found, _form(one, NIHIL)]


KATA = {
    AMBIL: ("Ambil dari layanan BSrE", "Layanan itu menyerahkannya sekali lagi, dan hanya sekali."),
    UNGGAH: (
        "Unggah yang bertanda tangan",
        "PDF bertanda tangan yang ada pada penanda tangan atau di layanan itu. Diperiksa dahulu.",
    ),
    TERIMA: (
        "Terima file yang tersimpan",
        "File yang kembali dan belum diterima begitu saja menjadi naskah bertanda tangan.",
    ),
    NIHIL: (
        "Tidak jadi ditandatangani",
        "Tempat tanda tangannya kosong lagi, dan naskahnya dapat ditandatangani lagi.",
    ),
}


def _form(one: Ragu, apa: str) -> Formulir:
    fields = [Ruas("sidik", "Yang terlihat", one.sidik, "tersembunyi", batas=40, kunci=apa)]
    if apa == UNGGAH:
        fields.append(Ruas("file", "File PDF", jenis="file"))
    if apa in (TERIMA, NIHIL):
        why = Ruas("alasan", "Bagaimana Anda memastikannya", jenis="panjang", batas=2_000)
        fields.append(Ruas(**{**vars(why), "kunci": apa}))
    tombol, hint = KATA[apa]
    at = url_for("periksa_ttd.act", naskah_id=one.naskah.id, apa=apa)
    kelompok = (Kelompok(tombol, tuple(fields), hint),)
    return Formulir(at, tombol, kelompok, berlampiran=apa == UNGGAH, jaga=False)


@bp.post("/naskah/<naskah_id>/periksa-ttd/<apa>")
@only(Act.SIGN)
@carrying(lambda: TERBESAR + 100_000)
def act(naskah_id: str, apa: str) -> Response:
    """How it was, as this person says."""
    one = acts.read(house(), hadir(), naskah_id)
    if apa not in KATA:
        raise TidakAda
    sent = forms.read(_form(one, apa), lambda wrong: _page(one, wrong))
    said = Katanya(naskah_id, sent["sidik"], sent.nilai.get("alasan", ""))
    taken = sent.attempt(lambda: _DOES[apa](said))
    if not taken:
        at = url_for("periksa_ttd.show", naskah_id=naskah_id, kabar="periksa-ttd-simpan")
        return redirect(at, 303)
    kabar = "periksa-ttd-nihil" if apa == NIHIL else "periksa-ttd"
    return redirect(url_for("naskah.show", naskah_id=naskah_id, kabar=kabar), 303)


def _upload(said: Katanya) -> bool:
    with house().room() as room:
        path = forms.uploaded("file", room)
        if path is None:
            raise TanpaFile
        return acts.bring(house(), hadir(), said, path)


def _accept(said: Katanya) -> bool:
    acts.accept(house(), hadir(), said)
    return True


def _free(said: Katanya) -> bool:
    acts.free(house(), hadir(), said)
    return True


_DOES: dict[str, Callable[[Katanya], bool]] = {
    UNGGAH: _upload,
    AMBIL: lambda said: acts.fetch(house(), hadir(), said),
    TERIMA: _accept,
    NIHIL: _free,
}


@bp.get("/naskah/<naskah_id>/periksa-ttd/file")
@only(Act.LOOK)
def original(naskah_id: str) -> FlaskResponse:
    """The very bytes that came back, never opened by the browser itself."""
    one = acts.read(house(), hadir(), naskah_id)
    if not one.tempat.sesudah:
        raise TidakAda("File itu")
    answer = send_file(
        house().store.open(one.tempat.sesudah),
        mimetype="application/octet-stream",
        as_attachment=True,
        download_name="kembali.pdf",
        etag=False,
    )
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
