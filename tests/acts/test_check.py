"""What `check` says of the packs of several agencies at once."""

import pytest

from service.acts.instansi.packs import PaketRusak, agencies, agency
from service.acts.keadaan.check import check
from service.domain.kesalahan import grave
from service.domain.paket import PaketTidakTerbaca
from service.domain.refusals import TidakAda

UTUH = """
nama = "Dinas Contoh"
kota = "Kota Contoh"
zona = "WIB"
[kop]
nama = "DINAS CONTOH"
[[unit]]
id = "satu"
nama = "Bidang Contoh"
kode = "DC"
[[pejabat]]
nama = "Contoh Satu"
jabatan = "Kepala Dinas Contoh"
mulai = 2026-01-01
[peran.atasan_ppid]
sebutan = "Atasan PPID"
jabatan = "Kepala Dinas Contoh"
[peran.ppid]
sebutan = "PPID"
jabatan = "Kepala Dinas Contoh"
"""
PASANGAN = """
nama = "Nota"
penandatangan = ["ppid"]
[buku]
seri = "nota"
pola = "{NOMOR}/{TAHUN}"
"""


class PacksOnPaper:
    """Packs that are written down in the test."""

    def __init__(self, files):
        self.files = files

    def still(self):
        return self

    def instansi(self):
        return sorted(
            path.split("/")[0]
            for path in self.files
            if path.endswith("/instansi.toml") and path[0].islower() and path[:4] != "umum"
        )

    def astray(self):
        return [path.split("/")[0] for path in self.files if path[0].isupper()]

    def names(self, instansi):
        start = f"{instansi}/"
        return sorted(path[len(start) :] for path in self.files if path.startswith(start))

    def text(self, path):
        if path not in self.files:
            raise TidakAda(path)
        if self.files[path] is None:
            raise PaketTidakTerbaca(path)
        return self.files[path]

    def file(self, instansi, name, out):
        out.write_text(self.text(f"{instansi}/{name}"))
        return out


def said(packs, *only):
    return [str(one) for one in check(packs, only)]


def test_packs_without_a_fault_give_an_empty_list():
    packs = PacksOnPaper({"contoh/instansi.toml": UTUH, "umum/instansi.toml": UTUH})

    assert said(packs) == []


def test_a_broken_agency_leaves_the_others_working():
    packs = PacksOnPaper(
        {
            "contoh_a/instansi.toml": UTUH,
            "contoh_b/instansi.toml": UTUH.replace('kota = "', "kota = "),
            "contoh_c/instansi.toml": UTUH.replace('zona = "WIB"', 'zona = "GMT"'),
            "contoh_d/instansi.toml": None,
            "contoh_e/instansi.toml": UTUH + f"x = {'9' * 5000}\n",
            "contoh_f/instansi.toml": UTUH + f"x = {'[' * 350}{']' * 350}\n",
        }
    )

    assert list(agencies(packs)) == ["contoh_a"]
    assert agency(packs, "contoh_a").nama == "Dinas Contoh"
    assert {one.file.split("/")[0] for one in check(packs)} == {f"contoh_{x}" for x in "bcdef"}


@pytest.mark.parametrize("kode", ["contoh_b", "contoh_d"])
def test_whoever_asks_for_a_broken_agency_is_told_the_file_and_the_line(kode):
    packs = PacksOnPaper(
        {"contoh_b/instansi.toml": UTUH + 'zonaa = "WIB"\n', "contoh_d/instansi.toml": None}
    )

    with pytest.raises(PaketRusak, match=f"{kode}/instansi.toml") as refused:
        agency(packs, kode)
    assert "instansi lain tetap berjalan" in str(refused.value)


def test_the_common_pack_needs_no_officials():
    nobody = UTUH.replace("mulai = 2026-01-01", "")

    assert said(PacksOnPaper({"umum/instansi.toml": nobody})) == []
    assert len(said(PacksOnPaper({"contoh/instansi.toml": nobody}))) == 1


def test_a_logo_that_is_not_there_is_noticed():
    with_logo = UTUH.replace("[kop]", '[kop]\nlogo = "logo.png"')

    assert "logo.png tidak ada" in said(PacksOnPaper({"contoh/instansi.toml": with_logo}))[0]
    assert (
        said(PacksOnPaper({"contoh/instansi.toml": with_logo, "contoh/logo.png": "gambar"})) == []
    )


def test_a_paper_is_a_pair_and_each_half_asks_for_the_other():
    alone = PacksOnPaper(
        {
            "umum/naskah/nota.toml": PASANGAN,
            "contoh/naskah/memo.docx": "",
            "contoh/instansi.toml": UTUH,
        }
    )

    assert said(alone) == [
        "contoh/naskah/memo.docx: Pasangannya naskah/memo.toml tidak ada.",
        "umum/naskah/nota.toml: Pasangannya naskah/nota.docx tidak ada.",
    ]


def test_an_office_names_who_signs_there_over_the_template_of_umum():
    packs = {
        "umum/naskah/nota.toml": PASANGAN,
        "umum/naskah/nota.docx": "",
        "contoh/naskah/nota.toml": PASANGAN,
        "contoh/instansi.toml": UTUH,
    }

    assert [one for one in said(PacksOnPaper(packs)) if "peringatan" not in one] == []


def test_faults_of_a_pair_are_named_with_their_lines():
    packs = PacksOnPaper(
        {
            "umum/naskah/nota.toml": PASANGAN.replace("seri", "serri"),
            "umum/naskah/nota.docx": "",
            "umum/naskah/rusak.toml": None,
            "umum/naskah/rusak.docx": "",
        }
    )

    assert any(line.startswith("umum/naskah/nota.toml:5: ") for line in said(packs))
    assert any("UTF-8" in line for line in said(packs))


def test_a_ruas_that_takes_from_a_bahan_nobody_declared_is_noticed():
    ruas = """
[[ruas]]
nama = "nomor_surat"
label = "Nomor surat"
asal = "berkas"
isi = "bahan.surat_contoh.nomor"
contoh = "1/2026"
"""
    packs = {"umum/naskah/nota.toml": PASANGAN + ruas, "umum/naskah/nota.docx": ""}
    declared = {"umum/bahan.toml": '[surat_contoh]\nnama = "Surat"\nwujud = "kiriman"\n'}

    assert said(PacksOnPaper(packs)) == [
        "umum/naskah/nota.toml: Ruas 'nomor_surat' mengambil dari bahan 'surat_contoh' yang tidak "
        "ada."
    ]
    assert not [line for line in said(PacksOnPaper(packs | declared)) if "naskah" in line]


def test_a_folder_whose_name_no_agency_can_have_is_noticed():
    packs = PacksOnPaper({"Dinas Contoh/instansi.toml": UTUH, "contoh/instansi.toml": UTUH})

    assert grave(check(packs))[0].file == "Dinas Contoh"
    assert said(packs, "contoh") == []


def test_sops_that_come_back_to_themselves_through_a_common_one_are_noticed():
    calls = (
        'nama = "SOP Contoh"\n[pelaksana]\nppid = "PPID"\n[[langkah]]\n'
        'kegiatan = "Merujuk contoh"\npelaksana = ["ppid"]\nrujukan = "{}"\n'
    )
    ends = calls.split("rujukan")[0]
    packs = PacksOnPaper(
        {
            "contoh/instansi.toml": UTUH,
            "contoh/sop/uji_contoh.toml": calls.format("daftar_contoh"),
            "umum/sop/daftar_contoh.toml": calls.format("uji_contoh"),
            "umum/sop/uji_contoh.toml": ends,
        }
    )

    assert said(packs) == [
        "contoh/sop/uji_contoh.toml: SOP 'uji_contoh' pada akhirnya merujuk diri sendiri."
    ]
