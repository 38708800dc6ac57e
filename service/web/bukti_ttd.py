"""The page that proves the signatures of a paper."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from service.acts.bukti import ttd as bukti_ttd
from service.acts.bukti.ttd import Bukti
from service.domain.bukti_ttd import PERISTIWA, BuktiSatu
from service.domain.naskah import KATA, signatures_count
from service.domain.tempat_ttd import GUGUR, PERLU_DICEK, said
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Pemberitahuan, Tautan
from service.face.isi_naskah import BuktiTtd
from service.web import naskah_kata as kata
from service.web.auth import hadir, house, only
from service.web.beranda import zona_of
from service.web.berkas_jejak import events
from service.web.berkas_kata import moment
from service.web.muka import nama_instansi
from service.web.naskah_muka import trail
from service.web.sekali import at_work

bp = Blueprint("bukti_ttd", __name__)
RAGU = "Belum pasti apakah satu tanda tangan sudah dibubuhkan; naskahnya tidak dikirim lagi."
_AFTER = {PERLU_DICEK: "SHA-256 file yang kembali dan belum diterima"}


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
        sifat=_traits(one),
        ditemukan=one.ditemukan,
        diperiksa=moment(house().clock.now(), zona) if one.file else "",
        tanda=tuple(_told(one, x, names, zona) for x in one.tanda),
        ragu=_doubt(one),
        peristiwa=events(house(), naskah, names, zona, PERISTIWA),
    )


def _traits(one: Bukti) -> tuple[tuple[str, str, bool], ...]:
    """Name, value, and whether it is a long row of letters."""
    naskah = one.naskah.naskah
    found = (
        ("Instansi", nama_instansi(naskah.instansi), False),
        ("Jenis", one.naskah.nama, False),
        ("Nomor", kata.number(one.naskah), False),
        ("Tanggal", kata.date(one.naskah), False),
        ("Keadaan", KATA[naskah.keadaan], False),
        ("Versi", f"Pengajuan ke-{naskah.ajuan}" if naskah.ajuan else "", False),
        ("SHA-256 naskah yang dikirim", naskah.pdf if one.tanda else "", True),
        ("SHA-256 sesudah tanda tangan", one.file, True),
    )
    return tuple(x for x in found if x[1])


def _doubt(one: Bukti) -> Pemberitahuan | None:
    """Where somebody says how it was, while nobody knows whether one of them was set."""
    if all(x.tempat.keadaan != PERLU_DICEK for x in one.tanda):
        return None
    at = url_for("periksa_ttd.show", naskah_id=one.naskah.naskah.id)
    return Pemberitahuan(RAGU, "perhatian", Tautan("Periksa tanda tangannya", at))


def _told(bukti: Bukti, one: BuktiSatu, names: dict[str, str], zona: str) -> BuktiTtd:
    place, cert = one.tempat, one.sertifikat
    berlaku = signatures_count(bukti.naskah.naskah)
    bentuk: Bentuk = kata.TTD[place.keadaan if berlaku else GUGUR]
    lines = (
        ("Oleh", names.get(place.oleh, "")),
        ("Sebagai", f"{kata.peran(place.peran)} {one.sebagai}".strip()),
        ("Cara", one.cara),
        ("Dicatat Berkas", moment(place.pada, zona) if place.pada else ""),
        ("Alasan", bukti.alasan.get(place.id, "")),
        ("Waktu pada tanda tangan", moment(one.waktu, zona) if one.waktu else ""),
        ("Tingkat", one.tingkat),
        ("Pemilik sertifikat", cert.pemilik if cert else ""),
        ("Diterbitkan oleh", cert.penerbit if cert else ""),
        (
            "Masa berlaku sertifikat",
            f"{moment(cert.dari, zona)} sampai {moment(cert.sampai, zona)}" if cert else "",
        ),
    )
    long = (
        ("Sidik sertifikat (SHA-256)", cert.sidik if cert else ""),
        ("SHA-256 sebelum", place.sebelum),
        (_AFTER.get(place.keadaan, "SHA-256 sesudah"), place.sesudah),
    )
    return BuktiTtd(
        judul=kata.peran(place.peran),
        bentuk=bentuk,
        keadaan=said(place, berlaku=berlaku),
        sifat=tuple(x for x in lines if x[1]),
        sidik=tuple(x for x in long if x[1]),
        ditemukan=one.ditemukan,
    )
