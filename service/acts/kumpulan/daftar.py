"""Many papers from one table: taken in whole or not at all, begun with one press, once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.kumpulan.lihat import held, matters, rows
from service.acts.kumpulan.tabel import Letak, kind_of, place, read
from service.acts.lihat.naskah_terbaca import need_to_know
from service.acts.orang import izin
from service.acts.simpan.keep import JustHeld, hold, keep_all
from service.acts.simpan.looked import scanned
from service.acts.simpan.receive import TRIES
from service.domain import kumpulan as k
from service.domain import paper
from service.domain.berkas import DIARSIPKAN, DIBATALKAN, Berkas, BerkasTertutup
from service.domain.catatan import Catatan
from service.domain.isian_tabel import BarisNaskah
from service.domain.kiriman import shown
from service.domain.kumpulan import DIURUNGKAN, SIAP, Kumpulan
from service.domain.pribadi import says_who
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

TERBESAR = 10_000_000  # bytes of a table of papers


class TabelTerlaluBesar(Refusal):
    """No table of papers is so large."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB. Tidak ada yang disimpan. Bagi "
            "tabelnya menjadi beberapa file, lalu unggah satu per satu."
        )


class TabelTidakAman(Refusal):
    """The scanner knows it as harmful, or could not look at all of it."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai virus tidak meloloskan file ini, jadi file ini tidak dibuka. Tidak ada yang "
            "disimpan. Salin isinya ke formulir yang baru diunduh, lalu unggah formulir itu."
        )


class KumpulanBerubah(Refusal):
    """What was read no longer fits the pair or the matters; nothing was begun."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Templat atau berkasnya berubah sejak tabel ini dibaca. Belum ada naskah yang dimulai. "
            "Urungkan kumpulan ini, lalu unggah tabelnya sekali lagi."
        )


@dataclass(frozen=True)
class Unggah:
    """A filled table as it was sent; its id makes a second try the same kumpulan."""

    id: str
    letak: Letak
    nama: str
    path: Path


@dataclass(frozen=True)
class Diperiksa:
    """What a table came to: a kumpulan, or the rows with what is wrong in them."""

    kumpulan: Kumpulan | None
    salah: tuple[BarisNaskah, ...] = ()


def take_in(house: House, oleh: Hadir, asked: Unggah) -> Diperiksa:
    """The kumpulan of a table without a fault, the same for the same bytes; nothing is begun."""
    place(house, oleh, asked.letak)
    kind_of(house, asked.letak)
    if asked.path.stat().st_size > TERBESAR:
        raise TabelTerlaluBesar
    kunci = _key(asked)
    if there := _there(house, oleh, kunci):
        return Diperiksa(there)
    if scanned(house, asked.path):
        raise TabelTidakAman
    found = read(house, oleh, asked.letak, house.reader.filled_table(asked.path))
    if any(one.salah for one in found):
        return Diperiksa(None, tuple(one for one in found if one.salah))
    for _ in range(TRIES):
        try:
            return Diperiksa(_kept(house, oleh, asked, found, kunci))
        except JustHeld:
            continue
        except Overtaken:  # sent twice at once: the other made it
            if there := _there(house, oleh, kunci):
                return Diperiksa(there)
            raise
    raise JustHeld


def _key(asked: Unggah) -> str:
    with asked.path.open("rb") as opened:
        sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    return k.kunci(asked.letak.instansi, asked.letak.jenis, asked.letak.berkas, sha256)


def _there(house: House, oleh: Hadir, kunci: str) -> Kumpulan | None:
    """The kumpulan of these very bytes; one that was given up is read anew."""
    with house.ledger.read() as tx:
        found = tx.find(Kumpulan, kunci=kunci)
        # Who may not see all of it has rows in it that are faults, as if nobody had sent it.
        if not found or not set(found[0].berkas) <= set(matters(tx, oleh, found[0].berkas)):
            return None
    return None if found[0].keadaan == DIURUNGKAN else found[0]


def _kept(
    house: House, oleh: Hadir, asked: Unggah, found: Sequence[BarisNaskah], kunci: str
) -> Kumpulan:
    told = [{"baris": x.baris, "berkas": x.berkas, "isian": x.isian} for x in found]
    letak, now = asked.letak, house.clock.now()
    with house.room() as room:
        isi = room / "isi.json"
        isi.write_text(json.dumps(told, ensure_ascii=False))
        (_, file), (_, plain) = keep_all(house, [asked.path, isi])
        berkas = (letak.berkas,) if letak.berkas else tuple(one.berkas for one in found)
        one = Kumpulan(
            *(asked.id, letak.instansi, letak.jenis, SIAP, now, oleh.orang.id, kunci),
            berkas=berkas,
            tiap_berkas=not letak.berkas,
            file=file.sha256,
            nama_file=shown(asked.nama)[:200],
            isi=plain.sha256,
            jumlah=len(found),
        )
        with house.ledger.begin() as tx:
            before = next(iter(tx.find(Kumpulan, kunci=kunci, keadaan=DIURUNGKAN)), None)
            if before:  # as whoever sends it reads it now, and not as it was read before
                one = replace(one, id=before.id, versi=before.versi)
                tx.save(before, one)
            else:
                tx.add(one)
            hold(tx, file, plain)
            _note(house, tx, oleh, one, "kumpulan_disiapkan")
    return replace(one, versi=one.versi + 1) if before else one


def begin(house: House, oleh: Hadir, id_: str) -> Kumpulan:
    """Its papers are owed from now on, all of them; pressed twice, they are begun once."""
    with house.ledger.read() as reading:
        seen, _ = held(reading, oleh, id_)
    kind = kind_of(house, Letak(seen.instansi, seen.jenis))
    try:
        for row in rows(house, seen):
            paper.kept(kind, row.isian)
    except paper.RuasSalah as no:
        raise KumpulanBerubah from no
    with house.ledger.begin() as tx:
        before, known = held(tx, oleh, id_)
        if before.keadaan == k.DIMULAI:
            return before
        _need_all(tx, oleh, before, known)
        if oleh.orang.id != before.oleh:
            _need_told(house, tx, oleh, before, known)
        after = k.begun(before, oleh.orang.id, house.clock.now())
        tx.save(before, after)
        _note(house, tx, oleh, after, "kumpulan_dimulai")
        tx.plan("kumpulan", after.id)
    return replace(after, versi=before.versi + 1)


def _need_told(house: House, tx: Tx, oleh: Hadir, one: Kumpulan, known: dict[str, Berkas]) -> None:
    """Who prepares a paper reads it, so nobody begins one whose names they may not know."""
    kind = kind_of(house, Letak(one.instansi, one.jenis))
    for id_ in {row.berkas for row in rows(house, one) if says_who(kind, row.isian)}:
        need_to_know(tx, oleh, known[id_], kind)


def _need_all(tx: Tx, oleh: Hadir, one: Kumpulan, known: dict[str, Berkas]) -> None:
    """Every matter is open still, and this person may write papers in it."""
    if not set(one.berkas) <= set(known):
        raise TidakAda("Salah satu berkas kumpulan ini")
    for berkas in known.values():
        if berkas.keadaan in (DIBATALKAN, DIARSIPKAN):
            raise BerkasTertutup(berkas.keadaan)
    for unit in sorted({berkas.unit for berkas in known.values()}):
        izin.need(tx, oleh, Act.FILL, izin.Tempat(one.instansi, unit))


def give_up(house: House, oleh: Hadir, id_: str) -> Kumpulan:
    """No paper is made of it; the table stays, and may be sent again."""
    with house.ledger.begin() as tx:
        before, known = held(tx, oleh, id_)
        _need_all(tx, oleh, before, known)
        after = k.given_up(before)
        tx.save(before, after)
        _note(house, tx, oleh, after, "kumpulan_diurungkan")
    return replace(after, versi=before.versi + 1)


def _note(house: House, tx: Tx, oleh: Hadir, one: Kumpulan, apa: str) -> None:
    told = {"jenis": one.jenis, "jumlah": str(one.jumlah)}
    tx.note(Catatan(one.instansi, oleh.orang.id, apa, house.clock.now(), one.id, told))
