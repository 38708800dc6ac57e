"""The sample home beside a real one: kept by a process, opened by its door, and gone again."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from collections.abc import Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from service import house as houses
from service.acts.instansi import pilihan
from service.acts.orang import orang
from service.adapters.contoh_folder import FolderSamples
from service.commands.user import operator
from service.config import CODE, Settings
from service.demo.sertifikat import Penerbit
from service.demo.stage import PENERBIT, surroundings
from service.domain.contoh import GAGAL, MENYALA
from service.host import kin
from tests.servers import until

KODE = "kalteng_biro_umum"


class Samping:
    """A home with the keeper of its samples."""

    def __init__(self, folder: Path) -> None:
        outer = {name: word for name, word in os.environ.items() if not name.startswith("BERKAS_")}
        own = {"BERKAS_HOME": str(folder / "rumah"), "BERKAS_INBOX": str(folder / "inbox")}
        self.env = {**outer, **own, "PYTHONPATH": str(CODE)}
        self.settings = Settings.from_env(own)
        self.settings.home.mkdir()
        self.samples = FolderSamples(self.settings.home)
        self.running: subprocess.Popen[bytes] | None = None

    def keep(self) -> None:
        line = [sys.executable, "-m", "service.cli", "contoh", "jaga"]
        self.running = subprocess.Popen(line, env=self.env, cwd=CODE)

    def played(self) -> Settings:
        """A small sample home that was played to its end."""
        self.samples.ask((KODE,))
        self.samples.begin()
        self.samples.finish()
        self.samples.home.mkdir(mode=0o700)
        Penerbit(self.samples.home / PENERBIT)
        settings = Settings.from_env(surroundings(self.samples.home, self.env))
        houses.migrate(settings)
        house = houses.build(settings, lasting=False)
        try:
            keeper = operator(house)
            pilihan.set_up(house, keeper, KODE)
            orang.create(house, keeper, KODE, orang.Isian("contoh.satu", "Contoh Satu"))
        finally:
            house.close()
        return settings


@pytest.fixture
def samping(tmp_path: Path) -> Iterator[Samping]:
    one = Samping(tmp_path)
    yield one
    if one.running and one.running.poll() is None:
        for pid in [one.running.pid, *kin.descendants(one.running.pid)]:
            kin.tell(pid, signal.SIGKILL)
        one.running.wait()


def test_a_sample_home_is_served_entered_and_gone_without_a_trace(samping: Samping) -> None:
    settings = samping.played()
    samping.keep()
    until(lambda: samping.samples.now().keadaan == MENYALA, 40, "the sample home's pages")
    now = samping.samples.now()
    jar = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    door = f"http://127.0.0.1:{now.port}/contoh/{now.kunci}"
    page = browser.open(door, timeout=10).read().decode()
    who = re.findall(r'name="orang" value="([^"]+)"', page)[0]
    csrf = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
    sent = urllib.parse.urlencode({"csrf": csrf, "orang": who}).encode()
    inside = browser.open(door, sent, timeout=10).read().decode()

    assert "Contoh Satu" in inside
    assert "Rumah contoh." in inside
    assert "berkas-contoh" in {one.name for one in jar}
    below = kin.descendants(samping.running.pid)
    samping.samples.drop()
    assert samping.running.wait(30) == 0
    assert list(samping.settings.home.iterdir()) == []
    assert not settings.runtime.exists()
    assert not set(below) & {pid for pid, _, _, state in kin.table() if state != "Z"}


def test_a_play_that_comes_to_nothing_says_so_and_can_be_taken_away(samping: Samping) -> None:
    samping.samples.ask(("instansi_yang_tidak_ada",))
    samping.keep()
    until(lambda: samping.samples.now().keadaan == GAGAL, 30, "the failure")

    assert "berhenti sesudah 0 langkah" in samping.samples.now().sebab
    said = (samping.samples.folder / "peragaan.log").read_text()
    assert "instansi_yang_tidak_ada" in said
    samping.samples.drop()
    assert samping.running.wait(20) == 0
    assert list(samping.settings.home.iterdir()) == []


@pytest.mark.panjang
def test_killed_in_the_middle_of_a_play_it_is_played_anew(samping: Samping) -> None:
    samping.samples.ask((KODE,))
    samping.keep()
    until(lambda: samping.samples.now().langkah > 2, 120, "some steps")
    for pid in [samping.running.pid, *kin.descendants(samping.running.pid)]:
        kin.tell(pid, signal.SIGKILL)
    samping.running.wait()
    half = set(samping.samples.home.iterdir())

    samping.keep()
    until(lambda: samping.samples.now().keadaan == MENYALA, 240, "the sample home's pages")

    assert half
    assert samping.samples.played()
    samping.samples.drop()
    assert samping.running.wait(30) == 0
    assert list(samping.settings.home.iterdir()) == []
