"""What all our boxes have in common: bare walls, the programs of the system, the same Python."""

from __future__ import annotations

import sys
from collections.abc import Iterator


def bare(**told: str) -> Iterator[str]:
    """No network, no rights, no process and no setting of ours: the child knows what it is told."""
    yield from ("--unshare-all", "--new-session", "--cap-drop", "ALL", "--clearenv")
    names = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC", **told}
    for name, value in names.items():
        yield from ("--setenv", name, value)


def system() -> Iterator[str]:
    """The programs of the system, read-only, also by their names of before."""
    yield from ("--ro-bind", "/usr", "/usr")
    yield from ("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache")
    for name in ("bin", "sbin", "lib", "lib64"):
        yield from ("--symlink", f"usr/{name}", f"/{name}")


def packages(inside: str) -> Iterator[str]:
    """Our Python and its packages, read-only, where `python` looks for them."""
    if not sys.base_prefix.startswith("/usr"):
        yield from ("--ro-bind", sys.base_prefix, sys.base_prefix)
    if sys.prefix != sys.base_prefix:
        yield from ("--ro-bind", sys.prefix, f"{inside}/venv")


def python(inside: str) -> str:
    """The same Python, as it is called inside."""
    return sys.executable if sys.prefix == sys.base_prefix else f"{inside}/venv/bin/python"


def own(size: int) -> Iterator[str]:
    """A /proc, a /dev and a /tmp of its own; `size` bytes fit into the last."""
    yield from ("--proc", "/proc", "--dev", "/dev", "--size", str(size), "--tmpfs", "/tmp")  # noqa: S108
