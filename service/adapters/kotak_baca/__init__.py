"""The warm box in which foreign files are read, each by a process of its own."""

from service.adapters.kotak_baca.gerbang import BoxGate
from service.adapters.kotak_baca.pembaca import PATIENCE, BoxReader, TidakTerbaca

__all__ = ["PATIENCE", "BoxGate", "BoxReader", "TidakTerbaca"]
