"""The number books: how far each has come, what stands in it, and the proof that it is whole."""

from __future__ import annotations

import re
from datetime import date

from flask import Blueprint, make_response, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts import buku as acts
from service.acts.kelengkapan import Laporan, report
from service.domain.buku import KeadaanBuku, read_buku
from service.domain.instansi import Instansi
from service.domain.kelengkapan import Baris
from service.domain.nomor import BATAL, KEADAAN, Nomor
from service.domain.pejabat import Pejabat
from service.domain.refusals import TidakAda
from service.domain.tanggal import BULAN, hari, local, panjang, terbilang
from service.domain.wewenang import Act
from service.face.alamat import link, page_of, pages
from service.face.isi import Kolom, Kosong, Menu, Sel, Tabel, Tautan
from service.face.isi_nomor import BeritaAcara
from service.ports import Lembar
from service.web import nomor_isi as words
from service.web.auth import hadir, house, only
from service.web.muka import nama_instansi
from service.web.sekali import at_work, known

bp = Blueprint("nomor", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SEHALAMAN = 50
SECETAK = 100
LAJUR = ("Urut", "Nomor", "Tanggal", "Perihal", "Keadaan", "Keterangan")
_BULAN = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
BERANDA = Tautan("Beranda", "/")


@bp.get("/nomor")
@only(Act.LOOK)
def listing() -> str:
    """The books of one instansi; those of the others are a link away."""
    mine = [one.id for one in at_work() if hadir().sees(one.id)]
    asked = request.args.get("instansi", "")
    kode = asked if asked in mine else next(iter(mine), "")
    if not kode:
        raise TidakAda("Buku nomor")
    agency = known(kode)
    begun = acts.books(house(), hadir(), kode)
    found = [*_coming_years(agency, begun), *begun] if agency else begun
    return render_template(
        "nomor/daftar.html",
        jejak=(BERANDA,),
        instansi=nama_instansi(kode),
        lain=tuple(
            Menu(nama_instansi(one), link("/nomor", {}, instansi=one), di_sini=one == kode)
            for one in mine
        ),
        daftar=_books(agency, found),
        kosong=Kosong("Belum ada buku nomor", "Tambahkan seri nomor di halaman instansi."),
        seri=url_for("unit.show", kode=kode) + "#seri" if agency else "",
    )


def _coming_years(agency: Instansi, begun: list[KeadaanBuku]) -> list[KeadaanBuku]:
    """The books of this year that have given no number yet."""
    today, there = _today(agency), {one.buku.seri for one in begun if _current(agency, one)}
    found = []
    for seri in agency.seri:
        buku = agency.buku(seri.id, today)
        if seri.id not in there and hadir().sees(agency.kode, rahasia=buku.rahasia):
            found.append(KeadaanBuku(buku, buku.mulai, buku.mulai - 1))
    return found


def _current(agency: Instansi, one: KeadaanBuku) -> bool:
    return one.buku.holds(_today(agency))


def _today(agency: Instansi) -> date:
    return local(house().clock.now(), agency.zona).date()


def _books(agency: Instansi | None, found: list[KeadaanBuku]) -> Tabel:
    kolom = (
        Kolom("Buku"),
        Kolom("Masa"),
        Kolom("Nomor berikutnya"),
        Kolom("Terakhir"),
        Kolom("Nomor", angka=True),
        Kolom("Batal", angka=True),
        Kolom("Lubang"),
    )
    rows = tuple(
        (
            Sel(words.name_of(agency, one), at(one)),
            Sel(words.period(one)),
            Sel((acts.coming(house(), one) if agency else "") or "–"),
            Sel(
                panjang(one.tanggal) if one.tanggal else "–",
                iso=one.tanggal.isoformat() if one.tanggal else "",
            ),
            Sel(str(one.terakhir - one.mulai + 1)),
            Sel(str(one.jumlah.get(BATAL, 0))),
            Sel(f"{one.lubang} nomor tidak ada", bentuk="lewat")
            if one.lubang
            else Sel("tidak ada", bentuk="selesai"),
        )
        for one in found
    )
    return Tabel("buku-nomor", "Buku nomor", kolom, rows)


def at(one: KeadaanBuku, view: str = "show", **more: str | None) -> str:
    """The address of a book's page."""
    kode, seri, masa = one.buku.id.split("/")
    plain = url_for(f"nomor.{view}", kode=kode, seri=seri, masa=masa)
    return link(plain, {name: value for name, value in more.items() if value})


def standing(kode: str, seri: str, masa: str) -> KeadaanBuku:
    """The book that an address names, for whoever may see it."""
    named = read_buku(f"{kode}/{seri}/{masa}")
    if named is None or not hadir().sees(kode, rahasia=named.rahasia):
        raise TidakAda("Buku itu")
    return acts.book(house(), hadir(), named.id)


@bp.get("/nomor/<kode>/<seri>/<masa>")
@only(Act.LOOK)
def show(kode: str, seri: str, masa: str) -> str:
    """One book, a month at a time."""
    return page(standing(kode, seri, masa))


def page(state: KeadaanBuku) -> str:
    """The page of a book."""
    agency, bulan = known(state.buku.instansi), _month(state)
    told = report(house(), hadir(), state.buku.id, bulan)
    asked = request.args.to_dict()
    skip = (page_of(asked) - 1) * SEHALAMAN
    lines = told.isi.baris[skip : skip + SEHALAMAN]
    may = hadir().may(Act.NUMBER, state.buku.instansi)
    month = f"{bulan:%Y-%m}" if bulan else ""
    return render_template(
        "nomor/buku.html",
        judul=words.name_of(agency, state),
        kata=f"{nama_instansi(state.buku.instansi)}, {words.period(state)}",
        jejak=(BERANDA, _up(state)),
        berikut=acts.coming(house(), state) if agency else "",
        sifat=_traits(state),
        utuh=told.isi.utuh,
        simpulan=words.verdict(told.isi),
        bulan=_months(state, bulan),
        daftar=words.table(told, lines, lambda one: _leads(state, one)),
        luar=_outside(told),
        halaman=pages(at(state), asked, len(told.isi.baris), SEHALAMAN, "nomor"),
        tindakan=_deeds(state) if may and agency else (),
        bukti=(
            Tautan("Berita acara kelengkapan", at(state, "sheet", **_kept(month))),
            Tautan("Excel (XLSX)", at(state, "as_xlsx", **_kept(month))),
        ),
        kosong=Kosong("Belum ada nomor", "Nomor pertama muncul di sini begitu diambil."),
    )


def _kept(month: str) -> dict[str, str]:
    return {"bulan": month} if month else {}


def _up(state: KeadaanBuku) -> Tautan:
    return Tautan("Buku nomor", link("/nomor", {}, instansi=state.buku.instansi))


def _traits(state: KeadaanBuku) -> tuple[tuple[str, str], ...]:
    told = [(nama, state.jumlah.get(one, 0)) for one, nama in KEADAAN.items()]
    last = panjang(state.tanggal) if state.tanggal else "–"
    return (
        ("Nomor pertama", str(state.mulai)),
        ("Nomor terakhir", str(state.terakhir) if state.terakhir >= state.mulai else "–"),
        ("Tanggal terakhir", last),
        ("Keadaan", ", ".join(f"{nama.lower()} {n}" for nama, n in told if n) or "–"),
    )


def _month(state: KeadaanBuku) -> date | None:
    """The month that is asked for, else the last; None where nothing is dated, or for all."""
    months = state.bulan()
    asked = request.args.get("bulan", "")
    if asked == "semua" or not months:
        return None
    found = date.fromisoformat(f"{asked}-01") if _BULAN.fullmatch(asked) else months[-1]
    return found if found in months else months[-1]


def _months(state: KeadaanBuku, here: date | None) -> tuple[Menu, ...]:
    names = ((f"{BULAN[one.month - 1]} {one.year}", one) for one in state.bulan())
    menu = [Menu(name, at(state, bulan=f"{one:%Y-%m}"), one == here) for name, one in names]
    return (*menu[-14:], Menu("Seluruh buku", at(state, bulan="semua"), here is None))


def _leads(state: KeadaanBuku, one: Baris) -> str:
    if one.nomor is None or one.nomor.sumber == "eksternal":
        return ""
    kode, seri, masa = state.buku.id.split("/")
    return url_for("nomor_tindak.one", kode=kode, seri=seri, masa=masa, tempat=one.tempat)


def _outside(told: Laporan) -> Tabel | None:
    if not told.isi.luar:
        return None
    kolom = tuple(Kolom(one) for one in ("Nomor", "Tanggal", "Perihal", "Dicatat oleh"))
    rows = tuple(_given(told, one) for one in told.isi.luar)
    return Tabel("nomor-luar", "Nomor dari luar", kolom, rows)


def _given(told: Laporan, one: Nomor) -> tuple[Sel, ...]:
    on = panjang(one.tanggal) if one.tanggal else "–"
    return Sel(one.nomor), Sel(on), Sel(one.perihal or "–"), Sel(words.who(told, one))


def _deeds(state: KeadaanBuku) -> tuple[Tautan, ...]:
    kode, seri, masa = state.buku.id.split("/")
    named = (
        ("pesan", "Pesan nomor"),
        ("sisip", "Nomor sisipan"),
        ("luar", "Catat nomor dari luar"),
        ("salin", "Salin buku lama"),
    )
    return tuple(
        Tautan(kata, url_for("nomor_tindak.ask", kode=kode, seri=seri, masa=masa, cara=cara))
        for cara, kata in named
    )


# --- the proof ---


@bp.get("/nomor/<kode>/<seri>/<masa>/berita-acara")
@only(Act.LOOK)
def sheet(kode: str, seri: str, masa: str) -> str:
    """The Berita Acara Kelengkapan Nomor, to be printed and signed."""
    state = standing(kode, seri, masa)
    bulan = _month(state)
    told = report(house(), hadir(), state.buku.id, bulan)
    asked = request.args.to_dict()
    whole = asked.get("halaman") == "semua"
    skip = 0 if whole else (page_of(asked) - 1) * SECETAK
    lines = told.isi.baris if whole else told.isi.baris[skip : skip + SECETAK]
    path = at(state, "sheet")
    return render_template(
        "nomor/berita_acara.html",
        lembar=_sheet(told, lines),
        kembali=(_up(state), Tautan(words.name_of(known(kode), state), at(state))),
        halaman=None if whole else pages(path, asked, len(told.isi.baris), SECETAK, "nomor"),
        seluruhnya="" if whole else link(path, asked, halaman="semua"),
    )


def _sheet(told: Laporan, lines: tuple[Baris, ...]) -> BeritaAcara:
    state = told.buku
    agency = known(state.buku.instansi)
    zona = agency.zona if agency else "WIB"
    today = local(house().clock.now(), zona).date()
    name, masa = words.name_of(agency, state), _span(told)
    opening = (
        f"Pada hari ini {hari(today)}, tanggal {terbilang(today.day)}, bulan "
        f"{BULAN[today.month - 1]}, tahun {terbilang(today.year)}, telah diperiksa buku nomor "
        f"{name} untuk {masa}"
        + (f", dari nomor {told.isi.awal} sampai dengan {told.isi.akhir}" if lines else "")
        + ", dengan hasil sebagai berikut."
    )
    return BeritaAcara(
        kop=(*agency.kop.induk, agency.kop.nama)
        if agency
        else (nama_instansi(state.buku.instansi),),
        alamat=agency.kop.alamat if agency else (),
        buku=name,
        masa=masa,
        pembuka=opening,
        hasil=tuple((kata, str(n)) for kata, n in told.isi.jumlah),
        simpulan=words.verdict(told.isi),
        kolom=LAJUR,
        baris=tuple(words.line(told, one) for one in lines),
        luar=tuple(
            (one.nomor, panjang(one.tanggal) if one.tanggal else "–", one.perihal or "–")
            for one in told.isi.luar
        ),
        tempat_tanggal=f"{agency.kota if agency else ''}, {panjang(today)}".lstrip(", "),
        tanda_tangan=_signers(agency, today),
        catatan=f"Disusun dari buku induk Berkas oleh {hadir().orang.nama}.",
    )


def _span(told: Laporan) -> str:
    if told.bulan is None:
        return f"masa {words.period(told.buku)}"
    return f"bulan {BULAN[told.bulan.month - 1]} {told.bulan.year}"


def _signers(agency: Instansi | None, today: date) -> tuple[tuple[str, str, str], ...]:
    def one(kata: str, peran: str) -> tuple[str, str, str]:
        held: Pejabat | None = agency.holder(peran, today) if agency else None
        jabatan = held.jabatan if held else agency.sebutan(peran) if agency else ""
        name, nip = (held.nama_lengkap, held.nip) if held else ("", "")
        return f"{kata}\n{jabatan}", name, nip

    return one("Mengetahui,", "ppid"), one("Yang memeriksa,", "pengelola_arsip")


@bp.get("/nomor/<kode>/<seri>/<masa>/xlsx")
@only(Act.LOOK)
def as_xlsx(kode: str, seri: str, masa: str) -> Response:
    """The same as a workbook."""
    state = standing(kode, seri, masa)
    told = report(house(), hadir(), state.buku.id, _month(state))
    agency = known(kode)
    name = words.name_of(agency, state)
    above = f"BERITA ACARA KELENGKAPAN NOMOR\n{nama_instansi(kode)}\n{name}, {_span(told)}"
    sheets = [
        Lembar(
            "Kelengkapan",
            above,
            LAJUR,
            (words.line(told, one) for one in told.isi.baris),
            "\n".join(words.verdict(told.isi)),
        ),
        Lembar(
            "Nomor dari luar",
            "",
            ("Nomor", "Tanggal", "Perihal"),
            ((one.nomor, one.tanggal, one.perihal) for one in told.isi.luar),
        ),
    ]
    with house().room() as room:
        made = house().workbooks.write(room / "kelengkapan.xlsx", sheets).read_bytes()
    answer = make_response(made)
    answer.headers["Content-Type"] = XLSX
    month = f"-{told.bulan:%Y-%m}" if told.bulan else ""
    plain = re.sub(r"[^a-z0-9_-]+", "-", f"{state.buku.seri}-{state.buku.tahun}{month}".lower())
    answer.headers["Content-Disposition"] = f'attachment; filename="kelengkapan-{plain}.xlsx"'
    return answer
