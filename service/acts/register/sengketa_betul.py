"""What is said of a ruling after it was recorded: when it came, a correction, a rejection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.terlihat import file_for
from service.acts.orang import izin
from service.acts.register.sengketa import sengketa_for
from service.domain import sengketa_putusan as p
from service.domain.catatan import Catatan
from service.domain.refusals import Overtaken
from service.domain.sengketa import Putusan, Sengketa, rejected_by
from service.domain.sengketa_putusan import PutusanTidakSah
from service.domain.wewenang import Act, Hadir
from service.ports import House, Reading

TERIMA = "sengketa_putusan_diterima"
BETUL = "sengketa_putusan_dibetulkan"
TOLAK = "sengketa_putusan_ditolak"
BATAL_TOLAK = "sengketa_penolakan_dibatalkan"
RUAS = ("nomor", "tanggal", "diterima", "akibat", "dari", "amar", "file")
Change = Callable[[Sengketa, date], Sengketa]


def received(house: House, oleh: Hadir, id_: str, versi: int, diterima: date | None) -> Sengketa:
    """The day the ruling was in hand, from which it may be rejected; the same twice is one."""
    return _kept(house, oleh, (id_, versi), lambda one, day: p.in_hand(one, diterima, day), TERIMA)


def look(house: House, oleh: Hadir, id_: str, versi: int, putusan: Putusan, alasan: str) -> None:
    """Refuse what `correct` would refuse, before a scan is taken in for it."""
    _need_reason(alasan)
    with house.ledger.read() as reading:
        _changed(house, reading, oleh, (id_, versi), _correction(putusan, versi))


def correct(
    house: House, oleh: Hadir, id_: str, versi: int, putusan: Putusan, alasan: str
) -> Sengketa:
    """The ruling as it should have been recorded, its term worked out anew; its test stays."""
    _need_reason(alasan)
    change = _correction(putusan, versi)
    return _kept(house, oleh, (id_, versi), change, BETUL, alasan.strip())


def reject(
    house: House, oleh: Hadir, id_: str, versi: int, tanggal: date | None, alasan: str
) -> Sengketa:
    """The office rejects the ruling by a letter of that day; without a day it takes that back."""
    if tanggal is None:
        _need_reason(alasan)
    verb = TOLAK if tanggal else BATAL_TOLAK

    def change(one: Sengketa, _day: date) -> Sengketa:
        return p.rejected(one, tanggal)

    return _kept(house, oleh, (id_, versi), change, verb, alasan.strip())


def _need_reason(alasan: str) -> None:
    if not alasan.strip():
        raise PutusanTidakSah("Tulis alasannya. Belum ada yang disimpan.")


def _correction(putusan: Putusan, versi: int) -> Change:
    def change(one: Sengketa, day: date) -> Sengketa:
        after = p.corrected(one, putusan, day)
        if after == one and one.versi == versi:  # else it is the same form sent twice
            raise PutusanTidakSah(
                "Tidak ada yang berbeda dari putusan yang tercatat, jadi belum ada yang disimpan. "
                "Ubah yang keliru, lalu kirim lagi."
            )
        return after

    return change


def _kept(
    house: House,
    oleh: Hadir,
    seen: tuple[str, int],
    change: Change,
    verb: str,
    alasan: str = "",
) -> Sengketa:
    """The ruling changed so, with a line that says from what to what; the same twice is one."""
    with house.ledger.begin() as tx:
        before, after, given = _changed(house, tx, oleh, seen, change)
        if after == before:
            return before
        if after.putusan.file != before.putusan.file:
            file_for(tx, oleh, after.putusan.file)
        tx.save(before, after)
        told = {"pemegang": given.pemegang, "ruas": ", ".join(_differing(before, after))}
        told |= {"dari": str(before.batas_putusan or ""), "ke": str(after.batas_putusan or "")}
        if reason := izin.written(house, tx, before.instansi, before.id, alasan):
            told["alasan"] = reason
        now = house.clock.now()
        tx.note(Catatan(before.instansi, given.siapa, verb, now, before.id, told))
    return replace(after, versi=before.versi + 1)


def _changed(
    house: House, reading: Reading, oleh: Hadir, seen: tuple[str, int], change: Change
) -> tuple[Sengketa, Sengketa, izin.Izin]:
    """Before and after; Overtaken where something changes that this person has not seen."""
    before = sengketa_for(reading, oleh, seen[0])
    given = izin.need(reading, oleh, Act.DISPUTE, izin.Tempat(before.instansi, before.unit))
    days = kalender(house, reading, before.instansi, before.unit)
    today = days.tanggal(house.clock.now())
    after = change(before, today)
    if after == before:
        return before, before, given
    if before.versi != seen[1]:
        raise Overtaken("sengketa", before.id)
    if not _only_rejection(before, after):
        last = rejected_by(after, agency(house.packs, before.instansi), days)
        after = replace(after, batas_putusan=last)
    p.need_rejectable(after, today)
    return before, after, given


def _only_rejection(before: Sengketa, after: Sengketa) -> bool:
    return replace(after.putusan, ditolak=before.putusan.ditolak) == before.putusan


def _differing(before: Sengketa, after: Sengketa) -> list[str]:
    names = (*RUAS, "ditolak")
    return [x for x in names if getattr(before.putusan, x) != getattr(after.putusan, x)]
