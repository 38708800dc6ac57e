"""The dossier, bound in a child of its own behind walls: a crash costs one try."""

from service.adapters.jilid.penjilid import Penjilid
from service.adapters.jilid.salah import TidakTerjilid

__all__ = ["Penjilid", "TidakTerjilid"]
