"""`./berkas run`: all processes of the Procfile, kept alive until told to stop."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import socket
import ssl
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from service import house as houses
from service.acts.orang import mulai
from service.acts.simpan.nik import seal_all
from service.commands._nilai import whole
from service.config import CODE, Settings, SettingsError
from service.domain.refusals import Refusal, Unavailable
from service.host import procfile
from service.host.addresses import Ports
from service.host.one_at_a_time import Tenancy
from service.host.supervise import Keeper, guarded

LATE = 60.0  # seconds after which a page that does not answer is spoken of
NEEDED = {
    "soffice": "LibreOffice (paket libreoffice-writer-nogui)",
    "bwrap": "bubblewrap (paket bubblewrap)",
}
WEB, PUBLIK = "BERKAS_PORT", "BERKAS_PORT_PUBLIK"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where, and what of it."""
    port = whole(1, 65_535)
    parser.add_argument("--port", type=port, metavar="N", help="port halaman petugas")
    parser.add_argument("--procfile", type=Path, default=CODE / "Procfile", help="daftar proses")
    parser.add_argument(
        "--tanpa", action="append", default=[], metavar="NAMA", help="proses yang tidak dinyalakan"
    )


def run(args: argparse.Namespace) -> int:
    """Start everything; returns when everything has ended."""
    env = dict(os.environ)
    if args.port:
        env[WEB] = str(args.port)
    settings = Settings.from_env(env)
    listed = procfile.read(args.procfile)
    _need_known(args.tanpa, [one.name for one in listed])
    wanted = [one for one in listed if one.name not in args.tanpa]
    _need_programs()
    _make_home(settings)
    tenancy = Tenancy(settings.home)
    try:
        place = _place(settings, env, [one.name for one in wanted])
        link = _first_link(place)
    except BaseException:
        tenancy.leave()
        raise
    tenancy.tell(place.url)
    keeper = Keeper(
        processes=[*procfile.spread(wanted, dict(settings.pekerja)), *_beside(settings)],
        env=place.env,
        folder=CODE,
        logs=settings.home / "log",
        ready=_queue_answers(settings, wanted),
        watch=Greeting(place, link, [one.name for one in wanted]).look,
    )
    return guarded(keeper.run, partial(_leave, settings, tenancy))


def _need_known(left_out: list[str], listed: list[str]) -> None:
    """A slip in a name would start what was to stay out."""
    if strange := [name for name in left_out if name not in listed]:
        raise Refusal(
            f"Proses {', '.join(strange)} tidak dikenal; yang ada: {', '.join(listed)}. "
            "Tidak ada yang dinyalakan."
        )


@dataclass(frozen=True)
class Place:
    """Where the pages of this run stand."""

    settings: Settings
    env: Mapping[str, str]
    url: str
    url_publik: str
    fingerprint: str
    held: Ports  # kept as long as we run, so that no other Berkas takes our ports


def _place(settings: Settings, env: dict[str, str], wanted: list[str]) -> Place:
    """Choose ports, make the certificate, bring the ledger up; nothing runs yet."""
    asked = {name for name in (WEB, PUBLIK) if env.get(name) or env.get(f"{name}_FILE")}
    usual = {WEB: settings.port, PUBLIK: settings.port_publik}
    if "publik" not in wanted:  # its port belongs to whoever starts it
        del usual[PUBLIK]
    held = Ports(settings.bind, settings.home / "run" / "port.json")
    ports = held.choose(usual, asked)
    told = {name: str(port) for name, port in ports.items()}
    fingerprint = ""
    if settings.lan or settings.tls_cert:
        cert, key, fingerprint = houses.certificate(settings)
        told |= {"BERKAS_TLS_CERT": str(cert), "BERKAS_TLS_KEY": str(key)}
    port_publik = ports.get(PUBLIK, settings.port_publik)
    chosen = replace(settings, port=ports[WEB], port_publik=port_publik)
    houses.migrate(chosen)
    with contextlib.closing(houses.build(chosen, lasting=False)) as house:
        seal_all(house)
    houses.ready(chosen)
    scheme, host = "https" if fingerprint else "http", _host(settings.bind)
    path = f"{Path(sys.executable).parent}:{env.get('PATH', '/usr/bin:/bin')}"
    return Place(
        chosen,
        {**env, **told, "PATH": path, "PYTHONPATH": str(CODE), "PYTHONUNBUFFERED": "1"},
        settings.url or f"{scheme}://{host}:{ports[WEB]}",
        f"{scheme}://{host}:{port_publik}",
        fingerprint,
        held,
    )


def _first_link(place: Place) -> str:
    """Where the first administrator makes themself, or '' where there is one."""
    house = houses.open_checked(place.settings)
    try:
        if mulai.has_administrator(house):
            return ""
        return f"{place.url}/mulai/{mulai.first_link(house)}"
    finally:
        house.close()


@dataclass
class Greeting:
    """Tells the address once the page answers."""

    place: Place
    link: str
    names: list[str]
    began: float = field(default_factory=time.monotonic)
    looked: float = 0.0
    told: bool = False

    def look(self) -> None:
        """Look four times a second, until it is told."""
        now = time.monotonic()
        if self.told or now - self.looked < 0.25:
            return
        self.looked = now
        settings = self.place.settings
        host = "127.0.0.1" if settings.bind in ("0.0.0.0", "::") else settings.bind  # noqa: S104
        if _answers((host, settings.port), sealed=bool(self.place.fingerprint)):
            self.told = True
            print(*self.lines(), sep="\n", flush=True)
        elif now - self.began > LATE:
            self.told = True
            print(f"Halaman belum menjawab. Lihat {settings.home}/log/web.log.", flush=True)

    def lines(self) -> list[str]:
        """What the person at the screen is told."""
        out = ["", f"Berkas menyala. Buka {self.place.url}"]
        if "publik" in self.names:
            out.append(f"Halaman publik: {self.place.url_publik}")
        if self.place.fingerprint:
            out.append(f"Sidik jari sertifikat (SHA-256): {self.place.fingerprint}")
        if self.link:
            out.append("Belum ada administrator. Buat dengan tautan ini, sekali pakai, 24 jam:")
            out.append(f"  {self.link}")
        return [*out, "Hentikan dengan Ctrl-C.", ""]


def _answers(address: Path | tuple[str, int], *, sealed: bool = False) -> bool:
    family = socket.AF_UNIX if isinstance(address, Path) else socket.AF_INET
    if isinstance(address, tuple) and ":" in address[0]:
        family = socket.AF_INET6
    with socket.socket(family) as door:
        door.settimeout(0.2)
        if door.connect_ex(str(address) if isinstance(address, Path) else address) != 0:
            return False
        if sealed:  # greet as browsers do, else the page's log wonders who that was
            with contextlib.suppress(OSError), _trusting().wrap_socket(door) as greeted:
                greeted.unwrap()
    return True


def _trusting() -> ssl.SSLContext:
    """Trusts whoever answers: it is asked only whether somebody does."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _beside(settings: Settings) -> list[procfile.Process]:
    """The keeper of a sample home, started when one is asked for; a sample home has none."""
    if settings.contoh:
        return []
    asked = houses.samples(settings).asked
    return [procfile.Process("contoh", "python -m service.cli contoh jaga", bila=asked)]


def _queue_answers(settings: Settings, wanted: list[procfile.Process]) -> Callable[[], bool]:
    """Whether the queue that is started here answers; with another one nothing is waited for."""
    if settings.redis or wanted[0].name != "valkey":
        return lambda: True
    return partial(_answers, settings.runtime / "valkey.sock")


def _host(bind: str) -> str:
    if bind in ("0.0.0.0", "::"):  # noqa: S104
        return socket.gethostname()
    return f"[{bind}]" if ":" in bind else bind


def _need_programs() -> None:
    missing = [what for program, what in NEEDED.items() if not shutil.which(program)]
    if missing:
        raise Unavailable(
            f"Belum terpasang: {', '.join(missing)}. Berkas belum dinyalakan. Jalankan lewat "
            "./berkas run, yang memasangnya, atau mintalah administrator memasangnya.",
            permanent=True,
        )


def _make_home(settings: Settings) -> None:
    for folder in (settings.home, settings.inbox):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as wrong:
            name = "BERKAS_HOME" if folder == settings.home else "BERKAS_INBOX"
            raise SettingsError([_unwritable(name, folder, wrong)]) from wrong
    if not os.access(settings.home, os.W_OK | os.X_OK):
        raise SettingsError([_unwritable("BERKAS_HOME", settings.home, PermissionError())])


def _unwritable(name: str, folder: Path, wrong: OSError) -> str:
    return (
        f"{name}: folder {folder} tidak dapat ditulisi ({wrong.strerror or 'ditolak'}). "
        "Jalankan sebagai pemiliknya, atau pilih folder lain."
    )


def _leave(settings: Settings, tenancy: Tenancy) -> None:
    """Nothing of this run stays behind."""
    shutil.rmtree(settings.runtime, ignore_errors=True)
    tenancy.leave()
