"""A kiriman draws its nomor agenda at its first verdict, or is joined to whoever came before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from service.acts.kiriman.agenda import numbered, registered
from service.acts.kiriman.kembar import same_files
from service.domain.kembalian import KEMBALI_NASKAH
from service.domain.kiriman import BERKAS, DIDAFTAR, DITERIMA, KARANTINA, File, Kiriman
from service.domain.pindai_tinta import KEMBALI_TINTA
from service.domain.refusals import Overtaken
from service.domain.temuan import DENGAN_CATATAN
from service.domain.temuan import DITERIMA as AKHIR_DITERIMA
from service.ports import House, Packs, Tx


def given(house: House, tx: Tx, kiriman: Kiriman, files: Sequence[File], packs: Packs) -> Kiriman:
    """The kiriman as its verdict leaves it: with its number, or as the twin of an earlier one.

    Whatever belongs to an instansi is numbered once and for good, be it registered, given to a
    person, in karantina or held; save what came before, byte for byte, what was laid down for
    a matter, which joins it and no agenda, and our own papers back from who signs them, which are
    no letters. The caller asks for none for a stack, nor for what is held and may yet turn out to
    be one: its parts draw.
    """
    if not kiriman.instansi:
        return kiriman
    if kiriman.pintu == BERKAS or kiriman.kode in (KEMBALI_TINTA, KEMBALI_NASKAH):
        return replace(kiriman, kembar=same_files(tx, kiriman, files).pertama)
    give = registered if kiriman.keadaan == DIDAFTAR else numbered
    if kiriman.nomor_agenda:
        return give(house, tx, kiriman, packs)
    before = same_files(tx, kiriman, files)
    if before.bernomor:
        return _twin(kiriman, before.bernomor)
    after = give(house, tx, replace(kiriman, kembar=before.pertama), packs)
    # The draw waited for whoever drew before us; they may have brought the same files.
    if not tx.alone and same_files(tx, after, files) != before:
        raise Overtaken("kiriman", after.id)
    return after


def _twin(kiriman: Kiriman, first: Kiriman) -> Kiriman:
    """The same once more: written down, joined to the first, and given no second number.

    What is held or in karantina stays there: its file is still to be looked at, or to be told of.
    """
    if kiriman.keadaan in (DITERIMA, KARANTINA):
        return replace(kiriman, kembar=first.id)
    return replace(
        kiriman,
        keadaan=DIDAFTAR,
        akhir=DENGAN_CATATAN if kiriman.akhir == AKHIR_DITERIMA else kiriman.akhir,
        kode="kembar",
        alasan="",
        kembar=first.id,
        jenis=kiriman.jenis or first.jenis,
        berkas=kiriman.berkas or first.berkas,
    )
