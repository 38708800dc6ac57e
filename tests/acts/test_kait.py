"""What happens in an office is told to the programs that a unit chose, once it may be named."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.kait import antar, kelola
from service.acts.orang.hadir import operator
from service.adapters.pengabar import Pengabar
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kait import (
    BELUM,
    DITAHAN,
    GAGAL,
    SIMPAN,
    TERKIRIM,
    Antaran,
    Kait,
    KaitSudahDibuat,
    KaitTidakSah,
    SampaiKait,
)
from service.domain.refusals import TidakAda, TidakBerwenang, Unavailable
from service.house import RealHouse
from tests.conftest import new_sqlite
from tests.kantor import Jam
from tests.office import INSTANSI, UNIT, open_house, person, rule, work

SOP = "uji_konsekuensi"


@dataclass
class Penerima:
    """A program elsewhere: what it heard, and how it answers."""

    alamat: str = ""
    kode: int = 204
    didengar: list[tuple[dict[str, str], bytes]] = field(default_factory=list)


@pytest.fixture(scope="module")
def server() -> Iterator[Penerima]:
    heard = Penerima()

    class Hears(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.didengar.append((dict(self.headers.items()), body))
            self.send_response(heard.kode)
            if heard.kode == 302:
                self.send_header("Location", "http://127.0.0.1:1/")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Hears) as one:
        heard.alamat = f"http://127.0.0.1:{one.server_port}/kabar?x=1"
        threading.Thread(target=one.serve_forever, daemon=True).start()
        yield heard
        one.shutdown()


@pytest.fixture
def penerima(server: Penerima) -> Penerima:
    server.kode = 204
    server.didengar.clear()
    return server


def office(folder: Path, url: str) -> Iterator[RealHouse]:
    with open_house(folder, url) as one:
        rule(one)
        jam = Jam()
        one.ledger.clock = jam  # type: ignore[union-attr]
        house = replace(one, clock=jam)  # type: ignore[arg-type]
        house.opened["pengabar"] = Pengabar(("127.0.0.1",), 2, 2)
        yield house


@pytest.fixture
def house(tmp_path: Path) -> Iterator[RealHouse]:
    yield from office(tmp_path, new_sqlite(tmp_path))


@pytest.fixture
def house_dua(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    yield from office(tmp_path, ledger_url)


def made(house: RealHouse, to: Penerima, *peristiwa: str, unit: str = "") -> Kait:
    wanted = peristiwa or ("berkas_dibuka",)
    asked = kelola.Isian("Portal data", INSTANSI, unit, to.alamat, wanted)
    return kelola.make(house, operator(house), house.new_id(), asked)


def opened(house: RealHouse, *, rahasia: bool = False, unit: str = UNIT) -> Berkas:
    told = Pembukaan(house.new_id(), INSTANSI, unit, SOP, "Judul yang tidak dikirim")
    with house.ledger.begin() as tx:
        return begun(house, tx, replace(told, rahasia=rahasia))


def log(house: RealHouse, one: Kait) -> list[Antaran]:
    return house.lists.antaran(one.id, 0, 50)


def told(house: RealHouse) -> None:
    antar.plan_tellings(house)
    work(house)


def test_an_act_is_told_once_signed_and_without_what_stands_in_the_matter(house_dua, penerima):
    house = house_dua
    opened(house)  # before anybody asked
    one = made(house, penerima)
    berkas = opened(house)

    told(house)
    told(house)

    [(heads, body)] = penerima.didengar
    said = json.loads(body)
    assert (said["peristiwa"], said["tentang"], said["unit"]) == ("berkas_dibuka", berkas.id, UNIT)
    assert b"Judul" not in body
    signed = heads["Berkas-Waktu"].encode() + b"." + body
    made_by = hmac.new(one.rahasia.encode(), signed, hashlib.sha256).hexdigest()
    assert heads["Berkas-Tanda"] == f"v1={made_by}"
    assert heads["Berkas-Id"] == said["id"]
    assert [(x.keadaan, x.kode, x.dicoba) for x in log(house, one)] == [(TERKIRIM, 204, 1)]


def test_what_is_withheld_or_of_another_unit_or_was_not_asked_for_is_not_told(house, penerima):
    one = made(house, penerima, unit=UNIT)
    opened(house, rahasia=True)
    opened(house, unit="biro_tu")
    with house.ledger.begin() as tx:
        tx.note(Catatan(INSTANSI, MESIN, "langkah_selesai", house.clock.now(), "x"))

    told(house)

    assert penerima.didengar == []
    assert log(house, one) == []


def test_what_was_withheld_between_the_act_and_its_telling_is_not_told(house, penerima):
    one = made(house, penerima)
    berkas = opened(house)
    antar.look_through(house, one.id)
    with house.ledger.begin() as tx:
        before = tx.get(Berkas, berkas.id)
        tx.save(before, replace(before, rahasia=True))
        tx.note(Catatan(INSTANSI, MESIN, "berkas_dirahasiakan", house.clock.now(), berkas.id))

    work(house)

    assert penerima.didengar == []
    assert [x.keadaan for x in log(house, one)] == [DITAHAN]


@pytest.mark.parametrize("kode", [302, 400, 500, 503])
def test_a_receiver_that_does_not_take_it_is_asked_again_in_growing_pauses(house, penerima, kode):
    one, penerima.kode = made(house, penerima), kode
    opened(house)
    told(house)
    assert [(x.keadaan, x.kode) for x in log(house, one)] == [(BELUM, kode)]
    house.clock.go(seconds=59)
    work(house)
    assert len(penerima.didengar) == 1, "a minute has not gone by"

    house.clock.go(seconds=2)
    work(house)
    penerima.kode = 200
    house.clock.go(minutes=2)
    work(house)

    assert len(penerima.didengar) == 3
    assert len({heads["Berkas-Id"] for heads, _ in penerima.didengar}) == 1
    assert [(x.keadaan, x.dicoba) for x in log(house, one)] == [(TERKIRIM, 3)]


def test_after_two_days_a_person_has_it_sent_again(house, penerima):
    one, penerima.kode = made(house, penerima), 500
    opened(house)
    told(house)
    for _ in range(12):
        house.clock.go(hours=18)
        work(house)
    assert [x.keadaan for x in log(house, one)] == [GAGAL]
    many, penerima.kode = len(penerima.didengar), 200

    assert kelola.retry(house, operator(house), one.id) == 1
    work(house)

    assert len(penerima.didengar) == many + 1
    assert [x.keadaan for x in log(house, one)] == [TERKIRIM]
    assert kelola.retry(house, operator(house), one.id) == 0


def test_who_dies_after_sending_tells_it_once_more_under_the_same_id(house, penerima):
    one = made(house, penerima)
    opened(house)
    antar.look_through(house, one.id)
    work_name = f"{log(house, one)[0].id}_0"

    class Dies(Exception):
        pass

    def dies(_alamat: str, _heads: object, _body: bytes) -> int:
        Pengabar(("127.0.0.1",)).tell(penerima.alamat, _heads, _body)
        raise Dies

    class Deadly(Pengabar):
        tell = staticmethod(dies)

    house.opened["pengabar"] = Deadly()
    with pytest.raises(Dies):
        antar.deliver(house, work_name)
    house.opened["pengabar"] = Pengabar(("127.0.0.1",))
    antar.deliver(house, work_name)
    antar.deliver(house, work_name)

    assert len(penerima.didengar) == 2
    assert len({heads["Berkas-Id"] for heads, _ in penerima.didengar}) == 1


def test_a_look_that_is_begun_twice_owes_each_telling_once(house, penerima):
    one = made(house, penerima)
    for _ in range(3):
        opened(house)
    with house.ledger.read() as reading:
        before = reading.get(SampaiKait, one.id)

    antar.look_through(house, one.id)
    with house.ledger.begin() as tx:  # as if the place had not been kept
        after = tx.get(SampaiKait, one.id)
        tx.save(after, replace(after, urut=after.urut))
    antar.look_through(house, one.id)
    work(house)

    assert before.urut < after.urut
    assert len(penerima.didengar) == len(log(house, one)) == 3


def test_a_revoked_webhook_tells_nothing_more_not_even_what_waits(house, penerima):
    one = made(house, penerima)
    opened(house)
    antar.look_through(house, one.id)

    kelola.revoke(house, operator(house), one.id)
    kelola.revoke(house, operator(house), one.id)
    opened(house)
    told(house)

    assert penerima.didengar == []
    assert [(x.keadaan, x.kata) for x in log(house, one)] == [(GAGAL, "Webhook ini dicabut.")]
    with pytest.raises(TidakAda):
        kelola.retry(house, operator(house), one.id)


def test_a_machine_inside_the_office_is_told_only_where_its_keeper_named_it(house, penerima):
    one = made(house, penerima)
    opened(house)
    house.opened["pengabar"] = Pengabar()

    told(house)

    assert penerima.didengar == []
    assert log(house, one)[0].keadaan == GAGAL
    for alamat in ("https://127.0.0.1/", "https://localhost/", "https://169.254.169.254/"):
        with pytest.raises(Unavailable, match="BERKAS_KAIT_KANTOR"):
            Pengabar().tell(alamat, {}, b"{}")


def test_the_same_form_sent_twice_makes_one_and_others_make_none(house, penerima):
    admin, id_ = operator(house), house.new_id()
    asked = kelola.Isian("Portal", INSTANSI, "", penerima.alamat, ("berkas_dibuka",))
    kelola.make(house, admin, id_, asked)

    with pytest.raises(KaitSudahDibuat):
        kelola.make(house, admin, id_, asked)
    officer = person(house, "satu", "ppid")
    with pytest.raises(TidakBerwenang):
        kelola.make(house, officer, house.new_id(), asked)
    with pytest.raises(KaitTidakSah):
        kelola.make(house, admin, "pendek", asked)
    with pytest.raises(TidakAda):
        kelola.revoke(house, officer, id_)
    assert [x.id for x in kelola.listing(house, admin)] == [id_]
    assert kelola.listing(house, officer) == []


def test_the_secret_is_in_no_line_and_no_version_of_the_journal(house, penerima):
    one = made(house, penerima)
    opened(house)
    told(house)

    with house.engine.connect() as line:
        dump = line.connection.driver_connection.iterdump()
        places = [x.split('"')[1] for x in dump if one.rahasia in x]
    assert places == ["kait"]


def test_what_was_told_long_ago_is_forgotten(house, penerima):
    one = made(house, penerima)
    opened(house)
    told(house)
    house.clock.go(days=SIMPAN / timedelta(days=1) + 1)

    antar.sweep(house)

    assert log(house, one) == []
