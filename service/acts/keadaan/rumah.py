"""Is the house in order: one line for each thing it leans on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from service.acts.keadaan.arsip import archive_line
from service.acts.keadaan.cadangan import backup_lines
from service.acts.keadaan.fixity import fixity_line
from service.acts.keadaan.keutuhan import integrity_lines
from service.acts.keadaan.sertifikat import certificate_lines
from service.acts.keadaan.situs import sites_line
from service.acts.keadaan.surel import mail_line
from service.acts.keadaan.ttd import signing_line
from service.domain.denyut import PROSES, Denyut, living
from service.domain.nomor import MUNDUR
from service.domain.pekerjaan import JALUR
from service.domain.refusals import Refusal, Unavailable
from service.ports import House, Keadaan, Store

LATE_SECONDS = 300


def keadaan(house: House) -> list[Keadaan]:
    """Every line of the status page; a thing that cannot be asked is a bad line, not an end."""
    return [
        _ledger(house),
        _queue(house),
        *_processes(house),
        _oldest(house),
        _stuck(house),
        archive_line(house),
        _clock(house),
        _store("Penyimpanan tertutup", lambda: house.store),
        _store("Penyimpanan terbuka", lambda: house.store_publik),
        house.separation(),
        _aside(house),
        *_doors(house),
        *house.machine.looked(),
        _scanner(house),
        mail_line(house),
        sites_line(house),
        signing_line(house),
        *certificate_lines(house),
        fixity_line(house),
        *integrity_lines(house),
        _held(house),
        *backup_lines(house),
    ]


def sound(lines: list[Keadaan]) -> bool:
    """Whether nothing is bad; what is not in use does no harm."""
    return all(one.baik is not False for one in lines)


def _ledger(house: House) -> Keadaan:
    try:
        return Keadaan("Buku induk", True, house.lists.ledger_told())
    except (Refusal, Unavailable) as away:
        return Keadaan("Buku induk", False, str(away))


def _queue(house: House) -> Keadaan:
    try:
        return Keadaan("Antrean (Valkey)", True, f"Menjawab, versi {house.post.ping()}.")
    except Unavailable as away:
        words = f"{away} Pekerjaan tetap tercatat dan dilanjutkan begitu Valkey menyala lagi."
        return Keadaan("Antrean (Valkey)", False, words)


def _processes(house: House) -> list[Keadaan]:
    try:
        beats = house.pulse.beats()
    except Unavailable as away:
        return [Keadaan("Proses", False, str(away))]
    now = house.clock.now()
    lanes = [_process(beats, "worker", now, jalur) for jalur in JALUR]
    doors = [_process(beats, one, now) for one in ("watcher", "pickup")]
    return [_process(beats, "clock", now), *lanes, *doors]


def _process(beats: list[Denyut], jenis: str, now: datetime, jalur: str = "") -> Keadaan:
    alive = [one for one in living(beats, jenis, now) if one.rincian.get("jalur", "") == jalur]
    name = f"{PROSES[jenis]} {jalur}".strip()
    if alive:
        last = max(one.waktu for one in alive)
        seconds = int((now - last).total_seconds())
        return Keadaan(name, True, f"{len(alive)} hidup, tanda terakhir {seconds} detik lalu.")
    return Keadaan(name, False, "Tidak ada tanda hidup. Nyalakan Berkas dengan ./berkas run.")


def _doors(house: House) -> list[Keadaan]:
    """The drop folder and the mailboxes, as the watcher last saw them."""
    try:
        alive = living(house.pulse.beats(), "watcher", house.clock.now())
    except Unavailable:
        return []
    told = alive[-1].rincian if alive else {}
    odd = told.get("janggal", "")
    left = f"Dibiarkan di tempatnya: {odd}." if odd else ""
    counted = f"{told.get('menunggu', '0')} menunggu, {told.get('dibiarkan', '0')} file sementara."
    inbox = Keadaan(
        "Kotak masuk", not told.get("halangan"), told.get("halangan") or left or counted
    )
    boxes = int(told.get("kotak_surat", "0"))
    wrong = told.get("surel", "")
    mail = Keadaan("Kotak surat", not wrong, wrong or f"{boxes} kotak diperiksa.")
    return [inbox, mail if boxes else Keadaan("Kotak surat", None, "Tidak dipakai.")]


def _oldest(house: House) -> Keadaan:
    try:
        oldest = house.lists.oldest_owed()
    except Unavailable as away:
        return Keadaan("Pekerjaan tertua", False, str(away))
    if oldest is None:
        return Keadaan("Pekerjaan tertua", True, "Tidak ada pekerjaan yang menunggu.")
    seconds = int((house.clock.now() - oldest).total_seconds())
    return Keadaan("Pekerjaan tertua", seconds < LATE_SECONDS, f"Menunggu sejak {seconds} detik.")


def _stuck(house: House) -> Keadaan:
    try:
        count = house.lists.count_macet()
    except Unavailable as away:
        return Keadaan("Gagal, perlu tindakan", False, str(away))
    words = f"{count} pekerjaan menunggu keputusan orang." if count else "Tidak ada."
    return Keadaan("Gagal, perlu tindakan", count == 0, words)


def _clock(house: House) -> Keadaan:
    """A clock that lies behind gives no numbers: what came in waits, and somebody must know."""
    name, now = "Jam mesin", house.clock.now()
    try:
        last = house.lists.last_drawn(now.year)
    except Unavailable as away:
        return Keadaan(name, False, str(away))
    if last is None or last - now <= MUNDUR:
        return Keadaan(name, True, "Tidak tertinggal dari nomor terakhir.")
    minutes = round((last - now).total_seconds() / 60)
    words = (
        f"Tertinggal {minutes} menit dari nomor terakhir. Kiriman tetap diterima dan menunggu "
        "nomornya. Betulkan jam mesin; penomoran berlanjut dengan sendirinya."
    )
    return Keadaan(name, False, words)


def _aside(house: House) -> Keadaan:
    try:
        count = house.loket.count_aside()
    except (Refusal, Unavailable) as away:
        return Keadaan("Kotak permohonan publik", False, str(away))
    if not count:
        return Keadaan("Kotak permohonan publik", True, "Tidak ada yang disisihkan.")
    words = (
        f"{count} file disisihkan karena bukan buatan formulir kami. Tidak ada yang dibuka; "
        "minta pengelola mesin memeriksanya di folder publik_disisihkan."
    )
    return Keadaan("Kotak permohonan publik", False, words)


def _scanner(house: House) -> Keadaan:
    name = "Pemindai virus"
    if not house.scanner.in_use:
        words = "Tidak dipasang: file dibuka di ruang tertutup, tetapi tidak diperiksa virusnya."
        return Keadaan(name, None, words)
    try:
        house.scanner.prove()
    except Unavailable as away:
        return Keadaan(name, False, str(away))
    return Keadaan(name, True, "Menjawab, dan mengenali contoh virus.")


def _held(house: House) -> Keadaan:
    name = "File yang ditahan"
    try:
        count = house.kiriman.count_held()
    except (Refusal, Unavailable) as away:
        return Keadaan(name, False, str(away))
    if not count:
        return Keadaan(name, True, "Tidak ada.")
    words = f"{count} kiriman tersimpan dan belum dibuka; diperiksa lagi setiap menit."
    return Keadaan(name, False, words)


def _store(name: str, opened: Callable[[], Store]) -> Keadaan:
    try:
        opened().has("0" * 64)
    except (Refusal, Unavailable) as away:
        return Keadaan(name, False, str(away))
    return Keadaan(name, True, "Terbaca.")
