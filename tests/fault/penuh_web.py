"""Uploads while a disk of the house is full: `python -m tests.fault.penuh_web FOLDER LEDGER`.

Run where the home of the house, its uploads and its store are small file systems of their own.
"""

from __future__ import annotations

import hashlib
import http.client
import json
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from service.acts.keadaan.audit import audit
from service.domain.kiriman import File, Kiriman
from tests.fault.full_ledger import full, say
from tests.fault.test_unggah_banyak import at_work
from tests.fault.world import World
from tests.office import INSTANSI, UNIT, rule, work

TEMPAT = f"{INSTANSI}/{UNIT}"
KECIL, BESAR = 300_000, 1_400_000  # one lies in memory while its form is read, one on the disk
SEPOTONG = 262_144


@dataclass
class Petugas:
    """An officer at the pages: each asks as the form does, or as the page's own script."""

    world: World
    token: str
    csrf: str

    def ask(
        self, method: str, path: str, body: bytes = b"", **more: str
    ) -> tuple[int, str, http.client.HTTPMessage]:
        line = http.client.HTTPConnection("127.0.0.1", self.world.settings.port, timeout=30)
        headers = {"Cookie": f"berkas={self.token}", "X-CSRF-Token": self.csrf}
        headers |= {name.replace("_", "-"): value for name, value in more.items()}
        with closing(line):
            line.request(method, path, body, headers)
            answer = line.getresponse()
            return answer.status, answer.read().decode(), answer.headers

    def form(self, kunci: str, isi: bytes) -> tuple[int, str]:
        """The plain form: everything at once."""
        mark = "----contoh"
        told = {"csrf": self.csrf, "kunci": kunci, "tempat": TEMPAT}
        body = b"".join(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in told.items()
        )
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{kunci}.txt"'
        body += head.encode() + b"\r\n\r\n" + isi + f"\r\n--{mark}--\r\n".encode()
        kind = f"multipart/form-data; boundary={mark}"
        return self.ask("POST", "/unggah", body, Content_Type=kind)[:2]

    def told(self, method: str, path: str, **sent: object) -> tuple[int, dict[str, object]]:
        body = json.dumps(sent).encode() if sent else b""
        status, text, _ = self.ask(method, f"/api/v1{path}", body, Content_Type="application/json")
        return status, json.loads(text)

    def begin(self, nama: str, isi: bytes) -> tuple[int, dict[str, object]]:
        return self.told("POST", "/unggahan", nama=nama, ukuran=len(isi))

    def piece(self, id_: object, isi: bytes, at: int) -> tuple[int, dict[str, object]]:
        status, text, _ = self.ask(
            "PATCH", f"/api/v1/unggahan/{id_}", isi[at : at + SEPOTONG], Upload_Offset=str(at)
        )
        return status, json.loads(text)

    def rest(self, id_: object, isi: bytes) -> None:
        """From where the house says it stands, as the page's script does."""
        at = int(str(self.told("GET", f"/unggahan/{id_}")[1]["sudah"]))
        while at < len(isi):
            status, told = self.piece(id_, isi, at)
            assert status == 200, told
            at = int(str(told["sudah"]))

    def send(self, kunci: str, id_: object) -> tuple[int, dict[str, object]]:
        return self.told("POST", "/kiriman", kunci=kunci, tempat=TEMPAT, unggahan=[id_])

    def under_way(self) -> list[dict[str, object]]:
        found = self.told("GET", "/unggahan")[1]["unggahan"]
        assert isinstance(found, list)
        return found


class Kantor:
    """What came in so far, and the tests of it."""

    def __init__(self, world: World) -> None:
        self.world, self.petugas = world, Petugas(world, *at_work(world, 0))
        self.came: list[str] = []
        self.n = 0

    def letter(self, size: int) -> tuple[str, bytes]:
        self.n += 1
        words = f"Surat contoh ke-{self.n}. ".encode()
        return f"kunci-contoh-{self.n}", (words * (size // len(words) + 1))[:size]

    def is_taken(self, isi: bytes) -> None:
        self.came.append(hashlib.sha256(isi).hexdigest())
        self.nothing_half()

    def nothing_half(self) -> None:
        """The books, the store and the files under way agree on what came, and on no more."""
        with self.world.house.ledger.read() as look:
            files, kiriman = look.find(File), look.find(Kiriman)
        assert sorted(one.sha256 for one in files) == sorted(self.came)
        assert len(kiriman) == len(self.came)
        store = self.world.settings.home / "tertutup"
        assert sorted(self.world.house.store.names()) == sorted(self.came)
        for room in (store / ".tmp", self.world.settings.home / "kerja"):
            assert list(room.iterdir()) == [], "a part stayed"


def plainly(status: int, text: object) -> None:
    """A sentence an officer understands, and no fault of the program."""
    assert status in (503, 507), (status, text)
    assert "Disk penuh" in str(text) or "hampir penuh" in str(text), text
    assert "kesalahan program" not in str(text), text


def by_form(kantor: Kantor, folder: Path, size: int) -> None:
    """Refused with a sentence; the same form once more, when there is room, is one kiriman."""
    kunci, isi = kantor.letter(size)
    before = kantor.petugas.under_way()
    with full(folder):
        for _ in range(2):
            plainly(*kantor.petugas.form(kunci, isi))
        kantor.nothing_half()
    # What lies there whole was told: it stands on the page and need not come again.
    assert all(one["utuh"] for one in kantor.petugas.under_way() if one not in before)
    status, text = kantor.petugas.form(kunci, isi)
    assert status == 303, text
    kantor.is_taken(isi)


def by_pieces(kantor: Kantor, folder: Path) -> None:
    """It goes on from where it stopped, whatever of it the full disk still took."""
    kunci, isi = kantor.letter(BESAR)
    petugas = kantor.petugas
    before = petugas.under_way()
    with full(folder):
        plainly(*petugas.begin("tidak.txt", isi))
    assert petugas.under_way() == before, "a file nobody could send stands there"
    one = petugas.begin("surat.txt", isi)[1]["id"]
    assert petugas.piece(one, isi, 0)[0] == 200
    with full(folder):
        plainly(*petugas.piece(one, isi, SEPOTONG))
        assert petugas.send(kunci, one)[0] == 422  # half a file is no kiriman
        kantor.nothing_half()
    petugas.rest(one, isi)
    assert petugas.send(kunci, one)[0] == 201
    kantor.is_taken(isi)


def sent_in_vain(kantor: Kantor, folder: Path) -> None:
    """All of it came, and there is no room to keep it: it lies where it is until there is."""
    kunci, isi = kantor.letter(BESAR)
    petugas = kantor.petugas
    one = petugas.begin("surat.txt", isi)[1]["id"]
    petugas.rest(one, isi)
    with full(folder):
        plainly(*petugas.send(kunci, one))
        assert [row["utuh"] for row in petugas.under_way() if row["id"] == one] == [True]
        kantor.nothing_half()
    assert petugas.send(kunci, one)[0] == 201
    kantor.is_taken(isi)


def main(room: Path, ledger: str) -> None:
    world = World(room, ledger)
    home = world.settings.home
    try:
        rule(world.house)
        assert not world.house.store.has("0" * 64)
        (home / "kerja").mkdir(exist_ok=True)
        kantor = Kantor(world)
        world.start_web()
        for size in (KECIL, BESAR):
            by_form(kantor, home, size)
            by_form(kantor, home / "unggahan", size)
            by_form(kantor, home / "tertutup", size)
        say("forms")
        by_pieces(kantor, home)
        by_pieces(kantor, home / "unggahan")
        sent_in_vain(kantor, home / "tertutup")
        say("pieces")
        work(world.house)
        kantor.nothing_half()
        assert [one for one in audit(world.house) if one.dilanggar] == []
        assert "fault" not in world.log_path.read_text()
        say("whole")
    finally:
        world.end()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
