"""Signing by a service that keeps the key: what it gave back counts, or somebody looks into it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.naskah.tempat_ttd import DiTangan
from service.acts.orang import izin
from service.acts.simpan.keep import Kept, hold, keep
from service.domain import tempat_ttd as t
from service.domain.catatan import Catatan
from service.domain.esign.galat import PerluDicek
from service.domain.esign.hasil import judged, last_signature, level
from service.domain.kunci_ttd import BSRE, KunciTtd, known_by
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal, Unavailable
from service.domain.simpanan import Simpanan
from service.domain.tanda_kembali import Putusan
from service.domain.tanda_tangan import BacaanTanda, Sertifikat
from service.domain.tempat_ttd import TempatTtd
from service.ports import House, Tx
from service.ports.signing import KolomTanda, TandaJadi, Terkirim

TANPA_JAWABAN = "Layanan tanda tangan tidak menjawab sampai waktunya habis, atau Berkas terhenti."
TAK_TERSIMPAN = "Naskah kembali dari layanan tanda tangan, tetapi belum dapat disimpan di sini."


@dataclass(frozen=True)
class Terbaca:
    """What was found in a paper that a service gave back."""

    bacaan: BacaanTanda
    dikirim: int
    putusan: Putusan


def aside(house: House, one: TempatTtd) -> Path:
    """Where the paper lies that a service gives back for this place, this time."""
    return house.aside(f"{one.id}-{one.versi}")


def only_adds(di: DiTangan, kolom: list[KolomTanda]) -> list[KolomTanda]:
    """Unseen, where a key of the office signed first: it allows no new place to be seen."""
    before = [one for one in di.semua if one.keadaan == t.DITANDATANGANI]
    if all(one.cara == BSRE for one in before):
        return kolom
    return [KolomTanda(one.nama) for one in kolom]


def taken_in(house: House, di: DiTangan, jadi: TandaJadi, out: Path) -> tuple[TandaJadi, Kept]:
    """The paper, looked at and kept; PerluDicek: it was signed, and is not taken as it is."""
    try:
        kept = keep(house, out)
        found = looked_at(house, di.tempat.sebelum, out, nama=di.tempat.peran)
    except (Refusal, Unavailable, OSError) as wrong:
        raise PerluDicek(TAK_TERSIMPAN, kembali=out) from wrong
    last = last_signature(found.bacaan, found.dikirim)
    if not found.putusan.diterima or last is None:
        raise PerluDicek(" ".join(found.putusan.ditemukan), kembali=out)
    tingkat = level(found.bacaan, found.dikirim)
    return replace(jadi, tingkat=tingkat, sertifikat=last.sertifikat), kept


def looked_at(
    house: House, sebelum: str, pdf: Path, nama: str, sidik: list[str] | None = None
) -> Terbaca:
    """A paper that came back, by the rule for those that a service signs."""
    with house.ledger.read() as reading:
        dikirim = reading.get(Simpanan, sebelum).ukuran
    bacaan = house.verifier.look(pdf, Terkirim(dikirim, sebelum))
    now, berakar = house.clock.now(), bool(house.verifier.known().akar)
    return Terbaca(
        bacaan, dikirim, judged(bacaan, dikirim, nama, now, berakar=berakar, sidik=sidik)
    )


def remember(tx: Tx, kunci: KunciTtd, seen: Sertifikat) -> None:
    """Which certificate signed is known from the paper; its owner is warned before it ends."""
    if kunci.jenis == BSRE and kunci.sidik != seen.sidik:
        tx.save(kunci, known_by(kunci, seen))


def doubted(house: House, naskah: Naskah, place: TempatTtd, gone: BaseException | None) -> None:
    """Nobody knows whether it was signed: what came back is kept, and a person looks into it."""
    lost = gone if isinstance(gone, PerluDicek) else PerluDicek(TANPA_JAWABAN)
    back = aside(house, place)
    kept = keep(house, back) if back.exists() and back.stat().st_size else None
    with house.ledger.begin() as tx:
        now = next(iter(tx.find(TempatTtd, id=place.id)), None)
        if now is None or now.versi != place.versi:
            return
        reason = izin.written(house, tx, naskah.instansi, naskah.id, str(lost))
        sha256 = kept.sha256 if kept else ""
        tx.save(now, t.unknown(now, lost.id_dokumen, reason, sha256))
        if kept:
            hold(tx, kept)
        told = {"tempat": now.id, "alasan": reason} | ({"sesudah": sha256} if sha256 else {})
        siapa, when = place.penyewa, house.clock.now()
        tx.note(Catatan(naskah.instansi, siapa, "naskah_perlu_dicek", when, naskah.id, told))
    done_with(back)


def done_with(back: Path) -> None:
    """It counts, or lies in the store: nothing need lie beside it."""
    with suppress(FileNotFoundError):
        back.unlink()


def expired(house: House, tempat_id: str) -> None:
    """The time of a service is over: where it did not answer, a person looks into it."""
    with house.ledger.read() as reading:
        place = next(iter(reading.find(TempatTtd, id=tempat_id)), None)
        naskah = reading.get(Naskah, place.naskah) if place else None
    if place is None or naskah is None:
        return
    if place.keadaan == t.MENUNGGU and t.hangs(place, house.clock.now()):
        doubted(house, naskah, place, None)
    elif place.keadaan == t.DITANDATANGANI:
        # Killed after it counted and before it was put away; it was taken in the version before.
        done_with(house.aside(f"{place.id}-{place.versi - 1}"))
