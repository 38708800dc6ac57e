"""The five SOPs as data say what their sources say, and mark what was read into them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from service.acts.sop.daftar import own_sops, sop_of
from service.adapters.packs import FolderPacks
from service.domain.sop.bentuk import BERIKUT, Langkah, Sop
from service.domain.sop.waktu import KATEGORI, NORMA, ULANG
from tests.domain.sop.resmi.baris import Baris, Tahap
from tests.domain.sop.resmi.lima import LIMA, UMUM, seed

# What comes out of each row, by the keys of bahan.toml.
KERTAS = {
    "kemensetneg": (
        "nomor_register",
        "undangan_rapat",
        "daftar_hadir lembar_uji laporan_rapat",
        "memorandum berita_acara_uji",
        "sk_klasifikasi",
        "dip",
        "laporan_uji",
    ),
    "kalteng_biro_umum": (
        "surat_tugas",
        "berkas_dikecualikan",
        "berkas_dikecualikan kesiapan_berkas",
        "berkas_dikecualikan tanda_terima kartu_kontrol",
        "surat_tugas_dokumentasi berkas_terdokumentasi",
    ),
    "kota_kupang": (
        "berkas_usulan_dik laporan_klasifikasi",
        "usulan_dik kartu_kontrol berkas_usulan_dik tanda_terima",
        "lembar_uji berita_acara_uji sk_klasifikasi",
        "dik",
    ),
    "ppid_kementerian": (
        "laporan_pengumpulan",
        "berkas_informasi tanda_terima kartu_kontrol",
        "laporan_klasifikasi",
        "laporan_klasifikasi",
        "berkas_informasi tanda_terima kartu_kontrol",
        "laporan_klasifikasi",
        "laporan_bulanan",
        "sk_penetapan_dip dip",
        "dip laporan_bulanan",
        "laporan_bulanan",
        "masukan_tim_pertimbangan laporan_pengelolaan",
        "memorandum",
        "laporan_monev",
        "laporan_monev",
        "laporan_monev dip",
    ),
    "kalteng_biro_organisasi": (
        "data_informasi laporan_pengumpulan",
        "data_informasi",
        "laporan_klasifikasi dip",
        "undangan_rapat daftar_hadir laporan_rapat berita_acara_kesepakatan "
        "informasi_terdokumentasi",
        "sk_penetapan_dip dip",
        "dip",
    ),
}


def printed(sop: Sop, row: Langkah) -> Baris:
    """A row as its source prints it, and as we read it."""
    return Baris(
        row.nomor,
        row.kegiatan,
        kolom=_columns(sop, row.pelaksana),
        ikut=_columns(sop, row.bersama),
        kelengkapan=row.tertulis.kelengkapan or "",
        waktu=row.waktu.kata,
        keluaran=row.tertulis.keluaran or "",
        ket=row.keterangan,
        ke=_goals(sop, row.cabang),
        tahap=tuple(
            Tahap(one.id, _columns(sop, one.pelaksana), _goals(sop, one.cabang))
            for one in row.tahap
        ),
        untuk=row.untuk,
        hanya=row.hanya,
        bagian=row.bagian,
        rujukan=row.rujukan,
        lembar=row.lembar,
        tafsir=row.disimpulkan,
    )


def _columns(sop: Sop, names: tuple[str, ...]) -> tuple[int, ...]:
    order = [one.id for one in sop.pelaksana]
    return tuple(order.index(one) + 1 for one in names)


def _goals(sop: Sop, branches: Mapping[str, str]) -> dict[str, int | str]:
    return {
        hasil: goal if goal == BERIKUT else sop.row(goal).nomor for hasil, goal in branches.items()
    }


ROWS = [(instansi, one) for instansi, (_, source) in LIMA.items() for one in source.TABEL]


@pytest.mark.parametrize(("instansi", "baris"), ROWS, ids=[f"{x}-{y.nomor}" for x, y in ROWS])
def test_every_row_says_what_its_source_prints(
    packs: FolderPacks, instansi: str, baris: Baris
) -> None:
    sop, _ = seed(packs, instansi)

    assert printed(sop, sop.resmi[baris.nomor - 1]) == baris


@pytest.mark.parametrize("instansi", LIMA)
def test_every_row_is_there_and_no_other(packs: FolderPacks, instansi: str) -> None:
    sop, source = seed(packs, instansi)

    assert [one.nomor for one in sop.resmi] == [one.nomor for one in source.TABEL]
    assert own_sops(packs, instansi) == [sop.kode]
    for row in sop.resmi:  # what the columns print is never left to our keys
        assert row.tertulis.kelengkapan is not None
        assert row.tertulis.keluaran is not None


def test_the_five_tables_have_their_official_rows(packs: FolderPacks) -> None:
    assert [len(seed(packs, one)[0].resmi) for one in LIMA] == [7, 5, 4, 15, 6]


@pytest.mark.parametrize("instansi", LIMA)
def test_the_block_above_the_table_is_as_it_is_written(packs: FolderPacks, instansi: str) -> None:
    sop, source = seed(packs, instansi)

    assert (sop.nama, sop.nomor) == (source.NAMA, source.NOMOR)
    assert tuple(one.sebutan for one in sop.pelaksana) == source.KOLOM
    assert sop.identitas == source.KEPALA
    assert sop.identitas.kosong == (instansi == "ppid_kementerian")


def test_what_was_read_into_a_source_is_named(packs: FolderPacks) -> None:
    inferred = {
        instansi: [one.id for one in seed(packs, instansi)[0].langkah if one.tafsir]
        for instansi in LIMA
    }
    heads = {instansi: seed(packs, instansi)[0].tafsir for instansi in LIMA}

    assert inferred.pop("kemensetneg") == ["masuk_dik"]
    assert not any(inferred.values())
    assert heads == {
        "kemensetneg": ("judul", "buka"),
        "kalteng_biro_umum": (
            "buka",
            "identitas.dibuat",
            "identitas.direvisi",
            "identitas.disahkan",
        ),
        "kota_kupang": ("buka",),
        "ppid_kementerian": ("judul", "buka", "bagian", "pelaksana.tim_pertimbangan"),
        "kalteng_biro_organisasi": (
            "judul",
            "buka",
            "identitas.peringatan",
            "pelaksana.ppid_pembantu",
            "pelaksana.kepala_biro",
        ),
    }
    for kode in UMUM:  # no office has set these in force
        assert sop_of(packs, "umum", kode).tafsir == ("langkah",)


@pytest.mark.parametrize("instansi", LIMA)
def test_each_row_gives_its_papers(packs: FolderPacks, instansi: str) -> None:
    sop, _ = seed(packs, instansi)

    assert tuple(" ".join(one.semua_keluaran) for one in sop.resmi) == KERTAS[instansi]


def test_norms_are_those_of_the_tables(packs: FolderPacks) -> None:
    norms = {
        instansi: (
            sum(one.waktu.menit_sentuh for one in seed(packs, instansi)[0].langkah),
            sum(one.waktu.hari_sentuh for one in seed(packs, instansi)[0].langkah),
        )
        for instansi in LIMA
    }

    assert norms == {
        "kemensetneg": (265, 2),
        "kalteng_biro_umum": (45, 0),
        "kota_kupang": (0, 0),
        "ppid_kementerian": (330, 4),
        "kalteng_biro_organisasi": (120, 1),
    }


def kinds(sop: Sop) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for row in sop.resmi:
        found.setdefault(row.waktu.jenis, []).append(row.nomor)
    return found


def test_periods_and_kinds_of_information_set_no_norm(packs: FolderPacks) -> None:
    assert kinds(seed(packs, "kota_kupang")[0]) == {"": [1, 2, 3, 4]}
    assert kinds(seed(packs, "ppid_kementerian")[0])[ULANG] == [8, 13, 14, 15]
    assert kinds(seed(packs, "kalteng_biro_organisasi")[0]) == {
        KATEGORI: [1, 2, 3],
        NORMA: [4, 5, 6],
    }


def test_the_monthly_round_and_the_half_yearly_one_are_apart(packs: FolderPacks) -> None:
    sop, _ = seed(packs, "ppid_kementerian")

    assert [(one.id, one.berkala.jumlah) for one in sop.parts()] == [("bulanan", 1), ("monev", 6)]
    assert [one.nomor for one in sop.rows("bulanan")] == list(range(1, 13))
    assert [one.nomor for one in sop.rows("monev")] == [14, 13, 15]
    assert [one.nomor for one in sop.resmi if one.untuk] == [1, 2, 3, 4, 5, 6]
    assert [one.bahan for one in sop.row("tetapkan_terbuka").kelengkapan] == ["masukan_publik"]


def test_acts_of_other_people_within_a_row_have_their_own_paper(packs: FolderPacks) -> None:
    report = seed(packs, "ppid_kementerian")[0].row("terima_laporan").tahap
    assign = seed(packs, "kalteng_biro_umum")[0].row("dokumentasikan").tahap

    assert [one.keluaran for one in report] == [
        ("masukan_tim_pertimbangan",),
        ("laporan_pengelolaan",),
    ]
    assert [one.keluaran for one in assign] == [
        ("surat_tugas_dokumentasi",),
        ("berkas_terdokumentasi",),
    ]
    for instansi in LIMA:
        for row in seed(packs, instansi)[0].langkah:
            made = {name for one in row.tahap for name in one.keluaran}
            assert not row.tahap or made == set(row.keluaran), row.id
