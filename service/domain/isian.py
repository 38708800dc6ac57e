"""What an instansi itself fills into a paper: letterhead, names, who signs."""

from __future__ import annotations

from datetime import date
from typing import Any

from service.domain.instansi import Instansi
from service.domain.paper import Pasangan
from service.domain.pejabat import AN, TERTULIS, UB, Pejabat
from service.domain.ruas import INSTANSI, PEJABAT
from service.domain.tanggal import nip_berkelompok


def of_instansi(instansi: Instansi, pasangan: Pasangan, on: date) -> dict[str, Any]:
    """The ruas whose asal is the instansi, as they are on a day; empty where it does not say."""
    known: dict[str, Any] = {
        "kop": kop(instansi),
        "badan_publik": instansi.nama,
        "singkatan": instansi.singkatan,
        "kota": instansi.kota,
        "penandatangan": penandatangan(instansi, pasangan, on),
    }
    wanted = [ruas for ruas in pasangan.ruas if ruas.asal == INSTANSI]
    own = {ruas.nama: known[ruas.nama] for ruas in wanted if ruas.nama in known}
    named = {ruas.nama: ruas.isi for ruas in wanted if ruas.jenis == PEJABAT and ruas.isi}
    return own | {nama: of_peran(instansi, peran, on) for nama, peran in named.items()}


def kop(instansi: Instansi) -> dict[str, Any]:
    """The letterhead in words."""
    return {
        "induk": list(instansi.kop.induk),
        "nama": instansi.kop.nama or instansi.nama,
        "alamat": list(instansi.kop.alamat),
    }


def penandatangan(instansi: Instansi, pasangan: Pasangan, on: date) -> dict[str, str]:
    """Who signs first, by the peran that the pair names; {} where nobody holds it."""
    first = pasangan.penandatangan[:1]
    return of_peran(instansi, first[0], on) if first else {}


def of_peran(instansi: Instansi, peran: str, on: date) -> dict[str, str]:
    """Who holds a peran on a day, as a paper prints them; {} where nobody does."""
    found = instansi.holder(peran, on)
    return _printed(instansi, found) if found else {}


def _printed(instansi: Instansi, pejabat: Pejabat) -> dict[str, str]:
    acting = TERTULIS[pejabat.sebagai]
    mandate = pejabat.sebagai in (AN, UB)
    return {
        "sebagai": f"{acting} " if acting.endswith(".") else "",
        "jabatan": pejabat.jabatan,
        "nama": pejabat.nama_lengkap,
        "pangkat": pejabat.pangkat if instansi.naskah.cetak_pangkat else "",
        "nip": nip_berkelompok(pejabat.nip) if pejabat.nip and instansi.naskah.cetak_nip else "",
        "jabatan_sendiri": pejabat.jabatan_sendiri if mandate else "",
        "melalui": pejabat.melalui if mandate else "",
    }
