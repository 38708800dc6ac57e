"""The line of a matter as a page: drawn over the office days, and the same as a table."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, render_template, url_for

from service.acts.berkas import baca as berkas_baca
from service.acts.berkas.baca import Penuh
from service.acts.berkas.garis import Perjalanan, line
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN
from service.domain.kalender import Kalender
from service.domain.meteran import Meteran
from service.domain.refusals import TidakAda
from service.domain.sop.garis_waktu import SENTUH, TUNDA, TUNGGU, Anak, Garis, GarisWaktu
from service.domain.tanggal import BULAN, hari_tanggal, local, panjang, pukul
from service.domain.wewenang import Act
from service.face import garis_waktu as gambar
from service.face.garis_waktu import Jalur, Potong, Tanda
from service.face.isi import Kolom, Sel, Tabel, Tautan
from service.face.lentur import BERGARIS, BERTITIK, PENUH, POLOS
from service.face.qr import Lukisan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.berkas import words
from service.web.sop.waktu_isi import minutes

bp = Blueprint("berkas_garis", __name__)
TERBANYAK = 300  # passages that are shown, the last ones
HARI_TERLIHAT = 4
CORAK = {TUNGGU: BERGARIS, SENTUH: PENUH, TUNDA: BERTITIK}
KEPALA = (
    Kolom("Langkah"),
    Kolom("Masuk"),
    Kolom("Diambil"),
    Kolom("Keluar"),
    Kolom("Tunggu", angka=True),
    Kolom("Sentuh", angka=True),
    Kolom("Ditunda", angka=True),
    Kolom("Norma"),
    Kolom("Oleh"),
)


@bp.get("/berkas/<berkas_id>/garis-waktu")
@only(Act.LOOK)
def show(berkas_id: str) -> str:
    """How the matter came to where it is."""
    whole = berkas_baca.read(house(), hadir(), berkas_id)
    if isinstance(whole, Berkas):
        raise TidakAda("Garis waktu berkas itu")
    way = line(house(), whole)
    found = way.garis
    zona = zona_of(hadir(), at_work())
    shown = found.garis[-TERBANYAK:]
    who = {x for one in shown for x in (one.jejak.oleh, one.jejak.atas_nama)}
    names = house().lists.nama_orang(who)
    return render_template(
        "berkas/garis_waktu.html",
        judul=f"Garis waktu: {whole.berkas.judul}",
        jejak=(
            Tautan("Beranda", "/"),
            Tautan("Berkas", "/berkas"),
            Tautan(whole.berkas.judul, url_for("berkas.show", berkas_id=berkas_id)),
        ),
        kata=_said(whole, found, len(found.garis) > len(shown)),
        gambar=_drawn(whole, found, shown, way.kalender),
        lintas=Tabel(
            "lintas",
            "Lintasan",
            KEPALA,
            tuple(_row(whole, way, one, names, zona) for one in shown),
        ),
        anak=_below(found, zona),
    )


def _said(whole: Penuh, found: GarisWaktu, cut: bool) -> str:
    said = "Menurut hari dan jam kantor: malam, hari libur, dan istirahat tidak digambar."
    if whole.berkas.tenggat:
        said += f" Tenggat hukum {hari_tanggal(whole.berkas.tenggat)}."
    if cut:
        said += f" Hanya {TERBANYAK} lintasan terakhir dari {len(found.garis)} yang ditampilkan."
    return said


def _drawn(whole: Penuh, found: GarisWaktu, shown: tuple[Garis, ...], days: Kalender) -> Lukisan:
    measure = Meteran(days)
    start = measure.letak(found.mulai)
    length = max(1, measure.letak(found.sampai) - start)

    def place(at: datetime) -> float:
        return min(1.0, max(0.0, (measure.letak(at) - start) / length))

    lanes = tuple(
        Jalur(
            _name(whole, one),
            _told(one),
            tuple(Potong(CORAK[x.jenis], place(x.mulai), place(x.sampai)) for x in one.ruas),
            place(one.norma) if one.norma and one.norma <= found.sampai else None,
            one.jejak.kembali,
        )
        for one in shown
    )
    marks = []
    if found.sekarang:
        marks.append(Tanda("Sekarang", place(found.sekarang), tebal=1.5))
    if found.tenggat and whole.berkas.tenggat:
        word = f"Tenggat hukum {panjang(whole.berkas.tenggat, tahun=False)}"
        marks.append(Tanda(word, place(found.tenggat), putus=True, tebal=2))
    ticks = found.ticks(days, HARI_TERLIHAT)
    hari = tuple(
        Tanda(
            f"{day.day} {BULAN[day.month - 1][:3]}",
            place(days.moment(day, days.jam_on(day)[0].mulai)),
        )
        for day in ticks
    )
    below = tuple(_lane(one, place(one.mulai), place(one.sampai)) for one in found.anak)
    heard = " ".join(f"{one.nama}: {one.kata}." for one in (*lanes, *below))
    judul = f"Garis waktu {whole.berkas.judul}"
    return gambar.drawn(gambar.Garis(judul, heard, hari, tuple(marks), lanes, below))


def _lane(one: Anak, start: float, end: float) -> Jalur:
    berkas = one.berkas
    state = "masih berjalan" if berkas.keadaan == BERJALAN else words(berkas.keadaan).lower()
    return Jalur(berkas.judul, state, (Potong(POLOS, start, end),))


def _name(whole: Penuh, one: Garis) -> str:
    """The row, and the act within it."""
    sop = whole.jalan.sop
    if not sop.has(one.jejak.langkah):
        return one.jejak.langkah
    row = sop.row(one.jejak.langkah)
    act = next((x.kegiatan for x in row.tahap if x.id == one.jejak.tahap), "")
    return f"{f'{row.nomor}. ' if row.nomor else ''}{act or row.kegiatan}"


def _told(one: Garis) -> str:
    """How long, and how it ended."""
    if one.jejak.dilewati:
        return "dilewati: tidak ada butir dengan hasil itu"
    parts = [f"tunggu {minutes(one.lama.tunggu)}", f"sentuh {minutes(one.lama.sentuh)}"]
    if one.tunda:
        parts.append(f"ditunda {minutes(one.tunda)}")
    if one.lewat:
        parts.append("lewat norma")
    if one.jejak.kembali:
        parts.append(f"dikembalikan: {words(one.jejak.hasil).lower()}")
    elif one.jejak.keluar is None:
        parts.append("masih berjalan")
    elif one.jejak.hasil:
        parts.append(words(one.jejak.hasil).lower())
    return ", ".join(parts)


def _row(
    whole: Penuh, way: Perjalanan, one: Garis, names: dict[str, str], zona: str
) -> tuple[Sel, ...]:
    jejak = one.jejak
    note = f"Dikembalikan: {words(jejak.hasil).lower()}" if jejak.kembali else ""
    if reason := way.alasan.get(jejak.alasan, ""):
        note = f"{note}. Alasan: {reason}".removeprefix(". ")
    if jejak.dilewati:
        note = "dilewati: tidak ada butir dengan hasil itu"
    norm = Sel("–")
    if one.norma:
        late = "lewat" if one.lewat else "belum lewat" if jejak.keluar is None else "terpenuhi"
        norm = Sel(f"sampai {_moment(one.norma, zona)}", catatan=late)
    times = (one.lama.tunggu, one.lama.sentuh, one.tunda)
    return (
        Sel(_name(whole, one), catatan=note),
        Sel(_moment(jejak.masuk, zona)),
        Sel(_moment(jejak.diambil, zona) if jejak.diambil else "–"),
        Sel(_moment(jejak.keluar, zona) if jejak.keluar else "masih di sini"),
        *(Sel("–" if jejak.dilewati or not many else minutes(many)) for many in times),
        norm,
        _who(one, names),
    )


def _who(one: Garis, names: dict[str, str]) -> Sel:
    """By whom it was done, and for whom."""
    if one.jejak.keluar is None:
        return Sel("–")
    acting = names.get(one.jejak.atas_nama, "")
    name = names.get(one.jejak.oleh, "Mesin" if one.jejak.oleh == MESIN else "–")
    return Sel(name, catatan=f"atas nama {acting}" if acting else "")


def _below(found: GarisWaktu, zona: str) -> Tabel | None:
    """The matters below, with when they began and ended."""
    if not found.anak:
        return None
    rows = tuple(
        (
            Sel(one.berkas.judul, url_for("berkas.show", berkas_id=one.berkas.id)),
            Sel(_moment(one.mulai, zona)),
            Sel(_moment(one.berkas.ditutup, zona) if one.berkas.ditutup else "masih berjalan"),
        )
        for one in found.anak
    )
    head = (Kolom("Berkas"), Kolom("Dibuka"), Kolom("Selesai"))
    return Tabel("anak", "Berkas di bawahnya", head, rows)


def _moment(when: datetime, zona: str) -> str:
    """`9 November 2026 08.00 WIB`."""
    return f"{panjang(local(when, zona).date())} {pukul(when, zona)}"
