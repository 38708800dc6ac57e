"""Locking as the `age` program locks, by a passphrase or for a recipient."""

from service.age.bentuk import (
    INTRO,
    PART,
    WORK,
    Broken,
    Closing,
    Opened,
    WrongWord,
    is_locked,
)

__all__ = ["INTRO", "PART", "WORK", "Broken", "Closing", "Opened", "WrongWord", "is_locked"]
