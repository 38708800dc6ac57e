"""Sample values for the gallery; every person in them is plainly a sample."""

from tests.web.contoh import arsip, buku, daftar, galat, laporan, masuk, meja, monev, orang, tas
from tests.web.contoh.bagian import BAGIAN
from tests.web.contoh.rangka import MUKA

__all__ = ["BAGIAN", "MUKA", "PAGES"]

PAGES = (
    masuk.PAGES
    | meja.PAGES
    | orang.PAGES
    | buku.PAGES
    | galat.PAGES
    | monev.PAGES
    | laporan.PAGES
    | daftar.PAGES
    | arsip.PAGES
    | tas.PAGES
)
