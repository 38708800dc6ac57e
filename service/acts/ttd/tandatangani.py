"""Sign a paper here: the intent stands first, the signature is made, then it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.naskah.tempat_ttd import DiTangan, in_hand, need_turn
from service.acts.simpan.keep import Kept, hold, keep
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import layanan as ttd_layanan
from service.acts.ttd import letak as letak_ttd
from service.acts.ttd.dilihat import need_looked
from service.acts.ttd.letak import kolom
from service.acts.ttd.tembusan import follows
from service.domain import tempat_ttd as t
from service.domain.catatan import Catatan
from service.domain.esign.galat import PerluDicek
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import BSRE, KunciDilepas, KunciTtd
from service.domain.naskah import Naskah, signed
from service.domain.refusals import Refusal, Unavailable
from service.domain.tempat_ttd import TempatTtd
from service.domain.wewenang import Act, Hadir, grounds
from service.ports import House, Tx
from service.ports.signing import CaraTanda, KolomTanda, Penandatangan, TandaJadi


@dataclass(frozen=True)
class Diminta:
    """What a person signs: the paper as they saw it, the place, the key."""

    naskah: str
    versi: int
    tempat: str
    kunci: str
    bersama: str = ""  # the sitting in which they sign several; they looked at each before


@dataclass(frozen=True)
class Terpegang:
    """A paper in the hands of who signs it now, with their key."""

    di: DiTangan
    kunci: KunciTtd


def sign(
    house: House,
    oleh: Hadir,
    asked: Diminta,
    frasa: FrasaSandi,
    pegang: Penandatangan | None = None,
) -> Naskah:
    """The paper with this person's signature; nothing at all where anything is amiss.

    `pegang`: their key, where it was opened for several papers.
    """
    held = _begun(house, oleh, asked)
    try:
        with house.room() as room:
            who = pegang or Penandatangan(
                oleh.orang.nama, kunci_ttd.opened(house, held.kunci, room)
            )
            jadi, kept = _made(house, held, who, frasa, room)
    except BaseException as gone:
        if held.di.tempat.cara == BSRE and _uncertain(gone):
            ttd_layanan.doubted(house, held.di.naskah, held.di.tempat, gone)
        else:
            _let_go(house, held.di)
        raise
    return _counted(house, oleh, held, jadi, kept)


def _uncertain(gone: BaseException) -> bool:
    """Whether a service may have signed: it says so where it did not, and nobody else does."""
    return isinstance(gone, PerluDicek) or not isinstance(gone, Refusal | Unavailable)


def _counted(house: House, oleh: Hadir, held: Terpegang, jadi: TandaJadi, kept: Kept) -> Naskah:
    if held.kunci.jenis != BSRE:
        return _kept(house, oleh, held, jadi, kept)
    try:
        after = _kept(house, oleh, held, jadi, kept)
    except BaseException as gone:
        ttd_layanan.doubted(house, held.di.naskah, held.di.tempat, gone)
        raise
    ttd_layanan.done_with(ttd_layanan.aside(house, held.di.tempat))
    return after


def _begun(house: House, oleh: Hadir, asked: Diminta) -> Terpegang:
    """The place is taken in a transaction of its own, so that no other begins meanwhile."""
    with house.ledger.begin() as tx:
        one = in_hand(house, tx, oleh, asked.naskah, asked.versi, asked.tempat)
        now = house.clock.now()
        need_turn(one, now)
        if asked.bersama:
            need_looked(tx, oleh, one)
        kunci = kunci_ttd.one_of(tx, oleh, asked.kunci)
        if not kunci.di_sini:
            raise KunciDilepas
        before = t.latest(one.semua, one.naskah.pdf)
        taken = t.taken(one.tempat, oleh.orang.id, kunci.jenis, before, now)
        tx.save(one.tempat, taken)
        told = {"tempat": taken.id, "cara": taken.cara}
        if asked.bersama:
            told |= {"bersama": asked.bersama}
        _note(house, tx, oleh, one.naskah, "naskah_mulai_ttd", told)
        if taken.cara == BSRE:
            tx.plan("doubt", taken.id, taken.sewa_sampai)
    return Terpegang(one.with_place(replace(taken, versi=taken.versi + 1)), kunci)


def _made(
    house: House, held: Terpegang, who: Penandatangan, frasa: FrasaSandi, room: Path
) -> tuple[TandaJadi, Kept]:
    di = held.di
    pdf = house.store.fetch(di.tempat.sebelum, room / "naskah.pdf")
    columns = _columns(house, di, pdf)
    if held.kunci.jenis == BSRE:
        columns = ttd_layanan.only_adds(di, columns)
    how = CaraTanda(
        columns,
        kolom(di.tempat),
        alamat=verified_at(house, di.naskah),
        alasan=f"{di.kind.nama} {di.naskah.nomor}".strip(),
        ukuran=_size(house, pdf, columns, di.tempat),
    )
    if held.kunci.jenis == BSRE:
        out = ttd_layanan.aside(house, di.tempat)
        return ttd_layanan.taken_in(house, di, house.signer.sign(pdf, who, frasa, how, out), out)
    out = room / "bertanda.pdf"
    return house.signer.sign(pdf, who, frasa, how, out), keep(house, out)


def _size(
    house: House, pdf: Path, columns: list[KolomTanda], place: TempatTtd
) -> tuple[float, float] | None:
    """Of the page where it is seen; None where it is not."""
    mine = next(one for one in columns if one.nama == kolom(place))
    return house.placer.size(pdf, mine.halaman) if mine.kotak else None


def _columns(house: House, held: DiTangan, pdf: Path) -> list[KolomTanda]:
    """A field for each who signs: over their printed name where there is room, else unseen."""
    here = letak_ttd.found(house, held.naskah, held.berkas, held.kind, held.semua, pdf)
    return [
        KolomTanda(kolom(one), *at.di, sebutan=at.nama) if at else KolomTanda(kolom(one))
        for one, at in zip(held.semua, here, strict=True)
    ]


def verified_at(house: House, naskah: Naskah) -> str:
    """Where anyone asks after the paper; '' for an office without an address of its own."""
    return f"{house.url}/v/{naskah.token}" if house.url and naskah.token else ""


def _kept(house: House, oleh: Hadir, held: Terpegang, jadi: TandaJadi, kept: Kept) -> Naskah:
    di = held.di
    before, place = di.naskah, di.tempat
    filled = t.signed(place, kept.sha256, house.clock.now())
    done = t.whole(di.with_place(filled).semua)
    after = signed(before, kept.sha256) if done else before
    with house.ledger.begin() as tx:
        tx.save(place, filled)
        # Whoever looked at it before this signature looks again.
        tx.save(before, after)
        hold(tx, kept)
        ttd_layanan.remember(tx, held.kunci, jadi.sertifikat)
        told = {
            "tempat": place.id,
            "sebelum": place.sebelum,
            "sesudah": kept.sha256,
            "cara": place.cara,
            "tingkat": jadi.tingkat,
            "sertifikat": jadi.sertifikat.sidik,
            **_held_as(oleh, di),
        }
        _note(house, tx, oleh, before, "naskah_dibubuhi_ttd", told)
        if done:
            follows(house, tx, before)
            tx.plan("assemble", before.berkas)
            tx.plan("papan", before.id)
    return replace(after, versi=before.versi + 1)


def _held_as(oleh: Hadir, di: DiTangan) -> dict[str, str]:
    """On what the signature stands: a peran of their own, as acting official, or lent."""
    found = grounds(oleh.peran, Act.COMPLETE, di.naskah.instansi, di.berkas.unit)
    one = next(one for one in found if one.peran == di.tempat.peran)
    return {"pemegang": one.id, "sebagai": one.sebagai}


def _let_go(house: House, held: DiTangan) -> None:
    """Nothing was signed: the next may begin at once, not only when the lease ends."""
    with house.ledger.begin() as tx:
        now = next(iter(tx.find(TempatTtd, id=held.tempat.id)), None)
        if now is None or now.versi != held.tempat.versi:
            return
        tx.save(now, t.let_go(now))
        siapa, instansi = held.tempat.penyewa, held.naskah.instansi
        told = {"tempat": now.id}
        what = "naskah_batal_ttd"
        tx.note(Catatan(instansi, siapa, what, house.clock.now(), held.naskah.id, told))


def _note(
    house: House, tx: Tx, oleh: Hadir, naskah: Naskah, apa: str, told: dict[str, str]
) -> None:
    now = house.clock.now()
    tx.note(Catatan(naskah.instansi, oleh.orang.id, apa, now, naskah.id, told))
