"""The draft of the decree that changes a classification: its matter, its test and its paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from service.acts.berkas import baru as berkas_baru
from service.acts.berkas.buka import Pembukaan
from service.acts.dikecualikan import uji
from service.acts.informasi.baca import informasi_for
from service.acts.instansi.packs import agency
from service.acts.naskah import fill as naskah_fill
from service.acts.orang import izin
from service.acts.sop.daftar import own_sops, sops
from service.acts.sop.versi import Jalan, walked
from service.domain.berkas import BERJALAN, Berkas
from service.domain.ids import derived
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import AKAN_BERAKHIR, BERLAKU_KECUALI, TidakDapatBeralih
from service.domain.informasi.kode import spoken
from service.domain.naskah import Naskah
from service.domain.pengecualian import decides
from service.domain.refusals import Refusal
from service.domain.sop.bahan import SK, Bahan
from service.domain.sop.bentuk import Sop
from service.domain.wewenang import Act, Hadir
from service.ports import House


class TanpaSopUji(Refusal):
    """No SOP of the agency tests what an officer brings."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Belum ada SOP uji konsekuensi yang dapat dibuka petugas, atau SOP itu tidak menyebut "
            "naskah perubahannya. Tidak ada yang dibuat."
        )


@dataclass(frozen=True)
class Konsep:
    """What stands now: the matter, and its draft."""

    berkas: Berkas
    naskah: Naskah


def draft(house: House, oleh: Hadir, id_: str) -> Konsep:
    """The matter with the piece as its item, and the draft; asked twice they are the same."""
    with house.ledger.read() as reading:
        one = informasi_for(reading, oleh, id_)
        izin.need(reading, oleh, Act.VERIFY, izin.Tempat(one.instansi, one.unit))
        if one.keadaan not in BERLAKU_KECUALI:
            raise TidakDapatBeralih(one.keadaan, AKAN_BERAKHIR)
    sop = next(_testing(house, one.instansi), "")
    if not sop:
        raise TanpaSopUji
    key = f"{one.id} {one.sk.nomor} {one.sk.tanggal}"
    judul = f"Perubahan klasifikasi informasi {spoken(one.kode)}"
    place = (derived(f"perubahan klasifikasi {key}"), one.instansi, one.unit, sop, judul)
    berkas = berkas_baru.open_by(house, oleh, Pembukaan(*place, rahasia=True))
    with house.ledger.read() as reading:
        bound = any(test.berkas == berkas.id for test in uji.tests_of(reading, one.id))
        jalan = walked(reading, berkas)
        now = informasi_for(reading, oleh, id_)
    if not bound and berkas.keadaan == BERJALAN:
        butir = derived(f"butir perubahan {key}")
        uji.put_in(house, oleh, now.id, now.versi, berkas.id, butir)
    thing = _changed(jalan)
    if thing is None:
        raise TanpaSopUji
    return Konsep(berkas, _paper(house, oleh, one, berkas, thing))


def _testing(house: House, instansi: str) -> Iterator[str]:
    """The SOPs that an officer opens and that decide about items; the agency's own first."""
    own = own_sops(house.packs, instansi)
    found = {
        kode: sop
        for kode, sop in sops(house.packs, instansi).items()
        if sop.buka.petugas and _decides(sop)
    }
    yield from sorted(found, key=lambda kode: (kode not in own, kode))


def _decides(sop: Sop) -> bool:
    return any(decides(sop, row) for row in sop.rows(sop.parts()[0].id))


def _changed(jalan: Jalan) -> Bahan | None:
    """The decree that its rows make, where the pack says which paper changes it later."""
    made = {
        name
        for part in jalan.sop.parts()
        for row in jalan.sop.rows(part.id)
        for name in row.semua_keluaran
    }
    things = (jalan.bahan[name] for name in sorted(made) if name in jalan.bahan)
    return next((one for one in things if one.bukti == SK and one.perubahan), None)


def _paper(house: House, oleh: Hadir, one: Informasi, berkas: Berkas, thing: Bahan) -> Naskah:
    jenis = agency(house.packs, one.instansi).pasangan_of(thing.perubahan)
    kind = naskah_fill.pasangan(house, one.instansi, jenis)
    known: dict[str, Any] = {
        "sk_nomor": one.sk.nomor,
        "sk_tanggal": one.sk.tanggal.isoformat() if one.sk.tanggal else "",
    }
    names = {ruas.nama for ruas in kind.ruas}
    isian = {name: value for name, value in known.items() if name in names and value}
    id_ = derived(f"naskah perubahan {berkas.id}")
    return naskah_fill.fill(house, berkas.id, jenis, isian, oleh, thing.id, id_)
