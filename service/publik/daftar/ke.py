"""How one page of the lists names another: by the site's addresses, or folder to folder."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Ke(Protocol):
    """Gives the address of a page or a file, as a link on the page at hand."""

    @property
    def hidup(self) -> bool:
        """Whether somebody answers questions there."""
        ...

    @property
    def url(self) -> str:
        """What the site is called from elsewhere; '' where nobody said."""
        ...

    def page(self, path: str) -> str: ...

    def file(self, path: str) -> str: ...

    def part(self, path: str, query: str, halaman: int, /) -> str:
        """One of the pages of a long list."""
        ...


@dataclass(frozen=True)
class Hidup:
    """The site itself."""

    url: str = ""
    hidup: bool = True

    def page(self, path: str) -> str:
        return f"/{path}"

    def file(self, path: str) -> str:
        return f"/{path}"

    def part(self, path: str, query: str, _halaman: int, /) -> str:
        return f"/{path}?{query}" if query else f"/{path}"


@dataclass(frozen=True)
class Folder:
    """A folder on any web server: every page is an index.html, every link leads by steps."""

    akar: str  # from the page to the top of the folder: '', '../', '../../', …
    url: str = ""
    hidup: bool = False

    def page(self, path: str) -> str:
        return f"{self.akar}{path}/"

    def file(self, path: str) -> str:
        return f"{self.akar}{path}"

    def part(self, path: str, _query: str, halaman: int, /) -> str:
        return self.page(path if halaman < 2 else f"{path}/halaman/{halaman}")
