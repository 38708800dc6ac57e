"""The signed decrees of a matter of tests, and what they found open."""

from __future__ import annotations

from collections.abc import Iterable

from service.acts.lihat.berkas import SAMPAI, UNIT, children
from service.acts.sop.versi import Jalan
from service.domain.ada import is_paper
from service.domain.berkas import Berkas
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import TERVERIFIKASI
from service.domain.informasi.pengujian import Pengujian
from service.domain.naskah import DIARSIPKAN, DITANDATANGANI, Naskah
from service.domain.sop.bahan import SK
from service.domain.uji import SEBAGIAN, TERBUKA
from service.ports import Reading

BERTANDA_TANGAN = (DITANDATANGANI, DIARSIPKAN)


def with_called(reading: Reading, berkas: Berkas) -> list[str]:
    """The matter and those that its rows called, as far as they came to their end."""
    called = (one for one in children(reading, berkas) if not one.untuk.startswith(UNIT))
    return [berkas.id, *(one.id for one in called if one.keadaan in SAMPAI)]


def signed(reading: Reading, jalan: Jalan, berkas_id: Iterable[str]) -> list[Naskah]:
    """The signed papers of these matters that decree what a test found."""
    things = [one for one in jalan.bahan.values() if one.bukti == SK]
    found = reading.find(Naskah, berkas=list(berkas_id), keadaan=list(BERTANDA_TANGAN))
    return [one for one in found if any(is_paper(thing, one) for thing in things)]


def changes(jalan: Jalan, paper: Naskah) -> bool:
    """Whether a paper is of the kind that changes such a decree later."""
    return any(one.bukti == SK and one.perubahan == paper.jenis for one in jalan.bahan.values())


def opened(reading: Reading, berkas: Berkas) -> list[Informasi]:
    """What the tests of a matter found open, as far as it is verified and in no list yet."""
    tests = reading.find(Pengujian, berkas=with_called(reading, berkas), hasil=[TERBUKA, SEBAGIAN])
    whole = [one.informasi for one in tests if one.hasil == TERBUKA]
    part = [one.informasi for one in tests if one.hasil == SEBAGIAN]
    known = {"instansi": berkas.instansi, "keadaan": TERVERIFIKASI}
    found = reading.find(Informasi, id=whole, **known) if whole else []
    found += reading.find(Informasi, salinan_dari=part, **known) if part else []
    return sorted(found, key=lambda one: one.kode)
