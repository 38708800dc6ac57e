"""A paper in a real office: a pair of its own, a matter under an SOP, and its printed konsep."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

from docx import Document
from PIL import Image

from service.acts.berkas.baru import begun
from service.acts.berkas.buka import Pembukaan
from service.acts.naskah import submit
from service.acts.naskah.fill import fill
from service.acts.simpan.keep import hold, keep
from service.acts.sop.daftar import own_sops
from service.adapters.packs import FolderPacks
from service.config import CODE
from service.domain.berkas import Berkas
from service.domain.catatan import MESIN, Catatan
from service.domain.naskah import DIKIRIM, DITANDATANGANI, Naskah
from service.domain.paket import Paket
from service.domain.tempat_ttd import TINTA, TempatTtd
from service.domain.wewenang import Hadir
from service.house import RealHouse
from tests.office import INSTANSI, UNIT, work
from tests.web.rumah_web import Orang

SURAT = "surat_contoh"
PASANGAN = """
nama = "Surat Contoh"
bentuk = "korespondensi"
penandatangan = ["atasan_ppid"]
paraf = ["tim_sekretariat"]
[buku]
seri = "memorandum"
pola = "{NOMOR}/M/{TAHUN}"
[[ruas]]
nama = "badan_publik"
label = "Nama badan publik"
jenis = "teks"
asal = "instansi"
contoh = "Dinas Contoh"
[[ruas]]
nama = "perkara"
label = "Perkara"
jenis = "teks"
asal = "berkas"
isi = "berkas.judul"
contoh = "Perkara contoh"
[[ruas]]
nama = "tentang"
label = "Tentang"
jenis = "teks"
contoh = "Contoh"
[[ruas]]
nama = "catatan"
label = "Catatan"
jenis = "paragraf"
wajib = false
contoh = "Contoh catatan"
[[ruas]]
nama = "rapat"
label = "Rapat"
jenis = "daftar"
wajib = false
contoh = [{ acara = "Pembukaan" }]
kolom = [{ nama = "acara", label = "Acara", jenis = "teks", contoh = "Pembukaan" }]
"""
ISI = (
    "{{ badan_publik }}",
    "Nomor {{ nomor }}",
    "{{ perkara }}: {{ tentang }}",
    "{%p for x in catatan %}",
    "{{ x }}",
    "{%p endfor %}",
    "{%p for x in rapat %}",
    "{{ x.acara }}",
    "{%p endfor %}",
    "{{ peta }}",
)
PETA = '[[ruas]]\nnama = "peta"\nlabel = "Peta"\njenis = "gambar"\nwajib = false\n'
NOMOR = '[[ruas]]\nnama = "nomor"\nlabel = "Nomor"\njenis = "nomor"\nasal = "nomor"\ncontoh = "1"\n'


def with_pair(house: RealHouse, folder: Path, jenis: str = SURAT) -> None:
    """The packs of the house with a pair of its own in umum."""
    packs = folder / "paket"
    shutil.copytree(CODE / "templates_docx", packs)
    room = packs / "umum" / "naskah"
    (room / f"{jenis}.toml").write_text(PASANGAN + PETA + NOMOR)
    paper = Document()
    for line in ISI:
        paper.add_paragraph(line)
    paper.save(str(room / f"{jenis}.docx"))
    for one in (packs, *packs.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)

    def changed() -> dict[str, str]:
        with house.ledger.read() as look:
            return {one.id: one.teks for one in look.find(Paket)}

    house.opened["packs"] = FolderPacks(packs, changed)


def perkara(house: RealHouse, judul: str = "Perkara contoh", *, rahasia: bool = False) -> Berkas:
    """A matter under the first SOP of the office."""
    kode = own_sops(house.packs, INSTANSI)[0]
    asked = Pembukaan(house.new_id(), INSTANSI, UNIT, kode, judul)
    with house.ledger.begin() as tx:
        return begun(house, tx, replace(asked, rahasia=rahasia))


def konsep(house: RealHouse, oleh: Hadir, berkas: Berkas | None = None, **isian: str) -> Naskah:
    """A konsep with its print."""
    one = berkas or perkara(house)
    made = fill(house, one.id, SURAT, isian or {"tentang": "Uji contoh"}, oleh)
    work(house)
    return now(house, made)


def sent_out(house: RealHouse, penyiap: Orang, ppid: Orang, jalan: str) -> Naskah:
    """A paper that was approved at its page to be signed that way, and is out."""
    one = konsep(house, penyiap.hadir)
    submit.submit(house, one.id, penyiap.hadir)
    submit.initial(house, one.id, penyiap.hadir, now(house, one).versi, "Contoh")
    assert does(ppid, one, "setujui", jalan=jalan).status_code == 303
    work(house)
    assert now(house, one).keadaan == DIKIRIM
    return now(house, one)


def now(house: RealHouse, naskah: Naskah) -> Naskah:
    with house.ledger.read() as reading:
        return reading.get(Naskah, naskah.id)


def inked(house: RealHouse, naskah: Naskah) -> None:
    """It came back as a picture, signed in ink, and was taken at the desk."""
    with house.room() as room:
        Image.new("L", (620, 877), 255).save(room / "pindaian.png", dpi=(75, 75))
        kept = keep(house, room / "pindaian.png")
    with house.ledger.begin() as tx:
        one = tx.get(Naskah, naskah.id)
        tx.save(one, replace(one, keadaan=DITANDATANGANI, bertanda_tangan=kept.sha256))
        place = TempatTtd(house.new_id(), one.id, one.ajuan, 9, "ppid", TINTA, DITANDATANGANI)
        tx.add(replace(place, sesudah=kept.sha256))
        hold(tx, kept)
        tx.note(Catatan(INSTANSI, MESIN, "naskah_ditandatangani", house.clock.now(), one.id))


def seen(who: Orang, at: str) -> str:
    """What the form of a page says its person looked at."""
    found = re.search(r'name="sidik" value="(\w+)"', who.client.get(at).text)
    return found[1] if found else ""


def does(who: Orang, naskah: Naskah, apa: str, **told: str):
    """An act of the page of a naskah, as it is shown now."""
    at = f"/naskah/{naskah.id}"
    way = {"jalan": TINTA} if apa == "setujui" else {}  # as the page offers it first
    sent = {"csrf": who.csrf, "sidik": seen(who, at), **way, **told}
    return who.client.post(f"{at}/{apa}", data=sent)
