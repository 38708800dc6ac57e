"""The forms about one archive: what its keeper writes, what who lets it go decides."""

from __future__ import annotations

from collections.abc import Iterator

from service.acts.arsip.baca import Kartu
from service.domain.arsip.arsip import PERGI
from service.domain.arsip.jadwal import DINILAI, MUSNAH, PERMANEN
from service.domain.arsip.pinjam import TERLAMA
from service.domain.arsip.tahan import SEBAB
from service.domain.arsip.tempat import listed, told
from service.domain.fisik import KONDISI, SATUAN, TINGKAT
from service.domain.informasi.retensi import NASIB_AKHIR
from service.domain.tanggal import panjang
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas
from service.ports import House
from service.web.arsip.isi import ALAMAT


def forms(house: House, card: Kartu) -> list[Formulir]:
    """Those that make sense now, the most wanted first."""
    if card.tegak.now.keadaan in PERGI:
        return []
    found = list(_keeper(house, card)) if card.jaga else []
    return found + (list(_head(card)) if card.lepas else [])


def _keeper(house: House, card: Kartu) -> Iterator[Formulir]:
    a = card.tegak.now
    if card.jadwal.baris:
        hint = "Ketik kodenya, misalnya HM.01.02; hanya kode dari klasifikasi yang berlaku."
        field = Ruas("kode", "Kode klasifikasi", a.kode, petunjuk=hint, batas=60, lebar="sempit")
        yield _form(card, "kode", "Beri kode", field)
    if a.retensi.aktif.sejak:
        label = f"Tanggal {a.retensi.aktif.sejak}"
        yield _form(card, "peristiwa", "Catat peristiwa", Ruas("hari", label[:80], "", "tanggal"))
    if card.versi and card.tempat:
        yield _lay(card)
        yield _vital(card)
    if a.tempat and not card.halangan.dipinjam:
        yield _lend(house, card)
    if out := card.keluar:
        kinds = tuple(Pilihan(*one) for one in KONDISI.items())
        field = Ruas("kondisi", "Kondisi ketika kembali", "baik", "radio", pilihan=kinds)
        seen = Ruas("pinjaman", "Pinjaman", f"{out.id}.{out.versi}", "tersembunyi", batas=60)
        yield _form(card, "kembali", "Terima kembali kertasnya", seen, field)
        hint = f"Sekarang {panjang(out.kembali_sebelum)}; paling lama {TERLAMA} hari dari hari ini."
        until = Ruas("sampai", "Kembali sebelum", "", "tanggal", hint, kunci="sampai-perpanjang")
        yield _form(card, "perpanjang", "Perpanjang pinjaman", seen, until)
    grounds = tuple(Pilihan(*one) for one in SEBAB.items())
    yield _form(
        card,
        "tahan",
        "Tahan arsip",
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas("sebab", "Sebab", "", "radio", pilihan=grounds),
        _why("tahan"),
    )


def _head(card: Kartu) -> Iterator[Formulir]:
    a = card.tegak.now
    if a.retensi.nasib == DINILAI:
        fates = tuple(Pilihan(x, NASIB_AKHIR[x]) for x in (MUSNAH, PERMANEN))
        field = Ruas("penilaian", "Nasib akhir", a.penilaian, "radio", pilihan=fates)
        yield _form(card, "nilai", "Nilai nasib akhir", field, _why("nilai"))
    standing = [x for x in card.penahanan if x.dilepas is None]
    if standing:
        some = tuple(
            Pilihan(f"{x.id}.{x.versi}", f"{SEBAB[x.sebab]}: {card.alasan.get(x.alasan, '')[:80]}")
            for x in standing
        )
        field = Ruas("penahanan", "Penahanan", "", "pilih", pilihan=some)
        yield _form(card, "lepas", "Lepas penahanan", field, _why("lepas"))
    if a.vital:
        yield _form(card, "tidak-vital", "Cabut penetapan arsip vital", _why("tidak-vital"))


def _lend(house: House, card: Kartu) -> Formulir:
    hint = f"Paling lama {TERLAMA} hari; dapat diperpanjang."
    return _form(
        card,
        "pinjam",
        "Pinjamkan kertasnya",
        Ruas("tanda", "Tanda", house.new_id(), "tersembunyi", batas=40),
        Ruas("peminjam", "Nama masuk peminjam", batas=80),
        Ruas("sampai", "Kembali sebelum", "", "tanggal", hint),
        Ruas("keperluan", "Keperluan", "", "panjang", batas=2000),
    )


def _lay(card: Kartu) -> Formulir:
    a = card.tegak.now
    units = tuple(Pilihan(x, nama) for x, nama in SATUAN.items())
    return _form(
        card,
        "letak",
        "Catat tempat kertasnya",
        Ruas("tempat", "Tempat", a.tempat, "pilih", pilihan=_places(card)),
        Ruas("jumlah", "Jumlah", str(a.jumlah or 1), "angka", batas=6, lebar="sempit"),
        Ruas("satuan", "Satuan", a.satuan or "map", "pilih", pilihan=units),
        Ruas(
            "kondisi",
            "Kondisi",
            a.kondisi,
            "pilih",
            pilihan=tuple(Pilihan(*one) for one in KONDISI.items()),
            wajib=False,
        ),
        Ruas(
            "tingkat",
            "Tingkat perkembangan",
            a.tingkat,
            "pilih",
            pilihan=tuple(Pilihan(*one) for one in TINGKAT.items()),
            wajib=False,
        ),
    )


def _vital(card: Kartu) -> Formulir:
    a = card.tegak.now
    hint = "Di ruang lain daripada aslinya."
    field = Ruas(
        "cadangan",
        "Tempat salinan cadangan",
        a.cadangan,
        "pilih",
        hint,
        wajib=False,
        pilihan=_places(card),
    )
    return _form(card, "vital", "Tetapkan sebagai arsip vital", field)


def _places(card: Kartu) -> tuple[Pilihan, ...]:
    open_ = (one for one in listed(card.tempat) if one.ditutup is None)
    return tuple(Pilihan(one.id, told(one.id, card.tempat)) for one in open_)


def _why(apa: str) -> Ruas:
    return Ruas("alasan", "Alasan", "", "panjang", batas=2000, kunci=f"alasan-{apa}")


def _form(card: Kartu, apa: str, tombol: str, *fields: Ruas) -> Formulir:
    seen = Ruas("versi", "Versi", str(card.versi), "tersembunyi")
    at = f"{ALAMAT}/{card.tegak.now.id}/{apa}"
    return Formulir(at, tombol, (Kelompok("", (seen, *fields)),))
