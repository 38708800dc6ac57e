"""A request or an objection that came to the desk, by letter or by telephone, written down."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response

from service.acts.register import keberatan as keberatans
from service.acts.register import permohonan as permohonans
from service.acts.register.permohonan import Masukan
from service.domain import isian_publik
from service.domain.kode_lacak import from_bits, spoken
from service.domain.permohonan import JALAN, LANGSUNG, PUBLIK
from service.domain.saat_terima import received
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face import permohonan as rupa
from service.face.isi import Kosong
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import at_work, known
from service.web.register.permohonan import jejak, receipt_page
from service.web.register.permohonan_kata import KEBERATAN, PERMOHONAN, Rupa, Satu

bp = Blueprint("permohonan_baru", __name__)
Fields = Callable[..., tuple[Kelompok, ...]]


@bp.get("/permohonan/baru")
@only(Act.IDENTIFY)
def new() -> str:
    """The form of a request."""
    return _show(PERMOHONAN, _form(PERMOHONAN, rupa.permohonan))


@bp.get("/keberatan/baru")
@only(Act.IDENTIFY)
def new_keberatan() -> str:
    """The form of an objection."""
    return _show(KEBERATAN, _form(KEBERATAN, rupa.keberatan))


@bp.post("/permohonan/baru")
@only(Act.IDENTIFY)
def create() -> Response | str:
    """A request in the books, and its receipt with the code."""
    return _made(PERMOHONAN, rupa.permohonan, permohonans.at_desk, isian_publik.PERMOHONAN)


@bp.post("/keberatan/baru")
@only(Act.IDENTIFY)
def create_keberatan() -> Response | str:
    """An objection in the books, and its receipt with the code."""
    return _made(KEBERATAN, rupa.keberatan, keberatans.at_desk, isian_publik.KEBERATAN)


def _made(
    kind: Rupa,
    fields: Fields,
    act: Callable[..., Satu],
    aturan: tuple[isian_publik.Aturan, ...],
) -> str:
    isian = written(aturan)
    sent = sent_form(_form(kind, fields), kind, fields, isian, lambda form: _show(kind, form))
    instansi, _, unit = sent["tempat"].partition("/")
    diterima = moment(sent, instansi, unit)
    kode = code_of(sent)
    came = Masukan(kode, instansi, unit, diterima, isian, jalan=sent["jalan"])
    one = sent.attempt(lambda: act(house(), hadir(), came))
    return receipt_page(one, kind, spoken(kode))


def written(aturan: tuple[isian_publik.Aturan, ...]) -> dict[str, str]:
    """What was typed into the fields of a request or an objection."""
    isian = {one.nama: isian_publik.tidy(request.form.get(one.nama, "")) for one in aturan}
    if "alasan" in isian:
        isian["alasan"] = " ".join(request.form.getlist("alasan")[:20])
    return isian


def sent_form(
    blank: Formulir, kind: Rupa, fields: Fields, isian: dict[str, str], show: forms.Show
) -> forms.Terisi:
    """The form as it was sent; shown again with every fault where there is one."""
    if kind is KEBERATAN:
        wrong = isian_publik.faults_keberatan(isian, publik=False)
    else:
        wrong = isian_publik.faults(isian_publik.PERMOHONAN, isian, publik=False)
    head = forms.filled(replace(blank, kelompok=blank.kelompok[:1]), request.form)
    whole = replace(blank, kelompok=(*head.kelompok, *rupa.at_desk(fields(isian, wrong, nik=True))))
    nilai = {ruas.nama: forms.typed(ruas, request.form) for ruas in head.ruas}
    sent = forms.Terisi(whole, nilai, show)
    if whole.keliru:
        sent.again(())
    return sent


def code_of(sent: forms.Terisi) -> str:
    """The tracking code of a form; the same when it is sent twice."""
    return from_bits(hashlib.sha256(f"meja:{sent['tanda']}".encode()).digest())


def moment(sent: forms.Terisi, instansi: str, unit: str, came: datetime | None = None) -> datetime:
    """When it came: at `came` (else now), or in the morning of an earlier day."""
    now, agency, day = house().clock.now(), known(instansi), sent.tanggal("tanggal")
    if agency is None:
        return came or now
    return sent.attempt(lambda: received(agency.kalender_of(unit), now, day, came))


def arrival(jalan: str, tanggal: str, *places: Ruas) -> Kelompok:
    """How and when it came, and the mark that makes a second sending the same."""
    ways = tuple(Pilihan(nilai, teks) for nilai, teks in JALAN.items() if nilai != PUBLIK)
    fields = (
        *places,
        Ruas("jalan", "Datang lewat", jalan, "pilih", pilihan=ways, lebar="sedang"),
        Ruas(
            "tanggal",
            "Tanggal terima",
            tanggal,
            "tanggal",
            wajib=False,
            lebar="sempit",
            petunjuk="Tenggat dihitung dari tanggal ini.",
        ),
        Ruas("tanda", "Tanda", house().new_id(), "tersembunyi", batas=40),
    )
    return Kelompok("Penerimaan", fields)


def _form(kind: Rupa, fields: Fields) -> Formulir:
    places = _places()
    only_one = places[0].nilai if len(places) == 1 else ""
    asked = next((x.nilai for x in places if x.nilai.startswith(_asked())), "") if _asked() else ""
    place = Ruas("tempat", "Untuk", only_one or asked, "pilih", pilihan=places, lebar="sedang")
    head = arrival(LANGSUNG, _today(), place)
    return Formulir(
        f"/{kind.jenis}/baru",
        "Catat dan beri nomor",
        (head, *rupa.at_desk(fields({}, {}, nik=True))),
    )


def _asked() -> str:
    return f"{request.args['instansi']}/" if request.args.get("instansi") else ""


def _today() -> str:
    first = at_work()[0].zona if at_work() else "WIB"
    today: date = local(house().clock.now(), first).date()
    return today.isoformat()


def _places() -> tuple[Pilihan, ...]:
    """Where this person registers: the body as a whole, or their units."""
    found = []
    for one in at_work():
        agency = known(one.id)
        units = agency.open_units(house().clock.now()) if agency else ()
        for id_, nama in (("", one.nama), *((x.id, x.nama) for x in units)):
            if agency and hadir().may(Act.IDENTIFY, one.id, id_):
                words = nama if not id_ or len(at_work()) == 1 else f"{one.nama}: {nama}"
                found.append(Pilihan(f"{one.id}/{id_}", words))
    return tuple(found)


def _show(kind: Rupa, formulir: Formulir) -> str:
    nowhere = Kosong(
        "Belum ada tempat mencatat",
        "Instansi Anda belum disiapkan, atau peran Anda tidak mencatat permohonan.",
    )
    return render_template(
        "permohonan/baru.html",
        judul=f"Catat {kind.judul.lower()}",
        jejak=jejak(kind),
        formulir=formulir,
        kosong=None if _places() else nowhere,
    )
