"""Pictures: good scans of every kind, and such as are too large, cut off or broken."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

from PIL import Image

from service.domain.temuan import (
    DENGAN_CATATAN,
    DISIMPAN_SAJA,
    DITERIMA,
    TIDAK_DAPAT_DIPROSES,
)
from tests import pindaian
from tests.contoh_buruk._contoh import Contoh

KECIL = 75  # dpi: enough for a look, and quick


@cache
def contoh() -> list[Contoh]:
    """Every one of them."""
    return [*_scans(), *_hiding(), *_bombs(), *_broken()]


def _scans() -> list[Contoh]:
    sheet = pindaian.page(dpi=KECIL)
    see_through = sheet.convert("RGBA")
    see_through.putalpha(sheet.point(lambda value: 255 - value))
    two = sheet.convert("1")
    kinds = {
        "miring.png": pindaian.saved(pindaian.skewed(sheet, 2)),
        "rebah.jpg": pindaian.saved(sheet.rotate(90, expand=True), "JPEG"),
        "terbalik.png": pindaian.saved(sheet.rotate(180)),
        "tanpa dpi.bmp": pindaian.saved(sheet, "BMP"),
        "tembus.png": pindaian.saved(see_through),
        "palet.gif": pindaian.saved(sheet.convert("P"), "GIF"),
        "web.webp": pindaian.saved(sheet, "WEBP"),
        "faks.tif": pindaian.saved(two, "TIFF", compression="group4"),
        "cmyk.jpg": pindaian.saved(sheet.convert("CMYK"), "JPEG"),
        "dalam.tif": pindaian.saved(sheet.convert("I;16"), "TIFF"),
        "tiga halaman.tif": pindaian.tiff(sheet, sheet, sheet),
        "foto.jpg": pindaian.saved(sheet, "JPEG", exif=_turned(6)),
    }
    return [Contoh(nama, isi, DITERIMA, "", 66) for nama, isi in kinds.items()]


def _turned(how: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = how
    return exif


def _hiding() -> list[Contoh]:
    sheet = pindaian.page(dpi=KECIL)
    where, who = Image.Exif(), Image.Exif()
    where.get_ifd(0x8825).update({1: "S", 2: (6.0, 12.0, 0.0), 3: "E", 4: (106.0, 49.0, 0.0)})
    who[0x013B] = "Contoh Pegawai"
    moving = [sheet, sheet.rotate(3, fillcolor=255)]
    return [
        Contoh(
            "gps.jpg", pindaian.saved(sheet, "JPEG", exif=where), DITERIMA, "gambar_berlokasi", 63
        ),
        Contoh(
            "penulis.jpg", pindaian.saved(sheet, "JPEG", exif=who), DITERIMA, "metadata_penulis", 63
        ),
        Contoh("gerak.gif", _moving(moving), DENGAN_CATATAN, "gambar_bergerak", 66),
    ]


def _moving(sheets: list[Image.Image]) -> bytes:
    return pindaian.saved(sheets[0], "GIF", save_all=True, append_images=sheets[1:])


def _bombs() -> list[Contoh]:
    gif = b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff"
    gif += b",\0\0\0\0\xff\xff\xff\xff\0\x02\0;"
    return [
        Contoh(nama, isi, TIDAK_DAPAT_DIPROSES, "gambar_membengkak", 64)
        for nama, isi in (
            ("bengkak.png", _png(100_000, 100_000)),
            ("lebar.png", _png(2_000_000_000, 1)),
            ("bengkak.gif", gif),
            ("bengkak.tif", _tiff(60_000, 60_000)),
            ("bengkak.bmp", _bmp(50_000, 50_000)),
        )
    ]


def _png(width: int, height: int) -> bytes:
    def part(kind: bytes, held: bytes) -> bytes:
        return (
            struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", body) + part(b"IEND", b"")


def _tiff(width: int, height: int) -> bytes:
    tags = [(256, width), (257, height), (258, 8), (259, 1), (262, 1), (273, 8), (277, 1)]
    tags += [(278, height), (279, width * height % (1 << 32))]
    told = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + told + bytes(4)


def _bmp(width: int, height: int) -> bytes:
    head = struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + 64, 0, 0, 54) + head + bytes(64)


def _broken() -> list[Contoh]:
    sheet = pindaian.page(dpi=KECIL)
    jpeg, png = pindaian.saved(sheet, "JPEG"), pindaian.saved(sheet)
    tiff = pindaian.tiff(sheet, sheet)
    loop = io.BytesIO(_tiff(10, 10))
    loop.seek(0, io.SEEK_END)
    endless = loop.getvalue()[:-4] + struct.pack("<I", 8)
    return [
        Contoh("berputar.tif", endless, "", "", 65),
        *(
            Contoh(nama, isi, DISIMPAN_SAJA, "rusak", 65)
            for nama, isi in (
                ("terpotong.jpg", jpeg[: len(jpeg) // 2]),
                ("terpotong.png", png[: len(png) // 2]),
                ("terpotong.tif", tiff[: len(tiff) // 3]),
                ("kepala saja.jpg", jpeg[:30]),
                ("berlubang.png", png[:200] + bytes(300) + png[500:]),
            )
        ),
    ]
