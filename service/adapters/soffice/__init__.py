"""LibreOffice: our own papers to PDF, and old or foreign files to forms that can be read."""

from service.adapters.soffice.asing import SofficeAsing
from service.adapters.soffice.naskah import BukanWord, Soffice, letters

__all__ = ["BukanWord", "Soffice", "SofficeAsing", "letters"]
