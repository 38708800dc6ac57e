"""The proof that a number book is whole: the Berita Acara Kelengkapan Nomor, as page and XLSX."""

from __future__ import annotations

import re
from datetime import date

from flask import Blueprint, make_response, render_template, request
from werkzeug.wrappers import Response

from service.acts.nomor.kelengkapan import Laporan, report
from service.domain.instansi import Instansi
from service.domain.kelengkapan import Baris
from service.domain.pejabat import Pejabat
from service.domain.tanggal import BULAN, hari, panjang, terbilang
from service.domain.wewenang import Act
from service.face.alamat import link, page_of, pages
from service.face.isi import Tautan
from service.face.isi_nomor import BeritaAcara
from service.ports import Lembar
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.nomor import isi as words
from service.web.nomor import jalan
from service.web.nomor.jalan import BUKU, at

bp = Blueprint("nomor_bukti", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SECETAK = 100
LAJUR = ("Urut", "Nomor", "Tanggal", "Perihal", "Keadaan", "Keterangan")
LAJUR_LUAR = ("Nomor", "Tanggal", "Perihal", "Keadaan", "Keterangan")


@bp.get(f"{BUKU}/berita-acara")
@only(Act.LOOK)
def sheet(kode: str, seri: str, masa: str) -> str:
    """The Berita Acara Kelengkapan Nomor, to be printed and signed."""
    state = jalan.standing(kode, seri, masa)
    bulan = jalan.month(state)
    told = report(house(), hadir(), state.buku.id, bulan)
    asked = request.args.to_dict()
    whole = asked.get("halaman") == "semua"
    skip = 0 if whole else (page_of(asked) - 1) * SECETAK
    lines = told.isi.baris if whole else told.isi.baris[skip : skip + SECETAK]
    path = at(state, "nomor_bukti.sheet")
    return render_template(
        "nomor/berita_acara.html",
        lembar=_sheet(told, lines),
        kembali=(jalan.up(state), Tautan(words.name_of(known(kode), state), at(state))),
        halaman=None if whole else pages(path, asked, len(told.isi.baris), SECETAK, "nomor"),
        seluruhnya="" if whole else link(path, asked, halaman="semua"),
    )


def _sheet(told: Laporan, lines: tuple[Baris, ...]) -> BeritaAcara:
    state = told.buku
    agency = known(state.buku.instansi)
    today = jalan.today(agency)
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
        kolom_luar=LAJUR_LUAR,
        luar=tuple(words.outer_line(told, one) for one in told.isi.luar),
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


@bp.get(f"{BUKU}/xlsx")
@only(Act.LOOK)
def as_xlsx(kode: str, seri: str, masa: str) -> Response:
    """The same as a workbook."""
    state = jalan.standing(kode, seri, masa)
    told = report(house(), hadir(), state.buku.id, jalan.month(state))
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
            LAJUR_LUAR,
            (words.outer_line(told, one) for one in told.isi.luar),
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
