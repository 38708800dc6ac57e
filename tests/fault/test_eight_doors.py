"""The same letter eight ways at once: one item with one number, and every arrival written down."""

from __future__ import annotations

import io
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jobs import identify
from jobs.pengawas.surel import Tukang
from jobs.watcher import Watcher
from service.acts.keadaan.audit import audit
from service.acts.kiriman import tunggu
from service.acts.simpan.receive import Bawaan, Slip, accept
from service.domain.kiriman import (
    FOLDER,
    MEJA_TUNGGU,
    PERINTAH,
    SUREL,
    WEB,
    File,
    Kiriman,
)
from service.domain.refusals import Overtaken
from service.domain.simpanan import Simpanan
from service.house import RealHouse
from tests.jobs.test_surel import kotak, letter, send, with_mail
from tests.office import INSTANSI, UNIT
from tests.web.rumah_web import Orang, officer, rumah_web

CAME = Counter({FOLDER: 3, WEB: 2, PERINTAH: 1, SUREL: 1, MEJA_TUNGGU: 1})


@pytest.fixture
def house(tmp_path: Path, ledger_url: str) -> Iterator[RealHouse]:
    with rumah_web(tmp_path, ledger_url) as whole:
        yield whole


def by_form(who: Orang, csrf: str, isi: bytes, n: int) -> None:
    told = {"csrf": csrf, "kunci": f"formulir-contoh-{n}", "tempat": f"{INSTANSI}/{UNIT}"}
    answer = who.client.post("/unggah", data={**told, "file": (io.BytesIO(isi), "lewat web.eml")})
    assert answer.status_code == 303, answer.text


def by_program(who: Orang, csrf: str, isi: bytes, n: int) -> None:
    def ask(method: str, path: str, **more: object):
        headers = {"X-CSRF-Token": csrf, **more.pop("headers", {})}  # type: ignore[dict-item]
        return who.client.open(f"/api/v1{path}", method=method, headers=headers, **more)

    begun = ask("POST", "/unggahan", json={"nama": "program.eml", "ukuran": len(isi)}).json
    ask("PATCH", f"/unggahan/{begun['id']}", data=isi, headers={"Upload-Offset": "0"})
    told = {"kunci": f"program-contoh-{n}", "tempat": f"{INSTANSI}/{UNIT}"}
    answer = ask("POST", "/kiriman", json={**told, "unggahan": [begun["id"]]})
    assert answer.status_code == 201, answer.text


def by_command(house: RealHouse, path: Path) -> None:
    slip = Slip(house.new_id(), INSTANSI, UNIT, PERINTAH, path.name)
    accept(house, [Bawaan(path, path.name)], slip)


def by_desk(house: RealHouse, who: Orang) -> None:
    tunggu.receive(house, who.hadir, [one.tanda for one in tunggu.waiting(house, who.hadir)])


def by_folder(house: RealHouse, came: int) -> None:
    """The watcher looks until all that lay there is taken."""
    looks, end = Watcher(house), time.monotonic() + 30
    while _of(house, FOLDER) < came and time.monotonic() < end:
        looks.turn()


def _of(house: RealHouse, pintu: str) -> int:
    with house.ledger.read() as look:
        return len(look.find(Kiriman, pintu=pintu))


def examined(house: RealHouse, ids: list[str]) -> None:
    """As a worker does: whoever was overtaken looks again."""
    for id_ in ids:
        while True:
            try:
                identify.run(house, id_)
                break
            except Overtaken:
                continue


def at_once(*ways: Callable[[], None]) -> None:
    start = threading.Barrier(len(ways))

    def go(way: Callable[[], None]) -> None:
        start.wait(30)
        way()

    with ThreadPoolExecutor(len(ways)) as hands:
        for ended in [hands.submit(go, way) for way in ways]:
            ended.result(60)


@pytest.mark.timeout(900)
def test_one_letter_by_eight_doors_is_one_item_and_all_arrivals_are_recorded(
    house: RealHouse, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    rounds = 100 if request.config.getoption("--panjang") else 3
    nama = f"delapan{os.getpid()}{abs(hash(request.node.nodeid))}"
    form, api, desk = (officer(house, name, "petugas") for name in ("satu", "dua", "tiga"))
    secrets = {id(one): one.csrf for one in (form, api)}
    with_mail(house, kotak(nama))
    unit = house.inbox / INSTANSI / UNIT
    for n in range(1, rounds + 1):
        isi, out = letter(f"Permohonan contoh ke-{n}"), tmp_path / "perintah.eml"
        out.write_bytes(isi)
        for name in ("surat.eml", f"dalam {n}/surat.eml", "nama lain.eml", "tunggu/meja.eml"):
            (unit / name).parent.mkdir(parents=True, exist_ok=True)
            (unit / name).write_bytes(isi)
        send(nama, isi)
        time.sleep(0.02)  # what lies in the staging folder is older than this moment

        at_once(
            lambda n=n: by_folder(house, 3 * n),
            lambda n=n, isi=isi: by_form(form, secrets[id(form)], isi, n),
            lambda n=n, isi=isi: by_program(api, secrets[id(api)], isi, n),
            lambda out=out: by_command(house, out),
            lambda: by_desk(house, desk),
            lambda: Tukang(house).visit(),
        )
        with house.ledger.read() as look:
            new = [one.id for one in look.find(Kiriman) if one.keadaan == "diterima"]
        at_once(*(lambda few=new[k::4]: examined(house, few) for k in range(4)))
        with house.ledger.read() as look:
            came = [one for one in look.find(Kiriman) if one.id in new]
            files = [one for id_ in new for one in look.find(File, kiriman=id_)]
            held = look.find(Simpanan, id=files[0].sha256)
        assert Counter(one.pintu for one in came) == CAME
        assert len({one.sha256 for one in files}) == len(held) == 1
        [first] = [one for one in came if one.nomor_agenda]
        assert {one.kembar for one in came if one.id != first.id} == {first.id}
    assert [one for one in audit(house) if one.dilanggar] == []
