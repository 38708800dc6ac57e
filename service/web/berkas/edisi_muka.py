"""The edition of a matter whose SOP makes a list: where it stands, or where one is drawn up."""

from __future__ import annotations

from flask import url_for

from service.acts.berkas.baca import Penuh
from service.domain.berkas import BERJALAN
from service.domain.edisi.edisi import BATAL, Edisi
from service.domain.sop.bahan import EDISI
from service.domain.wewenang import Act, Hadir
from service.face.isi import Tautan
from service.ports import House


def edition(house: House, oleh: Hadir, whole: Penuh) -> Tautan | None:
    """The edition that came about in this matter; or where one is drawn up, where that is due."""
    berkas = whole.berkas
    lists = {one.id for one in whole.jalan.bahan.values() if one.wujud == EDISI}
    rows = whole.jalan.sop.rows(berkas.bagian)
    if not any(lists & set(row.semua_keluaran) for row in rows):
        return None
    with house.ledger.read() as reading:
        made = [x for x in reading.find(Edisi, berkas=berkas.id) if x.keadaan != BATAL]
    if made:
        last = max(made, key=lambda one: (one.urut == 0, one.tahun, one.urut))
        return Tautan(f"Edisi {last.daftar.upper()}", url_for("edisi_satu.show", edisi_id=last.id))
    if berkas.keadaan != BERJALAN or not oleh.may(Act.VERIFY, berkas.instansi):
        return None
    return Tautan("Susun edisi", url_for("edisi.ask", berkas=berkas.id))
