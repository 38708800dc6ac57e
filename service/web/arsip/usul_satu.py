"""One list of archives: what is on it, its papers, and its next step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts.arsip import naskah_usul
from service.acts.arsip import usul as acts
from service.acts.arsip.hapus import report_of
from service.acts.naskah.berkas import name_of
from service.domain.arsip.hapus import Penghapusan
from service.domain.arsip.penyusutan import SERAH
from service.domain.arsip.usul import DISETUJUI, DISUSUN, Pelaksanaan, Persetujuan, Usul
from service.domain.naskah import KATA, Naskah, called
from service.domain.refusals import TidakAda
from service.domain.tanggal import panjang
from service.domain.wewenang import Act
from service.face.isi import Kolom, Sel, Tabel
from service.face.isi_formulir import Formulir, Pilihan
from service.web.arsip import isi, usul_isian
from service.web.arsip.usul import ALAMAT, choice, trail
from service.web.arsip.usul_isian import Meja
from service.web.dasar import forms
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.centang import chosen, ticked
from service.web.dasar.forms import Terisi

bp = Blueprint("arsip_usul_satu", __name__)
SATU = f"{ALAMAT}/<usul_id>"
KOLOM = tuple(map(Kolom, ("Berkas", "Kode", "Ditutup", "Retensi")))


@bp.get(SATU)
@only(Act.ARCHIVE, Act.DESTROY)
def show(usul_id: str) -> str:
    """Its archives, and the next step."""
    return _page(usul_id)


@bp.post(f"{SATU}/<apa>")
@only(Act.ARCHIVE, Act.DESTROY)
def act(usul_id: str, apa: str) -> Response:
    """One of the steps that its page offers."""
    one = _read(usul_id)
    at = f"{ALAMAT}/{usul_id}/{apa}"
    form = next((x for x in usul_isian.forms(one.meja, hadir(), ALAMAT) if x.alamat == at), None)
    if form is None or apa not in PERBUATAN:
        raise TidakAda("Perbuatan itu")
    sent = forms.read(ticked(form), lambda wrong: _page(usul_id, wrong))
    made = sent.attempt(lambda: PERBUATAN[apa](usul_id, sent))
    if isinstance(made, Naskah):
        return redirect(url_for("naskah.show", naskah_id=made.id), 303)
    return redirect(url_for("arsip_usul_satu.show", usul_id=usul_id, kabar="disimpan"), 303)


@dataclass(frozen=True)
class Terbaca:
    """One list as its page shows it."""

    meja: Meja
    arsip: list[acts.Isi]
    naskah: list[tuple[Naskah, str]]  # its papers with what they are called
    hapus: Penghapusan | None = None  # what became of the bytes


def _read(usul_id: str) -> Terbaca:
    with house().ledger.read() as reading:
        one = acts.usul_for(reading, hadir(), usul_id)
        names = acts.named(reading, one)
        found = naskah_usul.papers(reading, one)
        report = report_of(reading, one)
    named = [(x, name_of(house(), x.instansi, x.jenis)) for x in found]
    signed = [(x, nama) for x, nama in named if x.keadaan in acts.BERTANDA]
    kinds = naskah_usul.kinds(house(), one) if one.keadaan == DISETUJUI else []
    meja = Meja(one, kinds, signed, _offered(one, names), house().new_id())
    return Terbaca(meja, names, named, report)


def _offered(one: Usul, names: list[acts.Isi]) -> tuple[Pilihan, ...]:
    """What is on a draft, and what could be."""
    if one.keadaan != DISUSUN or not hadir().may(Act.ARCHIVE, one.instansi, one.unit):
        return ()
    rows = acts.candidates(house(), hadir(), one.instansi, one.macam)
    more = (x for x in rows if not one.unit or x.unit == one.unit)
    return (*(Pilihan(x.id, x.judul, _kept(x)) for x in names), *map(choice, more))


def _kept(one: acts.Isi) -> str:
    return f"{one.arsip.kode}, {one.arsip.retensi.kata}" if one.arsip else ""


def _row(one: acts.Isi) -> tuple[Sel, ...]:
    a = one.arsip
    return (
        Sel(one.judul, f"{isi.ALAMAT}/{one.id}"),
        Sel(a.kode if a else "–"),
        Sel(panjang(a.ditutup), iso=a.ditutup.isoformat()) if a else Sel("–"),
        Sel(a.retensi.kata if a else "–"),
    )


def _papers(found: list[tuple[Naskah, str]]) -> Tabel | None:
    rows = tuple(
        (Sel(called(x, nama), url_for("naskah.show", naskah_id=x.id)), Sel(KATA[x.keadaan]))
        for x, nama in found
    )
    head = (Kolom("Naskah"), Kolom("Keadaan"))
    return Tabel("naskah", "Naskah usul ini", head, rows) if rows else None


def _page(usul_id: str, wrong: Formulir | None = None) -> str:
    read = _read(usul_id)
    one, names = read.meja.usul, read.arsip
    every = usul_isian.forms(read.meja, hadir(), ALAMAT)
    rows = tuple(map(_row, names))
    return render_template(
        "arsip/usul_satu.html",
        judul=one.judul,
        jejak=trail(),
        sifat=usul_isian.traits(one, read.hapus),
        cetak=url_for("arsip_usul_cetak.sheet", usul_id=one.id) if rows else "",
        tas=url_for("tas_serah.show", usul_id=one.id) if one.macam == SERAH else "",
        arsip=Tabel("isi", "Arsip di usul ini", KOLOM, rows) if rows else None,
        naskah=_papers(read.naskah),
        formulir=[wrong if wrong and wrong.alamat == x.alamat else x for x in every],
    )


def _forward(id_: str, sent: Terisi) -> object:
    return acts.put_forward(house(), hadir(), id_, sent.angka("versi"))


def _change(id_: str, sent: Terisi) -> object:
    some = chosen(next(x for x in sent.formulir.ruas if x.nama == "arsip"))
    return acts.change(house(), hadir(), id_, sent.angka("versi"), some)


def _write(id_: str, sent: Terisi) -> object:
    return naskah_usul.write(house(), hadir(), id_, sent["jenis"], sent["tanda"])


def _back(id_: str, sent: Terisi) -> object:
    return acts.send_back(house(), hadir(), id_, sent.angka("versi"), sent["alasan"])


def _approve(id_: str, sent: Terisi) -> object:
    told = (sent["oleh"], sent["nomor"], sent.tanggal("tanggal"), sent["pertimbangan"])
    return acts.approve(house(), hadir(), id_, sent.angka("versi"), Persetujuan(*told))


def _carry_out(id_: str, sent: Terisi) -> object:
    day = sent.tanggal("tanggal")
    if day is None:
        raise TidakAda("Tanggal itu")
    witnesses = tuple(sent["saksi"].split("\n"))
    paper = sent["naskah"].rstrip("/").rpartition("/")[2]
    how = Pelaksanaan(day, paper, witnesses)
    return acts.carry_out(house(), hadir(), id_, sent.angka("versi"), how)


def _give_up(id_: str, sent: Terisi) -> object:
    return acts.give_up(house(), hadir(), id_, sent.angka("versi"), sent["alasan"])


PERBUATAN: dict[str, Callable[[str, Terisi], object]] = {
    "ajukan": _forward,
    "ubah": _change,
    "naskah": _write,
    "kembalikan": _back,
    "setujui": _approve,
    "laksanakan": _carry_out,
    "batalkan": _give_up,
}
