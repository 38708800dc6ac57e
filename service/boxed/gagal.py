"""How a reader stops: with a code that says why."""

from __future__ import annotations

import struct
import zipfile
import zlib


class Berhenti(Exception):
    """Nothing more of this file is read; the code is a finding."""

    def __init__(self, kode: str, di: str = "") -> None:
        super().__init__(kode)
        self.kode, self.di = kode, di


# What the packages of readers throw at files that are not what they should be.
RUSAK = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    SyntaxError,  # lxml's errors are of this kind
    TypeError,
    ValueError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
