"""Word templates filled in a child of their own: sandboxed, strict, escaped, compiled once."""

from service.adapters.docx.pengisi import Docx
from service.adapters.docx.salah import GambarSalah, IsianTidakSah, TemplateSalah

__all__ = ["Docx", "GambarSalah", "IsianTidakSah", "TemplateSalah"]
