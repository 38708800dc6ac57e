"""The walls around the public pages: what is not in there cannot be opened, and we see that."""

from __future__ import annotations

import contextlib
import datetime
import http.client
import ipaddress
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from service.config import Settings
from service.publik import box, probe
from service.publik.place import Place
from tests import servers
from tests.terbitan import BADAN as BADAN_TERBIT
from tests.terbitan import edition, kept, kode, line, publisher
from tests.web.publik import BADAN, CODE, ISIAN, Running, a_home, a_queue, pages_of, running, start


def kode_of(text: str) -> str:
    return re.findall(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}\b", text)[0]


@pytest.fixture
def publik(tmp_path: Path) -> Iterator[Running]:
    with running(a_home(tmp_path)) as one:
        yield one


def secrets(settings: Settings) -> dict[str, Path]:
    """The closed side, down to one file of the closed store."""
    shard = next(path for path in Path(settings.store).iterdir() if not path.name.startswith("."))
    return box.closed(settings) | {"sebuah file tertutup": next(shard.iterdir())}


def test_from_inside_nothing_of_the_closed_side_opens_though_it_does_outside(
    publik: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = publik.settings
    settings.inbox.mkdir()
    with a_queue(settings):
        asked = secrets(settings)
        assert set(probe.reach({k: str(v) for k, v in asked.items()})) == set(asked)
        assert {"buku besar", "file kunci", "soket antrean"} <= set(asked)
        monkeypatch.setattr(box, "closed", lambda _: asked)
        assert box.reached(settings) == []
    assert publik.get("/").code == 200


def test_the_process_that_runs_sees_no_file_of_the_closed_side(publik: Running) -> None:
    pid = json.loads((publik.home / "publik" / box.RUNS).read_text())["pid"]
    its_root = Path(f"/proc/{pid}/root")
    assert (its_root / "berkas/masuk").is_dir()
    for path in secrets(publik.settings).values():
        assert not (its_root / str(path).lstrip("/")).exists()
    assert sorted(one.name for one in its_root.iterdir()) == sorted(
        ["berkas", "bin", "dev", "etc", "lib", "lib64", "proc", "sbin", "tmp", "usr"]
    )


def test_it_holds_no_setting_and_has_no_network_of_its_own(publik: Running) -> None:
    pid = json.loads((publik.home / "publik" / box.RUNS).read_text())["pid"]
    told = Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")
    assert not [line for line in told if "BERKAS" in line.partition("=")[0]]
    assert Path(f"/proc/{pid}/ns/net").readlink() != Path("/proc/self/ns/net").readlink()
    assert set(Path(f"/proc/{pid}/status").read_text().split("CapEff:")[1].split()[0]) == {"0"}


def test_its_code_and_what_is_published_cannot_be_changed_from_inside(publik: Running) -> None:
    script = (
        "import os\n"
        "for path in ('service/config.py', 'vendor/x', 'terbuka/x', 'daftar/x', '../x'):\n"
        "    try: os.open(path, os.O_WRONLY | os.O_CREAT); print(path)\n"
        "    except OSError: pass\n"
        "open('masuk/uji', 'w').close(); print('masuk')\n"
    )
    line = box.walled(publik.settings, [box.python(), "-c", script])
    told = subprocess.run(line, env={}, capture_output=True, text=True, check=True)
    assert told.stdout == "masuk\n"


def test_the_status_page_can_say_which_separation_holds(
    publik: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert box.separation(publik.settings).baik is True
    assert box.separation(publik.settings).cara == "kotak"
    seen = {"kotak permohonan": box.INSIDE / "masuk"}
    monkeypatch.setattr(box, "closed", lambda _: seen)
    leaking = box.separation(publik.settings)
    assert (leaking.baik, leaking.kata) == (False, "Halaman publik menjangkau kotak permohonan.")


def test_a_process_without_walls_and_one_that_is_gone_are_called_so(tmp_path: Path) -> None:
    env = a_home(tmp_path)
    settings = Settings.from_env(env)
    assert box.separation(settings).baik is None
    box.prepare(settings)
    runs = box.drop_folder(settings).parent / box.RUNS
    runs.write_text(json.dumps({"pid": os.getpid()}))
    assert box.separation(settings) == box.Separation(
        False, "tidak ada", "Halaman publik berjalan tanpa pemisah."
    )
    runs.write_text("rusak")
    assert box.separation(settings).baik is None


def refused(env: dict[str, str]) -> str:
    process = start(env)
    said, _ = process.communicate(timeout=20)
    assert process.returncode == 3, said
    assert "Traceback" not in said
    return said


def test_without_walls_it_does_not_start_and_says_what_to_install(tmp_path: Path) -> None:
    said = refused(a_home(tmp_path, PATH=str(tmp_path)))
    assert "bubblewrap" in said
    assert "apt install" in said


@pytest.mark.parametrize("name", ["BERKAS_STORE_PUBLIK", "BERKAS_PUBLIK"])
def test_what_it_is_shown_must_not_hold_the_closed_side(tmp_path: Path, name: str) -> None:
    env = a_home(tmp_path)
    whole = env["BERKAS_HOME"]
    env[name] = whole if name == "BERKAS_STORE_PUBLIK" else f"sqlite:///{whole}/publik.db"
    said = refused(env)
    assert name in said
    assert "Pilih folder tersendiri" in said


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    env = a_home(tmp_path)
    with servers.socket.create_server(("127.0.0.1", int(env["BERKAS_PORT_PUBLIK"]))):
        said = refused(env)
    assert f"port {env['BERKAS_PORT_PUBLIK']} tidak dapat dipakai" in said
    assert "sudah dipakai program lain" in said


def test_it_imports_neither_the_ledger_nor_an_adapter() -> None:
    script = (
        "import service.publik.inside, service.publik.serve, sys\n"
        "rooms = ('sqlalchemy', 'service.adapters', 'service.house', 'service.acts', 'rq')\n"
        "print([name for name in sys.modules if name.startswith(rooms)])\n"
    )
    told = subprocess.run(
        [sys.executable, "-c", script], cwd=CODE, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_when_it_is_stopped_or_killed_nothing_of_it_goes_on(
    tmp_path: Path, number: signal.Signals
) -> None:
    with running(a_home(tmp_path)) as one:
        pid = json.loads((one.home / "publik" / box.RUNS).read_text())["pid"]
        started = time.monotonic()
        one.process.send_signal(number)
        one.process.wait(10)
        servers.until(lambda: not Path(f"/proc/{pid}").exists(), 5, "the end of the pages")
        assert time.monotonic() - started < 7
        with pytest.raises((OSError, http.client.HTTPException)):
            one.get("/")
        if number != signal.SIGKILL:
            assert one.process.returncode == 0
            assert not (one.home / "publik" / box.RUNS).exists()


def test_a_request_outlives_the_killing_of_everything(tmp_path: Path) -> None:
    env = a_home(tmp_path)
    with running(env) as one:
        assert one.send().code == 200
        one.process.kill()
    [kept] = one.requests()
    assert kept["isian"] == ISIAN
    with running(env) as again:
        assert "Sedang dicatat" in again.get(f"/lacak/{kept['kode']}").text


def test_a_full_drop_folder_takes_no_more_and_nothing_typed_is_lost(tmp_path: Path) -> None:
    client = pages_of(tmp_path, BADAN, terbanyak=0)
    token = client.get("/permohonan").text.split('name="csrf" value="')[1].split('"')[0]
    answer = client.post("/permohonan", data={**ISIAN, "csrf": token})
    assert answer.status_code == 503
    assert "Penelitian contoh." in answer.text
    assert "meja layanan" in answer.text
    assert list((tmp_path / "masuk").iterdir()) == []


@pytest.mark.parametrize("path", ["/permohonan", "/keberatan"])
def test_before_a_body_is_set_up_the_form_is_not_there_and_what_was_typed_into_it_is_not_lost(
    tmp_path: Path, path: str
) -> None:
    open_, closed = pages_of(tmp_path / "buka", BADAN), pages_of(tmp_path / "tutup")
    shown = closed.get(path)
    assert (shown.status_code, "belum dibuka" in shown.text) == (200, True)
    assert "meja layanan informasi" in shown.text
    assert "<form" not in shown.text
    assert "belum dibuka" in closed.get("/").text

    # A form shown before the list of bodies was lost, sent while it is away.
    token = open_.get(path).text.split('name="csrf" value="')[1].split('"')[0]
    lost = tmp_path / "buka" / "terbit" / "instansi.json"
    told = lost.read_bytes()
    for wrong in (b"", b"{", b"[]", b'{"instansi": []}', b'{"instansi": [1]}'):
        lost.write_bytes(wrong)
        raced = open_.post(path, data={**ISIAN, "alasan": "b", "csrf": token})
        assert (raced.status_code, raced.headers["Retry-After"]) == (503, "600")
        assert "belum disimpan" in raced.text
        assert "Penelitian contoh." in raced.text
        assert list((tmp_path / "buka" / "masuk").iterdir()) == []
    lost.write_bytes(told)
    kasus = {"alasan": "b", "kasus_posisi": "Contoh."}
    assert open_.post(path, data={**ISIAN, **kasus, "csrf": token}).status_code == 200
    assert len(list((tmp_path / "buka" / "masuk").iterdir())) == 1


@pytest.mark.parametrize(
    ("badan", "sent", "zona"),
    [
        ([("satu", "WIT")], "", "WIT"),
        ([("satu", "WITA"), ("dua", "WIT")], "dua", "WIT"),
        ([("satu", "WITA"), ("dua", "WITA")], "tiada", "WITA"),
    ],
)
def test_receipt_and_tracking_tell_the_hour_in_the_zone_of_the_body(
    tmp_path: Path, badan: list[tuple[str, str]], sent: str, zona: str
) -> None:
    told = [{"kode": kode, "nama": kode, "zona": where} for kode, where in badan]
    client = pages_of(tmp_path, *told)
    token = client.get("/permohonan").text.split('name="csrf" value="')[1].split('"')[0]
    form = {**ISIAN, "csrf": token, "instansi": sent if sent != "tiada" else "satu"}
    receipt = client.post("/permohonan", data=form).text
    code = kode_of(receipt)
    [kept] = (tmp_path / "masuk").glob("*.json")
    if sent == "tiada":  # the office has it in hand, where we cannot read it
        (tmp_path / "masuk" / "diambil").mkdir()
        kept.rename(tmp_path / "masuk" / "diambil" / kept.name)

    tracked = client.get(f"/lacak/{code}").text

    for page in (receipt, tracked):
        assert set(re.findall(r"pukul [0-9.]{5} (WI[A-Z]+)", page)) == {zona}


def test_a_form_that_lies_there_broken_is_tracked_all_the_same(tmp_path: Path) -> None:
    client = pages_of(tmp_path, BADAN)
    token = client.get("/permohonan").text.split('name="csrf" value="')[1].split('"')[0]
    code = kode_of(client.post("/permohonan", data={**ISIAN, "csrf": token}).text)
    [kept] = (tmp_path / "masuk").glob("*.json")

    for wrong in (b"", b"[]", b"[" * 90_000, b"\xff", b'{"instansi": 5}'):
        kept.write_bytes(wrong)
        tracked = client.get(f"/lacak/{code}")
        assert (tracked.status_code, "WIB" in tracked.text) == (200, True)


def test_where_rows_were_published_the_list_shows_them_and_a_broken_one_is_told(
    publik: Running,
) -> None:
    daftar = box.daftar(publik.settings)
    penerbit = publisher(publik.home, path=daftar)
    file = kept(penerbit, b"%PDF contoh")
    rows = [line(0, ringkasan="Laporan <contoh>")]
    penerbit.put(BADAN_TERBIT, [edition(rows, file={kode(0): file})])
    page = publik.get("/dip")
    assert page.code == 200
    assert "Laporan &lt;contoh&gt;" in page.text
    assert publik.get(f"/dip/{kode(0)}/laporan.pdf").body == b"%PDF contoh"
    daftar.write_bytes(b"bukan daftar" * 100)
    assert publik.get("/dip").code == 503
    assert publik.get("/permohonan").code == 200


def a_certificate(folder: Path) -> dict[str, str]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Contoh")])
    now = datetime.datetime.now(datetime.UTC)
    here = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(here, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    return {
        "BERKAS_TLS_CERT": str(folder / "cert.pem"),
        "BERKAS_TLS_KEY": str(folder / "key.pem"),
    }


def test_with_a_certificate_it_speaks_only_tls(tmp_path: Path) -> None:
    made = a_certificate(tmp_path)
    with running(a_home(tmp_path, **made), Path(made["BERKAS_TLS_CERT"])) as one:
        answer = one.get("/permohonan")
        assert answer.code == 200
        assert "max-age" in answer.headers["Strict-Transport-Security"]
        plain = http.client.HTTPConnection("127.0.0.1", one.port, timeout=5)
        with pytest.raises((OSError, http.client.HTTPException)):
            plain.request("GET", "/")
            plain.getresponse()
        plain.close()


def test_on_the_network_it_wants_a_certificate_and_takes_our_own(tmp_path: Path) -> None:
    env = a_home(tmp_path, BERKAS_BIND="0.0.0.0")
    assert "Belum ada sertifikat" in refused(env)
    tls = Path(env["BERKAS_HOME"]) / "tls"
    tls.mkdir()
    made = a_certificate(tmp_path)
    Path(made["BERKAS_TLS_CERT"]).rename(tls / "berkas.crt")
    Path(made["BERKAS_TLS_KEY"]).rename(tls / "berkas.key")
    with running(env, trust=tls / "berkas.crt") as one:
        assert one.get("/").code == 200


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: ",
        b"POST /permohonan HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\nnama=",
    ],
)
def test_whoever_holds_many_lines_open_does_not_keep_others_out(
    publik: Running, said: bytes
) -> None:
    with ExitStack() as lines:
        for _ in range(60):
            line = lines.enter_context(
                servers.socket.create_connection(("127.0.0.1", publik.port), 5, ("127.0.0.66", 0))
            )
            with contextlib.suppress(OSError):
                line.sendall(said)
        time.sleep(0.3)
        started = time.monotonic()
        assert publik.get("/dip").code == 200
        assert time.monotonic() - started < 3


def test_whoever_is_too_slow_is_hung_up_on(tmp_path: Path) -> None:
    place = Place(masuk=tmp_path, daftar=tmp_path / "publik.db", sabar=0.5)
    with servers.socket.create_server(("127.0.0.1", 0)) as door:
        door.set_inheritable(True)
        pages = subprocess.Popen(
            [sys.executable, "-m", "service.publik.inside", str(door.fileno()), place.to_json()],
            cwd=CODE,
            pass_fds=(door.fileno(),),
        )
        with servers.socket.create_connection(door.getsockname(), 20) as line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX: ")
            assert line.recv(100) == b""
    pages.terminate()
    assert pages.wait(10) == 0
