"""What stands behind the exclusions of a matter; the approval of the head, recorded and undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from service.acts.instansi.kalender import kalender
from service.acts.lihat.berkas import SAMPAI, UNIT, berkas_for, children, peran_in, there
from service.acts.orang import izin
from service.acts.sop.versi import Jalan, walked
from service.domain.ada import Ada
from service.domain.berkas import Berkas, need_open
from service.domain.butir import Butir, as_seen
from service.domain.catatan import Catatan
from service.domain.pengecualian import (
    PIMPINAN,
    SudahBerberitaAcara,
    Terang,
    counting,
    decides,
    is_approval,
    is_closed,
    need_proof,
    shown,
)
from service.domain.refusals import Overtaken, Refusal
from service.domain.sop.bahan import SETUJU
from service.domain.sop.tolakan import BelumLengkap, BukanPelaksana
from service.domain.uji import faults
from service.domain.wewenang import PERAN, Act, Hadir
from service.ports import House, Reading, Tx

TANPA_BUKTI = (
    "Dengan pilihan ini berkasnya selesai. Bila butirnya tidak jadi dikecualikan, keluarkan "
    "butirnya, kembalikan berkasnya untuk diputus lagi, atau mintalah berkas ini dibatalkan."
)


class TidakAdaYangDisetujui(Refusal):
    """No item is closed, or all of them are approved already."""

    def __init__(self) -> None:
        super().__init__(
            "Tidak ada butir yang menunggu persetujuan. Butir yang dikecualikan perlu diputus "
            "lebih dahulu; yang sudah disetujui tidak disetujui dua kali."
        )


class BelumDapatDisetujui(Refusal):
    """An item whose worksheet has gaps is not approved."""

    def __init__(self, judul: Sequence[str]) -> None:
        named = "; ".join(judul[:5])
        more = f", dan {len(judul) - 5} lainnya" if len(judul) > 5 else ""
        super().__init__(
            f"Lembar ujinya belum lengkap: {named}{more}. Lengkapi lebih dahulu; belum ada yang "
            "disetujui."
        )


def terang(reading: Reading, jalan: Jalan, berkas: Berkas) -> Terang:
    """The proofs of one matter, also of what its rows called, at any time of its life."""
    called = (one for one in children(reading, berkas) if not one.untuk.startswith(UNIT))
    over = [one for one in called if one.keadaan in SAMPAI]
    states = there(reading, jalan, [berkas, *over])
    return shown(jalan.bahan, states, (one.id for one in approvals(reading, berkas.id)))


def is_written(reading: Reading, jalan: Jalan, berkas: Berkas) -> bool:
    """Whether a signed paper has decided about the items, so that no other is put in behind it."""
    rows = jalan.sop.rows(berkas.bagian)
    return any(decides(jalan.sop, row) for row in rows) and terang(reading, jalan, berkas).tertulis


def need_unwritten(
    reading: Reading, berkas: Berkas, refusal: type[Refusal] = SudahBerberitaAcara
) -> None:
    """Refuse one more item where a signed paper has decided about the others, or another one."""
    if is_written(reading, walked(reading, berkas), berkas):
        raise refusal()


def approvals(reading: Reading, berkas_id: str) -> list[Ada]:
    """The acts of approval that still stand."""
    found = reading.find(Ada, berkas=berkas_id, bahan=SETUJU)
    return [one for one in found if one.dicabut is None]


def is_head(oleh: Hadir, berkas: Berkas) -> bool:
    """Whether a person may approve exclusions here."""
    return PIMPINAN in peran_in(oleh, berkas)


def approve(house: House, oleh: Hadir, berkas_id: str, dilihat: str) -> int:
    """The head approves every item that is to be excluded, as he saw it; how many."""
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        need_open(berkas)
        if dilihat != as_seen(tx.find(Butir, berkas=berkas.id)):
            raise Overtaken("butir", berkas_id)
        given = izin.need(tx, oleh, Act.DECIDE, izin.Tempat(berkas.instansi, berkas.unit))
        if not is_head(oleh, berkas):
            raise BukanPelaksana([PERAN[PIMPINAN]])
        if gaps := [one for one in _waiting(tx, berkas) if _gaps(house, tx, berkas, one)]:
            raise BelumDapatDisetujui([f"{one.urut}. {one.judul}" for one in gaps])
        if not (count := _approved(house, tx, berkas, given)):
            raise TidakAdaYangDisetujui
    return count


def approve_by_step(
    house: House,
    tx: Tx,
    jalan: Jalan,
    berkas: Berkas,
    oleh: Hadir,
    given: izin.Izin,
    dilihat: str,
) -> bool:
    """Where the head himself decides or decrees, completing that row approves what he saw.

    Whether there was something to approve, and it is recorded.
    """
    if not would_approve(tx, jalan, berkas, oleh):
        return False
    if dilihat != as_seen(tx.find(Butir, berkas=berkas.id)):
        raise Overtaken("butir", berkas.id)
    return bool(_approved(house, tx, berkas, given))


def would_approve(reading: Reading, jalan: Jalan, berkas: Berkas, oleh: Hadir) -> bool:
    """Whether a person who completes the present row approves exclusions by it."""
    row = jalan.sop.row(berkas.langkah)
    mine = is_head(oleh, berkas) and is_approval(jalan.sop, jalan.bahan, row)
    return mine and bool(_waiting(reading, berkas))


def _approved(house: House, tx: Tx, berkas: Berkas, given: izin.Izin) -> int:
    waiting = [one for one in _waiting(tx, berkas) if not _gaps(house, tx, berkas, one)]
    if not waiting:
        return 0
    now = house.clock.now()
    act = Ada(house.new_id(), berkas.id, SETUJU, "dicatat", now, given.siapa)
    tx.add(replace(act, catatan=f"{len(waiting)} butir"))
    for one in waiting:
        tx.save(one, replace(one, disetujui=act.id))
    told = {"butir": str(len(waiting)), "langkah": berkas.langkah, "pemegang": given.pemegang}
    tx.note(Catatan(berkas.instansi, given.siapa, "pengecualian_disetujui", now, berkas.id, told))
    return len(waiting)


def _waiting(reading: Reading, berkas: Berkas) -> list[Butir]:
    """The closed items that no standing approval covers."""
    standing = {one.id for one in approvals(reading, berkas.id)}
    found = reading.find(Butir, berkas=berkas.id)
    return sorted(
        (one for one in found if is_closed(one) and one.disetujui not in standing),
        key=lambda one: one.urut,
    )


def _gaps(house: House, tx: Tx, berkas: Berkas, one: Butir) -> bool:
    return bool(faults(replace(one.uji, kesimpulan=one.hasil), _today(house, tx, berkas)))


def _today(house: House, reading: Reading, berkas: Berkas) -> date:
    return kalender(house, reading, berkas.instansi, berkas.unit).tanggal(house.clock.now())


def withdraw(house: House, oleh: Hadir, berkas_id: str, alasan: str) -> int:
    """The head takes his approval back, with the reason; what it covered counts no more."""
    if not alasan.strip():
        raise Refusal("Tulis alasan mengapa persetujuan ditarik. Tidak ada yang diubah.")
    with house.ledger.begin() as tx:
        berkas = berkas_for(tx, oleh, berkas_id)
        need_open(berkas)
        given = izin.need(tx, oleh, Act.DECIDE, izin.Tempat(berkas.instansi, berkas.unit))
        if not is_head(oleh, berkas):
            raise BukanPelaksana([PERAN[PIMPINAN]])
        reason = izin.written(house, tx, berkas.instansi, berkas.id, alasan)
        if not (count := lapse(house, tx, berkas, given.siapa, reason)):
            raise Refusal("Tidak ada persetujuan yang berlaku untuk ditarik.")
    return count


def lapse(house: House, tx: Tx, berkas: Berkas, siapa: str, alasan: str) -> int:
    """No approval stands any more: it was taken back, or the decision begins anew."""
    now, standing = house.clock.now(), approvals(tx, berkas.id)
    for one in standing:
        tx.save(one, replace(one, dicabut=now))
    if standing:
        told = {"langkah": berkas.langkah, "alasan": alasan}
        tx.note(Catatan(berkas.instansi, siapa, "persetujuan_gugur", now, berkas.id, told))
    return len(standing)


def need_proved(
    house: House,
    reading: Reading,
    jalan: Jalan,
    berkas: Berkas,
    lain: str = "",
    *,
    disetujui: bool = False,
    selesai: bool = False,
) -> None:
    """Refuse to leave a row after which exclusions count, while one lacks a proof.

    `lain`: what else keeps it; `disetujui`: whether leaving would itself be the approval;
    `selesai`: whether the matter would come to its end, from whatever row.
    """
    if berkas.langkah not in counting(jalan.sop, jalan.bahan, berkas.bagian):
        if not selesai:
            return
        lain = TANPA_BUKTI
    butir = sorted(reading.find(Butir, berkas=berkas.id), key=lambda one: one.urut)
    if any(is_closed(one) for one in butir):
        # Whether a term still lies ahead is asked where it is decided, not of a report after it.
        fresh = is_approval(jalan.sop, jalan.bahan, jalan.sop.row(berkas.langkah))
        today = _today(house, reading, berkas) if fresh else None
        proofs = terang(reading, jalan, berkas)
        if disetujui:
            agreed = frozenset(one.disetujui for one in butir)
            proofs = replace(proofs, persetujuan=proofs.persetujuan | agreed)
        need_proof(proofs, butir, today, lain)


def need_all(
    house: House, reading: Reading, jalan: Jalan, berkas: Berkas, oleh: Hadir, lain: BelumLengkap
) -> None:
    """Where things are missing, say with them which exclusions lack a proof, all at once."""
    row = jalan.sop.row(berkas.langkah)
    if not row.tahap or berkas.tahap == row.tahap[-1].id:
        mine = is_head(oleh, berkas) and is_approval(jalan.sop, jalan.bahan, row)
        need_proved(house, reading, jalan, berkas, str(lain), disetujui=mine)


def proved_now(tx: Tx, berkas: Berkas, butir: Butir) -> bool:
    """Whether an item counts as excluded at this moment."""
    return is_closed(butir) and terang(tx, walked(tx, berkas), berkas).proved(butir)
