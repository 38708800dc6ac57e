"""What is found in Office files, archives and letters by mail."""

from __future__ import annotations

from service.domain.temuan import Arti

WADAH: dict[str, Arti] = {}
