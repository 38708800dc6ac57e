"""The registers: read and narrowed on the screen, printed as the official sheet, taken out."""

from __future__ import annotations

import csv
import io
import re

from flask import Blueprint, Response, make_response, render_template, url_for

from service.acts.instansi.aturan import rules_of
from service.domain.refusals import Refusal, TidakAda
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.alamat import ARAH, link, page_of, pages, ribuan
from service.face.isi import Kosong, Tabel, Tautan
from service.face.isi_register import BukuRegister
from service.ports.papers import Lembar
from service.ports.register import Urutan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.kiriman.kembaran import unnumbered
from service.web.register.baris import Baris, Sekitar
from service.web.register.buku import BUKU, KEBERATAN, Buku
from service.web.register.keberatan_belum import Tunggu, unopened
from service.web.register.kenangan import remembered
from service.web.register.lembar import groups, sheet_of
from service.web.register.saring import Diminta, asked_for, filters

bp = Blueprint("register", __name__)
SEHALAMAN = 50
SECETAK = 140  # lines of one printing; an old computer has to lay them out
SEUNDUH = 20_000  # lines of one workbook
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CATAT = {"permohonan": "Catat permohonan", "keberatan": "Catat keberatan"}
NEW = {"permohonan": "permohonan_baru.new", "keberatan": "permohonan_baru.new_keberatan"}
RUMUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet might take for a formula
_DALAM = re.compile(r"""([;\n][ "]*)([=+\-@])""")


class TerlaluPanjang(Refusal):
    """More lines than one workbook should hold."""

    def __init__(self, many: int) -> None:
        super().__init__(
            f"Register ini memuat {ribuan(many)} baris, paling banyak {ribuan(SEUNDUH)} sekali "
            "unduh. Tidak ada yang berubah; pilih bulan atau unit, lalu unduh satu per satu."
        )


@bp.get("/register")
@only(Act.LOOK)
def index() -> str:
    """The agenda of what came in, which is asked for most."""
    return show("masuk")


@bp.get("/register/<register>")
@only(Act.LOOK)
def show(register: str) -> str:
    """One book, newest first."""
    buku = _book(register)
    want = asked_for(buku)
    naik = want.asked.get(ARAH) == "naik"
    first = (page_of(want.asked) - 1) * SEHALAMAN
    many, lines = _lines(buku, want, Urutan(not naik, first, SEHALAMAN))
    path = url_for("register.show", register=buku.kunci)
    whole = {name: value for name, value in want.asked.items() if name != "halaman"}
    return render_template(
        "register/daftar.html",
        judul=buku.nama,
        kata=buku.kata,
        buku=_books(buku, want),
        saring=filters(buku, want),
        tersaring=bool(want.asked.keys() - {"halaman", ARAH}),
        alamat=path,
        ringkas=f"{want.masa}: {ribuan(many)} baris" + (", buku rahasia" * want.saring.rahasia),
        daftar=Tabel(
            "register", buku.nama, buku.kolom, tuple(one.sel for one in lines), _out(buku, whole)
        ),
        arah=Tautan(
            "Yang terbaru lebih dahulu" if naik else "Yang terlama lebih dahulu",
            link(path, whole, **{ARAH: "" if naik else "naik"}),
        ),
        halaman=pages(path, want.asked, many, SEHALAMAN, "baris"),
        baru=_new(buku, want),
        belum=unopened(want.kode, want.saring.unit) if buku is KEBERATAN else Tunggu(),
        kosong=Kosong(
            f"Tidak ada baris untuk {want.masa.lower()} dengan saringan ini", buku.kosong
        ),
    )


@bp.get("/register/<register>/cetak")
@only(Act.LOOK)
def sheet(register: str) -> str:
    """The official sheet, to be printed."""
    buku = _book(register)
    want = asked_for(buku)
    first = (page_of(want.asked) - 1) * SECETAK
    many, lines = _lines(buku, want, Urutan(turun=False, skip=first, atmost=SECETAK))
    path = url_for("register.sheet", register=buku.kunci)
    return render_template(
        "register/cetak.html",
        judul=buku.judul,
        lembar=sheet_of(buku, want, _in_order(lines), first),
        kelompok=groups(buku),
        kembali=Tautan(
            buku.nama, link(url_for("register.show", register=buku.kunci), want.asked, halaman="")
        ),
        halaman=pages(path, want.asked, many, SECETAK, "baris"),
    )


@bp.get("/register/<register>/csv")
@only(Act.LOOK)
def as_csv(register: str) -> Response:
    """The book as comma-separated values that no spreadsheet takes for formulas."""
    buku, want, lines = _all(register)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_heads(buku))
    writer.writerows([_plain(one) for one in line.penuh] for line in lines)
    return _attached("\ufeff" + out.getvalue(), "text/csv; charset=utf-8", buku, want, "csv")


@bp.get("/register/<register>/xlsx")
@only(Act.LOOK)
def as_xlsx(register: str) -> Response:
    """The book as a workbook."""
    buku, want, lines = _all(register)
    heads = _heads(buku)
    above = f"{nama_instansi(want.kode)}\n{buku.judul}\n{want.masa}"
    rows = (one.penuh for one in lines)
    with house().room() as room:
        made = house().workbooks.write(
            room / "register.xlsx", [Lembar(buku.nama, above, heads, rows)]
        )
        return _attached(made.read_bytes(), XLSX, buku, want, "xlsx")


def _book(register: str) -> Buku:
    if register not in BUKU:
        raise TidakAda("Register itu")
    return BUKU[register]


def _all(register: str) -> tuple[Buku, Diminta, list[Baris]]:
    buku = _book(register)
    want = asked_for(buku)
    many, lines = _lines(buku, want, Urutan(turun=False, skip=0, atmost=SEUNDUH))
    if many > SEUNDUH:
        raise TerlaluPanjang(many)
    return buku, want, _in_order(lines)


def _lines(buku: Buku, want: Diminta, urutan: Urutan) -> tuple[int, list[Baris]]:
    many, rows = buku.daftar(house(), want.saring, urutan)
    instansi = known(want.kode)
    with house().ledger.read() as reading:
        rules = rules_of(house().packs, reading, want.kode)
    ids = [buku.kiriman(one) for one in rows] if buku.agenda else []

    def unit(id_: str) -> str:
        found = instansi.unit_of(id_) if instansi else None
        return found.nama if found else id_

    def handles(id_: str) -> bool:
        return any(hadir().may(act, want.kode, id_) for act in (Act.IDENTIFY, Act.APPROVE))

    at = Sekitar(
        want.zona,
        local(house().clock.now(), want.zona).date(),
        unit,
        rules.nama_jenis,
        house().register.files(ids),
        house().register.disposisi(ids),
        handles,
        unnumbered(house(), hadir(), rows) if buku.agenda else {},
    )
    return many, remembered(buku, rows, [buku.baris(one, at) for one in rows])


def _in_order(lines: list[Baris]) -> list[Baris]:
    """By number, as a book is written; what has none yet stands at the end."""
    return sorted(lines, key=lambda one: (not one.penuh[0], _numbers(one.penuh[0])))


def _numbers(nomor: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"[0-9]{1,9}", nomor))


def _books(here: Buku, want: Diminta) -> tuple[BukuRegister, ...]:
    names = ("instansi", "tahun", "bulan")
    kept = {name: value for name, value in want.asked.items() if name in names}
    return tuple(
        BukuRegister(
            one.nama, link(url_for("register.show", register=one.kunci), kept), one is here
        )
        for one in BUKU.values()
    )


def _out(buku: Buku, whole: dict[str, str]) -> tuple[Tautan, ...]:
    ways = (("sheet", "Lembar cetak"), ("as_xlsx", "Excel (XLSX)"), ("as_csv", "CSV"))
    return tuple(
        Tautan(nama, link(url_for(f"register.{way}", register=buku.kunci), whole))
        for way, nama in ways
    )


def _new(buku: Buku, want: Diminta) -> Tautan | None:
    """What came on paper or by word is written down by hand."""
    if buku.kunci not in CATAT or not hadir().may(Act.IDENTIFY, want.kode):
        return None
    return Tautan(CATAT[buku.kunci], f"/{buku.kunci}/baru?instansi={want.kode}")


def _heads(buku: Buku) -> list[str]:
    """The heads of the columns, each with the words that stand over it, in one line."""
    told = (f"{one.kelompok}: {one.judul}" if one.kelompok else one.judul for one in buku.lajur)
    return [one.replace("\u00ad", "") for one in told]


def _plain(text: str) -> str:
    """A value that stays a text in every spreadsheet."""
    # Where a semicolon parts cells, as in an Indonesian Excel, what follows one begins a cell.
    text = _DALAM.sub(r"\1'\2", text)
    return f"'{text}" if text.lstrip(' "').startswith(RUMUS) else text


def _attached(body: str | bytes, mime: str, buku: Buku, want: Diminta, end: str) -> Response:
    answer = make_response(body)
    month = f"-{want.bulan:02}" if want.bulan else ""
    name = f"register-{buku.kunci}-{want.tahun}{month}.{end}"
    answer.headers["Content-Type"] = mime
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
