"""LibreOffice: our own papers to PDF, and old or foreign files to forms that can be read."""

from service.adapters.soffice.asing import SofficeAsing
from service.adapters.soffice.hangat import Hangat, foreign
from service.adapters.soffice.naskah import BukanWord, Soffice
from service.adapters.soffice.rantai import Bersambung

__all__ = ["Bersambung", "BukanWord", "Hangat", "Soffice", "SofficeAsing", "foreign"]
