"""A real IMAP server for the tests of the mail door: started once for a whole run."""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from service.adapters import tls
from tests.servers import free_port, keep, once, until

SANDI = "sandi-kotak-surat"
CONFIG = """
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{cert}
ssl_key = <{key}
disable_plaintext_auth = no
mail_location = maildir:{home}/surat/%u
mail_max_userip_connections = 100
first_valid_uid = 1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
default_vsz_limit = 0
passdb {{
  driver = static
  args = password={sandi}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/surat/%u
}}
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {port_tls}
    ssl = yes
  }}
}}
service stats {{
  chroot =
}}
namespace inbox {{
  inbox = yes
}}
"""


def _start(folder: Path) -> dict[str, Any]:
    home = Path(f"/tmp/berkas-imap-{os.getpid()}-{time.monotonic_ns()}")
    for name in ("run", "surat"):
        (home / name).mkdir(mode=0o755, parents=True)
    who = pwd.getpwnam("dovecot") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
    if os.getuid() == 0:
        shutil.chown(home / "surat", who.pw_uid, who.pw_gid)
    cert, key = tls.own_certificate(home / "tls", ["localhost", "127.0.0.1"], datetime.now(UTC))
    told = {"port": free_port(), "port_tls": free_port()}
    (home / "dovecot.conf").write_text(
        CONFIG.format(
            home=home,
            cert=cert,
            key=key,
            user=who.pw_name,
            group=grp.getgrgid(who.pw_gid).gr_name,
            uid=who.pw_uid,
            gid=who.pw_gid,
            sandi=SANDI,
            **told,
        )
    )
    with (folder / "out").open("wb") as out:
        server = subprocess.Popen(
            ["/usr/sbin/dovecot", "-F", "-c", home / "dovecot.conf"],
            stdout=out,
            stderr=out,
            cwd="/",
            start_new_session=True,
        )
    keep(server)
    log = home / "log"
    until(lambda: _listens(told["port"]), 20, f"Dovecot ({log})")
    return {"pid": server.pid, "home": str(home), "cert": str(cert), **told}


def _listens(port: int) -> bool:

    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def dovecot() -> dict[str, Any]:
    """The run's IMAP server: its ports, its certificate, and where letters lie."""
    return once("dovecot", _start)
