"""A .docx as it lies on the disk: what never changes is packed once, and copied as it is."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping

LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")
DEFLATED, UTF8 = 8, 0x800
NEWYEAR = (0, 0x21)  # midnight of the first day a zip knows: the same paper is the same bytes
LEVEL = 1  # a fifth larger than the best, in a third of the time


class Kemasan:
    """The parts of a .docx that are the same in every paper."""

    def __init__(self, docx: bytes, without: Collection[str]) -> None:
        parts, directory = list[bytes](), list[bytes]()
        with zipfile.ZipFile(io.BytesIO(docx)) as whole:
            for one in whole.infolist():
                if one.filename not in without:
                    packed = _packed(docx, one)
                    lies = one.compress_type, one.CRC, len(packed), one.file_size
                    _append(parts, directory, one.filename, packed, lies)
        self._parts, self._directory = b"".join(parts), b"".join(directory)
        self._many = len(directory) // 2  # a head and a name each

    def with_parts(self, written: Mapping[str, bytes]) -> bytes:
        """The whole .docx."""
        parts, directory = [self._parts], [self._directory]
        for name, told in written.items():
            deflate = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
            packed = deflate.compress(told) + deflate.flush()
            lies = DEFLATED, zlib.crc32(told), len(packed), len(told)
            _append(parts, directory, name, packed, lies)
        many, where = self._many + len(written), sum(map(len, parts))
        size = sum(map(len, directory))
        end = END.pack(b"PK\5\6", 0, 0, many, many, size, where, 0)
        return b"".join((*parts, *directory, end))


def _packed(docx: bytes, one: zipfile.ZipInfo) -> bytes:
    """The bytes of a member as they are packed."""
    head = LOCAL.unpack_from(docx, one.header_offset)
    begins = one.header_offset + LOCAL.size + head[-2] + head[-1]
    return docx[begins : begins + one.compress_size]


def _append(
    parts: list[bytes],
    directory: list[bytes],
    name: str,
    packed: bytes,
    lies: tuple[int, int, int, int],
) -> None:
    where, called = sum(map(len, parts)), name.encode()
    kind, crc, size, whole = lies
    told = (20, UTF8, kind, *NEWYEAR, crc, size, whole, len(called), 0)
    parts += [LOCAL.pack(b"PK\3\4", *told), called, packed]
    directory += [CENTRAL.pack(b"PK\1\2", 20, *told, 0, 0, 0, 0, where), called]
