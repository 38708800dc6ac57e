"""Where in a TOML file each value stands: path of keys and places in lists -> line number."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right

Jalan = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""")
_DOT = re.compile(r"[ \t]*\.[ \t]*")
_TEXT = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}(?!")|\'{3}.*?\'{3,5}(?!\')|"(?:\\.|[^"\\\n])*"|'[^'\n]*\'''',
    re.DOTALL,
)
_PLAIN = re.compile(r"[^,\]}#\n]*")


class Tempat:
    """The lines of one file that tomllib accepts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [found.start() for found in re.finditer("\n", text)]
        self._at = 0
        self._lists: dict[Jalan, int] = {}
        self.lines: dict[Jalan, int] = {(): 1}
        self._file()

    def line(self, path: Jalan) -> int:
        """The line of a value, or of the nearest thing around it."""
        while path not in self.lines:
            path = path[:-1]
        return self.lines[path]

    def _file(self) -> None:
        table: Jalan = ()
        self._skip()
        while self._at < len(self._text):
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)
            self._skip()

    def _header(self) -> Jalan:
        start = self._at
        many = self._text.startswith("[[", start)
        self._at += 2 if many else 1
        self._skip()
        parts = self._keys()
        self._skip()
        self._at += 2 if many else 1
        path = self._resolved(parts[:-1], start)
        if not many:
            return self._resolved(parts, start)
        path += (parts[-1],)
        self._lists[path] = self._lists.get(path, 0) + 1
        self._mark(path, start)
        path += (self._lists[path] - 1,)
        self._mark(path, start)
        return path

    def _resolved(self, parts: list[str], start: int) -> Jalan:
        # A header below a list of tables speaks of the last table in it.
        path: Jalan = ()
        for part in parts:
            path += (part,)
            self._mark(path, start)
            if path in self._lists:
                path += (self._lists[path] - 1,)
        return path

    def _pair(self, table: Jalan) -> None:
        start, path = self._at, table
        for part in self._keys():
            path += (part,)
            self._mark(path, start)
        self._skip()
        self._at += 1  # the equals sign
        self._value(path)

    def _value(self, path: Jalan) -> None:
        self._skip()
        match self._text[self._at]:
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case '"' | "'":
                self._take(_TEXT)
            case _:
                self._take(_PLAIN)

    def _list(self, path: Jalan) -> None:
        self._at += 1
        self._skip()
        n = 0
        while self._text[self._at] != "]":
            self._mark((*path, n), self._at)
            self._value((*path, n))
            self._comma()
            n += 1
        self._at += 1

    def _inline(self, path: Jalan) -> None:
        self._at += 1
        self._skip()
        while self._text[self._at] != "}":
            self._pair(path)
            self._comma()
        self._at += 1

    def _comma(self) -> None:
        self._skip()
        if self._text[self._at] == ",":
            self._at += 1
        self._skip()

    def _keys(self) -> list[str]:
        parts = [self._key()]
        while _DOT.match(self._text, self._at):
            self._take(_DOT)
            parts.append(self._key())
        return parts

    def _key(self) -> str:
        raw = self._take(_KEY)
        return str(tomllib.loads(f"k = {raw}")["k"]) if raw[0] in "\"'" else raw

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise ValueError(f"tomllib accepts what this reader does not, at {self._at}")
        self._at = found.end()
        return found[0]

    def _skip(self) -> None:
        self._take(_BLANK)

    def _mark(self, path: Jalan, at: int) -> None:
        self.lines.setdefault(path, bisect_right(self._ends, at) + 1)
