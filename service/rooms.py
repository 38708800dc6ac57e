"""The rooms of the house, each on its real adapter; after this no `if` asks what it runs on."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Engine

from service.adapters import clock as clocks
from service.adapters.ledger.ledger import FencedLedger, SqlLedger
from service.adapters.ledger.owed import SqlOwed
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.pulse import SqlPulse
from service.config import Settings
from service.disk import FULL, trouble
from service.domain.batas import Batas
from service.domain.mapan import Kotak
from service.domain.paket import Paket
from service.domain.pekerjaan import Pekerjaan
from service.domain.sisa import Sisa
from service.opened_once import opened_once
from service.ports import Bell, Keadaan

if TYPE_CHECKING:  # adapters that cost time to import are imported by whoever first needs them
    from service.adapters.argon import ArgonPasswords
    from service.adapters.bell_rq import RqPost
    from service.adapters.courier_folder import CourierFolder
    from service.adapters.docx import Docx
    from service.adapters.heads import HeadsFile
    from service.adapters.holidays import HolidaySeed
    from service.adapters.huruf import Fontconfig
    from service.adapters.kotak_baca import BoxReader
    from service.adapters.ledger.audit import SqlAudit
    from service.adapters.ledger.berkas import SqlBerkas
    from service.adapters.ledger.books import SqlBooks
    from service.adapters.ledger.cari import SqlCari
    from service.adapters.ledger.kiriman import SqlKiriman
    from service.adapters.ledger.naskah import SqlNaskah
    from service.adapters.ledger.register import SqlRegister
    from service.adapters.ledger.tanda_tangan import SqlTtd
    from service.adapters.ledger.tenggat import SqlTenggat
    from service.adapters.letak_ttd import PdfLetak
    from service.adapters.loket_folder import LoketFolder
    from service.adapters.machine import Machine
    from service.adapters.mail_imap import ImapMailbox
    from service.adapters.meja_periksa import FolderBench
    from service.adapters.ocr import TesseractOcr
    from service.adapters.packs import FolderPacks
    from service.adapters.pangkas import Pangkas
    from service.adapters.pdf import PdfBinder
    from service.adapters.pdf_cetak import PdfCetak
    from service.adapters.pdf_sah import PageExaminer
    from service.adapters.signing.pilih import SignerByKey
    from service.adapters.signing.verifikasi import FolderVerifier
    from service.adapters.soffice import Soffice, SofficeAsing
    from service.adapters.stem import Sastrawi
    from service.adapters.tanda_halaman import PageMarker
    from service.adapters.uploads import FolderUploads
    from service.adapters.xlsx_formulir import XlsxFormulir
    from service.adapters.xlsx_tulis import XlsxTulis
    from service.ports import Scanner, Seal, Store
    from service.ports.mail import Mail
    from service.ports.signing import SigningService

CHANGED = "paket"
ABANDONED = timedelta(hours=2)  # no act and no job works for so long in one folder


class LazyBell:
    """Rings the post's bell, which is connected only when there is something to ring for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def post(self) -> RqPost:
        from service.adapters.bell_rq import RqPost

        return RqPost(self._settings.redis_url)

    def ring(self) -> None:
        self.post.ring()


@dataclass(frozen=True)
class RealHouse:
    """The house on its real adapters; each is opened when it is first asked for."""

    settings: Settings
    engine: Engine
    clock: clocks.SystemClock
    bell: Bell
    ledger: SqlLedger | FencedLedger
    owed: SqlOwed
    pulse: SqlPulse
    lists: SqlPages
    opened: dict[str, Any] = field(default_factory=dict, compare=False)
    opening: threading.RLock = field(default_factory=threading.RLock, compare=False)

    @opened_once
    def post(self) -> RqPost:
        from service.adapters.bell_rq import RqPost

        return RqPost(self.settings.redis_url)

    @opened_once
    def _seal(self) -> Seal:
        from service.adapters.seal import KeySeal, NoSeal

        return KeySeal(self.settings.key_file) if self.settings.key_file else NoSeal()

    @opened_once
    def store(self) -> Store:
        return _store(self.settings.store, self._seal)

    @opened_once
    def store_publik(self) -> Store:
        from service.adapters.seal import NoSeal

        return _store(self.settings.store_publik, NoSeal())

    @opened_once
    def books(self) -> SqlBooks:
        from service.adapters.ledger.books import SqlBooks

        return SqlBooks(self.lists.ledger)

    @opened_once
    def audit(self) -> SqlAudit:
        from service.adapters.ledger.audit import SqlAudit

        return SqlAudit(self.lists.ledger)

    @opened_once
    def machine(self) -> Machine:
        from service.adapters.machine import Machine

        return Machine(self.settings.home)

    def separation(self) -> Keadaan:
        from service.publik.box import separation

        told = separation(self.settings)
        return Keadaan("Pemisahan halaman publik", told.baik, told.kata)

    @opened_once
    def heads(self) -> HeadsFile:
        from service.adapters.heads import HeadsFile

        return HeadsFile(self.settings.home / "jurnal" / "kepala")

    @opened_once
    def packs(self) -> FolderPacks:
        from service.adapters.packs import FolderPacks

        return FolderPacks(self.settings.packs, self._changed, self._kept)

    def _kept(self, sha256: str) -> bytes:
        with self.store.open(sha256) as held:
            return held.read()

    def _changed(self) -> Mapping[str, str]:
        """What officers changed; read anew only where a version moved on."""
        seen, texts = self.opened.get(CHANGED, ({}, {}))
        if self.lists.paket() != seen:
            with self.ledger.read() as look:
                rows = look.find(Paket)
            seen, texts = {one.id: one.versi for one in rows}, {one.id: one.teks for one in rows}
            self.opened[CHANGED] = (seen, texts)
        return cast(Mapping[str, str], texts)

    @opened_once
    def holidays(self) -> HolidaySeed:
        from service.adapters.holidays import HolidaySeed

        return HolidaySeed()

    @opened_once
    def reader(self) -> BoxReader:
        from service.adapters.kotak_baca import BoxReader

        return BoxReader(self.settings.batas)

    @opened_once
    def ocr(self) -> TesseractOcr:
        from service.adapters.box import Bubblewrap
        from service.adapters.ocr import TesseractOcr

        return TesseractOcr(Bubblewrap())

    @opened_once
    def scanner(self) -> Scanner:
        from service.adapters.clamd import Clamd, NoScanner

        return Clamd(self.settings.clamd) if self.settings.clamd else NoScanner()

    @opened_once
    def workbooks(self) -> XlsxTulis:
        from service.adapters.xlsx_tulis import XlsxTulis

        return XlsxTulis()

    @opened_once
    def blanks(self) -> XlsxFormulir:
        from service.adapters.xlsx_formulir import XlsxFormulir

        return XlsxFormulir()

    @opened_once
    def collator(self) -> PdfCetak:
        from service.adapters.pdf_cetak import PdfCetak

        return PdfCetak()

    @opened_once
    def filler(self) -> Docx:
        from service.adapters.docx import Docx

        return Docx()

    @opened_once
    def converter(self) -> Soffice:
        from service.adapters.pdf import PdfProofreader
        from service.adapters.pdf_sambung import PdfJoiner
        from service.adapters.soffice import Bersambung, Hangat, Soffice

        bersambung = Bersambung(PdfJoiner(), Hangat)
        return Soffice(Hangat(), PdfProofreader(), self.examiner, self.marker, bersambung)

    @opened_once
    def marker(self) -> PageMarker:
        from service.adapters.tanda_halaman import PageMarker

        return PageMarker()

    @opened_once
    def examiner(self) -> PageExaminer:
        from service.adapters.pdf_sah import PageExaminer

        return PageExaminer()

    @opened_once
    def trimmer(self) -> Pangkas:
        from service.adapters.pangkas import Pangkas
        from service.adapters.pdf import PdfProofreader

        return Pangkas(self.converter, PdfProofreader())

    @opened_once
    def letters(self) -> Fontconfig:
        from service.adapters.huruf import Fontconfig

        return Fontconfig()

    @opened_once
    def changer(self) -> SofficeAsing:
        from service.adapters.box import Bubblewrap
        from service.adapters.soffice import SofficeAsing, foreign

        return SofficeAsing(Bubblewrap(), warm=foreign())

    @opened_once
    def binder(self) -> PdfBinder:
        from service.adapters.pdf import PdfBinder

        return PdfBinder()

    @opened_once
    def courier(self) -> CourierFolder:
        from service.adapters.courier_folder import CourierFolder

        home = self.settings.home
        return CourierFolder(home / "tanda-tangan", lama=home / "tanda_tangan")

    @opened_once
    def signer(self) -> SignerByKey:
        from service.adapters.signing.akar import read
        from service.adapters.signing.layanan import Layanan
        from service.adapters.signing.pades import PadesSigner
        from service.adapters.signing.pilih import SignerByKey

        known = read(*self._trusted())
        asked = bool(self.settings.tsa and known.akar)
        services = Layanan(self.settings.tsa, known.akar, known.perantara, bukti=asked)
        return SignerByKey(PadesSigner(services, self.clock), self.esign, self.clock)

    @opened_once
    def esign(self) -> SigningService:
        from service.adapters.bsre import BsreService, NoService

        return BsreService(self.settings.bsre) if self.settings.bsre else NoService()

    @opened_once
    def verifier(self) -> FolderVerifier:
        from service.adapters.signing.verifikasi import FolderVerifier

        return FolderVerifier(self.reader, self.clock, self._trusted)

    def _trusted(self) -> list[Path]:
        """The folders with what signatures are judged by: the machine's, and one in each pack."""
        own = [self.settings.akar] if self.settings.akar else []
        return [*own, *sorted(self.settings.packs.glob("*/akar"))]

    @opened_once
    def placer(self) -> PdfLetak:
        from service.adapters.letak_ttd import PdfLetak

        return PdfLetak()

    @property
    def modul_ttd(self) -> Path | None:
        return self.settings.pkcs11

    @opened_once
    def loket(self) -> LoketFolder:
        from service.adapters.loket_folder import LoketFolder
        from service.disk import SharedDisk
        from service.publik.box import daftar, drop_folder

        aside = self.settings.home / "publik_disisihkan"
        masuk, terbit = drop_folder(self.settings), daftar(self.settings).parent
        return LoketFolder(masuk, terbit, aside, SharedDisk())

    @opened_once
    def passwords(self) -> ArgonPasswords:
        from service.adapters.argon import ArgonPasswords

        return ArgonPasswords()

    @opened_once
    def kiriman(self) -> SqlKiriman:
        from service.adapters.ledger.kiriman import SqlKiriman

        return SqlKiriman(self.lists.ledger)

    @opened_once
    def perkara(self) -> SqlBerkas:
        from service.adapters.ledger.berkas import SqlBerkas

        return SqlBerkas(self.lists.ledger)

    @opened_once
    def naskah(self) -> SqlNaskah:
        from service.adapters.ledger.naskah import SqlNaskah

        return SqlNaskah(self.lists.ledger)

    @opened_once
    def ttd(self) -> SqlTtd:
        from service.adapters.ledger.tanda_tangan import SqlTtd

        return SqlTtd(self.lists.ledger)

    @opened_once
    def terms(self) -> SqlTenggat:
        from service.adapters.ledger.tenggat import SqlTenggat

        return SqlTenggat(self.lists.ledger)

    @opened_once
    def uploads(self) -> FolderUploads:
        from service.adapters.uploads import FolderUploads

        return FolderUploads(self.settings.home / "unggahan")

    @opened_once
    def bench(self) -> FolderBench:
        from service.adapters.meja_periksa import FolderBench

        return FolderBench(self.settings.home / "periksa")

    def sisa(self) -> Sisa:
        self.settings.home.mkdir(parents=True, exist_ok=True)
        disk = shutil.disk_usage(self.settings.home)
        return Sisa(disk.free, disk.total)

    @opened_once
    def stemmer(self) -> Sastrawi:
        from service.adapters.stem import Sastrawi

        return Sastrawi()

    @opened_once
    def cari(self) -> SqlCari:
        from service.adapters.ledger.cari import SqlCari

        return SqlCari(self.lists.ledger)

    @opened_once
    def register(self) -> SqlRegister:
        from service.adapters.ledger.register import SqlRegister

        return SqlRegister(self.lists.ledger)

    @property
    def sealed(self) -> bool:
        return self.settings.key_file is not None

    @property
    def inbox(self) -> Path:
        return self.settings.inbox

    @property
    def batas(self) -> Batas:
        return self.settings.batas

    @opened_once
    def mailboxes(self) -> tuple[ImapMailbox, ...]:
        from service.adapters.mail_imap import ImapMailbox

        return tuple(ImapMailbox(one) for one in self.settings.imap)

    @opened_once
    def mail(self) -> Mail:
        from service.adapters.mail_smtp import NoMail, SmtpMail

        return SmtpMail(self.settings.smtp) if self.settings.smtp else NoMail()

    @property
    def url(self) -> str:
        return self.settings.url

    @property
    def kotak(self) -> Kotak:
        return self.settings.kotak

    @property
    def sesi(self) -> timedelta:
        return self.settings.sesi

    def fenced(self, *works: Pekerjaan) -> RealHouse:
        return replace(self, ledger=self.owed.fenced(*works))

    def new_id(self) -> str:
        return clocks.new_id()

    @contextmanager
    def room(self) -> Iterator[Path]:
        rooms = self.settings.home / "kerja"
        try:
            rooms.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=rooms) as room:
                yield Path(room)
        except OSError as wrong:
            # Whoever works in a room writes there in ways of their own; all are told the same.
            if wrong.errno in FULL:
                raise trouble(wrong, "ruang kerja") from wrong
            raise

    def aside(self, nama: str) -> Path:
        folder = self.settings.home / "ttd_layanan"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder / f"{nama}.pdf"

    def sweep_rooms(self) -> None:
        now = self.clock.now().timestamp()
        for room in (self.settings.home / "kerja").glob("*"):
            with suppress(FileNotFoundError):  # its owner was quicker
                if now - room.stat().st_mtime > ABANDONED.total_seconds():
                    shutil.rmtree(room, ignore_errors=True)

    def close(self) -> None:
        """Let go of what was opened."""
        for warm in ("reader", "filler", "converter", "changer"):
            if one := self.opened.get(warm):
                one.close()
        self.engine.dispose()


def _store(address: str, seal: Seal) -> Store:
    if address.startswith("s3://"):
        from service.adapters.store_s3 import StoreS3

        return StoreS3(address, seal)
    from service.adapters.store_folder import StoreFolder
    from service.disk import Disk

    return StoreFolder(Path(address), Disk(), seal)
