"""Evidence of a monev and the ZIP that was made of it, for the pages that show them."""

from __future__ import annotations

from service.acts.monev.kuesioner import questions
from service.acts.simpan.keep import hold, keep
from service.domain.catatan import MESIN, Catatan
from service.domain.gerbang.keluar import FileKeluar, id_of
from service.domain.kiriman import File
from service.domain.monev.bukti import FILE, JADI, BuktiMonev, EksporMonev, bukti_id, gate_id
from service.house import RealHouse

ISI = b"PK\x05\x06" + bytes(range(256)) * 8


def evidence(house: RealHouse, kode: str, file_id: str) -> dict[str, str]:
    """A file at the gate for the first question, and a ZIP; their ids, and the question's."""
    now, whole = house.clock.now(), questions(house.packs, kode)
    soal = whole.pertanyaan[0].kode
    with house.ledger.read() as look:
        file = look.get(File, file_id)
    one = bukti_id(kode, whole.tahun, soal, FILE, file.id)
    owner = gate_id(FILE, file.id)
    told = (id_of(owner), kode, owner, file.sha256, file.mime, file.ukuran, file.nama)
    with house.room() as room:
        path = room / "bukti.zip"
        path.write_bytes(ISI)
        kept = keep(house, path)
    made = house.new_id()
    with house.ledger.begin() as tx:
        tx.add(BuktiMonev(one, kode, whole.tahun, soal, FILE, file.id, MESIN, now))
        tx.add(FileKeluar(*told))
        tx.add(
            EksporMonev(
                made,
                kode,
                whole.tahun,
                MESIN,
                now,
                JADI,
                kept.sha256,
                kept.ukuran,
                jadi=now,
            )
        )
        hold(tx, kept)
        tx.note(Catatan(kode, MESIN, "monev_disusun", now, made))
    return {"bukti_id": one, "ekspor_id": made, "soal": soal}
