"""What a file gives away, looked for in the box; and copies that give nothing away."""

from service.boxed.gerbang import bersih, bukti, hitamkan, periksa

__all__ = ["bersih", "bukti", "hitamkan", "periksa"]
