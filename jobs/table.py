"""Every job by name, written out by hand; nothing else can be run."""

from __future__ import annotations

from collections.abc import Callable

from service.ports import House

JOBS: dict[str, Callable[[House, str], None]] = {}
