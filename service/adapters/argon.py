"""The door of argon2: passwords as slow hashes."""

from __future__ import annotations

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

TOGETHER = 2  # 64 MB each; a small machine must outlive a rush of log-ins


class ArgonPasswords:
    """Argon2id as RFC 9106 asks of machines with little memory."""

    def __init__(self, rounds: int = 3, memory_kib: int = 65_536, lanes: int = 2) -> None:
        self._hasher = PasswordHasher(rounds, memory_kib, lanes)
        self._turns = BoundedSemaphore(TOGETHER)
        # Someone who is not there costs as much time as someone who is.
        self._nobody = self._hasher.hash(secrets.token_hex(32))

    def hash(self, sandi: str) -> str:
        with self._turns:
            return self._hasher.hash(sandi)

    def matches(self, kept: str, sandi: str) -> bool:
        with self._turns:
            try:
                return self._hasher.verify(kept or self._nobody, sandi) and bool(kept)
            except (VerifyMismatchError, VerificationError, InvalidHashError):
                return False

    def stale(self, kept: str) -> bool:
        return self._hasher.check_needs_rehash(kept)
