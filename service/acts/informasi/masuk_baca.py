"""A list is read in the box and held against the ledger: by a machine, the same whenever it is."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.simpan.keep import Kept, hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit import baca, ringkas
from service.domain.daftar_unit import lajur as lj
from service.domain.daftar_unit.banding import Banding, Ubahan, compared
from service.domain.daftar_unit.hasil import BarisUnit, Hasil, SalahSel
from service.domain.daftar_unit.jadi import became, listed, words_of
from service.domain.daftar_unit.jadi_dik import proposed, still_open
from service.domain.daftar_unit.kata import huruf
from service.domain.daftar_unit.kembali import returned
from service.domain.daftar_unit.masuk import DITOLAK, MENUNGGU, DaftarMasuk, Pilihan, was_read
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DICABUT, KEADAAN, TERBATAS_DILIHAT, USULAN_KECUALI
from service.domain.informasi.kode import spoken
from service.domain.informasi.riwayat import Riwayat
from service.domain.informasi.waktu_tempat import read_waktu_tempat
from service.domain.refusals import Refusal
from service.domain.tabel_isian import TabelIsian
from service.ports import House
from service.ports.informasi import SaringInformasi
from service.ports.kiriman import Jangkauan

SENDIRI = Pilihan()  # nobody said anything of it
TERBANYAK = 200_000  # lines of one unit
SEKALI = 400  # of which one question asks
ASING = "Kode ini tidak ada di daftar unit Anda. Kosongkan bila barisnya baru, atau betulkan."
_TERLIHAT = tuple(one for one in KEADAAN if one not in TERBATAS_DILIHAT | {DICABUT})


@dataclass(frozen=True)
class Terbaca:
    """A list, what it adds to the ledger, and the pieces that it speaks of."""

    tabel: TabelIsian
    hasil: Hasil
    beda: Banding
    ubah: Mapping[int, Ubahan]  # those that change a word, by their row
    ada: Mapping[str, Informasi]  # by kode, as it is printed

    @property
    def baru(self) -> tuple[BarisUnit, ...]:
        """The lines that are new."""
        return self.beda.tambah


def read(house: House, one: DaftarMasuk) -> Terbaca:
    """The list as a person said it is to be read; a Refusal where it is none."""
    with house.room() as room:
        path = house.store.fetch(one.file, room / "daftar.xlsx")
        return compare(house, path, one.instansi, one.unit, one.pilihan, one.line, one.oleh)


def compare(
    house: House,
    path: Path,
    instansi: str,
    unit: str,
    said: Pilihan = SENDIRI,
    line: Callable[[int], str] | None = None,
    siapa: str = "",
) -> Terbaca:
    """A workbook held against what a unit has in the ledger; nothing is kept.

    `line` names what its rows become: what this very list brought is none of what stood before
    it, however often it is read. `siapa` sent it: of what is withheld a list is held against
    their own proposals alone, so that no answer tells them of another's.
    """
    tables = house.reader.unit_tables(path)
    hasil = baca.read(
        tables, read_waktu_tempat, lembar=said.lembar, pilihan=said.lajur, bawaan=said.bawaan
    )
    rows = (*hasil.diterima, *hasil.dikembalikan)
    brought = {line(row.baris) for row in rows} if line else set()
    place = Jangkauan(instansi, unit, rahasia=False)
    table = next(sheet for sheet in tables if sheet.nama == hasil.lembar)
    stood = [one for one in _pieces(house, place, _TERLIHAT) if one.id not in brought]
    if hasil.kepala.daftar == lj.DIK:
        known = [one for one in _own(house, place, siapa) if one.id not in brought]
        hasil = still_open(hasil, stood)
        beda = compared([proposed(one) for one in known], hasil, said.disahkan)
        beda = replace(beda, hilang=())  # what a later list leaves out is proposed still
        return Terbaca(table, _strange(hasil, beda), beda, {}, {})
    columns = set(hasil.kepala.di)
    beda = compared([listed(piece, columns) for piece in stood], hasil, said.disahkan)
    ada = {spoken(piece.kode): piece for piece in stood}
    hasil = _strange(hasil, beda)
    return Terbaca(table, hasil, beda, dict(_changing(beda, columns, ada)), ada)


def _pieces(house: House, place: Jangkauan, keadaan: tuple[str, ...]) -> list[Informasi]:
    asked = SaringInformasi(keadaan, unit=place.unit)
    return house.informasi.by_kode([place], asked, "", TERBANYAK)


def _own(house: House, place: Jangkauan, siapa: str) -> list[Informasi]:
    """What this person proposed to withhold; of a kiriman, which only who sees it judges, all."""
    found = _pieces(house, replace(place, rahasia=True), tuple(TERBATAS_DILIHAT))
    if siapa == MESIN or not siapa:
        return found if siapa else []
    ids, mine = [one.id for one in found], set[str]()
    with house.ledger.read() as reading:
        for n in range(0, len(ids), SEKALI):
            lines = reading.find(Riwayat, informasi=ids[n : n + SEKALI], siapa=siapa)
            mine |= {one.informasi for one in lines if one.ke == USULAN_KECUALI}
    return [one for one in found if one.id in mine]


def _strange(hasil: Hasil, beda: Banding) -> Hasil:
    """The list with the rows of a code that nobody gave among those that go back."""
    if not beda.asing:
        return hasil
    gone = {row.baris for row in beda.asing}
    place = huruf(hasil.kepala.di[lj.KODE]) if lj.KODE in hasil.kepala.di else ""
    back = [
        replace(row, salah=(*row.salah, SalahSel(hasil.lembar, row.baris, place, ASING)))
        for row in beda.asing
    ]
    return replace(
        hasil,
        diterima=tuple(row for row in hasil.diterima if row.baris not in gone),
        dikembalikan=tuple(
            sorted((*hasil.dikembalikan, *back), key=lambda row: row.baris),
        ),
    )


def _changing(
    beda: Banding, columns: set[str], ada: Mapping[str, Informasi]
) -> list[tuple[int, Ubahan]]:
    """The changes after which a line would truly say something else."""
    found = []
    for one in beda.ubah:
        before = words_of(ada[one.sebelum.kode])
        if became(one.baris, columns, before) != before:
            found.append((one.baris.baris, one))
    return found


def run(house: House, one: DaftarMasuk) -> None:
    """Read it, keep the short of it and what goes back, and let a person judge."""
    try:
        found = read(house, one)
    except Refusal as why:
        _settle(house, one, replace(one, keadaan=DITOLAK, galat=str(why), hasil="", kembali=""))
        return
    short = ringkas.told(found.hasil, found.beda, found.ubah)
    with house.room() as room:
        told = room / "hasil.json"
        told.write_text(json.dumps(ringkas.kept(short), ensure_ascii=False))
        held = [keep(house, told)]
        if found.hasil.dikembalikan or found.hasil.umum:
            back = house.returns.write(room / "kembali.xlsx", returned(found.tabel, found.hasil))
            held.append(keep(house, back))
    after = was_read(
        one,
        held[0].sha256,
        held[1].sha256 if len(held) > 1 else "",
        lembar=found.hasil.lembar,
        tertutup=one.tertutup or found.hasil.tertutup,
    )
    _settle(house, one, after, *held)


def _settle(house: House, before: DaftarMasuk, after: DaftarMasuk, *held: Kept) -> None:
    with house.ledger.begin() as tx:
        now = tx.get(DaftarMasuk, before.id)
        if now.keadaan != MENUNGGU or now.versi != before.versi:
            return  # another read it, or a person asked for another reading meanwhile
        hold(tx, *held)
        tx.save(before, after)
        done = "daftar_masuk_dibaca" if after.keadaan != DITOLAK else "daftar_masuk_ditolak"
        tx.note(Catatan(before.instansi, MESIN, done, house.clock.now(), before.id))
