"""Lists of archives that are to move, be handed over or destroyed: made of what may be on them."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.arsip import usul as acts
from service.acts.arsip.usul import Susun
from service.domain.arsip.penyusutan import MACAM
from service.domain.arsip.usul import KEADAAN, Usul
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports.arsip import BarisArsip
from service.web.arsip import isi
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.sekali import at_work

bp = Blueprint("arsip_usul", __name__)
ALAMAT = f"{isi.ALAMAT}/usul"
BARU = f"{ALAMAT}/baru/<instansi>/<macam>"
KOSONG = Kosong(
    "Belum ada usul",
    "Pilih di bawah ini apa yang akan diusulkan; hanya arsip yang menurut jadwalnya boleh yang "
    "ditawarkan.",
)


@bp.get(ALAMAT)
@only(Act.ARCHIVE, Act.DESTROY)
def listing() -> str:
    """The lists there are, and what could be on a new one."""
    mine = [one for one in at_work() if hadir().may(Act.LOOK, one.id)]
    with house().ledger.read() as reading:
        found = [x for one in mine for x in acts.of_agency(reading, hadir(), one.id)]
    offered = [
        Tautan(f"{kata}, {one.nama}", f"{ALAMAT}/baru/{one.id}/{macam}")
        for one in mine
        if hadir().may(Act.ARCHIVE, one.id)
        for macam, kata in MACAM.items()
    ]
    return render_template(
        "arsip/usul.html",
        jejak=isi.JEJAK,
        daftar=_table(found) if found else None,
        baru=offered,
        kosong=KOSONG,
    )


def _table(found: list[Usul]) -> Tabel:
    head = tuple(map(Kolom, ("Usul", "Macam", "Arsip", "Keadaan")))
    rows = tuple(
        (
            Sel(one.judul, f"{ALAMAT}/{one.id}"),
            Sel(MACAM[one.macam]),
            Sel(str(len(one.arsip))),
            Sel(KEADAAN[one.keadaan]),
        )
        for one in found
    )
    return Tabel("usul", "Usul penyusutan arsip", head, rows)


@bp.get(BARU)
@only(Act.ARCHIVE)
def ask(instansi: str, macam: str) -> str:
    """What may be on such a list today."""
    return _new_page(_form(instansi, macam), macam)


@bp.post(BARU)
@only(Act.ARCHIVE)
def compose(instansi: str, macam: str) -> Response:
    """A draft of what was ticked."""
    form = ticked(_form(instansi, macam))
    sent = forms.read(form, lambda wrong: _new_page(ticked(wrong), macam))
    some = chosen(next(x for x in form.ruas if x.nama == "arsip"))
    asked = Susun(sent["tanda"], instansi, "", macam, sent["judul"], some)
    made = sent.attempt(lambda: acts.compose(house(), hadir(), asked))
    return redirect(url_for("arsip_usul_satu.show", usul_id=made.id, kabar="disimpan"), 303)


def _form(instansi: str, macam: str) -> Formulir:
    if macam not in MACAM or not hadir().may(Act.ARCHIVE, instansi):
        raise TidakAda("Usul itu")
    rows = acts.candidates(house(), hadir(), instansi, macam)
    some = tuple(map(choice, rows))
    hint = "" if some else "Tidak ada arsip yang hari ini dapat diusulkan."
    fields = (
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
        Ruas("judul", "Judul usul", batas=300),
        Ruas("arsip", "Arsip", "", "centang", hint, wajib=False, pilihan=some),
    )
    at = f"{ALAMAT}/baru/{instansi}/{macam}"
    batal = Tautan("Batal", ALAMAT)
    return Formulir(at, "Susun usul", (Kelompok("", fields),), batal=batal)


def _new_page(form: Formulir, macam: str) -> str:
    return render_template("arsip/usul_baru.html", judul=MACAM[macam], jejak=trail(), formulir=form)


def trail() -> tuple[Tautan, ...]:
    """Where the page of a list stands."""
    return (*isi.JEJAK, Tautan("Usul penyusutan", ALAMAT))


def choice(row: BarisArsip) -> Pilihan:
    """An archive that could be on a list, as it is offered."""
    return Pilihan(row.arsip.id, row.judul, f"{row.arsip.kode}, {row.arsip.retensi.kata}")
