"""Papers that the house itself writes: filled, printed, approved, sent, and come back."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from service.acts.instansi.packs import agency
from service.acts.naskah import fill, submit
from service.acts.naskah import lihat as naskah_lihat
from service.acts.naskah.approve import approve
from service.demo.edisi import Penyusun, decrees
from service.demo.people import PPID, Pemeran
from service.demo.sign import Pena
from service.demo.things import CONTOH
from service.demo.tinta import Tinta
from service.demo.uji import Penguji
from service.demo.walk import Di, Tersendat
from service.domain import paper
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.edisi.edisi import DAFTAR, DIP
from service.domain.kiriman import Kiriman
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.paket import UMUM
from service.domain.sop.bahan import CUKUP, NASKAH, Bahan
from service.domain.tas.tas import TasBerkas
from service.domain.tempat_ttd import ELEKTRONIK, TINTA
from service.domain.wewenang import PETUGAS
from service.house import RealHouse

LOOK = 0.05  # seconds between two looks at the ledger
PATIENCE = 120.0
PDFA = "2b"
PIHAK = "pihak"  # who signs in a row of a table
KONSEP = CUKUP[NASKAH][0]

Baris = TypeVar("Baris", Kiriman, Naskah, Berkas, TasBerkas)
T = TypeVar("T")


@dataclass
class Pencetak:
    """The machine of the house, and the people who fill and approve what it prints."""

    house: RealHouse
    pemeran: Pemeran
    pena: Pena
    hasil: Path
    tinta: Tinta | None = None
    penyusun: Penyusun | None = None
    penguji: Penguji | None = None
    berkas: dict[str, None] = field(default_factory=dict)  # matters with papers of ours

    def write(self, at: Di, thing: Bahan, keadaan: str) -> str:
        """The paper in that state; '' where the house has no template for it."""
        jenis = agency(self.house.packs, self.pemeran.kode).pasangan_of(thing.jenis or thing.id)
        if jenis not in self.pairs():
            return ""
        self.berkas[at.berkas.id] = None
        with self.house.ledger.read() as reading:
            found = reading.find(Naskah, berkas=at.berkas.id, bahan=thing.id)
        if self.penyusun and not found and decrees(self.kind(jenis)):
            self.penyusun.begun(at)
        going = next((one for one in found if not one.bertanda_tangan), None)
        naskah = going.id if going else self._fill(at.berkas, jenis, thing.id)
        self.until(Naskah, naskah, lambda now: bool(now.pdf))
        if keadaan != KONSEP:
            self._sign(naskah)
        return naskah

    def kind(self, jenis: str) -> paper.Pasangan:
        """A kind of paper as this agency has it."""
        return fill.pasangan(self.house, self.pemeran.kode, jenis)

    def listed(self, at: Di, thing: Bahan, keadaan: str) -> bool:
        """The list in that state; False where no decree of this matter establishes it."""
        which = thing.jenis or thing.id
        if self.penyusun and which == DIP and self._decreed(at):
            self.penyusun.brought(at, thing, keadaan, self.wait)
            return True
        if self.penguji and which in DAFTAR and self.penguji.may(at):
            self.penguji.brought(at, which, keadaan, self.wait)
            return True
        return False

    def _decreed(self, at: Di) -> bool:
        """Whether a row of this matter makes the decree of a list."""
        rows = at.jalan.sop.rows(at.berkas.bagian)
        made = {name for row in rows for name in row.semua_keluaran}
        papers = (one for one in map(at.jalan.bahan.__getitem__, made) if one.wujud == NASKAH)
        agen = agency(self.house.packs, self.pemeran.kode)
        kinds = {agen.pasangan_of(one.jenis or one.id) for one in papers}
        return any(decrees(self.kind(one)) for one in kinds & self.pairs())

    def bound(self) -> int:
        """How many dossiers there are, once all that has papers is bound."""
        for one in self.berkas:
            done = self.until(Berkas, one, lambda now: now.keadaan == DIARSIPKAN)
            self._show(done.dossier, "dossier")
        return len(self.berkas)

    def signed(self) -> int:
        """How many signatures stand on the papers, each looked at anew."""
        return sum(self.pena.held(one) for one in self.berkas)

    def archival(self) -> int:
        """How many of the papers hold as PDF/A-2b; Tersendat, with its faults, else."""
        with self.house.ledger.read() as reading:
            papers = [one for each in self.berkas for one in reading.find(Naskah, berkas=each)]
        with self.house.room() as room:
            for n, one in enumerate(papers):
                pdf = self.house.store.fetch(one.pdf, room / f"{n}.pdf")
                if broken := self.house.examiner.broken(pdf, PDFA):
                    raise Tersendat(f"{one.jenis} {one.nomor} belum PDF/A: {'; '.join(broken)}")
        return len(papers)

    def pairs(self) -> set[str]:
        """Every kind of paper that the agency can write."""
        kode = self.pemeran.kode
        names = {*self.house.packs.names(UMUM), *self.house.packs.names(kode)}
        return {Path(one).stem for one in names if _is_pair(one)}

    def _sign(self, naskah: str) -> None:
        submit.submit(self.house, naskah, self.pemeran.of(PETUGAS))
        with self.house.ledger.read() as reading:
            here = naskah_lihat.places(reading, reading.get(Naskah, naskah))
        for place in here:
            with self.house.ledger.read() as reading:
                versi = reading.get(Naskah, naskah).versi
            submit.initial(self.house, naskah, self.pemeran.of(place.peran), versi)
        inked = self._by_hand(naskah)
        jalan = TINTA if inked else ELEKTRONIK
        approve(self.house, naskah, self.pemeran.of(PPID), jalan=jalan)
        self.until(Naskah, naskah, lambda now: now.keadaan == DIKIRIM)
        (inked or self.pena).sign(naskah)
        done = self.until(Naskah, naskah, lambda now: self._is_back(now, inked))
        self._show(done.pdf if inked else done.bertanda_tangan, done.jenis)

    def _by_hand(self, naskah_id: str) -> Tinta | None:
        """The pen, where this paper is one that is signed with it."""
        with self.house.ledger.read() as reading:
            berkas = reading.get(Berkas, reading.get(Naskah, naskah_id).berkas)
        return self.tinta if self.tinta and self.tinta.suits(berkas) else None

    def _is_back(self, now: Naskah, inked: Tinta | None) -> bool:
        if inked and not now.bertanda_tangan:
            inked.decided(now)
        return bool(now.bertanda_tangan)

    def _fill(self, berkas: Berkas, jenis: str, bahan: str) -> str:
        who = self.pemeran.of(PETUGAS)
        kind = fill.pasangan(self.house, berkas.instansi, jenis)
        with self.house.ledger.read() as reading:
            known = fill.begun(self.house, reading, who, berkas, kind)
        isian: dict[str, Any] = kind.contoh | {name: one for name, one in known.items() if one}
        stands = in_office(kind)
        for ruas in kind.ruas:
            if ruas.jenis == paper.DAFTAR_DIP and not known.get(ruas.nama):
                isian[ruas.nama] = fill.daftar(self.house, CONTOH / "daftar.xlsx")
            if ruas.jenis == paper.PEJABAT and not known.get(ruas.nama):
                # The pack names nobody: a person who is plainly a sample stands in the office.
                peran = stands.get(ruas.nama, "")
                person = self._standing(berkas, peran) if peran else {}
                isian[ruas.nama] = {**ruas.contoh, **person}
        if isinstance(parties := isian.get(PIHAK), list):
            each = zip(parties, kind.penandatangan, strict=False)
            isian[PIHAK] = [{**one, **self._standing(berkas, peran)} for one, peran in each]
        return fill.fill(self.house, berkas.id, jenis, isian, who, bahan).id

    def _standing(self, berkas: Berkas, peran: str) -> dict[str, str]:
        """Who holds an office in the play, as a paper names them."""
        instansi = agency(self.house.packs, berkas.instansi)
        nama = self.pemeran.of(peran, berkas.unit).orang.nama
        return {"nama": nama, "jabatan": instansi.sebutan(peran)}

    def _show(self, sha256: str, nama: str) -> None:
        """Beside those of its kind that are there already."""
        self.hasil.mkdir(parents=True, exist_ok=True)
        n = 1 + len([*self.hasil.glob(f"{nama}.pdf"), *self.hasil.glob(f"{nama}-[0-9]*.pdf")])
        self.house.store.fetch(sha256, self.hasil / (f"{nama}-{n}.pdf" if n > 1 else f"{nama}.pdf"))

    def until(self, kind: type[Baris], id_: str, so: Callable[[Baris], bool]) -> Baris:
        """The row, once it is so."""

        def look() -> Baris | None:
            with self.house.ledger.read() as reading:
                one = reading.get(kind, id_)
            return one if so(one) else None

        return self.wait(look, f"{kind.__name__} {id_} belum selesai")

    def wait(self, look: Callable[[], T | None], what: str) -> T:
        """What the machine brings about; Tersendat where it does not come."""
        end = time.monotonic() + PATIENCE
        while True:
            if (found := look()) is not None:
                return found
            if macet := self.house.lists.macet():
                raise Tersendat(f"{macet[0].job} gagal: {macet[0].galat}")
            if time.monotonic() > end:
                raise Tersendat(f"{what} setelah {PATIENCE:.0f} detik.")
            time.sleep(LOOK)


def _is_pair(name: str) -> bool:
    return name.startswith("naskah/") and name.endswith(".toml")


def in_office(kind: paper.Pasangan) -> dict[str, str]:
    """Which peran each person on a paper has: the pack's, else as those who sign follow one
    another; nobody where these do not go by pairs."""
    people = [one for one in kind.ruas if one.jenis == paper.PEJABAT]
    named = {one.nama: one.isi for one in people if one.isi}
    open_ = [one.nama for one in people if not one.isi]
    signers = [one for one in kind.penandatangan if one not in named.values()]
    return named | (dict(zip(open_, signers, strict=True)) if len(open_) == len(signers) else {})
