"""`./berkas install`: Berkas as a service that starts with the machine, as users of its own."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from service.config import CODE, Settings
from service.domain.refusals import Refusal
from service.host.steps import Command, File, Folder, Step
from service.host.units import BERKAS, PUBLIK, closed_unit, open_unit, read_settings, settings_file

UNITS = Path("/etc/systemd/system")
CHOICES = Path("/etc/berkas")
USUAL = {"BERKAS_HOME": "/var/lib/berkas", "BERKAS_INBOX": "/srv/berkas/inbox"}
# What the public process is told; no key, no ledger, no queue.
PUBLIC = (
    "BERKAS_HOME",
    "BERKAS_INBOX",
    "BERKAS_BIND",
    "BERKAS_PORT_PUBLIK",
    "BERKAS_PUBLIK",
    "BERKAS_PUBLIK_NIK",
    "BERKAS_STORE_PUBLIK",
    "BERKAS_URL",
)


class NotRoot(Refusal):
    """Only the administrator makes users and services."""

    def __init__(self) -> None:
        super().__init__(
            "Memasang layanan memerlukan hak administrator. Jalankan: sudo ./berkas install. "
            "Untuk melihat dahulu apa yang akan dikerjakan: ./berkas install --lihat"
        )


class NoSystemd(Refusal):
    """Nothing here would start a service."""

    def __init__(self) -> None:
        super().__init__(
            "Di mesin ini systemd bukan proses pertama (misalnya wadah atau WSL), sehingga layanan "
            "tidak dapat dipasang. Tidak ada yang diubah. Berkas tetap dapat dijalankan dengan "
            "./berkas run; agar menyala sendiri, panggil perintah itu dari penyala mesin ini."
        )


class OutOfReach(Refusal):
    """The service's user could not read the program."""

    def __init__(self, path: Path, shut: Path) -> None:
        super().__init__(
            f"{path} tidak terjangkau oleh akun layanan, sebab {shut} tertutup bagi akun lain. "
            "Letakkan Berkas di folder yang terbuka, misalnya /opt/berkas, lalu ulangi dari sana."
        )


class PortTooLow(Refusal):
    """The service runs without any special right."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Layanan berjalan tanpa hak khusus sehingga tidak dapat memakai port {port}. "
            "Pilih nomor 1024 ke atas, dan teruskan port 443 kepadanya lewat nginx atau router."
        )


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether only to look."""
    parser.add_argument(
        "--lihat", action="store_true", help="perlihatkan yang akan dikerjakan, tanpa mengerjakan"
    )


def run(args: argparse.Namespace) -> int:
    """Make users, folders and units, and start them."""
    asked = {name: word for name, word in os.environ.items() if name.startswith("BERKAS_")}
    env = {**USUAL, **read_settings(CHOICES / "berkas.env"), **asked}
    settings = Settings.from_env(env)
    steps = plan(settings, env)
    if args.lihat:
        print("Yang akan dikerjakan, berurutan; sekarang belum ada yang diubah:")
        for step in steps:
            print(step.told())
        return 0
    if os.getuid() != 0:
        raise NotRoot
    if not Path("/run/systemd/system").is_dir():
        raise NoSystemd
    _check(settings)
    for step in steps:
        print(step.told().splitlines()[0], flush=True)
        step.carry_out()
    _tell(settings)
    return 0


def plan(settings: Settings, env: dict[str, str]) -> list[Step]:
    """What is done, in order; doing it twice changes nothing more."""
    told = {
        **env,
        "BERKAS_HOME": str(settings.home),
        "BERKAS_INBOX": str(settings.inbox),
        "BERKAS_PORT": str(settings.port),
        "BERKAS_PORT_PUBLIK": str(settings.port_publik),
    }
    told = {name: word for name, word in told.items() if name not in ("BERKAS_PYTHON",)}
    public = {name: word for name, word in told.items() if name in PUBLIC}
    tls = _tls(settings)
    return [
        *(_user(name, settings.home) for name in (BERKAS, PUBLIK)),
        *_folders(settings),
        Folder(CHOICES, "root", "root", 0o755),
        File(CHOICES / "berkas.env", settings_file(told), "root", BERKAS, 0o640),
        File(CHOICES / "publik.env", settings_file(public), "root", PUBLIK, 0o640),
        File(UNITS / "berkas.service", closed_unit(settings, CHOICES), "root", "root", 0o644),
        File(
            UNITS / "berkas-publik.service",
            open_unit(settings, CHOICES, tls),
            "root",
            "root",
            0o644,
        ),
        Command(("systemctl", "daemon-reload")),
        Command(("systemctl", "enable", "berkas.service", "berkas-publik.service")),
        Command(("systemctl", "restart", "berkas.service", "berkas-publik.service")),
    ]


def _user(name: str, home: Path) -> Command:
    line = ("useradd", "--system", "--user-group", "--no-create-home", "--home-dir", str(home))
    return Command((*line, "--shell", "/usr/sbin/nologin", name), unless=("id", "-u", name))


def _folders(settings: Settings) -> list[Step]:
    """Who owns what: the closed side is one user's, and the other cannot even list it."""
    home, publik = settings.home, settings.home / "publik"
    folders: list[Step] = [
        Folder(home, BERKAS, BERKAS, 0o711),
        Folder(publik, PUBLIK, BERKAS, 0o2750),
        Folder(publik / "masuk", PUBLIK, BERKAS, 0o2770),
        Folder(settings.inbox, BERKAS, BERKAS, 0o2770),
    ]
    if settings.publik.startswith("sqlite:///"):
        rows = Path(settings.publik.removeprefix("sqlite:///")).parent
        folders.append(Folder(rows, BERKAS, PUBLIK, 0o2750))
    return [*folders, Folder(settings.terbuka, BERKAS, PUBLIK, 0o2750)]


def _tls(settings: Settings) -> tuple[Path, Path] | None:
    """The certificate the public pages are handed too; systemd hands it, so nobody else reads."""
    if settings.tls_cert and settings.tls_key:
        return settings.tls_cert, settings.tls_key
    if settings.lan:
        return settings.home / "tls" / "berkas.crt", settings.home / "tls" / "berkas.key"
    return None


def _check(settings: Settings) -> None:
    for port in (settings.port, settings.port_publik):
        if port < 1024:
            raise PortTooLow(port)
    for path in (CODE / "berkas", Path(sys.prefix), Path(sys.executable).resolve()):
        for above in (path, *path.parents):
            if not above.stat().st_mode & 0o001:
                raise OutOfReach(path, above)


def _tell(settings: Settings) -> None:
    scheme = "https" if settings.lan or settings.tls_cert else "http"
    print("Berkas terpasang dan menyala bersama mesin.")
    print(f"Alamat dan tautan administrator pertama ({scheme}): journalctl -u berkas -n 50")
    print(f"Setelan: {CHOICES}/berkas.env; sesudah mengubahnya: sudo ./berkas install")
    if (CODE / "var" / "berkas.db").exists():
        print(
            f"Simpanan dari percobaan di {CODE / 'var'} tidak dipindahkan. Untuk memakainya, "
            "pindahkan seperti diterangkan docs/pengelola.md, bagian Pindah ke mesin lain."
        )
