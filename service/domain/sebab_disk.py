"""Why a disk says no to a path, in words that end a sentence about it."""

from __future__ import annotations

import errno

SEBAB = {
    errno.ENOENT: "tidak ada",
    errno.ENOTDIR: "tidak ada: sebagian alamatnya bukan folder",
    errno.EEXIST: "sudah ada dan bukan folder",
    errno.EISDIR: "adalah folder, bukan file",
    errno.EACCES: "tidak boleh dibaca atau ditulis oleh akun ini",
    errno.EPERM: "tidak boleh dibaca atau ditulis oleh akun ini",
    errno.EROFS: "berada di disk yang hanya dapat dibaca",
    errno.EIO: "tidak terbaca: disknya rusak atau sambungannya putus",
    errno.ENAMETOOLONG: "mempunyai nama yang terlalu panjang",
    errno.ENOSPC: "tidak dapat ditulis karena disknya penuh",
    errno.EDQUOT: "tidak dapat ditulis karena jatah disknya habis",
}


def why(wrong: OSError) -> str:
    """The reason of a refusal; what we have no words for is told as the machine says it."""
    return SEBAB.get(wrong.errno or 0, f"tidak terbaca ({wrong.strerror or wrong})")
