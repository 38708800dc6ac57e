"""The numbers that are still provisional: each waits to be made final, or to be let go."""

from __future__ import annotations

from flask import Blueprint, render_template, request

from service.acts.nomor import buku as acts
from service.acts.nomor import menunggu as nomor_menunggu
from service.acts.nomor.buku import book_of
from service.acts.nomor.menunggu import Menunggu
from service.domain.buku import KeadaanBuku
from service.domain.instansi import Instansi
from service.domain.tanggal import local, panjang
from service.domain.wewenang import Act
from service.face.alamat import link, page_of, pages
from service.face.isi import Kolom, Kosong, Sel, Tabel, Tautan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.nomor import isi as words
from service.web.nomor import jalan
from service.web.nomor.daftar import chosen, others

bp = Blueprint("nomor_sementara", __name__)
ALAMAT = "/nomor/sementara"
SEHALAMAN = 50
KOLOM = ("Nomor", "Buku", "Untuk", "Diambil", "Disimpan sampai", "Keadaan")


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> str:
    """What is provisional in the books of one instansi."""
    kode, asked = chosen(), request.args.to_dict()
    held = nomor_menunggu.waiting(house(), hadir(), kode)
    skip = (page_of(asked) - 1) * SEHALAMAN
    up = Tautan("Buku nomor", link("/nomor", {}, instansi=kode))
    return render_template(
        "nomor/sementara.html",
        jejak=(jalan.BERANDA, up),
        instansi=nama_instansi(kode),
        lain=others(ALAMAT, kode),
        berhak=hadir().may(Act.NUMBER, kode),
        daftar=_table(known(kode), held[skip : skip + SEHALAMAN]),
        halaman=pages(ALAMAT, asked, len(held), SEHALAMAN, "nomor"),
        kosong=Kosong(
            "Tidak ada nomor sementara",
            "Semua nomor sudah ditetapkan atau dilepas. Nomor untuk konsep dan nomor sisipan yang "
            "menunggu persetujuan tampil di sini.",
            up,
        ),
    )


def _table(agency: Instansi | None, held: list[Menunggu]) -> Tabel:
    books: dict[str, KeadaanBuku] = {}
    for one in held:
        if one.nomor.buku not in books:
            books[one.nomor.buku] = acts.book(house(), hadir(), book_of(one.nomor).id)
    rows = tuple(_row(agency, books[one.nomor.buku], one) for one in held)
    return Tabel("nomor-sementara", "Nomor sementara", tuple(map(Kolom, KOLOM)), rows)


def _row(agency: Instansi | None, state: KeadaanBuku, one: Menunggu) -> tuple[Sel, ...]:
    nomor, zona = one.nomor, agency.zona if agency else "WIB"
    taken = local(nomor.diambil, zona).date()
    return (
        Sel(nomor.sebutan, jalan.number(state, nomor)),
        Sel(words.name_of(agency, state), jalan.at(state), catatan=words.period(state)),
        Sel(one.tentang or "–"),
        Sel(panjang(taken), iso=taken.isoformat()),
        Sel(
            panjang(nomor.sampai) if nomor.sampai else "–",
            iso=nomor.sampai.isoformat() if nomor.sampai else "",
        ),
        Sel(words.state_of(nomor), bentuk=words.BENTUK.get(nomor.keadaan)),
    )
