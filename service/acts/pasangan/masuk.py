"""A changed template, or what it asks for, comes in: examined first, then kept as a draft."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from service.acts.pasangan import klinik
from service.acts.pasangan.cetak import PROOF
from service.acts.pasangan.klinik_buku import book_faults
from service.acts.pasangan.konsep import draft_of, seen_as
from service.acts.pasangan.riwayat import Versi, now_at, takes_looks, template_of, versions
from service.acts.simpan.keep import JustHeld, Kept, hold, keep
from service.acts.simpan.looked import scanned
from service.acts.simpan.receive import TRIES
from service.domain import paper
from service.domain.catatan import Catatan
from service.domain.kiriman import shown
from service.domain.klinik.laporan import Laporan
from service.domain.pasangan_tulis import says_rupa, text_of, with_rupa
from service.domain.pasangan_versi import (
    KONSEP,
    PasanganKonsep,
    is_jenis,
    rewritten,
)
from service.domain.refusals import Overtaken, Refusal, TidakAda
from service.domain.ruas import RUPA, RUPA_INSTANSI, RUPA_SENDIRI
from service.domain.setelan import Setelan
from service.domain.wewenang import Act, Hadir
from service.ports import House, Tx

TERBESAR = 20_000_000  # bytes of a template


class TemplatTerlaluBesar(Refusal):
    """No template is so large."""

    status = 413

    def __init__(self) -> None:
        super().__init__(
            f"File ini lebih besar dari {TERBESAR // 1_000_000} MB, terlalu besar untuk sebuah "
            "templat. Tidak ada yang disimpan. Perkecil gambarnya di Word, simpan, lalu unggah "
            "lagi."
        )


class TemplatBervirus(Refusal):
    """The scanner knows this file as harmful, or looks at nothing so large."""

    def __init__(self) -> None:
        super().__init__(
            "Pemindai virus tidak meloloskan file ini, jadi file ini tidak dibuka. Tidak ada yang "
            "disimpan. Beri tahu bagian TI, lalu unggah file yang bersih."
        )


class TemplatBelumBenar(Refusal):
    """A pair with faults is not taken in; all of them, to be mended."""

    def __init__(self, laporan: Laporan) -> None:
        faults = tuple(str(one) for one in laporan.salah)
        super().__init__(
            f"Templat ini belum dapat diterima karena masih ada {len(faults)} kesalahan. Tidak ada "
            "yang disimpan dan templat yang berlaku tidak berubah."
        )
        self.faults, self.laporan = (str(self), *faults), laporan


class TanpaFileTemplat(Refusal):
    """Nothing was chosen, or a new kind came without one of its two files."""

    def __init__(self, *, baru: bool) -> None:
        super().__init__(
            "Jenis naskah baru memerlukan kedua filenya: templat Word (.docx) dan daftar ruasnya "
            "(.toml). Tidak ada yang disimpan."
            if baru
            else "Pilih file templat Word (.docx), daftar ruas (.toml), atau keduanya. Tidak ada "
            "yang disimpan."
        )


class JenisTidakSah(Refusal):
    """What a new kind is called cannot name its files."""

    def __init__(self) -> None:
        super().__init__(
            "Nama jenis hanya boleh huruf kecil, angka, dan garis bawah, diawali huruf, paling "
            "banyak 60 huruf; misalnya surat_keterangan. Tidak ada yang disimpan."
        )


class SamaDenganBerlaku(Refusal):
    """The very files that are in force."""

    def __init__(self, kata: str) -> None:
        super().__init__(
            f"File ini sama dengan {kata} yang sekarang berlaku, jadi tidak ada konsep yang "
            "dibuat. Tidak ada yang berubah."
        )


@dataclass(frozen=True)
class Unggah:
    """Files of a pair as they were sent; its id makes a second try the same draft."""

    id: str
    instansi: str
    jenis: str
    versi: int  # of the draft that was seen; 0 where there was none
    docx: Path | None = None
    nama: str = ""
    toml: Path | None = None
    rupa: str = ""  # whose page, letters and logo; '': as the file or the version before says


@dataclass(frozen=True)
class _Isi:
    """What a draft would be made of."""

    teks: str
    docx: Path
    nama: str


def take_in(house: House, oleh: Hadir, asked: Unggah) -> PasanganKonsep:
    """The draft of a pair with these files; refused whole, nothing kept, where they are bad."""
    oleh.reach(Act.PASANGAN, asked.instansi)
    if not is_jenis(asked.jenis):
        raise JenisTidakSah
    with house.ledger.read() as reading:
        reading.get(Setelan, asked.instansi)
        if made := reading.find(PasanganKonsep, id=asked.id):
            return _mine(oleh, made[0], asked)
        draft = draft_of(reading, asked.instansi, asked.jenis)
        every = versions(house.packs.still(), reading, asked.instansi, asked.jenis)
    last = every[-1] if every and every[-1].berlaku else None
    with house.room() as room, _made_of(house, room, asked, draft, last) as isi:
        checked(house, asked.instansi, asked.jenis, isi.docx, isi.teks)
        for _ in range(TRIES):
            try:
                return _kept(house, oleh, asked, isi, every)
            except JustHeld:
                continue
            except Overtaken:
                if twin := _sent_twice(house, asked):
                    return _mine(oleh, twin, asked)
                raise
    raise JustHeld


def _sent_twice(house: House, asked: Unggah) -> PasanganKonsep | None:
    with house.ledger.read() as reading:
        return next(iter(reading.find(PasanganKonsep, id=asked.id)), None)


def checked(house: House, instansi: str, jenis: str, docx: Path, teks: str) -> Laporan:
    """What the clinic has to say of files that may be taken in; a Refusal where they may not."""
    if docx.stat().st_size > TERBESAR:
        raise TemplatTerlaluBesar
    if scanned(house, docx):
        raise TemplatBervirus
    buku = book_faults(house.packs.still(), instansi, jenis, teks)
    found = klinik.examine(house, docx, teks, jenis, instansi, buku)
    if not found.sehat:
        raise TemplatBelumBenar(found)
    return found


def _mine(oleh: Hadir, konsep: PasanganKonsep, asked: Unggah) -> PasanganKonsep:
    same = konsep.oleh == oleh.orang.id and konsep.instansi == asked.instansi
    if not same or konsep.jenis != asked.jenis:
        raise TidakAda("Konsep templat itu")
    return konsep


@contextmanager
def _made_of(
    house: House, room: Path, asked: Unggah, draft: PasanganKonsep | None, last: Versi | None
) -> Iterator[_Isi]:
    """What was sent, with what the draft or the version in force has for the rest."""
    _need_files(asked, baru=draft is None and last is None)
    teks = _text(asked, draft, last)
    out = room / f"{asked.jenis}.docx"
    if asked.docx:
        shutil.copyfile(asked.docx, out)
        yield _Isi(teks, out, shown(asked.nama)[:200])
    elif draft:
        house.store.fetch(draft.docx, out)
        yield _Isi(teks, out, draft.nama_file)
    elif last:
        with template_of(house, last) as path:
            yield _Isi(teks, path, f"{asked.jenis}.docx")


def _need_files(asked: Unggah, *, baru: bool) -> None:
    came = (asked.docx is not None, asked.toml is not None)
    enough = all(came) if baru else any(came) or asked.rupa in RUPA
    if not enough:
        raise TanpaFileTemplat(baru=baru)


def _text(asked: Unggah, draft: PasanganKonsep | None, last: Versi | None) -> str:
    if asked.toml:
        with asked.toml.open("rb") as sent:
            teks = text_of(sent.read(1_000_000))
    else:
        teks = draft.teks if draft else last.teks if last else ""
    if asked.rupa in RUPA:
        return with_rupa(teks, asked.rupa)
    if says_rupa(teks):
        return teks
    return with_rupa(teks, _usual(draft, last))


def _usual(draft: PasanganKonsep | None, last: Versi | None) -> str:
    """Whose looks the papers of this kind had so far; the agency's where it is a new kind."""
    if draft:
        kind, _ = paper.read(draft.jenis, draft.teks, "")
        return (kind.rupa if kind else "") or RUPA_INSTANSI
    if last:
        kind, _ = paper.read(last.jenis, last.teks, "")
        return RUPA_INSTANSI if kind is None or takes_looks(kind, last) else RUPA_SENDIRI
    return RUPA_INSTANSI


def _kept(
    house: House, oleh: Hadir, asked: Unggah, isi: _Isi, every: list[Versi]
) -> PasanganKonsep:
    held = keep(house, isi.docx)
    toml, _ = paper.names(asked.jenis)
    nama = paper.checked(asked.jenis, isi.teks, f"{asked.instansi}/{toml}").nama
    with house.ledger.begin() as tx:
        tx.hold_pairs(asked.instansi)
        if made := tx.find(PasanganKonsep, id=asked.id):
            return _mine(oleh, made[0], asked)
        before = draft_of(tx, asked.instansi, asked.jenis)
        if before and (before.docx, before.teks) == (held.sha256, isi.teks):
            return _again(house, tx, oleh, before)
        if before:
            seen_as(house, before, asked.versi)
        if before is None:
            _other_than(every, held, isi)
            after = _fresh(house, oleh, asked, isi, held, nama, now_at(every))
            tx.add(after)
            _note(house, tx, oleh, after, "pasangan_konsep_dibuat")
        else:
            after = _written(house, oleh, rewritten(before, nama, isi.teks, held.sha256, isi.nama))
            tx.save(before, after)
            _note(house, tx, oleh, after, "pasangan_konsep_diubah")
            after = replace(after, versi=before.versi + 1)
        hold(tx, held)
        tx.plan(PROOF, after.id)
    return after


def _again(house: House, tx: Tx, oleh: Hadir, before: PasanganKonsep) -> PasanganKonsep:
    """The same files once more: the same draft, its proof owed anew where there is none."""
    if before.tercetak:
        return before
    tx.plan(PROOF, before.id)
    if not before.galat:
        return before
    tx.save(before, replace(before, galat=""))
    _note(house, tx, oleh, before, "pasangan_konsep_diubah")
    return replace(before, galat="", versi=before.versi + 1)


def _other_than(every: list[Versi], held: Kept, isi: _Isi) -> None:
    if not every or not (last := every[-1].terbit):
        return
    if last.teks == isi.teks and held.sha256 in (last.docx, last.asli):
        raise SamaDenganBerlaku(f"versi {last.urut}")


def _fresh(
    house: House, oleh: Hadir, asked: Unggah, isi: _Isi, held: Kept, nama: str, dasar: int
) -> PasanganKonsep:
    now, siapa = house.clock.now(), oleh.orang.id
    return PasanganKonsep(
        id=asked.id,
        instansi=asked.instansi,
        jenis=asked.jenis,
        nama=nama,
        keadaan=KONSEP,
        dibuat=now,
        oleh=siapa,
        dasar=dasar,
        teks=isi.teks,
        docx=held.sha256,
        nama_file=isi.nama,
        penyiap=(siapa,),
        diubah=now,
        diubah_oleh=siapa,
    )


def _written(house: House, oleh: Hadir, konsep: PasanganKonsep) -> PasanganKonsep:
    siapa = oleh.orang.id
    penyiap = tuple(dict.fromkeys((*konsep.penyiap, siapa)))
    return replace(konsep, penyiap=penyiap, diubah=house.clock.now(), diubah_oleh=siapa)


def _note(house: House, tx: Tx, oleh: Hadir, konsep: PasanganKonsep, perbuatan: str) -> None:
    told = {"jenis": konsep.jenis, "docx": konsep.docx}
    now = house.clock.now()
    tx.note(Catatan(konsep.instansi, oleh.orang.id, perbuatan, now, konsep.id, told))
