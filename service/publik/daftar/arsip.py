"""Editions as pages: all of them, one with its lines, and what it changed."""

from __future__ import annotations

import json
from typing import Any

from service.domain.edisi import alamat
from service.domain.edisi.lajur import nama as nama_ruas
from service.publik.daftar import kata
from service.publik.daftar.buku import Buku, Edisi
from service.publik.daftar.ke import Ke
from service.publik.daftar.lembar import Lembar, near, paged, trail
from service.publik.daftar.terkini import bars, cited, columns, downloads

SEHALAMAN = 60
BEDA_SEHALAMAN = 60


def page(buku: Buku | None, daftar: str, ke: Ke) -> Lembar:
    """Every edition of a list, body by body."""
    nama = kata.nama(daftar)
    bodies = []
    for badan in buku.badan.values() if buku else ():
        assert buku is not None
        editions = [cited(buku, one, ke) for one in buku.of(daftar, badan.kode)]
        if editions:
            bodies.append((badan.nama, editions))
    return Lembar(
        "daftar_arsip.html",
        {
            "judul": f"Arsip edisi {nama}",
            "jejak": trail(ke, (nama, daftar)),
            "badan": bodies,
            "belum": kata.BELUM[daftar],
        },
    )


def one(buku: Buku, edisi: Edisi, halaman: int, ke: Ke) -> Lembar:
    """An edition: its decree, its lines, its downloads; of a withdrawn one the reason."""
    told = _told(buku, edisi, ke)
    if not edisi.tampak:
        return Lembar("daftar_ditarik.html", {**told, "apa": "Edisi ini"}, 410)
    pages = max(1, -(-edisi.banyak // SEHALAMAN))
    halaman = min(halaman, pages)
    rows = buku.rows(edisi.id, (halaman - 1) * SEHALAMAN, SEHALAMAN)
    path = _path(edisi)
    query = {n: f"halaman={n}" if n > 1 else "" for n in near(halaman, edisi.banyak, SEHALAMAN)}
    others = buku.of(edisi.daftar, edisi.badan)
    here = [x.id for x in others].index(edisi.id)
    return Lembar(
        "daftar_edisi.html",
        {
            **told,
            "daftar": edisi.daftar,
            "kolom": columns(edisi.daftar),
            "bilah": bars(edisi.daftar, [(isi, None) for _, isi in rows], ke),
            "halaman": paged(ke, path, query, halaman, (edisi.banyak, SEHALAMAN))
            if edisi.banyak > SEHALAMAN
            else None,
            "unduh": downloads(buku, edisi, ke),
            "terdahulu": cited(buku, others[here + 1], ke) if here + 1 < len(others) else None,
            "sesudah": cited(buku, others[here - 1], ke) if here else None,
            "caption": f"{edisi.nama}, {buku.badan[edisi.badan].nama}",
        },
    )


def changes(buku: Buku, edisi: Edisi, halaman: int, ke: Ke) -> Lembar:
    """What an edition changed, line by line."""
    told = _told(buku, edisi, ke, more=True)
    if not edisi.tampak:
        return Lembar("daftar_ditarik.html", {**told, "apa": "Edisi ini"}, 410)
    many = buku.beda_banyak(edisi.id)
    pages = max(1, -(-many // BEDA_SEHALAMAN))
    halaman = min(halaman, pages)
    rows = buku.beda(edisi.id, (halaman - 1) * BEDA_SEHALAMAN, BEDA_SEHALAMAN)
    query = {n: f"halaman={n}" if n > 1 else "" for n in near(halaman, many, BEDA_SEHALAMAN)}
    path = f"{_path(edisi)}/beda"
    return Lembar(
        "daftar_beda.html",
        {
            **told,
            "beda": [_change(edisi.daftar, row, ke) for row in rows],
            "ringkas": edisi.beda,
            "tetap": kata.ribu(edisi.tetap),
            "halaman": paged(ke, path, query, halaman, (many, BEDA_SEHALAMAN))
            if many > BEDA_SEHALAMAN
            else None,
        },
    )


def _told(buku: Buku, edisi: Edisi, ke: Ke, *, more: bool = False) -> dict[str, Any]:
    nama = kata.nama(edisi.daftar)
    about = cited(buku, edisi, ke)
    steps = [(nama, edisi.daftar), ("Arsip edisi", f"{edisi.daftar}/edisi")]
    if more:
        steps.append((about["nama"], _path(edisi)))
    judul = f"Perubahan dalam {about['nama']}" if more else edisi.nama
    return {"judul": judul, "edisi": about, "jejak": trail(ke, *steps)}


def _path(edisi: Edisi) -> str:
    return f"{edisi.daftar}/edisi/{edisi.badan}/{edisi.tahun}/{edisi.urut}"


def _change(daftar: str, row: Any, ke: Ke) -> dict[str, Any]:
    before, after = json.loads(row["sebelum"]), json.loads(row["sesudah"])
    fields = [
        {
            "nama": nama_ruas(name),
            "sebelum": kata.short(before.get(name, ""), 300),
            "sesudah": kata.short(after.get(name, ""), 300),
        }
        for name in row["ruas"].split()
        if name != "sidik"
    ]
    return {
        "jenis": kata.JENIS_BEDA[row["jenis"]],
        "kode": row["kode"],
        "judul": kata.judul(daftar, after or before),
        "alamat": ke.page(alamat.item(daftar, row["kode"])) if after else "",
        "ruas": fields,
    }
