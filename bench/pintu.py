"""One kiriman with bytes behind it and one upload under way, for the pages that show them."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image

from service.acts.instansi.packs import agency
from service.acts.kiriman import unggah
from service.acts.kiriman.agenda import registered
from service.acts.orang import masuk
from service.domain.catatan import MESIN, Catatan
from service.domain.keberatan import JENIS
from service.domain.kiriman import DIDAFTAR, File, Kiriman
from service.domain.temuan import DITERIMA
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


def objected(house: RealHouse, cookie: str, kode: str) -> str:
    """A letter that is an objection, not yet in its register; asked again, the same."""
    oleh = masuk.who(house, cookie)
    assert oleh
    units = agency(house.packs, kode).open_units(house.clock.now())
    antaran = unggah.Antaran(f"{KUNCI}-keberatan", kode, units[0].id if units else "")
    mark = unggah.take(house, oleh, "keberatan.png", _picture()).id
    one = unggah.send(house, oleh, antaran, [mark])
    with house.ledger.begin() as tx:
        before = tx.get(Kiriman, one.id)
        if before.keadaan != DIDAFTAR:
            after = registered(house, tx, replace(before, jenis=JENIS, akhir=DITERIMA))
            tx.save(before, after)
            tx.note(Catatan(kode, MESIN, "kiriman_didaftar", house.clock.now(), one.id, {}))
    return one.id


def _picture() -> io.BytesIO:
    kept = io.BytesIO()
    with Image.new("RGB", (300, 400), "white") as page:
        page.save(kept, "PNG")
    return kept
