"""A draft becomes the pair of its agency; an earlier version comes back; a pair is withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.orang import izin
from service.acts.pasangan.klinik_buku import need_book
from service.acts.pasangan.konsep import (
    BelumTercetak,
    KonsepTemplatBerubah,
    KonsepTemplatSelesai,
    draft_in,
)
from service.acts.pasangan.riwayat import Versi, came_with, now_at, one_of, template_of, versions
from service.acts.simpan.keep import JustHeld, hold, keep
from service.acts.simpan.receive import TRIES
from service.acts.sop.daftar import bahan_of
from service.domain import paper
from service.domain.catatan import Catatan
from service.domain.naskah import BELUM_DISETUJUI, DIKIRIM, DISETUJUI, Naskah
from service.domain.paket import Paket, stored_text
from service.domain.pasangan_versi import BARU, BAWAAN, DIPAKAI, KONSEP, PasanganTerbit
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.sop.bahan import NASKAH
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx


class TemplatSudahDiganti(Overtaken):
    """Another version came in force since this person compared."""

    def __init__(self) -> None:
        super().__init__("pasangan_terbit")
        self.args = (
            "Templat ini sudah diganti versi lain sejak Anda membandingkannya. Tidak ada yang "
            "berubah. Lihat bandingannya sekali lagi, lalu putuskan.",
        )


class SudahVersiItu(Refusal):
    """What is asked for is in force already."""

    def __init__(self) -> None:
        super().__init__("Versi itu yang sekarang berlaku. Tidak ada yang berubah.")


class TanpaAlasanTemplat(Refusal):
    """Why a template goes back or is withdrawn is always said."""

    def __init__(self) -> None:
        super().__init__("Tulis alasannya; alasan itu dicatat di jurnal. Tidak ada yang berubah.")


class AdaBawaanTemplat(Refusal):
    """The pair came with Berkas; it goes back to that, and is not withdrawn."""

    def __init__(self) -> None:
        super().__init__(
            "Templat ini punya bawaan, jadi tidak dapat dicabut. Tidak ada yang berubah. Pilih "
            "Kembali ke versi ini pada bawaannya."
        )


class TemplatMasihDipakai(Refusal):
    """Papers or steps need the pair."""

    def __init__(self, sebab: str) -> None:
        super().__init__(f"Templat ini belum dapat dicabut: {sebab} Tidak ada yang berubah.")


@dataclass(frozen=True)
class Setuju:
    """The word that puts a draft in force: what was seen of it, and why alone."""

    konsep: str
    versi: int
    kini: int  # the version that was in force when it was compared
    alasan: str = ""


def use(house: House, oleh: Hadir, asked: Setuju) -> PasanganTerbit:
    """The draft in force from now on; what is not approved yet is printed anew with it."""
    with house.ledger.read() as reading:
        instansi = draft_in(reading, oleh, asked.konsep).instansi
    with house.ledger.begin() as tx:
        tx.hold_pairs(instansi)
        before = draft_in(tx, oleh, asked.konsep)
        if done := tx.find(PasanganTerbit, konsep=before.id):
            return done[0]
        if before.keadaan != KONSEP:
            raise KonsepTemplatSelesai(before)
        if not before.tercetak:
            raise BelumTercetak(before.galat)
        tempat = izin.Tempat(instansi, "", before.penyiap)
        given = izin.need(tx, oleh, Act.PASANGAN_USE, tempat, asked.alasan)
        if asked.versi != before.versi:
            names = house.lists.nama_orang([before.diubah_oleh])
            raise KonsepTemplatBerubah(names.get(before.diubah_oleh, "orang lain"))
        every = versions(house.packs, tx, instansi, before.jenis)
        if now_at(every) != asked.kini:
            raise TemplatSudahDiganti
        need_book(house.packs.still(), instansi, before.jenis, before.teks)
        one = PasanganTerbit(
            id=house.new_id(),
            instansi=instansi,
            jenis=before.jenis,
            urut=max(asked.kini, BAWAAN) + 1,
            nama=before.nama,
            teks=before.teks,
            docx=before.ringan,
            sejak=house.clock.now(),
            oleh=given.siapa,
            asli=before.docx,
            contoh=before.contoh,
            contoh_dasar=before.contoh_dasar,
            penyiap=before.penyiap,
            alasan=izin.written(house, tx, instansi, before.id, given.alasan),
            konsep=before.id,
        )
        tx.save(before, replace(before, keadaan=DIPAKAI))
        _publish(tx, one, "pasangan_dipakai", given.pemegang)
    return one


@dataclass(frozen=True)
class Kembali:
    """The word that brings an earlier version back, or (urut BARU) withdraws the pair."""

    instansi: str
    jenis: str
    kini: int
    alasan: str
    urut: int = BARU


def go_back(house: House, oleh: Hadir, asked: Kembali) -> PasanganTerbit:
    """An earlier version in force again, as a new version of the same files."""
    for _ in range(TRIES):
        try:
            return _gone_back(house, oleh, asked)
        except JustHeld:
            continue
    raise JustHeld


def _gone_back(house: House, oleh: Hadir, asked: Kembali) -> PasanganTerbit:
    kata = _reason(oleh, asked)
    with house.ledger.read() as reading:
        every = versions(house.packs.still(), reading, asked.instansi, asked.jenis)
    goal = one_of(every, asked.urut)
    with template_of(house, goal) as docx:
        held = keep(house, docx)
    with house.ledger.begin() as tx:
        tx.hold_pairs(asked.instansi)
        now, given = _still(house, tx, oleh, asked, kata)
        if now.terbit and now.terbit.dari == goal.urut and now.terbit.oleh == given.siapa:
            return now.terbit  # asked twice
        if now.urut == goal.urut:
            raise SudahVersiItu
        _seen(now, asked)
        need_book(house.packs.still(), asked.instansi, asked.jenis, goal.teks)
        one = _next(house, tx, asked, given, kata)
        kind = paper.checked(asked.jenis, goal.teks, paper.names(asked.jenis)[0])
        last = goal.terbit
        one = replace(
            one,
            nama=kind.nama,
            teks=goal.teks,
            docx=held.sha256,
            asli=last.asli if last else held.sha256,
            contoh=last.contoh if last else "",
            dari=goal.urut,
        )
        hold(tx, held)
        _publish(tx, one, "pasangan_dikembalikan", given.pemegang, seed=goal.urut == BAWAAN)
    return one


def withdraw(house: House, oleh: Hadir, asked: Kembali) -> PasanganTerbit:
    """No paper of this kind is begun any more; those approved keep theirs."""
    kata = _reason(oleh, asked)
    if came_with(house.packs, asked.instansi, asked.jenis):
        raise AdaBawaanTemplat
    with house.ledger.begin() as tx:
        tx.hold_pairs(asked.instansi)
        now, given = _still(house, tx, oleh, asked, kata)
        if now.terbit and not now.berlaku:
            return now.terbit
        _seen(now, asked)
        _need_unused(house, tx, asked)
        one = replace(
            _next(house, tx, asked, given, kata), nama=now.terbit.nama if now.terbit else ""
        )
        _publish(tx, one, "pasangan_dicabut", given.pemegang)
    return one


def _reason(oleh: Hadir, asked: Kembali) -> str:
    oleh.reach(Act.PASANGAN, asked.instansi)
    if not (kata := asked.alasan.strip()):
        raise TanpaAlasanTemplat
    return kata


def _still(house: House, tx: Tx, oleh: Hadir, asked: Kembali, kata: str) -> tuple[Versi, izin.Izin]:
    """The version in force, and the leave to put another in its place."""
    every = versions(house.packs, tx, asked.instansi, asked.jenis)
    if not every:
        raise TidakAda("Templat itu")
    # Who put the present one in force is the first of the two; who acted already only asks again.
    made = every[-1].terbit
    over = made is not None and (not made.berlaku or (made.dari == asked.urut != BARU))
    first = (made.oleh,) if made and not over else ()
    tempat = izin.Tempat(asked.instansi, "", first)
    return every[-1], izin.need(tx, oleh, Act.PASANGAN_USE, tempat, kata)


def _seen(now: Versi, asked: Kembali) -> None:
    if now.urut != asked.kini:
        raise TemplatSudahDiganti


def _next(house: House, tx: Tx, asked: Kembali, given: izin.Izin, kata: str) -> PasanganTerbit:
    id_ = house.new_id()
    return PasanganTerbit(
        id=id_,
        instansi=asked.instansi,
        jenis=asked.jenis,
        urut=max(asked.kini, BAWAAN) + 1,
        nama="",
        teks="",
        docx="",
        sejak=house.clock.now(),
        oleh=given.siapa,
        alasan=izin.written(house, tx, asked.instansi, id_, kata),
    )


def _need_unused(house: House, tx: Tx, asked: Kembali) -> None:
    told = {"instansi": asked.instansi, "jenis": asked.jenis}
    # One that is approved or lies with the signer may be sent back, and is written on again.
    if open_ := tx.find(Naskah, **told, keadaan=sorted({*BELUM_DISETUJUI, DISETUJUI, DIKIRIM})):
        raise TemplatMasihDipakai(
            f"ada {len(open_)} naskah jenis ini yang belum ditandatangani. Selesaikan atau "
            "batalkan dahulu."
        )
    for thing in bahan_of(house.packs.still(), asked.instansi).values():
        if thing.wujud == NASKAH and asked.jenis in (thing.jenis, thing.id):
            raise TemplatMasihDipakai(
                f"bahan '{thing.id}' pada SOP instansi ini dibuat dengannya. Ubah bahan itu dahulu."
            )


def _publish(
    tx: Tx, one: PasanganTerbit, perbuatan: str, pemegang: str, *, seed: bool = False
) -> None:
    tx.add(one)
    lay(tx, one, seed=seed)
    for naskah in tx.find(
        Naskah, instansi=one.instansi, jenis=one.jenis, keadaan=sorted(BELUM_DISETUJUI)
    ):
        tx.plan("draft", naskah.id)
    told = {"jenis": one.jenis, "urut": str(one.urut), "pemegang": pemegang}
    if one.alasan:
        told |= {"alasan": one.alasan}
    tx.note(Catatan(one.instansi, one.oleh, perbuatan, one.sejak, one.id, told))


def lay(tx: Tx, one: PasanganTerbit, *, seed: bool = False) -> None:
    """The version over the files of its agency; over what came with Berkas nothing lies."""
    toml, docx = paper.names(one.jenis)
    gone = seed or not one.berlaku
    for name, text in ((toml, one.teks), (docx, stored_text(one.docx))):
        id_ = f"{one.instansi}/{name}"
        held = tx.find(Paket, id=id_)
        if held and gone:
            tx.drop(held[0])
        elif held:
            tx.save(held[0], replace(held[0], teks=text))
        elif not gone:
            tx.add(Paket(id_, one.instansi, text))
