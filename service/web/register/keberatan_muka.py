"""What the page of an objection says of time: its grounds, its filing, the count of the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from flask import url_for

from service.acts.baris import keberatan_waktu
from service.domain.instansi import HARI_KERJA, Tenggat
from service.domain.keberatan import ALASAN, Keberatan
from service.domain.keberatan_waktu import Alasan
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import Act
from service.face.isi import Kolom, Pemberitahuan, Sel, Tabel, Tautan
from service.web.dasar.auth import hadir, house
from service.web.dasar.hitungan import days

KOLOM = (Kolom("Alasan"), Kolom("Dapat dipakai"), Kolom("Ditemukan"))


@dataclass(frozen=True)
class Waktu:
    """All of it."""

    alasan: Tabel
    batas: str
    lewat: Pemberitahuan | None
    hitungan: Tabel | None
    dasar: str
    temuan: Tautan | None


def waktu(one: Keberatan) -> Waktu:
    """As the page shows it."""
    told = keberatan_waktu.told(house(), one)
    return Waktu(
        Tabel("alasan", "Alasan keberatan", KOLOM, tuple(_ground(x, one) for x in told.alasan)),
        _filing(one, told.pengajuan),
        _late(one, told.pengajuan),
        days(told.hitungan, "Hitungan tenggat tanggapan") if told.hitungan else None,
        f"{_span(told.tenggat)}, {told.tenggat.dasar}",
        _found_link(one),
    )


def _ground(one: Alasan, keberatan: Keberatan) -> tuple[Sel, ...]:
    opens = f"sejak {hari_tanggal(one.terbuka)}" if one.terbuka else "seketika"
    found = one.ditemukan or (keberatan.ditemukan if len(keberatan.alasan) == 1 else None)
    when = hari_tanggal(found) if found else "belum diketahui"
    return (Sel(f"{one.huruf}. {ALASAN[one.huruf]}"), Sel(opens), Sel(when, catatan=one.sebab))


def _filing(one: Keberatan, rule: Tenggat) -> str:
    if one.batas is None:
        return "belum dapat dihitung, karena tanggal ditemukannya alasan belum dicatat"
    return f"{hari_tanggal(one.batas)} ({_span(rule)} sejak ditemukan, {rule.dasar})"


def _late(one: Keberatan, rule: Tenggat) -> Pemberitahuan | None:
    if not one.lewat or one.batas is None or one.ditemukan is None:
        return None
    return Pemberitahuan(
        f"Keberatan ini diajukan sesudah {hari_tanggal(one.batas)}, yaitu {_span(rule)} sejak "
        f"alasannya ditemukan pada {hari_tanggal(one.ditemukan)}. Keberatan tetap diproses; Atasan "
        "PPID yang memutuskan apakah diterima.",
        "perhatian",
    )


def _span(rule: Tenggat) -> str:
    return f"{rule.jumlah} {'hari kerja' if rule.satuan == HARI_KERJA else rule.satuan}"


def _found_link(one: Keberatan) -> Tautan | None:
    if not hadir().may(Act.IDENTIFY, one.instansi, one.unit):
        return None
    at = url_for("keberatan_temuan.ask", keberatan_id=one.id)
    return Tautan("Catat kapan alasannya ditemukan", at)


def iso(on: date | None) -> str:
    """A day as a field holds it."""
    return on.isoformat() if on else ""
