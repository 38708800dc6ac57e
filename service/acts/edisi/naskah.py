"""What becomes of an edition as the paper of its decree goes its way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.acts.edisi.susun import composed, laid
from service.acts.simpan.keep import Kept, hold
from service.domain import ruas as r
from service.domain.catatan import Catatan
from service.domain.edisi import isi, jalan
from service.domain.edisi.edisi import PENETAPAN, RANCANGAN, Edisi
from service.domain.edisi.susun import appendix
from service.domain.naskah import Naskah
from service.domain.refusals import Refusal
from service.ports import House, Reading, Tx


class DaftarBerubah(Refusal):
    """The paper prints other lines than would be decreed."""

    status = 409

    def __init__(self) -> None:
        super().__init__(
            "Daftar pada naskah ini tidak sama dengan baris edisinya sekarang. Perbarui daftarnya "
            "dari halaman edisi, periksa pratinjaunya, lalu ajukan lagi. Tidak ada yang diubah."
        )


@dataclass(frozen=True)
class Siap:
    """The lines of an edition, in the store already."""

    edisi: str
    lampiran: list[dict[str, Any]]
    kept: Kept
    banyak: int


def lines_of(house: House, reading: Reading, berkas: str, kind: r.Pasangan) -> dict[str, Any]:
    """The list that papers of a matter print: that of the draft drawn up in it, if there is one."""
    asked = [one.nama for one in kind.ruas if one.jenis == r.DAFTAR_DIP]
    drafts = _drafts(reading, berkas=berkas) if asked else []
    if not drafts:
        return {}
    rows = appendix(composed(house, reading, drafts[0].instansi).baris)
    return dict.fromkeys(asked, rows)


def linked(tx: Tx, naskah: Naskah, kind: r.Pasangan, siapa: str) -> None:
    """A decree that was begun in the matter of a draft is the paper of that edition."""
    if kind.bentuk != r.KEPUTUSAN or all(one.jenis != r.DAFTAR_DIP for one in kind.ruas):
        return
    for one in _drafts(tx, berkas=naskah.berkas):
        if not one.naskah:
            tx.save(one, jalan.put_together(one, siapa, naskah.id))


def written_by(tx: Tx, naskah: Naskah, siapa: str) -> None:
    """Whoever wrote the paper drew the edition up as well."""
    for one in _drafts(tx, naskah=naskah.id):
        after = jalan.put_together(one, siapa)
        if after != one:
            tx.save(one, after)


def prepared(house: House, naskah_id: str) -> Siap | None:
    """The lines of the edition that this paper decrees, laid into the store before it counts."""
    with house.ledger.read() as reading:
        drafts = _drafts(reading, naskah=naskah_id)
        rows = composed(house, reading, drafts[0].instansi).baris if drafts else ()
    if not drafts:
        return None
    return Siap(drafts[0].id, appendix(rows), laid(house, rows), len(rows))


def freeze(house: House, tx: Tx, naskah: Naskah, siapa: str, ready: Siap | None) -> None:
    """The paper is put forward: from now on the edition is exactly the lines that it prints."""
    drafts = _drafts(tx, naskah=naskah.id)
    if not drafts:
        return
    one = drafts[0]
    if ready is None or ready.edisi != one.id or not _prints(naskah, ready):
        raise DaftarBerubah
    tx.hold_editions(one.instansi)  # so that no listed line is moved at this moment
    if isi.mark(isi.frozen(composed(house, tx, one.instansi).baris)) != ready.kept.sha256:
        raise DaftarBerubah
    now = house.clock.now()
    tx.save(one, jalan.frozen_with(one, ready.kept.sha256, ready.banyak, now))
    hold(tx, ready.kept)
    told = {"isi": ready.kept.sha256, "banyak": str(ready.banyak), "naskah": naskah.id}
    tx.note(Catatan(one.instansi, siapa, "edisi_dibekukan", now, one.id, told))


def thaw(tx: Tx, naskah: Naskah) -> None:
    """The paper was sent back: the lines may be written again."""
    for one in tx.find(Edisi, naskah=naskah.id, keadaan=RANCANGAN, jenis=PENETAPAN):
        tx.save(one, jalan.thawed_again(one))


def lost(tx: Tx, naskah: Naskah) -> None:
    """The paper was given up: the edition is a draft once more."""
    for one in tx.find(Edisi, naskah=naskah.id, keadaan=RANCANGAN, jenis=PENETAPAN):
        tx.save(one, jalan.without_paper(one))


def signed(tx: Tx, naskah: Naskah) -> None:
    """The paper is signed: the edition that it decrees is to be established."""
    for one in tx.find(Edisi, naskah=naskah.id, keadaan=RANCANGAN):
        tx.plan("tetapkan", one.id)


def _prints(naskah: Naskah, ready: Siap) -> bool:
    """Whether the lines of the paper are those, in that order, and no others."""
    return any(held == ready.lampiran for held in naskah.isian.values())


def _drafts(reading: Reading, **equal: object) -> list[Edisi]:
    found = reading.find(Edisi, keadaan=RANCANGAN, jenis=PENETAPAN, **equal)
    return [one for one in found if one.beku is None]
