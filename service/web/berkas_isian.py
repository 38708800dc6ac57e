"""The forms on the page of a matter: what its reader may do with it now."""

from __future__ import annotations

from textwrap import shorten

from flask import url_for

from service.acts import hasil
from service.acts.berkas_baca import Penuh
from service.acts.berkas_lihat import is_unit
from service.domain.berkas import BERJALAN
from service.domain.hasil import PERPANJANG
from service.domain.pengecualian import is_approval
from service.domain.sop.bahan import BUTIR, CUKUP, HANYA_DIBUAT, KIRIMAN, NASKAH, Bahan
from service.domain.sop.bentuk import PER_UNIT, Langkah
from service.domain.sop.jalan import goals
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web import perpanjangan_isian
from service.web.berkas_kata import words
from service.web.berkas_uji_isi import approving
from service.web.berkas_uji_isian import seen
from service.web.kiriman_daftar import unit_name

EDISI = "edisi"
JARANG = ("batalkan", "tidak-ditunggu")  # acts that the page never leads with
TERPANJANG = 90  # letters of a row beside a choice
SELURUH = "-"  # a matter of the agency as a whole


def forms(house: House, whole: Penuh) -> list[Formulir]:
    """Those that make sense now: what is missing first, else the step itself."""
    berkas, found = whole.berkas, list[Formulir]()
    if berkas.keadaan != BERJALAN:
        return [_why(whole, "buka", "Buka kembali berkas")] if whole.pimpin else []
    late = [_late(whole)] if whole.lepas else []
    if berkas.ditunda:
        again = [_why(whole, "lanjutkan", "Lanjutkan berkas")] if whole.giliran else []
        return again + late
    if whole.giliran:
        row = whole.langkah
        if row and row.rujukan and not whole.keadaan.rujukan_selesai:
            found.append(_plain(whole, "rujukan", "Buka berkas rujukan"))
        found.append(step(whole))
        if not berkas.pemilik:
            found.append(_plain(whole, "ambil", "Kerjakan langkah ini"))
    if whole.serah:
        found.append(_give(whole))
    if bringable(whole):
        found.insert(0 if lacking(whole) else len(found), bring(house, whole))
    if whole.ikut:
        found += [item(house, whole)] if _decides(whole) else []
    if whole.giliran:
        found += [_why(whole, "tunda", "Tunda berkas")]
    if whole.pindah:
        found.append(_move(whole))
    if whole.pimpin:
        if whole.tenggat and berkas.tenggat and not berkas.perpanjangan:
            surat = hasil.of_act(house.packs, berkas.instansi, PERPANJANG)
            told = (at(whole, "perpanjang"), berkas.versi, surat, perpanjangan_isian.TOMBOL)
            found.append(perpanjangan_isian.form(*told))
        if not is_unit(berkas):
            found.append(_why(whole, "batalkan", "Batalkan berkas"))
    return found + late


def at(whole: Penuh, act: str) -> str:
    """Where a form about a matter goes."""
    return url_for("berkas_langkah.act", berkas_id=whole.berkas.id, apa=act)


def versi(whole: Penuh) -> Ruas:
    """The version that was seen."""
    return Ruas("versi", "Versi", str(whole.berkas.versi), "tersembunyi")


def tanda(house: House) -> Ruas:
    """Makes the same form sent twice one deed."""
    return Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40)


def step(whole: Penuh) -> Formulir:
    """The step done, or sent back."""
    fields = [versi(whole), *_items_seen(whole)]
    if whole.pilihan:
        back = any(kembali for _, kembali in whole.pilihan)
        rows = goals(whole.jalan.sop, whole.berkas.posisi)
        choices = tuple(
            Pilihan(hasil, words(hasil), _where(rows[hasil], kembali=kembali))
            for hasil, kembali in whole.pilihan
        )
        forward = all(kembali for _, kembali in whole.pilihan)
        on = Pilihan("", "Lanjut dengan hasil tiap butir", approving(whole))
        plain = (on,) if forward else ()
        fields.append(
            Ruas("hasil", "Hasil", "", "radio", pilihan=(*plain, *choices), wajib=not forward)
        )
        if back:
            hint = "Wajib bila dikembalikan; tulis apa yang harus diperbaiki."
            fields.append(
                Ruas("alasan", "Alasan", jenis="panjang", petunjuk=hint, wajib=False, batas=2000)
            )
            fields += _units_again(
                whole, [rows[hasil] for hasil, kembali in whole.pilihan if kembali]
            )
    return Formulir(at(whole, "selesai"), "Selesaikan langkah", (Kelompok("", tuple(fields)),))


def _units_again(whole: Penuh, goals_back: list[Langkah | None]) -> list[Ruas]:
    """Which units walk again, where the matter can be sent back to the rows of the units."""
    units = dict.fromkeys(one.unit for one in whole.anak if is_unit(one))
    if not units or not any(row and row.untuk == PER_UNIT for row in goals_back):
        return []
    named = tuple(Pilihan(one, unit_name(whole.berkas.instansi, one)) for one in units)
    hint = (
        "Bila dikembalikan kepada unit. Tanpa centang, semua unit mengulang; hasil unit lain tetap."
    )
    return [
        Ruas(
            "unit",
            "Unit yang mengulang",
            jenis="centang",
            pilihan=named,
            petunjuk=hint,
            wajib=False,
        )
    ]


def _items_seen(whole: Penuh) -> list[Ruas]:
    """The items as they stand on the page of a head who approves them by the step."""
    row = whole.langkah
    if row is None or not whole.kepala:
        return []
    return [seen(whole)] if is_approval(whole.jalan.sop, whole.jalan.bahan, row) else []


def _where(row: Langkah | None, *, kembali: bool) -> str:
    """Where a choice leads, in the words of the row there."""
    if row is None:
        return "Berkas selesai"
    name = f"langkah {row.nomor}: {row.kegiatan}" if row.nomor else f"langkah: {row.kegiatan}"
    return f"{'Dikembalikan ke' if kembali else 'Ke'} {shorten(name, TERPANJANG, placeholder=' …')}"


def lacking(whole: Penuh) -> list[Bahan]:
    """The things that the step still wants and that this person may lay down."""
    wanted = {*whole.kurang, *whole.belum}
    return [one for one in bringable(whole) if one.nama in wanted]


def bringable(whole: Penuh) -> list[Bahan]:
    """The things of the present step that a person lays down."""
    row = whole.langkah
    if row is None:
        return []
    keys = dict.fromkeys((*(one.bahan for one in row.kelengkapan), *row.semua_keluaran))
    things = (whole.jalan.bahan[key] for key in keys)
    own = HANYA_DIBUAT - {EDISI} | {BUTIR}
    return [one for one in things if one.wujud not in own and one.id in whole.boleh]


def bring(house: House, whole: Penuh) -> Formulir:
    """What the step needs or makes, laid down with its state and its file."""
    lacks = lacking(whole)
    things = lacks + [one for one in bringable(whole) if one not in lacks]
    first = lacks[0] if lacks else None
    states = dict.fromkeys(state for one in things for state in CUKUP[one.wujud])
    row = whole.langkah
    enough = {one.id: row.cukup.get(one.id, one.cukup) if row else one.cukup for one in things}
    choices = tuple(
        Pilihan(one.id, one.nama, f"cukup bila {words(enough[one.id]).lower()}") for one in things
    )
    fields = (
        tanda(house),
        Ruas("bahan", "Bahan", first.id if first else "", "radio", pilihan=choices),
        Ruas(
            "keadaan",
            "Keadaannya",
            enough[first.id] if first else "",
            "pilih",
            pilihan=tuple(Pilihan(one, words(one)) for one in states),
        ),
        Ruas(
            "file",
            "Pindaian atau filenya",
            jenis="file",
            petunjuk=_which(things),
            wajib=False,
        ),
        Ruas("nomor", "Nomor", wajib=False, batas=120),
        Ruas(
            "catatan",
            "Tempat, jumlah, dan kondisi",
            wajib=False,
            batas=500,
            petunjuk="Untuk berkas fisik, misalnya: lemari 2, 3 map, baik.",
        ),
        Ruas(
            "alasan",
            "Alasan bila Anda juga yang menyerahkan",
            wajib=False,
            batas=1000,
            kunci="alasan-bahan",
        ),
    )
    return Formulir(
        at(whole, "bahan"), "Catat bahan", (Kelompok("Catat bahan", fields),), berlampiran=True
    )


def _which(things: list[Bahan]) -> str:
    asked = [one.nama for one in things if one.wujud in (NASKAH, KIRIMAN)]
    return f"Perlu untuk {', '.join(asked)}." if asked else ""


def _decides(whole: Penuh) -> bool:
    row = whole.langkah
    return bool(whole.per_butir) or bool(row and "uji" in row.lembar)


def item(house: House, whole: Penuh) -> Formulir:
    """One more item."""
    fields = (tanda(house), Ruas("judul", "Judul butir", batas=300))
    return Formulir(at(whole, "butir"), "Tambah butir", (Kelompok("Tambah butir", fields),))


def _plain(whole: Penuh, act: str, tombol: str) -> Formulir:
    return Formulir(at(whole, act), tombol, (Kelompok("", (versi(whole),)),), jaga=False)


def _give(whole: Penuh) -> Formulir:
    """The step in the hands of somebody else: one of its people, or another on their behalf."""
    people = tuple(
        Pilihan(one.id, one.nama if one.pelaksana else f"{one.nama} (atas nama)")
        for one in whole.serah
    )
    hint = (
        "Wajib untuk yang bertanda (atas nama): ia bukan pelaksana langkah ini, dan hanya "
        "mengerjakan langkah ini saja."
    )
    fields = (
        versi(whole),
        Ruas("kepada", "Kepada", "", "pilih", pilihan=people, lebar="sedang"),
        Ruas(
            "alasan",
            "Alasan",
            jenis="panjang",
            petunjuk=hint,
            wajib=False,
            batas=2000,
            kunci="alasan-serah",
        ),
    )
    tombol = "Serahkan langkah"
    return Formulir(at(whole, "serah"), tombol, (Kelompok(tombol, fields),))


def _move(whole: Penuh) -> Formulir:
    """Where the matter belongs; the unit of its letter first, where that went elsewhere."""
    berkas, went = whole.berkas, whole.letak_surat
    chosen = (went or SELURUH) if went is not None and went in whole.pindah else ""
    units = tuple(
        Pilihan(one or SELURUH, unit_name(berkas.instansi, one) or "Seluruh instansi")
        for one in whole.pindah
    )
    fields = (
        versi(whole),
        Ruas("unit", "Unit", chosen, "pilih", pilihan=units, lebar="sedang"),
        Ruas("alasan", "Alasan", jenis="panjang", batas=2000, kunci="alasan-pindah"),
    )
    tombol = "Pindahkan ke unit lain"
    return Formulir(at(whole, "pindah"), tombol, (Kelompok(tombol, fields),))


def _late(whole: Penuh) -> Formulir:
    """One unit's part ends as it stands; the round goes on without it."""
    hint = (
        "Bagian unit ini berakhir sebagaimana adanya dan putarannya maju tanpa menunggunya. Yang "
        "sudah dibuat tetap tersimpan."
    )
    return _why(whole, "tidak-ditunggu", "Catat unit ini tidak ditunggu", hint)


def _why(whole: Penuh, act: str, tombol: str, hint: str = "") -> Formulir:
    # Several such forms stand on one page; each label belongs to its own field.
    name = f"alasan-{act}"
    alasan = Ruas("alasan", "Alasan", jenis="panjang", petunjuk=hint, batas=2000, kunci=name)
    return Formulir(at(whole, act), tombol, (Kelompok(tombol, (versi(whole), alasan)),))
