"""What the public views work with: the folders, the guards, and what every page carries."""

from __future__ import annotations

import os
import threading

from flask import current_app, request

from service.face.isi import Menu, Muka, Tautan
from service.publik.daftar import akses
from service.publik.drop import Batas, DropFolder
from service.publik.guard import Limit, Token
from service.publik.papan import Badan, Papan
from service.publik.place import Place

MENU = (
    ("Beranda", "/"),
    ("Daftar Informasi Publik", "/dip"),
    ("Informasi yang dikecualikan", "/dik"),
    ("Ajukan permohonan", "/permohonan"),
    ("Ajukan keberatan", "/keberatan"),
    ("Sampaikan masukan", "/masukan"),
    ("Lacak permohonan", "/lacak"),
    ("Periksa naskah", "/periksa"),
)
BILA_DIMINTA = "/masukan"  # named where a body asks for it
SEPULUH_MENIT = 600
MENUNGGU = 4  # people at once whose receipt waits a moment for its number


class Desk:
    """The folder, the lists and the guards."""

    def __init__(self, place: Place) -> None:
        self.place = place
        # Lives as long as the process: a form opened before a restart is sent once more.
        self.secret = os.urandom(32)
        self.drop = DropFolder(place.masuk, Batas(place.terbanyak, place.terberat))
        self.papan = Papan(place.daftar.parent)
        self.token = Token(self.secret)
        self.limit = Limit(10, SEPULUH_MENIT)
        self.semua = Limit(place.semua, SEPULUH_MENIT)
        self.berat = Limit(20, SEPULUH_MENIT)
        self.tebakan = Limit(30, SEPULUH_MENIT)
        self.menunggu = threading.BoundedSemaphore(MENUNGGU)

    def badan_of(self, kode: str) -> Badan | None:
        """A body by its kode; the only one where there is one."""
        found = self.papan.badan()
        if len(found) == 1:
            return found[0]
        return next((one for one in found if one.kode == kode), None)

    def zona_of(self, kode: str) -> str:
        """The zone in which a body tells its hours; the one all share, where none is named."""
        if badan := self.badan_of(kode):
            return badan.zona
        zones = {one.zona for one in self.papan.badan()}
        return zones.pop() if len(zones) == 1 else "WIB"


def desk() -> Desk:
    """The desk of this app."""
    found: Desk = current_app.extensions["desk"]
    return found


def who() -> str:
    """The address a request comes from, as the socket says."""
    return request.remote_addr or ""


def faced(csrf: str = "") -> Muka:
    """What every page carries."""
    badan = desk().papan.badan()
    asked = any(one.masukan for one in badan)
    named = [one for one in MENU if asked or one[1] != BILA_DIMINTA]
    menu = tuple(Menu(teks, alamat, di_sini=request.path == alamat) for teks, alamat in named)
    kontak = tuple(Tautan(one.nama, one.surel) for one in badan if one.surel)
    kaki = (Tautan(akses.JUDUL, f"/{akses.ALAMAT}"),)
    return Muka(menu=menu, csrf=csrf, kontak=kontak, kaki=kaki)
