"""The two lists at the doors of a real office: withheld, opened, gated, published, declassified."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from service.acts.dikecualikan import jaga
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DIP
from service.domain.gerbang.keluar import MEMBUAT, MENUNGGU, FileKeluar, id_of
from service.domain.informasi.baris import dip_row
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DIKECUALIKAN, TERBIT, USULAN
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.unsur import Pelengkap
from service.domain.jangka import Jangka
from service.domain.kiriman import File
from tests.contoh_buruk import _pdf
from tests.domain.informasi.contoh import UTUH
from tests.office import INSTANSI, UNIT
from tests.servers import until
from tests.web.jejak import Gedung, Peramban
from tests.web.rahasia_dip import edition, withheld

SABAR = 60  # seconds
UMUM = "Laporan terbuka contoh"


@dataclass
class Kata:
    """Gives out words; where they stand is of no matter here."""

    new_word: Callable[[], str]
    kode: dict[str, str] = field(default_factory=dict)

    def new(self, _: str) -> str:
        return self.new_word()

    def at(self, *_: str) -> None:
        """See the class."""


@dataclass
class Hasil:
    """What was done, so that nobody takes silence for secrecy."""

    dibaca: str = ""  # what those who may saw
    orang_lain: str = ""  # what those who may not, saw
    publik: str = ""
    keadaan: list[str] = field(default_factory=list)


def by_lists(gedung: Gedung, kata: Kata, nik: str, petugas: Peramban, lain: Peramban) -> Hasil:
    """Everything that is done with the two lists, by who may, and tried by who may not."""
    hasil = Hasil()
    _proposed(gedung, kata, nik, petugas, hasil)
    _opened(gedung, kata, petugas, lain, hasil)
    _declassified(gedung, kata, nik, petugas, hasil)
    _published(gedung, kata, nik, petugas, lain, hasil)
    return hasil


def _form(page: str, at: str) -> dict[str, str]:
    """The hidden fields of one form of a page."""
    found = re.search(rf'<form[^>]*action="{at}".*?</form>', page, re.S)
    assert found, (at, page[-6000:])
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', found[0]))


def _proposed(gedung: Gedung, kata: Kata, nik: str, petugas: Peramban, hasil: Hasil) -> None:
    at, new = "/dikecualikan/usul", kata.new_word
    told = {"unit": f"{INSTANSI}/{UNIT}", "ringkasan": new(), "dokumen": new(), "bagian": new()}
    told |= {"halaman": "3-5", "alasan": f"Alasan contoh {new()}"}
    file = [("file", f"{nik}.pdf", _pdf.letter(new()))]
    tanda = _form(petugas.ask(at), at)["tanda"]
    wrong = petugas.send_files(at, at, [], **{**told, "halaman": "x"}, tanda=tanda)
    assert told["ringkasan"] in wrong
    petugas.send_files(at, at, file, **told, tanda=tanda)
    hasil.dibaca += petugas.ask("/dikecualikan")
    assert told["ringkasan"] in hasil.dibaca


def _opened(gedung: Gedung, kata: Kata, petugas: Peramban, lain: Peramban, hasil: Hasil) -> None:
    """Its file with a reason; then somebody asks to open it, and somebody else says no."""
    one = withheld(gedung.house, kata, DIKECUALIKAN)
    at = f"/dikecualikan/{one.id}"
    page = petugas.ask(at)
    why = f"Sebab contoh {kata.new_word()}"
    hasil.dibaca += page + petugas.send(
        f"{at}/file", at, **{**_form(page, f"{at}/file"), "alasan": why}
    )
    petugas.send(f"{at}/file", at, sidik="a" * 64, alasan=f"{why} {kata.new_word()}")
    found = re.search(r"/dikecualikan/buka/(\w+)/setuju", page)
    assert found
    minta = f"/dikecualikan/buka/{found[1]}"
    hasil.orang_lain += lain.send(f"{minta}/setuju", "/akun", versi="1")
    petugas.send(f"{minta}/setuju", at, versi="1")
    petugas.send(f"{minta}/tolak", at, versi="1", alasan=f"Bukan waktunya {kata.new_word()}")
    for path in (at, f"{at}/file", f"/dikecualikan/hasil/{one.id}", f"/informasi/{one.id}"):
        hasil.orang_lain += lain.ask(path)
    hasil.orang_lain += lain.send(f"{at}/file", "/akun", sidik=one.letak.sidik, alasan=why)
    hasil.orang_lain += gedung.publik().ask(f"/dip/{spoken(one.kode)}")


def _declassified(gedung: Gedung, kata: Kata, nik: str, petugas: Peramban, hasil: Hasil) -> None:
    """Its term ended: the machine opens it, and a person confirms what goes out."""
    house, one = gedung.house, withheld(gedung.house, kata, DIKECUALIKAN)
    ended = replace(
        one.dik, jangka=Jangka("sampai_tanggal", tanggal="2026-01-20"), mulai=date(2026, 1, 5)
    )
    with house.ledger.begin() as tx:
        tx.save(one, replace(one, dik=ended))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diubah", house.clock.now(), one.id))
    jaga.watch(house, INSTANSI)
    at = f"/dikecualikan/{one.id}"
    page = petugas.ask(at)
    hasil.keadaan.append(_now(gedung, one).keadaan)
    told = _form(page, f"{at}/pastikan") | {"kategori": "setiap_saat"}
    told |= dict.fromkeys(("tempat", "waktu", "penanggung_jawab", "retensi"), "")
    file = [("file", f"{nik} salinan.pdf", _pdf.letter(kata.new_word()))]
    told.pop("csrf", "")
    petugas.send_files(f"{at}/pastikan", at, file, **told)
    hasil.keadaan.append(_now(gedung, one).keadaan)


def _published(
    gedung: Gedung, kata: Kata, nik: str, petugas: Peramban, lain: Peramban, hasil: Hasil
) -> None:
    """A file through the gate, its numbers blackened, out with an edition on its decree."""
    house = gedung.house
    one = replace(
        UTUH,
        id=house.new_id(),
        instansi=INSTANSI,
        unit=UNIT,
        kode=from_bits(secrets.token_bytes(16)),
        keadaan=USULAN,
        unsur=replace(UTUH.unsur, ringkasan=UMUM),
        pelengkap=Pelengkap(),
    )
    _kept(gedung, one)
    at = f"/informasi/{one.id}/pemeriksaan"
    hidden = _form(petugas.ask(at), f"{at}/file")
    hidden.pop("csrf", "")
    file = [
        (
            "file",
            f"KTP {nik}.pdf",
            _pdf.letter("Laporan kinerja", f"NIK {nik}", "NIP 198003122005011002"),
        )
    ]
    petugas.send_files(f"{at}/file", at, file, **hidden)
    until(lambda: _read(gedung, one), SABAR, "the file to be read")
    for deed, more in (("mulai", {}), ("salinan", {}), ("hitam", {"jenis": "nik"})):
        page = petugas.ask(at)
        petugas.send(f"{at}/{deed}", at, **{**_form(page, f"{at}/{deed}"), **more})
        until(lambda: _at_rest(gedung, one), SABAR, deed)
    page = petugas.ask(at)
    hasil.dibaca += page
    hits = re.findall(r'name="temuan" value="(\w+)"', page)
    assert len(hits) == 1  # the NIP; the NIK is black
    told = {**_form(page, f"{at}/lepas"), "alasan": f"Boleh diketahui {kata.new_word()}"}
    petugas.send(f"{at}/lepas", at, **told, temuan=hits[0])
    page = petugas.ask(at)
    petugas.send(f"{at}/umumkan", at, **_form(page, f"{at}/umumkan"))
    hasil.orang_lain += lain.send(f"{at}/tarik", "/akun", versi="1", alasan=kata.new_word())
    out = _now(gedung, one)
    with house.ledger.begin() as tx:
        tx.save(out, replace(out, keadaan=TERBIT, terbit_pada=date(2026, 1, 5)))
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diterbitkan", house.clock.now(), one.id))
    edition(house, kata, "", INSTANSI, [dip_row(_now(gedung, one))], DIP, 1)
    with house.ledger.begin() as tx:
        tx.plan("terbitkan", INSTANSI)
        tx.note(Catatan(INSTANSI, MESIN, "edisi_diterbitkan", house.clock.now(), one.id))
    kode = spoken(one.kode)
    until(lambda: UMUM in gedung.publik().ask(f"/dip/{kode}"), SABAR, "the edition")
    hasil.publik += gedung.publik().ask("/dip") + gedung.publik().ask(f"/dip/{kode}")
    for link in re.findall(rf'href="(/[^"]*{kode}[^"]*)"', hasil.publik)[:8]:
        hasil.publik += gedung.publik().ask(link)
    hasil.publik += _stood(gedung, one).hasil


def _kept(gedung: Gedung, one: Informasi) -> None:
    with gedung.house.ledger.begin() as tx:
        tx.add(one)
        now = gedung.house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "informasi_diusulkan", now, one.id))


def _now(gedung: Gedung, one: Informasi) -> Informasi:
    with gedung.house.ledger.read() as look:
        return look.get(Informasi, one.id)


def _stood(gedung: Gedung, one: Informasi) -> FileKeluar:
    with gedung.house.ledger.read() as look:
        return look.get(FileKeluar, id_of(one.id))


def _read(gedung: Gedung, one: Informasi) -> bool:
    with gedung.house.ledger.read() as look:
        return bool(look.get(File, _now(gedung, one).pelengkap.file).mime)


def _at_rest(gedung: Gedung, one: Informasi) -> bool:
    return _stood(gedung, one).keadaan not in (MENUNGGU, MEMBUAT)
