"""What was found, as a line of the search shows it: each place leads to its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from flask import url_for

from service.acts.cari.temukan import Ditemukan
from service.acts.lihat.kenangan import of_letters, of_papers
from service.domain import naskah as n
from service.domain.arsip.kenangan import Kenangan
from service.domain.cari import Potongan, Tanya, marked
from service.domain.kiriman import File, Kiriman
from service.domain.naskah import called
from service.domain.tanggal import local, panjang
from service.face.isi import Tautan
from service.face.isi_register import HasilCari, KutipanCari
from service.ports.naskah import BarisNaskah
from service.web.dasar.auth import hadir, house
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work
from service.web.kata.kiriman import of_kiriman
from service.web.kata.naskah import BENTUK


def told(
    some: Sequence[Ditemukan], tanya: Tanya, names: Mapping[tuple[str, str], str], kata: str
) -> tuple[HasilCari, ...]:
    """Each in its order; what was destroyed says so, and leads to no page of it."""
    letters = [x.temu.kiriman.id for x in some if x.temu.kiriman]
    papers = [x.temu.naskah.naskah.id for x in some if x.temu.naskah]
    with house().ledger.read() as reading:
        gone = {**of_letters(reading, letters), **of_papers(reading, papers)}
    return tuple(_kept(one, shown(one, tanya, names, kata), gone) for one in some)


def _kept(one: Ditemukan, line: HasilCari, gone: Mapping[str, Kenangan]) -> HasilCari:
    if one.temu.naskah:
        own, id_ = "/naskah", one.temu.naskah.naskah.id
    else:
        own, id_ = "/kiriman", one.temu.kiriman.id if one.temu.kiriman else ""
    if id_ not in gone:
        return line
    said = (*line.sifat, gone[id_].pendek)
    return replace(line, alamat=f"{own}/{id_}", sifat=said, potongan=(), lain=None)


def shown(
    one: Ditemukan, tanya: Tanya, names: Mapping[tuple[str, str], str], kata: str
) -> HasilCari:
    """A file that came in, or one of our own papers; `names`: of the kinds of paper, by agency."""
    if one.temu.naskah:
        paper = one.temu.naskah
        nama = names.get((paper.naskah.instansi, paper.naskah.jenis))
        nama = nama or paper.naskah.jenis.replace("_", " ").capitalize()
        return _paper(one, paper, called(paper.naskah, nama), tanya, kata)
    if one.temu.kiriman is None or one.temu.file is None:
        raise ValueError("found in nothing")
    return _letter(one, one.temu.kiriman, one.temu.file, tanya, kata)


def _letter(one: Ditemukan, kiriman: Kiriman, file: File, tanya: Tanya, kata: str) -> HasilCari:
    keadaan, stem = of_kiriman(kiriman), house().stemmer.akar
    judul = kiriman.surat.perihal or kiriman.nama
    told = (
        kiriman.nomor_agenda and f"Agenda {kiriman.nomor_agenda}",
        kiriman.surat.nomor and f"Nomor {kiriman.surat.nomor}",
        kiriman.surat.pengirim,
        f"diterima {_day(kiriman.diterima)}",
        unit_name(kiriman.instansi, kiriman.unit),
        "rahasia" if kiriman.rahasia else "",
    )
    own = f"/kiriman/{kiriman.id}"
    opened = url_for("cari_lihat.file", file_id=file.id, n=one.halaman or 1, kata=kata)
    return HasilCari(
        judul=marked(judul, tanya, stem).kata,
        alamat=opened if one.halaman else own,
        keadaan=keadaan.kata,
        bentuk="dikecualikan" if kiriman.rahasia else keadaan.bentuk,
        sifat=tuple(filter(None, told)),
        file=marked(file.nama, tanya, stem).kata if file.nama != judul else (),
        potongan=tuple(
            _piece(x, url_for("cari_lihat.file", file_id=file.id, n=x.halaman or 1, kata=kata))
            for x in one.kutipan
        ),
        lain=Tautan("Lihat kirimannya", own) if one.halaman else None,
    )


def _paper(one: Ditemukan, paper: BarisNaskah, judul: str, tanya: Tanya, kata: str) -> HasilCari:
    naskah, stem = paper.naskah, house().stemmer.akar
    told = (
        "Naskah kantor ini",
        paper.judul,
        f"dibuat {_day(naskah.dibuat)}",
        unit_name(naskah.instansi, paper.unit),
        "rahasia" if paper.rahasia else "",
    )
    own = f"/naskah/{naskah.id}"
    opened = url_for("cari_lihat.naskah", naskah_id=naskah.id, n=one.halaman or 1, kata=kata)
    return HasilCari(
        judul=marked(judul, tanya, stem).kata,
        alamat=opened if one.halaman else own,
        keadaan=n.KATA[naskah.keadaan],
        bentuk="dikecualikan" if paper.rahasia else BENTUK[naskah.keadaan],
        sifat=tuple(filter(None, told)),
        file=(),
        potongan=tuple(
            _piece(
                x, url_for("cari_lihat.naskah", naskah_id=naskah.id, n=x.halaman or 1, kata=kata)
            )
            for x in one.kutipan
        ),
        lain=Tautan("Lihat naskahnya", own) if one.halaman else None,
    )


def _piece(one: Potongan, alamat: str) -> KutipanCari:
    return KutipanCari(one.kata, Tautan(f"Halaman {one.halaman}", alamat) if one.halaman else None)


def _day(moment: datetime) -> str:
    return panjang(local(moment, zona_of(hadir(), at_work())).date())
