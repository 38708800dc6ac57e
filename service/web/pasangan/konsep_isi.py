"""The page of a draft of a template: where it stands, what it changes, what can be done with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import render_template, url_for

from service.acts.pasangan import beda
from service.acts.pasangan import konsep as acts
from service.acts.pasangan.cetak import DITUNGGU, GAGAL, LEPAS, MACET, Contoh, proof_of
from service.acts.pasangan.klinik_buku import book_faults
from service.acts.pasangan.riwayat import Versi, now_at, versions
from service.domain import paper
from service.domain.klinik.tercetak import of_print
from service.domain.pasangan_versi import GUGUR, PasanganKonsep, is_ready
from service.domain.wewenang import BEBAS, PERAN, WAJIB, Act, Hadir, grounds
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Ruas
from service.web.dasar.auth import hadir, house
from service.web.kata.berkas import moment
from service.web.pasangan.banding import beside
from service.web.pasangan.isi import badge, called, rule, trail, zona

BELUM_ADA = (
    "Belum ada orang kedua yang dapat memberlakukannya. Templat diberlakukan oleh PPID atau Atasan "
    "PPID tingkat instansi yang tidak ikut menyusunnya. Mintalah administrator memberi peran itu "
    "kepada orang lain di halaman Orang."
)


def page(konsep: PasanganKonsep, wrong: Formulir | None = None, salah: tuple[str, ...] = ()) -> str:
    """The page, with a form that came back or the reason why something was not done."""
    every = versions_of(konsep)
    last = every[-1] if every and every[-1].berlaku else None
    names = (called(last) if last else "", "Konsep ini")
    found, proof = beda.with_draft(house(), last, konsep), proof_of(house(), konsep)
    here: dict[str, Any] = {"instansi": konsep.instansi, "jenis": konsep.jenis}
    return render_template(
        "pasangan/konsep.html",
        judul=f"Konsep templat {konsep.nama}",
        jejak=trail(konsep.instansi, konsep.jenis if every else "", konsep.nama),
        alamat=url_for("pasangan_konsep.show", **here),
        keadaan=badge(konsep),
        sifat=_traits(konsep),
        salah=salah,
        ditunggu=proof.keadaan == DITUNGGU,
        terhenti=_halted(proof),
        ulang=_again(konsep) if proof.terhenti else None,
        ingat=(*_book(konsep), *_unprinted(konsep)),
        kesiapan=tuple(_told(konsep)),
        siap=_declare(konsep),
        tarik=_take_back(konsep),
        formulir=wrong or form_of(konsep, every),
        halangan=_hindrance(konsep),
        buang=_discard(konsep),
        baru=last is None,
        banding=beside(konsep.instansi, konsep.jenis, names, found, same=True),
        unduh=tuple(
            Tautan(kata, url_for("pasangan_konsep.file", akhir=akhir, **here))
            for akhir, kata in (("docx", "Unduh Word"), ("toml", "Unduh daftar ruas"))
        ),
    )


def versions_of(konsep: PasanganKonsep) -> list[Versi]:
    """What was in force of its kind so far."""
    with house().ledger.read() as reading:
        return versions(house().packs.still(), reading, konsep.instansi, konsep.jenis)


def _traits(konsep: PasanganKonsep) -> tuple[tuple[str, str], ...]:
    names = house().lists.nama_orang({*konsep.penyiap, konsep.diubah_oleh})
    writers = ", ".join(names.get(one, "–") for one in konsep.penyiap)
    when = moment(konsep.diubah or konsep.dibuat, zona(konsep.instansi))
    told = (
        ("Jenis", konsep.jenis),
        ("Disusun oleh", writers),
        ("Terakhir diubah", f"{when}, {names.get(konsep.diubah_oleh, '–')}"),
        ("File", konsep.nama_file),
    )
    return tuple((name, words) for name, words in told if words)


def _told(konsep: PasanganKonsep) -> list[str]:
    """Whether it is ready, and whom that calls."""
    names = house().lists.nama_orang([konsep.siap_oleh])
    who = names.get(konsep.siap_oleh, "–")
    with house().ledger.read() as reading:
        people = acts.who_can_use(house(), reading, konsep)
    able = ", ".join(_named(one, konsep.instansi) for one in people)
    told = [f"Dapat memberlakukan: {able}." if able else BELUM_ADA]
    if is_ready(konsep):
        told.insert(0, f"Dinyatakan siap oleh {who}; tampil di beranda yang dapat memberlakukan.")
    elif konsep.siap == GUGUR:
        told.insert(0, f"Pernyataan siap oleh {who} gugur karena filenya diganti sesudahnya.")
    return told


def _named(one: Hadir, instansi: str) -> str:
    held = grounds(one.peran, Act.PASANGAN_USE, instansi, "")
    return f"{one.orang.nama} ({PERAN[held[0].peran]})"


def _plain(konsep: PasanganKonsep, endpoint: str, tombol: str) -> Formulir:
    seen = Ruas("versi", "Versi", str(konsep.versi), "tersembunyi")
    at = url_for(endpoint, instansi=konsep.instansi, jenis=konsep.jenis)
    return Formulir(at, tombol, (Kelompok("", (seen,)),), jaga=False)


def _halted(proof: Contoh) -> str:
    """Why no proof comes by itself; '' where it does."""
    if proof.keadaan == GAGAL:
        return f"Contoh cetakannya gagal dibuat. {proof.sebab} Betulkan filenya, lalu unggah lagi."
    if proof.keadaan == MACET:
        return (
            f"Pencetakan contohnya berhenti sesudah beberapa kali gagal. {proof.sebab} Konsep ini "
            "tersimpan utuh. Coba lagi; bila tetap gagal, beri tahu administrator."
        )
    if proof.keadaan == LEPAS:
        return (
            "Pencetakan contohnya dihentikan administrator. Konsep ini tersimpan utuh. Coba lagi, "
            "atau buang konsep ini."
        )
    return ""


def _again(konsep: PasanganKonsep) -> Formulir:
    return _plain(konsep, "pasangan_konsep.prove_again", "Coba cetak lagi")


def _book(konsep: PasanganKonsep) -> tuple[str, ...]:
    found = book_faults(house().packs.still(), konsep.instansi, konsep.jenis, konsep.teks)
    return tuple(f"{one.sebab} {one.saran}" for one in found)


def _unprinted(konsep: PasanganKonsep) -> Iterator[str]:
    """What is not read on its proof."""
    kind, _ = paper.read(konsep.jenis, konsep.teks, "")
    for one in kind.ruas if kind else ():
        if one.nama in konsep.tak_tercetak:
            yield str(of_print(one))


def _declare(konsep: PasanganKonsep) -> Formulir | None:
    mine = hadir().orang.id in konsep.penyiap
    if not mine or is_ready(konsep) or not konsep.tercetak:
        return None
    return _plain(konsep, "pasangan_konsep.declare", "Nyatakan siap")


def _take_back(konsep: PasanganKonsep) -> Formulir | None:
    mine = hadir().orang.id in konsep.penyiap
    second = hadir().may(Act.PASANGAN_USE, konsep.instansi)
    if not is_ready(konsep) or not (mine or second):
        return None
    return _plain(konsep, "pasangan_konsep.take_back", "Tarik pernyataan siap")


def form_of(konsep: PasanganKonsep, every: list[Versi]) -> Formulir | None:
    """What puts it in force; None for who may not, or not alone."""
    alone, how = hadir().orang.id in konsep.penyiap, rule(konsep.instansi)
    may = hadir().may(Act.PASANGAN_USE, konsep.instansi)
    if not konsep.tercetak or not may or (alone and how == WAJIB):
        return None
    why = Ruas(
        "alasan",
        "Alasan tanpa orang kedua",
        "",
        "panjang",
        "Anda juga yang menyusun konsep ini. Alasan ini dicatat di jurnal.",
        batas=1000,
    )
    seen = (
        Ruas("versi", "Versi", str(konsep.versi), "tersembunyi"),
        Ruas("kini", "Versi kini", str(now_at(every)), "tersembunyi"),
        Ruas("konsep", "Konsep", konsep.id, "tersembunyi"),
    )
    return Formulir(
        url_for("pasangan_konsep.use", instansi=konsep.instansi, jenis=konsep.jenis),
        "Berlakukan templat ini",
        (Kelompok("", (*((why,) if alone and how != BEBAS else ()), *seen)),),
        jaga=False,
    )


def _hindrance(konsep: PasanganKonsep) -> str:
    if not konsep.tercetak:
        return ""
    if not hadir().may(Act.PASANGAN_USE, konsep.instansi):
        return "Yang memberlakukan templat adalah PPID atau Atasan PPID."
    return (
        "Kantor ini mewajibkan dua orang, dan Anda ikut menyusun konsep ini. Yang memberlakukannya "
        "PPID atau Atasan PPID lain."
    )


def _discard(konsep: PasanganKonsep) -> Pastikan:
    return Pastikan(
        "buang",
        "Buang konsep…",
        f"Buang konsep templat {konsep.nama}?",
        "Konsep ini tidak dapat diberlakukan lagi. Templat yang berlaku tidak berubah.",
        url_for("pasangan_konsep.discard", instansi=konsep.instansi, jenis=konsep.jenis),
        "Buang konsep",
        (Ruas("versi", "Versi", str(konsep.versi), "tersembunyi"),),
    )
