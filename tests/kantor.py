"""A small office for tests of acts and pages: a real ledger, real passwords, a clock that obeys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from service.acts.instansi import pilihan as instansi
from service.acts.orang import masuk, mulai, orang, peran
from service.acts.orang.hadir import present
from service.adapters.argon import ArgonPasswords
from service.adapters.cermin import NoMirror
from service.adapters.clamd import NoScanner
from service.adapters.clock import new_id
from service.adapters.contoh_folder import FolderSamples
from service.adapters.courier_folder import CourierFolder
from service.adapters.dorong import Situs
from service.adapters.holidays import HolidaySeed
from service.adapters.kotak_baca import BoxReader
from service.adapters.ledger.arsip import SqlArsip
from service.adapters.ledger.berkas import SqlBerkas
from service.adapters.ledger.books import SqlBooks
from service.adapters.ledger.cari import SqlCari
from service.adapters.ledger.informasi import SqlInformasi
from service.adapters.ledger.kembali import SqlKembali
from service.adapters.ledger.kiriman import SqlKiriman
from service.adapters.ledger.laporan import SqlLaporan
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.naskah import SqlNaskah
from service.adapters.ledger.pages import SqlPages
from service.adapters.ledger.register import SqlRegister
from service.adapters.ledger.tanda_tangan import SqlTtd
from service.adapters.ledger.tenggat import SqlTenggat
from service.adapters.mail_smtp import NoMail, SmtpMail
from service.adapters.packs import FolderPacks
from service.adapters.pengunjung import Pengunjung
from service.adapters.stem import Sastrawi
from service.adapters.uploads import FolderUploads
from service.adapters.xlsx_formulir import XlsxFormulir
from service.adapters.xlsx_tulis import XlsxTulis
from service.domain.edisi.alamat_periksa import TIDAK
from service.domain.mapan import Kotak
from service.domain.orang import Orang, Pemegang
from service.domain.paket import Paket
from service.domain.sisa import Sisa
from service.domain.wewenang import Hadir
from service.ports.dorong import Outlets
from service.ports.pengunjung import Visitor
from tests.office import one_reader

SANDI = "jeruk nipis di pasar"
SANDI_LAIN = "payung biru kehujanan"
PAGI = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)  # Saturday, 08.00 WIB

CONTOH = """
nama = "Dinas Contoh"
kota = "Kota Contoh"
zona = "{zona}"

[kop]
nama = "DINAS CONTOH"

[[unit]]
id = "bidang_satu"
nama = "Bidang Satu Contoh"
kode = "B1"

[[unit]]
id = "bidang_dua"
nama = "Bidang Dua Contoh"
kode = "B2"

[peran.atasan_ppid]
sebutan = "Atasan PPID Contoh"

[peran.ppid]
sebutan = "PPID Contoh"

[seri.memorandum]
nama = "Memorandum"
pola = "{{NOMOR:3}}/M/{{BULAN_ROMAWI}}/{{TAHUN}}"
"""


@dataclass
class Jam:
    """A clock that stands until it is told to go on."""

    at: datetime = PAGI

    def now(self) -> datetime:
        return self.at

    def go(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Kantor:
    """The part of a house that people need; cheap hashes, so that tests are fast."""

    ledger: SqlLedger
    home: Path
    clock: Jam = field(default_factory=Jam)
    sesi: timedelta = timedelta(hours=8)
    passwords: ArgonPasswords = field(default_factory=lambda: ArgonPasswords(1, 64, 1))

    reader: BoxReader = field(default_factory=one_reader)
    scanner: NoScanner = field(default_factory=NoScanner)
    holidays: HolidaySeed = field(default_factory=HolidaySeed)
    kotak: Kotak = field(default_factory=lambda: Kotak(0.0))
    mail: NoMail | SmtpMail = field(default_factory=NoMail)
    pengunjung: Visitor = field(default_factory=lambda: Pengunjung(TIDAK, ""))
    mirror: NoMirror = field(default_factory=NoMirror)
    outlets: Outlets = field(default_factory=lambda: Situs((), Path()))
    samples: FolderSamples = field(init=False)
    url: str = "https://ppid.contoh.go.id"

    def __post_init__(self) -> None:
        packs = self.home / "paket"
        self.samples = FolderSamples(self.home)
        for kode, zona in (("dinas_contoh", "WIB"), ("badan_contoh", "WIT"), ("umum", "WIB")):
            (packs / kode).mkdir(parents=True)
            packs.chmod(0o755)
            (packs / kode).chmod(0o755)
            file = packs / kode / "instansi.toml"
            file.write_text(CONTOH.format(zona=zona).replace("Dinas Contoh", _name(kode)))
            file.chmod(0o644)
        self.packs = FolderPacks(packs, self._changed)
        self.inbox = self.home / "inbox"
        self.lists = SqlPages(self.ledger)
        self.books = SqlBooks(self.ledger)
        self.workbooks = XlsxTulis()
        self.blanks = XlsxFormulir()
        self.kiriman = SqlKiriman(self.ledger)
        self.courier = CourierFolder(self.home / "tanda-tangan")
        self.perkara = SqlBerkas(self.ledger)
        self.naskah = SqlNaskah(self.ledger)
        self.ttd = SqlTtd(self.ledger)
        self.informasi = SqlInformasi(self.ledger)
        self.arsip = SqlArsip(self.ledger)
        self.laporan = SqlLaporan(self.ledger)
        self.kembali = SqlKembali(self.ledger)
        self.terms = SqlTenggat(self.ledger)
        self.stemmer = Sastrawi()
        self.cari = SqlCari(self.ledger)
        self.register = SqlRegister(self.ledger)
        self.sealed = False
        self.uploads = FolderUploads(self.home / "unggahan")

    def _changed(self) -> dict[str, str]:
        with self.ledger.read() as look:
            return {one.id: one.teks for one in look.find(Paket)}

    def new_id(self) -> str:
        return new_id()

    def sisa(self) -> Sisa:
        return Sisa(10**12, 10**12)

    @contextmanager
    def room(self) -> Iterator[Path]:
        with TemporaryDirectory(dir=self.home) as room:
            yield Path(room)

    # --- what tests do again and again

    def administrator(self, nama_masuk: str = "admin.contoh") -> Hadir:
        """The first administrator of the house."""
        token = mulai.first_link(self)
        isian = orang.Isian(nama_masuk, "Contoh Administrator")
        kunci = mulai.first_administrator(self, token, isian, SANDI, "192.0.2.1")
        found = masuk.who(self, kunci.token)
        assert found
        return found

    def opened(self, *kode: str) -> Hadir:
        """The house with an administrator and these agencies at work."""
        admin = self.administrator()
        for one in kode or ("dinas_contoh",):
            instansi.set_up(self, admin, one)
        return admin

    def person(
        self, admin: Hadir, nama_masuk: str, *memegang: str, instansi: str = "dinas_contoh"
    ) -> Orang:
        """A person with a password of their own and these peran for the whole instansi."""
        isian = orang.Isian(nama_masuk, f"Sampel {nama_masuk.title()}")
        made, token = orang.create(self, admin, instansi, isian)
        mulai.choose_password(self, token, SANDI, "192.0.2.1")
        for one in memegang:
            peran.give(self, admin, made.id, peran.Penugasan(instansi, "", one))
        return made

    def hadir(self, orang_id: str) -> Hadir:
        """The person as they are at this moment."""
        with self.ledger.read() as reading:
            return present(reading, reading.get(Orang, orang_id), self.clock.now())

    def held(self, orang_id: str) -> list[Pemegang]:
        """Every peran a person has or had."""
        with self.ledger.read() as reading:
            return reading.find(Pemegang, orang=orang_id)


def _name(kode: str) -> str:
    return kode.replace("_", " ").title()
