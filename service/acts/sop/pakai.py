"""A draft becomes the SOP of its agency: a version found before all others, kept beside them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.orang import izin
from service.acts.sop.andai import Andai
from service.acts.sop.daftar import (
    bahan_of,
    bahan_path,
    own_sops,
    path_of,
    read_sop,
    sop_links,
    sops,
)
from service.acts.sop.konsep import KonsepSelesai, begun, draft_for, judged, mine
from service.acts.sop.rujukan import need_uncalled
from service.domain.catatan import Catatan
from service.domain.kesalahan import grave
from service.domain.paket import UMUM, Paket
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.setelan import Setelan
from service.domain.sop.baca import read_text
from service.domain.sop.bahan import read_bahan
from service.domain.sop.formulir import form
from service.domain.sop.impor_kata import key
from service.domain.sop.konsep import DIPAKAI, KONSEP, SopKonsep, SopTerbit
from service.domain.sop.konsep_baca import of_sop, of_text
from service.domain.wewenang import Act, Hadir
from service.ports import House, Packs, Reading, Tx

BAWAAN = 0  # the version that came with Berkas


class KonsepBelumBenar(Refusal):
    """A draft with faults governs no matter; all of them, to be mended."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(
            f"Konsep ini belum dapat dipakai karena masih ada {len(faults)} kesalahan. SOP yang "
            "berlaku tidak berubah."
        )
        self.faults = (str(self), *faults)


class SopLainTerganggu(Refusal):
    """Another SOP of the agency could not be walked any more."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(
            "Bila ini diberlakukan, SOP lain tidak dapat dijalankan lagi. Tidak ada yang "
            f"berubah. {faults[0]}"
        )
        self.faults = (str(self), *faults[1:])


class KonsepBerubahSejakDibandingkan(Overtaken):
    """The draft was written on, or called ready or not, since this person compared."""

    def __init__(self) -> None:
        super().__init__("sop_konsep")
        self.args = (
            "Konsep ini ditulis lagi, atau kesiapannya berubah, sejak Anda membandingkannya. Belum "
            "ada yang diberlakukan. Lihat bandingannya sekali lagi, lalu putuskan.",
        )


class SopSudahDiganti(Overtaken):
    """Another version came in force since this person compared."""

    def __init__(self) -> None:
        super().__init__("sop_terbit")
        self.args = (
            "SOP ini sudah diganti versi lain sejak Anda membandingkannya. Tidak ada yang berubah. "
            "Lihat bandingannya sekali lagi, lalu putuskan.",
        )


@dataclass(frozen=True)
class Setuju:
    """The word that puts a draft in force: what was seen of it, and why alone."""

    konsep: str
    versi: int
    kini: int  # the version that was in force when it was compared
    alasan: str = ""


@dataclass(frozen=True)
class Versi:
    """One version of an SOP as its history shows it."""

    urut: int
    teks: str
    bahan: str
    terbit: SopTerbit | None = None  # None for what came with Berkas


def history(house: House, oleh: Hadir, instansi: str, kode: str) -> list[Versi]:
    """Every version of an SOP, the one in force last; TidakAda where there is none to see."""
    oleh.reach(Act.LOOK, instansi)
    with house.ledger.read() as reading:
        found = terbit(reading, instansi, kode)
    seed = came_with(house.packs, instansi, kode)
    if not found and not seed:
        raise TidakAda(f"SOP {kode}")
    first = [Versi(BAWAAN, *seed)] if seed else []
    return [*first, *(Versi(one.urut, one.teks, one.bahan, one) for one in found)]


def terbit(reading: Reading, instansi: str, kode: str) -> list[SopTerbit]:
    """The versions that were put in force on pages, in their order."""
    found = reading.find(SopTerbit, instansi=instansi, kode=kode)
    return sorted(found, key=lambda one: one.urut)


def came_with(packs: Packs, instansi: str, kode: str) -> tuple[str, str] | None:
    """The SOP and its things as they came with Berkas; None where they did not."""
    for home in (instansi, UMUM):
        if text := packs.seed(f"{home}/{path_of(kode)}"):
            return text, packs.seed(f"{home}/{bahan_path(kode)}")
    return None


def last(house: House, konsep: SopKonsep) -> Versi | None:
    """The version that this draft would come after; None where it is a new SOP."""
    with house.ledger.read() as reading:
        found = terbit(reading, konsep.instansi, konsep.kode) if konsep.kode else []
    if found:
        return Versi(found[-1].urut, found[-1].teks, found[-1].bahan, found[-1])
    seed = came_with(house.packs, konsep.instansi, konsep.kode) if konsep.kode else None
    return Versi(BAWAAN, *seed) if seed else None


def open_from(
    house: House, oleh: Hadir, instansi: str, kode: str, id_: str, urut: int | None = None
) -> SopKonsep:
    """An SOP opened as a draft: as it is in force, or as it was in an earlier version."""
    oleh.reach(Act.SOP, instansi)
    with house.ledger.read() as reading:
        reading.get(Setelan, instansi)
        if made := reading.find(SopKonsep, id=id_):
            return mine(oleh, made[0], instansi, kode)
    every = history(house, oleh, instansi, kode)
    seen = every[-1] if urut is None else next((one for one in every if one.urut == urut), None)
    if seen is None:
        raise TidakAda("Versi itu")
    now = house.clock.now()
    bare = SopKonsep(id_, instansi, "", KONSEP, now, oleh.orang.id, kode=kode, dasar=seen.urut)
    filled = _filled(house.packs.still(), bare, seen)
    try:
        with house.ledger.begin() as tx:
            return begun(house, tx, oleh, filled)
    except Overtaken:  # sent twice at once: the other made it
        return mine(oleh, draft_for(house, oleh, id_), instansi, kode)


def _filled(packs: Packs, bare: SopKonsep, seen: Versi) -> SopKonsep:
    brought, _ = read_bahan(bahan_path(bare.kode), seen.bahan)
    things = {**brought, **bahan_of(packs, bare.instansi)}
    sop, _ = read_text(bare.kode, path_of(bare.kode), seen.teks, things, None)
    if sop is None:  # with faults in it, which the draft is there to mend
        return of_text(bare, seen.teks, seen.bahan)
    return of_sop(bare, seen.teks, seen.bahan, sop, form(sop, things))


def use(house: House, oleh: Hadir, asked: Setuju) -> SopTerbit:
    """The draft in force from now on; berkas that run go on as they began."""
    with house.ledger.read() as reading:
        seen = reading.get(SopKonsep, asked.konsep)
    oleh.reach(Act.SOP, seen.instansi)
    with house.ledger.begin() as tx:
        # What it is judged by stands still until it is in force.
        tx.hold_sops(seen.instansi)
        before = tx.get(SopKonsep, asked.konsep)
        if done := tx.find(SopTerbit, konsep=before.id):
            return done[0]
        if before.keadaan != KONSEP:
            raise KonsepSelesai(before)
        packs = house.packs.still()
        kode, teks, bahan = usable(tx, packs, before)
        tempat = izin.Tempat(before.instansi, "", before.penyiap)
        given = izin.need(tx, oleh, Act.SOP_USE, tempat, asked.alasan)
        if asked.versi != before.versi:
            raise KonsepBerubahSejakDibandingkan
        earlier = terbit(tx, before.instansi, kode)
        if (earlier[-1].urut if earlier else BAWAAN) != asked.kini:
            raise SopSudahDiganti
        now, urut = house.clock.now(), asked.kini + 1
        one = SopTerbit(
            id=house.new_id(),
            instansi=before.instansi,
            kode=kode,
            urut=urut,
            nama=before.nama,
            teks=teks,
            bahan=bahan,
            sejak=now,
            oleh=given.siapa,
            penyiap=before.penyiap,
            alasan=izin.written(house, tx, before.instansi, before.id, given.alasan),
            konsep=before.id,
        )
        tx.add(one)
        lay(tx, one)
        tx.save(before, replace(before, keadaan=DIPAKAI, kode=kode))
        told = {"kode": kode, "urut": str(urut), "pemegang": given.pemegang, "alasan": one.alasan}
        tx.note(Catatan(before.instansi, given.siapa, "sop_dipakai", now, one.id, told))
    return one


def usable(tx: Tx, packs: Packs, konsep: SopKonsep) -> tuple[str, str, str]:
    """The code and the files that the draft would be; a Refusal where it cannot be in force."""
    used = {one.kode for one in tx.find(SopTerbit, instansi=konsep.instansi)}
    kode = konsep.kode or _fresh_kode(packs, konsep, used)
    return kode, *_sound(tx, packs, replace(konsep, kode=kode))


def _fresh_kode(packs: Packs, konsep: SopKonsep, used: set[str]) -> str:
    """A code that no SOP has, nor one that was withdrawn."""
    taken = used | {*own_sops(packs, konsep.instansi), *own_sops(packs, UMUM)}
    plain = key(konsep.nama) or "sop"
    plain = plain if len(plain) > 1 else f"sop_{plain}"
    if plain not in taken:
        return plain
    return next(name for n in range(2, 1000) if (name := f"{plain}_{n}") not in taken)


def _sound(tx: Tx, packs: Packs, konsep: SopKonsep) -> tuple[str, str]:
    """The draft as files, where it and every other SOP of the agency can be walked with them."""
    found = judged(packs, konsep)
    if found.berat or found.sop is None:
        raise KonsepBelumBenar(tuple(one.sebab for one in found.berat))
    harmless(packs, konsep.instansi, konsep.kode, found.teks, found.bahan_teks)
    if found.sop.bagian:  # which no row can call
        need_uncalled(tx, konsep.instansi, konsep.kode)
    return found.teks, found.bahan_teks


def harmless(packs: Packs, instansi: str, kode: str, teks: str, bahan: str) -> None:
    """Every other SOP of the agency can still be walked with these files; SopLainTerganggu."""
    here, brought = (f"{instansi}/{x}" for x in (path_of(kode), bahan_path(kode)))
    then = Andai(packs, {here: teks, brought: bahan})
    # By what can be walked: a fault that was there before may be told in other words now.
    lost = set(sops(packs, instansi)) - set(sops(then, instansi)) - {kode}
    known = set(sop_links(packs, instansi))
    wrong = [one for name in sorted(lost) for one in grave(read_sop(then, instansi, name)[1])]
    wrong += [one for one in sop_links(then, instansi) if one not in known]
    if wrong:
        raise SopLainTerganggu([f"{one.file.partition('/')[2]}: {one.sebab}" for one in wrong])


def lay(tx: Tx, one: SopTerbit) -> None:
    """The version over the files of its agency, where every look-up finds it first."""
    for name, text in ((path_of(one.kode), one.teks), (bahan_path(one.kode), one.bahan)):
        id_ = f"{one.instansi}/{name}"
        held = tx.find(Paket, id=id_)
        if held and text:
            tx.save(held[0], replace(held[0], teks=text))
        elif held:
            tx.drop(held[0])
        elif text:
            tx.add(Paket(id_, one.instansi, text))
