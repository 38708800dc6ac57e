"""One request or objection: its page, the key that gives its number, and its receipt."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.lihat.terlihat import line_for
from service.acts.register import keberatan as keberatans
from service.acts.register import permohonan as permohonans
from service.domain.keberatan import Keberatan
from service.domain.permohonan import Permohonan
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Pemberitahuan, Tautan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.register import permohonan_kata as kata
from service.web.register import permohonan_muka as muka
from service.web.register.keberatan_muka import waktu
from service.web.register.permohonan_hasil import ways
from service.web.register.permohonan_kata import KEBERATAN, PERMOHONAN, Rupa, Satu

bp = Blueprint("permohonan", __name__)
DINI = Pemberitahuan(
    "Keberatan ini datang sebelum batas waktu jawaban lewat, padahal alasannya menunggu batas itu. "
    "Beri tahu pemohon kapan keberatannya dapat diperiksa.",
    "perhatian",
)


@bp.get("/permohonan/<permohonan_id>")
@only(Act.LOOK)
def show(permohonan_id: str) -> str:
    """One request."""
    return _page(_seen(Permohonan, permohonan_id), PERMOHONAN)


@bp.get("/keberatan/<keberatan_id>")
@only(Act.LOOK)
def show_keberatan(keberatan_id: str) -> str:
    """One objection."""
    return _page(_seen(Keberatan, keberatan_id), KEBERATAN)


@bp.post("/permohonan/<permohonan_id>/nomor")
@only(Act.IDENTIFY)
def number(permohonan_id: str) -> Response | tuple[str, int]:
    """The legal number of a request, on this key."""
    one = _seen(Permohonan, permohonan_id)
    try:
        permohonans.give_number(house(), hadir(), permohonan_id, _versi())
    except TidakAda:
        raise
    except Refusal as no:
        return _page(_seen(Permohonan, one.id), PERMOHONAN, str(no)), no.status
    return redirect(url_for("permohonan.show", permohonan_id=permohonan_id, kabar="bernomor"), 303)


@bp.post("/keberatan/<keberatan_id>/nomor")
@only(Act.IDENTIFY)
def number_keberatan(keberatan_id: str) -> Response | tuple[str, int]:
    """The legal number of an objection, on this key."""
    one = _seen(Keberatan, keberatan_id)
    try:
        keberatans.give_number(house(), hadir(), keberatan_id, _versi())
    except TidakAda:
        raise
    except Refusal as no:
        return _page(_seen(Keberatan, one.id), KEBERATAN, str(no)), no.status
    at = url_for("permohonan.show_keberatan", keberatan_id=keberatan_id, kabar="bernomor")
    return redirect(at, 303)


@bp.get("/permohonan/<permohonan_id>/bukti")
@only(Act.LOOK)
def receipt(permohonan_id: str) -> str:
    """The receipt of a request, to print."""
    return receipt_page(_seen(Permohonan, permohonan_id), PERMOHONAN)


@bp.get("/keberatan/<keberatan_id>/bukti")
@only(Act.LOOK)
def receipt_keberatan(keberatan_id: str) -> str:
    """The receipt of an objection, to print."""
    return receipt_page(_seen(Keberatan, keberatan_id), KEBERATAN)


def _seen(kind: type[Any], id_: str) -> Any:
    """The line, or TidakAda where it is not there or not for this person."""
    with house().ledger.read() as reading:
        return line_for(reading, hadir(), kind, id_)


def _versi() -> int:
    sent = request.form.get("versi", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 9 else 0


def zona_of(one: Satu) -> str:
    """The zone in which its days are told."""
    instansi = known(one.instansi)
    return instansi.zona_of(one.unit) if instansi else "WIB"


def jejak(rupa: Rupa) -> tuple[Tautan, ...]:
    """The way down to it."""
    buku = f"Register {rupa.jenis}"
    return (Tautan("Beranda", "/"), Tautan(buku, f"/register/{rupa.jenis}"))


def _page(one: Satu, rupa: Rupa, salah: str = "") -> str:
    zona = zona_of(one)
    today = local(house().clock.now(), zona).date()
    at = f"/{rupa.jenis}/{one.id}"
    gives = not kata.number_of(one) and hadir().may(Act.IDENTIFY, one.instansi, one.unit)
    return render_template(
        "permohonan/satu.html",
        judul=f"{rupa.judul} {kata.number_of(one)}".strip(),
        jejak=jejak(rupa),
        salah=salah,
        bentuk=kata.due(one, today),
        keadaan=rupa.keadaan.get(one.keadaan, one.keadaan),
        fakta=kata.facts(one, rupa, zona),
        isian=kata.said(one, rupa, whole=kata.handles(hadir(), one)),
        samar=not kata.handles(hadir(), one),
        alasan=kata.grounds(one),
        dijawab=kata.answer(one),
        dini=DINI if isinstance(one, Keberatan) and one.dini else None,
        tentang=_about(one),
        waktu=waktu(one) if isinstance(one, Keberatan) else None,
        pindaian=muka.scan(one),
        tindak=ways(one) if isinstance(one, Permohonan) else [],
        perpanjangan=muka.extension(one),
        hasil=muka.outcome(one),
        hitungan=muka.counted(one),
        keberatan=muka.objections(one),
        sengketa=muka.disputes(one),
        catat_sengketa=muka.dispute_link(one),
        kiriman=f"/kiriman/{one.kiriman}",
        bukti=f"{at}/bukti",
        jawaban=_answer_link(one, at),
        nomor=f"{at}/nomor" if gives else "",
        tombol=f"Beri {rupa.nomor[0].lower()}{rupa.nomor[1:]}",
        versi=one.versi,
    )


def _answer_link(one: Satu, at: str) -> Tautan | None:
    """Where whoever handles it writes down the answer."""
    acts = (Act.IDENTIFY, Act.RESPOND) if isinstance(one, Keberatan) else (Act.IDENTIFY,)
    may = any(hadir().may(act, one.instansi, one.unit) for act in acts)
    if not kata.number_of(one) or not may:
        return None
    if isinstance(one, Keberatan):
        word = "Ubah" if one.tanggapan.tanggal else "Catat"
        return Tautan(f"{word} tanggapan", f"{at}/tanggapan")
    word = "Ubah" if one.keputusan.keputusan else "Catat"
    return Tautan(f"{word} jawaban", f"{at}/jawaban")


def _about(one: Satu) -> Tautan | None:
    """The request an objection is about."""
    if not isinstance(one, Keberatan) or not one.permohonan:
        return None
    with house().ledger.read() as reading:
        try:
            found = line_for(reading, hadir(), Permohonan, one.permohonan)
        except TidakAda:
            return None
    nama = found.nomor_daftar or found.nomor_agenda
    return Tautan(nama, url_for("permohonan.show", permohonan_id=found.id))


def receipt_page(one: Satu, rupa: Rupa, kode: str = "") -> str:
    """The receipt; with its code only at the moment it is made, for the code is kept nowhere."""
    zona, now = zona_of(one), house().clock.now()
    whole = kata.handles(hadir(), one)
    told = [line for line in kata.said(one, rupa, whole=whole) if line[0] not in PRINTED_NOT]
    return render_template(
        "permohonan/bukti.html",
        judul=rupa.bukti,
        jejak=(*jejak(rupa), Tautan(rupa.judul, f"/{rupa.jenis}/{one.id}")),
        instansi=nama_instansi(one.instansi),
        fakta=kata.facts(one, rupa, zona),
        alasan=kata.grounds(one),
        isian=told,
        kode=kode,
        kembali=Tautan(f"Buka {rupa.judul.lower()} ini", f"/{rupa.jenis}/{one.id}"),
        dicetak=f"{hari_tanggal(local(now, zona).date())} {pukul(now, zona)}",
        petugas=hadir().orang.nama,
    )


# What stands in the books and not on paper that leaves the office.
PRINTED_NOT = frozenset({"NIK"})
