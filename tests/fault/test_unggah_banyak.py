"""Many uploads at once, some cut, some slow, some too large: no receipt for what is not kept."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import os
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest

from service.acts.keadaan.audit import audit
from service.acts.orang import masuk
from service.domain.kiriman import File, Kiriman
from service.domain.unggahan import UMUR
from tests.conftest import new_sqlite
from tests.fault.world import World
from tests.kantor import SANDI
from tests.office import INSTANSI, UNIT, rule
from tests.web.rumah_web import with_password

UKURAN = 200_000
SEPOTONG = 262_144  # the first piece the page itself sends
BATAS_MB = 1
BATAS_SURAT = 5.0  # seconds, the 95th of a hundred good ones
PINTU = ("formulir", "potongan")
BAIK, PUTUS, LAMBAT, BESAR = "baik", "putus", "lambat", "besar"


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    whole = World(tmp_path, new_sqlite(tmp_path), BERKAS_UKURAN_MB=str(BATAS_MB))
    yield whole
    whole.end()


@dataclass
class Officer:
    """One upload of one window; remembers what it was told."""

    world: World
    token: str
    csrf: str
    nasib: str
    pintu: str
    n: int
    isi: bytes = b""
    kiriman: str = ""
    status: int = 0
    took: float = 0.0
    heard: list[str] = field(default_factory=list)

    def run(self) -> None:
        began = time.perf_counter()
        with contextlib.suppress(OSError, http.client.HTTPException):
            self._form() if self.pintu == "formulir" else self._pieces()
        self.took = time.perf_counter() - began

    def _line(self) -> http.client.HTTPConnection:
        # Every window has an address of its own, as in an office.
        here = (f"127.0.{1 + self.n // 200}.{1 + self.n % 200}", 0)
        port = self.world.settings.port
        return http.client.HTTPConnection("127.0.0.1", port, timeout=60, source_address=here)

    def _headers(self, **more: str) -> dict[str, str]:
        return {"Cookie": f"berkas={self.token}", "X-CSRF-Token": self.csrf, **more}

    def _form(self) -> None:
        mark = f"----contoh{self.n}"
        told = {"kunci": f"kunci-contoh-{self.n}", "tempat": f"{INSTANSI}/{UNIT}"}
        body = b"".join(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in told.items()
        )
        body += (
            f'--{mark}\r\nContent-Disposition: form-data; name="file"; '
            f'filename="surat-{self.n}.txt"\r\n\r\n'
        ).encode()
        body += self.isi + f"\r\n--{mark}--\r\n".encode()
        kind = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        answer = self._send("POST", "/unggah", body, self._headers(**kind))
        if answer and answer.status == 303:
            self.kiriman = answer.headers["Location"].split("/")[-1].split("?")[0]

    def _pieces(self) -> None:
        told = self._told(
            "/api/v1/unggahan", {"nama": f"surat-{self.n}.txt", "ukuran": len(self.isi)}
        )
        if not told:
            return
        at = 0
        while at < len(self.isi):
            headers = self._headers(**{"Upload-Offset": str(at)})
            part = self.isi[at : at + SEPOTONG]
            answer = self._send("PATCH", f"/api/v1/unggahan/{told['id']}", part, headers)
            if not answer or answer.status != 200:
                return
            at += len(part)
        sent = {
            "kunci": f"kunci-contoh-{self.n}",
            "tempat": f"{INSTANSI}/{UNIT}",
            "unggahan": [told["id"]],
        }
        made = self._told("/api/v1/kiriman", sent)
        self.kiriman = str(made.get("id", "")) if made else ""

    def _told(self, path: str, sent: dict[str, object]) -> dict[str, object]:
        headers = self._headers(**{"Content-Type": "application/json"})
        line = self._line()
        with contextlib.closing(line):
            line.request("POST", path, json.dumps(sent), headers)
            answer = line.getresponse()
            self.status = answer.status
            self.heard.append(answer.read().decode())
        return json.loads(self.heard[-1]) if answer.status == 201 else {}

    def _send(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> http.client.HTTPResponse | None:
        line = self._line()
        with contextlib.closing(line):
            line.putrequest(method, path)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                line.putheader(name, value)
            line.endheaders()
            if self.nasib == PUTUS:
                line.send(body[: len(body) // 2])
                return None
            if self.nasib == LAMBAT:
                for n in range(6):  # a thousand bytes a second, until they lose patience
                    line.send(body[1000 * n : 1000 * (n + 1)])
                    time.sleep(1)
                return None
            line.send(body)
            answer = line.getresponse()
            self.status = answer.status
            self.heard.append(answer.read().decode())
            return answer


def fates(count: int, dice: random.Random) -> list[str]:
    """One in five is cut off, one in twenty slow, one in twenty too large."""
    found = [PUTUS] * (count // 5) + [LAMBAT] * (count // 20) + [BESAR] * (count // 20)
    found += [BAIK] * (count - len(found))
    dice.shuffle(found)
    return found


def test_many_uploads_at_once_get_no_wrong_receipt_and_leave_nothing_behind(
    world: World, request: pytest.FixtureRequest
) -> None:
    count = 500 if request.config.getoption("--panjang") else 60
    seed = random.randrange(1_000_000)
    dice = random.Random(seed)
    rule(world.house)
    people = [at_work(world, n) for n in range(max(2, count // 50))]
    world.start_web()
    officers = []
    for n, nasib in enumerate(fates(count, dice)):
        isi = dice.randbytes(UKURAN if nasib != BESAR else 4_000_000)
        officers.append(Officer(world, *people[n % len(people)], nasib, PINTU[n % 2], n, isi))

    threads = [threading.Thread(target=one.run, daemon=True) for one in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(300)
        assert not thread.is_alive()

    good = [one for one in officers if one.nasib == BAIK]
    took = sorted(one.took for one in good)
    p95 = took[int(0.95 * len(took))]
    sys.stdout.write(
        f"seed {seed}: {count} at once, {Counter(one.nasib for one in officers)}, "
        f"p50 {took[len(took) // 2]:.2f} s, p95 {p95:.2f} s, "
        f"{_processor(world):.1f} s of processor in the pages, load {os.getloadavg()[0]:.1f}\n"
    )
    assert [(one.pintu, one.status, one.heard) for one in good if not one.kiriman] == []
    assert [one.nasib for one in officers if one.kiriman and one.nasib != BAIK] == []
    _receipts_are_true(world, good)
    told = [one.heard[-1] for one in officers if one.nasib == BESAR and one.heard]
    assert all("lebih besar" in text for text in told)
    _nothing_is_left(world)
    assert "fault" not in world.log_path.read_text()
    assert [one for one in audit(world.house) if one.dilanggar] == []
    assert p95 <= BATAS_SURAT


def _processor(world: World) -> float:
    """Seconds of processor the pages used, parent and child."""
    pid = world.running["web"][1].pid
    pids = [str(pid), *Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    stats = [Path(f"/proc/{one}/stat").read_text().rpartition(")")[2].split() for one in pids]
    ticks = sum(int(one[11]) + int(one[12]) for one in stats)
    return ticks / os.sysconf("SC_CLK_TCK")


def at_work(world: World, n: int) -> tuple[str, str]:
    """An officer who is in: the cookie, and what the forms send back."""
    with_password(world.house, f"petugas.{n}", "petugas")
    token = masuk.enter(world.house, f"petugas.{n}", SANDI, "127.0.0.1").token
    hadir = masuk.who(world.house, token)
    assert hadir
    return token, hadir.csrf


def _receipts_are_true(world: World, good: list[Officer]) -> None:
    """Each receipt names a kiriman with the very bytes, and there is no kiriman besides."""
    with world.house.ledger.read() as look:
        files = {one.kiriman: one for one in look.find(File)}
        kiriman = {one.id for one in look.find(Kiriman)}
    assert kiriman == set(files) == {one.kiriman for one in good}
    for one in good:
        assert files[one.kiriman].sha256 == hashlib.sha256(one.isi).hexdigest()
        assert world.house.store.verify(files[one.kiriman].sha256) == ""


def _nothing_is_left(world: World) -> None:
    """Whatever was cut off may be taken up again for a day; then it is gone."""
    room = world.settings.home / "unggahan"
    for left in room.iterdir():
        assert (left / "isi").stat().st_size < UKURAN
    world.house.uploads.sweep(world.house.clock.now() + UMUR + timedelta(days=1))
    assert list(room.iterdir()) == []
    assert not list((world.settings.home / "kerja").glob("*"))
