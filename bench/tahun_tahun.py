"""Years of an office in a minute: each row, version and line as the acts would leave it."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.tuang import Kendi
from service.acts.instansi import pilihan as agencies
from service.acts.orang import masuk, mulai, orang, peran
from service.adapters.ledger import tables
from service.adapters.ledger.rows import content, to_row
from service.adapters.ledger.tables import TABLES
from service.domain.berkas import BERJALAN, Berkas, bound
from service.domain.catatan import MESIN, Catatan, Kepala, Ubahan, chain, hash_of
from service.domain.ids import from_bytes
from service.domain.kiriman import (
    AGENDA,
    DIKENALI,
    DITERIMA,
    MENUNGGU_PETUGAS,
    POLA_AGENDA,
    File,
    Kiriman,
    identified,
    registered,
)
from service.domain.naskah import (
    KONSEP,
    Naskah,
    approved,
    archived,
    drafted,
    put_forward,
    sent,
    signed,
)
from service.domain.nomor import Buku, Nomor, Tulisan, drawn
from service.domain.pekerjaan import TUGAS, Pekerjaan
from service.domain.simpanan import DIPEGANG, Simpanan
from service.house import RealHouse

AWAL = datetime(2021, 1, 4, 1, 0, tzinfo=UTC)
SANDI = "jeruk nipis di pasar"
ORANG = 60  # people in each instansi
LINES = 10  # of the journal, for each berkas
SEKALIGUS = 2_000  # matters poured at once
PERAN = ("petugas", "tim_sekretariat", "ppid", "pengelola_arsip", "unit", "atasan_ppid")
MENUNGGU, OWED, MACET = 50, 10, 200  # one matter in so many waits, owes work, is stuck


@dataclass(frozen=True)
class Kantor:
    """Who belongs here, and the token and the cookie by which pages are reached."""

    orang: dict[str, list[str]]
    cookie: str
    undangan: str

    @property
    def instansi(self) -> list[str]:
        return list(self.orang)


@dataclass
class Dulu:
    """A clock that stands in the office's first year."""

    at: datetime = AWAL

    def now(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


@dataclass
class Jurnal:
    """The end of one instansi's journal, and its agenda books."""

    kode: str
    kepala: Kepala
    agenda: dict[int, int] = field(default_factory=dict)


def opened(house: RealHouse, many: int = ORANG) -> Kantor:
    """An office as its acts open it: administrator, five agencies, people with their peran."""
    then = replace(house, clock=Dulu())  # type: ignore[arg-type]
    isian = orang.Isian("admin.contoh", "Contoh Administrator")
    first = mulai.first_administrator(then, mulai.first_link(then), isian, SANDI, "127.0.0.1")
    admin = masuk.who(then, first.token)
    assert admin
    people = {}
    for one in agencies.offered(then):
        agencies.set_up(then, admin, one.kode)
        people[one.kode] = [_person(then, admin, one.kode, n) for n in range(many)]
        for held in PERAN[1:3]:
            peran.give(then, admin, admin.orang.id, peran.Penugasan(one.kode, "", held))
    token = orang.invite(house, admin, people[next(iter(people))][1])
    return Kantor(people, masuk.enter(house, "admin.contoh", SANDI, "127.0.0.1").token, token)


def _person(house: RealHouse, admin: Any, kode: str, n: int) -> str:
    isian = orang.Isian(f"contoh.{kode[:20].replace('_', '-')}.{n}", f"Contoh Petugas {n}")
    made, _ = orang.create(house, admin, kode, isian)
    peran.give(house, admin, made.id, peran.Penugasan(kode, "", PERAN[n % len(PERAN)]))
    return made.id


def lived(house: RealHouse, kantor: Kantor, kendi: Kendi, berkas: int) -> None:
    """So many berkas, spread over the agencies and the years up to an hour ago."""
    dice = random.Random(berkas)
    step = (house.clock.now() - timedelta(hours=1) - AWAL - timedelta(days=1)) / berkas
    with house.ledger.read() as look:
        journals = {kode: Jurnal(kode, look.kepala(kode)) for kode in kantor.instansi}
    for n in range(berkas):
        journal = journals[kantor.instansi[n % len(journals)]]
        matter = Matter(kendi, journal, AWAL + timedelta(days=1) + n * step, dice)
        matter.live(n, kantor.orang[journal.kode])
        if n % SEKALIGUS == SEKALIGUS - 1:
            kendi.empty()
    for journal in journals.values():
        kendi.add(tables.kepala, to_row(journal.kepala))
        for tahun, last in journal.agenda.items():
            buku = Buku(journal.kode, AGENDA, tahun)
            kendi.add(tables.buku, {**to_row(buku), "id": buku.id, "terakhir": last})
    kendi.empty()


class Matter:
    """One matter from its kiriman to its dossier, ten lines of the journal long."""

    def __init__(self, kendi: Kendi, journal: Jurnal, at: datetime, dice: random.Random) -> None:
        self.kendi, self.journal, self.at, self.dice = kendi, journal, at, dice
        self.rows: dict[str, Any] = {}
        self.hashes: dict[str, str] = {}
        self.lines = 0

    def live(self, n: int, people: Sequence[str]) -> None:
        """All of it; one in fifty waits for a person who says what came in."""
        self._come_in(n)
        if n % MENUNGGU == 0:
            kata = "Isi file tidak dikenali mesin; pilih jenisnya."
            self._note(
                MESIN, "kiriman_diperiksa", identified(self._kiriman, MENUNGGU_PETUGAS, kata)
            )
        else:
            self._work(n, people)
        while self.lines < LINES:
            self._note(self.dice.choice(people), "masuk")
        for row in self.rows.values():
            self.kendi.add(TABLES[type(row)], to_row(row))
        self._owe(n)

    @property
    def _kiriman(self) -> Kiriman:
        found: Kiriman = self.rows["kiriman"]
        return found

    def _come_in(self, n: int) -> None:
        nama = f"Surat Contoh {n}.pdf"
        sha256 = hashlib.sha256(nama.encode()).hexdigest()
        kiriman = Kiriman(self._id(), self.journal.kode, "", "folder", nama, DITERIMA, self.at)
        file = File(self._id(), kiriman.id, nama, sha256, 20_000 + n, "application/pdf")
        self.kendi.add(tables.simpanan, to_row(Simpanan(sha256, file.ukuran, DIPEGANG, self.at)))
        self._note(MESIN, "kiriman_diterima", kiriman, file)

    def _work(self, n: int, people: Sequence[str]) -> None:
        kode, officer = self.journal.kode, self.dice.choice(people)
        self._note(MESIN, "kiriman_diperiksa", identified(self._kiriman, DIKENALI, ""))
        judul = f"Permohonan contoh {n}"
        berkas = Berkas(self._id(), kode, "", judul, self._kiriman.id, BERJALAN, self.at)
        nomor = self._agenda()
        kiriman = registered(self._kiriman, nomor.nomor)
        self._note(MESIN, "kiriman_didaftar", kiriman, berkas, nomor)
        isian = {"perihal": judul, "tentang": "Contoh daftar informasi publik"}
        naskah = Naskah(self._id(), berkas.id, kode, "sk_penetapan_dip", KONSEP, self.at, isian)
        naskah = self._note(officer, "naskah_diisi", naskah)
        sha256 = hashlib.sha256(naskah.id.encode()).hexdigest()
        naskah = self._note(MESIN, "naskah_dicetak", drafted(naskah, sha256, sha256, sha256))
        if n % 2:  # the others wait to be approved
            made = approved(put_forward(naskah), f"{n}/SK/{self.at.year}", self.at.date())
            naskah = self._note(self.dice.choice(people), "naskah_disetujui", made)
            naskah = self._note(MESIN, "naskah_dikirim", sent(naskah))
            naskah = self._note(MESIN, "naskah_ditandatangani", signed(naskah, sha256))
            self._note(MESIN, "berkas_diarsipkan", archived(naskah), bound(berkas, sha256))

    def _agenda(self) -> Nomor:
        tahun = self.at.year
        urut = self.journal.agenda[tahun] = self.journal.agenda.get(tahun, 0) + 1
        book = Buku(self.journal.kode, AGENDA, tahun)
        isi = Tulisan(POLA_AGENDA, tanggal=self.at.date())
        return drawn(book, urut, self._kiriman.id, isi, self.at.date(), self.at)

    def _note(self, siapa: str, perbuatan: str, *changed: Any) -> Any:
        """A line of the journal with the rows it changed; the first of them, as it now stands."""
        self.at += timedelta(seconds=7)
        ubahan = tuple(self._change(row) for row in changed)
        about = changed[0].id if changed else siapa
        line = Catatan(self.journal.kode, siapa, perbuatan, self.at, about, {}, ubahan)
        whole = chain(line, self.journal.kepala)
        self.journal.kepala = Kepala(self.journal.kode, whole.urut, whole.rantai)
        self.kendi.add(tables.catatan, to_row(whole))
        self.lines += 1
        return self.rows[_jenis(changed[0])] if changed else None

    def _change(self, after: Any) -> Ubahan:
        jenis = _jenis(after)
        before = self.rows.get(jenis)
        if before is not None:
            after = replace(after, versi=before.versi + 1)
        self.rows[jenis] = after
        isi = content(after)
        hash_ = hash_of(isi)
        version = {"jenis": jenis, "id": after.id, "versi": after.versi, "isi": isi, "hash": hash_}
        self.kendi.add(tables.riwayat, version)
        earlier, self.hashes[jenis] = self.hashes.get(jenis, ""), hash_
        return Ubahan(jenis, after.id, after.versi, earlier, hash_)

    def _owe(self, n: int) -> None:
        job = "draft" if n % 2 else "identify"
        if n % MACET == 0:
            owed = Pekerjaan(job, self._kiriman.id, TUGAS[job].jalur, 1, self.at, 5, 5, 0)
            galat = "Kesalahan program (ValueError)."
            self.kendi.add(tables.pekerjaan, to_row(replace(owed, galat=galat, macet=self.at)))
        elif n % OWED == 0:
            later = datetime.now(UTC) + timedelta(hours=1)
            owed = Pekerjaan(job, self._kiriman.id, TUGAS[job].jalur, 1, self.at, 1, 1, 0)
            self.kendi.add(tables.pekerjaan, to_row(replace(owed, tunda_sampai=later)))

    def _id(self) -> str:
        return from_bytes(self.dice.randbytes(16))


def _jenis(row: Any) -> str:
    return str(TABLES[type(row)].name)
