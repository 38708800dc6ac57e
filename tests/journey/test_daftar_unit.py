"""Three units hand in lists, some go back, and what is right becomes a draft of the DIP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from jobs import daftar
from service.acts.berkas import anak as berkas_anak
from service.acts.berkas import butir as berkas_butir
from service.acts.berkas.butir import Masuk
from service.acts.edisi import rancang
from service.acts.edisi.rancang import Rancangan
from service.acts.informasi import antre, baca, masuk, verifikasi
from service.acts.informasi.masuk import Unggah
from service.acts.keadaan.audit import audit
from service.acts.naskah.fill import fill
from service.acts.putaran.baca import Putaran, of_period
from service.adapters.kotak_baca.unit_luar import tables
from service.boxed.tabel_unit import told
from service.domain.berkas import SELESAI, Berkas
from service.domain.daftar_unit.masuk import DaftarMasuk
from service.domain.dip import LAJUR
from service.domain.edisi.edisi import Edisi
from service.domain.informasi.informasi import Informasi
from service.domain.naskah import Naskah
from service.domain.tabel_isian import TabelIsian
from service.ports.informasi import SaringInformasi
from tests.conftest import new_sqlite
from tests.journey.sop import Panggung, at_work, with_units
from tests.kantor import Jam

SENIN = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
BILAH = "Informasi yang Wajib Disediakan dan Diumumkan Secara Berkala"
SISA = ("Kepala Unit Contoh", "Jakarta, 12 Januari 2024", "Cetak", "2 tahun")
JUDUL = ("Laporan kinerja contoh tahun 2023", "Rencana kerja contoh tahun 2024")
SK = "sk_penetapan_dip"


class Penyalin:
    """Stands in for Word: what people carry along is a copy of the sample, each its own file."""

    def __init__(self) -> None:
        self.n = 0

    def fill(self, template: Path, _isian: object, out: Path) -> Path:
        self.n += 1
        out.write_bytes(template.read_bytes() + self.n.to_bytes(2, "big"))
        return out

    def close(self) -> None:
        pass


class Pembaca:
    """Reads our own workbooks as the box does, without its walls."""

    def unit_tables(self, path: Path) -> list[TabelIsian]:
        with path.open("rb") as came:
            found = tables(b"".join(told(came)))
        assert not isinstance(found, str), found
        return found


@dataclass
class Pengumpulan:
    """An agency whose units send workbooks, and its secretariat that reads every line."""

    pusat: Panggung
    room: Path
    n: int = 0

    def send(self, unit: str, *rows: tuple[str, ...]) -> DaftarMasuk:
        """A list as the unit made it, read, with its right lines taken in."""
        self.n += 1
        book = Workbook(write_only=True)
        sheet = book.create_sheet("DIP")
        for row in (
            list(LAJUR.values()),
            ["", BILAH],
            *([n, *row] for n, row in enumerate(rows, 1)),
        ):
            sheet.append(row)
        path = self.room / f"daftar{self.n}.xlsx"
        book.save(path)
        house, who = self.pusat.house, self.pusat.pemeran.of("unit", unit)
        asked = Unggah(house.new_id(), self.pusat.kode, unit, path.name, path)
        self.tick()
        one = masuk.send(house, who, asked)
        daftar.run(house, one.id)
        one = masuk.list_for(house, who, one.id)
        masuk.accept(house, who, one.id, one.versi)
        daftar.run(house, one.id)
        return masuk.list_for(house, who, one.id)

    def tick(self) -> None:
        clock = self.pusat.house.clock
        assert isinstance(clock, Jam)
        clock.go(minutes=1)

    def faults(self, one: DaftarMasuk) -> list[str]:
        """The titles in the workbook that went back."""
        who = self.pusat.pemeran.of("unit", one.unit)
        _, back = masuk.going_back(self.pusat.house, who, one.id)
        with back:
            rows = load_workbook(back).worksheets[0].iter_rows(values_only=True)
            return [str(row[1]) for row in rows if str(row[1]).endswith("contoh")]

    def verify(self, unit: str) -> int:
        """Every line of a unit that waits is found right; how many."""
        house, tim = self.pusat.house, self.pusat.pemeran.of("tim_sekretariat")
        found = antre.waiting(house, tim, self.pusat.kode, unit, "", 99)
        done = antre.verify_many(house, tim, [(one.id, one.versi) for one in found])
        assert [one.kata for one in done if one.kata] == []
        return len(found)

    def refuse(self, unit: str, judul: str) -> None:
        """One line goes back to its unit, with the reason."""
        house, tim = self.pusat.house, self.pusat.pemeran.of("tim_sekretariat")
        found = antre.waiting(house, tim, self.pusat.kode, unit, "", 99)
        one = next(x for x in found if x.unsur.ringkasan == judul)
        verifikasi.send_back(house, tim, one.id, one.versi, "Retensinya belum sesuai JRA contoh")

    def states(self) -> dict[str, str]:
        """How far each unit is in the round of this month."""
        return {one.bagian.unit: one.keadaan for one in self.round.unit}

    @property
    def round(self) -> Putaran:
        tim = self.pusat.pemeran.of("tim_sekretariat")
        [one] = of_period(self.pusat.house, tim, self.pusat.kode, "2026-11")
        return one

    def pieces(self) -> list[Informasi]:
        tim = self.pusat.pemeran.of("tim_sekretariat")
        return baca.listed(self.pusat.house, tim, SaringInformasi(), "", 99)

    def drafted(self, berkas: Berkas) -> Naskah:
        """The draft of the DIP in a matter, and the decree that lists what stands in it."""
        house, tim = self.pusat.house, self.pusat.pemeran.of("tim_sekretariat")
        one = rancang.begin(house, tim, Rancangan(house.new_id(), berkas.id))
        paper = fill(house, berkas.id, SK, {}, tim, bahan=SK)
        with house.ledger.read() as reading:
            linked = reading.get(Edisi, one.id)
        assert (linked.naskah, linked.keadaan) == (paper.id, "rancangan")
        return paper

    def whole(self) -> None:
        """Every promise of the house holds."""
        assert [one.sebut for one in audit(self.pusat.house) if not one.utuh] == []


@contextmanager
def collecting(folder: Path, kode: str, *units: str) -> Iterator[Pengumpulan]:
    packs = with_units(folder, kode, *units)
    with at_work(folder, new_sqlite(folder), packs, Jam(SENIN)) as house:
        boxed = house.opened["reader"]
        house.opened.update({"filler": Penyalin(), "reader": Pembaca()})
        yield Pengumpulan(Panggung(house, kode), folder)
        house.opened["reader"] = boxed


def line(judul: str, unit: str, *sisa: str) -> tuple[str, ...]:
    return (f"{judul} {unit} contoh", f"Unit {unit}", *(sisa or SISA))


def printed(paper: Naskah) -> set[str]:
    """The summaries that a decree prints."""
    rows: Any = paper.isian["daftar"]
    return {row["ringkasan"] for group in rows for row in group["baris"]}


def test_a_month_of_the_ministry_from_three_lists_to_the_draft_of_the_dip(tmp_path: Path) -> None:
    with collecting(tmp_path, "ppid_kementerian", "satminkal_dua") as kumpul:
        pusat = kumpul.pusat
        one = pusat.opened("pengelolaan_informasi", "tim_sekretariat", bagian="bulanan")
        units = [x.unit for x in pusat.below(one)]
        assert kumpul.states() == dict.fromkeys(units, "belum")
        first, second, third = units

        kumpul.send(first, *(line(x, first) for x in JUDUL))
        wrong = kumpul.send(
            second, line(JUDUL[0], second), (*line(JUDUL[1], second)[:1], "", *SISA)
        )
        assert kumpul.faults(wrong) == [f"{JUDUL[1]} {second} contoh"]
        kumpul.send(third, *(line(x, third) for x in JUDUL))
        assert kumpul.states() == {first: "dikirim", second: "dikembalikan", third: "dikirim"}

        kumpul.send(second, *(line(x, second) for x in JUDUL))
        kumpul.refuse(third, f"{JUDUL[0]} {third} contoh")
        assert [kumpul.verify(x) for x in units] == [2, 2, 1]
        assert kumpul.states()[third] == "dikembalikan"
        kumpul.send(third, line(JUDUL[0], third, *SISA[:3], "5 tahun"), line(JUDUL[1], third))
        assert kumpul.verify(third) == 1
        assert kumpul.states() == dict.fromkeys(units, "diverifikasi")

        pusat.choose(verifikasi=["lengkapi"])  # the second unit walks its rows twice
        walked = pusat.below(one)
        for unit in (walked[1], walked[0], walked[2]):
            assert pusat.play(unit).keadaan == SELESAI
        assert [x.putaran for x in map(pusat.now, walked)] == [0, 1, 0]
        assert pusat.play(one, until="tetapkan").langkah == "tetapkan"

        decree = berkas_anak.call(pusat.house, pusat.pemeran.of("ppid"), one.id)
        tim = pusat.pemeran.of("tim_sekretariat")
        for piece in kumpul.pieces():
            asked = Masuk(pusat.house.new_id(), piece.unsur.ringkasan)
            item = berkas_butir.put_in(pusat.house, tim, decree.id, asked)
            berkas_butir.decide(pusat.house, tim, item.id, item.versi, "berkala")
        pusat.go(decree, "tim_sekretariat")
        assert pusat.now(decree).langkah == "rancang"
        paper = kumpul.drafted(decree)
        pusat.go(decree, "tim_sekretariat")
        assert pusat.now(decree).langkah == "tetapkan"  # the draft and its decree are there
        assert printed(paper) == {f"{judul} {unit} contoh" for judul in JUDUL for unit in units}
        assert kumpul.round.unit[1].bagian.unit == second
        kumpul.whole()


def test_biro_organisasi_sets_one_list_of_three_of_its_units(tmp_path: Path) -> None:
    with collecting(tmp_path, "kalteng_biro_organisasi", "subbag_dua", "subbag_tiga") as kumpul:
        biro, units = kumpul.pusat, ["biro_organisasi", "subbag_dua", "subbag_tiga"]
        one = biro.opened("penetapan_dip", "unit", units[0])
        for unit in units[:2]:
            kumpul.send(unit, *(line(x, unit) for x in JUDUL))
        last = units[2]
        wrong = kumpul.send(last, line(JUDUL[0], last), (*line(JUDUL[1], last)[:1], "", *SISA))
        assert kumpul.faults(wrong) == [f"{JUDUL[1]} {last} contoh"]
        assert kumpul.states() == dict(
            zip(units, ("dikirim", "dikirim", "dikembalikan"), strict=True)
        )
        assert not kumpul.round.berirama  # this SOP sets no day, so nobody is late
        biro.choose(koreksi=["perbaiki"])
        biro.play(one, until="koreksi")
        kumpul.send(last, *(line(x, last) for x in JUDUL))
        assert [kumpul.verify(x) for x in units] == [2, 2, 2]
        assert kumpul.states() == dict.fromkeys(units, "diverifikasi")

        assert biro.play(one, until="klasifikasi").putaran == 1
        paper = kumpul.drafted(biro.now(one))
        assert biro.play(one, until="tetapkan").langkah == "tetapkan"
        assert printed(paper) == {f"{judul} {unit} contoh" for judul in JUDUL for unit in units}
        assert date(2026, 11, 23) in {x.tanggal for u in kumpul.round.unit for x in u.daftar}
        kumpul.whole()
