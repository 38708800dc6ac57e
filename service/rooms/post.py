"""The post: who carries work to the workers, and the bell that wakes them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from service.config import Settings
from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.bell_rq import RqPost


class LazyBell:
    """Rings the post's bell, which is connected only when there is something to ring for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @cached_property
    def post(self) -> RqPost:
        from service.adapters.bell_rq import RqPost

        return RqPost(self._settings.redis_url)

    def ring(self) -> None:
        self.post.ring()


class Posting(Foundation):
    """Where work is handed over."""

    @opened_once
    def post(self) -> RqPost:
        from service.adapters.bell_rq import RqPost

        return RqPost(self.settings.redis_url)
