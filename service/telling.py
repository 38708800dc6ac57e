"""What a process says in its log: where something failed, never what was in hand.

The message of an exception may hold a name, a NIK or the text of a letter; its kind and the
lines it went through hold none of that.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

LINES = "%(levelname)s %(name)s %(message)s"
_CHAIN = 8  # causes of causes that are told
log = logging.getLogger("berkas")


class Reticent(logging.Formatter):
    """Writes the kind of a fault and where it happened."""

    def formatException(self, ei: object) -> str:  # noqa: N802 (logging's name)
        """The fault of a record, and what led to it."""
        fault = ei[1] if isinstance(ei, tuple) else None
        return where(fault) if isinstance(fault, BaseException) else ""


def where(fault: BaseException) -> str:
    """The kind of a fault and the lines it went through; those of its causes first."""
    told: list[str] = []
    now: BaseException | None = fault
    while now is not None and len(told) < _CHAIN:
        lines = "".join(traceback.format_tb(now.__traceback__))
        told.append(f"{type(now).__name__}\n{lines}".rstrip())
        now = now.__cause__ or (None if now.__suppress_context__ else now.__context__)
    return "\nled to\n".join(reversed(told))


def begin(level: int = logging.INFO) -> None:
    """Have this process write its log so; also when it ends by a fault nobody caught."""
    screen = logging.StreamHandler()
    screen.setFormatter(Reticent(LINES))
    logging.basicConfig(level=level, handlers=[screen])
    sys.excepthook = _ended
    threading.excepthook = _thread_ended


def _ended(_kind: type[BaseException], fault: BaseException, _tb: TracebackType | None) -> None:
    log.critical("this process ends", exc_info=fault)


def _thread_ended(told: threading.ExceptHookArgs) -> None:
    log.critical("a thread of this process ends", exc_info=told.exc_value)
