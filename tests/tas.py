"""An office with a finished matter, for tests of its bag."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from service.acts.simpan.keep import hold, keep
from service.acts.tas import minta
from service.adapters.gembok import AgeLocks
from service.adapters.seal import NoSeal
from service.adapters.store_folder import StoreFolder
from service.adapters.tas import TasBagIt
from service.disk import Disk
from service.domain.berkas import DIARSIPKAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.ids import derived
from service.domain.kiriman import DIDAFTAR, File, Kiriman, Surat
from service.domain.naskah import DIARSIPKAN as TERIKAT
from service.domain.naskah import Naskah
from service.domain.pasangan_versi import PasanganVersi
from service.domain.tas.tas import TasBerkas
from service.domain.wewenang import Hadir
from tests.acts.perkara import KODE, UNIT, Perkantoran, perkantoran
from tests.edisi import PASANGAN
from tests.kantor import Kantor

BERKAS, KIRIMAN, FILE, SK, PAIR = (derived(x) for x in ("berkas", "kiriman", "file", "sk", "pair"))
JUDUL, NAMA = "Permohonan laporan contoh", "surat é/contoh.pdf"


@dataclass
class KantorTas:
    """Short ways to the bag of one matter."""

    kantor: Kantor
    orang: Perkantoran
    room: Path

    def oleh(self, *peran: str) -> Hadir:
        return self.orang.oleh(*peran)

    def kept(self, content: bytes) -> str:
        """Bytes in the store, held."""
        path = self.room / "isi"
        path.write_bytes(content)
        one = keep(self.kantor, path)  # type: ignore[arg-type]
        with self.kantor.ledger.begin() as tx:
            hold(tx, one)
            tx.note(Catatan(KODE, MESIN, "contoh", self.kantor.clock.now()))
        return one.sha256

    def add(self, *rows: object) -> None:
        """Rows as they are."""
        with self.kantor.ledger.begin() as tx:
            for one in rows:
                tx.add(one)
            tx.note(Catatan(KODE, MESIN, "contoh", self.kantor.clock.now(), BERKAS))

    def change(self, kind: type[Any], id_: str, **after: object) -> None:
        """A row is otherwise from now on."""
        with self.kantor.ledger.begin() as tx:
            before = tx.get(kind, id_)
            tx.save(before, replace(before, **after))
            tx.note(Catatan(KODE, MESIN, "contoh", self.kantor.clock.now(), id_))

    def asked(self, tanda: str = "satu") -> TasBerkas:
        """A bag is owed."""
        oleh = self.oleh("pengelola_arsip")
        return minta.ask(self.kantor, oleh, BERKAS, derived(tanda))  # type: ignore[arg-type]

    def made(self, tanda: str = "satu") -> TasBerkas:
        """A bag, ready."""
        one = self.asked(tanda)
        minta.make(self.kantor, one.id)  # type: ignore[arg-type]
        with self.kantor.ledger.read() as reading:
            return reading.get(TasBerkas, one.id)

    def inside(self, sha256: str) -> dict[str, bytes]:
        """What lies in a part, by its place."""
        with self.kantor.store.open(sha256) as held:  # type: ignore[attr-defined]
            packed = zipfile.ZipFile(io.BytesIO(held.read()))
        names = packed.namelist()
        return {name.partition("/")[2]: packed.read(name) for name in names}

    def told(self, sha256: str, nama: str = "metadata") -> dict[str, Any]:
        """What is told of a part."""
        found: dict[str, Any] = json.loads(self.inside(sha256)[f"metadata/{nama}.json"])
        return found


def kantor_tas(kantor: Kantor, room: Path) -> KantorTas:
    """A matter with a letter, a decree and a dossier."""
    kantor.ledger.clock = kantor.clock
    kantor.store = StoreFolder(kantor.home / "simpanan", Disk(), NoSeal())  # type: ignore[attr-defined]
    kantor.bags, kantor.locks = TasBagIt(), AgeLocks(work=4)  # type: ignore[attr-defined]
    it = KantorTas(kantor, perkantoran(kantor, {}), room)
    now = kantor.clock.now()
    surat, sk, print_, dossier = (
        it.kept(x) for x in (b"surat contoh", b"SK contoh", b"cetak", b"%PDF-1.7 dossier")
    )
    came = Kiriman(KIRIMAN, KODE, UNIT, "folder", "surat", DIDAFTAR, now, berkas=BERKAS)
    came = replace(came, nomor_agenda="0001/AGENDA/2026", surat=Surat(perihal="Laporan"))
    it.add(
        Berkas(
            BERKAS,
            KODE,
            UNIT,
            JUDUL,
            KIRIMAN,
            DIARSIPKAN,
            now,
            dossier,
            ditutup=now,
            hasil="diberi",
        ),
        came,
        File(FILE, KIRIMAN, NAMA, surat, 12),
        replace(
            Naskah(SK, BERKAS, KODE, "sk_contoh", TERIKAT, now, nomor="12/SK/2026"),
            pdf=print_,
            bertanda_tangan=sk,
            pasangan=PAIR,
        ),
        PasanganVersi(PAIR, KODE, "sk_contoh", PASANGAN, "", "umum"),
    )
    return it
