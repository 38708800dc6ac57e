"""Papers by their QR, and files held against those that the office has; nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import make_response, render_template, request
from werkzeug.wrappers import Response as Answer

from service.domain.ids import ID
from service.domain.kabar_naskah import BATAL, DITANDATANGANI, DITARIK, KabarNaskah
from service.domain.sidik_lapis import SidikLapis
from service.domain.tanggal import hari_tanggal, local, moment, panjang, pukul
from service.face.isi import Bentuk
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.publik.bukti import too_many
from service.publik.meja import desk, who
from service.publik.takaran import ALAMAT, TERBESAR, Takaran

NAMA = "file"
_KODE = re.compile(rf"({ID.pattern})(?:/(\d{{1,6}})(?:\.\d{{1,6}})?)?")
BENTUK: dict[str, Bentuk] = {DITANDATANGANI: "selesai", DITARIK: "lewat", BATAL: "dikecualikan"}
ARTI = {
    DITANDATANGANI: "Naskah ini tercatat sudah ditandatangani.",
    DITARIK: "Naskah ini ditarik untuk diperbaiki. Cetakan yang beredar tidak berlaku lagi.",
    BATAL: "Naskah ini dibatalkan. Cetakan dan file yang beredar tidak berlaku lagi.",
}
MENUNGGU = "Naskah ini disetujui, tetapi tanda tangannya belum lengkap."
KOSONG = "Belum ada file yang dipilih. Pilih file PDF naskahnya, lalu tekan Periksa."
TERLALU_BESAR = f"File ini lebih besar dari {TERBESAR // 1_000_000} MB, jadi tidak diperiksa."
BUKAN_PDF = "File ini bukan PDF. Pilih file PDF naskahnya, bukan foto atau hasil pindainya."


@dataclass(frozen=True)
class Temuan:
    """What is told of a file, and the paper that it belongs to, where there is one."""

    nada: str
    kata: str
    kabar: KabarNaskah | None = None


def verified(token: str) -> str | Answer | tuple[str, int]:
    """Where the QR on a page leads; one answer for all that is not known, whatever the reason."""
    if desk().tebakan.full(who()):
        return too_many()
    found = _KODE.fullmatch(token)
    kabar = desk().papan.naskah(found[1]) if found else None
    asked = int(found[2]) if found and found[2] else 0
    if kabar is None or asked > kabar.ajuan:
        desk().tebakan.allows(who())
        return render_template("periksa_naskah.html"), 404
    return _page(kabar, lama=bool(asked) and asked < kabar.ajuan, ajuan=asked)


def _page(kabar: KabarNaskah, *, lama: bool, ajuan: int) -> str:
    return render_template("naskah_publik.html", lama=lama, ajuan=ajuan, **facts(kabar))


def facts(kabar: KabarNaskah) -> dict[str, Any]:
    """A paper in the words of a page."""
    at = kabar.ditandatangani
    when = (
        f"{hari_tanggal(local(at, kabar.zona).date())} pukul {pukul(at, kabar.zona)}" if at else ""
    )
    lines = (
        ("Badan publik", kabar.nama_instansi),
        ("Jenis", kabar.jenis),
        ("Nomor", kabar.nomor),
        ("Tanggal", panjang(kabar.tanggal) if kabar.tanggal else ""),
        ("Tanda tangan lengkap", when),
        *_signers(kabar),
    )
    return {
        "bentuk": BENTUK.get(kabar.keadaan, "menunggu"),
        "keadaan": kabar.kata,
        "arti": ARTI.get(kabar.keadaan, MENUNGGU),
        "sifat": tuple(x for x in lines if x[1]),
        "sha256": kabar.file,
    }


def _signers(kabar: KabarNaskah) -> Iterator[tuple[str, str]]:
    """Whom the paper names over each signature, how it was set, and when."""
    many = len(kabar.penanda) > 1
    for n, one in enumerate(kabar.penanda, 1):
        who = ": ".join(filter(None, (one.jabatan, one.nama)))
        label = f"Penanda tangan ke-{n}" if many else "Penanda tangan"
        yield label, f"{who}. {one.cara}. {moment(one.pada, kabar.zona)}."


def ask() -> str:
    """The form that takes a file to be held against ours."""
    return render_template("periksa.html", formulir=form())


def form(keliru: str = "") -> Formulir:
    """One file, and a button."""
    petunjuk = (
        "File PDF sebagaimana Anda terima. Kami hanya menghitung sidiknya; filenya tidak disimpan "
        "dan isinya tidak dibaca."
    )
    field = Ruas(NAMA, "File naskah (PDF)", jenis="file", petunjuk=petunjuk, galat=keliru)
    return Formulir(ALAMAT, "Periksa", (Kelompok("", (field,)),), berlampiran=True, jaga=False)


def take() -> Answer:
    """A file held against ours; an excluded paper is answered as an unknown one."""
    if desk().tebakan.full(who()):
        return too_many()
    came = request.files.get(NAMA)
    held: object = came.stream if came and came.filename else None
    wrong = _wrong(held)
    if wrong or not isinstance(held, Takaran):
        return make_response(render_template("periksa.html", formulir=form(wrong)), 422)
    found = found_of(held.lapis)
    if found.kabar is None:
        desk().tebakan.allows(who())
    more = facts(found.kabar) if found.kabar else {}
    return make_response(render_template("periksa_file.html", temuan=found, **more))


def _wrong(held: object) -> str:
    if not isinstance(held, Takaran) or not held.lapis.ukuran:
        return KOSONG
    if held.lapis.ukuran > TERBESAR:
        return TERLALU_BESAR
    return "" if b"%PDF-" in held.kepala else BUKAN_PDF


def found_of(lapis: SidikLapis) -> Temuan:
    """What the marks of a file say."""
    sha256, papan = lapis.utuh(), desk().papan
    if kabar := papan.file(sha256):
        return _ours(sha256, kabar)
    for mark in lapis.awalan():
        if kabar := papan.file(mark):
            return Temuan(
                "perhatian",
                "File ini berawal dari naskah di bawah ini, tetapi sesudahnya ada yang "
                "ditambahkan, jadi bukan salinan persis dari yang tercatat. Minta file aslinya.",
                kabar,
            )
    return Temuan(
        "perhatian",
        "File ini bukan salinan persis dari naskah yang diumumkan di sini. Mungkin berasal dari "
        "kantor lain, sudah disimpan ulang oleh program lain, berubah isinya, atau naskahnya tidak "
        "diumumkan.",
    )


def _ours(sha256: str, kabar: KabarNaskah) -> Temuan:
    if sha256 == kabar.file:
        kata = "File ini sama persis, bita demi bita, dengan naskah bertanda tangan yang tercatat."
        return Temuan("baik", kata, kabar)
    if sha256 == kabar.cetak:
        kata = (
            "File ini sama persis dengan naskah sebelum ditandatangani; tanda tangannya belum ada."
        )
        return Temuan("perhatian", kata, kabar)
    kata = "File ini versi lama dari naskah di bawah ini, dan sudah tidak berlaku."
    return Temuan("perhatian", kata, kabar)
