"""A template that is being changed, and a table of papers, so that their pages can be asked for."""

from __future__ import annotations

import json

from PIL import Image

from service.acts.orang import masuk
from service.acts.pasangan import klinik_meja
from service.acts.pasangan.klinik_gambar import CONTOH
from service.acts.pasangan.riwayat import history
from service.acts.simpan.keep import hold, keep
from service.acts.ttd import uji_letak
from service.domain import paper
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.kumpulan import CETAK, DIMULAI, Gabungan, Kumpulan, resep
from service.domain.naskah import KONSEP, Naskah, drafted
from service.domain.pasangan_versi import KONSEP as DRAF
from service.domain.pasangan_versi import PasanganKonsep
from service.house import RealHouse

JENIS = "memorandum"


def template(house: RealHouse, cookie: str, kode: str) -> dict[str, str]:
    """A draft with its sample, and the same on the bench of who asks; what addresses ask for."""
    oleh = masuk.who(house, cookie)
    assert oleh
    toml, docx = paper.names(JENIS)
    last = history(house, oleh, kode, JENIS)[-1]
    with klinik_meja.now(house, oleh, kode, JENIS) as one:
        id_ = klinik_meja.lay(house, oleh, one)
    with house.room() as room:
        with Image.new("RGB", (300, 424), "white") as page:
            page.save(room / "contoh.pdf")
        sample = keep(house, room / "contoh.pdf")
        word = keep(house, house.packs.file(kode, docx, room / "templat.docx"))
    now, teks = house.clock.now(), house.packs.text(f"{kode}/{toml}")
    told = (house.new_id(), kode, JENIS, "Memorandum", DRAF, now, oleh.orang.id, last.urut)
    draft = PasanganKonsep(
        *(*told, teks, word.sha256),
        ringan=word.sha256,
        contoh=sample.sha256,
        contoh_dasar=sample.sha256,
    )
    with house.ledger.begin() as tx:
        tx.add(draft)
        hold(tx, sample, word)
        tx.note(Catatan(kode, oleh.orang.id, "pasangan_konsep_dibuat", now, draft.id))
    return {
        "jenis": JENIS,
        "periksa_id": id_,
        "uji_id": uji_letak.lay(house, oleh, kode, JENIS),
        "apa": CONTOH,
        "akhir": "docx",
        "sidik": sample.sha256,
        "versi": str(last.urut),
    }


def papers(house: RealHouse, berkas_id: str) -> dict[str, str]:
    """A table that became one paper, with the file to print; what addresses ask for."""
    now = house.clock.now()
    with house.room() as room:
        with Image.new("RGB", (300, 424), "white") as page:
            page.save(room / "cetak.pdf")
        (room / "isi.json").write_text(json.dumps([{"baris": 2, "berkas": berkas_id, "isian": {}}]))
        printed, rows = keep(house, room / "cetak.pdf"), keep(house, room / "isi.json")
    with house.ledger.begin() as tx:
        kode = tx.get(Berkas, berkas_id).instansi
        many = Kumpulan(
            *(house.new_id(), kode, JENIS, DIMULAI, now, MESIN, house.new_id()),
            berkas=(berkas_id,),
            tiap_berkas=False,
            file=rows.sha256,
            nama_file="isian contoh.xlsx",
            isi=rows.sha256,
            jumlah=1,
            mulai=now,
        )
        one = Naskah(many.naskah[0], berkas_id, kode, JENIS, KONSEP, many.dibuat_pada(0))
        one = drafted(one, printed.sha256, printed.sha256, printed.sha256)
        made = resep(CETAK, [one])
        for thing in (
            many,
            one,
            Gabungan(house.new_id(), many.id, CETAK, made, made, printed.sha256),
        ):
            tx.add(thing)
        hold(tx, printed, rows)
        tx.note(Catatan(kode, MESIN, "kumpulan_digabung", now, many.id))
    return {"kumpulan_id": many.id, "bentuk": CETAK}
