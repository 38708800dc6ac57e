"""The reminder of one matter, in one sentence on its page."""

from __future__ import annotations

from service.acts.pengingat.daftar import of_matter, upcoming
from service.acts.ttd.pengingat_hari import Hari
from service.domain.berkas import BERJALAN, Berkas
from service.domain.pengingat import KATA, NAIK, above
from service.domain.tanggal import hari_tanggal
from service.domain.wewenang import PERAN
from service.ports import House


def reminder(house: House, berkas: Berkas) -> str:
    """What counts now and what comes next; '' where nothing ends."""
    if berkas.keadaan != BERJALAN or berkas.jatuh is None or not berkas.sidik:
        return ""
    with house.ledger.read() as reading:
        hari = Hari(house, reading)
        now, after = of_matter(hari, berkas), upcoming(hari, berkas)
    told = f"{KATA[now.jenis]}, {now.sisa}" if now else ""
    if now and now.jenis == NAIK and (up := _above(berkas)):
        told += f". Sudah dinaikkan kepada {up}"
    if after:
        what = f"dinaikkan kepada {_above(berkas) or 'atasan'}" if after.jenis == NAIK else ""
        word = what or KATA[after.jenis].lower()
        told += f"{'. ' if told else ''}Pengingat berikutnya {hari_tanggal(after.tanggal)}: {word}"
    return told


def _above(berkas: Berkas) -> str:
    up = {above(one) for one in berkas.menunggu.split("+")} - {""}
    return " dan ".join(sorted(PERAN.get(one, one) for one in up))
