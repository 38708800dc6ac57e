"""Papers that wait for this person, on the first page of the day."""

from __future__ import annotations

from flask import url_for

from service.acts.kembali import tertahan as kembali
from service.acts.naskah.berkas import name_of
from service.acts.naskah.menunggu import sent_back, to_decide
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd import periksa as periksa_ttd
from service.domain.naskah import Naskah, called
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House
from service.ports.kembali import BarisKembali
from service.ports.naskah import BarisNaskah
from service.ports.tanda_tangan import BarisTtd

TERLIHAT = 10
TERBANYAK = 1000  # no further is counted


def papers(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that wait longest."""
    asked = to_decide(house, hadir, TERBANYAK)
    mine = meja_ttd.waiting(house, hadir, 0, TERLIHAT)
    back = sent_back(house, hadir, TERBANYAK)
    odd = kembali.to_decide(house, hadir, 0, TERLIHAT)
    lost = periksa_ttd.waiting(house, hadir)
    told = [_doubt(house, one, berkas.judul) for one, berkas in lost[:TERLIHAT]]
    told += [_judge(house, one) for one in odd]
    told += [_sign(house, one) for one in mine if one.giliran]
    told += [_decide(house, one) for one in asked[:TERLIHAT]]
    told += [_task(house, one, "Perbaiki", "lewat", "dikembalikan") for one in back[:TERLIHAT]]
    many = kembali.count(house, hadir, TERBANYAK)
    return len(lost) + many + meja_ttd.count(house, hadir) + len(asked) + len(back), told


def _doubt(house: House, one: Naskah, judul: str) -> Tugas:
    at = url_for("periksa_ttd.show", naskah_id=one.id)
    nama = f"Periksa tanda tangan {name_of(house, one.instansi, one.jenis)} {one.nomor}".strip()
    return Tugas(nama, at, "menunggu", "perlu dicek", judul)


def _judge(house: House, one: BarisKembali) -> Tugas:
    at, naskah = url_for("kembali.show", kembali_id=one.kembalian.id), one.naskah
    sebutan = called(naskah, name_of(house, naskah.instansi, naskah.jenis))
    nama = f"Putuskan file kembali: {sebutan}"
    return Tugas(nama, at, "menunggu", "menunggu keputusan", one.berkas.judul)


def _sign(house: House, one: BarisTtd) -> Tugas:
    naskah = one.naskah
    at = url_for("tanda_tangan.show", naskah_id=naskah.id)
    nama = f"Tanda tangani {name_of(house, naskah.instansi, naskah.jenis)} {naskah.nomor}".strip()
    return Tugas(nama, at, "menunggu", "menunggu tanda tangan", one.judul)


def _decide(house: House, one: BarisNaskah) -> Tugas:
    if one.peran:
        return _task(house, one, "Paraf", "menunggu", "menunggu paraf")
    return _task(house, one, "Setujui", "menunggu", "menunggu persetujuan")


def _task(house: House, one: BarisNaskah, verb: str, bentuk: Bentuk, keadaan: str) -> Tugas:
    naskah = one.naskah
    return Tugas(
        f"{verb} {name_of(house, naskah.instansi, naskah.jenis)}",
        url_for("naskah.show", naskah_id=naskah.id),
        bentuk,
        keadaan,
        one.judul,
    )
