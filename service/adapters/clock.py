"""What time it is, and ids that nobody has had before."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from service.domain.ids import from_bytes


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


def new_id() -> str:
    """128 random bits as an id."""
    return from_bytes(os.urandom(16))
