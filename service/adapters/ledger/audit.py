"""What the ledger can say of its own promises."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import MISSING, Field, fields
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, tuple_

from service.adapters.ledger import tables
from service.adapters.ledger.audit_numbers import numbers
from service.adapters.ledger.engine import said_plainly
from service.adapters.ledger.journal import Journal
from service.adapters.ledger.ledger import SqlLedger
from service.adapters.ledger.rows import content, from_row, hash_row
from service.adapters.ledger.tables import TABLES, UNJOURNALED
from service.adapters.ledger.ujung import chain_at, ends
from service.domain.catatan import AWAL, Kepala, Ubahan, hash_of, is_whole
from service.domain.janji import Hitung, Temuan
from service.domain.simpanan import HILANG, MUSNAH

LATE = timedelta(minutes=5)
MANY = 500


# Every column in which a row names a file.
NAMING = (
    (tables.file, ("sha256",)),
    (tables.naskah, ("docx", "pdf", "bertanda_tangan")),
    (tables.tempat_ttd, ("sebelum", "sesudah")),
    (tables.kunci_ttd, ("file",)),
    (tables.kembalian, ("file",)),
    (tables.file_sesat, ("file",)),
    (tables.berkas, ("dossier",)),
    (tables.kumpulan, ("file", "isi")),
    (tables.daftar_masuk, ("file", "hasil", "kembali")),
    (tables.gabungan, ("file",)),
    (tables.edisi, ("isi",)),
    (tables.sop_konsep, ("file",)),
    (tables.pasangan_konsep, ("docx", "ringan", "contoh", "contoh_dasar")),
    (tables.pasangan_terbit, ("docx", "asli", "contoh", "contoh_dasar")),
    (tables.pasangan_versi, ("docx",)),
    (tables.file_keluar, ("asal", "hasil")),
    (tables.ekspor_monev, ("hasil",)),
    (tables.salinan_baca, ("salinan",)),
    (tables.tas_berkas, ("terbuka", "tertutup")),
    (tables.jilidan, ("file",)),
)


class SqlAudit:
    """The port Audit."""

    def __init__(self, ledger: SqlLedger) -> None:
        self.ledger = ledger

    def findings(self, recorded: Iterable[Kepala]) -> list[Temuan]:
        with said_plainly(), self.ledger.reader.begin() as look:
            return [
                numbers(look),
                self._owed(look),
                _chains(look, recorded),
                _versions(look),
                _rows(look),
                _withheld(look),
            ]

    def ends(self, recorded: Iterable[Kepala]) -> Temuan:
        with said_plainly(), self.ledger.reader.begin() as look:
            return ends(look, recorded)

    def holds(self, kepala: Kepala) -> bool:
        with said_plainly(), self.ledger.reader.begin() as look:
            return bool(kepala.rantai) and chain_at(look, kepala).startswith(kepala.rantai)

    def held(self) -> dict[str, int]:
        """Every file that a row of the office holds, with its size."""
        table = tables.simpanan
        with said_plainly(), self.ledger.reader.begin() as look:
            asked = select(table).where(table.c.keadaan.not_in(sorted(HILANG)))
            return {str(row.id): row.ukuran for row in look.execute(asked)}

    def destroyed(self) -> dict[str, bool]:
        """Every file that was destroyed with its archive, and whether its bytes are gone."""
        table = tables.simpanan
        asked = select(table.c.id, table.c.keadaan).where(table.c.keadaan.in_(sorted(HILANG)))
        with said_plainly(), self.ledger.reader.begin() as look:
            return {str(id_): keadaan == MUSNAH for id_, keadaan in look.execute(asked)}

    def named(self) -> dict[str, str]:
        """Every sha256 that a row names and that was not destroyed, and which row does."""
        gone = self.destroyed()
        with said_plainly(), self.ledger.reader.begin() as look:
            found = of_pieces(look) | {
                str(sha): f"{table.name} {id_}"
                for table, columns in NAMING
                for name in columns
                for id_, sha in look.execute(select(table.c.id, table.c[name]))
                if sha
            }
        return {sha: who for sha, who in found.items() if sha not in gone}

    def _owed(self, look: Connection) -> Temuan:
        count = Hitung(
            "I5",
            "Tidak ada pekerjaan yang jatuh tempo lebih dari lima menit tanpa "
            "pekerja dan tanpa orang yang diberi tahu.",
        )
        owed, limit = tables.pekerjaan, self.ledger.clock.now() - LATE
        late = and_(
            owed.c.macet.is_(None),
            or_(
                and_(
                    owed.c.sewa.is_(None), func.coalesce(owed.c.tunda_sampai, owed.c.dibuat) < limit
                ),
                owed.c.sewa < limit,
            ),
        )
        for row in look.execute(select(owed.c.job, owed.c.untuk, late.label("late"))):
            count.look(f"{row.job} untuk {row.untuk}" if row.late else "")
        return count.temuan()


def of_pieces(look: Connection) -> dict[str, str]:
    """The files that pieces of information give out."""
    one = tables.informasi.c
    return {
        str(told["sidik"]): f"informasi {id_}"
        for id_, told in look.execute(select(one.id, one.pelengkap))
        if told.get("file") and told.get("sidik")
    }


def _chains(look: Connection, recorded: Iterable[Kepala]) -> Temuan:
    count = Hitung("I8", "Rantai jurnal utuh dari catatan pertama sampai kepala.")
    journal, heads = Journal(look), {}
    known = {(one.instansi, one.urut): one for one in recorded}
    for head in journal.all_kepala():
        at = Kepala(head.instansi, 0, AWAL)
        for line in journal.read(head.instansi):
            count.look("" if is_whole(line, at) else f"catatan {line.urut} {line.instansi} berubah")
            at = Kepala(line.instansi, line.urut, line.rantai)
            told = known.pop((at.instansi, at.urut), at)
            if told != at:
                count.wrong(f"catatan {at.urut} {at.instansi} bukan yang dulu tercatat di kepala")
        if at != head:
            count.wrong(f"jurnal {head.instansi} terpotong: kepala {head.urut}, terakhir {at.urut}")
        heads[head.instansi] = at
    for one in known.values():
        count.wrong(f"jurnal {one.instansi} terpotong: kepala {one} pernah tercatat, kini hilang")
    return count.temuan()


def _versions(look: Connection) -> Temuan:
    """Every change that the chain tells of has its version, unaltered."""
    count = Hitung(
        "I8b", "Setiap perubahan di jurnal punya isi barisnya, dan isi itu tidak berubah."
    )
    waiting: list[Ubahan] = []
    for head in Journal(look).all_kepala():
        for line in Journal(look).read(head.instansi):
            waiting += line.ubahan
            if len(waiting) >= MANY:
                _compare(look, waiting, count)
                waiting = []
    _compare(look, waiting, count)
    return count.temuan()


def _compare(look: Connection, changes: Sequence[Ubahan], count: Hitung) -> None:
    kept = tables.riwayat
    key = tuple_(kept.c.jenis, kept.c.id, kept.c.versi)
    names = [(one.jenis, one.id, one.versi) for one in changes]
    found = {
        (row.jenis, row.id, row.versi): row
        for row in look.execute(select(kept).where(key.in_(names)))
    }
    for one in changes:
        row = found.get((one.jenis, one.id, one.versi))
        name = f"{one.jenis} {one.id} versi {one.versi}"
        if row is None:
            count.look(f"{name} hilang dari riwayat")
        elif row.hash != one.sesudah or (row.hash and hash_of(row.isi) != row.hash):
            count.look(f"{name} berubah di riwayat")
        else:
            count.look()


def _grown(look: Connection, jenis: str, thing: Any) -> bool:
    """Whether a row is what an earlier Berkas kept of it, and all that came since is empty."""
    kept = tables.riwayat
    named = and_(kept.c.jenis == jenis, kept.c.id == thing.id, kept.c.versi == thing.versi)
    told = look.execute(select(kept.c.isi).where(named)).scalar()
    if not told:
        return False
    # Through JSON, as the version went: a tuple comes back as a list.
    now: dict[str, Any] = json.loads(json.dumps(content(thing)))
    empty = {one.name: one for one in fields(thing)}
    since = now.keys() - told.keys()
    return told.items() <= now.items() and all(
        getattr(thing, name) == _default(empty[name])
        # A migration withholds a matter with its letter.
        or ((jenis, name) == ("berkas", "rahasia") and _letter_withheld(look, thing.kiriman))
        for name in since
    )


def _letter_withheld(look: Connection, kiriman: str) -> bool:
    came = tables.kiriman.c
    return bool(look.execute(select(came.rahasia).where(came.id == kiriman)).scalar())


def _default(field: Field[Any]) -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _rows(look: Connection) -> Temuan:
    """Every row is what its last version says."""
    count = Hitung("I8c", "Setiap baris sama dengan versi terakhirnya di riwayat.")
    kept = tables.riwayat
    for kind, table in TABLES.items():
        if kind in UNJOURNALED:
            continue
        last = (
            select(kept.c.id, func.max(kept.c.versi).label("versi"))
            .where(kept.c.jenis == table.name)
            .group_by(kept.c.id)
            .subquery()
        )
        hashes = {
            row.id: row.hash
            for row in look.execute(
                select(kept.c.id, kept.c.hash)
                .join(last, and_(last.c.id == kept.c.id, last.c.versi == kept.c.versi))
                .where(kept.c.jenis == table.name)
            )
        }
        for row in look.execute(select(table)).mappings():
            hash_ = hashes.pop(row["id"], None)
            thing: Any = from_row(kind, row)
            if hash_ is None and table is tables.nomor and row["versi"] == 0:
                count.look()  # from before numbers were journaled
                continue
            same = hash_ is not None and (
                hash_row(thing) == hash_ or _grown(look, str(table.name), thing)
            )
            count.look("" if same else f"{table.name} {row['id']} diubah di luar Berkas")
        for id_, hash_ in hashes.items():
            if hash_:
                count.look(f"{table.name} {id_} dihapus di luar Berkas")
    return count.temuan()


def _withheld(look: Connection) -> Temuan:
    """No matter tells the name of a letter that is withheld."""
    count = Hitung("I13", "Berkas dari kiriman rahasia ikut rahasia.")
    one, came = tables.berkas.c, tables.kiriman.c
    asked = select(one.id, one.rahasia).join(tables.kiriman, came.id == one.kiriman)
    for row in look.execute(asked.where(came.rahasia)):
        count.look("" if row.rahasia else f"berkas {row.id} terbuka, kirimannya rahasia")
    return count.temuan()
