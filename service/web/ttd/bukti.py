"""The page that proves the signatures of a paper."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, render_template, url_for

from service.acts.bukti import lembar
from service.acts.bukti import ttd as bukti_ttd
from service.acts.bukti.ttd import Bukti
from service.domain import bukti_kata
from service.domain.bukti_kata import LABEL, LABEL_SIDIK
from service.domain.bukti_ttd import PERISTIWA, BuktiSatu
from service.domain.naskah import signatures_count
from service.domain.tempat_ttd import GUGUR, PERLU_DICEK
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Pemberitahuan, Tautan
from service.face.isi_naskah import BuktiTtd
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.file import TERKURUNG
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata import naskah as kata
from service.web.kata.berkas import moment
from service.web.kata.jejak import events
from service.web.naskah.muka import trail

bp = Blueprint("bukti_ttd", __name__)
RAGU = "Belum pasti apakah satu tanda tangan sudah dibubuhkan; naskahnya tidak dikirim lagi."


@bp.get("/naskah/<naskah_id>/bukti-ttd")
@only(Act.LOOK)
def show(naskah_id: str) -> str:
    """Who signed, when and how, with which certificate, and the bytes before and after."""
    one = bukti_ttd.read(house(), hadir(), naskah_id)
    zona, naskah = zona_of(hadir(), at_work()), one.naskah.naskah
    people = {x.tempat.oleh for x in one.tanda}
    names = house().lists.nama_orang(people - {""})
    here = Tautan(one.naskah.nama, url_for("naskah.show", naskah_id=naskah.id))
    return render_template(
        "tanda_tangan/bukti.html",
        judul=f"Bukti tanda tangan {one.naskah.nama}",
        jejak=(*trail(one.naskah), here),
        sifat=lembar.facts(one, nama_instansi(naskah.instansi)),
        unduh=url_for("bukti_ttd.as_pdf", naskah_id=naskah.id),
        ditemukan=one.ditemukan,
        diperiksa=moment(house().clock.now(), zona) if one.file else "",
        tanda=tuple(_told(one, x, names, zona) for x in one.tanda),
        ragu=_doubt(one),
        peristiwa=events(house(), naskah, names, zona, PERISTIWA),
    )


def _doubt(one: Bukti) -> Pemberitahuan | None:
    """Where somebody says how it was, while nobody knows whether one of them was set."""
    if all(x.tempat.keadaan != PERLU_DICEK for x in one.tanda):
        return None
    at = url_for("periksa_ttd.show", naskah_id=one.naskah.naskah.id)
    return Pemberitahuan(RAGU, "perhatian", Tautan("Periksa tanda tangannya", at))


def _told(bukti: Bukti, one: BuktiSatu, names: dict[str, str], zona: str) -> BuktiTtd:
    place = one.tempat
    berlaku = signatures_count(bukti.naskah.naskah)
    bentuk: Bentuk = kata.TTD[place.keadaan if berlaku else GUGUR]
    why = bukti.alasan.get(place.id, "")
    told = bukti_kata.told(one, names.get(place.oleh, ""), why, zona, berlaku=berlaku)
    return BuktiTtd(
        judul=told["jabatan"],
        bentuk=bentuk,
        keadaan=told["keadaan"],
        sifat=tuple((label, told[x]) for x, label in LABEL.items() if told[x]),
        sidik=tuple((label, told[x]) for x, label in LABEL_SIDIK.items() if told[x]),
        ditemukan=one.ditemukan,
    )


@bp.get("/naskah/<naskah_id>/bukti-ttd/pdf")
@only(Act.LOOK)
def as_pdf(naskah_id: str) -> Response:
    """The same as a sheet of the office, made of what is known at this moment."""
    made = lembar.printed(house(), hadir(), naskah_id)
    answer = make_response(made.isi)
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'attachment; filename="{made.nama}"'
    answer.headers["Content-Security-Policy"] = TERKURUNG
    return answer
