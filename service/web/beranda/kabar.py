"""What was said about matters that this person has not seen yet."""

from __future__ import annotations

from flask import url_for

from service.acts.berkas import komentar
from service.domain.berkas import Berkas
from service.domain.komentar import DIINGATKAN, DISEBUT, KOMENTAR, Ikut
from service.domain.wewenang import Hadir
from service.face.isi import Bentuk, Tugas
from service.ports import House
from service.web.kata.berkas import moment

TERLIHAT = 10
KATA: dict[str, tuple[str, Bentuk, str]] = {
    DIINGATKAN: ("Anda diingatkan tentang langkah yang menunggu", "menunggu", "diingatkan"),
    DISEBUT: ("Anda disebut dalam komentar", "baru", "disebut"),
    KOMENTAR: ("Ada komentar baru", "baru", "komentar"),
}


def told(house: House, hadir: Hadir, zona: str) -> tuple[int, list[Tugas]]:
    """How much there is, and the first of it: reminders and mentions before the rest."""
    many, found = komentar.for_me(house, hadir, TERLIHAT)
    return many, [_task(one, berkas, zona) for one, berkas in found]


def _task(one: Ikut, berkas: Berkas, zona: str) -> Tugas:
    apa, bentuk, keadaan = KATA[one.kabar]
    way = url_for("berkas.show", berkas_id=berkas.id, _anchor="komentar")
    since = one.sejak
    return Tugas(
        apa,
        way,
        bentuk,
        keadaan,
        berkas.judul,
        tanggal=moment(since, zona) if since else "",
        iso=since.isoformat() if since else "",
    )
