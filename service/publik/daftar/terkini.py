"""Today's list as a page: what is asked, what answers, and by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from service.domain.edisi import alamat
from service.domain.edisi.edisi import DIP
from service.domain.edisi.lajur import LAJUR
from service.domain.edisi.pilah import INSTANSI, SEBUTAN
from service.domain.informasi.beda import Baris
from service.domain.informasi.sumbu import BILAH
from service.face.isi import Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.publik.daftar import kata
from service.publik.daftar.buku import Buku, Edisi, Terbit
from service.publik.daftar.ke import Ke
from service.publik.daftar.lembar import Lembar, near, paged, trail
from service.publik.daftar.saring import Jawaban, Saring, answered

SEHALAMAN = 50
PILIHAN = 150  # values of one way that are offered
PANJANG = {"ringkasan": 400, "informasi": 400}
LAIN = 140


@dataclass(frozen=True)
class Bilah:
    """The lines under one bar; without a name there is no bar."""

    nama: str
    baris: Sequence[tuple[str, str, tuple[str, ...]]]  # address, first column, the others


def page(buku: Buku | None, daftar: str, saring: Saring, ke: Ke) -> Lembar:
    """The list, or what would be here."""
    nama = kata.nama(daftar)
    if buku is None or not (kini := buku.kini(daftar)):
        arsip = ke.page(f"{daftar}/edisi") if buku and buku.of(daftar) else ""
        isi = {"nama": nama, "jejak": trail(ke), "belum": kata.BELUM[daftar], "arsip": arsip}
        return Lembar("daftar_belum.html", {**isi, "daftar": daftar})
    jawaban = answered(buku, daftar, saring)
    pages = max(1, -(-jawaban.banyak // SEHALAMAN))
    saring = saring.on(min(saring.halaman, pages))
    places = jawaban.places((saring.halaman - 1) * SEHALAMAN, SEHALAMAN)
    lines = buku.lines(daftar, places)
    some = near(saring.halaman, jawaban.banyak, SEHALAMAN)
    query = {n: saring.on(n).alamat for n in some}
    chosen = [one for one in kini if saring.instansi in ("", one.badan)]
    return Lembar(
        "daftar_terbit.html",
        {
            "daftar": daftar,
            "nama": nama,
            "jejak": trail(ke),
            "tentang": kata.TENTANG[daftar],
            "edisi": [cited(buku, one, ke) for one in chosen],
            "kolom": columns(daftar),
            "bilah": bars(daftar, [(x.isi, x) for x in lines], ke),
            "banyak": kata.ribu(jawaban.banyak),
            "tidak_ada": kata.TIDAK_ADA,
            "halaman": paged(ke, daftar, query, saring.halaman, (jawaban.banyak, SEHALAMAN))
            if jawaban.banyak > SEHALAMAN
            else None,
            "saring": asked(buku, jawaban, saring) if ke.hidup else [],
            "tersaring": saring.ada,
            "alamat": ke.page(daftar),
            "umpan": _feed(daftar, saring, ke),
            "unduh": downloads(buku, chosen[0], ke) if len(chosen) == 1 else [],
            "arsip": ke.page(f"{daftar}/edisi"),
            "sematkan": ke.page("dip/sematkan") if daftar == DIP and ke.hidup else "",
            "caption": _caption(buku, chosen, nama, saring),
        },
    )


def columns(daftar: str) -> tuple[str, ...]:
    """The heads of the table."""
    return tuple(LAJUR[daftar].values())


def bars(daftar: str, lines: Sequence[tuple[Baris, Terbit | None]], ke: Ke) -> list[Bilah]:
    """The lines under their bars."""
    found: list[tuple[str, list[tuple[str, str, tuple[str, ...]]]]] = []
    names = tuple(LAJUR[daftar])
    for isi, _ in lines:
        bar = BILAH.get(isi.get("kategori", ""), "") if daftar == DIP else ""
        if not found or found[-1][0] != bar:
            found.append((bar, []))
        cells = [kata.short(isi.get(x, ""), PANJANG.get(x, LAIN)) for x in names]
        where = ke.page(alamat.item(daftar, isi["kode"]))
        found[-1][1].append((where, cells[0] or isi["kode"], tuple(cells[1:])))
    return [Bilah(name, rows) for name, rows in found]


def cited(buku: Buku, one: Edisi, ke: Ke) -> dict[str, Any]:
    """An edition as a page names it."""
    badan = buku.badan[one.badan]
    path = f"{one.daftar}/edisi/{one.badan}/{one.tahun}/{one.urut}"
    return {
        "badan": badan.nama,
        "nama": f"Edisi {one.urut} Tahun {one.tahun}",
        "alamat": ke.page(path),
        "sk": kata.sk(one.sk_nomor, one.sk_tanggal),
        "terbit": kata.hari(one.terbit, badan.zona),
        "iso": one.terbit.isoformat() if one.terbit else "",
        "beda": one.beda,
        "beda_alamat": ke.page(f"{path}/beda") if one.beda and one.tampak else "",
        "banyak": kata.ribu(one.banyak),
        "kini": one.kini,
        "ditarik": "" if one.tampak else kata.hari(one.ditarik, badan.zona) or "ya",
        "alasan": one.alasan,
    }


def downloads(buku: Buku, one: Edisi, ke: Ke) -> list[Tautan]:
    """The formats of an edition, each with its size."""
    path = f"{one.daftar}/edisi/{one.badan}/{one.tahun}/{one.urut}"
    made = buku.unduhan(one.id)
    known = [(words, made[bentuk]) for bentuk, words in kata.RUPA.items() if bentuk in made]
    if paper := buku.file(one.id, ""):
        known.append(("Surat keputusan (PDF)", paper))
    return [
        Tautan(f"{words} ({kata.besar(file.ukuran)})", ke.file(f"{path}/{file.nama}"))
        for words, file in known
    ]


def asked(buku: Buku, jawaban: Jawaban, saring: Saring) -> list[Ruas]:
    """The fields in which a reader narrows the list."""
    fields = [Ruas("q", "Cari", saring.q, wajib=False, batas=200)]
    for way, words in SEBUTAN.items():
        values = sorted(jawaban.pilah.get(way, ()), key=lambda x: -x[1])[:PILIHAN]
        now = saring.chosen.get(way, "")
        if (way == INSTANSI and len(buku.badan) < 2) or not (values or now):
            continue
        names = {one.nilai: one.sebutan for one, _ in values}
        if way == INSTANSI:
            names = {nilai: buku.badan[nilai].nama for nilai in names}
        if way == "tahun":
            values.sort(key=lambda x: x[0].nilai, reverse=True)
        offered = [
            Pilihan(x.nilai, f"{kata.short(names[x.nilai], 60)} ({kata.ribu(n)})")
            for x, n in values
        ]
        if now and now not in names:
            offered.append(Pilihan(now, f"{kata.short(now, 60)} (0)"))
        choice = (Pilihan("", "Semua"), *offered)
        fields.append(Ruas(way, words, now, "pilih", wajib=False, pilihan=choice))
    return fields


def _feed(daftar: str, saring: Saring, ke: Ke) -> str:
    asked = saring.on(1).alamat
    return ke.file(f"{daftar}/atom.xml") + (f"?{asked}" if asked and ke.hidup else "")


def _caption(buku: Buku, chosen: Sequence[Edisi], nama: str, saring: Saring) -> str:
    whose = ", ".join(buku.badan[one.badan].nama for one in chosen[:3])
    return f"{nama}, {whose}" + (f", yang cocok dengan “{saring.q}”" if saring.q else "")
