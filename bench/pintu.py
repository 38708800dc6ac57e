"""One kiriman with bytes behind it and one upload under way, for the pages that show them."""

from __future__ import annotations

import io

from PIL import Image

from service.acts import masuk, unggah
from service.acts.packs import agency
from service.domain.kiriman import File
from service.house import RealHouse

KUNCI = "bangku-contoh"


def came(house: RealHouse, cookie: str, kode: str) -> dict[str, str]:
    """What stands in the addresses of these pages; asked again, the same kiriman."""
    oleh = masuk.who(house, cookie)
    assert oleh
    units = agency(house.packs, kode).open_units(house.clock.now())
    antaran = unggah.Antaran(KUNCI, kode, units[0].id if units else "")
    one = unggah.send(house, oleh, antaran, [unggah.take(house, oleh, "contoh.png", _picture()).id])
    waiting = unggah.begin(house, oleh, "contoh.pdf", 1000)
    with house.ledger.read() as look:
        [file] = look.find(File, kiriman=one.id)
    return {"kiriman_id": one.id, "file_id": file.id, "n": "1", "unggahan_id": waiting.id}


def _picture() -> io.BytesIO:
    kept = io.BytesIO()
    with Image.new("RGB", (300, 400), "white") as page:
        page.save(kept, "PNG")
    return kept
