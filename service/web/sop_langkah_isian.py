"""The form of one row of a draft, and the row that it makes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from flask import url_for

from service.domain.sop.bahan import CUKUP, KIRIMAN, NASKAH, Bahan
from service.domain.sop.bentuk import BERIKUT, LEMBAR, PER_BUTIR, PER_UNIT, SELESAI
from service.domain.sop.impor_kata import key
from service.domain.sop.konsep import BarisKonsep, SopKonsep
from service.domain.sop.konsep_periksa import Periksa
from service.domain.sop.konsep_susun import ids
from service.face.isi import Tautan
from service.face.isi_formulir import Formulir, Kelompok, Pilihan, Ruas, Tombol
from service.web.centang import chosen
from service.web.forms import Terisi
from service.web.sop_kata import (
    MENUJU,
    WUJUD,
    field,
    many,
    place,
    reason,
    table,
    text,
    understood,
)

LANJUT, DAFTAR_BAHAN = "lanjut", "daftar-bahan"
ADA, DISIMPULKAN = "ada", "disimpulkan"
SUMBER = (
    Pilihan(ADA, "Ada di tabel SOP"),
    Pilihan(DISIMPULKAN, "Disimpulkan", "Tidak tertulis di tabel; tidak dihitung sebagai baris."),
)
UNTUK = (
    Pilihan("", "Seluruh berkas"),
    Pilihan(PER_UNIT, "Setiap unit kerja"),
    Pilihan(PER_BUTIR, "Setiap butir informasi"),
)
LAIN = "lain"
KEPUTUSAN, LAINNYA, BAHAN_BARU = "Keputusan", "Keterangan dan lainnya", "Bahan baru"
_KOSONG = 2  # places for what is added, in one go
_LAJUR = ("kelengkapan", "keluaran")


def form(konsep: SopKonsep, row: BarisKonsep, periksa: Periksa, terlihat: str) -> Formulir:
    """The row as it can be written anew; it carries what of it was seen."""
    isi = row.isi
    lain = (Tombol("Simpan, buka langkah berikutnya", LANJUT),)
    after = place(konsep, row) < len(konsep.langkah)
    return Formulir(
        url_for("sop_langkah.write", konsep_id=konsep.id, kunci=row.kunci),
        "Simpan langkah",
        (
            Kelompok("", (Ruas("terlihat", "Terlihat", terlihat, "tersembunyi", wajib=False),)),
            Kelompok("Kegiatan dan pelaksana", _work(konsep, isi)),
            Kelompok("Kelengkapan", tuple(_things(konsep, isi, "kelengkapan", periksa.bahan))),
            Kelompok("Waktu", (_time(isi),)),
            Kelompok("Output", tuple(_things(konsep, isi, "keluaran", periksa.bahan))),
            Kelompok(
                KEPUTUSAN,
                tuple(_branches(konsep, row)),
                "Isi bila langkah ini punya lebih dari satu hasil. Hasil yang menuju langkah "
                "sebelumnya adalah pengembalian.",
            ),
            Kelompok(LAINNYA, tuple(_more(konsep, row, periksa))),
            Kelompok(
                BAHAN_BARU,
                tuple(_fresh_things()),
                "Hanya bila yang diperlukan belum ada di daftar bahan di atas.",
            ),
            Kelompok("Kepastian", tuple(_sure(row))),
        ),
        lain=lain if after else (),
        batal=Tautan("Kembali ke konsep", url_for("sop_konsep.show", konsep_id=konsep.id)),
    )


def _work(konsep: SopKonsep, isi: Mapping[str, Any]) -> tuple[Ruas, ...]:
    every = _actors(konsep, isi)
    own, along = tuple(many(isi.get("pelaksana"))), tuple(many(isi.get("bersama")))
    return (
        Ruas("kegiatan", "Kegiatan", text(isi.get("kegiatan")), "panjang", wajib=False),
        Ruas(
            "pelaksana",
            "Pelaksana",
            jenis="centang",
            petunjuk="Setiap yang dicentang dapat menyelesaikan langkah ini.",
            pilihan=every,
            terpilih=own,
            wajib=False,
        ),
        Ruas("bersama", "Yang ikut", "", "centang", wajib=False, pilihan=every, terpilih=along),
    )


def _actors(konsep: SopKonsep, isi: Mapping[str, Any]) -> tuple[Pilihan, ...]:
    known = table(konsep.kepala.get("pelaksana"))
    named = [*known, *many(isi.get("pelaksana")), *many(isi.get("bersama"))]
    found = []
    for one in dict.fromkeys(named):
        said = known.get(one)
        name = said if isinstance(said, str) else text(table(said).get("sebutan"))
        found.append(Pilihan(one, name or f"{one} (belum dikenal)"))
    return tuple(found)


def _time(isi: Mapping[str, Any]) -> Ruas:
    kata = text(isi.get("waktu"))
    hint = f"Dimengerti: {understood(kata)}."
    return Ruas("waktu", "Waktu", kata, "teks", hint, "15 menit; 2 hari", wajib=False, batas=1000)


def _things(
    konsep: SopKonsep, isi: Mapping[str, Any], lajur: str, bahan: Mapping[str, Bahan]
) -> Iterator[Ruas]:
    written = text(table(isi.get("tertulis")).get(lajur))
    name = field(lajur)
    yield Ruas(
        f"tertulis_{lajur}",
        f"{name} sebagaimana tertulis",
        written,
        "panjang",
        "Ejaan tabelnya, untuk dicetak kembali.",
        wajib=False,
        batas=2000,
    )
    held = isi.get(lajur)
    now = held if isinstance(held, list) else []
    labels = {key: label for label, key in named(bahan).items()}
    asks = lajur == "kelengkapan" and _per_item(konsep, now)
    for n in range(1, len(now) + _KOSONG + 1):
        one = now[n - 1] if n <= len(now) else ""
        nama = one if isinstance(one, str) else text(table(one).get("bahan"))
        yield Ruas(
            f"{lajur}_{n}",
            f"{name} {n}",
            labels.get(nama, nama),
            petunjuk="Ketik sebagian namanya, lalu pilih dari daftar bahan."
            if n == len(now) + 1
            else "",
            wajib=False,
            saran=DAFTAR_BAHAN,
        )
        if asks:
            when = ", ".join(many(table(one).get("bila")))
            hint = "Kosong: selalu diperlukan."
            yield Ruas(f"bila_{n}", f"Hanya bila hasil {n}", when, "teks", hint, wajib=False)


def named(bahan: Mapping[str, Bahan]) -> dict[str, str]:
    """By what people call it, the key of each thing; where two are called alike, with its key."""
    found = dict[str, str]()
    for one in sorted(bahan.values(), key=lambda one: (one.nama.lower(), one.id)):
        label = one.nama if one.nama and one.nama not in found else f"{one.nama} [{one.id}]"
        found[label.strip()] = one.id
    return found


def unknown(row: BarisKonsep, sent: Terisi, bahan: Mapping[str, Bahan]) -> tuple[str, ...]:
    """What was typed for a thing and is none that there is."""
    known = _resolved(row, bahan)
    return tuple(
        f"“{words}” belum ada di daftar bahan. Pilih dari daftar, atau tulis di Bahan baru."
        for lajur in _LAJUR
        for n in _counted(sent, lajur)
        if (words := sent[f"{lajur}_{n}"]) and words.lower() not in known
    )


def _resolved(row: BarisKonsep, bahan: Mapping[str, Bahan]) -> dict[str, str]:
    """By the words that may be typed, the key that is meant."""
    held = [
        one for lajur in _LAJUR if isinstance(row.isi.get(lajur), list) for one in row.isi[lajur]
    ]
    own = [one if isinstance(one, str) else text(table(one).get("bahan")) for one in held]
    found = {key.lower(): key for key in (*own, *bahan)}
    return found | {label.lower(): key for label, key in named(bahan).items()}


def _fresh_things() -> Iterator[Ruas]:
    for lajur, usual in (("kelengkapan", KIRIMAN), ("keluaran", NASKAH)):
        name = field(lajur).lower()
        yield Ruas(f"baru_{lajur}", f"Bahan baru untuk {name}", wajib=False)
        yield Ruas(
            f"wujud_{lajur}",
            f"Wujud bahan baru untuk {name}",
            usual,
            "pilih",
            wajib=False,
            pilihan=tuple(Pilihan(one, WUJUD[one]) for one in CUKUP),
        )


def folded(formulir: Formulir) -> tuple[str, ...]:
    """The groups in which nothing stands and nothing is wrong: they open when asked."""
    return tuple(
        one.judul
        for one in formulir.kelompok
        if one.judul in (KEPUTUSAN, LAINNYA, BAHAN_BARU)
        and not any(
            ruas.galat or ruas.terpilih or (ruas.nilai and not ruas.nama.startswith("wujud_"))
            for ruas in one.ruas
        )
    )


def _per_item(konsep: SopKonsep, now: list[Any]) -> bool:
    return any(one.isi.get("untuk") == PER_BUTIR for one in konsep.langkah) or any(
        isinstance(one, dict) for one in now
    )


def _branches(konsep: SopKonsep, row: BarisKonsep) -> Iterator[Ruas]:
    now = list(table(row.isi.get("cabang")).items())
    goals = (
        Pilihan("", "– pilih –"),
        Pilihan(BERIKUT, MENUJU[BERIKUT].capitalize()),
        *(
            Pilihan(id_, f"Langkah {n}: {_short(konsep, kunci)}")
            for n, (kunci, id_) in enumerate(ids(konsep.langkah).items(), 1)
        ),
        Pilihan(SELESAI, "Selesai: berkas ditutup"),
    )
    known = {one.nilai for one in goals}
    for n in range(1, len(now) + _KOSONG + 1):
        hasil, to = now[n - 1] if n <= len(now) else ("", "")
        where = text(to)
        lost = () if where in known else (Pilihan(where, f"{where} (tidak ada)"),)
        name = hasil.replace("_", " ")
        yield Ruas(f"hasil_{n}", f"Hasil {n}", name, contoh="ya", wajib=False, batas=40)
        yield Ruas(
            f"tujuan_{n}", f"Hasil {n} menuju", where, "pilih", wajib=False, pilihan=goals + lost
        )


def _short(konsep: SopKonsep, kunci: str) -> str:
    row = konsep.row(kunci)
    words = text(row.isi.get("kegiatan")) if row else ""
    return words if len(words) <= 60 else f"{words[:59]}…"


def _more(konsep: SopKonsep, row: BarisKonsep, periksa: Periksa) -> Iterator[Ruas]:
    isi = row.isi
    yield Ruas("keterangan", "Keterangan", text(isi.get("keterangan")), "panjang", wajib=False)
    yield Ruas(
        "untuk", "Dikerjakan untuk", text(isi.get("untuk")), "pilih", wajib=False, pilihan=UNTUK
    )
    hint = "Pisahkan dengan koma. Kosong: untuk setiap butir."
    yield Ruas(
        "hanya", "Hanya bila hasilnya", ", ".join(many(isi.get("hanya"))), "teks", hint, wajib=False
    )
    if parts := [one for one in _parts(konsep) if one]:
        chosen_ = text(isi.get("bagian"))
        yield Ruas(
            "bagian",
            "Bagian SOP",
            chosen_,
            "pilih",
            wajib=False,
            pilihan=tuple(Pilihan(one, one) for one in dict.fromkeys((*parts, chosen_)) if one),
        )
    called = text(isi.get("rujukan"))
    yield Ruas(
        "rujukan",
        "Memanggil SOP lain",
        called,
        "pilih",
        wajib=False,
        pilihan=tuple(
            Pilihan(one, one.replace("_", " "))
            for one in dict.fromkeys((*sorted(periksa.lain), called))
            if one
        ),
    )
    yield Ruas(
        "lembar",
        "Lembar kerja",
        jenis="centang",
        wajib=False,
        pilihan=tuple(Pilihan(one, words.capitalize()) for one, words in LEMBAR.items()),
        terpilih=tuple(many(isi.get("lembar"))),
    )
    hint = "Kosong: nomor langkahnya. Huruf kecil, angka, dan garis bawah."
    yield Ruas(
        "id", "Nama pendek langkah", text(isi.get("id")), "teks", hint, wajib=False, batas=40
    )


def _parts(konsep: SopKonsep) -> list[str]:
    found = konsep.kepala.get("bagian")
    return [text(table(one).get("id")) for one in found] if isinstance(found, list) else []


def _sure(row: BarisKonsep) -> Iterator[Ruas]:
    inferred = row.isi.get("tafsir") is True
    yield Ruas("sumber", "Langkah ini", DISIMPULKAN if inferred else ADA, "radio", pilihan=SUMBER)
    doubted = _doubted(row)
    named = dict.fromkeys((*_MUNGKIN, *doubted))
    why = {one.isian or LAIN: reason(one.sebab) for one in reversed(row.ragu)}
    yield Ruas(
        "ragu",
        "Masih belum pasti",
        jenis="centang",
        petunjuk="Hapus centangnya setelah Anda memastikannya di samping tabel.",
        wajib=False,
        pilihan=tuple(
            Pilihan(one, "Lainnya" if one == LAIN else field(one), why.get(one, ""))
            for one in named
        ),
        terpilih=tuple(doubted),
    )


_MUNGKIN = ("kegiatan", "pelaksana", "kelengkapan", "waktu", "keluaran", "cabang", "keterangan")


def _doubted(row: BarisKonsep) -> tuple[str, ...]:
    marks = many(row.isi.get("tafsir"))
    return tuple(dict.fromkeys((*marks, *(one.isian or LAIN for one in row.ragu))))


def edited(
    row: BarisKonsep, sent: Terisi, bahan: Mapping[str, Bahan]
) -> tuple[BarisKonsep, dict[str, Any]]:
    """The row as it was written, and the things it newly calls for."""
    ruas = {one.nama: one for one in sent.formulir.ruas}

    def ticks(name: str) -> list[str]:
        return list(chosen(ruas[name]))

    isi, baru, known = dict(row.isi), dict[str, Any](), _resolved(row, bahan)
    isi["kegiatan"] = " ".join(sent["kegiatan"].split())
    isi["pelaksana"], isi["bersama"], isi["lembar"] = (
        ticks("pelaksana"),
        ticks("bersama"),
        ticks("lembar"),
    )
    isi["waktu"] = sent["waktu"]
    for lajur in _LAJUR:
        isi[lajur] = _chosen_things(sent, lajur, known)
        if words := sent[f"baru_{lajur}"]:
            name = key(words, 60)
            if name:
                isi[lajur].append(name)
                baru[name] = {"nama": words, "wujud": sent[f"wujud_{lajur}"] or "tanda"}
    isi["cabang"] = dict(_ways(sent))
    isi["keterangan"] = " ".join(sent["keterangan"].split())
    for name in ("untuk", "rujukan", "id"):
        isi[name] = sent[name]
    if "bagian" in ruas:
        isi["bagian"] = sent["bagian"]
    isi["hanya"] = _split(sent["hanya"])
    said = table(row.isi.get("tertulis"))
    isi["tertulis"] = said | {one: " ".join(sent[f"tertulis_{one}"].split()) for one in _LAJUR}
    if not any(isi["tertulis"].values()):
        isi.pop("tertulis")
    chosen_marks = ticks("ragu")
    was = many(row.isi.get("tafsir"))
    marks = list(dict.fromkeys((*(one for one in was if one in chosen_marks), *chosen_marks)))
    stays = (_TETAP | set(marks)) & row.isi.keys()
    clean = {name: one for name, one in isi.items() if name in stays or one not in ("", [], {})}
    clean["tafsir"] = (
        True if sent["sumber"] == DISIMPULKAN else [one for one in marks if one in clean]
    )
    if not clean["tafsir"]:
        clean.pop("tafsir")
    ragu = tuple(one for one in row.ragu if (one.isian or LAIN) in marks)
    return replace(row, isi=clean, ragu=ragu), baru


_TETAP = frozenset({"kegiatan", "pelaksana", "kelengkapan", "waktu", "keluaran"})


def _chosen_things(sent: Terisi, lajur: str, known: Mapping[str, str]) -> list[Any]:
    found = list[Any]()
    for n in _counted(sent, lajur):
        if not (words := sent[f"{lajur}_{n}"]):
            continue
        name = known.get(words.lower(), words)
        when = _split(sent.nilai.get(f"bila_{n}", "")) if lajur == "kelengkapan" else []
        one: Any = {"bahan": name, "bila": when} if when else name
        if one not in found:
            found.append(one)
    return found


def _ways(sent: Terisi) -> Iterator[tuple[str, str]]:
    for n in _counted(sent, "hasil"):
        if sent[f"hasil_{n}"] or sent[f"tujuan_{n}"]:
            yield key(sent[f"hasil_{n}"]) or sent[f"hasil_{n}"] or f"hasil_{n}", sent[f"tujuan_{n}"]


def _counted(sent: Terisi, name: str) -> Iterator[int]:
    n = 1
    while f"{name}_{n}" in sent.nilai:
        yield n
        n += 1


def _split(words: str) -> list[str]:
    return [key(one) or one.strip() for one in words.split(",") if one.strip()]
