"""Backups in one file: a tar that any tool can list, or the same inside what `age` can open."""

from service.adapters.cadangan.rak import RakCadangan as RakCadangan
