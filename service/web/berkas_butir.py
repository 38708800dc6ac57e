"""One item of a matter: its worksheet, what is missing in it, and its outcome."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from service.acts import berkas_baca, berkas_butir
from service.acts.berkas_baca import Penuh
from service.domain import jangka, uji
from service.domain.berkas import BERJALAN, Berkas
from service.domain.butir import Butir
from service.domain.jangka import Jangka
from service.domain.pasal17 import HURUF
from service.domain.refusals import TidakAda
from service.domain.tanggal import local
from service.domain.uji import Dasar, LembarUji
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.web import forms
from service.web.auth import hadir, house, only
from service.web.berkas_kata import words
from service.web.forms import Terisi
from service.web.kiriman_daftar import unit_name
from service.web.sekali import known

bp = Blueprint("berkas_butir", __name__)
PANJANG = 4_000  # letters of one block


@bp.get("/berkas/<berkas_id>/butir/<butir_id>")
@only(Act.LOOK)
def show(berkas_id: str, butir_id: str) -> str:
    """The worksheet, to be filled where this person has a part in it."""
    whole, one = _known(berkas_id, butir_id)
    return _page(whole, one)


def _known(berkas_id: str, butir_id: str) -> tuple[Penuh, Butir]:
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas):
        raise TidakAda("Butir itu")
    found = next((one for one in whole.butir if one.id == butir_id), None)
    if found is None:
        raise TidakAda("Butir itu")
    return whole, found


@bp.post("/berkas/<berkas_id>/butir/<butir_id>")
@only(Act.COMPLETE)
def save(berkas_id: str, butir_id: str) -> Response:
    """What the meeting wrote; gaps are kept, and named."""
    whole, one = _known(berkas_id, butir_id)
    sent = forms.read(_form(whole, one), lambda wrong: _page(whole, one, lembar=wrong))
    lembar = _sheet(sent, one)
    sent.attempt(
        lambda: berkas_butir.write_test(house(), hadir(), one.id, sent.angka("versi"), lembar)
    )
    return redirect(_at(whole, one, "disimpan"), 303)


@bp.post("/berkas/<berkas_id>/butir/<butir_id>/putus")
@only(Act.COMPLETE)
def decide(berkas_id: str, butir_id: str) -> Response:
    """The outcome of the item."""
    whole, one = _known(berkas_id, butir_id)
    form = _decision(whole, one) or forms.nothing()
    sent = forms.read(form, lambda wrong: _page(whole, one, putusan=wrong))
    sent.attempt(
        lambda: berkas_butir.decide(house(), hadir(), one.id, sent.angka("versi"), sent["hasil"])
    )
    return redirect(_at(whole, one, "disimpan"), 303)


@bp.post("/berkas/<berkas_id>/butir/<butir_id>/keluarkan")
@only(Act.COMPLETE)
def take_out(berkas_id: str, butir_id: str) -> Response:
    """Out of the matter, with the reason."""
    whole, one = _known(berkas_id, butir_id)
    sent = forms.read(_out(whole, one), lambda wrong: _page(whole, one, keluar=wrong))
    sent.attempt(
        lambda: berkas_butir.take_out(house(), hadir(), one.id, sent.angka("versi"), sent["alasan"])
    )
    return redirect(url_for("berkas.show", berkas_id=berkas_id, kabar="disimpan"), 303)


def _at(whole: Penuh, one: Butir, kabar: str) -> str:
    return url_for("berkas_butir.show", berkas_id=whole.berkas.id, butir_id=one.id, kabar=kabar)


def _page(
    whole: Penuh,
    one: Butir,
    lembar: Formulir | None = None,
    putusan: Formulir | None = None,
    keluar: Formulir | None = None,
) -> str:
    agency = known(whole.berkas.instansi)
    zona = agency.zona_of(whole.berkas.unit) if agency else "WIB"
    today = local(house().clock.now(), zona).date()
    may = _may(whole) and not one.dicabut
    return render_template(
        "berkas/butir.html",
        judul=one.judul,
        jejak=[
            Tautan("Beranda", "/"),
            Tautan("Berkas", "/berkas"),
            Tautan(whole.berkas.judul, url_for("berkas.show", berkas_id=whole.berkas.id)),
        ],
        hasil=words(one.hasil) if one.hasil else "belum diputus",
        dikeluarkan=one.dicabut,
        kurang=list(uji.faults(one.uji, today).values()),
        isi=_told(whole, one),
        lembar=(lembar or _form(whole, one)) if may else None,
        putusan=(putusan or _decision(whole, one)) if may else None,
        keluar=(keluar or _out(whole, one)) if may else None,
    )


def _may(whole: Penuh) -> bool:
    return whole.ikut and whole.berkas.keadaan == BERJALAN and whole.berkas.ditunda is None


def _told(whole: Penuh, one: Butir) -> tuple[tuple[str, str], ...]:
    """The worksheet as it is read."""
    it = one.uji
    lines = [
        ("Dokumen", it.dokumen),
        ("Unit", unit_name(whole.berkas.instansi, it.unit)),
        ("Bagian yang diuji", it.bagian),
        ("Uraian informasi", it.uraian),
        ("Dasar hukum", "; ".join(each.kata for each in it.dasar)),
        ("Akibat bila dibuka", it.dibuka),
        ("Manfaat bila ditutup", it.ditutup),
        ("Kepatutan, kesusilaan, dan kepentingan umum", it.kepatutan),
        ("Pemicu", uji.PEMICU.get(it.pemicu, "")),
        ("Rujukan", it.rujukan),
        ("Kesimpulan", uji.KESIMPULAN.get(it.kesimpulan, "")),
        ("Jangka waktu", it.jangka.kata()),
        ("Yang dihitamkan", it.dihitamkan),
        ("Kategori", uji.KATEGORI.get(it.kategori, "")),
    ]
    return tuple((name, value) for name, value in lines if value)


def _form(whole: Penuh, one: Butir) -> Formulir:
    it = one.uji
    agency = known(whole.berkas.instansi)
    units = tuple(Pilihan(x.id, x.nama) for x in (agency.unit if agency else ()))
    groups = (
        Kelompok(
            "1. Dokumennya",
            (
                Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
                _line("dokumen", "Dokumen yang memuat informasi ini", it.dokumen),
                Ruas("unit", "Unit", it.unit or one.unit, "pilih", pilihan=units, wajib=False),
                _line("bagian", "Bagian atau halaman yang diuji", it.bagian),
            ),
        ),
        Kelompok("2. Informasinya", (_block("uraian", "Uraian yang jelas dan terang", it.uraian),)),
        Kelompok("3. Undang-undangnya", _laws(it)),
        Kelompok(
            "4. Pertimbangannya",
            (
                _block("dibuka", "Akibat bila dibuka", it.dibuka),
                _block("ditutup", "Manfaat atau akibat bila ditutup", it.ditutup),
                _block("kepatutan", "Kepatutan, kesusilaan, kepentingan umum", it.kepatutan),
            ),
        ),
        Kelompok(
            "Pemicu",
            (
                _choice("pemicu", "Pemicu pengujian", it.pemicu, uji.PEMICU),
                _line("rujukan", "Nomor permohonan atau sengketa", it.rujukan),
            ),
        ),
        Kelompok("Kesimpulan rapat", _conclusion(it)),
    )
    at = url_for("berkas_butir.save", berkas_id=whole.berkas.id, butir_id=one.id)
    return Formulir(at, "Simpan lembar uji", groups)


def _line(nama: str, label: str, value: str) -> Ruas:
    return Ruas(nama, label, value, wajib=False, batas=300)


def _block(nama: str, label: str, value: str) -> Ruas:
    return Ruas(nama, label, value, "panjang", wajib=False, batas=PANJANG)


def _choice(nama: str, label: str, value: str, offered: dict[str, str]) -> Ruas:
    choices = tuple(Pilihan(key, kata) for key, kata in offered.items())
    return Ruas(nama, label, value, "pilih", pilihan=choices, wajib=False)


def _laws(it: LembarUji) -> tuple[Ruas, ...]:
    choices = tuple(
        Pilihan(huruf, f"Pasal 17 huruf {huruf}", kata) for huruf, kata in HURUF.items()
    )
    first = next(iter(it.dasar), Dasar(""))
    other = next((x.lain for x in it.dasar if x.lain), "")
    second = it.dasar[1].huruf if len(it.dasar) > 1 else ""
    short = tuple(Pilihan(one.nilai, f"{one.teks}: {one.petunjuk}") for one in choices)
    hint = "Hanya undang-undang. Untuk huruf j tulis undang-undang dan pasalnya."
    return (
        Ruas("huruf", "Dasar", first.huruf, "pilih", pilihan=short, wajib=False),
        Ruas("huruf_kedua", "Dasar kedua", second, "pilih", pilihan=short, wajib=False),
        Ruas("lain", "Undang-undang lain", other, petunjuk=hint, wajib=False, batas=300),
    )


def _conclusion(it: LembarUji) -> tuple[Ruas, ...]:
    tahun = str(it.jangka.tahun) if it.jangka.tahun else ""
    return (
        _choice("kesimpulan", "Kesimpulan", it.kesimpulan, uji.KESIMPULAN),
        _choice("jangka_jenis", "Jangka waktu pengecualian", it.jangka.jenis, jangka.JENIS),
        Ruas("jangka_tahun", "Berapa tahun", tahun, "angka", wajib=False, lebar="sempit"),
        Ruas("jangka_tanggal", "Sampai tanggal", it.jangka.tanggal, "tanggal", wajib=False),
        _line("jangka_peristiwa", "Sampai peristiwa", it.jangka.peristiwa),
        _block("dihitamkan", "Bagian yang dihitamkan pada salinannya", it.dihitamkan),
        _choice("kategori", "Kategori bila terbuka", it.kategori, uji.KATEGORI),
    )


def _sheet(sent: Terisi, one: Butir) -> LembarUji:
    letters = [sent["huruf"], sent["huruf_kedua"]]
    laws = [Dasar(x, sent["lain"] if x == "j" else "") for x in dict.fromkeys(letters) if x]
    term = Jangka(
        sent["jangka_jenis"],
        sent.angka("jangka_tahun"),
        sent["jangka_tanggal"],
        sent["jangka_peristiwa"],
    )
    plain = ("dokumen", "unit", "bagian", "uraian", "dibuka", "ditutup", "kepatutan", "pemicu")
    more = ("rujukan", "kesimpulan", "dihitamkan", "kategori")
    typed = {nama: sent[nama] for nama in (*plain, *more)}
    return replace(one.uji, **typed, dasar=tuple(laws), jangka=term)  # type: ignore[arg-type]


def _decision(whole: Penuh, one: Butir) -> Formulir | None:
    if not whole.per_butir or not whole.giliran:
        return None
    fields = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci="versi-putusan"),
        Ruas(
            "hasil",
            "Ditetapkan",
            one.hasil or one.uji.kesimpulan,
            "radio",
            pilihan=tuple(Pilihan(x, words(x)) for x in whole.per_butir),
        ),
    )
    at = url_for("berkas_butir.decide", berkas_id=whole.berkas.id, butir_id=one.id)
    return Formulir(at, "Tetapkan butir ini", (Kelompok("", fields),))


def _out(whole: Penuh, one: Butir) -> Formulir:
    fields = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci="versi-keluar"),
        Ruas("alasan", "Alasan dikeluarkan", jenis="panjang", batas=2000, kunci="alasan-keluar"),
    )
    at = url_for("berkas_butir.take_out", berkas_id=whole.berkas.id, butir_id=one.id)
    return Formulir(at, "Keluarkan butir", (Kelompok("", fields),))
