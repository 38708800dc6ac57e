"""A signing desk behind real pages, for tests that break a sitting off in its middle."""

from __future__ import annotations

import http.client
import io
import re
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlencode

from pyhanko.pdf_utils.reader import PdfFileReader
from sqlalchemy import select

from service.acts.orang import masuk
from service.adapters.ledger import tables
from service.domain.catatan import MESIN, Catatan
from service.domain.kunci_ttd import KunciTtd
from service.domain.naskah import Naskah
from service.domain.tempat_ttd import DITANDATANGANI, MENUNGGU, TempatTtd, lapsed
from tests.fault.world import World
from tests.kantor import SANDI
from tests.meja_ttd import Meja
from tests.office import INSTANSI, rule
from tests.pki import FRASA, Pki
from tests.web.rumah_web import with_password

SEMUA = "/tanda-tangan/bersama"
JADI = re.compile(r'/naskah/(\w+)">[^<]*</a>: ditandatangani\.')


class Kursi:
    """Somebody who signs what lies on their desk, over and over, at the real pages."""

    def __init__(self, world: World, pki: Pki, room: Path) -> None:
        rule(world.house)
        ppid = with_password(world.house, "ppid", "ppid")
        self.world, self.meja = world, Meja(world.house, ppid, pki, room)
        token = masuk.enter(world.house, "ppid", SANDI, "127.0.0.1").token
        hadir = masuk.who(world.house, token)
        assert hadir
        self.token, self.csrf = token, hadir.csrf

    def lays(self, many: int) -> list[str]:
        """So many papers of one matter, each looked at, in their order."""
        ids = [self.meja.lays(1) for _ in range(many)]
        self.meja.looks(*ids)
        return ids

    def alone(self, *ids: str) -> None:
        """Nobody signs these papers but this person."""
        with self.world.house.ledger.begin() as tx:
            for id_ in ids:
                (last,) = tx.find(TempatTtd, naskah=id_, peran="atasan_ppid")
                tx.save(last, lapsed(last))
            tx.note(Catatan(INSTANSI, MESIN, "naskah_diubah", self.world.house.clock.now(), id_))

    @contextmanager
    def line(self) -> Iterator[http.client.HTTPConnection]:
        to = http.client.HTTPConnection("127.0.0.1", self.world.settings.port, timeout=30)
        with closing(to):
            yield to

    def page(self, at: str) -> str:
        with self.line() as line:
            line.request("GET", at, headers={"Cookie": f"berkas={self.token}"})
            return line.getresponse().read().decode()

    @contextmanager
    def sits(self) -> Iterator[http.client.HTTPResponse]:
        """The answer that grows while all that was looked at is signed."""
        with self.world.house.ledger.read() as reading:
            (kunci,) = reading.find(KunciTtd)
        told = [("csrf", self.csrf), ("kunci", kunci.id), ("frasa", FRASA)]
        told += [("pilih", one) for one in self.meja.marks()]
        with self.line() as line:
            kind = "application/x-www-form-urlencoded"
            headers = {"Cookie": f"berkas={self.token}", "Content-Type": kind}
            line.request("POST", SEMUA, urlencode(told), headers)
            answer = line.getresponse()
            assert answer.status == 200, answer.read()
            yield answer

    def under_way(self) -> str:
        """The paper that is being signed at this moment."""
        place = tables.tempat_ttd.c
        asked = select(place.naskah).where(place.keadaan == MENUNGGU, place.penyewa != "")
        with self.world.house.ledger.reader.begin() as look:
            return look.execute(asked).scalar() or ""

    def caught(self, id_: str) -> None:
        """Until just this paper is being signed."""
        until = time.monotonic() + 30
        while self.under_way() != id_:
            assert time.monotonic() < until, f"{id_} was never begun"
            time.sleep(0.002)

    def signed(self) -> list[str]:
        """What bears this signature: once in the ledger, once in the journal, once in the file."""
        with self.world.house.ledger.read() as reading:
            mine = [one for one in reading.find(TempatTtd) if one.urut == 1]
            done = [one for one in mine if one.keadaan == DITANDATANGANI]
            order = {one.naskah: reading.get(Naskah, one.naskah).dibuat for one in done}
        assert self._noted() == Counter(order.keys())
        for one in done:
            with self.world.house.store.open(one.sesudah) as file:
                assert len(PdfFileReader(io.BytesIO(file.read())).embedded_signatures) == 1
        return sorted(order, key=order.__getitem__)

    def _noted(self) -> Counter[str]:
        line = tables.catatan.c
        asked = select(line.tentang).where(line.perbuatan == "naskah_dibubuhi_ttd")
        with self.world.house.ledger.reader.begin() as look:
            return Counter(look.execute(asked).scalars())


def told(page: str) -> list[str]:
    """Of which papers the answer said that they are signed."""
    return JADI.findall(page)
