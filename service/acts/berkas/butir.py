"""The items of a matter: put in, tested, decided one by one, taken out with a reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.berkas import bukti as berkas_bukti
from service.acts.berkas.tugas import actors, need_part
from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import berkas_for
from service.acts.lihat.dasar import ground
from service.acts.orang import izin
from service.acts.sop.versi import walked
from service.domain import butir_daftar, uji
from service.domain.berkas import Berkas, need_open
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.pengecualian import InformasiBertandaTangan, SudahDikecualikan
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.jalan import item_outcomes
from service.domain.uji import LembarUji
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

TERBANYAK = 500  # items in one matter


class ButirTidakSah(Refusal):
    """An item that cannot be kept so."""


class BelumTeruji(Refusal):
    """An outcome without the worksheet that it rests on."""

    def __init__(self, judul: str, faults: dict[str, str]) -> None:
        super().__init__(f"Lembar uji {judul} belum lengkap. {' '.join(faults.values())}")
        self.faults = tuple(faults.values())


@dataclass(frozen=True)
class Masuk:
    """An item that is put in; its id makes a second try the same item."""

    id: str
    judul: str
    unit: str = ""


def put_in(house: House, oleh: Hadir, berkas_id: str, asked: Masuk) -> Butir:
    """One more item, in its place behind the others."""
    words = " ".join(asked.judul.split())
    if not words:
        raise ButirTidakSah("Tulis judul butirnya. Belum ada yang ditambahkan.")
    return _added(house, oleh, berkas_id, [replace(asked, judul=words)])[0]


def put_in_all(house: House, oleh: Hadir, berkas_id: str, tanda: str, text: str) -> list[Butir]:
    """One item for each line, all or none; sent twice they are the same items."""
    found = butir_daftar.titles(text)
    if not found:
        raise ButirTidakSah("Tulis sedikitnya satu judul. Belum ada yang ditambahkan.")
    if long := butir_daftar.too_long(found):
        lines = ", ".join(str(one) for one in long[:5])
        raise ButirTidakSah(
            f"Judul ke-{lines} lebih dari {butir_daftar.TERPANJANG} huruf. Ringkaskan; uraiannya "
            "ditulis di lembar uji. Belum ada yang ditambahkan."
        )
    asked = [Masuk(f"{tanda}-{n}", words) for n, words in enumerate(found, 1)]
    return _added(house, oleh, berkas_id, asked)


def _added(house: House, oleh: Hadir, berkas_id: str, asked: list[Masuk]) -> list[Butir]:
    with house.ledger.begin() as tx:
        berkas, siapa = leave(tx, oleh, berkas_id)
        before = {one.id: one for one in tx.find(Butir, berkas=berkas.id)}
        fresh = [one for one in asked if one.id not in before]
        if fresh:
            berkas_bukti.need_unwritten(tx, berkas)
        if len(before) + len(fresh) > TERBANYAK:
            raise ButirTidakSah(
                f"Satu berkas memuat paling banyak {TERBANYAK} butir. Sudah ada {len(before)}, "
                f"jadi {len(fresh)} lagi tidak muat. Tidak ada yang ditambahkan; buka berkas lain "
                "untuk sisanya."
            )
        last = max((one.urut for one in before.values()), default=0)
        for urut, one in enumerate(fresh, last + 1):
            item = Butir(one.id, berkas.id, urut, one.judul, one.unit or berkas.unit)
            tx.add(item)
            note(house, tx, berkas, siapa, "butir_ditambah", {"butir": item.id})
            before[item.id] = item
    return [before[one.id] for one in asked]


def write_test(house: House, oleh: Hadir, butir_id: str, versi: int, lembar: LembarUji) -> Butir:
    """What the meeting wrote; a draft may have gaps, an outcome may not."""
    with house.ledger.begin() as tx:
        before = _one(tx, butir_id, versi)
        berkas, siapa = leave(tx, oleh, before.berkas)
        if berkas_bukti.proved_now(tx, berkas, before):
            raise SudahDikecualikan(before.judul)
        if uji.renamed(before.uji, lembar):
            berkas_bukti.need_unwritten(tx, berkas, InformasiBertandaTangan)
        after = replace(before, uji=lembar, disetujui="")
        tx.save(before, after)
        note(house, tx, berkas, siapa, "butir_diuji", {"butir": before.id})
    return replace(after, versi=versi + 1)


def decide(house: House, oleh: Hadir, butir_id: str, versi: int, hasil: str) -> Butir:
    """The outcome of an item in the row that decides; what closes needs its whole worksheet."""
    with house.ledger.begin() as tx:
        before = _one(tx, butir_id, versi)
        berkas, siapa = leave(tx, oleh, before.berkas)
        allowed, told = deciding(house, tx, oleh, berkas)
        if hasil not in allowed:
            words = ", ".join(one.replace("_", " ") for one in allowed)
            raise ButirTidakSah(
                f"Pilih salah satu: {words}." if words else "Langkah ini tidak memutus per butir."
            )
        if hasil in uji.DITUTUP:
            today = kalender(house, tx, berkas.instansi, berkas.unit).tanggal(house.clock.now())
            lembar = replace(before.uji, kesimpulan=hasil)
            if wrong := uji.faults(lembar, today):
                raise BelumTeruji(before.judul, wrong)
        if berkas_bukti.proved_now(tx, berkas, before):
            raise SudahDikecualikan(before.judul)
        after = replace(before, hasil=hasil, disetujui="")
        tx.save(before, after)
        note(house, tx, berkas, siapa, "butir_diputus", {"butir": before.id, "hasil": hasil} | told)
    return replace(after, versi=versi + 1)


def deciding(
    house: House, tx: Tx, oleh: Hadir, berkas: Berkas
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The outcomes that items may have in the present row, and on what the person stands."""
    sop = walked(tx, berkas).sop
    dasar = ground(house, tx, sop, berkas, actors(sop, berkas), oleh)
    return item_outcomes(sop, sop.row(berkas.langkah)), dasar.told()


def take_out(house: House, oleh: Hadir, butir_id: str, versi: int, alasan: str) -> Butir:
    """The item counts no more; its row stays, with the reason."""
    if not alasan.strip():
        raise ButirTidakSah("Tulis alasan mengapa butir dikeluarkan. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        before = _one(tx, butir_id, versi)
        berkas, siapa = leave(tx, oleh, before.berkas)
        if berkas_bukti.proved_now(tx, berkas, before):
            raise SudahDikecualikan(before.judul)
        after = replace(before, dicabut=True)
        tx.save(before, after)
        reason = izin.written(house, tx, berkas.instansi, berkas.id, alasan)
        note(house, tx, berkas, siapa, "butir_dikeluarkan", {"butir": before.id, "alasan": reason})
    return replace(after, versi=versi + 1)


def _one(tx: Tx, butir_id: str, versi: int) -> Butir:
    found = tx.find(Butir, id=butir_id)
    if not found:
        raise TidakAda("Butir itu")
    if found[0].versi != versi or found[0].dicabut:
        raise Overtaken("butir", butir_id)
    return found[0]


def leave(tx: Tx, oleh: Hadir, berkas_id: str) -> tuple[Berkas, str]:
    """The matter and who works in it, for whoever has a part in its present step."""
    berkas = berkas_for(tx, oleh, berkas_id)
    need_open(berkas)
    need_part(walked(tx, berkas).sop, berkas, oleh)
    given = izin.need(tx, oleh, Act.COMPLETE, izin.Tempat(berkas.instansi, berkas.unit))
    return berkas, given.siapa


def note(house: House, tx: Tx, berkas: Berkas, siapa: str, apa: str, told: dict[str, str]) -> None:
    """A line in the journal about an item of a matter."""
    tx.note(Catatan(berkas.instansi, siapa, apa, house.clock.now(), berkas.id, told))
