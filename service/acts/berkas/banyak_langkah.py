"""Whether many matters can complete their step together: the same step, one way on, all there."""

from __future__ import annotations

from collections.abc import Sequence

from service.acts.berkas.bukti import need_proved, would_approve
from service.acts.berkas.jalan import weighed
from service.acts.lihat.berkas import berkas_for
from service.acts.sop.versi import walked
from service.domain.berkas import Berkas
from service.domain.refusals import Refusal, TidakAda
from service.domain.sop.bentuk import Sop
from service.domain.sop.jalan import Posisi, Putusan, choices
from service.domain.wewenang import Hadir
from service.ports import House, Reading

TUNGGU = "Tidak dikerjakan, karena berkas lain yang dipilih belum siap. Tidak ada yang diubah."


class BedaLangkah(Refusal):
    """They stand at different steps."""

    def __init__(self) -> None:
        super().__init__(
            "Berkas yang dipilih tidak berada di langkah yang sama. Belum ada yang dikerjakan; "
            "pilih berkas dari satu langkah."
        )


class PerluKeputusan(Refusal):
    """The step has several ways on: somebody decides for each matter."""

    def __init__(self) -> None:
        super().__init__(
            "Langkah ini memerlukan keputusan untuk setiap berkas, jadi tidak dapat diselesaikan "
            "sekaligus. Belum ada yang dikerjakan; buka berkasnya satu per satu."
        )


def ready(house: House, oleh: Hadir, chosen: Sequence[tuple[str, int]]) -> dict[str, str]:
    """For each that cannot be completed now why; where one cannot, none of them is.

    Those that have moved on since they were chosen are left to the act itself, which says so.
    """
    found, standing = dict[str, str](), set[tuple[str, ...]]()
    with house.ledger.read() as reading:
        for id_, versi in chosen:
            try:
                berkas = berkas_for(reading, oleh, id_)
            except TidakAda:
                continue
            if berkas.versi != versi or not berkas.sidik:
                continue
            standing.add((berkas.sop, berkas.sidik, berkas.langkah, berkas.tahap))
            if len(standing) > 1:
                raise BedaLangkah
            found[id_] = _why_not(house, reading, oleh, berkas)
    if not any(found.values()):
        return {}
    return {id_: kata or TUNGGU for id_, kata in found.items()}


def _why_not(house: House, reading: Reading, oleh: Hadir, berkas: Berkas) -> str:
    """What the act would say no with; '' where it would not."""
    jalan = walked(reading, berkas)
    try:
        hasil = only_way(jalan.sop, berkas.posisi) if berkas.langkah else ""
        if hasil is None:
            raise PerluKeputusan
        maju = weighed(house, reading, jalan, berkas, oleh, Putusan(hasil)).maju
        if maju.posisi.langkah != berkas.langkah:
            if would_approve(reading, jalan, berkas, oleh):
                raise PerluKeputusan
            need_proved(house, reading, jalan, berkas, selesai=maju.posisi.selesai)
    except PerluKeputusan:
        raise
    except Refusal as no:
        return str(no)
    return ""


def only_way(sop: Sop, at: Posisi) -> str | None:
    """The outcome by which a step goes on where there is but one; None where somebody decides."""
    ahead = [hasil for hasil, back in choices(sop, at).items() if not back]
    if len(ahead) > 1:
        return None
    return ahead[0] if ahead else ""
