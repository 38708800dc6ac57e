"""One number book: what stands in it and beside it, a month at a time."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from service.acts.nomor import buku as acts
from service.acts.nomor import buku_bagian
from service.acts.nomor.kelengkapan import Laporan, report
from service.domain.buku import KeadaanBuku
from service.domain.instansi import Instansi
from service.domain.kelengkapan import Baris
from service.domain.nomor import BATAL, KEADAAN, Nomor
from service.domain.tanggal import BULAN, panjang
from service.domain.wewenang import Act
from service.face.alamat import page_of, pages
from service.face.isi import Kolom, Kosong, Menu, Sel, Tabel, Tautan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.nomor import isi as words
from service.web.nomor import jalan
from service.web.nomor.daftar import table
from service.web.nomor.jalan import BERANDA, at

bp = Blueprint("nomor_buku", __name__)
SEHALAMAN = 50


@bp.get(jalan.BUKU)
@only(Act.LOOK)
def show(kode: str, seri: str, masa: str) -> str:
    """One book, a month at a time."""
    return page(jalan.standing(kode, seri, masa))


def page(state: KeadaanBuku) -> str:
    """The page of a book."""
    agency, bulan = known(state.buku.instansi), jalan.month(state)
    told = report(house(), hadir(), state.buku.id, bulan)
    asked = request.args.to_dict()
    skip = (page_of(asked) - 1) * SEHALAMAN
    lines = told.isi.baris[skip : skip + SEHALAMAN]
    may = hadir().may(Act.NUMBER, state.buku.instansi)
    unnamed = buku_bagian.unnamed(agency, state.buku) if agency else ()
    month = f"{bulan:%Y-%m}" if bulan else ""
    return render_template(
        "nomor/buku.html",
        judul=words.name_of(agency, state),
        kata=f"{nama_instansi(state.buku.instansi)}, {words.period(state)}",
        jejak=(BERANDA, jalan.up(state)),
        berikut=acts.coming(house(), state) if agency and not unnamed else "",
        sifat=_traits(state),
        utuh=told.isi.utuh,
        simpulan=words.verdict(told.isi),
        bulan=_months(state, bulan),
        daftar=words.table(told, lines, lambda one: _leads(state, one)),
        luar=_outside(state, told),
        bagian=_parts(agency, state) if agency and unnamed else None,
        memilih=" dan ".join(words.BAGIAN[one] for one in unnamed),
        halaman=pages(at(state), asked, len(told.isi.baris), SEHALAMAN, "nomor"),
        tindakan=_deeds(state) if may and agency and not unnamed else (),
        bukti=(
            Tautan("Berita acara kelengkapan", at(state, "nomor_bukti.sheet", **_kept(month))),
            Tautan("Excel (XLSX)", at(state, "nomor_bukti.as_xlsx", **_kept(month))),
        ),
        kosong=Kosong("Belum ada nomor", "Nomor pertama muncul di sini begitu diambil."),
    )


def _kept(month: str) -> dict[str, str]:
    return {"bulan": month} if month else {}


def _traits(state: KeadaanBuku) -> tuple[tuple[str, str], ...]:
    told = [(nama, state.jumlah.get(one, 0)) for one, nama in KEADAAN.items()]
    last = panjang(state.tanggal) if state.tanggal else "–"
    return (
        ("Nomor pertama", str(state.mulai)),
        ("Nomor terakhir", str(state.terakhir) if state.terakhir >= state.mulai else "–"),
        ("Tanggal terakhir", last),
        ("Keadaan", ", ".join(f"{nama.lower()} {n}" for nama, n in told if n) or "–"),
    )


def _months(state: KeadaanBuku, here: date | None) -> tuple[Menu, ...]:
    names = ((f"{BULAN[one.month - 1]} {one.year}", one) for one in state.bulan())
    menu = [Menu(name, at(state, bulan=f"{one:%Y-%m}"), one == here) for name, one in names]
    return (*menu[-14:], Menu("Seluruh buku", at(state, bulan="semua"), here is None))


def _parts(agency: Instansi, state: KeadaanBuku) -> Tabel:
    """The books to choose from, where this one counts for no unit and no signer."""
    on = jalan.day_of(state, agency)
    return table(agency, buku_bagian.beneath(house(), hadir(), agency, state.buku, on))


def _leads(state: KeadaanBuku, one: Baris) -> str:
    return jalan.number(state, one.nomor) if one.nomor else ""


LUAR = ("Nomor", "Tanggal", "Perihal", "Keadaan", "Keterangan")


def _outside(state: KeadaanBuku, told: Laporan) -> Tabel | None:
    if not told.isi.luar:
        return None
    rows = tuple(_given(state, told, one) for one in told.isi.luar)
    return Tabel("nomor-luar", "Nomor dari luar", tuple(Kolom(one) for one in LUAR), rows)


def _given(state: KeadaanBuku, told: Laporan, one: Nomor) -> tuple[Sel, ...]:
    iso = one.tanggal.isoformat() if one.tanggal else ""
    return (
        Sel(one.nomor, jalan.number(state, one)),
        Sel(panjang(one.tanggal) if one.tanggal else "–", iso=iso),
        Sel(one.perihal or "–"),
        Sel(words.state_of(one), bentuk=None if one.keadaan == BATAL else "selesai"),
        Sel(words.who(told, one), catatan=told.alasan.get(one.alasan, "")),
    )


def _deeds(state: KeadaanBuku) -> tuple[Tautan, ...]:
    named = (
        ("pesan", "Pesan nomor"),
        ("sisip", "Nomor sisipan"),
        ("luar", "Catat nomor dari luar"),
        ("salin", "Salin buku lama"),
    )
    return tuple(Tautan(kata, jalan.deed(state, cara)) for cara, kata in named)
