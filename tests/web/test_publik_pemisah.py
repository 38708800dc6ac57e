"""What crosses between the public pages and the office: nothing in logs, two users, one counter."""

from __future__ import annotations

import json
import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from service.adapters.loket_folder import LoketFolder
from service.config import CODE
from service.disk import SharedDisk
from service.domain.antaran import write
from service.domain.kode_lacak import sidik
from service.publik.app import create_app
from service.publik.drop import Batas, DropFolder
from service.publik.papan import Papan
from service.publik.place import Place
from tests.loket import an_antaran, new_kode
from tests.web.publik import BADAN, pages_of

KEEP = """
import json, os, sys
from pathlib import Path
from service.domain.antaran import read
from service.publik.drop import Batas, DropFolder
from datetime import UTC, datetime
os.umask(0o007)
sent = json.loads(sys.argv[2])
drop = DropFolder(Path(sys.argv[1]), Batas(100, 10_000_000))
drop.keep(read(sent["form"].encode(), datetime.now(UTC)))
print(drop.since(sent["kode"]) is not None)
"""
TAKE = """
import os, sys
from pathlib import Path
from service.adapters.loket_folder import LoketFolder
from service.disk import SharedDisk
os.umask(0o027)
home = Path(sys.argv[1])
loket = LoketFolder(home / "masuk", home / "terbit", home / "disisihkan", SharedDisk())
[name] = loket.claim(10)
print(len(loket.content(name)))
loket.tell(name[:40], b"kabar contoh")
if sys.argv[2] == "selesai":
    loket.done(name, ())
"""
ASK = """
import sys
from pathlib import Path
from service.publik.drop import Batas, DropFolder
home = Path(sys.argv[1])
print(DropFolder(home / "masuk", Batas(100, 10_000_000)).since(sys.argv[2]) is not None)
for path in sorted((home / "terbit" / "lacak").iterdir()):
    print(path.read_text())
"""
PUBLIK, KANTOR = 65533, 65532  # two users who share nothing but one folder's group


def run(script: str, uid: int, *told: str) -> str:
    """As this user; who may not become another plays both parts."""
    line = [sys.executable, "-c", script, *told]
    if os.getuid() == 0:
        line = ["setpriv", f"--reuid={uid}", f"--regid={uid}", "--clear-groups", *line]
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(CODE), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(line, env=env, cwd="/", capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def installed(home: Path) -> None:
    """The folders as `./berkas install` lays them."""
    home.mkdir()
    for folder, uid, gid, mode in (
        (home, PUBLIK, KANTOR, 0o2751),
        (home / "masuk", PUBLIK, KANTOR, 0o2770),
        (home / "terbit", KANTOR, PUBLIK, 0o2750),
    ):
        folder.mkdir(exist_ok=True)
        if os.getuid() == 0:
            os.chown(folder, uid, gid)
        folder.chmod(mode)


@pytest.fixture
def open_path() -> Iterator[Path]:
    """A folder that other users can reach, too.

    Not below the root of pytest: whenever another of its runs begins, it shuts that to all others.
    """
    with TemporaryDirectory(prefix="berkas-dua-", dir="/tmp") as found:
        Path(found).chmod(0o711)
        yield Path(found)


def test_two_users_hand_forms_and_answers_over_and_neither_writes_where_the_other_does(
    open_path: Path,
) -> None:
    home, kode = open_path / "publik", new_kode()
    installed(home)
    sent = json.dumps({"form": write(an_antaran(kode)).decode(), "kode": kode})

    assert run(KEEP, PUBLIK, str(home / "masuk"), sent) == "True\n"
    taken = run(TAKE, KANTOR, str(home), "mulai")
    while_taken = run(ASK, PUBLIK, str(home), kode)
    run(TAKE, KANTOR, str(home), "selesai")
    after = run(ASK, PUBLIK, str(home), kode)

    assert int(taken) > 300
    assert while_taken.splitlines() == ["True", "kabar contoh"]
    assert after.splitlines() == ["False", "kabar contoh"]
    told = home / "terbit" / "lacak" / f"{sidik(kode)}.json"
    assert stat.S_IMODE(told.stat().st_mode) == 0o640
    if os.getuid() == 0:
        assert (told.stat().st_uid, told.stat().st_gid) == (KANTOR, PUBLIK)
        script = "import sys; open(sys.argv[1], 'a')"
        with pytest.raises(AssertionError, match="PermissionError"):
            run(script, PUBLIK, str(told))


def test_a_form_lies_there_for_its_owner_and_the_office_and_nobody_else(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path, Batas(100, 10_000_000))
    drop.keep(an_antaran(new_kode()))

    [kept] = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


class Taking(SharedDisk):
    """A folder that the office empties right after it was looked at."""

    def names(self, path: Path) -> list[str]:
        found = super().names(path)
        for name in found:
            (path / name).unlink()
        return found


def test_what_the_office_takes_in_meanwhile_keeps_nobody_from_sending(tmp_path: Path) -> None:
    drop = DropFolder(tmp_path, Batas(100, 10_000_000))
    drop.keep(an_antaran(new_kode()))
    drop.disk = Taking()
    kode = new_kode()
    drop.keep(an_antaran(kode))

    assert [one.name for one in tmp_path.iterdir()] == [f"{sidik(kode)}.json"]


def test_a_full_folder_takes_no_more_and_says_so(tmp_path: Path) -> None:
    client = pages_of(tmp_path, BADAN, terberat=0)
    page = client.get("/permohonan").text
    token = page.split('name="csrf" value="')[1].split('"')[0]

    answer = client.post("/permohonan", data={**an_antaran("").isian, "csrf": token})

    assert answer.status_code == 503
    assert "Isian Anda masih ada" in answer.text
    assert "gangguan pada server kami" in answer.text
    assert list((tmp_path / "masuk").iterdir()) == []


def test_all_together_send_no_more_than_the_office_can_take(tmp_path: Path) -> None:
    client = pages_of(tmp_path, BADAN, semua=2)

    def send(n: int) -> int:
        page = client.get("/permohonan").text
        token = page.split('name="csrf" value="')[1].split('"')[0]
        isian = {**an_antaran("").isian, "tujuan": f"Contoh {n}", "csrf": token}
        came = {"REMOTE_ADDR": f"192.0.2.{n}"}
        return client.post("/permohonan", data=isian, environ_base=came).status_code

    assert [send(n) for n in range(4)] == [200, 200, 429, 429]
    assert len(list((tmp_path / "masuk").iterdir())) == 2


def test_a_page_that_fails_writes_no_code_into_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    kode = new_kode()
    client = create_app(Place(tmp_path, tmp_path / "publik.db")).test_client()
    monkeypatch.setattr(Papan, "kabar", lambda *_: 1 / 0)

    answer = client.get(f"/lacak/{kode}")

    assert answer.status_code == 500
    assert "a page failed: tracked" in caplog.text
    assert kode not in caplog.text.lower()
    assert kode not in answer.text


def test_what_is_shown_is_old_or_new_and_never_half(tmp_path: Path) -> None:
    loket = LoketFolder(tmp_path / "masuk", tmp_path / "terbit", tmp_path / "x", SharedDisk())
    (tmp_path / "terbit").mkdir()
    loket.tell("a" * 40, b"lama")

    class Cut(SharedDisk):
        def sync(self, fd: int) -> None:
            raise OSError(28, "No space left on device")

    loket.disk = Cut()
    with pytest.raises(Exception, match="Disk penuh"):
        loket.tell("a" * 40, b"baru")

    [kept] = (tmp_path / "terbit" / "lacak").iterdir()
    assert kept.read_bytes() == b"lama"
