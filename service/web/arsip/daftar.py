"""The list of archives: what is asked for stands in the address."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request

from service.acts.arsip import baca
from service.acts.arsip.ekspor import BENTUK
from service.domain.arsip.arsip import KEADAAN
from service.domain.arsip.kode import clean
from service.domain.ids import is_id
from service.domain.informasi.retensi import NASIB_AKHIR
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.alamat import link
from service.face.isi import Halaman, Kosong, Tautan
from service.face.isi_formulir import Pilihan, Ruas
from service.ports.arsip import SaringArsip
from service.web.arsip import isi
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

bp = Blueprint("arsip", __name__)
SEHALAMAN, MENUNGGU = 50, 20
SESUDAH = "sesudah"
KOSONG = Kosong(
    "Tidak ada arsip di sini",
    "Berkas yang sudah ditutup menjadi arsip begitu diberi kode klasifikasi.",
)


@bp.get(isi.ALAMAT)
@only(Act.LOOK)
def listing() -> str:
    """The archives that this person may see, and what waits for a code."""
    asked = {name: text for name, text in request.args.items() if text}
    today = local(house().clock.now(), zona_of(hadir(), at_work())).date()
    rows = baca.listed(house(), hadir(), _wanted(asked, today), _after(asked), SEHALAMAN + 1)
    shown = rows[:SEHALAMAN]
    bare = baca.unlisted(house(), hadir(), MENUNGGU) if hadir().may(Act.ARCHIVE) else []
    more = shown[-1] if len(rows) > SEHALAMAN else None
    mark = f"{more.arsip.ditutup.isoformat()}.{more.arsip.id}" if more else ""
    return render_template(
        "arsip/daftar.html",
        jejak=(isi.BERANDA,),
        daftar=isi.table(shown, today),
        halaman=Halaman(1, 1, "", sesudah=link(isi.ALAMAT, asked | {SESUDAH: mark}))
        if mark
        else None,
        saring=_filters(asked),
        tersaring=bool(set(asked) - {SESUDAH, "kabar"}),
        alamat=isi.ALAMAT,
        lain=_beside(),
        belum=isi.waiting(bare) if bare else None,
        kosong=KOSONG,
    )


def _beside() -> tuple[Tautan, ...]:
    every = (
        Tautan("Tempat simpan", f"{isi.ALAMAT}/tempat"),
        Tautan("Jadwal retensi", f"{isi.ALAMAT}/jadwal"),
    )
    lists = Tautan("Usul penyusutan", f"{isi.ALAMAT}/usul")
    kept = [one for one in at_work() if hadir().may(Act.ARCHIVE, one.id)]
    files = tuple(
        Tautan(f"Unduh {bentuk.upper()}{f' {one.nama}' if len(kept) > 1 else ''}", at)
        for one in kept
        for bentuk in BENTUK
        if (at := f"{isi.ALAMAT}/daftar/{one.id}/{bentuk}")
    )
    shown = hadir().may(Act.ARCHIVE) or hadir().may(Act.DESTROY)
    return ((lists,) if shown else ()) + every + files


def _wanted(asked: dict[str, str], today: date) -> SaringArsip:
    keadaan, nasib = asked.get("keadaan", ""), asked.get("nasib", "")
    term = asked.get("tahap", "")
    return SaringArsip(
        keadaan=(keadaan,) if keadaan in KEADAAN else (),
        kode=clean(asked.get("kode", ""))[:60],
        nasib=nasib if nasib in NASIB_AKHIR else "",
        tidak_aktif=today if term == "tidak_aktif" else None,
        habis=today if term == "habis" else None,
        vital=asked.get("vital") == "ya",
    )


def _after(asked: dict[str, str]) -> tuple[date, str] | None:
    day, _, id_ = asked.get(SESUDAH, "").partition(".")
    try:
        return (date.fromisoformat(day), id_) if is_id(id_) else None
    except ValueError:
        return None


def _filters(asked: dict[str, str]) -> tuple[Ruas, ...]:
    def choice(nama: str, label: str, *some: tuple[str, str]) -> Ruas:
        every = tuple(Pilihan(*one) for one in some)
        return Ruas(nama, label, asked.get(nama, ""), "pilih", wajib=False, pilihan=every)

    terms = (("tidak_aktif", "Tidak aktif lagi"), ("habis", "Retensi habis"))
    return (
        Ruas("kode", "Kode", asked.get("kode", ""), wajib=False, batas=60),
        choice("keadaan", "Keadaan", *KEADAAN.items()),
        choice("tahap", "Retensi", *terms),
        choice("nasib", "Nasib akhir", *NASIB_AKHIR.items()),
        choice("vital", "Arsip vital", ("ya", "Hanya arsip vital")),
    )
