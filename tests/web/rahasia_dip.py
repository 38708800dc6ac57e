"""Pieces of every state and the editions that name them, with words only some may read."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from jobs.table import JOBS
from service.acts.dikecualikan.simpan import shut
from service.acts.edisi.susun import laid
from service.acts.orang.izin import written
from service.domain.catatan import MESIN, Catatan
from service.domain.edisi.edisi import DIK, DIP, DITETAPKAN, TERBIT, Edisi
from service.domain.informasi.baris import dik_row, dip_row
from service.domain.informasi.beda import Baris
from service.domain.informasi.dik import read_safe
from service.domain.informasi.informasi import Informasi
from service.domain.informasi.keadaan import DICABUT, DIKECUALIKAN, DIUJI, USULAN, USULAN_KECUALI
from service.domain.informasi.keadaan import TERBIT as TERBIT_BARIS
from service.domain.informasi.kode import from_bits, spoken
from service.domain.informasi.letak import Letak
from service.domain.informasi.pembukaan import Pembukaan
from service.domain.informasi.riwayat import Riwayat
from service.domain.informasi.unsur import Pelengkap, Sk
from service.house import RealHouse
from service.ports import Tx
from tests.domain.informasi.contoh import BARIS, UTUH, excluded
from tests.office import INSTANSI, UNIT
from tests.web.rahasia import (
    BELUM,
    INSTANSI_LAIN,
    LAIN,
    TERTUTUP,
    UMUM,
    UNIT_LAIN,
    Kenari,
)

HARI = date(2026, 1, 5)
SK = Sk("naskah-contoh", "12 TAHUN 2026", date(2026, 1, 2), ditandatangani=True)


def listed(house: RealHouse, kenari: Kenari) -> None:
    """Lines that are withheld, tested, verified and public; an edition that is out, one not yet."""
    where = (INSTANSI, UNIT)
    for keadaan in (DIKECUALIKAN, DIUJI, USULAN_KECUALI):
        withheld(house, kenari, keadaan)
    _kept(house, kenari, UNIT_LAIN, _open(house, kenari, UNIT_LAIN, where, USULAN))
    _kept(house, kenari, INSTANSI_LAIN, _open(house, kenari, INSTANSI_LAIN, (LAIN, ""), USULAN))
    out = _open(house, kenari, UMUM, where, TERBIT_BARIS)
    gone = _open(house, kenari, UMUM, where, DICABUT)
    for one in (out, gone):
        _kept(house, kenari, UMUM, one)
    soon = replace(_open(house, kenari, BELUM, where, TERBIT_BARIS), terbit_pada=None)
    _kept(house, kenari, BELUM, soon)
    closed, words = _was_open(house, kenari)
    rows = [_row(one) for one in (out, gone, closed)]
    edition(house, kenari, UMUM, INSTANSI, rows, DIP, 1)
    edition(house, kenari, BELUM, INSTANSI, [rows[0], _row(soon)], DIP, 2)
    edition(house, kenari, UMUM, INSTANSI, _dik(house, kenari), DIK, 1)
    there = _open(house, kenari, INSTANSI_LAIN, (LAIN, ""), TERBIT_BARIS)
    edition(house, kenari, INSTANSI_LAIN, LAIN, [_row(there)], DIP, 2)
    kenari.kode.update(terbit=spoken(out.kode), dicabut=spoken(gone.kode), belum=spoken(soon.kode))
    kenari.kode.update(tertutup=spoken(closed.kode))
    assert words in str(rows)
    for kode in (INSTANSI, LAIN):
        JOBS["terbitkan"](house, kode)


def withheld(house: RealHouse, kenari: Kenari, keadaan: str) -> Informasi:
    """A piece with a closed file, a history and an opening that waits, each with its reason."""
    whole, new = excluded(), lambda: kenari.new(TERTUTUP)
    house.settings.home.mkdir(parents=True, exist_ok=True)
    path = house.settings.home / f"contoh-{secrets.token_hex(8)}.pdf"
    path.write_bytes(f"%PDF contoh {new()}".encode())
    with house.ledger.begin():
        sidik = house.store.put(path)
    path.unlink()
    one = replace(
        whole,
        id=house.new_id(),
        keadaan=keadaan,
        instansi=INSTANSI,
        unit=UNIT,
        kode=from_bits(secrets.token_bytes(16)),
        unsur=replace(whole.unsur, ringkasan=new(), tempat=new()),
        pelengkap=Pelengkap(alamat=f"https://{new()}.contoh.id"),
        letak=Letak(new(), sidik, new(), ((3, 5),)),
        dik=replace(whole.dik, ringkasan=new(), dibuka=new(), ditutup=new()),
    )
    with house.ledger.begin() as tx:
        tx.add(one)
        shut(house, tx, one)
        why = _history(house, tx, one, new())
        asked = Pembukaan(
            house.new_id(), one.id, INSTANSI, UNIT, "b" * 26, MESIN, house.clock.now(), why, one.sk
        )
        tx.add(asked)
        told = {"alasan": why}
        now = house.clock.now()
        tx.note(Catatan(INSTANSI, MESIN, "informasi_pembukaan_diminta", now, one.id, told))
    kenari.at(TERTUTUP, "informasi_id", one.id)
    kenari.at(TERTUTUP, "asked", asked.id)
    kenari.kode.setdefault(keadaan, spoken(one.kode))
    return one


def _open(
    house: RealHouse, kenari: Kenari, kelas: str, where: tuple[str, str], keadaan: str
) -> Informasi:
    """A line of the DIP with a word of its class in what it says."""
    said = replace(UTUH.unsur, ringkasan=f"Laporan {kenari.new(kelas)} contoh")
    seen = HARI if keadaan in (TERBIT_BARIS, DICABUT) else None
    return replace(
        UTUH,
        id=house.new_id(),
        instansi=where[0],
        unit=where[1],
        kode=from_bits(secrets.token_bytes(16)),
        keadaan=keadaan,
        unsur=replace(said, penanggung_jawab=kenari.new(kelas)),
        pelengkap=Pelengkap(),
        terbit_pada=seen,
    )


def _kept(house: RealHouse, kenari: Kenari, kelas: str, one: Informasi) -> None:
    with house.ledger.begin() as tx:
        tx.add(one)
        _history(house, tx, one, kenari.new(kelas))
        now = house.clock.now()
        tx.note(Catatan(one.instansi, MESIN, "informasi_diusulkan", now, one.id))
    kenari.at(kelas, "informasi_id", one.id)


def _history(house: RealHouse, tx: Tx, one: Informasi, kata: str) -> str:
    """The line that brought it where it stands, with its reason in a row of its own."""
    why = written(house, tx, one.instansi, one.id, f"Alasan contoh {kata}")
    now = house.clock.now()
    tx.add(Riwayat(house.new_id(), one.id, 1, USULAN, one.keadaan, MESIN, now, why))
    return why


def _was_open(house: RealHouse, kenari: Kenari) -> tuple[Informasi, str]:
    """A line that an edition froze while it was open, and that is to be withheld since."""
    whole = _open(house, kenari, TERTUTUP, (INSTANSI, UNIT), TERBIT_BARIS)
    one = replace(whole, keadaan=USULAN_KECUALI)
    _kept(house, kenari, TERTUTUP, one)
    return whole, kenari.kata[TERTUTUP][-2]


def _dik(house: RealHouse, kenari: Kenari) -> list[Baris]:
    """A line whose words are safe, and one whose words are not any more."""
    rows = []
    for kelas, keadaan in ((UMUM, DIKECUALIKAN), (TERTUTUP, USULAN_KECUALI)):
        said = read_safe(replace(BARIS, ringkasan=f"Keterangan {kenari.new(kelas)} contoh"), MESIN)
        hidden = replace(excluded().unsur, ringkasan=kenari.new(TERTUTUP))
        one = replace(
            excluded(),
            id=house.new_id(),
            instansi=INSTANSI,
            unit=UNIT,
            kode=from_bits(secrets.token_bytes(16)),
            unsur=hidden,
            letak=Letak(kenari.new(TERTUTUP)),
            dik=said,
            sk=SK,
        )
        rows.append(dik_row(one))
        _kept(house, kenari, TERTUTUP, replace(one, keadaan=keadaan))
        kenari.kode[f"dik_{kelas}"] = spoken(one.kode)
    return rows


def _row(one: Informasi) -> Baris:
    return dip_row(replace(one, keadaan=TERBIT_BARIS))


def edition(
    house: RealHouse,
    kenari: Kenari,
    kelas: str,
    where: str,
    rows: Sequence[Baris],
    daftar: str,
    urut: int,
) -> None:
    """An edition on its signed decree: the first of its year is out, the others not yet."""
    now = house.clock.now()
    out = urut == 1
    kept = laid(house, rows)
    one = Edisi(
        house.new_id(),
        where,
        daftar,
        keadaan=TERBIT if out else DITETAPKAN,
        tahun=2026,
        urut=urut,
        sk=Sk("naskah-contoh", f"{urut} TAHUN 2026", date(2026, 1, urut), ditandatangani=True),
        isi=kept.sha256,
        banyak=len(rows),
        beku=now,
        terbit=now if out else None,
    )
    with house.ledger.begin() as tx:
        tx.add(one)
        tx.note(Catatan(where, MESIN, "edisi_ditetapkan", now, one.id))
    kenari.at(kelas, "edisi_id", one.id)
