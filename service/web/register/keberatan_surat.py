"""An objection that came as a letter: the letter beside the form of the register."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import kiriman_for
from service.acts.register import keberatan_surat as acts
from service.acts.register.permohonan import Masukan
from service.domain import isian_publik
from service.domain.kiriman import SUREL as PINTU_SUREL
from service.domain.kiriman import Kiriman
from service.domain.kode_lacak import spoken
from service.domain.permohonan import SURAT, SUREL
from service.domain.refusals import TidakAda
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face import permohonan as rupa
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import known
from service.web.kiriman.meja_lembaran import sheet
from service.web.kiriman.meja_satu import files_of
from service.web.register.permohonan import receipt_page
from service.web.register.permohonan_baru import arrival, code_of, moment, sent_form, written
from service.web.register.permohonan_kata import KEBERATAN

bp = Blueprint("keberatan_surat", __name__)


@bp.get("/kiriman/<kiriman_id>/keberatan")
@only(Act.IDENTIFY)
def ask(kiriman_id: str) -> str:
    """The form, filled with what the letter says."""
    one = _letter(kiriman_id)
    with house().ledger.read() as reading:
        if not acts.waits(reading, one):
            raise acts.BukanKeberatan if not acts.is_letter(one) else acts.SudahDicatat
    return _show(one, _form(one))


@bp.post("/kiriman/<kiriman_id>/keberatan")
@only(Act.IDENTIFY)
def record(kiriman_id: str) -> Response | str:
    """The objection in the register with its number, and its receipt with the code."""
    one = _letter(kiriman_id)
    isian = written(isian_publik.KEBERATAN)
    sent = sent_form(_form(one), KEBERATAN, rupa.keberatan, isian, lambda form: _show(one, form))
    diterima = moment(sent, one.instansi, one.unit, one.diterima)
    kode = code_of(sent)
    came = Masukan(kode, one.instansi, one.unit, diterima, isian, jalan=sent["jalan"])
    made = sent.attempt(lambda: acts.record(house(), hadir(), kiriman_id, came))
    return receipt_page(made, KEBERATAN, spoken(kode))


def _letter(kiriman_id: str) -> Kiriman:
    """The kiriman, where this person decides about it; else it is not there."""
    with house().ledger.read() as reading:
        one = kiriman_for(reading, hadir(), kiriman_id)
    if not hadir().may(Act.IDENTIFY, one.instansi, one.unit):
        raise TidakAda("Kiriman itu")
    return one


def _form(one: Kiriman) -> Formulir:
    agency = known(one.instansi)
    zona = agency.zona_of(one.unit) if agency else "WIB"
    head = arrival(
        SUREL if one.pintu == PINTU_SUREL else SURAT,
        local(one.diterima, zona).date().isoformat(),
    )
    told = {"nama": one.surat.pengirim, "kasus_posisi": one.surat.perihal, "sebagai": "sendiri"}
    fields = rupa.at_desk(rupa.keberatan(told, {}, nik=True))
    return Formulir(
        url_for("keberatan_surat.record", kiriman_id=one.id),
        "Catat dan beri nomor",
        (_of_letter(head), *fields),
        batal=Tautan("Batal", url_for("kiriman.show", kiriman_id=one.id)),
    )


def _of_letter(head: Kelompok) -> Kelompok:
    return replace(head, judul="Penerimaan surat")


def _show(one: Kiriman, formulir: Formulir) -> str:
    here = url_for("keberatan_surat.ask", kiriman_id=one.id)
    nama = one.nomor_agenda or one.surat.perihal or one.nama
    return render_template(
        "permohonan/dari_surat.html",
        judul="Catat keberatan",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Kiriman", "/kiriman"),
            Tautan(nama, url_for("kiriman.show", kiriman_id=one.id)),
        ),
        lembaran=sheet(one, files_of(house(), one), request.args.to_dict(), here),
        formulir=formulir,
    )
