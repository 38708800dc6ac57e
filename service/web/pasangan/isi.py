"""Templates in the words and shapes their pages show them in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from flask import url_for

from service.acts.pasangan.daftar import DIUBAH, BarisPasangan
from service.acts.pasangan.riwayat import Versi
from service.domain.alasan import Alasan
from service.domain.paket import UMUM
from service.domain.pasangan_versi import (
    BAWAAN,
    GUGUR,
    PasanganKonsep,
    PasanganTerbit,
    is_ready,
)
from service.domain.perbuatan import sentence
from service.domain.setelan import Setelan
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Bentuk, Kolom, Peristiwa, Sel, Tabel, Tautan
from service.face.isi_pasangan import VersiTemplat
from service.web.dasar.auth import hadir, house
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sekali import known
from service.web.kata.berkas import moment

JEJAK = (Tautan("Beranda", "/"), Tautan("Templat", "/pasangan"))
KOLOM = (Kolom("Jenis naskah"), Kolom("Asal templat"), Kolom("Berlaku sejak"), Kolom("Konsep"))
JEJAK_TERLIHAT = 40


def zona(instansi: str) -> str:
    """The clock of an agency."""
    agency = known(instansi)
    return agency.zona if agency else "WIB"


def rule(instansi: str) -> str:
    """The four-eyes rule of an agency."""
    with house().ledger.read() as reading:
        return reading.get(Setelan, instansi).empat_mata


def trail(instansi: str, jenis: str = "", nama: str = "") -> tuple[Tautan, ...]:
    """The way to the templates of an agency, or further to one of them."""
    up = url_for("pasangan.listing", instansi=instansi)
    found = (*JEJAK, Tautan(nama_instansi(instansi), up))
    if not jenis:
        return found
    return (*found, Tautan(nama, url_for("pasangan.show", instansi=instansi, jenis=jenis)))


def table(instansi: str, rows: Sequence[BarisPasangan]) -> Tabel:
    """The kinds of an agency as a list."""
    names = house().lists.nama_orang({one.terbit.oleh for one in rows if one.terbit})
    return Tabel(
        "templat",
        f"Templat {nama_instansi(instansi)}",
        KOLOM,
        tuple(_row(instansi, one, names) for one in rows),
    )


def _row(instansi: str, one: BarisPasangan, names: dict[str, str]) -> tuple[Sel, ...]:
    known_ = bool(one.asal or one.terbit)  # else there is a draft of it, and nothing more
    at = url_for("pasangan.show", instansi=instansi, jenis=one.jenis) if known_ else ""
    since = Sel("–")
    if one.terbit:
        who = names.get(one.terbit.oleh, "–")
        since = Sel(moment(one.terbit.sejak, zona(instansi)), catatan=f"oleh {who}")
    return (
        Sel(one.nama, at, catatan=one.jenis),
        Sel(source(one)),
        since,
        _draft(one.konsep) if one.konsep and hadir().may(Act.PASANGAN, instansi) else Sel("–"),
    )


def source(one: BarisPasangan) -> str:
    """Where the pair in force comes from."""
    if one.asal == DIUBAH and one.terbit:
        return f"Diubah di sini (versi {one.terbit.urut})"
    if one.asal == UMUM:
        return "Bawaan umum"
    if one.asal:
        return "Bawaan instansi"
    return "Dicabut" if one.terbit else "Belum berlaku"


def _draft(konsep: PasanganKonsep) -> Sel:
    bentuk, kata = badge(konsep)
    return Sel(kata, konsep_at(konsep), bentuk)


def konsep_at(konsep: PasanganKonsep) -> str:
    """The page of a draft."""
    return url_for("pasangan_konsep.show", instansi=konsep.instansi, jenis=konsep.jenis)


def badge(konsep: PasanganKonsep) -> tuple[Bentuk, str]:
    """The state of a draft, as lists show it."""
    if is_ready(konsep):
        return "menunggu", "Siap diberlakukan"
    if konsep.galat:
        return "lewat", "Contohnya gagal dicetak"
    if konsep.siap == GUGUR:
        return "berjalan", "Diubah lagi, belum siap"
    return "berjalan", "Sedang disusun"


def called(one: Versi) -> str:
    """What a version is called."""
    if not one.berlaku:
        return "Dicabut"
    if one.terbit is None:
        return "Bawaan umum" if one.asal == UMUM else "Bawaan instansi"
    return f"Versi {one.urut}"


def files(one: Versi) -> tuple[Tautan, ...]:
    """Where the two files of a version are taken from."""
    if not one.berlaku:
        return ()
    told: dict[str, Any] = {"instansi": one.instansi, "jenis": one.jenis, "urut": one.urut}
    name = called(one).lower()
    return (
        Tautan(f"Unduh Word, {name}", url_for("pasangan.file", akhir="docx", **told)),
        Tautan(f"Unduh daftar ruas, {name}", url_for("pasangan.file", akhir="toml", **told)),
    )


def facts(one: Versi, names: dict[str, str], whys: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Who put a version in force, when, and why."""
    made = one.terbit
    if made is None:
        return ()
    back = "bawaan" if made.dari == BAWAAN else f"versi {made.dari}"
    told = (
        (
            "Dicabut sejak" if not one.berlaku else "Berlaku sejak",
            moment(made.sejak, zona(one.instansi)),
        ),
        ("Oleh", names.get(made.oleh, "–")),
        ("Disusun oleh", ", ".join(names.get(who, "–") for who in made.penyiap)),
        ("Kembali ke", back if made.dari >= BAWAAN else ""),
        ("Alasan", whys.get(made.alasan, "")),
        ("Sidik templat", made.docx[:12]),
    )
    return tuple((name, words) for name, words in told if words)


def shown(every: Sequence[Versi]) -> tuple[VersiTemplat, ...]:
    """The versions of a template, the newest first; how to go back is added by the page."""
    made = [one.terbit for one in every if one.terbit]
    names = house().lists.nama_orang({who for one in made for who in (one.oleh, *one.penyiap)})
    whys = reasons([one.alasan for one in made if one.alasan])
    found = [
        VersiTemplat(
            one.urut,
            called(one),
            berlaku=n == len(every) - 1 and one.berlaku,
            sifat=facts(one, names, whys),
            unduh=files(one),
            banding=_compared(every[n - 1], one) if n else "",
            dicabut=not one.berlaku,
        )
        for n, one in enumerate(every)
    ]
    return tuple(reversed(found))


def _compared(before: Versi, one: Versi) -> str:
    if not before.berlaku or not one.berlaku:
        return ""
    told: dict[str, Any] = {"instansi": one.instansi, "jenis": one.jenis}
    return url_for("pasangan_versi.compare", dari=before.urut, ke=one.urut, **told)


def reasons(ids: Iterable[str]) -> dict[str, str]:
    """The reasons that were written, by their ids."""
    with house().ledger.read() as reading:
        return {id_: reading.get(Alasan, id_).kata for id_ in ids}


def events(things: Iterable[PasanganKonsep | PasanganTerbit]) -> list[Peristiwa]:
    """The lines of the journal about a template, newest first."""
    lines = [(line, one.instansi) for one in things for line in house().perkara.trail(one)]
    lines = sorted(lines, key=lambda one: one[0].urut, reverse=True)[:JEJAK_TERLIHAT]
    names = house().lists.nama_orang({line.siapa for line, _ in lines})
    return [
        Peristiwa(
            sentence(line.perbuatan),
            names.get(line.siapa, "Mesin"),
            pukul(line.waktu, zona(instansi)),
            line.waktu.isoformat(),
            hari_tanggal(local(line.waktu, zona(instansi)).date()),
            nomor=str(line.urut),
        )
        for line, instansi in lines
    ]
