"""What the pages of the lists say of a piece: its state, its fields, what it lacks."""

from __future__ import annotations

from service.domain.informasi import keadaan as k
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.kode import spoken
from service.domain.informasi.lengkap import Kurang, lacks
from service.domain.tanggal import local
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Tautan
from service.face.isi_formulir import Pilihan
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import at_work, known

ALAMAT = "/informasi"
JEJAK = (Tautan("Beranda", "/"), Tautan("Informasi", ALAMAT))
BENTUK: dict[str, Bentuk] = {
    k.USULAN: "baru",
    k.TERVERIFIKASI: "berjalan",
    k.DITETAPKAN: "berjalan",
    k.TERBIT: "selesai",
    k.DIMUTAKHIRKAN: "menunggu",
    k.DICABUT: "selesai",
    k.TERBUKA: "menunggu",
    **dict.fromkeys(k.TERTUTUP, "dikecualikan"),
}
PENDEK = 110  # letters of a summary in a list


def state(one: Informasi) -> tuple[Bentuk, str]:
    """Its state as a shape and a word."""
    if one.dikembalikan:
        return "lewat", "Dikembalikan, perlu diperbaiki"
    return BENTUK[one.keadaan], k.KEADAAN[one.keadaan]


def title(one: Informasi) -> str:
    """Its first line, cut where it is long; its kode where it says nothing."""
    first = one.unsur.ringkasan.partition("\n")[0].strip()
    if len(first) > PENDEK:
        return f"{first[:PENDEK].rstrip()}…"
    return first or f"Tanpa ringkasan ({spoken(one.kode)})"


def lacking(one: Informasi) -> tuple[Kurang, ...]:
    """What it lacks or says too weakly, by the day of its own office."""
    if one.terbatas_dilihat:
        return ()
    zona = {office.id: office.zona for office in at_work()}
    return lacks(one, local(house().clock.now(), zona.get(one.instansi, "WIB")).date())


def units(act: Act) -> list[Pilihan]:
    """The units of which this person may do an act, as choices of a form."""
    mine = [one.id for one in at_work() if one.id in hadir().instansi or hadir().may(act, one.id)]
    found = []
    for kode in mine:
        agency = known(kode)
        for unit in agency.unit if agency else ():
            if hadir().may(act, kode, unit.id):
                nama = f"{unit.nama}, {nama_instansi(kode)}" if len(mine) > 1 else unit.nama
                found.append(Pilihan(f"{kode}/{unit.id}", nama))
    return found
