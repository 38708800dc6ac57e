"""A delivery as it stands in RQ: the one function name we put there, and ids."""

from __future__ import annotations

from typing import Any

from rq.exceptions import DeserializationError
from rq.job import Job

from service.domain.pekerjaan import DELIVER, is_owable


def deliver(*_: object) -> None:
    """The name under which deliveries stand in the queue; RQ itself never calls it."""


class ForeignJob(Exception):
    """Something in the queue that we never put there."""


class Titipan(Job):
    """A delivery. RQ would import and call any name that stands in Redis; this runs ours only."""

    @property
    def func(self) -> Any:
        raise ForeignJob(self.id)


def addressed(job: Job) -> tuple[str, str, int]:
    """The work a delivery names: job, untuk, fence; ForeignJob for anything else."""
    try:
        name, args, kwargs = job.func_name, job.args, job.kwargs
        work, untuk, fence = args
    except (ValueError, TypeError, LookupError, DeserializationError) as broken:
        raise ForeignJob(job.id) from broken
    ours = name == DELIVER and not kwargs and job.instance is None
    if not (ours and isinstance(fence, int) and is_owable(work, untuk)):
        raise ForeignJob(job.id)
    return work, untuk, fence
