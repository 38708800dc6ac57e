"""One act on many matters: each in its own transaction, each with its own answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from service.acts.berkas import henti as berkas_henti
from service.acts.berkas import jalan as berkas_jalan
from service.acts.berkas import komentar
from service.acts.berkas import titip as berkas_titip
from service.acts.berkas import tugas as berkas_tugas
from service.acts.berkas.banyak_langkah import only_way, ready
from service.acts.berkas.henti import Minta, PerluAlasanBerkas
from service.acts.berkas.jalan import Langkah
from service.acts.berkas.komentar import Ucapan
from service.acts.berkas.titip import Titipan
from service.acts.berkas.tugas import BukanPenerima, actors
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.dasar import ground
from service.acts.sop.versi import walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.jalan import Putusan
from service.domain.wewenang import Hadir
from service.ports import House

TERBANYAK = 200
AMBIL, SERAHKAN, TUNDA, LANJUTKAN, BATALKAN, SELESAIKAN, INGATKAN = (
    "ambil",
    "serahkan",
    "tunda",
    "lanjutkan",
    "batalkan",
    "selesaikan",
    "ingatkan",
)
BERALASAN = frozenset({TUNDA, LANJUTKAN, BATALKAN})
JADI, SUDAH = "Dikerjakan.", "Sudah dikerjakan pada pengiriman sebelumnya."
# By what the journal calls each, to know what this very form has done before.
_CATATAN = {
    AMBIL: ("langkah_diambil",),
    SERAHKAN: ("langkah_diserahkan", "langkah_dititipkan"),
    TUNDA: ("berkas_ditunda",),
    LANJUTKAN: ("berkas_dilanjutkan",),
    BATALKAN: ("berkas_dibatalkan",),
    SELESAIKAN: ("langkah_selesai",),
}


class TiadaDipilih(Refusal):
    """No matter was chosen."""

    def __init__(self) -> None:
        super().__init__("Pilih sedikitnya satu berkas. Belum ada yang dikerjakan.")


class TerlaluBanyakDipilih(Refusal):
    """More than is done at once."""

    def __init__(self, banyak: int) -> None:
        super().__init__(
            f"{banyak} berkas dipilih, paling banyak {TERBANYAK} sekaligus. Belum ada yang "
            "dikerjakan; kurangi pilihannya."
        )


class TanpaSop(Refusal):
    """A matter under no SOP has no steps."""

    def __init__(self) -> None:
        super().__init__("Berkas ini tidak menurut SOP, jadi tidak punya langkah.")


@dataclass(frozen=True)
class Dipilih:
    """A matter as it stood on the page where it was chosen."""

    id: str
    versi: int


@dataclass(frozen=True)
class Sekaligus:
    """What is done, with which matters; `kunci` makes a second try of the form the same."""

    perbuatan: str
    kunci: str
    dipilih: tuple[Dipilih, ...]
    alasan: str = ""
    kepada: str = ""


@dataclass(frozen=True)
class Nasib:
    """What became of one matter, in a sentence; its title only for who may see it."""

    berkas: str
    judul: str
    jadi: bool
    kata: str


def do_all(house: House, oleh: Hadir, asked: Sekaligus) -> list[Nasib]:
    """Every matter in the order chosen: done, or why not; one that fails stops no other."""
    chosen = list({one.id: one for one in asked.dipilih}.values())
    _need_sound(asked, chosen)
    verdict = dict[str, str]()
    if asked.perbuatan == SELESAIKAN:
        verdict = ready(house, oleh, [(one.id, one.versi) for one in chosen])
    return [_one(house, oleh, asked, one, verdict) for one in chosen]


def _need_sound(asked: Sekaligus, chosen: Sequence[Dipilih]) -> None:
    if asked.perbuatan not in _ACTS:
        raise TidakAda("Perbuatan itu")
    if not chosen:
        raise TiadaDipilih
    if len(chosen) > TERBANYAK:
        raise TerlaluBanyakDipilih(len(chosen))
    if asked.perbuatan in BERALASAN and not asked.alasan.strip():
        raise PerluAlasanBerkas


def _one(
    house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih, verdict: dict[str, str]
) -> Nasib:
    try:
        with house.ledger.read() as reading:
            berkas = berkas_for(reading, oleh, one.id)
    except TidakAda as no:
        return Nasib(one.id, "", jadi=False, kata=str(no))
    told = Nasib(one.id, berkas.judul, jadi=False, kata=verdict.get(one.id, ""))
    if told.kata:
        return told
    try:
        if not berkas.sidik:
            raise TanpaSop
        _ACTS[asked.perbuatan](house, oleh, asked, one)
    except Overtaken as no:
        done = _done_before(house, oleh, asked, one)
        return Nasib(one.id, berkas.judul, done, SUDAH if done else str(no))
    except Refusal as no:
        return Nasib(one.id, berkas.judul, jadi=False, kata=str(no))
    return Nasib(one.id, berkas.judul, jadi=True, kata=JADI)


def _done_before(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> bool:
    """Whether the one change since was this person's, and this act."""
    with house.ledger.read() as reading:
        now = berkas_for(reading, oleh, one.id)
    if now.versi != one.versi + 1:
        return False
    names = _CATATAN.get(asked.perbuatan, ())
    lines = [line for line in house.perkara.trail(now) if not line.perbuatan.startswith("komentar")]
    return bool(lines) and lines[0].siapa == oleh.orang.id and lines[0].perbuatan in names


def _take(house: House, oleh: Hadir, _asked: Sekaligus, one: Dipilih) -> None:
    berkas_tugas.take(house, oleh, one.id, one.versi)


def _give(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> None:
    """To one of its people; to another on their behalf, where a reason is given."""
    try:
        berkas_tugas.give(house, oleh, one.id, one.versi, asked.kepada)
    except BukanPenerima:
        if not asked.alasan.strip():
            raise
        told = Titipan(one.id, one.versi, asked.kepada, asked.alasan)
        berkas_titip.entrust(house, oleh, told)


def _hold(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> None:
    _need_turn(house, oleh, one)
    berkas_henti.hold(house, oleh, Minta(one.id, one.versi, asked.alasan))


def _resume(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> None:
    _need_turn(house, oleh, one)
    berkas_henti.resume(house, oleh, Minta(one.id, one.versi, asked.alasan))


def _need_turn(house: House, oleh: Hadir, one: Dipilih) -> None:
    """A matter is held by those whose step it is, as on its own page."""
    with house.ledger.read() as reading:
        berkas = berkas_for(reading, oleh, one.id)
        if berkas.keadaan == BERJALAN and berkas.versi == one.versi:
            sop = walked(reading, berkas).sop
            ground(house, reading, sop, berkas, actors(sop, berkas), oleh)


def _cancel(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> None:
    berkas_henti.cancel(house, oleh, Minta(one.id, one.versi, asked.alasan))


def _complete(house: House, oleh: Hadir, _asked: Sekaligus, one: Dipilih) -> None:
    with house.ledger.read() as reading:
        berkas: Berkas = berkas_for(reading, oleh, one.id)
        sop = walked(reading, berkas).sop
    hasil = ""
    if berkas.keadaan == BERJALAN and berkas.versi == one.versi:
        hasil = only_way(sop, berkas.posisi) or ""
    berkas_jalan.go_on(house, oleh, Langkah(one.id, one.versi), Putusan(hasil))


def _remind(house: House, oleh: Hadir, asked: Sekaligus, one: Dipilih) -> None:
    id_ = hashlib.sha256(f"{asked.kunci}:{one.id}".encode()).hexdigest()[:40]
    komentar.remind(house, oleh, one.id, Ucapan(id_, asked.alasan))


_ACTS: dict[str, Callable[[House, Hadir, Sekaligus, Dipilih], None]] = {
    AMBIL: _take,
    SERAHKAN: _give,
    TUNDA: _hold,
    LANJUTKAN: _resume,
    BATALKAN: _cancel,
    SELESAIKAN: _complete,
    INGATKAN: _remind,
}
