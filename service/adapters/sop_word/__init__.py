"""The official SOP form as a Word file, written part by part without any package."""

from service.adapters.sop_word.formulir import SopWord

__all__ = ["SopWord"]
