"""What papers are made with: filled, printed, trimmed, bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.opened_once import opened_once
from service.rooms.foundation import Foundation

if TYPE_CHECKING:  # adapters are imported by whoever first needs them
    from service.adapters.daftar_cetak import DaftarCetak
    from service.adapters.docx import Docx
    from service.adapters.gembok import AgeLocks
    from service.adapters.huruf import Fontconfig
    from service.adapters.jilid import Penjilid
    from service.adapters.pangkas import Pangkas
    from service.adapters.pdf_cetak import PdfCetak
    from service.adapters.pdf_sah import PageExaminer
    from service.adapters.signing.kolom import PdfKolom
    from service.adapters.soffice import Soffice, SofficeAsing
    from service.adapters.sop_word import SopWord
    from service.adapters.tanda_halaman import PageMarker
    from service.adapters.tas import TasBagIt
    from service.adapters.xlsx_formulir import XlsxFormulir
    from service.adapters.xlsx_kembali import XlsxKembali
    from service.adapters.xlsx_tulis import XlsxTulis


class Printing(Foundation):
    """The print shop."""

    @opened_once
    def filler(self) -> Docx:
        from service.adapters.docx import Docx

        return Docx()

    @opened_once
    def converter(self) -> Soffice:
        from service.adapters.pdf import PdfProofreader
        from service.adapters.pdf_sambung import PdfJoiner
        from service.adapters.soffice import Bersambung, Hangat, Soffice

        bersambung = Bersambung(PdfJoiner(), Hangat)
        return Soffice(Hangat(), PdfProofreader(), self.examiner, self.marker, bersambung)

    @opened_once
    def marker(self) -> PageMarker:
        from service.adapters.tanda_halaman import PageMarker

        return PageMarker()

    @opened_once
    def examiner(self) -> PageExaminer:
        from service.adapters.pdf_sah import PageExaminer

        return PageExaminer()

    @opened_once
    def preparer(self) -> PdfKolom:
        from service.adapters.signing.kolom import PdfKolom

        return PdfKolom(self.examiner)

    @opened_once
    def trimmer(self) -> Pangkas:
        from service.adapters.pangkas import Pangkas
        from service.adapters.pdf import PdfProofreader

        return Pangkas(self.converter, PdfProofreader())

    @opened_once
    def letters(self) -> Fontconfig:
        from service.adapters.huruf import Fontconfig

        return Fontconfig()

    @opened_once
    def changer(self) -> SofficeAsing:
        from service.adapters.box import Bubblewrap
        from service.adapters.soffice import SofficeAsing, foreign

        return SofficeAsing(Bubblewrap(), warm=foreign())

    @opened_once
    def list_paper(self) -> DaftarCetak:
        from service.adapters.daftar_cetak import DaftarCetak

        return DaftarCetak()

    @opened_once
    def sop_forms(self) -> SopWord:
        from service.adapters.sop_word import SopWord

        return SopWord()

    @opened_once
    def binder(self) -> Penjilid:
        from service.adapters.jilid import Penjilid

        return Penjilid()

    @opened_once
    def collator(self) -> PdfCetak:
        from service.adapters.pdf_cetak import PdfCetak

        return PdfCetak()

    @opened_once
    def workbooks(self) -> XlsxTulis:
        from service.adapters.xlsx_tulis import XlsxTulis

        return XlsxTulis()

    @opened_once
    def bags(self) -> TasBagIt:
        from service.adapters.tas import TasBagIt

        return TasBagIt()

    @opened_once
    def locks(self) -> AgeLocks:
        from service.adapters.gembok import AgeLocks

        return AgeLocks()

    @opened_once
    def blanks(self) -> XlsxFormulir:
        from service.adapters.xlsx_formulir import XlsxFormulir

        return XlsxFormulir()

    @opened_once
    def returns(self) -> XlsxKembali:
        from service.adapters.xlsx_kembali import XlsxKembali

        return XlsxKembali()
