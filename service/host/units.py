"""The systemd units: the closed side as one user, the public pages as another."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from service.config import CODE, Settings

BERKAS, PUBLIK = "berkas", "berkas-publik"


def closed_unit(settings: Settings, choices: Path) -> str:
    """`./berkas run` without the public pages; it ends its own processes in order."""
    return f"""\
[Unit]
Description=Berkas, otomasi naskah kantor PPID
Wants=network-online.target
After=network-online.target postgresql.service redis-server.service
StartLimitIntervalSec=0

[Service]
Type=exec
User={BERKAS}
Group={BERKAS}
UMask=0027
WorkingDirectory={_path(settings.home)}
EnvironmentFile={_path(choices / "berkas.env")}
ExecStart={_word(CODE / "berkas")} run --tanpa publik
OOMPolicy=continue
Restart=always
RestartSec=5
KillMode=mixed
TimeoutStopSec=20
NoNewPrivileges=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
"""


def open_unit(settings: Settings, choices: Path, tls: tuple[Path, Path] | None) -> str:
    """The public pages, as a user who owns nothing but its drop folder."""
    handed = ""
    if tls:
        handed = (
            f"LoadCredential=tls.crt:{_path(tls[0])}\nLoadCredential=tls.key:{_path(tls[1])}\n"
            "Environment=BERKAS_TLS_CERT=%d/tls.crt BERKAS_TLS_KEY=%d/tls.key\n"
        )
    return f"""\
[Unit]
Description=Berkas, halaman publik
Wants=network-online.target
After=network-online.target berkas.service
StartLimitIntervalSec=0

[Service]
Type=exec
User={PUBLIK}
Group={PUBLIK}
UMask=0007
WorkingDirectory={_path(settings.home / "publik")}
Environment={_word(f"PYTHONPATH={CODE}")} PYTHONSAFEPATH=1
EnvironmentFile={_path(choices / "publik.env")}
{handed}ExecStart={_word(Path(sys.prefix) / "bin" / "python")} -m service.publik.serve
Restart=always
RestartSec=5
KillMode=mixed
TimeoutStopSec=20
NoNewPrivileges=yes
ProtectSystem=full

[Install]
WantedBy=multi-user.target
"""


def settings_file(chosen: dict[str, str]) -> str:
    """The settings as systemd reads them, one a line."""
    quoted = {name: word.replace("\\", "\\\\").replace('"', '\\"') for name, word in chosen.items()}
    return "".join(f'{name}="{word}"\n' for name, word in sorted(quoted.items()))


def read_settings(path: Path) -> dict[str, str]:
    """What an earlier installation wrote, with what a person has changed since."""
    if not path.exists():
        return {}
    lines = [line for line in path.read_text().splitlines() if line[:1].isalpha()]
    pairs = [line.partition("=")[::2] for line in lines]
    return {name.strip(): "".join(shlex.split(word)) for name, word in pairs}


def _path(path: Path) -> str:
    return str(path).replace("%", "%%")


def _word(word: Path | str) -> str:
    """One word of a command line, whatever is in it."""
    text = str(word).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{text.replace("$", "$$")}"'
