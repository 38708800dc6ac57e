"""Other sites that are given the lists: how each stands, and what is wrong with it."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.edisi import dorong
from service.domain.edisi.dorong import BELUM, BERES, GAGAL, KEADAAN, KeadaanDorong
from service.domain.edisi.tujuan import CKAN, Tujuan
from service.domain.refusals import TidakAda
from service.domain.setelan import Setelan
from service.domain.tanggal import moment
from service.domain.wewenang import Act
from service.face.alamat import ribuan
from service.face.isi import Bentuk, Kolom, Kosong, Sel, Tabel
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sekali import at_work
from service.web.edisi import isi

bp = Blueprint("edisi_dorong", __name__)
HALAMAN = f"{isi.ALAMAT}/dorong"
KOLOM = ("Situs", "Keadaan", "Sejak", "Terakhir sama", "Yang dikirim")
BENTUK: dict[str, Bentuk] = {BERES: "selesai", BELUM: "berjalan", GAGAL: "lewat"}
BELUM_ADA = Kosong(
    "Tidak ada situs lain yang disetel",
    "Daftar yang diumumkan dapat sekaligus dikirim ke portal data (CKAN) atau situs WordPress "
    "instansi. Pengelola mesin menyetelnya dengan BERKAS_DORONG.",
)


@bp.get(HALAMAN)
@only(Act.LOOK)
def listing() -> str:
    """Agency by agency, each of its sites."""
    parts = [_part(one) for one in at_work() if hadir().may(Act.LOOK, one.id)]
    return render_template(
        "edisi/dorong.html",
        jejak=isi.JEJAK,
        bagian=[one for one in parts if one],
        kosong=BELUM_ADA,
    )


@bp.post(f"{HALAMAN}/<instansi>/<nama>")
@only(Act.PUBLISH)
def again(instansi: str, nama: str) -> Response:
    """All of it is sent once more."""
    if instansi not in {one.id for one in at_work()}:
        raise TidakAda
    dorong.again(house(), hadir(), instansi, nama)
    return redirect(url_for("edisi_dorong.listing", kabar="dorong-lagi"), 303)


def _part(one: Setelan) -> dict[str, object] | None:
    sites = dorong.of_agency(house(), one.id)
    left = dorong.left_behind(house(), one.id)
    if not sites and not left:
        return None
    known = dorong.states(house(), one.id)
    rows = tuple(_row(x, known.get(x.nama), one.zona) for x in sites)
    rows += tuple(_left(nama, many) for nama, many in sorted(left.items()))
    mine = hadir().may(Act.PUBLISH, one.id)
    return {
        "nama": one.nama,
        "tabel": Tabel(
            f"situs-{one.id}", f"Situs lain, {one.nama}", tuple(Kolom(x) for x in KOLOM), rows
        ),
        "kirim": [(f"{HALAMAN}/{one.id}/{x.nama}", x.nama) for x in sites] if mine else [],
    }


def _row(site: Tujuan, known: KeadaanDorong | None, zona: str) -> tuple[Sel, ...]:
    kind = "CKAN" if site.jenis == CKAN else "WordPress"
    what = [x.upper() for x in site.daftar] + (["setiap baris DIP"] if site.butir else [])
    told = Sel("Belum pernah dikirim", bentuk="baru")
    since = last = "–"
    if known:
        told = Sel(KEADAAN[known.keadaan], bentuk=BENTUK[known.keadaan], catatan=known.kata)
        since = moment(known.sejak, zona)
        last = moment(known.beres, zona) if known.beres else "belum pernah"
    return (
        Sel(site.nama, catatan=f"{kind}, {site.alamat}"),
        told,
        Sel(since),
        Sel(last),
        Sel(", ".join(what)),
    )


def _left(nama: str, many: int) -> tuple[Sel, ...]:
    why = (
        f"{ribuan(many)} hal mungkin masih ada di sana dan tidak lagi diikuti. Hapus sendiri di "
        "situs itu, atau minta pengelola menyetelnya kembali."
    )
    told = Sel("Tidak lagi disetel", bentuk="lewat", catatan=why)
    return (Sel(nama), told, Sel("–"), Sel("–"), Sel("–"))
