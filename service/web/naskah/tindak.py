"""The forms of a naskah's page: put forward, initial, approve, send back, give up."""

from __future__ import annotations

from collections.abc import Callable

from flask import url_for

from service.acts.naskah import batal as naskah_batal
from service.acts.naskah import submit
from service.acts.naskah.approve import approve
from service.acts.naskah.baca import Terbuka
from service.domain import naskah as n
from service.domain.refusals import Overtaken
from service.domain.tempat_ttd import JALAN, TINTA
from service.domain.wewenang import Act, Hadir
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.dasar.forms import Terisi

AJUKAN, PARAF, SETUJUI, KEMBALIKAN, BATALKAN = (
    *("ajukan", "paraf", "setujui"),
    *("kembalikan", "batalkan"),
)
TOMBOL = {
    AJUKAN: "Ajukan",
    PARAF: "Bubuhkan paraf",
    SETUJUI: "Setujui",
    KEMBALIKAN: "Kembalikan untuk diperbaiki",
    BATALKAN: "Batalkan naskah",
}
KABAR = {one: f"naskah-{one}" for one in TOMBOL}
BATAS = 2_000


def form_of(apa: str, one: Terbuka) -> Formulir:
    """The form of one act, whether or not it can be done now."""
    asked = (seen(one), *_asked(apa, one))
    at = url_for("naskah.act", naskah_id=one.naskah.id, apa=apa)
    return Formulir(at, TOMBOL[apa], (Kelompok("", asked),), jaga=len(asked) > 1)


def seen(one: Terbuka) -> Ruas:
    """What the person looked at when the form was shown."""
    return Ruas("sidik", "Yang terlihat", one.sidik, "tersembunyi", batas=40)


def versi_of(one: Terbuka, sidik: str) -> int:
    """The version that may be acted upon; Overtaken where it is not what the person saw."""
    if sidik != one.sidik:
        raise Overtaken("naskah", one.naskah.id)
    return one.naskah.versi


def _asked(apa: str, one: Terbuka) -> tuple[Ruas, ...]:
    if apa == KEMBALIKAN:
        why = "Yang harus diperbaiki"
        hint = "Terbaca oleh yang menyiapkan naskah ini dan tersimpan di riwayatnya."
        return (Ruas("alasan", why, jenis="panjang", batas=BATAS, petunjuk=hint),)
    if apa == BATALKAN:
        hint = "Naskah tetap tersimpan sebagai batal; nomornya, bila sudah ada, menjadi batal."
        return (Ruas("alasan", "Alasan", jenis="panjang", batas=BATAS, petunjuk=hint),)
    way = (_jalan(),) if apa == SETUJUI and one.pasangan and one.pasangan.penandatangan else ()
    if apa in (PARAF, SETUJUI) and one.seorang and not one.perlu_lain:
        hint = "Anda juga yang menyiapkan naskah ini. Alasan Anda dicatat di jurnal."
        why = "Mengapa tidak ada orang kedua"
        return (*way, Ruas("alasan", why, jenis="panjang", batas=BATAS, petunjuk=hint))
    return way


def _jalan() -> Ruas:
    offered = tuple(Pilihan(one, kata) for one, kata in JALAN.items())
    return Ruas("jalan", "Cara tanda tangan", TINTA, "pilih", pilihan=offered)


def offered(one: Terbuka) -> list[str]:
    """What this person can do now, the most important first."""
    return [apa for apa in TOMBOL if not one.terkunci and _CAN[apa](one)]


def _forward(one: Terbuka) -> bool:
    return (
        one.naskah.keadaan in n.DITULIS
        and one.may(Act.SUBMIT)
        and one.segar
        and one.terbaca
        and one.pasangan is not None
        and not one.kurang
    )


def _initial(one: Terbuka) -> bool:
    return one.giliran_paraf and not one.perlu_lain


def _approve(one: Terbuka) -> bool:
    here = one.naskah.keadaan == n.DIAJUKAN and one.menunggu is None and one.segar
    return here and one.may(Act.APPROVE) and not one.perlu_lain


def _back(one: Terbuka) -> bool:
    if one.naskah.keadaan not in n.DIKEMBALIKAN_DARI:
        return False
    return one.may(Act.APPROVE) or one.giliran_paraf


def _give_up(one: Terbuka) -> bool:
    if one.naskah.keadaan not in n.DIBATALKAN_DARI:
        return False
    begun = bool(one.naskah.nomor) or one.naskah.keadaan not in n.DITULIS
    return one.may(Act.APPROVE if begun else Act.FILL)


_CAN: dict[str, Callable[[Terbuka], bool]] = {
    AJUKAN: _forward,
    PARAF: _initial,
    SETUJUI: _approve,
    KEMBALIKAN: _back,
    BATALKAN: _give_up,
}


def do(house: House, oleh: Hadir, one: Terbuka, apa: str, sent: Terisi) -> None:
    """The act, with what was typed."""
    versi, why, naskah_id = (
        versi_of(one, sent["sidik"]),
        sent.nilai.get("alasan", ""),
        one.naskah.id,
    )
    match apa:
        case "ajukan":
            submit.submit(house, naskah_id, oleh, versi)
        case "paraf":
            submit.initial(house, naskah_id, oleh, versi, why)
        case "setujui":
            approve(house, naskah_id, oleh, why, versi, sent.nilai.get("jalan") or TINTA)
        case "kembalikan":
            submit.send_back(house, naskah_id, oleh, versi, why)
        case "batalkan":
            naskah_batal.give_up(house, naskah_id, oleh, versi, why)
