"""The decree of an edition is let go to the public on a page of its own."""

from __future__ import annotations

from service.domain.gerbang import pribadi
from service.domain.gerbang.tembus import hit
from tests.acts.test_edisi_sk import SEBAB, SURAT, given_out, it, looked, signed
from tests.edisi import KantorEdisi
from tests.web.test_edisi_web import client, send

__all__ = ["it"]


def test_the_decree_is_cleared_and_let_go_at_its_page(it: KantorEdisi) -> None:
    edisi, ppid = signed(it, SURAT), client(it, "ppid")
    at = f"/edisi/{edisi.id}/sk"
    assert at in ppid.get(f"/edisi/{edisi.id}").text
    assert "belum diperiksa" in ppid.get(at).text
    row = looked(it, edisi, hit(pribadi.NIP, "halaman 1"))
    assert "halaman 1" in ppid.get(at).text

    told = {"versi": row.versi, "dilihat": row.pemeriksaan.sidik}
    [one] = row.sisa
    assert send(ppid, at, f"{at}/lepas", **told, temuan=one.id, alasan=SEBAB).status_code == 303
    assert send(ppid, at, f"{at}/umumkan", **told | {"versi": row.versi + 1}).status_code == 303

    assert given_out(it) is not None
    assert row.asal in ppid.get(at).text
    assert client(it, "unit").get(at).status_code in (403, 404)
