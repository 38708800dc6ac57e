"""The mail door: each letter is kept as it came, and marked only when that is committed."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from pathlib import Path

from service.acts.simpan.receive import Bawaan, Slip, TerlaluBesar, accept
from service.acts.simpan.room import free_enough
from service.domain.kiriman import SUREL, Kiriman
from service.domain.refusals import Refusal, Unavailable
from service.domain.surel import KEPALA, KotakSurat, SuratMasuk, head, kiriman_of, named
from service.ports import House
from service.ports.mail import Mailbox

EVERY = 30.0  # seconds between two visits
AFTER_REFUSAL = 300.0  # a wrong password is not tried until the account is locked
SEKALI = 200  # letters of one mailbox before the others have their turn
NAMA = "surat.eml"


@dataclass
class Tukang:
    """Goes to every mailbox in turn."""

    house: House
    wrong: dict[KotakSurat, str] = field(default_factory=dict)  # by mailbox, what it says now
    too_large: dict[KotakSurat, int] = field(default_factory=dict)
    later: dict[KotakSurat, float] = field(default_factory=dict)

    def visit(self) -> None:
        """Everywhere, until no letter waits; one that is away does not keep us from the others."""
        boxes = list(self.house.mailboxes)
        while boxes:
            boxes = [box for box in boxes if self._visited(box)]

    def _visited(self, box: Mailbox) -> bool:
        """Once there; whether more waits than was taken."""
        kotak = box.kotak
        if time.monotonic() < self.later.get(kotak, 0.0):
            return False
        try:
            box.open()
            self.wrong.pop(kotak, None)
            return self._take_some(box)
        except Unavailable as away:
            self.wrong[kotak] = str(away)
            wait = AFTER_REFUSAL if away.permanent else EVERY
            self.later[kotak] = time.monotonic() + wait
        except Refusal as no:  # the disk is nearly full: the letters wait where they are
            self.wrong[kotak] = str(no)
        finally:
            box.close()
        return False

    def _take_some(self, box: Mailbox) -> bool:
        self.too_large[box.kotak] = fresh = 0
        for surat in box.waiting():
            if fresh == SEKALI:
                return True
            if surat.ukuran > self.house.batas.ukuran:
                self.too_large[box.kotak] += 1
                continue
            free_enough(self.house, surat.ukuran)
            try:
                # Only new ones count: a server that forgets our mark keeps us here no longer.
                fresh += take(self.house, box, surat)
            except TerlaluBesar:
                self.too_large[box.kotak] += 1
        return False

    def told(self) -> str:
        """What the page Keadaan says of the mail door, '' where all is well."""
        large = sum(self.too_large.values())
        lines = [*self.wrong.values()]
        if large:
            lines.append(
                f"{large} surel lebih besar dari batas dan tetap di kotak surat; naikkan "
                "BERKAS_UKURAN_MB, atau minta pengirim membaginya."
            )
        return " ".join(lines)


def take(house: House, box: Mailbox, surat: SuratMasuk) -> bool:
    """One letter, marked when it is one kiriman; whether it was not one before."""
    with house.room() as room:
        letter = room / NAMA
        if not box.fetch(surat, letter):
            return False  # somebody took it out of the mailbox meanwhile
        id_ = kiriman_of(box.kotak, _sha256(letter))
        with house.ledger.read() as reading:
            known = bool(reading.find(Kiriman, id=id_))
        if not known:
            with letter.open("rb") as opened:
                kepala = head(opened.read(KEPALA))
            instansi, unit = _place(house, box)
            slip = Slip(id_, instansi, unit, SUREL, named(kepala), asal=kepala)
            accept(house, [Bawaan(letter, NAMA)], slip)
    box.done(surat)
    return not known


def _sha256(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _place(house: House, box: Mailbox) -> tuple[str, str]:
    """The unit a mailbox belongs to; '' where the agency is not known, for a person to say."""
    kotak = box.kotak
    known = kotak.instansi in house.packs.instansi()
    return (kotak.instansi, kotak.unit) if known else ("", "")
