"""The SOPs of an office, each as its official flowchart, and the way of a matter in it."""

from __future__ import annotations

from flask import Blueprint, make_response, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.berkas import baca as berkas_baca
from service.acts.sop.daftar import bahan_of, own_sops, sop_of, sops
from service.acts.sop.peraturan import LANJUT, sop_warnings
from service.domain.berkas import Berkas
from service.domain.refusals import TidakAda
from service.domain.sop.bagan_bentuk import Perjalanan
from service.domain.sop.bentuk import Sop
from service.domain.sop.bpmn import bpmn
from service.domain.wewenang import Act
from service.face.bagan import drawn
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.qr import Lukisan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi

bp = Blueprint("sop", __name__)
KOLOM = (Kolom("SOP"), Kolom("Nomor"), Kolom("Langkah", angka=True), Kolom("Dibuka oleh"))
JEJAK = (Tautan("Beranda", "/"), Tautan("SOP", "/sop"))


@bp.get("/sop")
@only(Act.LOOK)
def listing() -> str:
    """Every SOP this person's offices can walk."""
    rows = tuple(
        _row(instansi, kode, one)
        for instansi in hadir().instansi
        for kode, one in sops(house().packs, instansi).items()
    )
    return render_template(
        "sop/daftar.html",
        daftar=Tabel("sop", "SOP", KOLOM, rows),
        kosong=Kosong("Belum ada SOP", "SOP ditulis di folder paket instansi, satu file satu SOP."),
        tulis=hadir().may(Act.SOP),
    )


def _row(instansi: str, kode: str, one: Sop) -> tuple[Sel, ...]:
    own = kode in own_sops(house().packs, instansi)
    return (
        Sel(
            one.judul,
            url_for("sop.show", instansi=instansi, kode_sop=kode),
            catatan=nama_instansi(instansi) if own else "bawaan umum, dipanggil SOP lain",
        ),
        Sel(one.nomor or "–"),
        Sel(str(len(one.resmi))),
        Sel(_opened_by(one)),
    )


def _opened_by(one: Sop) -> str:
    ways = []
    if one.buka.kiriman:
        ways.append("kiriman yang dikenali")
    if one.buka.petugas:
        ways.append("petugas")
    if any(part.berkala.jumlah for part in one.parts()):
        ways.append("kalender")
    if one.buka.rujukan:
        ways.append("SOP lain")
    told = ", ".join(ways)
    return told[:1].upper() + told[1:] or "–"


@bp.get("/sop/<instansi>/<kode_sop>")
@only(Act.LOOK)
def show(instansi: str, kode_sop: str) -> str:
    """One SOP as its official flowchart."""
    one = _looked(instansi, kode_sop)
    links = (
        Tautan(
            "Rencana dan nyata",
            url_for("sop_waktu.show", instansi=instansi, kode_sop=kode_sop),
        ),
        Tautan("Unduh BPMN 2.0", url_for("sop.as_bpmn", instansi=instansi, kode_sop=kode_sop)),
        Tautan(
            "Ubah SOP ini" if hadir().may(Act.SOP, instansi) else "Riwayat",
            url_for("sop_pakai.history", instansi=instansi, kode_sop=kode_sop),
        ),
    )
    return _page(instansi, one, JEJAK, drawn(one), links)


@bp.get("/sop/<instansi>/<kode_sop>/bpmn")
@only(Act.LOOK)
def as_bpmn(instansi: str, kode_sop: str) -> Response:
    """One SOP for the tools of others."""
    one = _looked(instansi, kode_sop)
    answer = make_response(bpmn(one, bahan_of(house().packs, instansi)))
    answer.headers["Content-Type"] = "application/xml; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="{one.kode}.bpmn"'
    return answer


def _looked(instansi: str, kode_sop: str) -> Sop:
    """The SOP, for those who may look at something there."""
    if instansi not in hadir().instansi and not hadir().may(Act.LOOK, instansi):
        raise TidakAda(f"SOP {kode_sop}")
    return sop_of(house().packs, instansi, kode_sop)


@bp.get("/berkas/<berkas_id>/bagan")
@only(Act.LOOK)
def way(berkas_id: str) -> str:
    """The flowchart of a matter's SOP, with its way through it."""
    found = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(found, Berkas):
        raise TidakAda("Bagan berkas itu")
    walked = tuple(one.langkah for one in found.jejak if one.keluar and not one.dilewati)
    trail = (
        Tautan("Beranda", "/"),
        Tautan("Berkas", "/berkas"),
        Tautan(found.berkas.judul, url_for("berkas.show", berkas_id=berkas_id)),
    )
    picture = drawn(found.jalan.sop, Perjalanan(lalu=walked, kini=found.berkas.langkah))
    return _page(found.berkas.instansi, found.jalan.sop, trail, picture)


def _page(
    instansi: str,
    one: Sop,
    trail: tuple[Tautan, ...],
    picture: Lukisan,
    links: tuple[Tautan, ...] = (),
) -> str:
    return render_template(
        "sop/bagan.html",
        judul=one.judul,
        nama=one.nama,
        jejak=trail,
        bagan=picture,
        tautan=links,
        tafsir=any(row.tafsir or row.disimpulkan for row in one.langkah),
        kutipan=sop_warnings(house().packs, instansi, one),
        lanjut=LANJUT,
    )
