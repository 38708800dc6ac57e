"""The sample people sign what they are asked to, each with a key of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime

from service.acts.naskah.tempat_ttd import places
from service.acts.ttd import kunci as kunci_ttd
from service.acts.ttd import letak as letak_ttd
from service.acts.ttd import tandatangani
from service.acts.ttd.tandatangani import Diminta
from service.demo.people import Pemeran
from service.demo.sertifikat import Penerbit
from service.demo.walk import Tersendat
from service.domain.berkas import Berkas
from service.domain.frasa_sandi import FrasaSandi
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import Naskah
from service.domain.tanda_kembali import Harapan, judge
from service.domain.tempat_ttd import ELEKTRONIK, TempatTtd, waiting
from service.domain.wewenang import Hadir
from service.house import RealHouse
from service.ports.signing import Terkirim


@dataclass
class Pena:
    """The keys of the people of one agency."""

    house: RealHouse
    pemeran: Pemeran
    penerbit: Penerbit
    kunci: dict[str, tuple[str, str]] = field(default_factory=dict)  # orang -> key, passphrase

    def sign(self, naskah_id: str) -> None:
        """At every place that still waits, one after the other."""
        while True:
            with self.house.ledger.read() as reading:
                naskah = reading.get(Naskah, naskah_id)
                berkas = reading.get(Berkas, naskah.berkas)
                left = waiting(places(reading, naskah))
            if not left:
                return
            who = self.pemeran.of(left[0].peran, berkas.unit)
            kunci, frasa = self._key(who)
            asked = Diminta(naskah_id, naskah.versi, left[0].id, kunci)
            with FrasaSandi(frasa) as secret:
                tandatangani.sign(self.house, who, asked, secret)

    def held(self, berkas_id: str) -> int:
        """How many signatures the rule of the house takes as they are; Tersendat for any other."""
        with self.house.ledger.read() as reading:
            papers = [
                (naskah, here)
                for naskah in reading.find(Naskah, berkas=berkas_id)
                if (here := places(reading, naskah)) and here[0].jalan == ELEKTRONIK
            ]
        return sum(self._judged(naskah, here) for naskah, here in papers)

    def _judged(self, naskah: Naskah, here: list[TempatTtd]) -> int:
        order = sorted(here, key=lambda one: one.pada or datetime.max.replace(tzinfo=UTC))
        with self.house.room() as room:
            sent = self.house.store.fetch(naskah.pdf, room / "dikirim.pdf")
            back = self.house.store.fetch(naskah.bertanda_tangan, room / "kembali.pdf")
            size = sent.stat().st_size
            found = self.house.verifier.look(back, Terkirim(size, naskah.pdf))
        said = judge(found, size, [self._expected(one) for one in order], self.house.clock.now())
        if not said.diterima:
            raise Tersendat(f"{naskah.jenis} {naskah.nomor}: {'; '.join(said.ditemukan)}")
        return len(order)

    def _expected(self, one: TempatTtd) -> Harapan:
        kunci, _ = self.kunci[one.oleh]
        with self.house.ledger.read() as reading:
            (key,) = reading.find(KunciTtd, id=kunci)
        return Harapan(key.pemilik, frozenset([key.sidik]), letak_ttd.kolom(one))

    def _key(self, who: Hadir) -> tuple[str, str]:
        if who.orang.id not in self.kunci:
            made = self.penerbit.issue(who.orang.nama)
            with FrasaSandi(made.frasa) as secret:
                key = kunci_ttd.add_file(self.house, who, made.path, "Sertifikat contoh", secret)
            self.kunci[who.orang.id] = (key.id, made.frasa)
        return self.kunci[who.orang.id]
