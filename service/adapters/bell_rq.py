"""RQ on Redis or Valkey: the bell, and the post between the clock and the workers.

The queue carries ids and nothing else, in JSON; it owns no truth, no time and no retry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue
from rq.serializers import JSONSerializer

from service.domain.pekerjaan import DELIVER, Pekerjaan, delivery
from service.domain.refusals import Unavailable

BELL = "berkas:lonceng"
MARK = "berkas:hidup"
FORGOTTEN = int(timedelta(days=1).total_seconds())


@contextmanager
def _reached() -> Iterator[None]:
    try:
        yield
    except (RedisError, OSError) as wrong:
        raise Unavailable("Antrean (Valkey) sedang tidak dapat dihubungi.") from wrong


class RqPost:
    """The bell and the lanes on one Redis."""

    def __init__(self, url: str) -> None:
        self.redis = Redis.from_url(url, socket_timeout=10, socket_connect_timeout=3)
        # Whoever has just committed waits for the bell no longer than for a lost ring.
        self.bell = Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1)

    def queue(self, jalur: str) -> Queue:
        """The lane as RQ knows it."""
        return Queue(jalur, connection=self.redis, serializer=JSONSerializer)

    def ring(self) -> None:
        # A ring that is lost costs a second: the clock looks by itself.
        with suppress(RedisError, OSError), self.bell.pipeline(transaction=False) as pipe:
            pipe.lpush(BELL, "1")
            pipe.ltrim(BELL, 0, 3)
            pipe.execute()

    def wait(self, seconds: float) -> None:
        with _reached():
            self.redis.blpop([BELL], timeout=seconds)

    def deliver(self, jalur: str, claimed: Sequence[Pekerjaan]) -> None:
        if not claimed:
            return
        queue = self.queue(jalur)
        with _reached():
            queue.enqueue_many(
                [
                    Queue.prepare_data(
                        DELIVER,
                        args=(one.job, one.untuk, one.fence),
                        job_id=delivery(one),
                        result_ttl=0,
                        ttl=FORGOTTEN,
                        failure_ttl=60,
                        description=one.job,
                    )
                    for one in claimed
                ]
            )

    def waiting(self, jalur: str) -> set[str]:
        with _reached():
            return set(self.queue(jalur).job_ids)

    def depth(self, jalur: str) -> int:
        with _reached():
            count: int = self.queue(jalur).count
            return count

    def was_lost(self) -> bool:
        with _reached():
            return bool(self.redis.set(MARK, "1", nx=True))

    def ping(self) -> str:
        """The server's version; raises Unavailable."""
        with _reached():
            told: dict[str, Any] = self.redis.info("server")
            return str(told.get("valkey_version") or told.get("redis_version"))
