from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError, ResponseError
from rq import Queue
from rq.serializers import JSONSerializer

from jobs.valkey import OFF, TRIES
from service.config import CODE, Settings
from tests.servers import until


class Antrean:
    """The queue of one home."""

    def __init__(self, folder: Path, **more: str) -> None:
        own = {"BERKAS_HOME": str(folder / "rumah"), "BERKAS_INBOX": str(folder / "inbox"), **more}
        outer = {key: word for key, word in os.environ.items() if not key.startswith("BERKAS_")}
        self.env = {**outer, **own, "PYTHONPATH": str(CODE)}
        self.settings = Settings.from_env(own)
        self.running: subprocess.Popen[str] | None = None

    def start(self) -> subprocess.Popen[str]:
        line = [sys.executable, "-m", "jobs.valkey"]
        self.running = subprocess.Popen(
            line, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        return self.running

    def redis(self) -> Redis:
        return Redis.from_url(self.settings.redis_url, socket_timeout=5)

    def answers(self) -> bool:
        try:
            with self.redis() as redis:
                return bool(redis.ping())
        except RedisError:
            return False

    def lives(self) -> Redis:
        self.start()
        until(self.answers, 10, "the queue")
        return self.redis()

    def end(self, number: int = signal.SIGTERM) -> int:
        assert self.running
        self.running.send_signal(number)
        self.running.communicate(timeout=10)
        return self.running.returncode


@pytest.fixture
def antrean(tmp_path: Path) -> Iterator[Antrean]:
    one = Antrean(tmp_path)
    yield one
    if one.running and one.running.poll() is None:
        one.end(signal.SIGKILL)
    shutil.rmtree(one.settings.runtime, ignore_errors=True)


def test_what_is_queued_outlives_a_killed_queue(antrean: Antrean) -> None:
    with antrean.lives() as redis:
        redis.rpush("jalur", *range(500))
    antrean.end(signal.SIGKILL)

    with antrean.lives() as redis:
        assert redis.llen("jalur") == 500


def test_the_queue_is_reached_by_its_own_user_alone(antrean: Antrean) -> None:
    with antrean.lives():
        socket = antrean.settings.runtime / "valkey.sock"
        assert socket.stat().st_mode & 0o077 == 0
        assert socket.parent.stat().st_mode & 0o077 == 0
    assert antrean.end() == 0
    assert not socket.exists()


def test_commands_that_reach_beyond_the_queue_are_not_there(antrean: Antrean) -> None:
    with antrean.lives() as redis:
        for name in OFF:
            with pytest.raises(ResponseError, match="unknown command"):
                redis.execute_command(name, "x", "y")


def test_rq_finds_all_it_needs(antrean: Antrean) -> None:
    with antrean.lives() as redis:
        queue = Queue("meja", connection=redis, serializer=JSONSerializer)
        job = queue.enqueue("jobs.perform.run", "a", job_id="satu", unique=True)
        assert queue.job_ids == [job.id]


def test_a_queue_that_is_too_full_refuses_rather_than_forgets(antrean: Antrean) -> None:
    with antrean.lives() as redis:
        assert redis.info("memory")["maxmemory_policy"] == "noeviction"


def test_a_kept_queue_that_cannot_be_read_gives_way_to_an_empty_one(antrean: Antrean) -> None:
    with antrean.lives() as redis:
        redis.rpush("jalur", 1)
    antrean.end()
    kept = antrean.settings.home / "valkey" / "appendonlydir"
    (written,) = kept.glob("*.incr.aof")
    written.write_bytes(b"BUKAN ANTREAN\r\n" * 9)

    ended = 0
    while not (antrean.settings.home / "valkey" / "rusak").exists():
        running = antrean.start()
        until(partial(ended_or_answers, antrean, running), 10, "an end")
        if running.poll() is not None:
            running.communicate()
            ended += 1
        assert ended <= TRIES

    until(antrean.answers, 10, "the queue")
    with antrean.redis() as redis:
        assert redis.llen("jalur") == 0
    said = antrean.end(), (antrean.settings.home / "valkey" / "rusak").is_dir()
    assert said == (0, True)


def ended_or_answers(antrean: Antrean, running: subprocess.Popen[str]) -> bool:
    return running.poll() is not None or antrean.answers()


def test_where_another_queue_was_chosen_nothing_is_started(tmp_path: Path) -> None:
    antrean = Antrean(tmp_path, BERKAS_REDIS="redis://127.0.0.1:1/0")
    running = antrean.start()
    assert running.stderr
    assert "BERKAS_REDIS" in running.stderr.readline()

    assert not antrean.settings.runtime.exists()
    assert antrean.end() == 0


def test_a_folder_for_sockets_that_is_somebody_elses_is_refused(antrean: Antrean) -> None:
    antrean.settings.runtime.mkdir(mode=0o755)
    antrean.settings.runtime.chmod(0o755)

    running = antrean.start()
    _, said = running.communicate(timeout=10)

    assert running.returncode == 2
    assert "bukan folder milik akun ini saja" in said
