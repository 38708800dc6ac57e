"""What waits for me."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from service.acts.instansi.pilihan import at_work
from service.acts.kiriman import tunggu
from service.acts.kiriman.disposisi import open_for
from service.acts.lihat.terlihat import reach
from service.domain.catatan import RUMAH
from service.domain.disposisi import DIKIRIM, Disposisi
from service.domain.disposisi import KEADAAN as KEADAAN_DISPOSISI
from service.domain.kiriman import KARANTINA, Kiriman
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.wewenang import Act, Hadir
from service.face.isi import Kosong, Tautan, Tugas
from service.face.isi_rumah import Ringkas
from service.ports import House
from service.ports.kiriman import SaringKiriman
from service.web.beranda import kabar as beranda_kabar
from service.web.beranda.arsip import kept
from service.web.beranda.hari import first, fortnight
from service.web.beranda.informasi import returned
from service.web.beranda.langkah import gone_up, steps
from service.web.beranda.naskah import papers
from service.web.beranda.pasangan import templates
from service.web.beranda.pengecualian import withheld
from service.web.beranda.sertifikat import certificates
from service.web.beranda.sop import to_use
from service.web.beranda.tenggat import disputed, due
from service.web.dasar.auth import hadir, house, signed_in
from service.web.dasar.masa import midnight
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import zona_of
from service.web.kiriman.belum_diputus import undecided

bp = Blueprint("beranda", __name__)
TERLIHAT = 10
TERBANYAK = 1000  # no further is counted


@bp.get("/")
@signed_in
def show() -> str:
    """The first page of the day."""
    jumlah, tugas = waiting(house(), hadir())
    risen, naik = gone_up(house(), hadir())
    now = local(house().clock.now(), zona_of(hadir(), at_work(house())))
    return render_template(
        "beranda.html",
        hari_ini=hari_tanggal(now.date()),
        utama=_utama(hadir()),
        tugas=tugas,
        jumlah=jumlah,
        semua=url_for("meja.listing") if jumlah > len(tugas) else "",
        naik=naik,
        jumlah_naik=risen,
        pengingat=url_for("pengingat.show") if hadir().may(Act.LOOK) else "",
        hari=fortnight(house(), hadir()),
        hari_di=nama_instansi(first(hadir())) if len(hadir().instansi) > 1 else "",
        kabar_untuk=beranda_kabar.told(house(), hadir(), zona_of(hadir(), at_work(house()))),
        masuk=came_in(house(), hadir()),
        kosong=_kosong(hadir()),
    )


def waiting(house: House, hadir: Hadir) -> tuple[int, list[Tugas]]:
    """How much waits for this person, and the most urgent of it."""
    failed = house.lists.count_macet() if hadir.may(Act.WORK, RUMAH) else 0
    many, found = undecided(house, hadir, 0, TERLIHAT)
    tugas = [_stuck(failed)] if failed else []
    given = open_for(house, hadir)
    tugas += [_given(one, kiriman, house) for one, kiriman in given][:TERLIHAT]
    asked, answers = due(house, hadir)
    heard, hearings = disputed(house, hadir)
    stepped, of_matters = steps(house, hadir)
    ready, of_sops = to_use(house, hadir)
    written, of_papers = papers(house, hadir)
    changed, of_templates = templates(house, hadir)
    zona_saya = zona_of(hadir, at_work(house))
    ending = [*certificates(house, hadir), *withheld(house, hadir)]
    ending += kept(house, hadir, zona_saya)
    ending += returned(house, hadir)
    tugas += [
        *of_papers,
        *ending,
        *of_matters,
        *of_sops,
        *of_templates,
        *(_decide(one, zona) for one, zona in found),
        *hearings,
        *answers,
    ]
    waits = bool(failed) + len(given) + asked + heard + stepped + ready + written + many + changed
    waits += len(ending)
    return waits, sorted(tugas, key=_urgent)


def _urgent(one: Tugas) -> bool:
    """What is late comes first; else the order stays."""
    return one.bentuk != "lewat"


def came_in(house: House, hadir: Hadir) -> list[Ringkas]:
    """What lies in the inbox of a person's units, each line a way to its list."""
    places, zona = reach(house, hadir), zona_of(hadir, at_work(house))
    today = local(house.clock.now(), zona).date()
    told: list[Ringkas] = []
    if hadir.may(Act.RECEIVE) and (staged := len(tunggu.waiting(house, hadir))):
        words = f"{staged} file di folder tunggu belum diterima"
        told.append(Ringkas(words, "menunggu", url_for("tunggu.show")))
    if places:
        held = house.kiriman.count(places, SaringKiriman(keadaan=KARANTINA), TERBANYAK)
        since = SaringKiriman(dari=midnight(today.isoformat(), zona))
        fresh = house.kiriman.count(places, since, TERBANYAK)
        if held:
            words = f"{_some(held)} kiriman perlu tindakan"
            told.append(Ringkas(words, "lewat", url_for("kiriman.listing", keadaan=KARANTINA)))
        address = url_for("kiriman.listing", dari=today.isoformat())
        told.append(Ringkas(f"{_some(fresh)} kiriman masuk hari ini", "selesai", address))
    return told


def _some(many: int) -> str:
    return f"{TERBANYAK} atau lebih" if many >= TERBANYAK else str(many)


def _given(one: Disposisi, kiriman: Kiriman, house: House) -> Tugas:
    """A letter that somebody gave to this person."""
    zona = next((x.zona for x in at_work(house) if x.id == one.instansi), "WIB")
    late = bool(one.batas and one.batas < local(house.clock.now(), zona).date())
    keadaan = "lewat batas waktu" if late else KEADAAN_DISPOSISI[one.keadaan].lower()
    return Tugas(
        f"Kerjakan disposisi {one.dari_sebagai}",
        url_for("disposisi.show", kiriman_id=kiriman.id),
        "lewat" if late else "baru" if one.keadaan == DIKIRIM else "berjalan",
        keadaan,
        kiriman.surat.perihal or kiriman.nama,
        tanggal=f"batas {hari_tanggal(one.batas)}" if one.batas else "",
        iso=one.batas.isoformat() if one.batas else "",
    )


def _stuck(many: int) -> Tugas:
    apa = f"Periksa {many} pekerjaan yang gagal"
    return Tugas(apa, url_for("gagal.listing"), "lewat", "perlu tindakan")


def _decide(one: Kiriman, zona: str) -> Tugas:
    at = local(one.diterima, zona)
    return Tugas(
        f"Periksa kiriman {one.nama}",
        url_for("meja.show", kiriman_id=one.id),
        "menunggu",
        "menunggu petugas",
        one.alasan,
        tanggal=f"diterima {hari_tanggal(at.date())}, {pukul(one.diterima, zona)}",
        iso=one.diterima.isoformat(),
    )


def _utama(hadir: Hadir) -> Tautan | None:
    if hadir.may(Act.INSTANSI) and not at_work(house()):
        return Tautan("Siapkan instansi pertama", "/siapkan")
    return Tautan("Unggah file", url_for("unggah.show")) if hadir.may(Act.RECEIVE) else None


def _kosong(hadir: Hadir) -> Kosong:
    if not hadir.peran:
        return Kosong(
            "Anda belum memegang peran",
            "Begitu administrator memberi Anda peran, pekerjaan Anda muncul di sini.",
        )
    return Kosong(
        "Tidak ada yang menunggu Anda",
        "Kiriman yang perlu diperiksa dan naskah yang perlu disetujui akan muncul di sini.",
    )
