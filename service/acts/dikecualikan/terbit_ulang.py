"""What the public sees is made anew where a piece becomes withheld, or is withheld no more."""

from __future__ import annotations

from service.ports import Tx

JOB = "terbitkan"


def owe(tx: Tx, instansi: str) -> None:
    """Owe the public pages of an agency anew, in the transaction that changes what they may say."""
    tx.plan(JOB, instansi)
