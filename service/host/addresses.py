"""Which ports the pages stand on, for this home and beside others on the same machine."""

from __future__ import annotations

import contextlib
import errno
import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from service.domain.refusals import Refusal

FARTHEST = 200  # ports looked at beyond the usual one


class PortTaken(Refusal):
    """A port that was asked for by name is in use."""

    def __init__(self, name: str, port: int, bind: str) -> None:
        super().__init__(
            f"Port {port} di {bind} sedang dipakai program lain. Berkas belum dinyalakan dan tidak "
            f"ada yang berubah. Pilih port lain di {name}, atau hentikan program itu "
            f"(lihat siapa: ss -ltnp 'sport = :{port}')."
        )


class PortForbidden(Refusal):
    """A port below 1024, and we are not allowed to."""

    def __init__(self, name: str, port: int) -> None:
        super().__init__(
            f"Akun ini tidak boleh memakai port {port}. Pilih nomor 1024 ke atas di {name}, "
            "atau jalankan sebagai layanan (./berkas install)."
        )


class BindUnknown(Refusal):
    """The address is not one of this machine's."""

    def __init__(self, bind: str) -> None:
        super().__init__(
            f"Alamat {bind} di BERKAS_BIND bukan milik mesin ini. Pakai 127.0.0.1 untuk mesin ini "
            "saja, atau 0.0.0.0 untuk jaringan kantor."
        )


@dataclass
class Ports:
    """The ports of one home; a port is held from its choice until this process ends."""

    bind: str
    memory: Path
    held: list[socket.socket] = field(default_factory=list)

    def choose(self, usual: Mapping[str, int], asked: set[str]) -> dict[str, int]:
        """For each name the port asked for, else the remembered, the usual or any free one."""
        remembered = self._remembered()
        chosen: dict[str, int] = {}
        for name, port in usual.items():
            if name in asked:
                if not self._hold(port, name):
                    raise PortTaken(name, port, self.bind)
                chosen[name] = port
                continue
            tries = [remembered.get(name, port), *range(port, min(port + FARTHEST, 65536))]
            found = next((one for one in tries if self._hold(one, name)), None)
            if found is None:
                raise PortTaken(name, port, self.bind)
            chosen[name] = found
        self._remember({**remembered, **chosen})
        return chosen

    def _hold(self, port: int, name: str) -> bool:
        """Whether the port is free; then it is ours among all Berkas of this machine."""
        # A name in the kernel's own space: it reaches as far as ports do, and ends with us.
        mark = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            mark.bind(f"\0berkas-port-{port}")
        except OSError:
            mark.close()
            return False
        try:
            free = self._free(port)
        except PermissionError as wrong:
            mark.close()
            raise PortForbidden(name, port) from wrong
        except OSError:
            mark.close()
            raise
        if free:
            self.held.append(mark)
        else:
            mark.close()
        return free

    def _free(self, port: int) -> bool:
        try:
            family, kind, proto, _, address = socket.getaddrinfo(
                self.bind, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
            )[0]
        except socket.gaierror as wrong:
            raise BindUnknown(self.bind) from wrong
        with socket.socket(family, kind, proto) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                door.bind(address)
                door.listen(1)
            except OSError as wrong:
                if isinstance(wrong, PermissionError):
                    raise
                if wrong.errno == errno.EADDRNOTAVAIL:
                    raise BindUnknown(self.bind) from wrong
                return False
        return True

    def _remembered(self) -> dict[str, int]:
        with contextlib.suppress(OSError, ValueError):
            told = json.loads(self.memory.read_text())
            return {str(name): int(port) for name, port in told.items()}
        return {}

    def _remember(self, chosen: dict[str, int]) -> None:
        part = self.memory.with_suffix(".part")
        part.write_text(json.dumps(chosen))
        part.replace(self.memory)
