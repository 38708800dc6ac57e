"""The proof of a paper's signatures as a sheet of its office: made each time, and kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.acts.bukti import ttd as bukti_ttd
from service.acts.bukti.ttd import Bukti
from service.acts.instansi.packs import agency
from service.acts.instansi.rupa import rupa_of
from service.acts.naskah.acuan import Acuan, in_force
from service.acts.naskah.jenis import made_of
from service.acts.orang.hadir import day
from service.domain import bukti_kata, paper
from service.domain.alasan import Alasan
from service.domain.bukti_ttd import PERISTIWA
from service.domain.catatan import Catatan
from service.domain.isian import of_instansi
from service.domain.isian_cetak import shown
from service.domain.naskah import KATA, called, signatures_count
from service.domain.perbuatan import sentence
from service.domain.refusals import Refusal
from service.domain.ruas import BUKTI_TTD
from service.domain.tanggal import moment, panjang
from service.domain.wewenang import Hadir
from service.ports import House, Packs

TAK_BERNOMOR = "Tidak bernomor"
RAHASIA = "Rahasia"
TERPANJANG = 1_000  # letters of one fact


class TanpaLembarBukti(Refusal):
    """No template says how the proof looks on paper."""

    def __init__(self) -> None:
        super().__init__(
            "Instansi ini belum mempunyai templat lembar bukti tanda tangan yang dapat dipakai. "
            "Buktinya tetap dapat dibaca di halamannya. Pengelola dapat memeriksa templatnya di "
            "halaman Templat."
        )


@dataclass(frozen=True)
class LembarBukti:
    """A sheet that was just made."""

    nama: str  # of the file
    isi: bytes


def printed(house: House, oleh: Hadir, naskah_id: str) -> LembarBukti:
    """The sheet, for who may read the paper itself; it takes no number and leaves no trace."""
    one = bukti_ttd.read(house, oleh, naskah_id)
    naskah = one.naskah.naskah
    with house.ledger.read() as reading:
        today = day(reading, naskah.instansi, house.clock.now())
    with house.room() as room:
        pair = _pair(house.packs.still(), naskah.instansi, room)
        own = of_instansi(agency(house.packs, naskah.instansi), pair.pasangan, today)
        isian = own | _told(house, one, oleh.orang.nama)
        rupa = rupa_of(house, naskah.instansi, room, ikut=pair.rupa)
        whole = shown(pair.pasangan, paper.complete(pair.pasangan, isian))
        filled = house.filler.fill(pair.templat, whole, room / "lembar.docx", rupa)
        content = house.converter.pdf(filled, room / "lembar.pdf").read_bytes()
    plain = re.sub(r"[^a-z0-9]+", "-", (naskah.nomor or naskah.id).lower()).strip("-")
    return LembarBukti(f"bukti-ttd-{plain}.pdf", content)


def facts(one: Bukti, instansi: str) -> tuple[tuple[str, str, bool], ...]:
    """Name, value, and whether it is a long row of letters."""
    naskah, kind = one.naskah.naskah, one.naskah.pasangan
    found = (
        ("Instansi", instansi, False),
        ("Jenis", one.naskah.nama, False),
        ("Nomor", naskah.nomor or (TAK_BERNOMOR if kind and not kind.bernomor else ""), False),
        ("Tanggal", panjang(naskah.tanggal) if naskah.tanggal else "", False),
        ("Keadaan", KATA[naskah.keadaan], False),
        ("Versi", f"Pengajuan ke-{naskah.ajuan}" if naskah.ajuan else "", False),
        ("SHA-256 naskah yang dikirim", naskah.pdf if one.tanda else "", True),
        ("SHA-256 sesudah tanda tangan", one.file, True),
    )
    return tuple(x for x in found if x[1])


def _pair(packs: Packs, instansi: str, room: Path) -> Acuan:
    """The pair that is made of signatures: the agency's own, else that of umum."""
    jenis = made_of(packs, instansi, BUKTI_TTD)
    if not jenis:
        raise TanpaLembarBukti
    return in_force(packs, instansi, jenis, room / "templat.docx")


def _told(house: House, one: Bukti, pencetak: str) -> dict[str, Any]:
    naskah, berkas = one.naskah.naskah, one.naskah.berkas
    instansi = agency(house.packs, naskah.instansi)
    zona = instansi.zona_of(berkas.unit)
    lines = [x for x in house.perkara.trail(naskah) if x.perbuatan in PERISTIWA]
    people = {x.tempat.oleh for x in one.tanda} | {x.siapa for x in lines}
    names = house.lists.nama_orang(people - {""})
    now = moment(house.clock.now(), zona)
    berlaku = signatures_count(naskah)
    return {
        "sifat": RAHASIA if berkas.rahasia else "",
        "naskah": called(naskah, one.naskah.nama),
        "keterangan": [
            {"nama": nama, "nilai": nilai}
            for nama, nilai, long in facts(one, instansi.nama)
            if not long
        ],
        "sebelum": naskah.pdf if one.tanda else "",
        "sesudah": one.file,
        "ditemukan": [_line(x) for x in one.ditemukan],
        "diperiksa": now if one.file else "",
        "tanda": [
            _plain(
                bukti_kata.told(
                    *(x, names.get(x.tempat.oleh, ""), one.alasan.get(x.tempat.id, ""), zona),
                    berlaku=berlaku,
                )
            )
            for x in one.tanda
        ],
        "peristiwa": list(_events(house, lines, names, zona)),
        "dicetak_oleh": pencetak,
        "dicetak": now,
    }


def _events(
    house: House, lines: Iterable[Catatan], names: dict[str, str], zona: str
) -> Iterator[dict[str, str]]:
    """What happened to it on its way to a signature, the first first."""
    every = sorted(lines, key=lambda x: x.urut)
    asked = {x.rincian.get("alasan", "") for x in every} - {""}
    with house.ledger.read() as reading:
        said = {x.id: x.kata for id_ in sorted(asked) for x in reading.find(Alasan, id=id_)}
    for x in every:
        line = {
            "waktu": moment(x.waktu, zona),
            "kata": sentence(x.perbuatan),
            "alasan": said.get(x.rincian.get("alasan", ""), ""),
            "oleh": names.get(x.siapa, "Mesin"),
        }
        yield _plain(line)


def _plain(told: dict[str, str]) -> dict[str, str]:
    return {nama: _line(one) for nama, one in told.items()}


def _line(text: str) -> str:
    """In one line that can be printed, whatever a certificate or a person wrote."""
    return " ".join("".join(x if x.isprintable() else " " for x in text).split())[:TERPANJANG]
