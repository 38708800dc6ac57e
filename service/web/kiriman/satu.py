"""The page of one kiriman, in the words and shapes it is shown in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from flask import url_for

from service.acts.informasi.masuk import lists_of
from service.acts.kembali.tinta import KEMBALIAN
from service.acts.lihat.terlihat import files_for, seen
from service.acts.register import keberatan_surat, sengketa
from service.domain.catatan import MESIN, Catatan
from service.domain.daftar_unit.masuk import KEADAAN
from service.domain.fisik import told as fisik_told
from service.domain.keberatan import Keberatan
from service.domain.kiriman import (
    BERKAS,
    DIDAFTAR,
    DITOLAK_PETUGAS,
    KARANTINA,
    MENUNGGU_PETUGAS,
    Kiriman,
)
from service.domain.pemisah import DARI, TANPA_NOMOR, part_ids
from service.domain.perbuatan import sentence
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act, Hadir
from service.face.isi import Peristiwa, Tautan
from service.face.isi_formulir import Formulir, Kelompok, Ruas
from service.ports import House
from service.web.dasar import kenangan
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.kiriman import PINTU, final, held, of_kiriman
from service.web.kiriman.file import file_views
from service.web.kiriman.kembaran import unnumbered
from service.web.kiriman.nilai import values
from service.web.kiriman.unggah_isian import fisik_fields

DIPUTUSKAN = frozenset({"kiriman_diputuskan"})
MEJA = {
    MENUNGGU_PETUGAS: "Tentukan di meja",
    KARANTINA: "Buka di meja",
    DITOLAK_PETUGAS: "Buka di meja",
    DIDAFTAR: "Ubah keterangan",
}
JEJAK = (Tautan("Beranda", "/"), Tautan("Kiriman", "/kiriman"))


def page(house: House, oleh: Hadir, one: Kiriman, formulir: Formulir | None) -> dict[str, Any]:
    """All that the page shows; nothing of what its reader may not see."""
    antrean = house.kiriman.underway(one.id)
    with house.ledger.read() as reading:
        files = files_for(reading, oleh, one)
    trail = house.kiriman.trail(one)
    names = house.lists.nama_orang({one.siapa, *(line.siapa for line in trail)})
    zona = zona_of(oleh, at_work())
    tanpa = unnumbered(house, oleh, [one]).get(one.id)
    return {
        "judul": one.surat.perihal or one.nama,
        "jejak": JEJAK,
        "keadaan": of_kiriman(one, antrean),
        "ditahan": held(one),
        "alasan": one.alasan,
        "kembalian": [*_to_decide(one), *_lists(house, oleh, one)],
        "sifat": _traits(one, names, zona),
        "nomor_agenda": one.nomor_agenda,
        "soal_nomor": _about_number(one),
        "tanpa": tanpa,
        "bagian": _parts(house, oleh, one),
        "tumpukan": _stack(house, oleh, one),
        "label": _label(one),
        "file": file_views(files, one, antrean),
        "nilai": values(one, files, decided=_decided(trail)) if files or not one.kembali else (),
        "kembar": _twin(house, oleh, one) if tanpa is None else None,
        "meja": _desk(oleh, one),
        "register": _register(house, oleh, one),
        "disposisi": _disposisi(oleh, one),
        "pantau": "" if final(one, antrean) else url_for("api_kiriman.show", kiriman_id=one.id),
        "muat_ulang": url_for("kiriman.show", kiriman_id=one.id),
        "fisik": fisik_told(one.fisik) if one.fisik else "",
        "fisik_form": formulir or (fisik_form(one) if _may_receive(oleh, one) else None),
        "peristiwa": [_event(line, names, zona) for line in trail],
    }


def _to_decide(one: Kiriman) -> list[Tautan]:
    """The way to what a person says of our own papers that came in it."""
    found = [at for mark, at in one.asal.items() if mark.startswith(f"{KEMBALIAN}:") and at]
    return [
        Tautan("Lihat dan putuskan", url_for("kembali.show", kembali_id=at))
        for at in dict.fromkeys(found)
    ]


def _lists(house: House, oleh: Hadir, one: Kiriman) -> Iterator[Tautan]:
    """The way to the unit's lists that it brought, and to what goes back of them."""
    for found in lists_of(house, oleh, one):
        at = url_for("informasi_masuk.show", daftar_id=found.id)
        name = found.nama_file or "Daftar unit"
        yield Tautan(f"{KEADAAN[found.keadaan]}: {name}", at)
        if found.kembali:
            yield Tautan(f"Unduh yang perlu diperbaiki dari {name}", f"{at}/kembali")


def _about_number(one: Kiriman) -> str:
    """What an officer asks about the number of a kiriman that goes no further for now."""
    if one.keadaan == KARANTINA and one.nomor_agenda:
        return (
            f"Nomor agenda {one.nomor_agenda} tetap milik kiriman ini. File penggantinya, bila "
            "ada, menjadi kiriman baru dengan nomornya sendiri."
        )
    own = one.pintu == BERKAS
    if held(one) and one.instansi and not (one.nomor_agenda or one.kembar or own):
        return (
            "Nomor agenda diberikan begitu file diperiksa, karena hasil pindai dapat memuat "
            "beberapa surat yang masing-masing bernomor."
        )
    return ""


def fisik_form(one: Kiriman) -> Formulir:
    """The form about the paper; carries the version that was seen."""
    fields = (*fisik_fields(one.fisik), Ruas("versi", "Versi", str(one.versi), "tersembunyi"))
    return Formulir(f"/kiriman/{one.id}/fisik", "Simpan letak kertas", (Kelompok("", fields),))


def _may_receive(oleh: Hadir, one: Kiriman) -> bool:
    return bool(one.instansi) and oleh.may(Act.RECEIVE, one.instansi, one.unit)


def _traits(one: Kiriman, names: dict[str, str], zona: str) -> tuple[tuple[str, str], ...]:
    place = unit_name(one.instansi, one.unit)
    agency = nama_instansi(one.instansi) if one.instansi else "belum diketahui"
    at = local(one.diterima, zona)
    traits = [
        ("Diterima", f"{hari_tanggal(at.date())}, {pukul(one.diterima, zona)}"),
        ("Lewat", PINTU.get(one.pintu, one.pintu)),
        ("Diserahkan oleh", "" if one.siapa in ("", MESIN) else _name(one.siapa, names)),
        ("Untuk", f"{place}, {agency}" if place else agency),
        ("Nomor pendaftaran", one.nomor_daftar),
        ("Sifat", "Rahasia: hanya terlihat oleh yang berwenang" if one.rahasia else ""),
    ]
    return tuple((name, value) for name, value in traits if value)


def _name(siapa: str, names: dict[str, str]) -> str:
    return names.get(siapa) or ("Mesin" if siapa in ("", MESIN) else siapa)


def _twin(house: House, oleh: Hadir, one: Kiriman) -> Tautan | None:
    """The first kiriman with the same files; where it is beyond reach, no trace of it."""
    if not one.kembar:
        return None
    with house.ledger.read() as reading:
        try:
            first = reading.get(Kiriman, one.kembar)
        except TidakAda:
            return None
        if not seen(reading, oleh, first):
            return None
    nama = first.nomor_agenda or first.surat.perihal or first.nama
    return Tautan(nama, url_for("kiriman.show", kiriman_id=first.id))


def _parts(house: House, oleh: Hadir, one: Kiriman) -> tuple[Tautan, ...]:
    """The kiriman a stack was taken apart into, as far as this person may see them."""
    return tuple(_shown(house, oleh, part_ids(one)))


def _stack(house: House, oleh: Hadir, one: Kiriman) -> Tautan | None:
    """The stack a part was taken from; where it is beyond reach, no trace of it."""
    return next(_shown(house, oleh, filter(None, [one.asal.get(DARI, "")])), None)


def _shown(house: House, oleh: Hadir, ids: Iterable[str]) -> Iterator[Tautan]:
    with house.ledger.read() as reading:
        found = [one for id_ in ids for one in reading.find(Kiriman, id=id_)]
        visible = [one for one in found if seen(reading, oleh, one)]
    for one in visible:
        words = ", ".join(filter(None, (one.nomor_agenda, one.surat.perihal or one.nama)))
        yield Tautan(words, url_for("kiriman.show", kiriman_id=one.id))


def _label(one: Kiriman) -> Tautan | None:
    if not one.nomor_agenda:
        return None
    return Tautan("Cetak label kertas", url_for("kertas.label", kiriman_id=one.id))


def _desk(oleh: Hadir, one: Kiriman) -> Tautan | None:
    """The way to the desk, where this person decides: now, again, or to correct it."""
    words = MEJA.get(one.keadaan)
    if kenangan.here():  # all that is left to decide about a row without its letter
        words = None if one.rahasia else "Rahasiakan di meja"
    may = oleh.may(Act.IDENTIFY, one.instansi, one.unit) if one.instansi else oleh.may(Act.IDENTIFY)
    if not may or words is None or one.kode in TANPA_NOMOR:
        return None
    return Tautan(words, url_for("meja.show", kiriman_id=one.id))


def _register(house: House, oleh: Hadir, one: Kiriman) -> Tautan | None:
    """Its line in the register of requests or objections, its dispute, or the way to write one."""
    with house.ledger.read() as reading:
        for permohonan in reading.find(Permohonan, kiriman=one.id):
            at = url_for("permohonan.show", permohonan_id=permohonan.id)
            return Tautan("Buka baris registernya", at)
        for keberatan in reading.find(Keberatan, kiriman=one.id):
            at = url_for("permohonan.show_keberatan", keberatan_id=keberatan.id)
            return Tautan("Buka baris registernya", at)
        if dispute := sengketa.of_letter(reading, oleh, one.id):
            at = url_for("sengketa.show", sengketa_id=dispute.id)
            return Tautan("Buka sengketanya", at)
        waits = keberatan_surat.waits(reading, one)
    if not waits or not oleh.may(Act.IDENTIFY, one.instansi, one.unit):
        return None
    at = url_for("keberatan_surat.ask", kiriman_id=one.id)
    return Tautan("Catat di register keberatan", at)


def _decided(trail: list[Catatan]) -> bool:
    """Whether a person looked at what the machine read, and decided."""
    return any(line.perbuatan in DIPUTUSKAN and line.siapa != MESIN for line in trail)


def _event(line: Catatan, names: dict[str, str], zona: str) -> Peristiwa:
    return Peristiwa(
        kata=sentence(line.perbuatan),
        siapa=_name(line.siapa, names),
        waktu=pukul(line.waktu, zona),
        iso=line.waktu.isoformat(),
        hari=hari_tanggal(local(line.waktu, zona).date()),
        nomor=str(line.urut),
    )


def _disposisi(oleh: Hadir, one: Kiriman) -> Tautan | None:
    if not one.instansi or not oleh.sees(one.instansi, one.unit, rahasia=one.rahasia):
        return None
    return Tautan("Disposisi", url_for("disposisi.show", kiriman_id=one.id))
