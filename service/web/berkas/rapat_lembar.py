"""The sheets of a meeting: invitation, attendance list and minutes, printed; and for calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from flask import Blueprint, Response, render_template, url_for

from service.acts.berkas import rapat_baca
from service.acts.berkas.rapat_baca import Bertemu
from service.domain.rapat import NOTULIS, PIMPINAN
from service.domain.rapat_isian import isian, led_by
from service.domain.rapat_kalender import Jadwal, written
from service.domain.refusals import TidakAda
from service.domain.tanggal import local, nip_berkelompok, panjang
from service.domain.wewenang import Act
from service.face.isi import Tautan
from service.web.berkas.rapat_muka import address, urut
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known

bp = Blueprint("berkas_rapat_lembar", __name__)
BANYAK_DI_SURAT = 6  # more people than these stand on a list of their own
BARIS_KOSONG = 5  # lines of the attendance list for those who come unasked


@dataclass(frozen=True)
class Kepala:
    """What every sheet carries."""

    kop: tuple[str, ...]
    alamat: tuple[str, ...]
    kota: str
    rahasia: bool


@dataclass(frozen=True)
class TandaTangan:
    """Who signs, and the lines over the name."""

    jabatan: tuple[str, ...]
    nama: str
    nip: str = ""


@bp.get("/berkas/<berkas_id>/rapat/<n>/undangan")
@only(Act.LOOK)
def call(berkas_id: str, n: str) -> str:
    """The letter that asks people to come."""
    one = _held(berkas_id, n)
    zona = one.kalender.zona
    settled = local(one.rapat.diundang, zona).date() if one.rapat.diundang else None
    return _sheet(
        one,
        "Lembar undangan",
        "undangan",
        tanggal=panjang(settled) if settled else "…………………………",
        ttd_=_head(one),
        di_surat=len(one.rapat.peserta) <= BANYAK_DI_SURAT,
    )


@bp.get("/berkas/<berkas_id>/rapat/<n>/daftar-hadir")
@only(Act.LOOK)
def list_(berkas_id: str, n: str) -> str:
    """The list that people sign when they come."""
    one = _held(berkas_id, n)
    pimpinan = TandaTangan(("Pimpinan rapat",), led_by(one.rapat.rapat, PIMPINAN))
    return _sheet(one, "Daftar hadir", "daftar_hadir", ttd_=pimpinan, kosong=BARIS_KOSONG)


@bp.get("/berkas/<berkas_id>/rapat/<n>/notula")
@only(Act.LOOK)
def minutes(berkas_id: str, n: str) -> str:
    """What was said and agreed, and who was there."""
    one = _held(berkas_id, n)
    it = one.rapat.rapat
    return _sheet(
        one,
        "Notula",
        "laporan_rapat",
        banyak=len(it.peserta),
        konsep=one.rapat.dilaporkan is None,
        tanggal=panjang(it.tanggal) if it.tanggal else "…………………………",
        pimpinan=TandaTangan(("Pimpinan rapat",), led_by(it, PIMPINAN)),
        notulis=TandaTangan(("Notulis",), led_by(it, NOTULIS)),
    )


@bp.get("/berkas/<berkas_id>/rapat/<n>/undangan.ics")
@only(Act.LOOK)
def calendar(berkas_id: str, n: str) -> Response:
    """The meeting for the calendar of whoever is asked."""
    one = _held(berkas_id, n)
    start = _moment(one, one.rapat.mulai)
    if start is None:
        raise TidakAda("Hari dan jam rapat itu")
    it = one.rapat
    made = it.diundang or house().clock.now()
    jadwal = Jadwal(it.id, it.rapat, start, _moment(one, it.selesai), made, it.versi - 1)
    answer = Response(written(jadwal), mimetype="text/calendar")
    answer.headers["Content-Disposition"] = f'attachment; filename="rapat-{it.urut}.ics"'
    return answer


def _moment(one: Bertemu, at: time | None) -> datetime | None:
    day = one.rapat.tanggal
    return one.kalender.moment(day, at) if day and at else None


def _held(berkas_id: str, n: str) -> Bertemu:
    """A meeting that is kept; there is no sheet of a new one."""
    one = rapat_baca.read(house(), hadir(), berkas_id, urut(n))
    if one.baru:
        raise TidakAda("Rapat itu")
    return one


def _sheet(one: Bertemu, judul: str, apa: str, **more: Any) -> str:
    here = Tautan(one.rapat.judul or f"Rapat ke-{one.rapat.urut}", address(one.berkas, one.rapat))
    above = url_for("berkas.show", berkas_id=one.berkas.id)
    jejak = (Tautan("Beranda", "/"), Tautan("Berkas", "/berkas"), Tautan(one.berkas.judul, above))
    return render_template(
        f"berkas/rapat_{apa}.html",
        judul=judul,
        jejak=(*jejak, here),
        kepala=_letterhead(one),
        isi=isian(one.rapat.rapat, one.kalender.zona)[apa],
        **more,
    )


def _letterhead(one: Bertemu) -> Kepala:
    instansi = known(one.berkas.instansi)
    kop = instansi.kop if instansi else None
    nama = (kop.nama if kop else "") or nama_instansi(one.berkas.instansi)
    return Kepala(
        (*(kop.induk if kop else ()), nama),
        kop.alamat if kop else (),
        instansi.kota if instansi else "",
        one.berkas.rahasia,
    )


def _head(one: Bertemu) -> TandaTangan:
    """The PPID, as the office names them; an empty place where nobody is set."""
    instansi = known(one.berkas.instansi)
    if instansi is None:
        return TandaTangan(("",), "")
    official = instansi.holder("ppid", one.hari)
    if official is None:
        return TandaTangan((instansi.sebutan("ppid"),), "")
    nip = nip_berkelompok(official.nip) if official.nip and instansi.naskah.cetak_nip else ""
    return TandaTangan(official.baris_jabatan, official.nama_lengkap, nip)
