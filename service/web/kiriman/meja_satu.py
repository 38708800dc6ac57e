"""One kiriman on the desk: the page of it that is looked at, and all that may be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from flask import url_for

from service.acts.instansi.aturan import aturan_of
from service.acts.kiriman import ajaran, nomor_daftar
from service.acts.register import keberatan_surat
from service.domain.aturan import Aturan
from service.domain.catatan import RUMAH
from service.domain.fisik import told as fisik_told
from service.domain.instansi import Instansi
from service.domain.kenali_putus import covering
from service.domain.ketetapan import KEMBAR
from service.domain.kiriman import (
    DIDAFTAR,
    DITERIMA,
    DITOLAK_PETUGAS,
    KARANTINA,
    MENUNGGU_PETUGAS,
    File,
    Kiriman,
)
from service.domain.tanggal import hari_tanggal, local, pukul
from service.domain.temuan import MENUNGGU_PEMERIKSAAN
from service.domain.wewenang import Act, Hadir
from service.face.isi_formulir import Formulir, Kelompok, Pastikan, Pilihan, Ruas
from service.face.isi_meja import Ajaran, Meja
from service.ports import House
from service.web.dasar.muka import nama_instansi
from service.web.dasar.sebutan import unit_name, zona_of
from service.web.dasar.sekali import at_work, known
from service.web.kata.kiriman import PINTU, of_kiriman
from service.web.kiriman import meja_isian
from service.web.kiriman.belum_diputus import undecided
from service.web.kiriman.file import file_views
from service.web.kiriman.kembaran import unnumbered
from service.web.kiriman.meja_lembaran import sheet

ANTREAN = 60  # of those that wait, so many are looked through for the next
SEBAB = Ruas(
    "alasan", "Alasan", jenis="panjang", batas=500, petunjuk="Misalnya: brosur, bukan surat."
)


def shown(
    house: House,
    oleh: Hadir,
    one: Kiriman,
    asked: Mapping[str, str],
    wrong: Formulir | None = None,
) -> Meja:
    """All that the desk shows of one kiriman."""
    files = files_of(house, one)
    aturan, instansi = aturan_of(house, one.instansi), known(one.instansi)
    formulir = wrong or decision(one, aturan, instansi, files, asked)
    rows = meja_isian.rows(one, aturan, files, formulir, asked) if formulir else ()
    after, urutan = following(house, oleh, one)
    return Meja(
        judul=one.surat.perihal or one.nama,
        sifat=_traits(house, oleh, one),
        alasan=one.alasan,
        lembaran=sheet(one, files, asked),
        ruas=rows,
        formulir=formulir,
        file=file_views(files, one, ""),
        tempat=place_form(house, oleh, one) if not one.instansi else None,
        nomor=_number(house, one, aturan),
        ulang=url_for("meja.again", kiriman_id=one.id) if _may_again(one) else "",
        pastikan=tuple(_asked(one)),
        lewati=url_for("meja.show", kiriman_id=after) if after else "",
        urutan=", ".join(filter(None, (one.nomor_agenda, urutan))),
        lengkap=bool(formulir and not formulir.keliru and _complete(formulir)),
        kertas=url_for("kiriman.show", kiriman_id=one.id, _anchor="kertas"),
    )


def _complete(formulir: Formulir) -> bool:
    return all(ruas.nilai for ruas in formulir.ruas if ruas.wajib)


def files_of(house: House, one: Kiriman) -> list[File]:
    """The files of a kiriman, the covering letter first."""
    with house.ledger.read() as reading:
        found = reading.find(File, kiriman=one.id)
    first = covering(found)
    return sorted(found, key=lambda file: (file.id != first, file.urut, file.id))


def decision(
    one: Kiriman,
    aturan: Aturan,
    instansi: Instansi | None,
    files: Sequence[File],
    asked: Mapping[str, str],
) -> Formulir | None:
    """The form of a decision, with what was taken over by a click; None where none is due."""
    if instansi is None or one.keadaan not in (MENUNGGU_PETUGAS, DIDAFTAR):
        return None
    if one.kode == KEMBAR:
        return None
    formulir = meja_isian.form(one, aturan, instansi, files)
    tombol = "Benar, berikutnya" if one.keadaan == MENUNGGU_PETUGAS else "Simpan perubahan"
    fields = tuple(_taken_over(ruas, asked) for ruas in formulir.ruas)
    return replace(formulir, tombol=tombol, kelompok=(Kelompok("", fields),))


def _taken_over(ruas: Ruas, asked: Mapping[str, str]) -> Ruas:
    value = asked.get(ruas.nama, "")[: ruas.batas or 200]
    known = not ruas.pilihan or value in {one.nilai for one in ruas.pilihan}
    return replace(ruas, nilai=value) if ruas.nama in meja_isian.RUAS and value and known else ruas


def following(house: House, oleh: Hadir, one: Kiriman) -> tuple[str, str]:
    """The next that waits after this one ('' where none does), and where this one stands."""
    many, found = undecided(house, oleh, 0, ANTREAN)
    ids = [kiriman.id for kiriman, _ in found]
    if one.id not in ids:
        return (ids[0] if ids else ""), f"{many} kiriman menunggu" if many else ""
    n = ids.index(one.id)
    later = ids[n + 1 :] or ids[:n]
    return (later[0] if later else ""), f"ke-{n + 1} dari {many} yang menunggu"


def place_form(house: House, oleh: Hadir, one: Kiriman) -> Formulir:
    """Where a stray belongs."""
    units = tuple(
        Pilihan(f"{agency.id}/{unit.id}", f"{unit.nama}, {agency.nama}")
        for agency in at_work()
        if (pack := known(agency.id))
        for unit in pack.open_units(house.clock.now())
        if oleh.may(Act.IDENTIFY, agency.id, unit.id) or oleh.may(Act.PEOPLE, RUMAH)
    )
    fields = (
        Ruas("tempat", "Unit penerima", "", "pilih", pilihan=units),
        Ruas("versi", "Versi", str(one.versi), "tersembunyi"),
    )
    alamat = url_for("meja.place", kiriman_id=one.id)
    return Formulir(alamat, "Tempatkan di unit", (Kelompok("", fields),), jaga=False)


def aside_form(one: Kiriman) -> Formulir:
    """Why a kiriman is put aside."""
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi", kunci="versi-sisih")
    alamat = url_for("meja.aside", kiriman_id=one.id)
    return Formulir(alamat, "Sisihkan kiriman", (Kelompok("", (SEBAB, versi)),))


def lesson(house: House, oleh: Hadir, one: Kiriman) -> Ajaran | None:
    """The rule that the last decision suggests."""
    offered = ajaran.offer(house, oleh, one)
    if offered is None:
        return None
    jenis = aturan_of(house, one.instansi).nama_jenis(offered.nilai).lower()
    return Ajaran(
        f"Surat dari {offered.sebutan} selalu {jenis}? Bila ya, kiriman berikutnya dari pengirim "
        "ini dikenali sendiri.",
        url_for("meja.teach", kiriman_id=one.id),
        "Selalu anggap begitu",
    )


def _number(house: House, one: Kiriman, aturan: Aturan) -> Ajaran | None:
    """The legal number that waits for a key, or the form that gives it."""
    with house.ledger.read() as reading:
        if keberatan_surat.waits(reading, one):
            return Ajaran(
                "Surat keberatan ini belum tercatat di register keberatan; nomor registrasi dan "
                "tenggat jawabannya menunggu itu.",
                url_for("keberatan_surat.ask", kiriman_id=one.id),
                "Catat di register keberatan",
                buka=True,
            )
    told = nomor_daftar.upcoming(house, one, aturan) if one.instansi else None
    if told is None:
        return None
    return Ajaran(
        f"{told.seri} berikutnya: {told.nomor}. Nomor baru diambil bila Anda menekan tombolnya.",
        url_for("meja.number", kiriman_id=one.id),
        "Beri nomor pendaftaran",
    )


def numbered(house: House, one: Kiriman) -> Ajaran | None:
    """The legal number that waits for a key, after the decision."""
    aturan = aturan_of(house, one.instansi)
    told = _number(house, one, aturan)
    if told is None:
        return None
    jenis = aturan.nama_jenis(one.jenis).lower()
    return replace(told, kata=f"{one.nomor_agenda} ditetapkan sebagai {jenis}. {told.kata}")


def _traits(house: House, oleh: Hadir, one: Kiriman) -> tuple[tuple[str, str], ...]:
    tanpa = unnumbered(house, oleh, [one]).get(one.id)
    zona = zona_of(oleh, at_work())
    at = local(one.diterima, zona)
    place = unit_name(one.instansi, one.unit)
    agency = nama_instansi(one.instansi) if one.instansi and len(at_work()) > 1 else ""
    traits = (
        ("Keadaan", of_kiriman(one).kata),
        ("Nomor agenda", one.nomor_agenda or (tanpa.teks if tanpa else "belum ada")),
        ("Nomor pendaftaran", one.nomor_daftar),
        ("Diterima", f"{hari_tanggal(at.date())}, {pukul(one.diterima, zona)}"),
        ("Lewat", PINTU.get(one.pintu, one.pintu)),
        ("Untuk", ", ".join(filter(None, (place, agency))) or "belum diketahui"),
        ("Sifat", "Rahasia: hanya terlihat oleh yang berwenang" if one.rahasia else ""),
        ("Kertasnya", fisik_told(one.fisik) if one.fisik else "belum dicatat"),
    )
    return tuple((name, value) for name, value in traits if value)


def _may_again(one: Kiriman) -> bool:
    held = one.keadaan == DITERIMA and one.akhir == MENUNGGU_PEMERIKSAAN
    return held or one.keadaan in (KARANTINA, MENUNGGU_PETUGAS, DITOLAK_PETUGAS)


def _asked(one: Kiriman) -> list[Pastikan]:
    """What is asked about once more before it is done."""
    versi = Ruas("versi", "Versi", str(one.versi), "tersembunyi")
    found = []
    if one.keadaan in (MENUNGGU_PETUGAS, KARANTINA):
        form = aside_form(one)
        found.append(
            Pastikan(
                "sisihkan",
                "Sisihkan…",
                "Sisihkan kiriman ini?",
                "Kiriman keluar dari meja. File, nomor agenda, dan alasannya tetap tersimpan, "
                "dan kiriman dapat diperiksa lagi kapan saja.",
                form.alamat,
                form.tombol,
                form.ruas,
            )
        )
    if one.instansi and not one.rahasia and one.keadaan in (MENUNGGU_PETUGAS, DIDAFTAR):
        found.append(
            Pastikan(
                "rahasiakan",
                "Tandai rahasia…",
                "Tandai kiriman ini rahasia?",
                "Nomor agendanya dibatalkan dan diganti nomor dari buku rahasia. Setelah itu hanya "
                "yang berwenang atas hal rahasia yang melihatnya, mungkin Anda sendiri tidak lagi.",
                url_for("meja.secret", kiriman_id=one.id),
                "Tandai rahasia",
                (versi,),
            )
        )
    return found
