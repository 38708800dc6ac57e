"""A dispute in the words and shapes of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from service.acts.instansi.kalender import kalender
from service.acts.lihat.terlihat import line_for
from service.acts.register import sengketa_surat
from service.domain import sengketa as d
from service.domain.berkas import Berkas
from service.domain.kalender import Kalender
from service.domain.keberatan import Keberatan
from service.domain.kiriman import Kiriman
from service.domain.perbuatan import sentence
from service.domain.permohonan import Permohonan
from service.domain.refusals import TidakAda
from service.domain.sengketa import Putusan, Sengketa, SuratSengketa
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Kolom, Peristiwa, Sel, Tabel, Tautan
from service.face.isi_formulir import Formulir
from service.web.dasar import kenangan
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.register import sengketa_isian as isian
from service.web.register import sengketa_isian_putusan as putusan
from service.web.register.sengketa_waktu import WAKTU, late, terms

DAFTAR = (
    Kolom("Nomor register"),
    Kolom("Komisi Informasi"),
    Kolom("Diajukan"),
    Kolom("Tahap"),
    Kolom("Ditunggu sampai"),
)
SURAT = (Kolom("Surat"), Kolom("Perihal"), Kolom("Acara"))


@dataclass(frozen=True)
class Hari:
    """The calendar by which a dispute is told, and today in it."""

    kalender: Kalender
    ini: date


def today(one: Sengketa) -> Hari:
    """The day it is where the dispute belongs."""
    with house().ledger.read() as reading:
        days = kalender(house(), reading, one.instansi, one.unit)
    return Hari(days, days.tanggal(house().clock.now()))


def shape(one: Sengketa, hari: Hari) -> Bentuk:
    """The shape of its state."""
    if one.tahap in d.TERTUTUP:
        return "selesai"
    if one.putusan.ditolak:
        return "menunggu"
    due = waited_for(one, hari)
    return "lewat" if due and due < hari.ini else "menunggu" if due else "berjalan"


def waited_for(one: Sengketa, hari: Hari) -> date | None:
    """The day that is still waited for; after the last day to reject it a ruling stands."""
    due = d.due(one)
    over = one.tahap == d.PUTUSAN and due is not None and due < hari.ini
    return None if over else due


def stage(one: Sengketa, hari: Hari) -> str:
    """How far it has come, and after a ruling what is left to do."""
    it = one.putusan
    if one.tahap != d.PUTUSAN:
        return d.TAHAP[one.tahap]
    if it.ditolak:
        on = hari_tanggal(date.fromisoformat(it.ditolak))
        return f"Ditolak {on}, menunggu pengadilan"
    if it.mengikat:
        return "Putusan dari mediasi, final dan mengikat; laksanakan"
    if it.akibat != d.MENOLAK and waited_for(one, hari) is None:
        return "Putusan tetap; laksanakan"
    return d.TAHAP[one.tahap]


def rows(every: Sequence[Sengketa]) -> tuple[tuple[Sel, ...], ...]:
    """The lines of the list; each place's calendar is asked once."""
    here = {(one.instansi, one.unit): one for one in every}
    days = {place: today(one) for place, one in here.items()}
    return tuple(_row(one, days[one.instansi, one.unit]) for one in every)


def _row(one: Sengketa, hari: Hari) -> tuple[Sel, ...]:
    due = waited_for(one, hari)
    left = hari.kalender.sisa(hari.ini, due) if due else "–"
    return (
        Sel(one.nomor, url_for("sengketa.show", sengketa_id=one.id)),
        Sel(one.komisi),
        Sel(hari_tanggal(one.diajukan), catatan="lewat batas" if one.lewat else ""),
        Sel(stage(one, hari), bentuk=shape(one, hari)),
        Sel(left, iso=due.isoformat() if due else ""),
    )


def page(one: Sengketa, wrong: Formulir | None = None) -> dict[str, Any]:
    """All that its page shows."""
    hari = today(one)
    may = hadir().may(Act.DISPUTE, one.instansi, one.unit)
    with house().ledger.read() as reading:
        about = reading.get(Keberatan, one.keberatan)
        letters = sengketa_surat.letters(reading, hadir(), one)
        found = reading.find(Berkas, id=one.berkas) if one.berkas else []
    forms = [wrong] if wrong else putusan.forms(one) if may else []
    return {
        "judul": f"Sengketa {one.nomor}",
        "jejak": (Tautan("Beranda", "/"), Tautan("Sengketa", url_for("sengketa.listing"))),
        "keadaan": (stage(one, hari), shape(one, hari)),
        "sifat": _traits(one),
        "bundel": url_for("jilid.pack", sengketa_id=one.id) if may else "",
        "keberatan": Tautan(
            about.nomor or about.nomor_agenda,
            url_for("permohonan.show_keberatan", keberatan_id=about.id),
        ),
        "permohonan": _request(one),
        "waktu": Tabel("waktu", "Tenggat", WAKTU, terms(one, about)),
        "lewat": late(one),
        "surat": Tabel("surat", "Surat", SURAT, tuple(_letter(*x) for x in letters)),
        "perbuatan_surat": _letter_forms(one, letters) if may and not wrong else [],
        "putusan": _ruling(one),
        "salinan": kenangan.original(one.putusan.file),
        "berkas": Tautan(found[0].judul, url_for("berkas.show", berkas_id=found[0].id))
        if found
        else None,
        "formulir": forms,
        "peristiwa": _events(one, hari.kalender.zona),
    }


def _traits(one: Sengketa) -> tuple[tuple[str, str], ...]:
    return (
        ("Nomor register", one.nomor),
        ("Komisi", one.komisi),
        ("Instansi", nama_instansi(one.instansi)),
        ("Diajukan", hari_tanggal(one.diajukan)),
        ("Mulai diperiksa", hari_tanggal(one.mulai) if one.mulai else "belum"),
    )


def _request(one: Sengketa) -> Tautan | None:
    if not one.permohonan:
        return None
    with house().ledger.read() as reading:
        try:
            found = line_for(reading, hadir(), Permohonan, one.permohonan)
        except TidakAda:
            return None
    at = url_for("permohonan.show", permohonan_id=found.id)
    return Tautan(found.nomor_daftar or found.nomor_agenda, at)


def _named(letter: Kiriman | None) -> str:
    if letter is None:
        return "Surat yang tidak dapat Anda buka"
    return letter.nomor_agenda or letter.surat.perihal or letter.nama


def _letter(one: SuratSengketa, letter: Kiriman | None) -> tuple[Sel, ...]:
    at = url_for("kiriman.show", kiriman_id=letter.id) if letter else ""
    return (
        Sel(_named(letter), at, catatan=letter.surat.perihal if letter else ""),
        Sel(d.HAL[one.hal]),
        Sel(hari_tanggal(one.acara) if one.acara else "–"),
    )


def _letter_forms(
    one: Sengketa, letters: list[tuple[SuratSengketa, Kiriman | None]]
) -> list[tuple[str, Formulir]]:
    """What can be done about each letter, under words of its own."""
    found = list[tuple[str, Formulir]]()
    for x, letter in letters:
        day = f" ({hari_tanggal(x.acara)})" if x.acara else ""
        name = f"{_named(letter)}{day}"
        if letter:
            found.append((f"Ubah hari acara {name}", isian.moving(one, x)))
        found.append((f"Lepas {name}", isian.parting(one, x.id)))
    return found


def _ruling(one: Sengketa) -> tuple[tuple[str, str], ...]:
    it = one.putusan
    if not it.nomor:
        return ()
    return (
        ("Nomor putusan", it.nomor),
        ("Tanggal", hari_tanggal(date.fromisoformat(it.tanggal))),
        ("Diterima", hari_tanggal(it.sejak) if it.diterima else "belum dicatat"),
        ("Dari", d.ASAL.get(it.dari, "belum dicatat")),
        ("Amar", it.amar),
        ("Akibat", d.AKIBAT[it.akibat]),
        *([("Ditolak kantor ini", _rejected_on(it))] if it.ditolak else []),
    )


def _rejected_on(it: Putusan) -> str:
    return f"dengan surat {hari_tanggal(date.fromisoformat(it.ditolak))}; menunggu pengadilan"


def _events(one: Sengketa, zona: str) -> list[Peristiwa]:
    found = house().perkara.trail(one)
    names = house().lists.nama_orang({line.siapa for line in found})
    return [
        Peristiwa(
            kata=sentence(line.perbuatan),
            siapa=names.get(line.siapa, "Mesin"),
            waktu=pukul(line.waktu, zona),
            iso=line.waktu.isoformat(),
            hari=hari_tanggal(local(line.waktu, zona).date()),
            nomor=str(line.urut),
        )
        for line in found
    ]
