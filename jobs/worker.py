"""A worker of one lane: takes deliveries from RQ and has its child carry them out."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import timedelta
from types import FrameType
from typing import Any

from redis import Redis
from redis.exceptions import RedisError
from rq import Queue, SimpleWorker
from rq.exceptions import StopRequested
from rq.job import Job
from rq.serializers import JSONSerializer

from jobs.foreman import Foreman
from jobs.perform import serve
from jobs.titipan import ForeignJob, Titipan, addressed
from jobs.wire import Errand
from service import house as houses
from service import telling
from service.config import Settings
from service.domain.pekerjaan import JALUR, PELAN, TUGAS
from service.domain.refusals import Unavailable
from service.ports import Pulse

BEAT = 10.0
GENTLE = 10
TTL = 20  # RQ blocks TTL - 15 seconds on an empty lane
log = logging.getLogger("berkas.worker")


class Pekerja(SimpleWorker):
    """RQ's loop without RQ's books: the ledger keeps those."""

    max_connection_wait_time = 2.0  # a Valkey that is back is not waited for any longer

    def __init__(self, jalur: str, redis: Redis, foreman: Foreman, pulse: Pulse) -> None:
        name = f"{jalur}-{socket.gethostname()[:40]}-{os.getpid()}-{time.monotonic_ns()}"
        queue = Queue(jalur, connection=redis, serializer=JSONSerializer, job_class=Titipan)
        super().__init__(
            [queue],
            name=name,
            connection=redis,
            serializer=JSONSerializer,
            job_class=Titipan,
            worker_ttl=TTL,
        )
        self.jalur, self.foreman, self.pulse = jalur, foreman, pulse
        self.busy = False
        self.done = 0
        self.beat_at = 0.0

    def execute_job(self, job: Job, queue: Queue) -> None:
        """Have a delivery carried out, with others that can be done together; and forget them."""
        self.busy = True
        taken = [job]
        try:
            taken += self._along(job, queue)
            for errands in _sorted(taken, queue.name):
                self.foreman.carry_out(*errands)
                self.done += len(errands)
        finally:
            self.busy = False
        with self.connection.pipeline(transaction=False) as pipe:
            for one in taken:
                pipe.lrem(queue.intermediate_queue_key, 1, one.id)
                pipe.delete(one.key)
            pipe.execute()
        if self._stop_requested:
            raise StopRequested

    def _along(self, job: Job, queue: Queue) -> list[Job]:
        """More deliveries, where the one in hand can be done together with its like."""
        most = TUGAS[name].bersama - 1 if (name := _named(job)) else 0
        # Half of what waits at most: the rest is for the other workers of this lane.
        many = min(most, queue.count // 2) if most else 0
        if not many:
            return []
        with self.connection.pipeline(transaction=False) as pipe:
            for _ in range(many):
                pipe.lmove(queue.key, queue.intermediate_queue_key, "LEFT", "RIGHT")
            ids = [one.decode() for one in pipe.execute() if one]
        found = Titipan.fetch_many(ids, self.connection, JSONSerializer)
        return [one for one in found if one]

    def heartbeat(self, timeout: int | None = None, pipeline: Any = None) -> None:
        """A sign of life every ten seconds, in Redis and in the ledger."""
        if time.monotonic() < self.beat_at:
            return
        self.beat_at = time.monotonic() + BEAT
        super().heartbeat(timeout, pipeline)
        try:
            told = {"pid": str(os.getpid()), "jalur": self.jalur, "selesai": str(self.done)}
            self.pulse.beat(f"worker-{self.jalur}-{os.getpid()}", "worker", told)
        except Unavailable as away:
            log.warning("no sign of life: %s", away)

    def set_state(self, state: str, pipeline: Any = None) -> None:  # noqa: ARG002
        """Kept here only; Redis need not know between two heartbeats."""
        self._state = state

    def check_for_suspension(self, burst: bool) -> None:
        """Nobody suspends us through Redis."""

    def run_maintenance_tasks(self) -> None:
        """The clock looks after lost deliveries."""

    @property
    def should_run_maintenance_tasks(self) -> bool:
        """Never: see run_maintenance_tasks."""
        return False

    def subscribe(self) -> None:
        """No commands are taken through Redis."""

    def unsubscribe(self) -> None:
        """See subscribe."""

    def request_stop(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002
        """Finish what is in hand, then stop."""
        self._stop_requested = True
        if not self.busy:
            raise StopRequested

    def procline(self, message: str) -> None:
        """Process titles stay as they are."""


def _named(job: Job) -> str:
    """The job a delivery asks for; nothing where it is not one of ours."""
    try:
        return addressed(job)[0]
    except ForeignJob:
        return ""


def _sorted(jobs: Sequence[Job], lane: str) -> Iterator[list[Errand]]:
    """What deliveries ask for: those of a kind that is done together, then one by one."""
    found = list[Errand]()
    for job in jobs:
        try:
            found.append(Errand(*addressed(job)))
        except ForeignJob:
            log.warning("a foreign job was put into %s; it was not run", lane)
    together = [one for one in found if TUGAS[one.job].bersama > 1 and one.job == found[0].job]
    if together:
        yield together
    for one in found:
        if one not in together:
            yield [one]


def life(settings: Settings, name: str, wire: socket.socket) -> None:
    """What the child does: its own house, opened after the fork."""
    house = houses.build(settings)
    try:
        serve(house, name, wire)
    finally:
        house.close()


def main(jalur: str) -> int:
    """Work in one lane until told to stop; a lost Valkey is waited for."""
    settings = Settings.from_env()
    if jalur == PELAN:
        os.nice(GENTLE)  # what somebody waits for goes first on a small machine
    telling.begin()
    logging.getLogger("rq").setLevel(logging.WARNING)
    # No connection of ours may be open when the child is forked.
    house = houses.build(settings, lasting=False)
    name = f"{jalur}/{socket.gethostname()[:40]}/{os.getpid()}"
    foreman = Foreman(house.owed, settings.sewa, lambda wire: life(settings, name, wire))
    stopped = False
    try:
        while not stopped:
            stopped = _work(jalur, settings, foreman, house.pulse)
    finally:
        foreman.stop()
        house.close()
    return 0


def _work(jalur: str, settings: Settings, foreman: Foreman, pulse: Pulse) -> bool:
    """One stretch of work; True when we were told to stop, False when Valkey went away."""
    redis = Redis.from_url(settings.redis_url, socket_timeout=30, socket_connect_timeout=3)
    try:
        pekerja = Pekerja(jalur, redis, foreman, pulse)
        pekerja.work(logging_level="WARNING")
        stopped: bool = pekerja._stop_requested
    except RedisError as away:
        log.warning("Valkey is away: %s", away)
        stopped = False
    finally:
        redis.close()
    if not stopped:
        time.sleep(timedelta(seconds=0.5).total_seconds())
    return stopped


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until RQ has its own
    if sys.argv[1:] not in [[lane] for lane in JALUR]:
        sys.exit(f"usage: python -m jobs.worker {'|'.join(JALUR)}")
    sys.exit(main(sys.argv[1]))
