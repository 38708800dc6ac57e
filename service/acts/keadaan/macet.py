"""What a person does about work that failed for good: have it tried again, or let it go."""

from __future__ import annotations

from service.acts.orang import izin
from service.domain.catatan import RUMAH, Catatan
from service.domain.refusals import Refusal
from service.ports import House


class AlasanKosong(Refusal):
    """Owed work is not let go without a reason."""

    def __init__(self) -> None:
        super().__init__("Tulis alasannya dahulu; pekerjaan ini tidak akan dikerjakan lagi.")


def retry(house: House, job: str, untuk: str, siapa: str) -> None:
    """Owe it anew, from its first try."""
    with house.ledger.begin() as tx:
        tx.plan(job, untuk)
        tx.note(_line(house, "pekerjaan_dicoba_lagi", siapa, job, untuk))


def dismiss(house: House, job: str, untuk: str, siapa: str, alasan: str) -> None:
    """Let it go; the reason is kept beside the journal's line."""
    if not alasan.strip():
        raise AlasanKosong
    with house.ledger.begin() as tx:
        tx.dismiss(job, untuk)
        izin.written(house, tx, RUMAH, untuk, alasan.strip())
        tx.note(_line(house, "pekerjaan_diabaikan", siapa, job, untuk))


def _line(house: House, perbuatan: str, siapa: str, job: str, untuk: str) -> Catatan:
    return Catatan(RUMAH, siapa, perbuatan, house.clock.now(), untuk, {"job": job})
