"""A template on the examining bench: it stays the person's own, and no paper is made of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.pasangan import klinik, klinik_gambar
from service.acts.pasangan import masuk as pasangan_masuk
from service.acts.pasangan.klinik_buku import book_faults
from service.acts.pasangan.klinik_perbaiki import mend
from service.acts.pasangan.konsep import draft_of
from service.acts.pasangan.riwayat import history, takes_looks, template_of
from service.acts.simpan.looked import scanned
from service.domain import paper
from service.domain.kiriman import shown
from service.domain.klinik.laporan import Laporan
from service.domain.klinik.letak import Letak
from service.domain.klinik.periksa import TERBESAR
from service.domain.klinik.tercetak import of_print
from service.domain.pasangan_versi import PasanganKonsep
from service.domain.refusals import TidakAda
from service.domain.wewenang import Act, Hadir
from service.ports import House

BERLAKU, KONSEP, UNGGAHAN, PERBAIKAN = "berlaku", "konsep", "unggahan", "perbaikan"
TEMPLAT, RUAS = "templat.docx", "ruas.toml"
NAMA = 200  # letters of a file's name


@dataclass(frozen=True)
class Pasien:
    """A pair that is to be examined: whose, where its template lies for now, what it declares."""

    instansi: str
    jenis: str
    docx: Path
    teks: str
    asal: str
    nama: str
    ikut: bool  # whether the agency's looks are put on it

    @property
    def sebut(self) -> str:
        """What papers of this kind are called."""
        kind, _ = paper.read(self.jenis, self.teks, paper.names(self.jenis)[0])
        return kind.nama if kind else self.jenis.replace("_", " ").capitalize()


@dataclass(frozen=True)
class Cetakan:
    """Its pages as they can be looked at: the template as it stands in Word, or its sample."""

    apa: str
    halaman: int
    letak: tuple[tuple[int, Letak], ...]  # which fault (from 1) stands where


@dataclass(frozen=True)
class Terperiksa:
    """One examined pair, with what its page shows."""

    id: str
    instansi: str
    jenis: str
    asal: str
    nama: str
    sebut: str
    laporan: Laporan
    cetakan: tuple[Cetakan, ...] = ()


@contextmanager
def now(house: House, oleh: Hadir, instansi: str, jenis: str) -> Iterator[Pasien]:
    """The draft of a pair where there is one, else what is in force."""
    oleh.reach(Act.PASANGAN, instansi)
    with house.ledger.read() as reading:
        draft = draft_of(reading, instansi, jenis)
    if draft:
        with house.room() as room:
            docx = house.store.fetch(draft.docx, room / f"{jenis}.docx")
            yield _of_draft(draft, docx)
        return
    last = history(house, oleh, instansi, jenis)[-1]
    if not last.berlaku:
        raise TidakAda("Templat itu")
    kind, _ = paper.read(jenis, last.teks, paper.names(jenis)[0])
    ikut = kind is not None and takes_looks(kind, last)
    with template_of(house, last) as docx:
        yield Pasien(instansi, jenis, docx, last.teks, BERLAKU, f"{jenis}.docx", ikut)


def _of_draft(draft: PasanganKonsep, docx: Path) -> Pasien:
    kind, _ = paper.read(draft.jenis, draft.teks, paper.names(draft.jenis)[0])
    ikut = kind is not None and kind.takes_looks(umum=False)
    nama = draft.nama_file or f"{draft.jenis}.docx"
    return Pasien(draft.instansi, draft.jenis, docx, draft.teks, KONSEP, nama, ikut)


def examined(house: House, one: Pasien) -> Laporan:
    """What the clinic says of it."""
    buku = book_faults(house.packs.still(), one.instansi, one.jenis, one.teks)
    return klinik.examine(house, one.docx, one.teks, one.jenis, one.instansi, buku)


def lay(house: House, oleh: Hadir, one: Pasien) -> str:
    """The pair on this person's bench, with the pictures of its pages; its id there."""
    oleh.reach(Act.PASANGAN, one.instansi)
    if one.docx.stat().st_size > TERBESAR:
        raise pasangan_masuk.TemplatTerlaluBesar
    if scanned(house, one.docx):
        raise pasangan_masuk.TemplatBervirus
    id_ = house.new_id()
    with house.room() as room:
        (room / RUAS).write_bytes(one.teks.encode())
        files = {TEMPLAT: one.docx, RUAS: room / RUAS}
        made = klinik_gambar.printed(house, one, examined(house, one), room)
        files |= {f"{apa}.pdf": path for apa, path in made.items()}
        told = {"instansi": one.instansi, "jenis": one.jenis, "asal": one.asal}
        told |= {
            "nama": shown(one.nama)[:NAMA],
            "cetakan": ",".join(made),
            "ikut": "1" if one.ikut else "",
        }
        house.bench.lay(oleh.orang.id, id_, files, told)
    return id_


def lay_upload(house: House, oleh: Hadir, instansi: str, jenis: str, docx: Path, nama: str) -> str:
    """A file that was sent, as the template of this kind; nothing of it is kept as a draft."""
    with now(house, oleh, instansi, jenis) as one:
        kind, _ = paper.read(jenis, one.teks, paper.names(jenis)[0])
        ikut = kind is not None and kind.takes_looks(umum=False)
        return lay(house, oleh, Pasien(instansi, jenis, docx, one.teks, UNGGAHAN, nama, ikut))


def lay_mended(house: House, oleh: Hadir, instansi: str, jenis: str, id_: str) -> str:
    """The same template with its tags put together, beside it on the bench."""
    with on_bench(house, oleh, instansi, jenis, id_) as one, house.room() as room:
        made = mend(house, one.docx, room / TEMPLAT)
        again = Pasien(instansi, jenis, made, one.teks, PERBAIKAN, one.nama, one.ikut)
        return lay(house, oleh, again)


@contextmanager
def on_bench(house: House, oleh: Hadir, instansi: str, jenis: str, id_: str) -> Iterator[Pasien]:
    """What lies on this person's bench under that id; TidakAda where it is of another pair."""
    oleh.reach(Act.PASANGAN, instansi)
    told = house.bench.told(oleh.orang.id, id_)
    if (told["instansi"], told["jenis"]) != (instansi, jenis):
        raise TidakAda("Hasil pemeriksaan itu")
    with house.room() as room:
        docx = house.bench.take(oleh.orang.id, id_, TEMPLAT, room / f"{jenis}.docx")
        teks = house.bench.take(oleh.orang.id, id_, RUAS, room / RUAS).read_bytes().decode()
        yield Pasien(
            instansi, jenis, docx, teks, told["asal"], told["nama"], ikut=bool(told["ikut"])
        )


def read(house: House, oleh: Hadir, instansi: str, jenis: str, id_: str) -> Terperiksa:
    """What its page shows."""
    with on_bench(house, oleh, instansi, jenis, id_) as one:
        every = house.bench.told(oleh.orang.id, id_)["cetakan"].split(",")
        found = examined(house, one)
        if klinik_gambar.CONTOH in every:
            found = _with_print(house, oleh, id_, one, found)
        prints = tuple(_print(house, oleh, id_, one, found, apa) for apa in every if apa)
        return Terperiksa(id_, instansi, jenis, one.asal, one.nama, one.sebut, found, prints)


def _with_print(house: House, oleh: Hadir, id_: str, one: Pasien, found: Laporan) -> Laporan:
    """The same with what is not read on the print of its sample."""
    with house.room() as room:
        name = f"{klinik_gambar.CONTOH}.pdf"
        pdf = house.bench.take(oleh.orang.id, id_, name, room / name)
        lacks = klinik.unprinted(house, one.docx, pdf, klinik_gambar.kind_of(one))
    return replace(found, ingat=(*found.ingat, *map(of_print, lacks)))


def _print(house: House, oleh: Hadir, id_: str, one: Pasien, found: Laporan, apa: str) -> Cetakan:
    with house.room() as room:
        pdf = house.bench.take(oleh.orang.id, id_, f"{apa}.pdf", room / f"{apa}.pdf")
        where = klinik_gambar.places(house, one, found, pdf, apa)
        return Cetakan(apa, house.reader.look(pdf, f"{apa}.pdf").halaman, tuple(where))


def printed(house: House, oleh: Hadir, instansi: str, jenis: str, id_: str, apa: str) -> bytes:
    """One of its prints as PDF."""
    with _pdf(house, oleh, instansi, jenis, id_, apa) as pdf:
        return pdf.read_bytes()


def page(
    house: House, oleh: Hadir, instansi: str, jenis: str, id_: str, apa: str, halaman: int
) -> bytes:
    """A page (from 1) of a print as PNG; Refusal where it has no such page."""
    with _pdf(house, oleh, instansi, jenis, id_, apa) as pdf:
        return klinik_gambar.page(house, pdf, halaman)


@contextmanager
def _pdf(
    house: House, oleh: Hadir, instansi: str, jenis: str, id_: str, apa: str
) -> Iterator[Path]:
    if apa not in (klinik_gambar.TEMPLAT, klinik_gambar.CONTOH):
        raise TidakAda("Cetakan itu")
    with on_bench(house, oleh, instansi, jenis, id_) as one:
        name = f"{apa}.pdf"
        yield house.bench.take(oleh.orang.id, id_, name, one.docx.parent / name)


def template(house: House, oleh: Hadir, instansi: str, jenis: str, id_: str) -> bytes:
    """Its very bytes, to go on working with in Word."""
    with on_bench(house, oleh, instansi, jenis, id_) as one:
        return one.docx.read_bytes()


def keep_as_draft(
    house: House, oleh: Hadir, instansi: str, jenis: str, id_: str, versi: int, tanda: str
) -> PasanganKonsep:
    """It becomes the draft of its pair; refused where it still has faults."""
    with on_bench(house, oleh, instansi, jenis, id_) as one, house.room() as room:
        docx = Path(shutil.copyfile(one.docx, room / TEMPLAT))
        asked = pasangan_masuk.Unggah(tanda, instansi, jenis, versi, docx, one.nama)
        return pasangan_masuk.take_in(house, oleh, asked)
