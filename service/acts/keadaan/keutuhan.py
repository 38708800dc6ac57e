"""Everything kept is looked at once more: a share of the files each day, all of it once a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from service.acts.bukti.periksa_ulang import Ulang, again
from service.acts.instansi.harian import owe_marked
from service.acts.keadaan.audit import audit_rows
from service.acts.keadaan.fixity import remember
from service.domain import keutuhan
from service.domain.cadangan.jadwal import night
from service.domain.catatan import MESIN, RUMAH, Catatan
from service.domain.denyut import Denyut
from service.domain.hasil_fixity import DISEBUT, HasilFixity
from service.domain.janji import BANYAK, Temuan
from service.domain.keutuhan import HARIAN, PENUH, Keutuhan
from service.domain.refusals import Refusal, Unavailable
from service.domain.setelan import Setelan
from service.domain.simpanan import DIPEGANG, Simpanan
from service.ports import House, Keadaan

JOB = "fixity"
SAAT_INI = frozenset({"I5"})  # what is owed at this moment is no matter of what is kept
Verify = Callable[[str], str]


def plan_fixity(house: House, owed: set[str]) -> list[str]:
    """Owe the night's look once, where an office was at work before it; `owed` grows by it."""
    with house.ledger.read() as reading:
        since = min((one.dibuka for one in reading.find(Setelan)), default=None)
    today, mark = tonight(house), f"{JOB} {tonight(house)}"
    if since is None or mark in owed or night(since, "WIB") >= today:
        return []
    if any(night(one.waktu, "WIB") >= today for one in _beats(house).values()):
        owed.add(mark)  # another clock, or this one before it was started anew
        return []
    return owe_marked(house, JOB, {RUMAH: mark}, owed)


def look(house: House) -> Keutuhan:
    """What the day asks for."""
    beats = _beats(house)
    last = beats.get(PENUH)
    done = night(last.waktu, "WIB") if last else None
    return full(house) if keutuhan.due(tonight(house), done) == PENUH else daily(house)


def daily(house: House) -> Keutuhan:
    """The day's share of the files, those that were damaged before, and where the journals end."""
    today, before = tonight(house), _before(house)
    asked = {*keutuhan.share(_held(house), today), *before}
    given = {*keutuhan.share(house.penerbit.files(), today), *before}
    wrong = _damaged(house, asked, given)
    lines = [*wrong.values(), *_broken([house.audit.ends(house.heads.recorded())])]
    looked = Keutuhan(HARIAN, len(asked | given))
    return _kept(house, keutuhan.told(looked, lines, wrong))


def full(house: House, told: Callable[[Ulang], None] = lambda _: None) -> Keutuhan:
    """Every file, row, line of a journal and signature; `told` hears of each signed paper."""
    named = house.audit.named()
    held = _held(house)  # after: what comes in meanwhile is held before it is asked for
    given = set(house.penerbit.files())
    wrong = _damaged(house, {*held, *named}, given)
    for sha256 in sorted(named.keys() - held):
        wrong.setdefault(sha256, f"{named[sha256]}: file {sha256[:12]} tidak ada dalam daftar.")
    found = audit_rows(house)
    papers, torn = _signed(house, told)
    lines = [*wrong.values(), *_broken(found), *torn]
    rows = sum(one.diperiksa for one in found if one.janji in {"I8", "I8c"})
    looked = Keutuhan(PENUH, len({*held, *named, *given}), rows, papers)
    whole = keutuhan.told(looked, lines, wrong)
    house.pulse.beat(HARIAN, HARIAN, replace(whole, baris=0, naskah=0).kept())  # it did that, too
    return _kept(house, whole)


def integrity_lines(house: House) -> list[Keadaan]:
    """Two lines of the status: the day's look, and the month's."""
    try:
        beats = _beats(house)
        with house.ledger.read() as reading:
            since = min((one.dibuka for one in reading.find(Setelan)), default=None)
    except (Refusal, Unavailable) as away:
        return [Keadaan(keutuhan.NAMA[PENUH], False, str(away))]
    return [
        Keadaan(
            keutuhan.NAMA[cara],
            *keutuhan.standing(
                cara,
                beat.waktu if beat else None,
                keutuhan.read(cara, beat.rincian) if beat else None,
                since,
                house.clock.now(),
            ),
        )
        for cara in (HARIAN, PENUH)
        for beat in [beats.get(cara)]
    ]


def findings(house: House) -> list[str]:
    """What is not whole by the last looks, each once; nothing where the ledger is away."""
    try:
        beats = _beats(house)
    except (Refusal, Unavailable):
        return []
    told = [keutuhan.read(cara, beats[cara].rincian) for cara in (PENUH, HARIAN) if cara in beats]
    return list(dict.fromkeys(line for one in told if one for line in one.temuan))


def tonight(house: House) -> date:
    """Which night it is where the first office stands: the day, once the night is far enough."""
    with house.ledger.read() as reading:
        first = min(reading.find(Setelan), key=lambda one: one.dibuka, default=None)
    return night(house.clock.now(), first.zona if first else "WIB")


def _beats(house: House) -> dict[str, Denyut]:
    return {one.jenis: one for one in house.pulse.beats() if one.jenis in keutuhan.NAMA}


def _before(house: House) -> set[str]:
    told = [keutuhan.read(cara, one.rincian) for cara, one in _beats(house).items()]
    return {sha256 for one in told if one for sha256 in one.rusak}


def _held(house: House) -> set[str]:
    with house.ledger.read() as reading:
        return {one.id for one in reading.find(Simpanan, keadaan=DIPEGANG)}


def _damaged(house: House, asked: Iterable[str], open_: Iterable[str]) -> dict[str, str]:
    """The files that are not what they were, in words: as they are kept, and as they are given."""
    closed = _read(asked, house.store.verify)
    opened = _read({*open_}.intersection(house.penerbit.files()), house.store_publik.verify)
    if not (closed or opened):
        return {}
    named, held, given = house.audit.named(), _held(house), {*house.penerbit.files()}
    wrong = {
        sha256: f"{named.get(sha256, 'tidak disebut baris mana pun')}: {why}"
        for sha256, why in closed.items()
        if sha256 in held or sha256 in named  # else a sweep took it away meanwhile
    }
    for sha256, why in opened.items():
        if sha256 in given:
            wrong[sha256] = f"{wrong.get(sha256, '')} Di sisi terbuka: {why}".strip()
    return wrong


def _read(asked: Iterable[str], verify: Verify) -> dict[str, str]:
    found = ((sha256, verify(sha256)) for sha256 in sorted(asked))
    return {sha256: why.replace(sha256, sha256[:12]) for sha256, why in found if why}


def _broken(found: Iterable[Temuan]) -> list[str]:
    lines = []
    for one in found:
        if one.utuh or one.janji in SAAT_INI:
            continue
        lines += [f"{one.janji}: {line}" for line in one.sebut]
        if one.dilanggar > BANYAK:
            lines.append(f"{one.janji}: dan {one.dilanggar - BANYAK} lagi")
    return lines


def _signed(house: House, told: Callable[[Ulang], None]) -> tuple[int, list[str]]:
    many = odd = 0
    wrong = list[str]()
    for one in again(house):
        many, odd = many + 1, odd + (one.baik is None)
        wrong += [one.naskah] * (one.baik is False)
        told(one)
    # Only a run that came to its end: half of one would look like all of them.
    remember(house, HasilFixity(many, len(wrong), odd, tuple(wrong[:DISEBUT])))
    return many, [f"naskah {one}: tanda tangannya tidak lagi sah" for one in wrong]


def _kept(house: House, found: Keutuhan) -> Keutuhan:
    house.pulse.beat(found.cara, found.cara, found.kept())
    told = {"cara": found.cara, "file": str(found.file), "temuan": str(found.banyak)}
    with house.ledger.begin() as tx:
        now = house.clock.now()
        tx.note(Catatan(RUMAH, MESIN, "keutuhan_diperiksa", now, found.cara, told))
    return found
