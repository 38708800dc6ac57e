"""Several papers in one sitting: each looked at, then signed one after the other at one press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.naskah.baca import Terbuka
from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import dilihat as dilihat_ttd
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd.bersama import TERBANYAK, Duduk, Nasib
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import JENIS
from service.domain.wewenang import PERAN, Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports.tanda_tangan import BarisTtd
from service.web import forms
from service.web.aliran import grown
from service.web.auth import hadir, house, only
from service.web.centang import chosen, ticked
from service.web.giliran_ttd import key_and_secret, my_turn
from service.web.meja_ttd import ALAMAT, named
from service.web.naskah_tindak import seen, versi_of

bp = Blueprint("ttd_bersama", __name__)
JEJAK = (Tautan("Beranda", "/"), Tautan("Tanda tangan", ALAMAT))
TANDA = "<!--baris-->"


@bp.post("/naskah/<naskah_id>/sudah-dilihat")
@only(Act.LOOK)
def look(naskah_id: str) -> Response:
    """This paper was looked at; on to the next, or to signing them all."""
    one, mine = my_turn(naskah_id)
    sent = forms.read(seen_form(one), lambda _: "")
    versi = versi_of(one, sent["sidik"])
    dilihat_ttd.look(house(), hadir(), naskah_id, versi, mine.id)
    return redirect(_onward(naskah_id), 303)


def seen_form(one: Terbuka) -> Formulir:
    """One button: I looked at it."""
    at = url_for("ttd_bersama.look", naskah_id=one.naskah.id)
    return Formulir(at, "Sudah saya lihat, lanjut", (Kelompok("", (seen(one),)),), jaga=False)


def _onward(naskah_id: str) -> str:
    """The next that was not looked at, from this one on and then from the first."""
    queue = _queue()
    at = next((n for n, one in enumerate(queue) if one.naskah.id == naskah_id), 0)
    for one in (*queue[at:], *queue[:at]):
        if not one.dilihat:
            return url_for("tanda_tangan.show", naskah_id=one.naskah.id)
    return url_for("ttd_bersama.show")


def _queue() -> list[BarisTtd]:
    found = meja_ttd.waiting(house(), hadir(), 0, TERBANYAK)
    return [one for one in found if one.giliran]


def beside(naskah_id: str) -> tuple[Tautan, ...]:
    """The papers before and after this one on the desk."""
    queue = _queue()
    at = next((n for n, one in enumerate(queue) if one.naskah.id == naskah_id), None)
    if at is None:
        return ()
    found = ((at - 1, "Sebelumnya"), (at + 1, "Berikutnya"))
    return tuple(
        Tautan(
            f"{kata}: {named(house(), queue[n])}",
            url_for("tanda_tangan.show", naskah_id=queue[n].naskah.id),
        )
        for n, kata in found
        if 0 <= n < len(queue)
    )


@bp.get(f"{ALAMAT}/bersama")
@only(Act.LOOK)
def show() -> str:
    """Those that were looked at, and the form that signs them."""
    return _page(ttd_bersama.looked(house(), hadir()))


def _page(some: list[BarisTtd], wrong: Formulir | None = None) -> str:
    form = wrong or _form(some)
    return render_template(
        "tanda_tangan/bersama.html",
        jejak=JEJAK,
        formulir=form if some and _keys() else None,
        sertifikat=bool(_keys()),
        banyak=len(some),
    )


@bp.post(f"{ALAMAT}/bersama")
@only(Act.LOOK)
def sign() -> Response:
    """One after the other, with the passphrase in this request and nowhere else."""
    some = ttd_bersama.looked(house(), hadir())
    form = _form(some)
    sent = forms.read(form, lambda wrong: _page(some, ticked(wrong)))
    marks = chosen(form.ruas[0])
    asked = Duduk(sent["kunci"], marks)
    until = ExitStack()

    def begun() -> Iterator[Nasib]:
        with ExitStack() as own:
            frasa = own.enter_context(FrasaSandi(sent["frasa"]))
            found = own.enter_context(ttd_bersama.sitting(house(), hadir(), asked, frasa))
            until.push(own.pop_all())
        return found

    each = replace(sent, formulir=ticked(sent.formulir)).attempt(begun)
    page = render_template("tanda_tangan/bersama_hasil.html", jejak=JEJAK, banyak=len(marks))
    return grown(page, TANDA, _told(each), until)


def _told(each: Iterable[Nasib]) -> Iterator[str]:
    """A line for each as it is done, and how many were."""
    done, left = 0, 0
    for n, one in enumerate(each, 1):
        done, left = done + one.jadi, left + (not one.jadi)
        nama = named(house(), one.baris)
        yield render_template("tanda_tangan/bersama_baris.html", n=n, nasib=one, nama=nama)
    yield render_template("tanda_tangan/bersama_akhir.html", jadi=done, sisa=left, meja=ALAMAT)


def _keys() -> tuple[Pilihan, ...]:
    with house().ledger.read() as reading:
        keys = kunci_ttd.mine(reading, hadir())
    return tuple(Pilihan(x.id, f"{x.nama} ({JENIS[x.jenis]})") for x in keys)


def _form(some: list[BarisTtd]) -> Formulir:
    boxes = tuple(_box(one) for one in some)
    fields = (
        Ruas(
            "pilih",
            f"Naskah yang sudah Anda lihat ({len(boxes)})",
            jenis="centang",
            pilihan=boxes,
            terpilih=tuple(one.nilai for one in boxes),
            wajib=False,
            petunjuk="Naskah satu berkas ditandatangani berurutan. Hapus centang yang tidak ikut.",
        ),
        *key_and_secret(
            _keys(), "Diketik sekali untuk semua naskah di atas; tidak disimpan di mana pun."
        ),
    )
    at = url_for("ttd_bersama.sign")
    return Formulir(
        at, "Tanda tangani semuanya", (Kelompok("", fields),), batal=JEJAK[-1], jaga=False
    )


def _box(one: BarisTtd) -> Pilihan:
    sebagai = PERAN.get(one.tempat.peran, one.tempat.peran)
    return Pilihan(ttd_bersama.mark(one), named(house(), one), f"{one.judul} · {sebagai}")
