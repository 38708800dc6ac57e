"""What is out to be signed, with whom and how long; for those who wait for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from flask import Blueprint, render_template, request, url_for

from service.acts.lihat.terlihat import reach
from service.domain.tanggal import hari_tanggal, local
from service.domain.tempat_ttd import JALAN, KATA, MENUNGGU, PERLU_DICEK
from service.domain.wewenang import PERAN, Act
from service.face.alamat import onward, page_of
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.ports.tanda_tangan import BarisTtd, SaringKeluar
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work, paper_name
from service.web.ttd.meja import ALAMAT as MEJA
from service.web.ttd.meja import TERJAUH, due

bp = Blueprint("ttd_keluar", __name__)
ALAMAT = f"{MEJA}/keluar"
SEHALAMAN = 50
LEWAT, UMUR = "lewat", {"7": 7, "30": 30}
KATA_UMUR = {"": "Semua", LEWAT: "Lewat batas"} | {x: f"{x} hari atau lebih" for x in UMUR}
KOLOM = (
    *(Kolom("Naskah"), Kolom("Berkas"), Kolom("Menunggu"), Kolom("Keadaan")),
    *(Kolom("Sejak"), Kolom("Paling lambat")),
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def show() -> str:
    """The longest first; whose turn it is now."""
    asked = request.args.to_dict()
    today = local(house().clock.now(), _zona()).date()
    here = min(max(page_of(asked), 1), TERJAUH)
    skip = (here - 1) * SEHALAMAN
    found = house().ttd.out(reach(house(), hadir()), wanted(asked, today), skip, SEHALAMAN + 1)
    rows = tuple(_row(one, today) for one in found[:SEHALAMAN])
    more = len(found) > SEHALAMAN and here < TERJAUH
    return render_template(
        "tanda_tangan/keluar.html",
        jejak=(Tautan("Beranda", "/"), Tautan("Tanda tangan", MEJA)),
        daftar=Tabel("keluar", "Menunggu tanda tangan", KOLOM, rows) if rows else None,
        halaman=onward(ALAMAT, asked, here, more=more),
        saring=_filters(asked),
        tersaring=any(asked.get(one) for one in ("peran", "cara", "umur", "keadaan")),
        alamat=ALAMAT,
        kosong=Kosong(
            "Tidak ada naskah yang menunggu tanda tangan",
            "Naskah yang sudah disetujui dan belum kembali bertanda tangan tampil di sini.",
        ),
    )


def _zona() -> str:
    return zona_of(hadir(), at_work())


def wanted(asked: Mapping[str, str], today: date) -> SaringKeluar:
    """What the list is narrowed to; what nobody offers narrows nothing."""
    peran, jalan = asked.get("peran", ""), asked.get("cara", "")
    umur = asked.get("umur", "")
    since = house().clock.now() - timedelta(days=UMUR[umur]) if umur in UMUR else None
    return SaringKeluar(
        peran if peran in PERAN else "",
        jalan if jalan in JALAN else "",
        today if umur == LEWAT else None,
        since,
        ragu=asked.get("keadaan") == PERLU_DICEK,
    )


def _state(one: BarisTtd) -> Sel:
    """Whether it waits for its signer, or for somebody who says whether it was signed."""
    if one.tempat.keadaan != PERLU_DICEK:
        return Sel(KATA[MENUNGGU], bentuk="menunggu")
    at = url_for("periksa_ttd.show", naskah_id=one.naskah.id)
    return Sel(KATA[PERLU_DICEK], at, bentuk="lewat")


def _row(one: BarisTtd, today: date) -> tuple[Sel, ...]:
    naskah, place = one.naskah, one.tempat
    since = local(place.diminta, _zona()).date() if place.diminta else None
    days = (today - since).days if since else 0
    return (
        Sel(
            paper_name(naskah),
            url_for("naskah.show", naskah_id=naskah.id),
            bentuk="dikecualikan" if one.rahasia else None,
        ),
        Sel(one.judul, url_for("berkas.show", berkas_id=naskah.berkas)),
        Sel(PERAN.get(place.peran, place.peran), catatan=JALAN[place.jalan].partition(":")[0]),
        _state(one),
        Sel(
            hari_tanggal(since) if since else "–",
            iso=since.isoformat() if since else "",
            catatan=f"{days} hari" if days else "hari ini",
        ),
        due(one, today),
    )


def _filters(asked: Mapping[str, str]) -> tuple[Ruas, ...]:
    offered = (
        ("peran", "Menunggu", {"": "Siapa pun", **PERAN}),
        ("cara", "Cara", {"": "Semua cara", **{x: y.partition(":")[0] for x, y in JALAN.items()}}),
        ("umur", "Lamanya", KATA_UMUR),
        ("keadaan", "Keadaan", {"": "Semua", PERLU_DICEK: KATA[PERLU_DICEK]}),
    )
    return tuple(
        Ruas(
            nama,
            label,
            asked.get(nama, ""),
            "pilih",
            pilihan=tuple(Pilihan(one, kata) for one, kata in told.items()),
            wajib=False,
        )
        for nama, label, told in offered
    )
