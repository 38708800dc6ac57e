"""All that a person is reminded of, on one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from flask import Blueprint, render_template, request

from service.acts.orang.surel import address_of
from service.acts.pengingat.daftar import TERBANYAK, looked_at
from service.domain.ingat import APA, Ingat, counted
from service.domain.pengingat import KATA
from service.domain.wewenang import Act
from service.face.alamat import link, page_of, pages, ribuan
from service.face.isi import Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.face.isi_rumah import Ringkas
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import unit_name
from service.web.kata import pengingat as isi

bp = Blueprint("pengingat", __name__)
ALAMAT = "/pengingat"
SEHALAMAN = 50
KOSONG = Kosong(
    "Tidak ada pengingat",
    "Yang tenggatnya mendekat, jatuh hari ini, atau sudah lewat tampil di sini, dan hilang sendiri "
    "begitu langkahnya selesai.",
    Tautan("Buka kalender tenggat", "/tenggat"),
)


@bp.get(ALAMAT)
@only(Act.LOOK)
def show() -> str:
    """One's own, and what went up to this person; narrowed by kind."""
    asked = {name: value for name, value in request.args.items() if value}
    found = looked_at(house(), hadir())
    every = found.semua
    jenis, apa = asked.get("jenis", ""), asked.get("apa", "")
    fits = [
        one
        for one in every
        if jenis in ("", one.jenis) or jenis not in KATA
        if apa in ("", one.apa) or apa not in APA
    ]
    first = (min(page_of(asked), max(1, -(-len(fits) // SEHALAMAN))) - 1) * SEHALAMAN
    shown = fits[first : first + SEHALAMAN]
    return render_template(
        "pengingat.html",
        kata=" ".join(filter(None, (_sum(every), _left_out(found.terpotong)))),
        ringkas=_kinds(every),
        bagian=isi.grouped(shown, _unit),
        halaman=pages(ALAMAT, asked, len(fits), SEHALAMAN, "pengingat"),
        saring=_filters(asked),
        tersaring=jenis in KATA or apa in APA,
        alamat=ALAMAT,
        kosong=KOSONG,
        surel=_mail(),
    )


def _sum(every: list[Ingat]) -> str:
    if not every:
        return ""
    kata = f"{ribuan(len(every))} pengingat, yang berakhir lebih dahulu di atas."
    if max(Counter((one.apa, bool(one.dari)) for one in every).values()) < TERBANYAK:
        return kata
    return f"{kata} Dari setiap jenis dihitung {TERBANYAK} yang berakhir lebih dahulu."


def _left_out(kinds: Collection[str]) -> str:
    """What was not looked at to its end; '' for nothing."""
    if not kinds:
        return ""
    names = " dan ".join(sorted(APA[one].lower() for one in kinds))
    return (
        f"Terlalu banyak untuk diperiksa seluruhnya: {names}. Yang tidak terperiksa dapat "
        "berakhir tanpa pengingat di sini; periksa juga di daftar berkasnya."
    )


def _kinds(every: list[Ingat]) -> list[Ringkas]:
    return [
        Ringkas(f"{KATA[jenis]}: {many}", isi.BENTUK[jenis], link(ALAMAT, {}, jenis=jenis))
        for jenis, many in counted(every).items()
    ]


def _unit(one: Ingat) -> str:
    return unit_name(one.instansi, one.unit)


def _mail() -> str:
    """Whether they come by mail as well, in one sentence; '' where this house sends none."""
    if not house().mail.in_use:
        return ""
    with house().ledger.read() as reading:
        wants = address_of(reading, hadir().orang.id)
    if wants is None or not wants.alamat or wants.mati:
        return "Pengingat ini belum dikirim kepada Anda lewat surel."
    if wants.ditolak:
        return f"Server surel menolak {wants.alamat}, jadi pengingat tidak dikirim ke sana."
    return f"Ringkasannya dikirim ke {wants.alamat} setiap hari kerja."


def _filters(asked: dict[str, str]) -> tuple[Ruas, ...]:
    jenis = tuple(Pilihan(one, kata) for one, kata in {"": "Semua", **KATA}.items())
    apa = tuple(Pilihan(one, kata) for one, kata in {"": "Semua jenis", **APA}.items())
    return (
        Ruas("jenis", "Pengingat", asked.get("jenis", ""), "pilih", pilihan=jenis, wajib=False),
        Ruas("apa", "Jenis tenggat", asked.get("apa", ""), "pilih", pilihan=apa, wajib=False),
    )
