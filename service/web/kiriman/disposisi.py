"""Disposisi on the page of a kiriman: who gave it to whom, the form, and the printed sheet."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.kiriman import disposisi as acts
from service.acts.kiriman.disposisi import Perintah, disposisi_for
from service.acts.lihat.penerima import Penerima, is_for, recipients
from service.acts.lihat.terlihat import kiriman_for
from service.domain.disposisi import ORANG, TERBUKA, Disposisi
from service.domain.kiriman import Kiriman
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms, kenangan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import ticked
from service.web.kiriman.disposisi_isian import perintah_form, perintah_of, result_form
from service.web.kiriman.disposisi_lembar import lines_of, sheet_of

bp = Blueprint("disposisi", __name__)
Answer = Response | str


class TanpaInstansi(Refusal):
    """What belongs to nobody yet can be given to nobody."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Kiriman ini belum bertempat di instansi mana pun, jadi belum dapat didisposisikan. "
            "Tentukan dahulu tempatnya."
        )


@bp.get("/kiriman/<kiriman_id>/disposisi")
@only(Act.LOOK)
def show(kiriman_id: str) -> str:
    """What was said on a letter, and the form of whoever may say more."""
    kiriman, offered = _known(kiriman_id)
    may = hadir().may(Act.DISPOSE, kiriman.instansi, kiriman.unit) and not kenangan.here()
    form = perintah_form(_at(kiriman), offered, "Kirim disposisi") if may else None
    return _page(kiriman, form)


@bp.post("/kiriman/<kiriman_id>/disposisi")
@only(Act.DISPOSE)
def send(kiriman_id: str) -> Answer:
    """A head gives the letter to people."""
    kiriman, offered = _known(kiriman_id)
    form = perintah_form(_at(kiriman), offered, "Kirim disposisi")
    return _given(
        form,
        lambda wrong: _page(kiriman, wrong),
        lambda perintah: acts.send(house(), hadir(), kiriman.id, perintah),
        kiriman,
    )


@bp.get("/kiriman/<kiriman_id>/disposisi/cetak")
@only(Act.LOOK)
def sheet(kiriman_id: str) -> str:
    """The lembar disposisi in its official form; empty, it is filled by hand."""
    kiriman, _ = _known(kiriman_id)
    return render_template(
        "disposisi/cetak.html",
        lembar=sheet_of(kiriman, _rows(kiriman.id)),
        jejak=_trail(kiriman),
        judul="Lembar disposisi",
    )


@bp.get("/disposisi/<disposisi_id>/teruskan")
@only(Act.LOOK)
def ask(disposisi_id: str) -> str:
    """The form by which somebody passes on what was given to them."""
    one, kiriman = _mine(disposisi_id)
    return _pass_page(kiriman, _pass_form(one, _known(kiriman.id)[1]))


@bp.post("/disposisi/<disposisi_id>/teruskan")
@only(Act.LOOK)
def pass_on(disposisi_id: str) -> Answer:
    """Passed on."""
    one, kiriman = _mine(disposisi_id)
    return _given(
        _pass_form(one, _known(kiriman.id)[1]),
        lambda wrong: _pass_page(kiriman, wrong),
        lambda perintah: acts.pass_on(house(), hadir(), one.id, _versi(), perintah),
        kiriman,
    )


@bp.post("/disposisi/<disposisi_id>/terima")
@only(Act.LOOK)
def take(disposisi_id: str) -> Response:
    """Taken up."""
    one = acts.take(house(), hadir(), disposisi_id, _versi())
    return _back(one.kiriman, "disposisi_diterima")


@bp.post("/disposisi/<disposisi_id>/selesai")
@only(Act.LOOK)
def finish(disposisi_id: str) -> Answer:
    """Done."""
    one, kiriman = _mine(disposisi_id)
    sent = forms.read(result_form(one), lambda _: _page(kiriman, None))
    sent.attempt(lambda: acts.finish(house(), hadir(), one.id, _versi(), sent["hasil"]))
    return _back(kiriman.id, "disposisi_selesai")


def _given(
    form: Formulir,
    show_: Callable[[Formulir], str],
    act: Callable[[Perintah], object],
    kiriman: Kiriman,
) -> Response:
    sent = forms.read(form, lambda wrong: show_(ticked(wrong)))
    sent.attempt(lambda: act(perintah_of(sent, form)))
    return _back(kiriman.id, "disposisi_dikirim")


def _back(kiriman_id: str, kabar: str) -> Response:
    return redirect(url_for("disposisi.show", kiriman_id=kiriman_id, kabar=kabar), 303)


def _known(kiriman_id: str) -> tuple[Kiriman, list[Penerima]]:
    with house().ledger.read() as reading:
        kiriman = kiriman_for(reading, hadir(), kiriman_id)
        if not kiriman.instansi:
            raise TanpaInstansi
        return kiriman, recipients(house(), reading, kiriman)


def _mine(disposisi_id: str) -> tuple[Disposisi, Kiriman]:
    with house().ledger.read() as reading:
        one, kiriman = disposisi_for(reading, hadir(), disposisi_id)
    if not is_for(one, hadir()) or one.keadaan not in TERBUKA:
        raise TidakAda("Disposisi itu")
    return one, kiriman


def _versi() -> int:
    text = request.form.get("versi", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


def _rows(kiriman_id: str) -> list[Disposisi]:
    return house().register.disposisi([kiriman_id]).get(kiriman_id, [])


def _at(kiriman: Kiriman) -> str:
    return url_for("disposisi.show", kiriman_id=kiriman.id)


def _pass_form(one: Disposisi, offered: list[Penerima]) -> Formulir:
    others = [x for x in offered if not (x.jenis == ORANG and x.id == hadir().orang.id)]
    at = url_for("disposisi.pass_on", disposisi_id=one.id)
    return perintah_form(at, others, "Teruskan disposisi", one)


def _trail(kiriman: Kiriman) -> list[Tautan]:
    name = kiriman.nomor_agenda or kiriman.nama
    return [
        Tautan("Beranda", "/"),
        Tautan("Kiriman", "/kiriman"),
        Tautan(name, f"/kiriman/{kiriman.id}"),
    ]


def _pass_page(kiriman: Kiriman, form: Formulir) -> str:
    return render_template(
        "disposisi/teruskan.html",
        formulir=form,
        jejak=[*_trail(kiriman), Tautan("Disposisi", _at(kiriman))],
        perihal=kiriman.surat.perihal or kiriman.nama,
    )


def _page(kiriman: Kiriman, form: Formulir | None) -> str:
    rows = _rows(kiriman.id)
    return render_template(
        "disposisi/daftar.html",
        jejak=_trail(kiriman),
        perihal=kiriman.surat.perihal or kiriman.nama,
        baris=lines_of(kiriman, rows),
        formulir=form,
        cetak=Tautan("Lembar cetak", url_for("disposisi.sheet", kiriman_id=kiriman.id)),
        kosong=Kosong(
            "Belum ada disposisi",
            "Pimpinan mendisposisikan kiriman di halaman ini; penerima melihatnya di beranda. "
            "Lembar cetaknya dapat juga diisi dengan tangan.",
        ),
    )
