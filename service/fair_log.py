"""The log of gunicorn without what anybody asked for: an address can hold a code or a NIK."""

from __future__ import annotations

import logging
from typing import Any

from gunicorn.glogging import Logger

from service.telling import Reticent

FOREIGN = "Invalid request"  # what follows is the line that came, as it came


class FairLog(Logger):  # type: ignore[misc]  # gunicorn has no types
    """Gunicorn's own log, which names no address and repeats nothing that came in."""

    def setup(self, cfg: Any) -> None:
        """As gunicorn does, but for how a fault is told."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Reticent(self.error_fmt, self.datefmt))

    def warning(self, msg: str, *args: Any, **more: Any) -> None:
        """A warning; of a request that was none only that it came."""
        if str(msg).startswith(FOREIGN):
            msg, args = "a request that was none was turned away", ()
        self.error_log.log(logging.WARNING, msg, *args, **more)

    def exception(self, msg: str, *args: Any, **more: Any) -> None:  # noqa: ARG002
        """A fault, where it happened; not at which address."""
        self.error_log.error("a request failed", exc_info=True)
