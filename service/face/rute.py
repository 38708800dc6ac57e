"""An address of a page, ready the moment somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable

from werkzeug.routing import Rule


class Rute(Rule):
    """An address that learns how it is put together only when somebody puts one together.

    Werkzeug writes and compiles two programs for that, for each of our hundreds of addresses and
    at every start, and for most of them nobody ever does.
    """

    def _compile_builder(self, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
        whole = super()._compile_builder
        made: list[Callable[..., tuple[str, str]]] = []

        def later(rule: Rule, /, **values: object) -> tuple[str, str]:
            if not made:
                made.append(whole(append_unknown))
            return made[0](rule, **values)

        return later
