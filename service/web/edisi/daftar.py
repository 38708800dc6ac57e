"""All editions; a new one; what an agency chose for them."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import sk_uji
from service.acts.edisi import baca, dasar, rancang, setelan
from service.acts.edisi.dasar import Dasar
from service.acts.edisi.rancang import Rancangan
from service.acts.lihat.berkas import berkas_for, seen
from service.acts.sop.daftar import bahan_of, sops
from service.domain.berkas import BERJALAN, Berkas
from service.domain.edisi.edisi import DAFTAR, DIP, PENETAPAN
from service.domain.refusals import TidakAda
from service.domain.sop.bahan import EDISI
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.sekali import at_work
from service.web.edisi import isi, isian
from service.web.edisi.isian import YA

bp = Blueprint("edisi", __name__)
ALAMAT = isi.ALAMAT
SEHALAMAN, TERBANYAK = 50, 200
KOSONG = Kosong(
    "Belum ada edisi",
    "Edisi memuat daftar yang ditetapkan dengan surat keputusan. Susun rancangannya di berkas "
    "penetapan setelah barisnya diverifikasi.",
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> str:
    """Drafts first, then from the newest on."""
    asked = request.args.to_dict()
    with house().ledger.read() as reading:
        found = baca.listed(reading, hadir())
    first = (page_of(asked) - 1) * SEHALAMAN
    some = found[first : first + SEHALAMAN]
    return render_template(
        "edisi/daftar.html",
        daftar=isi.table(some, {one.id: one.zona for one in at_work()}) if some else None,
        halaman=pages(ALAMAT, asked, len(found), SEHALAMAN, "edisi"),
        baru=Tautan("Susun edisi", f"{ALAMAT}/baru") if hadir().may(Act.VERIFY) else None,
        alamat=Tautan("Alamat yang diumumkan", f"{ALAMAT}/alamat"),
        setelan=Tautan("Setelan", f"{ALAMAT}/setelan") if hadir().may(Act.DECIDE) else None,
        kosong=KOSONG,
    )


@bp.get(f"{ALAMAT}/baru")
@only(Act.VERIFY)
def ask() -> str:
    """In which matter, and of which kind."""
    told = request.args
    return _new_page(_new_form(told.get("berkas", ""), told.get("cara", "")))


def _new_form(berkas: str = "", cara: str = "") -> Formulir:
    return isian.new_form(house().new_id(), matters(), berkas, cara)


def _new_page(form: Formulir) -> str:
    return render_template("edisi/baru.html", formulir=form, jejak=isi.JEJAK, judul="Susun edisi")


@bp.post(f"{ALAMAT}/baru")
@only(Act.VERIFY)
def begin() -> Response:
    """A draft of the whole list; the other kinds ask on which decree they rest."""
    sent = forms.read(_new_form(), _new_page)
    if sent["cara"] != PENETAPAN:
        at = url_for("edisi.ask_decree", berkas=sent["berkas"], daftar=sent["cara"])
        return redirect(at, 303)
    asked = Rancangan(sent["tanda"], sent["berkas"])
    one = sent.attempt(lambda: rancang.begin(house(), hadir(), asked))
    return redirect(url_for("edisi_satu.show", edisi_id=one.id, kabar="edisi-dirancang"), 303)


def matters() -> list[Berkas]:
    """The matters under way in which a list is made, of those that this person may see."""
    found: list[Berkas] = []
    with house().ledger.read() as reading:
        for kode in hadir().instansi:
            if not hadir().may(Act.VERIFY, kode):
                continue
            lists = {x.id for x in bahan_of(house().packs, kode).values() if x.wujud == EDISI}
            making = [
                sop.kode
                for sop in sops(house().packs, kode).values()
                if any(lists & set(row.semua_keluaran) for row in sop.langkah)
            ]
            if making:
                found += reading.find(Berkas, instansi=kode, sop=making, keadaan=BERJALAN)
    mine = [one for one in found if seen(hadir(), one)]
    return sorted(mine, key=lambda one: (one.dibuka, one.id), reverse=True)[:TERBANYAK]


@bp.get(f"{ALAMAT}/dasar")
@only(Act.VERIFY)
def ask_decree() -> str:
    """On which signed decree, and what it opened."""
    return _decree_page(
        _decree_form(request.args.get("berkas", ""), request.args.get("daftar", ""))
    )


def _decree_form(berkas_id: str, daftar: str) -> Formulir:
    if daftar not in DAFTAR:
        raise TidakAda("Daftar itu")
    with house().ledger.read() as reading:
        berkas = berkas_for(reading, hadir(), berkas_id)
        decrees = dasar.decrees(reading, berkas)
        found = sk_uji.opened(reading, berkas) if daftar == DIP else []
    mine = [x for x in found if hadir().sees(x.instansi, x.unit, rahasia=x.terbatas_dilihat)]
    return isian.rest_form(house().new_id(), berkas, daftar, decrees, mine[:TERBANYAK])


def _decree_page(form: Formulir) -> str:
    judul = "Edisi dari hasil uji"
    return render_template("edisi/baru.html", formulir=ticked(form), jejak=isi.JEJAK, judul=judul)


@bp.post(f"{ALAMAT}/dasar")
@only(Act.VERIFY)
def rest() -> Response:
    """Frozen at once, and established on that decree."""
    form = _decree_form(request.form.get("berkas", ""), request.form.get("daftar", ""))
    picked = next((chosen(one) for one in form.ruas if one.nama == "tambahan"), ())
    plain = forms.read(form, _decree_page)
    asked = Dasar(
        plain["tanda"], plain["berkas"], plain["naskah"], plain["daftar"], tambahan=picked
    )
    one = plain.attempt(lambda: dasar.rest_on(house(), hadir(), asked))
    return redirect(url_for("edisi_satu.show", edisi_id=one.id, kabar="edisi-disusun"), 303)


@bp.get(f"{ALAMAT}/setelan")
@only(Act.DECIDE)
def ask_rule() -> str:
    """What each agency chose."""
    return _rule_page(None)


@bp.post(f"{ALAMAT}/setelan")
@only(Act.DECIDE)
def choose() -> Response:
    """Kept for one agency."""
    known = {one.ruas[0].nilai: one for one in _rules()}
    form = known.get(request.form.get("instansi", ""))
    sent = forms.read(form or forms.nothing(), _rule_page)
    lain = sent["penerbit_lain"] == YA
    kode, versi = sent["instansi"], sent.angka("versi")
    sent.attempt(lambda: setelan.choose(house(), hadir(), kode, versi, penerbit_lain=lain))
    return redirect(url_for("edisi.ask_rule", kabar="disimpan"), 303)


def _rules() -> list[Formulir]:
    with house().ledger.read() as reading:
        return [
            isian.chosen_form(one.id, one.nama, setelan.chosen(reading, one.id))
            for one in at_work()
            if hadir().may(Act.DECIDE, one.id)
        ]


def _rule_page(wrong: Formulir | None) -> str:
    def shown(one: Formulir) -> Formulir:
        return wrong if wrong and wrong.tombol == one.tombol else one

    rules = [shown(one) for one in _rules()]
    return render_template("edisi/setelan.html", formulir=rules, jejak=isi.JEJAK)
