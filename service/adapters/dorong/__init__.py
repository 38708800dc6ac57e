"""The port Outlet: CKAN by its Action API, WordPress by its REST API."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from service.adapters.dorong.ckan import Ckan
from service.adapters.dorong.saluran import Sabar
from service.adapters.dorong.wordpress import Wordpress
from service.domain.edisi.tujuan import CKAN, Tujuan
from service.ports.dorong import Outlet


class Situs:
    """The sites that are set; `kunci` is the folder in which each has its lock."""

    def __init__(self, tujuan: Iterable[Tujuan], kunci: Path, sabar: Sabar | None = None) -> None:
        patience = sabar or Sabar()
        self._all: dict[str, Outlet] = {one.nama: _one(one, kunci, patience) for one in tujuan}

    @property
    def all(self) -> Mapping[str, Outlet]:
        return self._all


def _one(tujuan: Tujuan, kunci: Path, sabar: Sabar) -> Outlet:
    return (Ckan if tujuan.jenis == CKAN else Wordpress)(tujuan, kunci, sabar)
