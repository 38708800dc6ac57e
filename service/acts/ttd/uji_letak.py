"""Where a signature would be seen, tried on sample papers: nothing is signed, nothing is sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from service.acts.instansi.rupa import rupa_of
from service.acts.naskah.acuan import in_force
from service.acts.naskah.jenis import signed
from service.acts.simpan.gambar import LEBAR
from service.acts.ttd import letak as letak_ttd
from service.domain import paper
from service.domain.esign import uji_letak as u
from service.domain.esign.letak import Halaman, Letak, LetakDiLuarHalaman, from_pdf
from service.domain.esign.uji_letak import TempatUji
from service.domain.nama_tercetak import candidates
from service.domain.refusals import TidakAda
from service.domain.ruas import Pasangan
from service.domain.wewenang import Act, Hadir
from service.ports import House

CONTOH = "contoh.pdf"


@dataclass(frozen=True)
class UjiLetak:
    """One kind of paper with its sample: how many pages, and where each who signs is seen."""

    jenis: str
    nama: str
    halaman: int
    tempat: tuple[TempatUji, ...]

    @property
    def cacat(self) -> tuple[str, ...]:
        """All that is amiss."""
        return tuple(kata for one in self.tempat for kata in one.cacat)


def offered(house: House, oleh: Hadir, instansi: str) -> dict[str, str]:
    """The kinds that somebody of the agency signs, with their names."""
    oleh.reach(Act.INSTANSI, instansi)
    return {one.jenis: one.nama for one in signed(house, instansi)}


def lay(house: House, oleh: Hadir, instansi: str, jenis: str) -> str:
    """The sample of a kind, printed and laid on this person's bench; its id there."""
    if jenis not in offered(house, oleh, instansi):
        raise TidakAda("Jenis naskah itu")
    id_ = house.new_id()
    with house.room() as room:
        pdf, _ = sampled(house, instansi, jenis, room)
        told = {"instansi": instansi, "jenis": jenis}
        house.bench.lay(oleh.orang.id, id_, {CONTOH: pdf}, told)
    return id_


def read(house: House, oleh: Hadir, instansi: str, id_: str) -> UjiLetak:
    """What its page shows, by the settings as they are now."""
    kind = _kind(house, oleh, instansi, id_)
    with house.room() as room:
        pdf = house.bench.take(oleh.orang.id, id_, CONTOH, room / CONTOH)
        return tried(house, kind, pdf)


def page(house: House, oleh: Hadir, instansi: str, id_: str, halaman: int) -> bytes:
    """A page (from 1) as PNG."""
    _kind(house, oleh, instansi, id_)
    with house.room() as room:
        pdf = house.bench.take(oleh.orang.id, id_, CONTOH, room / CONTOH)
        return house.reader.picture(pdf, halaman, LEBAR)


def _kind(house: House, oleh: Hadir, instansi: str, id_: str) -> Pasangan:
    oleh.reach(Act.INSTANSI, instansi)
    told = house.bench.told(oleh.orang.id, id_)
    found = [one for one in signed(house, instansi) if one.jenis == told.get("jenis")]
    if told.get("instansi") != instansi or not found:
        raise TidakAda("Uji letak itu")
    return found[0]


def sampled(house: House, instansi: str, jenis: str, room: Path) -> tuple[Path, Pasangan]:
    """The kind printed with its own sample, as papers of this agency are printed now."""
    one = in_force(house.packs.still(), instansi, jenis, room / f"{jenis}.docx")
    rupa = rupa_of(house, instansi, room, ikut=one.rupa)
    filled = house.filler.fill(one.templat, paper.sample(one.pasangan), room / "isi.docx", rupa)
    return house.converter.pdf(filled, room / CONTOH), one.pasangan


def tried(house: House, kind: Pasangan, pdf: Path) -> UjiLetak:
    """Where each who signs this sample would be seen, and what is amiss."""
    sample = paper.sample(kind)
    asked = [candidates(kind, sample, peran, ()) for peran in kind.penandatangan]
    if house.esign.unseen:
        places = [TempatUji(peran, catatan=u.TAK_TAMPAK) for peran in kind.penandatangan]
    elif house.esign.mark:
        places = [_marked(house, peran, pdf) for peran in kind.penandatangan]
    else:
        found = letak_ttd.assigned(house, asked, pdf)
        places = [
            _boxed(house, peran, pdf, at, named=bool(names))
            for peran, names, at in zip(kind.penandatangan, asked, found, strict=True)
        ]
    pages = house.reader.look(pdf, CONTOH).halaman
    return UjiLetak(kind.jenis, kind.nama, pages, tuple(places))


def _boxed(
    house: House, peran: str, pdf: Path, at: letak_ttd.Tercetak | None, *, named: bool
) -> TempatUji:
    if at is None and not named:
        return TempatUji(peran, catatan=u.TANPA_NAMA)
    if at is None:
        return TempatUji(peran, cacat=(u.TANPA_RUANG,))
    page, box = at.di
    halaman = Halaman(*house.placer.size(pdf, page))
    mine = from_pdf(box, page + 1, halaman)
    try:
        seen = house.esign.drawn(mine, halaman)
    except LetakDiLuarHalaman:
        return TempatUji(peran, mine, halaman, cacat=(u.DI_LUAR,))
    over = u.covered(seen.letak, _written(house, pdf, page, halaman))
    wrong = (u.MENUTUPI,) if over else ()
    return TempatUji(peran, seen.letak, halaman, seen.dikirim, wrong)


def _marked(house: House, peran: str, pdf: Path) -> TempatUji:
    tanda = house.esign.mark
    found = house.placer.found(pdf, tanda)
    wrong = u.mark_faults(tanda, len(found))
    if not found:
        return TempatUji(peran, cacat=wrong)
    page, box = found[0]
    halaman = Halaman(*house.placer.size(pdf, page))
    at = from_pdf(box, page + 1, halaman)
    return TempatUji(peran, at, halaman, f"tag_koordinat {tanda}", wrong)


def _written(house: House, pdf: Path, page: int, halaman: Halaman) -> list[Letak]:
    return [from_pdf(box, page + 1, halaman) for box in house.placer.written(pdf, page)]
