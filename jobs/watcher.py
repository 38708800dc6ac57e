"""The watcher: takes settled files out of the inbox, once each, and lets nothing be lost."""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

from jobs.collect import LAMA
from jobs.pengawas.ambil import Pengambil
from jobs.pengawas.isyarat import Isyarat
from jobs.pengawas.klaim import KLAIM, Klaim, claimed, left_behind
from jobs.pengawas.mapan import Mapan
from jobs.pengawas.pandang import Aturan, Calon, Pandangan, counted, looked
from jobs.pengawas.pintu import refused
from jobs.pengawas.surel import EVERY as SURAT
from jobs.pengawas.surel import Tukang
from service import house as houses
from service import telling
from service.acts.kembali import di_tempat
from service.acts.kiriman.karantina import tidy
from service.acts.kiriman.tunggu import recover
from service.acts.simpan.room import free_enough
from service.acts.ttd import daftar_kirim
from service.config import Settings
from service.domain.mapan import Rupa
from service.domain.naskah import TANPA_NAMA
from service.domain.refusals import Refusal, Unavailable
from service.ports import House

__all__ = ["KLAIM", "Watcher", "main"]

EVERY = 2.0  # seconds between two looks, where nothing wakes us
RAREST = 30.0  # and at most, where one look takes long
SOONEST = 0.2  # a storm of events is looked at a few times a second, not at each
TOGETHER = 50  # kiriman taken in by one transaction
TOGETHER_BYTES = 100_000_000
BEAT = 10.0
TIDY = 60.0
log = logging.getLogger("berkas.watcher")


class Watcher:
    """Looks again and again; what has settled is claimed and taken in."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.stop = threading.Event()
        self.isyarat = Isyarat()
        self.mapan = Mapan(house.inbox, house.kotak)
        self.pengambil = Pengambil(house, self.mapan)
        self.pandangan = Pandangan()
        self.told: set[str] = set()
        self.halangan = ""  # why nothing can be taken in now
        self.tertunda = ""  # why something could not be
        self.returned: set[tuple[str, str]] = set()
        self.signed: set[tuple[str, str]] = set()
        self.lies: object = None  # what lay with signers and among the returned
        self.beat_at = self.tidy_at = self.daftar_at = 0.0
        self.tukang = Tukang(house)

    def run(self, every: float = EVERY) -> None:
        """Until told to stop."""
        with self.isyarat:
            while not self.stop.is_set():
                began = time.monotonic()
                self._once()
                self._sleep(began, every)

    def _once(self) -> None:
        with _going_on():
            self.turn()
            self.beat()

    def run_mail(self, every: float = SURAT) -> None:
        """The mail door beside it: a server that hangs keeps no file in the inbox waiting."""
        while not self.stop.is_set():
            with _going_on():
                self.tukang.visit()
            self._tell([told] if (told := self.tukang.told()) else [])
            self.stop.wait(every)

    def _sleep(self, began: float, every: float) -> None:
        """Until something may have settled or the kernel tells of a change; long looks are rare."""
        now = time.monotonic()
        slow, signed = min(RAREST, 2 * (now - began)), self.house.courier.settles_in()
        due = min(
            every, self.mapan.next_due(now) + 0.01, every if signed is None else signed + 0.01
        )
        self.isyarat.wait(max(slow, due))
        self.stop.wait(min(SOONEST, every))

    def end(self) -> None:
        """Stop after this look; may be called from a signal handler."""
        self.stop.set()
        self.isyarat.wake()

    def turn(self) -> None:
        """One look: what is claimed already, what has settled, what came back signed."""
        self.house.inbox.mkdir(parents=True, exist_ok=True)
        try:
            free_enough(self.house)
            self.halangan = ""
        except Refusal as no:
            self.halangan = str(no)
            self._tell([self.halangan])
        if not self.pengambil.later:
            self.tertunda = ""
        if not self.halangan:
            self.take_left_behind()
            self.take_settled()
        recover(self.house)
        self.collect()
        self.tell_signers()
        self.tidy()

    def take_left_behind(self) -> None:
        """Claims of those who died, and ours that could not be taken in at once."""
        seen: set[str] = set()
        waiting = self._due(left_behind(self.house), seen)
        while batch := list(islice(waiting, TOGETHER)):
            self._stopped(self.pengambil.take(batch, {}))
        self.pengambil.remember_only(seen)

    def _due(self, claims: Iterable[Klaim], seen: set[str]) -> Iterator[Klaim]:
        for klaim in claims:
            seen.add(klaim.id)
            if self.pengambil.may_try(klaim.id):
                yield klaim
            else:
                klaim.close()

    def take_settled(self) -> None:
        """Look, and take what looks as it did for long enough."""
        aturan = Aturan(
            frozenset(self.house.packs.instansi()), self.house.kotak.abaikan, self.house.batas.file
        )
        self.pandangan = looked(self.house.inbox, aturan)
        self.isyarat.watch([*self.pandangan.folder, *self.house.courier.lands_in()])
        if odd := counted(self.pandangan.janggal):
            self._tell([f"left where it is in the inbox: {odd}"])
        settled = self.mapan.settled(self.pandangan.calon, time.monotonic())
        takeable = [one for one in settled if not self._refused(one)]
        for batch in _batches(takeable):
            if self.stop.is_set():
                return
            self._take(batch)

    def _take(self, batch: list[Calon]) -> None:
        claims, wrong = claimed(self.house, batch)
        self._stopped([f"cannot be claimed ({no.strerror})" for no in wrong])
        seen = {one.jalan: _within(one) for one in batch}
        rupa = {one.id: _seen(one, seen) for one in claims}
        self._stopped(self.pengambil.take(claims, rupa))

    def _stopped(self, why: list[str]) -> None:
        """Say what could not be taken in, in the log and on the page Keadaan."""
        self._tell(why)
        if why:
            self.tertunda = (
                f"Ada file yang belum dapat diambil: {why[0]}. File tetap utuh dan dicoba lagi; "
                "periksa tempat dan izin di disk."
            )

    def _refused(self, one: Calon) -> bool:
        try:
            return refused(self.house, one)
        except (Unavailable, Refusal) as no:
            self._tell([str(no)])
            return True

    def _tell(self, lines: Iterable[str]) -> None:
        """Say it once; a line each look would bury the log."""
        for line in lines:
            if line not in self.told:
                self.told.add(line)
                log.warning("%s", line)

    def collect(self) -> None:
        """Owe a `collect` for each naskah whose paper came back."""
        now = set(self.house.courier.returned())
        for naskah_id, mark in sorted(now - self.returned):
            with self.house.ledger.begin() as tx:
                if not naskah_id:
                    tx.plan("collect", TANPA_NAMA)
                else:
                    tx.plan("collect", naskah_id)
            self.returned.add((naskah_id, mark))
        self.returned &= now
        self._written_on()

    def _written_on(self) -> None:
        """The same for what was signed where it lay."""
        now = set(self.house.courier.written_on())
        fresh = sorted(now - self.signed)
        for naskah_id in di_tempat.written_on(self.house, fresh) if fresh else ():
            with self.house.ledger.begin() as tx:
                tx.plan("collect", naskah_id)
        self.signed = now

    def tell_signers(self) -> None:
        """The lists beside the papers, soon after something changed there and once a minute."""
        now, courier = time.monotonic(), self.house.courier
        lies = (courier.lying(), courier.back())
        if lies != self.lies or now >= self.daftar_at:
            self.daftar_at = now + TIDY
            self._odd()
            try:
                daftar_kirim.write(self.house)
            except Unavailable as no:
                self._tell([str(no)])
                return
            self.lies = courier.lying(), courier.back()

    def _odd(self) -> None:
        """Owe a look at what lies there for long and is no whole PDF."""
        if self.house.courier.odd(self.house.clock.now() - LAMA):
            with self.house.ledger.begin() as tx:
                tx.plan("collect", TANPA_NAMA)

    def tidy(self) -> None:
        """Letters in karantina whose file was taken out again, once a minute."""
        if time.monotonic() >= self.tidy_at:
            self.tidy_at = time.monotonic() + TIDY
            for folder in self.pandangan.folder:
                tempat = folder.relative_to(self.house.inbox).parts
                if len(tempat) <= 2:
                    tidy(self.house, tempat)

    def beat(self) -> None:
        """A sign of life, and what the page Keadaan says of the inbox."""
        if time.monotonic() >= self.beat_at:
            self.beat_at = time.monotonic() + BEAT
            name = f"watcher-{socket.gethostname()[:40]}-{os.getpid()}"
            rincian = {
                "pid": str(os.getpid()),
                "menunggu": str(len(self.pandangan.calon)),
                "dibiarkan": str(self.pandangan.dibiarkan),
                "janggal": counted(self.pandangan.janggal),
                "halangan": self.halangan or self.tertunda,
                "surel": self.tukang.told(),
                "kotak_surat": str(len(self.house.mailboxes)),
            }
            self.house.pulse.beat(name, "watcher", rincian)


@contextmanager
def _going_on() -> Iterator[None]:
    try:
        yield
    except Exception:
        # A folder or a mailbox that cannot be read now may be readable at the next look.
        log.exception("this look failed; the next one follows")


def _batches(settled: list[Calon]) -> Iterable[list[Calon]]:
    """As many together as one transaction should write, and not too many bytes."""
    batch: list[Calon] = []
    size = 0
    for one in settled:
        batch.append(one)
        size += sum(rupa.ukuran for _, rupa in one.rupa)
        if len(batch) == TOGETHER or size > TOGETHER_BYTES or one.folder:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _within(one: Calon) -> dict[str, Rupa]:
    """What the look saw, by the names that a claim gives."""
    before = f"{one.nama}/" if one.folder else ""
    return {f"{before}{nama}": rupa for nama, rupa in one.rupa}


def _seen(klaim: Klaim, seen: dict[tuple[str, ...], dict[str, Rupa]]) -> dict[str, Rupa]:
    return seen.get((*klaim.tempat, klaim.names[0]), {})


def main(every: float | None = None) -> int:
    """Run until SIGTERM or Ctrl-C."""
    telling.begin()
    house = houses.build(Settings.from_env())
    watcher = Watcher(house)
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: watcher.end())
    mail = threading.Thread(target=watcher.run_mail, daemon=True)
    if house.mailboxes:
        mail.start()
    watcher.run(every or house.kotak.tinjau)
    house.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
