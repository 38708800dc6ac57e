"""Many papers from one table: the kind is chosen, its form handed out, and taken in filled."""

from __future__ import annotations

from flask import Blueprint, Response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as Answer

from service.acts.kumpulan import daftar as acts
from service.acts.kumpulan.daftar import TERBESAR, Diperiksa, Unggah
from service.acts.kumpulan.lihat import TERJAUH, newest
from service.acts.kumpulan.tabel import Letak, form, place
from service.acts.naskah.jenis import kinds
from service.acts.simpan.room import free_enough
from service.domain.ids import is_id
from service.domain.refusals import Refusal
from service.domain.wewenang import Act
from service.face.alamat import onward, page_of
from service.face.isi import Kosong
from service.web.berkas.banyak_isi import chosen
from service.web.dasar import forms
from service.web.dasar.auth import carrying, hadir, house, only
from service.web.dasar.tombol import chosen_name
from service.web.kumpulan import isi

bp = Blueprint("naskah_kumpulan", __name__)
SEHALAMAN = 30
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TanpaTabel(Refusal):
    """No file was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih formulir yang sudah diisi (.xlsx). Belum ada yang disimpan.")


@bp.get("/kumpulan")
@only(Act.LOOK)
def listing() -> str:
    """The latest, and how one begins."""
    asked = request.args.to_dict()
    here = min(max(page_of(asked), 1), TERJAUH // SEHALAMAN)
    found = newest(house(), hadir(), (here - 1) * SEHALAMAN, SEHALAMAN + 1)
    return render_template(
        "kumpulan/daftar.html",
        daftar=isi.table_of(house(), hadir(), found[:SEHALAMAN]),
        halaman=onward("/kumpulan", asked, here, more=len(found) > SEHALAMAN),
        jejak=isi.JEJAK,
        kosong=Kosong("Belum ada naskah dari tabel", isi.CARA),
        cara=isi.CARA,
    )


@bp.get("/kumpulan/baru")
@only(Act.FILL)
def ask() -> str:
    """For one matter: which kind of paper; then its form and where it comes back."""
    berkas_id, jenis = request.args.get("berkas", ""), request.args.get("jenis", "")
    letak = isi.letak_of(house(), hadir(), berkas_id, jenis)
    if not jenis:
        return isi.kinds_page(letak, kinds(house(), letak.instansi))
    return isi.step_page(house(), hadir(), letak, isi.upload(house(), letak))


def ask_chosen(marks: list[str]) -> str:
    """For matters ticked in the list: which kind of paper each of them gets."""
    return isi.chosen_page(isi.choice(house(), chosen(house(), hadir(), marks)))


@bp.post("/kumpulan/pilih")
@only(Act.FILL)
def choose() -> str:
    """The kind is chosen: its form, and where it comes back."""
    some = isi.matters(house(), hadir(), request.form.get("pilih", ""))
    sent = forms.read(isi.choice(house(), some), isi.chosen_page)
    letak = Letak(some[0].berkas.instansi, sent["jenis"])
    ids = tuple(one.berkas.id for one in some)
    return isi.step_page(house(), hadir(), letak, isi.upload(house(), letak), ids)


@bp.post("/kumpulan/formulir")
@only(Act.FILL)
def blank() -> Response:
    """The form as a workbook, with what the matters know as this person may see it."""
    told = request.form
    letak = Letak(told.get("instansi", ""), told.get("jenis", ""), told.get("berkas", ""))
    place(house(), hadir(), letak)
    with house().room() as room:
        some = told.get("pilih", "").split()[: isi.TERBANYAK]
        made = form(house(), hadir(), letak, some, room / "formulir.xlsx").read_bytes()
    answer = Response(made, mimetype=XLSX)
    name = f"Formulir {isi.kind_name(house(), letak)}.xlsx"
    answer.headers.set("Content-Disposition", "attachment", filename=isi.plain(name))
    return answer


def _most() -> int:
    free_enough(house(), TERBESAR)
    return TERBESAR + 1_000_000


@bp.post("/kumpulan")
@only(Act.FILL)
@carrying(_most)
def send() -> Answer | tuple[str, int]:
    """The filled table: a kumpulan, or all that is wrong in it."""
    told = request.form
    letak = Letak(told.get("instansi", ""), told.get("jenis", ""), told.get("berkas", ""))
    place(house(), hadir(), letak)
    sent = forms.read(
        isi.upload(house(), letak), lambda wrong: isi.step_page(house(), hadir(), letak, wrong)
    )
    found = sent.attempt(lambda: _taken(letak, sent["tanda"]))
    if found.kumpulan is None:
        again = isi.upload(house(), letak)
        return isi.step_page(house(), hadir(), letak, again, salah=found.salah), 422
    return redirect(url_for("naskah_kumpulan_satu.show", kumpulan_id=found.kumpulan.id), 303)


def _taken(letak: Letak, tanda: str) -> Diperiksa:
    if not is_id(tanda):
        raise forms.FormulirRusak
    with house().room() as room:
        path = forms.uploaded("file", room)
        if path is None:
            raise TanpaTabel
        asked = Unggah(tanda, letak, chosen_name("file"), path)
        return acts.take_in(house(), hadir(), asked)
