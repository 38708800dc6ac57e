"""The list of pieces of information: what is asked for stands in the address."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from service.acts.informasi import baca
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import KEADAAN
from service.domain.informasi.kode import is_kode, read_kode, spoken
from service.domain.informasi.lengkap import missing
from service.domain.informasi.sumbu import KATEGORI_DIP
from service.domain.refusals import Refusal, TidakAda
from service.domain.wewenang import Act
from service.face.alamat import link, ribuan
from service.face.isi import Halaman, Kolom, Kosong, Sel, Tabel, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.ports.informasi import SaringInformasi
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name
from service.web.informasi.kata import ALAMAT, state, title, units

bp = Blueprint("informasi", __name__)
SEHALAMAN = 50
TERHITUNG = 1000  # counted no further: nobody reads on so far, and it must stay quick
SESUDAH, LENGKAP = "sesudah", "lengkap"
KURANG, KEMBALI = "kurang", "kembali"
KOLOM = (
    Kolom("Informasi"),
    Kolom("Kode"),
    Kolom("Kategori"),
    Kolom("Unit"),
    Kolom("Kurang"),
    Kolom("Keadaan"),
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def listing() -> str | Response:
    """The pieces that this person may see; a code that was typed leads to its piece."""
    asked = {name: text for name, text in request.args.items() if text}
    if found := by_kode(asked.get("kata", "")):
        return redirect(f"{ALAMAT}/{found.id}", 303)
    daftar, halaman = table(asked)
    may_write = hadir().may(Act.FILL) and bool(units(Act.FILL))
    return render_template(
        "informasi/daftar.html",
        daftar=daftar,
        halaman=halaman,
        saring=filters(asked),
        tersaring=bool(set(asked) - {SESUDAH}),
        alamat=ALAMAT,
        utama=Tautan("Usulkan informasi", url_for("informasi_tulis.ask")) if may_write else None,
        lain=_beside(may_write=may_write),
        kosong=Kosong(
            "Tidak ada informasi di sini",
            "Ubah saringannya, usulkan satu per satu, atau impor daftar unit dari Excel.",
        ),
    )


def by_kode(kata: str) -> Informasi | None:
    """The piece whose code was typed, where this person may see it."""
    try:
        kode = read_kode(kata)
        return baca.by_kode(house(), hadir(), kode) if is_kode(kode) else None
    except (TidakAda, Refusal):
        return None


def _beside(*, may_write: bool) -> tuple[Tautan, ...]:
    found = []
    if may_write:
        found.append(Tautan("Impor dari Excel", url_for("informasi_masuk.listing")))
    if hadir().may(Act.VERIFY):
        found.append(Tautan("Verifikasi", url_for("informasi_verifikasi.queue")))
    return tuple(found)


def wanted(asked: Mapping[str, str]) -> SaringInformasi:
    """What the address asks for; what makes no sense asks for nothing."""
    keadaan = asked.get("keadaan", "")
    kategori = asked.get("kategori", "")
    return SaringInformasi(
        keadaan=(keadaan,) if keadaan in KEADAAN else (),
        kategori=kategori if kategori in KATEGORI_DIP else "",
        unit=asked.get("unit", "").partition("/")[2][:80],
        kata=asked.get("kata", "")[:200],
        kurang=asked.get(LENGKAP) == KURANG,
        dikembalikan=True if asked.get(LENGKAP) == KEMBALI else None,
    )


def table(asked: Mapping[str, str]) -> tuple[Tabel, Halaman | None]:
    """One page of the list, and the way to the next."""
    saring, after = wanted(asked), asked.get(SESUDAH, "")[:20]
    found = baca.listed(house(), hadir(), saring, after, SEHALAMAN + 1)
    shown = found[:SEHALAMAN]
    rows = tuple(_row(one) for one in shown)
    more = shown[-1].kode if len(found) > SEHALAMAN else ""
    return Tabel("informasi", "Informasi", KOLOM, rows), _pages(asked, saring, more)


def _row(one: Informasi) -> tuple[Sel, ...]:
    bentuk, kata = state(one)
    lacks = () if one.terbatas_dilihat else missing(one, None)
    return (
        Sel(title(one), f"{ALAMAT}/{one.id}", catatan=one.unsur.penguasa),
        Sel(spoken(one.kode)),
        Sel(KATEGORI_DIP.get(one.kategori, "–")),
        Sel(unit_name(one.instansi, one.unit) or "–"),
        Sel(f"{len(lacks)} unsur" if lacks else "–"),
        Sel(kata, bentuk=bentuk),
    )


def _pages(asked: Mapping[str, str], saring: SaringInformasi, more: str) -> Halaman | None:
    many = baca.count(house(), hadir(), saring, TERHITUNG + 1)
    if not many:
        return None
    kata = f"lebih dari {ribuan(TERHITUNG)}" if many > TERHITUNG else ribuan(many)
    return Halaman(
        ini=1,
        banyak=1,
        kata=f"{kata} informasi, menurut kodenya.",
        sebelum=link(ALAMAT, asked, **{SESUDAH: ""}) if asked.get(SESUDAH) else "",
        sesudah=link(ALAMAT, asked, **{SESUDAH: more}) if more else "",
    )


def filters(asked: Mapping[str, str]) -> tuple[Ruas, ...]:
    """The fields above the list."""
    choices = (
        ("keadaan", "Keadaan", [Pilihan(*one) for one in KEADAAN.items()], "Semua keadaan"),
        ("kategori", "Kategori", [Pilihan(*one) for one in KATEGORI_DIP.items()], "Semua kategori"),
        ("unit", "Unit", units(Act.LOOK), "Semua unit"),
        (
            LENGKAP,
            "Kelengkapan",
            [Pilihan(KURANG, "Belum lengkap"), Pilihan(KEMBALI, "Dikembalikan")],
            "Lengkap atau tidak",
        ),
    )
    kata = Ruas(
        "kata", "Kata atau kode", asked.get("kata", ""), wajib=False, petunjuk="Misalnya laporan."
    )
    return (kata, *(_choice(asked, *one) for one in choices))


def _choice(
    asked: Mapping[str, str], nama: str, label: str, offered: list[Pilihan], every: str
) -> Ruas:
    here = asked.get(nama, "")
    there = (Pilihan("", every), *offered)
    value = here if here in {one.nilai for one in there} else ""
    return Ruas(nama, label, value, "pilih", pilihan=there, wajib=False)
