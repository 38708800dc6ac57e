"""What an instansi itself fills into a paper: letterhead, names, who signs."""

from __future__ import annotations

from datetime import date
from typing import Any

from service.domain.instansi import Instansi
from service.domain.paper import Pasangan
from service.domain.pejabat import AN, TERTULIS, UB, Pejabat
from service.domain.tanggal import nip_berkelompok


def of_instansi(instansi: Instansi, pasangan: Pasangan, on: date) -> dict[str, Any]:
    """The ruas whose asal is the instansi, as they are on a day; empty where it does not say."""
    known: dict[str, Any] = {
        "kop": kop(instansi),
        "badan_publik": instansi.nama,
        "kota": instansi.kota,
        "penandatangan": penandatangan(instansi, pasangan, on),
    }
    wanted = {ruas.nama for ruas in pasangan.ruas if ruas.asal == "instansi"}
    return {nama: value for nama, value in known.items() if nama in wanted}


def kop(instansi: Instansi) -> dict[str, Any]:
    """The letterhead in words."""
    return {
        "induk": list(instansi.kop.induk),
        "nama": instansi.kop.nama or instansi.nama,
        "alamat": list(instansi.kop.alamat),
    }


def penandatangan(instansi: Instansi, pasangan: Pasangan, on: date) -> dict[str, str]:
    """Who signs first, by the peran that the pair names; {} where nobody holds it."""
    for peran in pasangan.penandatangan[:1]:
        if found := instansi.holder(peran, on):
            return _printed(instansi, found)
    return {}


def _printed(instansi: Instansi, pejabat: Pejabat) -> dict[str, str]:
    acting = "" if pejabat.sebagai in (AN, UB) else TERTULIS[pejabat.sebagai]
    return {
        "sebagai": f"{acting} " if acting.endswith(".") else "",
        "jabatan": pejabat.jabatan,
        "nama": pejabat.nama_lengkap,
        "pangkat": pejabat.pangkat if instansi.naskah.cetak_pangkat else "",
        "nip": nip_berkelompok(pejabat.nip) if pejabat.nip and instansi.naskah.cetak_nip else "",
    }
