"""Of a line the public is given the legal columns, its code and its address, and nothing more."""

from __future__ import annotations

from dataclasses import replace

from service.domain.edisi.edisi import DIK, DIP
from service.domain.edisi.lajur import LAJUR, outward
from service.domain.informasi.baris import dip_row
from service.domain.informasi.unsur import Pelengkap
from tests.domain.informasi.contoh import UTUH
from tests.terbitan import dik_line


def test_the_mark_of_the_closed_original_stays_in_the_house() -> None:
    more = Pelengkap(sidik="ab" * 32, alamat="https://ppid.contoh.go.id/laporan")
    row = dip_row(replace(UTUH, keadaan="terverifikasi", pelengkap=more))
    out = outward(DIP, row)
    assert "ab" * 32 not in out.values()
    assert {name: said for name, said in row.items() if name != "sidik"} == out


def test_a_field_that_nobody_allowed_does_not_go_out() -> None:
    line = dik_line(1)
    assert outward(DIK, line | {"berkas": "rahasia", "sidik": "ab" * 32}) == line
    assert set(LAJUR["dip"]) <= set(outward(DIP, dict.fromkeys(LAJUR["dip"], "ada")))
