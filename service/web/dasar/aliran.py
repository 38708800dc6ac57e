"""An answer that grows while its work goes on: each step is shown as soon as it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack

from flask import Response, request, stream_with_context

LAGI = "berkas.lagi"  # as the server knows it: a request that goes on is not hung up on


def grown(page: str, tanda: str, steps: Iterable[str], until: ExitStack) -> Response:
    """The page with the steps where `tanda` stands; `until` ends with the answer, or with the
    line to who asked: what was not begun by then is not begun any more."""
    head, _, tail = page.partition(tanda)
    going_on: Callable[[], None] = request.environ.get(LAGI, _alone)

    def parts() -> Iterator[str]:
        yield head
        for step in steps:
            going_on()
            yield step
        yield tail

    answer = Response(stream_with_context(parts()), mimetype="text/html")
    answer.call_on_close(until.close)
    return answer


def _alone() -> None:
    """Nobody counts the seconds."""
