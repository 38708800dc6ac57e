"""The number books of an instansi: how far each has come, and what waits in them."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request, url_for

from service.acts.nomor import buku as acts
from service.acts.nomor import buku_bagian
from service.acts.nomor import menunggu as nomor_menunggu
from service.domain.buku import KeadaanBuku
from service.domain.instansi import Instansi
from service.domain.nomor import BATAL
from service.domain.refusals import TidakAda
from service.domain.tanggal import panjang
from service.domain.wewenang import Act
from service.face.alamat import link
from service.face.isi import Kolom, Kosong, Menu, Sel, Tabel, Tautan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known
from service.web.nomor import isi as words
from service.web.nomor.jalan import BERANDA, at, today

bp = Blueprint("nomor", __name__)
KOLOM = (
    Kolom("Buku"),
    Kolom("Masa"),
    Kolom("Nomor berikutnya"),
    Kolom("Terakhir"),
    Kolom("Nomor", angka=True),
    Kolom("Batal", angka=True),
    Kolom("Lubang"),
)


@bp.get("/nomor")
@only(Act.LOOK)
def listing() -> str:
    """The books of one instansi; those of the others are a link away."""
    kode = chosen()
    agency = known(kode)
    begun = acts.books(house(), hadir(), kode)
    found = [*_coming_years(agency, begun), *begun] if agency else begun
    held = len(nomor_menunggu.waiting(house(), hadir(), kode))
    return render_template(
        "nomor/daftar.html",
        jejak=(BERANDA,),
        instansi=nama_instansi(kode),
        lain=others("/nomor", kode),
        sementara=Tautan(f"Nomor sementara ({held})", link("/nomor/sementara", {}, instansi=kode)),
        daftar=table(agency, found),
        kosong=Kosong("Belum ada buku nomor", "Tambahkan seri nomor di halaman instansi."),
        seri=url_for("unit.show", kode=kode) + "#seri" if agency else "",
    )


def _mine() -> list[str]:
    return [one.id for one in at_work() if hadir().sees(one.id)]


def chosen() -> str:
    """The instansi that is asked for, else the first of this person's; TidakAda without any."""
    mine, asked = _mine(), request.args.get("instansi", "")
    kode = asked if asked in mine else next(iter(mine), "")
    if not kode:
        raise TidakAda("Buku nomor")
    return kode


def others(path: str, here: str) -> tuple[Menu, ...]:
    """The same page for each instansi of this person."""
    return tuple(
        Menu(nama_instansi(one), link(path, {}, instansi=one), di_sini=one == here)
        for one in _mine()
    )


def _coming_years(agency: Instansi, begun: list[KeadaanBuku]) -> list[KeadaanBuku]:
    """The books of this year that have given no number yet, and those one chooses a unit in."""
    now: date = today(agency)
    there = {one.buku.id for one in begun}
    found = []
    for seri in agency.seri:
        buku = agency.buku(seri.id, now)
        if buku.id not in there and hadir().sees(agency.kode, rahasia=buku.rahasia):
            found.append(KeadaanBuku(buku, buku.mulai, buku.mulai - 1))
    return found


def table(agency: Instansi | None, found: list[KeadaanBuku]) -> Tabel:
    """Books with how far each has come."""
    return Tabel("buku-nomor", "Buku nomor", KOLOM, tuple(_row(agency, one) for one in found))


def _row(agency: Instansi | None, one: KeadaanBuku) -> tuple[Sel, ...]:
    asked = buku_bagian.unnamed(agency, one.buku) if agency else ()
    name, masa = Sel(words.name_of(agency, one), at(one)), Sel(words.period(one))
    if asked and one.terakhir < one.mulai:  # nothing is counted here: one of its books is chosen
        by = Sel("pilih " + " dan ".join(words.BAGIAN[x] for x in asked))
        return (name, masa, by, *(Sel("–"),) * 4)
    coming = acts.coming(house(), one) if agency and not asked else ""
    iso = one.tanggal.isoformat() if one.tanggal else ""
    return (
        name,
        masa,
        Sel(coming or "–"),
        Sel(panjang(one.tanggal) if one.tanggal else "–", iso=iso),
        Sel(str(one.terakhir - one.mulai + 1)),
        Sel(str(one.jumlah.get(BATAL, 0))),
        Sel(f"{one.lubang} nomor tidak ada", bentuk="lewat")
        if one.lubang
        else Sel("tidak ada", bentuk="selesai"),
    )
