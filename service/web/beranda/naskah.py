"""Papers that wait for this person, on the first page of the day."""

from __future__ import annotations

from flask import url_for

from service.acts.kembali import sesat
from service.acts.kembali import tertahan as kembali
from service.acts.naskah.menunggu import count_to_decide, sent_back, to_decide
from service.acts.ttd import meja as meja_ttd
from service.acts.ttd import periksa as periksa_ttd
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House
from service.ports.kembali import BarisKembali
from service.ports.naskah import BarisNaskah
from service.ports.tanda_tangan import BarisTtd
from service.web.dasar.sekali import kind_name, paper_name

TERLIHAT = 10
TERBANYAK = 1000  # no further is counted


def papers(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How many wait, and those that wait longest."""
    asked = to_decide(house, hadir, TERLIHAT)
    mine = meja_ttd.waiting(house, hadir, 0, TERLIHAT)
    back = sent_back(house, hadir, TERBANYAK)
    odd = kembali.to_decide(house, hadir, 0, TERLIHAT)
    lost = periksa_ttd.waiting(house, hadir, TERBANYAK)
    told = [_doubt(one) for one in lost[:TERLIHAT]]
    told += [_judge(one) for one in odd]
    strays = sesat.count(house, hadir, TERBANYAK)
    told += [_settle(strays)] if strays else []
    told += [_sign(one) for one in mine if one.giliran]
    told += [_decide(one) for one in asked]
    told += [_task(one, "Perbaiki", "lewat", "dikembalikan") for one in back[:TERLIHAT]]
    many = kembali.count(house, hadir, TERBANYAK) + count_to_decide(house, hadir, TERBANYAK)
    many += bool(strays)
    return len(lost) + many + meja_ttd.count(house, hadir) + len(back), told


def _doubt(one: BarisTtd) -> Tugas:
    at = url_for("periksa_ttd.show", naskah_id=one.naskah.id)
    nama = f"Periksa tanda tangan {paper_name(one.naskah)}"
    return Tugas(nama, at, "menunggu", "perlu dicek", one.judul)


def _judge(one: BarisKembali) -> Tugas:
    at = url_for("kembali.show", kembali_id=one.kembalian.id)
    nama = f"Putuskan file kembali: {paper_name(one.naskah)}"
    return Tugas(nama, at, "menunggu", "menunggu keputusan", one.berkas.judul)


def _settle(many: int) -> Tugas:
    nama = f"Putuskan {many} file tidak dikenal dari folder tanda tangan"
    return Tugas(nama, url_for("kembali.desk"), "menunggu", "menunggu keputusan")


def _sign(one: BarisTtd) -> Tugas:
    naskah = one.naskah
    at = url_for("tanda_tangan.show", naskah_id=naskah.id)
    nama = f"Tanda tangani {paper_name(naskah)}"
    return Tugas(nama, at, "menunggu", "menunggu tanda tangan", one.judul)


def _decide(one: BarisNaskah) -> Tugas:
    if one.peran:
        return _task(one, "Paraf", "menunggu", "menunggu paraf")
    return _task(one, "Setujui", "menunggu", "menunggu persetujuan")


def _task(one: BarisNaskah, verb: str, bentuk: Bentuk, keadaan: str) -> Tugas:
    naskah = one.naskah
    return Tugas(
        f"{verb} {kind_name(naskah)}",
        url_for("naskah.show", naskah_id=naskah.id),
        bentuk,
        keadaan,
        one.judul,
    )
