"""What a form sends beside its fields: its mark, a number off a button, the name of a file."""

from __future__ import annotations

import re

from flask import request

from service.domain.refusals import TidakAda
from service.web.dasar.auth import house

_TANDA = re.compile(r"[a-z0-9]{8,64}")


def mark(nama: str) -> str:
    """The mark that makes a form sent twice one deed; a fresh one where none fits came."""
    sent = request.form.get(nama, "")
    return sent if _TANDA.fullmatch(sent) else house().new_id()


def whole(nama: str, low: int, high: int) -> int:
    """A number off a button; TidakAda where no button of ours sends such a one."""
    sent = request.form.get(nama, "")
    if not (sent.isascii() and sent.isdigit() and len(sent) < 10 and low <= int(sent) <= high):
        raise TidakAda
    return int(sent)


def chosen_name(nama: str) -> str:
    """What the sender calls the file in a field."""
    file = request.files.get(nama)
    return (file.filename or "") if file else ""
