"""A signing desk on which papers lie that were approved and are to be signed here."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

from service.acts.naskah.acuan import in_force, remember
from service.acts.naskah.tempat_ttd import places
from service.acts.simpan.keep import hold, keep
from service.acts.ttd import bersama as ttd_bersama
from service.acts.ttd import dilihat as dilihat_ttd
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd.bersama import Duduk, Nasib
from service.domain import tempat_ttd as t
from service.domain.berkas import BERJALAN, Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import DIKIRIM, Naskah
from service.domain.ruas import BERURUTAN
from service.domain.tempat_ttd import ELEKTRONIK, Permintaan, asked
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, UNIT
from tests.papers import UMUM, contoh
from tests.pki import FRASA, Pki
from tests.tanda import printed

JENIS = "laporan_monev"  # signed by the PPID, and after them by their superior


class Meja:
    """The desk of a PPID: papers of two matters, signed by them and then by their superior."""

    def __init__(self, house: RealHouse, ppid: Hadir, pki: Pki, room: Path) -> None:
        self.house, self.ppid = house, ppid
        self.acuan = in_force(house.packs.still(), INSTANSI, JENIS, room / "templat.docx")
        remember(house, self.acuan)
        self.pdf = keep(house, printed(room, JENIS, "naskah"))
        with FrasaSandi(FRASA) as frasa:
            file = pki.pkcs12("sekretaris")
            self.kunci: KunciTtd = kunci_ttd.add_file(house, self.ppid, file, "", frasa)
        self.perkara = [self.matter(n) for n in (1, 2)]

    def matter(self, n: int) -> Berkas:
        now = self.house.clock.now()
        one = Berkas(self.house.new_id(), INSTANSI, UNIT, f"Perkara {n}", "", BERJALAN, now)
        with self.house.ledger.begin() as tx:
            tx.add(one)
            tx.note(Catatan(INSTANSI, MESIN, "berkas_dibuka", now, one.id))
        return one

    def lays(self, matter: int) -> str:
        now, id_ = self.house.clock.now(), self.house.new_id()
        isian = contoh(UMUM / f"{JENIS}.toml")
        berkas = self.perkara[matter - 1].id
        one = Naskah(id_, berkas, INSTANSI, JENIS, DIKIRIM, now, isian, ajuan=1)
        told = Permintaan(INSTANSI, BERURUTAN, now, now.date() + timedelta(days=3))
        ids = (self.house.new_id() for _ in range(2))
        with self.house.ledger.begin() as tx:
            hold(tx, self.pdf)
            tx.add(replace(one, pdf=self.pdf.sha256, pasangan=self.acuan.versi.id))
            for place in asked(ids, id_, 1, ("ppid", "atasan_ppid"), ELEKTRONIK, told):
                tx.add(place)
            tx.note(Catatan(INSTANSI, MESIN, "naskah_dibuat", now, id_))
        return id_

    def places(self, id_: str) -> list[t.TempatTtd]:
        with self.house.ledger.read() as reading:
            return places(reading, reading.get(Naskah, id_))

    def looks(self, *ids: str) -> None:
        for id_ in ids:
            with self.house.ledger.read() as reading:
                versi = reading.get(Naskah, id_).versi
            dilihat_ttd.look(self.house, self.ppid, id_, versi, self.places(id_)[0].id)

    @property
    def looked(self) -> list[str]:
        return [one.naskah.id for one in ttd_bersama.looked(self.house, self.ppid)]

    def marks(self) -> tuple[str, ...]:
        return tuple(map(ttd_bersama.mark, ttd_bersama.looked(self.house, self.ppid)))

    def sits(self, frasa: str = FRASA, most: int = 99) -> list[Nasib]:
        with closing(self.sitting(frasa)) as each:
            return list(islice(each, most))

    def sitting(self, frasa: str = FRASA) -> Generator[Nasib, None, None]:
        """One after the other, as somebody asks for the next."""
        with FrasaSandi(frasa) as secret:
            asked = Duduk(self.kunci.id, self.marks())
            with ttd_bersama.sitting(self.house, self.ppid, asked, secret) as each:
                yield from each

    def signed(self, id_: str) -> bool:
        return self.places(id_)[0].keadaan == t.DITANDATANGANI
