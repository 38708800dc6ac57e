"""The forms of one item: its worksheet, its outcome, the way out of the matter."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.acts.register import pemicu as berkas_pemicu
from service.domain import jangka, uji
from service.domain.butir import Butir
from service.domain.jangka import Jangka
from service.domain.pasal17 import HURUF
from service.domain.uji import PERMOHONAN, PRAKARSA, SENGKETA, Dasar, LembarUji
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.web.dasar.auth import hadir, house
from service.web.dasar.forms import Terisi
from service.web.dasar.sebutan import unit_name
from service.web.dasar.sekali import known
from service.web.kata.berkas import words

PANJANG = 4_000  # letters of one block
LANJUT, SEMULA = "lanjut", "semula"
_TETAP = frozenset({"versi", SEMULA})
DUA_NOMOR = (
    "Pilih nomor permohonan dari daftar, atau tulis nomor lain; jangan keduanya. Belum ada yang "
    "disimpan."
)


def told(instansi: str, it: LembarUji) -> tuple[tuple[str, str], ...]:
    """A worksheet as it is read."""
    lines = [
        ("Dokumen", it.dokumen),
        ("Unit", unit_name(instansi, it.unit) if it.unit else ""),
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


def worksheet(whole: Penuh, one: Butir, *, more: bool) -> Formulir:
    """The four blocks, what triggered the test, and what came of it; `more`: another follows."""
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
        Kelompok("Pemicu", _trigger(whole, it)),
        Kelompok("Kesimpulan rapat", _conclusion(it)),
    )
    at = url_for("berkas_butir.save", berkas_id=whole.berkas.id, butir_id=one.id)
    on = "Simpan dan ke butir berikutnya" if more else "Simpan dan ke meja uji"
    form = Formulir(at, "Simpan lembar uji", groups, lain=(Tombol(on, LANJUT),))
    marks = Ruas(SEMULA, "Semula", _marks(form), "tersembunyi", batas=500, wajib=False)
    return replace(form, kelompok=(*groups, Kelompok("", (marks,))))


def _marks(form: Formulir) -> str:
    """A short mark of each field as it was shown, to tell later which were written in."""
    return " ".join(_mark(one.nama, one.nilai) for one in form.ruas if one.nama not in _TETAP)


def _mark(nama: str, nilai: str) -> str:
    said = nilai.replace("\r\n", "\n").strip()
    return hashlib.sha256(f"{nama} {said}".encode()).hexdigest()[:12]


def merged(now: Formulir, sent: Terisi) -> Terisi:
    """The form as it stands now, with the fields that this person wrote in."""
    shown = frozenset(sent.nilai.get(SEMULA, "").split())

    def written(one: Ruas) -> Ruas:
        mine = sent.nilai.get(one.nama)
        if one.nama in _TETAP or mine is None or _mark(one.nama, mine) in shown:
            return one
        return replace(one, nilai=mine)

    form = replace(
        now,
        kelompok=tuple(
            replace(group, ruas=tuple(written(one) for one in group.ruas)) for group in now.kelompok
        ),
    )
    return replace(sent, formulir=form, nilai={one.nama: one.nilai for one in form.ruas})


def _line(nama: str, label: str, value: str) -> Ruas:
    return Ruas(nama, label, value, wajib=False, batas=300)


def _block(nama: str, label: str, value: str) -> Ruas:
    return Ruas(nama, label, value, "panjang", wajib=False, batas=PANJANG)


def _choice(nama: str, label: str, value: str, offered: dict[str, str]) -> Ruas:
    choices = tuple(Pilihan(key, kata) for key, kata in offered.items())
    return Ruas(nama, label, value, "pilih", pilihan=choices, wajib=False)


def _laws(it: LembarUji) -> tuple[Ruas, ...]:
    first = next(iter(it.dasar), Dasar(""))
    other = next((x.lain for x in it.dasar if x.lain), "")
    second = it.dasar[1].huruf if len(it.dasar) > 1 else ""
    short = {huruf: f"Pasal 17 huruf {huruf}: {kata}" for huruf, kata in HURUF.items()}
    hint = "Hanya undang-undang. Untuk huruf j tulis undang-undang dan pasalnya."
    return (
        _choice("huruf", "Dasar", first.huruf, short),
        _choice("huruf_kedua", "Dasar kedua", second, short),
        Ruas("lain", "Undang-undang lain", other, petunjuk=hint, wajib=False, batas=300),
    )


def _trigger(whole: Penuh, it: LembarUji) -> tuple[Ruas, ...]:
    """What opened the matter is proposed; nothing is kept before it is saved."""
    numbers = berkas_pemicu.requests(house(), hadir(), whole.berkas)
    pemicu, rujukan = it.pemicu, it.rujukan
    hint = "Dari register permohonan."
    other = (
        "Nomor register sengketa di Komisi Informasi, atau nomor permohonan yang tidak ada di "
        "daftar."
    )
    if not pemicu:
        pemicu, rujukan = berkas_pemicu.proposed(house(), hadir(), whole.berkas)
        if pemicu == PERMOHONAN:
            hint = "Diusulkan karena permohonan inilah yang membuka berkas ini."
        elif pemicu == SENGKETA:
            other = "Diusulkan karena putusan sengketa inilah yang membuka berkas ini."
    listed = pemicu == PERMOHONAN and rujukan in numbers
    chosen = rujukan if listed else ""
    fields = [_choice("pemicu", "Pemicu pengujian", pemicu, uji.PEMICU)]
    if numbers:
        picked = {one: one for one in numbers}
        fields.append(
            replace(
                _choice("permohonan", "Nomor pendaftaran permohonan", chosen, picked),
                petunjuk=hint,
            )
        )
    line = _line("rujukan", "Nomor sengketa atau nomor lain", "" if listed else rujukan)
    return (*fields, replace(line, petunjuk=other))


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


def sheet(sent: Terisi, before: LembarUji) -> LembarUji:
    """The worksheet that was sent."""
    letters = [sent["huruf"], sent["huruf_kedua"]]
    laws = [Dasar(x, sent["lain"] if x == "j" else "") for x in dict.fromkeys(letters) if x]
    term = Jangka(
        sent["jangka_jenis"],
        sent.angka("jangka_tahun"),
        sent["jangka_tanggal"],
        sent["jangka_peristiwa"],
    )
    plain = ("dokumen", "unit", "bagian", "uraian", "dibuka", "ditutup", "kepatutan", "pemicu")
    typed = {nama: sent[nama] for nama in (*plain, "kesimpulan", "dihitamkan", "kategori")}
    typed["rujukan"] = _reference(sent)
    return replace(before, **typed, dasar=tuple(laws), jangka=term)  # type: ignore[arg-type]


def _reference(sent: Terisi) -> str:
    """The request that was chosen or typed, or the dispute; nothing for a test of our own."""
    if sent["pemicu"] == PRAKARSA:
        return ""
    chosen = sent.nilai.get("permohonan", "") if sent["pemicu"] == PERMOHONAN else ""
    if chosen and sent["rujukan"] and chosen != sent["rujukan"]:
        sent.must((DUA_NOMOR,))
    return chosen or sent["rujukan"]


def decision(whole: Penuh, one: Butir) -> Formulir | None:
    """The outcome, where this person decides it now."""
    if not whole.per_butir or not whole.giliran:
        return None
    fields = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci="versi-putusan"),
        Ruas(
            "hasil",
            "Ditetapkan",
            one.hasil or one.uji.kesimpulan,
            "radio",
            pilihan=tuple(Pilihan(x, uji.KESIMPULAN.get(x) or words(x)) for x in whole.per_butir),
        ),
    )
    at = url_for("berkas_butir.decide", berkas_id=whole.berkas.id, butir_id=one.id)
    return Formulir(at, "Tetapkan butir ini", (Kelompok("", fields),))


def out(whole: Penuh, one: Butir) -> Formulir:
    """Out of the matter, with the reason."""
    fields = (
        Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci="versi-keluar"),
        Ruas("alasan", "Alasan dikeluarkan", jenis="panjang", batas=2000, kunci="alasan-keluar"),
    )
    at = url_for("berkas_butir.take_out", berkas_id=whole.berkas.id, butir_id=one.id)
    return Formulir(at, "Keluarkan butir", (Kelompok("", fields),))
