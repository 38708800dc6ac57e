"""Search: words in files and papers and in what is known of them, newest first."""

from __future__ import annotations

from flask import Blueprint, render_template, request, url_for

from service.acts.cari.tanya import Permintaan, asked_for
from service.acts.cari.temukan import search
from service.domain.pencarian import RUAS
from service.domain.wewenang import Act
from service.face.alamat import link, page_of
from service.face.isi import Halaman, Kosong, Tautan
from service.web.cari.hasil import told
from service.web.cari.saring import filters
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.informasi import daftar as informasi_cari
from service.web.informasi import kata as informasi_kata
from service.web.naskah.daftar import named

bp = Blueprint("cari", __name__)
SIMPAN = "/cari/tersimpan"
SEHALAMAN = 20
TERJAUH = 50  # pages; who needs more narrows the search
CARA = (
    "Semua kata harus ada; imbuhan diabaikan, jadi bayar menemukan pembayaran. Frasa diapit tanda "
    'kutip ("rapat pleno"), kata yang tidak boleh ada diawali minus (-undangan), awal kata '
    "diakhiri bintang (sosial*). Nomor surat boleh ditulis dengan atau tanpa spasi."
)
TERSEGEL = (
    "Isi kiriman dan naskah rahasia tidak ikut dicari, sebab simpanan di kantor ini disandikan; "
    "yang rahasia ditemukan lewat nomor, perihal, dan pengirimnya."
)


@bp.get("/cari")
@only(Act.LOOK)
def show() -> str:
    """What was asked for, and where it stands."""
    asked = {name: value for name, value in request.args.items() if value}
    wanted = asked_for(house(), asked, zona_of(hadir(), at_work()))
    page = min(page_of(asked), TERJAUH)
    first = (page - 1) * SEHALAMAN
    found, more = search(house(), hadir(), wanted, first, SEHALAMAN)
    informasi = informasi_cari.by_kode(asked.get("kata", ""))
    names = named(house(), hadir())
    return render_template(
        "cari/cari.html",
        kata=asked.get("kata", "")[:200],
        saring=filters(asked, names),
        tersaring=any(asked.get(name) for name in RUAS[1:]),
        cara=CARA,
        ragu=wanted.ragu,
        tersegel=TERSEGEL if house().sealed and hadir().may(Act.SECRET) else "",
        simpan=link(SIMPAN, {name: asked[name] for name in RUAS if asked.get(name)}),
        hasil=told(found, wanted.ditandai, names, asked.get("kata", "")),
        informasi=Tautan(informasi_kata.title(informasi), f"/informasi/{informasi.id}")
        if informasi
        else None,
        mulai=first + 1,
        halaman=_pages(asked, page, more=more),
        kosong=_nothing(wanted, asked),
    )


def _pages(asked: dict[str, str], page: int, *, more: bool) -> Halaman | None:
    if page == 1 and not more:
        return None

    def to(number: int) -> str:
        at = str(number) if number > 1 else ""
        return link(url_for("cari.show"), asked, halaman=at)

    on = to(page + 1) if more and page < TERJAUH else ""
    return Halaman(page, page + 1, f"Halaman {page}", to(page - 1) if page > 1 else "", on)


def _nothing(wanted: Permintaan, asked: dict[str, str]) -> Kosong:
    if not any(asked.get(name) for name in RUAS):
        return Kosong("Belum ada yang dicari", CARA)
    if wanted.tanya.kosong:
        return Kosong(
            "Kata pencarian belum cukup",
            "Tulis sedikitnya satu kata yang harus ada, misalnya: anggaran -undangan; atau isi "
            "nomor atau nama orangnya.",
        )
    return Kosong(
        "Tidak ada file yang cocok",
        "Kurangi kata atau saringannya, atau coba awal katanya saja dengan bintang. File yang "
        "isinya tidak terbaca hanya ditemukan lewat nama, nomor, perihal, dan pengirimnya.",
    )
