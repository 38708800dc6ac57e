"""A paper that the program makes by itself has the ruas that there are, and nobody's else."""

from __future__ import annotations

from service.domain.pasangan_baca import read

KEPALA = 'nama = "Lembar contoh"\nbentuk = "lembar"\ntanda_tangan = "tanpa"\n'


def ruas(nama: str, asal: str) -> str:
    return (
        f'[[ruas]]\nnama = "{nama}"\nlabel = "Contoh"\njenis = "teks"\nasal = "{asal}"\n'
        'petunjuk = "Contoh."\ncontoh = "Contoh"\n'
    )


def said(text: str) -> str:
    return " ".join(str(one) for one in read("contoh", text, "contoh.toml")[1])


def test_a_sheet_of_proof_names_what_the_program_knows() -> None:
    made = f'disusun_dari = "bukti_ttd"\n{KEPALA}'
    kind, found = read("contoh", made + ruas("sesudah", "mesin"), "contoh.toml")
    assert found == []
    assert kind is not None
    assert kind.disusun_dari == "bukti_ttd"


def test_what_the_program_does_not_know_is_a_fault_and_so_is_what_nobody_would_fill_in() -> None:
    made = f'disusun_dari = "bukti_ttd"\n{KEPALA}'
    assert "'cuaca' tidak disediakan mesin" in said(made + ruas("cuaca", "mesin"))
    assert "'perihal' tidak akan terisi" in said(made + ruas("perihal", "petugas"))


def test_a_paper_that_people_write_takes_nothing_from_the_program() -> None:
    assert "'sesudah' tidak disediakan mesin" in said(KEPALA + ruas("sesudah", "mesin"))
