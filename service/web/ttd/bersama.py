"""Several papers in one sitting: each looked at, then signed one after the other at one press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.naskah.baca import Terbuka
from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import dilihat as dilihat_ttd
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd.bersama import TERBANYAK, Duduk, Nasib, TiadaDipilih
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.wewenang import PERAN, Act
from service.face.isi import Pemberitahuan, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports.tanda_tangan import BarisTtd
from service.web.dasar import forms
from service.web.dasar.aliran import grown
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.sekali import paper_name
from service.web.naskah.tindak import seen, versi_of
from service.web.ttd.giliran import my_turn
from service.web.ttd.isian import asked, asks, by_code, keys, macam, ready, secret
from service.web.ttd.meja import ALAMAT

bp = Blueprint("ttd_bersama", __name__)
JEJAK = (Tautan("Beranda", "/"), Tautan("Tanda tangan", ALAMAT))
TANDA = "<!--baris-->"
TIADA = str(TiadaDipilih())
TERKIRIM = "Kode sekali pakai untuk {} naskah dikirim BSrE kepada Anda. Ketik kode itu di bawah."
SATU_SATU = (
    "Tidak disimpan di mana pun. Passphrase berlaku untuk semua naskah di atas; kode sekali pakai "
    "hanya untuk satu naskah, lalu minta kode baru untuk berikutnya."
)


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
            f"{kata}: {paper_name(queue[n].naskah)}",
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


def _page(some: list[BarisTtd], wrong: Formulir | None = None, kabar: str = "") -> str:
    mine = keys()
    form = wrong or _form(some, mine)
    return render_template(
        "tanda_tangan/bersama.html",
        jejak=JEJAK,
        formulir=form if some and mine else None,
        sertifikat=bool(mine),
        banyak=len(some),
        kabar=Pemberitahuan(kabar, "baik") if kabar else None,
    )


@bp.post(f"{ALAMAT}/bersama")
@only(Act.LOOK)
def sign() -> Response:
    """One after the other, with the passphrase in this request and nowhere else."""
    some = ttd_bersama.looked(house(), hadir())
    form = _form(some, keys())
    marks = chosen(form.ruas[0])
    if not marks:
        shown = replace(form, kelompok=(Kelompok("", tuple(map(_unticked, form.ruas))),))
        return forms.Terisi(shown, {}, lambda wrong: _page(some, wrong)).again((TIADA,))
    if asked():
        return _send_code(some, form, marks)
    sent = forms.read(form, lambda wrong: _page(some, ticked(wrong)))
    wanted = Duduk(sent["kunci"], marks)
    until = ExitStack()

    def begun() -> Iterator[Nasib]:
        with ExitStack() as own:
            typed = macam(sent.nilai.get("macam", ""))
            frasa = own.enter_context(FrasaSandi(sent["frasa"], typed))
            found = own.enter_context(ttd_bersama.sitting(house(), hadir(), wanted, frasa))
            until.push(own.pop_all())
        return found

    each = replace(sent, formulir=ticked(sent.formulir)).attempt(begun)
    page = render_template("tanda_tangan/bersama_hasil.html", jejak=JEJAK, banyak=len(marks))
    return grown(page, TANDA, _told(each), until)


def _unticked(one: Ruas) -> Ruas:
    return replace(one, terpilih=()) if one.nama == "pilih" else one


def _send_code(some: list[BarisTtd], form: Formulir, marks: tuple[str, ...]) -> Response:
    """One code for those that were chosen; the page as it was, and nothing is signed."""
    shown = ready(ticked(forms.filled(form, request.form)))
    kunci = request.form.get("kunci", "")
    sent = forms.Terisi(shown, {}, lambda wrong: _page(some, wrong))

    sent.attempt(lambda: kunci_ttd.send_code(house(), hadir(), kunci, len(marks)))
    many = len(marks) if house().esign.codes_for_many else 1
    return make_response(_page(some, shown, TERKIRIM.format(many)))


def _told(each: Iterable[Nasib]) -> Iterator[str]:
    """A line for each as it is done, and how many were."""
    done, left = 0, 0
    for n, one in enumerate(each, 1):
        done, left = done + one.jadi, left + (not one.jadi)
        nama = paper_name(one.baris.naskah)
        yield render_template("tanda_tangan/bersama_baris.html", n=n, nasib=one, nama=nama)
    yield render_template("tanda_tangan/bersama_akhir.html", jadi=done, sisa=left, meja=ALAMAT)


def _form(some: list[BarisTtd], mine: list[KunciTtd]) -> Formulir:
    boxes = tuple(_box(one) for one in some)
    fields = (
        Ruas(
            "pilih",
            f"Naskah yang sudah Anda lihat ({len(boxes)})",
            jenis="centang",
            pilihan=boxes,
            terpilih=tuple(one.nilai for one in boxes),
            petunjuk="Naskah satu berkas ditandatangani berurutan. Hapus centang yang tidak ikut.",
        ),
        *secret(mine, _hint(mine)),
    )
    return Formulir(
        url_for("ttd_bersama.sign"),
        "Tanda tangani semuanya",
        (Kelompok("", fields),),
        lain=asks("Kirim kode untuk yang dicentang", mine),
        batal=Tautan("Kembali ke meja tanda tangan", ALAMAT),
        jaga=False,
    )


def _hint(mine: list[KunciTtd]) -> str:
    if by_code(mine) and not house().esign.codes_for_many:
        return SATU_SATU
    return "Diketik sekali untuk semua naskah di atas; tidak disimpan di mana pun."


def _box(one: BarisTtd) -> Pilihan:
    sebagai = PERAN.get(one.tempat.peran, one.tempat.peran)
    return Pilihan(ttd_bersama.mark(one), paper_name(one.naskah), f"{one.judul} · {sebagai}")
