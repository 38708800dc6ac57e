"""The packs as they would be with some files changed, so that a change is judged before it is."""

from __future__ import annotations

from pathlib import Path

from service.ports import Packs


class Andai:
    """The packs as they would be with some files changed."""

    def __init__(self, packs: Packs, changed: dict[str, str]) -> None:
        self._packs, self._changed = packs, changed

    def still(self) -> Andai:
        return self

    def instansi(self) -> list[str]:
        return self._packs.instansi()

    def astray(self) -> list[str]:
        return self._packs.astray()

    def names(self, instansi: str) -> list[str]:
        head = f"{instansi}/"
        mine = {
            one.removeprefix(head): text
            for one, text in self._changed.items()
            if one.startswith(head)
        }
        gone = {name for name, text in mine.items() if not text}
        return sorted(({*self._packs.names(instansi)} | set(mine)) - gone)

    def text(self, path: str) -> str:
        return self._changed.get(path) or self._packs.text(path)

    def seed(self, path: str) -> str:
        return self._packs.seed(path)

    def seed_file(self, instansi: str, name: str, out: Path) -> str:
        return self._packs.seed_file(instansi, name, out)

    def file(self, instansi: str, name: str, out: Path) -> Path:
        return self._packs.file(instansi, name, out)
