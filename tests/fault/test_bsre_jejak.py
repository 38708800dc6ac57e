"""A whole signing at BSrE and one that failed, by real processes: nothing only the signer knows
is left in any place where somebody could look afterwards."""

from __future__ import annotations

import base64
import json
import re
import threading
import time
from collections.abc import Iterator
from html import escape
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from sqlalchemy import MetaData, select

from service.acts.orang import mulai, orang
from service.acts.orang.hadir import operator
from service.acts.orang.masuk import Kunci
from service.domain import tempat_ttd as t
from tests.bsre_tiruan import NAMA, NIK, PASSPHRASE, SANDI, Tiruan, tiruan
from tests.conftest import new_sqlite
from tests.fault.world import CLOCK, World
from tests.kantor import SANDI as SANDI_MASUK
from tests.meja_ttd import Meja
from tests.office import person, rule
from tests.pki import Pki
from tests.pki import served as pki_served
from tests.servers import until

SALAH, KODE, KODE_SALAH = "durian jatuh: 77 kali", "Q7K2M9X4WZ", "X9W8V7U6T5"


@pytest.fixture(scope="module")
def pki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pki]:
    with pki_served(tmp_path_factory.mktemp("pki")) as one:
        yield one


@pytest.fixture
def layanan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tiruan]:
    with tiruan(tmp_path_factory.mktemp("layanan")) as one:
        yield one


@pytest.fixture(params=[1, 2], ids=["v1", "v2"])
def world(
    request: pytest.FixtureRequest,
    layanan: Tiruan,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[World]:
    akun = tmp_path_factory.mktemp("akun") / "akun"
    akun.write_text(f"{NAMA}:{SANDI}\n")
    akun.chmod(0o600)
    at = f"https://localhost:{layanan.port}?versi={request.param}&ca={layanan.ca}"
    whole = World(tmp_path, new_sqlite(tmp_path), BERKAS_BSRE=at, BERKAS_BSRE_AKUN=str(akun))
    rule(whole.house)
    whole.start_valkey()
    whole.start("clock", CLOCK)
    for lane in ("meja", "naskah"):
        whole.start(lane, ["-m", "jobs.worker", lane])
    whole.start_web()
    yield whole
    whole.end()


class Kepala:
    """The PPID at the pages, with a certificate at BSrE and two papers that wait."""

    def __init__(self, world: World, pki: Pki, room: Path) -> None:
        self.world = world
        ppid = person(world.house, "ppid", "ppid")
        token = orang.invite(world.house, operator(world.house), ppid.orang.id)
        self.masuk: Kunci = mulai.choose_password(world.house, token, SANDI_MASUK, "192.0.2.1")
        self.meja = Meja(world.house, ppid, pki, room)
        self.naskah = [self.meja.lays(1), self.meja.lays(2)]
        self.pages: list[str] = []

    def ask(self, path: str, /, **form: str) -> int:
        status, page = self.world.ask(self.masuk, path, **form)
        self.pages.append(page)
        return status

    def signs(self, n: int, frasa: str, macam: str = "frasa", **more: str) -> int:
        at = f"/naskah/{self.naskah[n]}/tanda-tangan"
        assert self.ask(at) == 200
        sidik = re.search(r'name="sidik"[^>]*value="(\w+)"', self.pages[-1])
        kunci = re.search(r'<option value="(\w+)"[^>]*>BSrE', self.pages[-1])
        assert sidik
        assert kunci
        sent = {"sidik": sidik[1], "kunci": kunci[1], "frasa": frasa, "macam": macam}
        return self.ask(at, **{**sent, **more})

    def place(self, n: int) -> t.TempatTtd:
        return self.meja.places(self.naskah[n])[0]


class Pengintip(threading.Thread):
    """Looks at the arguments and surroundings of every process, and at every key of the queue."""

    def __init__(self, world: World) -> None:
        super().__init__(daemon=True)
        self.world, self.going = world, True
        self.seen: set[bytes] = set()
        self.looks = 0

    def run(self) -> None:
        while self.going:
            self.look()
            time.sleep(0.05)

    def look(self) -> None:
        for pid in _family(one.pid for _, one in self.world.running.values()):
            for name in ("cmdline", "environ"):
                try:
                    self.seen.add(Path(f"/proc/{pid}/{name}").read_bytes())
                except OSError:
                    continue
        with self.world.redis() as redis:
            for key in redis.scan_iter("*"):
                self.seen |= {key, redis.dump(key) or b"", _whole(redis, key)}
        self.looks += 1


def _family(pids: Iterator[int]) -> list[int]:
    """They and everything they started."""
    found = list(pids)
    for pid in found:
        try:
            found += map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split())
        except OSError:
            continue
    return found


def _whole(redis, key: bytes) -> bytes:
    """What lies under a key, in clear: a dump may be packed."""
    read = {
        b"string": redis.get,
        b"list": lambda k: redis.lrange(k, 0, -1),
        b"set": redis.smembers,
        b"hash": redis.hgetall,
        b"zset": lambda k: redis.zrange(k, 0, -1, withscores=True),
        b"stream": redis.xrange,
    }.get(redis.type(key))
    return repr(read(key)).encode() if read else b""


def guises(word: str) -> set[bytes]:
    """A secret as a program could have written it."""
    plain = {word, quote(word), quote_plus(word), escape(word), json.dumps(word)[1:-1]}
    plain |= {repr(word)[1:-1], base64.b64encode(word.encode()).decode().rstrip("=")}
    found = {one.encode() for one in plain}
    return found | {word.encode("utf-16-le"), word.encode("utf-8").hex().encode()}


def hits(words: list[str], where: dict[str, bytes]) -> list[str]:
    """In which places one of these stands, in any guise."""
    every = [(word, guise) for word in words for guise in guises(word)]
    return [f"{nama}: {word}" for nama, held in where.items() for word, g in every if g in held]


def rows(world: World) -> dict[str, bytes]:
    """Every row of every table of the ledger, as text."""
    book, found = MetaData(), dict[str, bytes]()
    book.reflect(world.house.engine)
    with world.house.engine.connect() as look:
        for name, table in book.tables.items():
            told = [repr(tuple(row)) for row in look.execute(select(table))]
            found[f"tabel {name}"] = "\n".join(told).encode()
    return found


def files(world: World) -> dict[str, bytes]:
    """Every file of the house, of the inbox and of the logs: the queue's own file as well."""
    rooms = (world.home, world.settings.home, world.settings.runtime, world.settings.inbox)
    paths = {one for room in rooms for one in room.rglob("*") if one.is_file()}
    return {str(one): one.read_bytes() for one in paths}


def test_a_secret_that_stood_there_would_be_found() -> None:
    assert hits([PASSPHRASE], {"x": b"..." + quote(PASSPHRASE).encode()})
    assert hits([PASSPHRASE], {"x": base64.b64encode(PASSPHRASE.encode())})
    assert hits([NIK], {"x": b"a" + NIK.encode() + b"b"})
    assert not hits([NIK, PASSPHRASE, KODE], {"x": b"durian"})


def test_after_a_signing_and_a_failed_one_no_secret_is_left_anywhere(
    world: World, layanan: Tiruan, pki: Pki, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kepala = Kepala(world, pki, tmp_path_factory.mktemp("meja"))
    spy = Pengintip(world)
    spy.start()
    codes = world.house.esign.sends_codes

    assert kepala.ask("/akun/sertifikat/bsre", nik=NIK) == 303
    assert kepala.ask("/akun/sertifikat/bsre", nik="9999010101019999") == 422
    assert kepala.signs(0, SALAH) == 422
    layanan.tingkah = "lambat"  # long enough for who looks at the processes
    if codes:
        assert kepala.signs(0, "", minta="kode") == 303
        assert kepala.signs(0, KODE_SALAH, macam="totp") == 422
        assert kepala.signs(0, "", minta="kode") == 303
        layanan.totp[NIK] = KODE
        assert kepala.signs(0, KODE, macam="totp") == 303
    else:
        assert kepala.signs(0, PASSPHRASE) == 303
    assert kepala.place(0).keadaan == t.DITANDATANGANI
    layanan.tingkah = "putus_sesudah"
    assert kepala.signs(1, PASSPHRASE) == 502
    assert kepala.place(1).keadaan == t.PERLU_DICEK
    layanan.tingkah = "gema"
    for path in ("/", "/akun/sertifikat", "/tanda-tangan/keluar", "/jurnal", "/keadaan", "/gagal"):
        assert kepala.ask(path) in (200, 403)
    for one in kepala.naskah:
        assert kepala.ask(f"/naskah/{one}") == 200
        assert kepala.ask(f"/naskah/{one}/bukti-ttd") == 200
    assert kepala.ask(f"/naskah/{kepala.naskah[1]}/periksa-ttd") == 200
    until(lambda: not world.house.lists.owed("papan", kepala.naskah[0]), 30, "the work owed")
    spy.going = False
    spy.join()

    assert layanan.ditandatangani == 2
    assert spy.looks > 5
    assert any(b"service.web.serve" in one for one in spy.seen)
    secrets = [NIK, PASSPHRASE, SALAH, KODE, KODE_SALAH, SANDI]
    assert hits(secrets, rows(world)) == []
    assert hits(secrets, {"proses dan antrean": b"\n".join(spy.seen)}) == []
    assert hits(secrets, {f"halaman {n}": p.encode() for n, p in enumerate(kepala.pages)}) == []
    world.stop()  # what waits to be written is written
    where = files(world)
    assert any("appendonly" in one for one in where)
    assert any(one.endswith("/log") for one in where)
    assert hits(secrets, where) == []
