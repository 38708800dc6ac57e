"""A ruling of the Komisi Informasi: what it says, and the test that it may order, in one breath."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.lihat.terlihat import file_for
from service.acts.orang import izin
from service.acts.register.sengketa import is_withheld, sengketa_for
from service.acts.sop.daftar import own_sops, sops
from service.domain import sengketa as d
from service.domain import sengketa_putusan as p
from service.domain import uji
from service.domain.butir import Butir
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan
from service.domain.kode_lacak import id_for
from service.domain.refusals import Overtaken
from service.domain.sengketa import Putusan, Sengketa
from service.domain.sengketa_putusan import PutusanTidakSah
from service.domain.sop.bentuk import UJI, Sop
from service.domain.uji import LembarUji
from service.domain.wewenang import Act, Hadir
from service.ports import House, Packs, Reading, Tx

TERBANYAK = 50  # items that one ruling orders to be tested
TERPANJANG = 300


@dataclass(frozen=True)
class Perintah:
    """What the ruling orders to be tested, and under which SOP."""

    sop: str = ""
    butir: tuple[str, ...] = ()


def testing(packs: Packs, instansi: str) -> dict[str, Sop]:
    """The SOPs by which an agency tests consequences, its own before the common ones."""
    own = set(own_sops(packs, instansi))
    found = sops(packs, instansi)
    order = sorted(found, key=lambda kode: (kode not in own, kode))
    return {
        kode: found[kode]
        for kode in order
        if any(UJI in row.lembar for row in found[kode].langkah) and not found[kode].bagian
    }


def look(
    house: House, oleh: Hadir, id_: str, versi: int, putusan: Putusan, perintah: Perintah
) -> None:
    """Refuse what `rule` would refuse, before a scan is taken in for it."""
    with house.ledger.read() as reading:
        _ruled(house, reading, oleh, id_, versi, putusan, perintah)


def rule(
    house: House,
    oleh: Hadir,
    id_: str,
    versi: int,
    putusan: Putusan,
    perintah: Perintah,
) -> Sengketa:
    """The ruling is recorded, and the test it orders opened; the same ruling twice opens one."""
    with house.ledger.begin() as tx:
        if putusan.file:
            file_for(tx, oleh, putusan.file)
        before, after, given = _ruled(house, tx, oleh, id_, versi, putusan, perintah)
        if after == before:
            return before
        if putusan.akibat == d.UJI_ULANG:
            after = replace(after, berkas=_test(house, tx, after, perintah, given.siapa))
        tx.save(before, after)
        told = {"nomor": putusan.nomor, "akibat": putusan.akibat, "pemegang": given.pemegang}
        told |= {"berkas": after.berkas} if after.berkas else {}
        now = house.clock.now()
        for about in (before.id, before.keberatan):
            line = Catatan(before.instansi, given.siapa, "sengketa_diputus", now, about, told)
            tx.note(line)
    return replace(after, versi=before.versi + 1)


def _ruled(
    house: House,
    reading: Reading,
    oleh: Hadir,
    id_: str,
    versi: int,
    putusan: Putusan,
    perintah: Perintah,
) -> tuple[Sengketa, Sengketa, izin.Izin]:
    before = sengketa_for(reading, oleh, id_)
    given = izin.need(reading, oleh, Act.DISPUTE, izin.Tempat(before.instansi, before.unit))
    days = kalender(house, reading, before.instansi, before.unit)
    after = p.ruled(before, putusan, days.tanggal(house.clock.now()))
    if after == before:
        return before, before, given
    if before.versi != versi:
        raise Overtaken("sengketa", id_)
    if putusan.akibat == d.UJI_ULANG:
        _testable(house, before, perintah)
    last = d.rejected_by(after, agency(house.packs, before.instansi), days)
    return before, replace(after, batas_putusan=last), given


def _testable(house: House, one: Sengketa, perintah: Perintah) -> None:
    known = testing(house.packs, one.instansi)
    if not known:
        raise PutusanTidakSah(
            "Instansi ini belum mempunyai SOP uji konsekuensi, jadi berkas ujinya tidak dapat "
            "dibuka. Belum ada yang disimpan; minta administrator melengkapi paketnya."
        )
    if perintah.sop not in known:
        raise PutusanTidakSah("Pilih SOP uji konsekuensinya. Belum ada yang disimpan.")
    if not perintah.butir:
        raise PutusanTidakSah(
            "Tulis informasi yang diperintahkan diuji, satu baris satu informasi. Belum ada yang "
            "disimpan."
        )
    if len(perintah.butir) > TERBANYAK or any(len(one) > TERPANJANG for one in perintah.butir):
        raise PutusanTidakSah(
            f"Paling banyak {TERBANYAK} informasi, masing-masing {TERPANJANG} huruf. Belum ada "
            "yang disimpan; ringkaskan daftarnya."
        )


def _test(house: House, tx: Tx, one: Sengketa, perintah: Perintah, siapa: str) -> str:
    """The matter in which the ruling is carried out, with an item for each thing it names."""
    asked = Pembukaan(
        id_for("uji_sengketa", one.id),
        one.instansi,
        one.unit,
        perintah.sop,
        f"Uji konsekuensi atas putusan {one.putusan.nomor}",
        # So that it is withheld with the objection, should that be withheld later.
        kiriman=tx.get(Keberatan, one.keberatan).kiriman,
        rahasia=is_withheld(tx, one),
    )
    berkas = begun(house, tx, asked, siapa)
    rujukan = f"Sengketa {one.nomor}, putusan {one.putusan.nomor}"
    lembar = LembarUji(pemicu=uji.SENGKETA, rujukan=rujukan, unit=one.unit)
    for urut, judul in enumerate(perintah.butir, 1):
        words = " ".join(judul.split())
        tx.add(Butir(house.new_id(), berkas.id, urut, words, one.unit, uji=lembar))
    told = {"sengketa": one.id, "butir": str(len(perintah.butir))}
    tx.note(Catatan(one.instansi, siapa, "butir_ditambah", house.clock.now(), berkas.id, told))
    return berkas.id
