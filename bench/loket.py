"""A request, an objection and a dispute in the books, for the pages that show them."""

from __future__ import annotations

import hashlib

from service.acts.instansi.kalender import kalender
from service.acts.instansi.packs import agency
from service.acts.register import keberatan, permohonan
from service.acts.register.permohonan import Masukan
from service.domain.catatan import Catatan
from service.domain.keberatan import Keberatan
from service.domain.kiriman import DIDAFTAR, Kiriman
from service.domain.kode_lacak import from_bits, id_for
from service.domain.permohonan import Isian, Keputusan, Permohonan
from service.domain.sengketa import Sengketa, dated
from service.house import RealHouse

ORANG = {
    "nama": "Contoh Pemohon",
    "alamat": "Jalan Contoh 1",
    "pekerjaan": "Guru",
    "surel": "contoh@contoh.id",
    "sebagai": "sendiri",
    "tujuan": "Penelitian contoh.",
}
ISIAN = {
    **ORANG,
    "rincian": "Laporan contoh tahun 2025.",
    "memperoleh": "salinan_elektronik",
    "mendapatkan": "surel",
}
BERATAN = {**ORANG, "alasan": "b", "kasus_posisi": "Informasi berkala contoh tidak disediakan."}


def asked(house: RealHouse, kode: str) -> dict[str, str]:
    """What stands in the addresses of these pages; asked again, the same ones."""
    now = house.clock.now()
    one = permohonan.register(house, Masukan(_code("permohonan"), kode, "", now, ISIAN))
    two = keberatan.register(house, Masukan(_code("keberatan"), kode, "", now, BERATAN))
    about = {"permohonan_id": one.id, "keberatan_id": two.id}
    return about | {"sengketa_id": _disputed(house, two).id}


def granted(house: RealHouse, kode: str) -> str:
    """A request that was granted, whose information is in no list yet; its id."""
    id_, now = id_for("permohonan", f"bangku diberikan {kode}"), house.clock.now()
    kiriman = id_for("kiriman", f"bangku diberikan {kode}")
    unit = agency(house.packs, kode).unit[0].id
    with house.ledger.begin() as tx:
        if tx.find(Permohonan, id=id_):
            return id_
        on = kalender(house, tx, kode).tanggal(now)
        said = Keputusan(dikuasai="ya", keputusan="diberikan", pemberitahuan=on.isoformat())
        about = Isian(nama="Contoh Pemohon", rincian="Laporan contoh yang sudah diberikan.")
        tx.add(Kiriman(kiriman, kode, unit, "web", "contoh.pdf", DIDAFTAR, now))
        made = (id_, kiriman, kode, unit, "", "selesai", now, on, on, about)
        tx.add(Permohonan(*made, keputusan=said, nomor_daftar="1/REG-CONTOH"))
        tx.note(Catatan(kode, "mesin", "kiriman_diterima", now, kiriman))
    return id_


def _disputed(house: RealHouse, about: Keberatan) -> Sengketa:
    """A dispute about that objection."""
    id_ = id_for("sengketa", f"bangku {about.id}")
    with house.ledger.begin() as tx:
        for same in tx.find(Sengketa, id=id_):
            return same
        days = kalender(house, tx, about.instansi)
        now = house.clock.now()
        on = days.tanggal(now)
        place = (about.instansi, about.unit, "Komisi Contoh", "1/KI-CONTOH")
        fresh = Sengketa(id_, about.id, "", *place, on, now)
        one = dated(fresh, about, agency(house.packs, about.instansi), days)
        tx.add(one)
        tx.note(Catatan(one.instansi, "mesin", "sengketa_dicatat", now, one.id))
    return one


def _code(word: str) -> str:
    return from_bits(hashlib.sha256(f"bangku {word}".encode()).digest())
