"""Kiriman for programs: files sent as one, and where each of them stands."""

from __future__ import annotations

from flask import Blueprint, url_for
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from service.acts.kiriman import unggah as acts
from service.acts.lihat.terlihat import files_for, kiriman_for
from service.domain.akibat import arti
from service.domain.kiriman import File, Kiriman
from service.domain.unggahan import UnggahanKeliru
from service.domain.wewenang import Act
from service.ports.kiriman import Antrean
from service.web.dasar import forms
from service.web.dasar.auth import answer_json, hadir, house, only
from service.web.dasar.badan_json import sent
from service.web.dasar.giliran import in_turn
from service.web.dasar.masalah import problem
from service.web.kata.kiriman import final, of_file, of_kiriman
from service.web.kiriman.api_unggahan import text
from service.web.kiriman.kembaran import unnumbered
from service.web.kiriman.unggah_isian import antaran_of, form

bp = Blueprint("api_kiriman", __name__, url_prefix="/api/v1/kiriman")


@bp.post("")
@only(Act.RECEIVE)
def send() -> Response:
    """Files that came in, as one kiriman; asked again under the same `kunci`, the same one."""
    isi = sent()
    ids = isi.get("unggahan")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise UnggahanKeliru("Sebutkan daftar id unggahan.")
    plain = MultiDict({name: str(value) for name, value in isi.items() if name != "unggahan"})
    filled = forms.filled(form(house(), hadir(), ""), plain)
    wrong = {ruas.nama: ruas.galat for ruas in filled.ruas if ruas.galat}
    if wrong:
        return problem(422, "Ada isian yang perlu diperbaiki.", salah=wrong)
    antaran = antaran_of({ruas.nama: ruas.nilai for ruas in filled.ruas})
    one = in_turn(lambda: acts.send(house(), hadir(), antaran, ids, text(isi, "pengantar")))
    return answer_json(told(one), 201)


@bp.get("/<kiriman_id>")
@only(Act.LOOK, Act.PEOPLE)
def show(kiriman_id: str) -> Response:
    """Where a kiriman and each of its files stands."""
    with house().ledger.read() as reading:
        one = kiriman_for(reading, hadir(), kiriman_id)
    return answer_json(told(one), 200)


def told(one: Kiriman) -> dict[str, object]:
    """A kiriman as a program reads it."""
    antrean = house().kiriman.underway(one.id)
    with house().ledger.read() as reading:
        files = files_for(reading, hadir(), one)
    now = of_kiriman(one, antrean)
    tanpa = unnumbered(house(), hadir(), [one]).get(one.id)
    return {
        "id": one.id,
        "alamat": url_for("kiriman.show", kiriman_id=one.id),
        "keadaan": one.keadaan,
        "bentuk": now.bentuk,
        "kata": now.kata,
        "akhir": one.akhir,
        "kode": one.kode,
        "nomor_agenda": one.nomor_agenda,
        "tanpa_nomor": tanpa.teks if tanpa else "",
        "selesai": final(one, antrean),
        "file": [_file(file, one, antrean) for file in files],
    }


def _file(file: File, kiriman: Kiriman, antrean: Antrean) -> dict[str, object]:
    now = of_file(file, kiriman, antrean)
    return {
        "id": file.id,
        "nama": file.nama,
        "akhir": file.akhir,
        "bentuk": now.bentuk,
        "keadaan": now.kata,
        "kode": [one.kode for one in file.temuan],
        "kata": [arti(one).kata for one in file.temuan],
    }
