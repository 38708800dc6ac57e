"""Is the house in order."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from service.acts.keadaan.keutuhan import findings
from service.acts.keadaan.rumah import keadaan, sound
from service.domain.catatan import RUMAH, Kepala
from service.domain.keutuhan import TINDAKAN, printed
from service.domain.refusals import Refusal, Unavailable
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act
from service.face.isi import Pemberitahuan
from service.face.isi_rumah import Periksa, Rantai
from service.ports import Keadaan
from service.web.dasar.auth import hadir, house, only
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.dasar.sekali import at_work

bp = Blueprint("keadaan", __name__)
BAIK = Pemberitahuan("Semua yang diperlukan Berkas bekerja.", "baik")


@bp.get("/keadaan")
@only(Act.STATUS)
def show() -> str:
    """Everything the house leans on, faults first."""
    lines, torn = keadaan(house()), findings(house())
    now = house().clock.now()
    zona = zona_of(hadir(), at_work())
    return render_template(
        "keadaan.html",
        ringkas=BAIK if sound(lines) else _sum(lines, torn),
        periksa=[Periksa(one.nama, one.baik, one.kata) for one in sorted(lines, key=_faults_first)],
        rusak=torn,
        rusak_kata=TINDAKAN,
        rantai=_heads(),
        waktu=f"{hari_tanggal(local(now, zona).date())} {pukul(now, zona)}",
        iso=now.isoformat(),
        muat_ulang=url_for("keadaan.show"),
        contoh=_samples(),
    )


def _samples() -> str:
    keeps = hadir().may(Act.INSTANSI, RUMAH) and not house().samples.kunci
    return url_for("contoh.show") if keeps else ""


def _sum(lines: list[Keadaan], torn: list[str]) -> Pemberitahuan:
    bad = sum(one.baik is False for one in lines)
    kata = "Ada yang tidak lagi utuh." if torn else "File yang sudah diterima tetap aman."
    return Pemberitahuan(f"{bad} hal perlu tindakan. {kata}", "bahaya")


def _faults_first(one: Keadaan) -> int:
    return {False: 0, True: 1, None: 2}[one.baik]


def _heads() -> list[Rantai]:
    if not hadir().may(Act.JOURNAL):
        return []
    try:
        return [
            _head(one) for one in house().lists.kepala() if hadir().may(Act.JOURNAL, one.instansi)
        ]
    except (Refusal, Unavailable):
        return []


def _head(one: Kepala) -> Rantai:
    last = house().lists.jurnal(one.instansi, one.urut + 1, 1)
    waktu = last[0].waktu if last else house().clock.now()
    zona = zona_of(hadir(), at_work())
    kata = f"{hari_tanggal(local(waktu, zona).date())} {pukul(waktu, zona)}"
    return Rantai(nama_instansi(one.instansi), one.urut, printed(one), kata, waktu.isoformat())
