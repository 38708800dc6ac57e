"""Verifying line by line: each beside what it said before, and on to the next with one key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from service.acts.informasi import antre, baca, verifikasi
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import MENUNGGU
from service.domain.informasi.kode import spoken
from service.domain.informasi.lengkap import HILANG
from service.domain.informasi.rincian import SEBUTAN, beside
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act, PerluAlasan
from service.face.alamat import link, ribuan
from service.face.isi import Beda, Kosong, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.face.isi_informasi import BarisVerifikasi
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name
from service.web.informasi.kata import ALAMAT, JEJAK, lacking, state, title, units

bp = Blueprint("informasi_verifikasi", __name__)
ANTRE = f"{ALAMAT}/verifikasi"
SEHALAMAN, TERHITUNG = 20, 1000
UNIT, SESUDAH = "unit", "sesudah"
_CENTANG = re.compile(r"([a-z2-7]{26})\.([0-9]{1,8})")


class BelumDicentang(Refusal):
    """Nothing was ticked."""

    def __init__(self) -> None:
        super().__init__("Centang baris yang sudah Anda baca dan benar. Tidak ada yang diubah.")


@bp.get(ANTRE)
@only(Act.VERIFY)
def queue() -> str:
    """What waits, some lines at a time, each whole."""
    return _queue_page()


def _place() -> tuple[str, str]:
    instansi, _, unit = request.values.get(UNIT, "").partition("/")
    return instansi, unit


def _queue_page(
    salah: tuple[str, ...] = (), hasil: tuple[str, ...] = (), *, alasan: bool = False
) -> str:
    instansi, unit = _place()
    asked = {UNIT: request.values.get(UNIT, "")}
    after = request.values.get(SESUDAH, "")[:20]
    found = antre.waiting(house(), hadir(), instansi, unit, after, SEHALAMAN + 1)
    shown = found[:SEHALAMAN]
    many = antre.count(house(), hadir(), instansi, unit, TERHITUNG + 1)
    return render_template(
        "informasi/verifikasi.html",
        jejak=JEJAK,
        saring=_filter(asked[UNIT]),
        alamat=ANTRE,
        tersaring=bool(asked[UNIT]),
        unit=asked[UNIT],
        sesudah=after,
        banyak=f"lebih dari {ribuan(TERHITUNG)}" if many > TERHITUNG else ribuan(many),
        baris=tuple(_rows(shown)),
        mulai=_to(shown[0], asked[UNIT]) if shown else "",
        lanjut=link(ANTRE, asked, **{SESUDAH: shown[-1].kode}) if len(found) > SEHALAMAN else "",
        salah=salah,
        hasil=hasil,
        perlu_alasan=alasan,
        kosong=Kosong(
            "Tidak ada yang menunggu diverifikasi",
            "Baris baru muncul di sini begitu unit mengusulkan atau mengubahnya.",
        ),
    )


def _filter(here: str) -> tuple[Ruas, ...]:
    offered = (Pilihan("", "Semua unit"), *units(Act.VERIFY))
    value = here if here in {one.nilai for one in offered} else ""
    return (Ruas(UNIT, "Unit", value, "pilih", pilihan=offered, wajib=False),)


def _to(one: Informasi, unit: str) -> str:
    return link(f"{ANTRE}/{one.id}", {UNIT: unit})


def _rows(many: Sequence[Informasi]) -> Iterator[BarisVerifikasi]:
    before = antre.before_of(house(), many)
    for one in many:
        yield _row(one, before.get(one.id))


def _row(one: Informasi, before: Informasi | None) -> BarisVerifikasi:
    lacks, pairs = lacking(one), beside(before, one)
    return BarisVerifikasi(
        id=one.id,
        tanda=f"{one.id}.{one.versi}",
        alamat=f"{ALAMAT}/{one.id}",
        judul=title(one),
        kode=spoken(one.kode),
        unit=unit_name(one.instansi, one.unit),
        keadaan=state(one),
        baru=before is None,
        isi=tuple(Beda(SEBUTAN[x.ruas], x.sebelum, x.sesudah) for x in pairs),
        beda=frozenset(SEBUTAN[x.ruas] for x in pairs if before and x.beda),
        kurang=tuple(x.kata for x in lacks if x.berat == HILANG),
        ragu=tuple(x.kata for x in lacks if x.berat != HILANG),
        file=Tautan("Buka filenya", f"/file/{one.pelengkap.file}") if one.pelengkap.file else None,
    )


@bp.post(ANTRE)
@only(Act.VERIFY)
def many() -> str | tuple[str, int]:
    """All that was ticked, each as it was read."""
    ticked = [found for x in request.form.getlist("pilih") if (found := _CENTANG.fullmatch(x))]
    some = [(found[1], int(found[2])) for found in ticked[:SEHALAMAN]]
    if not some:
        return _queue_page((str(BelumDicentang()),)), 422
    alasan = " ".join(request.form.get("alasan", "").split())[:2_000]
    done = antre.verify_many(house(), hadir(), some, alasan)
    wrong = tuple(dict.fromkeys(one.kata for one in done if one.kata))
    good = sum(1 for one in done if not one.kata)
    told = (f"{good} baris terverifikasi.",) if good else ()
    own = str(PerluAlasan()) in wrong
    return _queue_page(wrong, told, alasan=own), 422 if wrong else 200


@bp.get(f"{ANTRE}/<informasi_id>")
@only(Act.VERIFY)
def one(informasi_id: str) -> str | Response:
    """One line, or on to the next where it waits no more."""
    found = _seen(informasi_id)
    if found.keadaan not in MENUNGGU or found.dikembalikan:
        return redirect(_next(found), 303)
    return _page(found)


def _seen(informasi_id: str) -> Informasi:
    with house().ledger.read() as reading:
        found = baca.informasi_for(reading, hadir(), informasi_id)
    if found.terbatas_dilihat or not hadir().may(Act.VERIFY, found.instansi, found.unit):
        raise TidakAda(baca.APA)
    return found


def _forms(found: Informasi) -> tuple[Formulir, Formulir]:
    """One to find it right, one to send it back."""
    here = link(f"{ANTRE}/{found.id}/benar", {UNIT: request.values.get(UNIT, "")})
    back = link(f"{ANTRE}/{found.id}/kembali", {UNIT: request.values.get(UNIT, "")})
    seen = Ruas("versi", "Versi", str(found.versi), "tersembunyi", batas=9)
    own = _own(found)
    why = Ruas(
        "alasan",
        "Mengapa tidak ada orang kedua",
        "",
        "panjang",
        "Anda juga yang menulis baris ini. Alasan dicatat di jurnal.",
        wajib=False,
        batas=2_000,
        kunci="seorang",
    )
    reason = Ruas("alasan", "Alasan", "", "panjang", "Sedikitnya 10 huruf.", batas=2_000)
    return (
        Formulir(here, "Benar, berikutnya", (Kelompok("", (seen, *((why,) if own else ()))),)),
        Formulir(back, "Kembalikan dengan alasan", (Kelompok("", (seen, reason)),)),
    )


def _own(found: Informasi) -> bool:
    with house().ledger.read() as reading:
        return hadir().orang.id in verifikasi.writers(reading, found)


def _page(found: Informasi, wrong: Formulir | None = None) -> str:
    right, back = _forms(found)
    instansi, unit = _place()
    return render_template(
        "informasi/verifikasi_satu.html",
        jejak=(*JEJAK, Tautan("Verifikasi", link(ANTRE, {UNIT: request.values.get(UNIT, "")}))),
        b=next(_rows([found])),
        benar=wrong if wrong and wrong.alamat == right.alamat else right,
        kembali=wrong if wrong and wrong.alamat == back.alamat else back,
        salah=wrong,
        lewati=_next(found),
        sisa=ribuan(antre.count(house(), hadir(), instansi, unit, TERHITUNG)),
    )


def _next(found: Informasi) -> str:
    """The line behind this one; the queue where there is none."""
    instansi, unit = _place()
    after = antre.waiting(house(), hadir(), instansi, unit, found.kode, 1)
    asked = request.values.get(UNIT, "")
    return _to(after[0], asked) if after else link(ANTRE, {UNIT: asked})


@bp.post(f"{ANTRE}/<informasi_id>/<apa>")
@only(Act.VERIFY)
def judge(informasi_id: str, apa: str) -> Response:
    """Right, or back to its unit; and on to the next."""
    found = _seen(informasi_id)
    right, back = _forms(found)
    form = {"benar": right, "kembali": back}.get(apa)
    if form is None:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(form, lambda wrong: _page(found, wrong))
    versi, why = sent.angka("versi"), sent.nilai.get("alasan", "")
    if apa == "benar":
        sent.attempt(lambda: verifikasi.verify(house(), hadir(), found.id, versi, why))
    else:
        sent.attempt(lambda: verifikasi.send_back(house(), hadir(), found.id, versi, why))
    return redirect(_next(found), 303)
