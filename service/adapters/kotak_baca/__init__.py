"""The warm box in which foreign files are read, each by a process of its own."""

from service.adapters.kotak_baca.dossier import BoxDossier
from service.adapters.kotak_baca.gerbang import BoxGate
from service.adapters.kotak_baca.jilid import BoxFitter
from service.adapters.kotak_baca.pembaca import PATIENCE, BoxReader, TidakTerbaca

__all__ = ["PATIENCE", "BoxDossier", "BoxFitter", "BoxGate", "BoxReader", "TidakTerbaca"]
