"""Whatever call to the disk finds no room: a sentence, nothing half kept, and it goes on later."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import random
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jobs.pickup import Pickup
from service.acts.keadaan.audit import audit
from service.domain.kiriman import File, Kiriman
from service.domain.refusals import Refusal, Unavailable
from service.house import RealHouse
from tests.fault.titik import CHANGING, fails_at, points, spread
from tests.loket import an_antaran, attach, leave, new_kode
from tests.office import INSTANSI, UNIT, work
from tests.web.rumah_web import Orang, officer, rumah_web

WRITING = CHANGING - {"os.remove", "os.rmdir"}  # taking away needs no room
BESAR = 400_000  # bytes; a form keeps it in memory, on small disks it is tried with more
TEMPAT = f"{INSTANSI}/{UNIT}"
SEKALI = 8  # points of the short run


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    with rumah_web(tmp_path) as whole:
        assert not whole.store.has("0" * 64)
        yield whole


@pytest.fixture
def satu(house: RealHouse) -> Orang:
    return officer(house, "satu", "petugas")


class Pintu:
    """One way in: each time it is tried with a letter nobody brought before."""

    def __init__(self, house: RealHouse) -> None:
        self.house, self.n = house, 0
        self.came: list[str] = []

    def letter(self) -> bytes:
        self.n += 1
        words = f"Surat contoh ke-{self.n}. ".encode()
        isi = (words * (BESAR // len(words) + 1))[:BESAR]
        self.came.append(hashlib.sha256(isi).hexdigest())
        return isi

    def all_is_whole(self) -> None:
        with self.house.ledger.read() as look:
            kiriman, files = look.find(Kiriman), look.find(File)
        assert len(kiriman) == self.n
        assert set(self.came) <= {one.sha256 for one in files}
        assert [one.sha256 for one in files if self.house.store.verify(one.sha256)] == []
        assert list((self.house.settings.home / "tertutup" / ".tmp").iterdir()) == []
        assert list((self.house.settings.home / "kerja").glob("*")) == []
        assert [one.sebut for one in audit(self.house) if one.dilanggar] == []


def plain(answer) -> bool:
    """Whether it was taken; if not, a sentence says what is wrong."""
    if answer.status_code in (200, 201, 303):
        return True
    assert answer.status_code in (503, 507), answer.text
    assert "enuh" in answer.text
    assert "kesalahan program" not in answer.text
    return False


def at_each_point(
    brought: Callable[[], Callable[[], bool]], request: pytest.FixtureRequest
) -> None:
    """Try with no room from the n-th call on, then with room; `brought` gives what is tried."""
    calm = brought()
    with points(None, WRITING) as counted:
        assert calm()
    seed, total = random.randrange(1_000_000), counted.count
    chosen = spread(total, total if request.config.getoption("--panjang") else SEKALI, seed)
    refused = 0
    for n in chosen:
        tried = brought()
        with points(fails_at(n, errno.ENOSPC, on=True), WRITING):
            refused += not tried()
        assert tried(), f"point {n} of {total}"
    sys.stdout.write(f"{len(chosen)} of {total} points, {refused} refused, seed {seed}\n")
    assert refused >= len(chosen) // 2


def test_the_plain_form_finds_no_room_at_any_call(
    house: RealHouse, satu: Orang, request: pytest.FixtureRequest
) -> None:
    pintu, csrf = Pintu(house), satu.csrf

    def brought() -> Callable[[], bool]:
        isi, kunci = pintu.letter(), f"kunci-contoh-{pintu.n}"

        def tried() -> bool:
            told = {"csrf": csrf, "kunci": kunci, "tempat": TEMPAT}
            told["file"] = (io.BytesIO(isi), "surat.txt")  # type: ignore[assignment]
            return plain(satu.client.post("/unggah", data=told))

        return tried

    at_each_point(brought, request)

    work(house)
    pintu.all_is_whole()


def test_pieces_find_no_room_at_any_call(
    house: RealHouse, satu: Orang, request: pytest.FixtureRequest
) -> None:
    pintu, headers = Pintu(house), {"X-CSRF-Token": satu.csrf}

    def brought() -> Callable[[], bool]:
        isi, kunci = pintu.letter(), f"kunci-contoh-{pintu.n}"
        begun: list[str] = []

        def api(method: str, path: str, **more: object):
            return satu.client.open(f"/api/v1{path}", method=method, headers=headers, **more)

        def tried() -> bool:
            """As the page's own script does: on from where the house says it stands."""
            if not begun:
                answer = api("POST", "/unggahan", json={"nama": "surat.txt", "ukuran": BESAR})
                if not plain(answer):
                    return False
                begun.append(answer.json["id"])
            at = api("GET", f"/unggahan/{begun[0]}").json["sudah"]
            while at < BESAR:
                where = {**headers, "Upload-Offset": str(at)}
                path = f"/api/v1/unggahan/{begun[0]}"
                answer = satu.client.patch(path, data=isi[at : at + 250_000], headers=where)
                if not plain(answer):
                    return False
                at = answer.json["sudah"]
            sent = {"kunci": kunci, "tempat": TEMPAT, "unggahan": begun}
            return plain(api("POST", "/kiriman", json=sent))

        return tried

    at_each_point(brought, request)

    work(house)
    pintu.all_is_whole()
    assert satu.api("GET", "/unggahan").json["unggahan"] == []


def test_the_pickup_finds_no_room_at_any_call(
    house: RealHouse, request: pytest.FixtureRequest
) -> None:
    pintu, pickup = Pintu(house), Pickup(house)
    publik = house.settings.home / "publik"
    masuk = publik / "masuk"

    def brought() -> Callable[[], bool]:
        lampiran = attach(masuk, pintu.letter(), "lampiran.txt")
        leave(masuk, an_antaran(new_kode(), lampiran=(lampiran,)))

        def tried() -> bool:
            with contextlib.suppress(Unavailable, Refusal):  # as it does itself between two looks
                pickup.turn()
            return [path.name for path in masuk.rglob("*") if path.is_file()] == []

        return tried

    at_each_point(brought, request)

    work(house)
    pintu.all_is_whole()
    assert house.loket.count_aside() == 0
    assert len(list((publik / "terbit" / "lacak").iterdir())) == pintu.n
