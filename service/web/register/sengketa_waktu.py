"""The terms of a dispute in words, each with the rule it rests on."""

from __future__ import annotations

from datetime import date

from service.acts.instansi.packs import agency
from service.domain import sengketa as d
from service.domain.instansi import HARI_KERJA, Tenggat
from service.domain.keberatan import Keberatan
from service.domain.sengketa import Sengketa
from service.domain.tanggal import hari_tanggal
from service.face.isi import Kolom, Sel
from service.web.dasar.auth import house

WAKTU = (Kolom("Tenggat"), Kolom("Sampai"), Kolom("Dasar"))
Waktu = tuple[str, date | None, Tenggat, str]  # what, until when, by which rule, since when
TETAP = "Secara tertulis; tanpa itu putusan menjadi tetap."
BINDING = (
    Sel("Menolak putusan", catatan="Tidak dapat ditolak; langsung dilaksanakan."),
    Sel("–", catatan="putusan dari mediasi bersifat final dan mengikat"),
    Sel(d.MENGIKAT),
)


def terms(one: Sengketa, about: Keberatan) -> tuple[tuple[Sel, ...], ...]:
    """The lines of its table of terms."""
    instansi = agency(house().packs, one.instansi)
    since = hari_tanggal(d.filed_from(about))
    begun = hari_tanggal(one.mulai or one.diajukan)
    told: tuple[Waktu, ...] = (
        ("Pemohon mengajukan sengketa", one.batas, d.MENGAJUKAN, f"sejak {since}"),
        (
            "Komisi Informasi mulai menyelesaikan",
            one.batas_mulai,
            d.DIMULAI,
            f"sejak {hari_tanggal(one.diajukan)}",
        ),
        ("Komisi Informasi selesai", one.batas_selesai, d.DISELESAIKAN, f"sejak {begun}"),
    )
    if one.batas_putusan:
        told = (*told, _rejected(one))
    lines = tuple(
        (
            Sel(nama, catatan=TETAP if which is d.MENOLAK_PUTUSAN else ""),
            Sel(hari_tanggal(on) if on else "–", catatan=f"{_span(rule)} {dari}"),
            Sel(rule.dasar),
        )
        for nama, on, which, dari in told
        for rule in (d.rule_of(instansi, which),)
    )
    return (*lines, BINDING) if one.putusan.mengikat else lines


def _rejected(one: Sengketa) -> Waktu:
    """The term of the ruling, and from which of its two days it counts."""
    since, it = hari_tanggal(one.putusan.sejak), one.putusan
    why = "sejak putusan diterima" if it.diterima else "sejak tanggal putusan"
    more = "" if it.diterima else "; tanggal diterimanya belum dicatat"
    return "Menolak putusan", one.batas_putusan, d.MENOLAK_PUTUSAN, f"{why} {since}{more}"


def _span(rule: Tenggat) -> str:
    return f"{rule.jumlah} {'hari kerja' if rule.satuan == HARI_KERJA else rule.satuan}"


def late(one: Sengketa) -> str:
    """That it was filed after its last day; '' where it was not."""
    if not one.lewat or one.batas is None:
        return ""
    return (
        f"Sengketa ini diajukan pada {hari_tanggal(one.diajukan)}, sesudah batasnya "
        f"{hari_tanggal(one.batas)}. Komisi Informasi yang memutuskan apakah diterima."
    )
