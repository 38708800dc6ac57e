"""SOPs as chance writes them: every one is a file its reader takes, with all that a row can say."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from service.domain.sop.baca import read_text
from service.domain.sop.bahan import BIASA, CUKUP, Bahan
from service.domain.sop.bentuk import Sop

PELAKSANA = ("tim_sekretariat", "atasan_ppid", "unit", "ppid")
BAHAN = {
    f"{wujud}_{n}": Bahan(f"{wujud}_{n}", f"Contoh {wujud} {n}", wujud, BIASA[wujud])
    for wujud in CUKUP
    for n in (1, 2)
}
HASIL = ("terbuka", "sebagian", "dikecualikan", "lain")
some = st.lists(st.sampled_from(sorted(BAHAN)), max_size=3, unique=True)
actors = st.lists(st.sampled_from(PELAKSANA), min_size=1, max_size=2, unique=True)


@st.composite
def written(draw: st.DrawFn, *, units: bool = False) -> str:
    """The text of one file; what is wrong with some of them is for the reader to say."""
    many = draw(st.integers(1, 8))
    ids = [f"baris_{n}" for n in range(many)]
    first_unit = draw(st.integers(0, many - 1 if units else 2 * many))
    by_units = range(first_unit, first_unit + draw(st.integers(1, 3)))
    lines, given = ['nama = "SOP contoh acak"', "[pelaksana]"], set[str]()
    lines += [f'{one} = "Contoh {one}"' for one in PELAKSANA]
    for n in range(many):
        row = draw(_row(n, ids, by_units, sorted(given)))
        if row.get("untuk") == "butir":
            given |= set(row["cabang"])
        lines += _table("[[langkah]]", row)
    return "\n".join(lines)


@st.composite
def _row(draw: st.DrawFn, n: int, ids: list[str], units: range, given: list[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"id": ids[n], "kegiatan": f"Contoh {n}", "pelaksana": draw(actors)}
    row |= {"kelengkapan": draw(some), "keluaran": draw(some)}
    if n in units:
        inside = [ids[x] for x in units if x < len(ids)]
        return row | {"untuk": "unit", "cabang": draw(_branches(inside, jump=False))}
    outside = [one for x, one in enumerate(ids) if x not in units or x == units[0]]
    kind = draw(st.sampled_from(("lurus", "cabang", "butir", "tahap", "hanya", "rujukan", "rapat")))
    match kind:
        case "cabang":
            row["cabang"] = draw(_branches(outside))
        case "butir":
            wanted = draw(st.lists(st.sampled_from(HASIL), min_size=1, max_size=4, unique=True))
            back = draw(st.sampled_from(ids[: n + 1]))
            row |= {"untuk": "butir", "cabang": dict.fromkeys(wanted, "berikut") | {"ulang": back}}
        case "hanya" if given:
            row["hanya"] = draw(st.lists(st.sampled_from(given), min_size=1, unique=True))
        case "tahap":
            row["tahap"] = draw(st.lists(_act(outside), min_size=2, max_size=3))
            row["tahap"][-1]["keluaran"] += [
                one for one in row["keluaran"] if one not in row["tahap"][-1]["keluaran"]
            ]
        case "rujukan":
            row["rujukan"] = "lain"
        case "rapat":
            row["lembar"] = ["rapat"]
    return row


@st.composite
def _act(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    act: dict[str, Any] = {"kegiatan": "Contoh", "pelaksana": draw(actors), "keluaran": draw(some)}
    return act | {"cabang": draw(_branches(ids)) if draw(st.booleans()) else {}}


@st.composite
def _branches(draw: st.DrawFn, ids: list[str], *, jump: bool = True) -> dict[str, str]:
    goals = st.sampled_from([*ids, "berikut", *(["selesai"] if jump else [])])
    more = draw(st.lists(goals, max_size=3))
    return {"ya": "berikut"} | {f"lain_{n}": goal for n, goal in enumerate(more)} if more else {}


def _table(head: str, row: dict[str, Any]) -> list[str]:
    lines, acts = [head], row.get("tahap", [])
    for key, value in row.items():
        if isinstance(value, dict):
            inner = ", ".join(f'{name} = "{goal}"' for name, goal in value.items())
            lines += [f"{key} = {{ {inner} }}"] if value else []
        elif key != "tahap":
            told = ", ".join(f'"{one}"' for one in value) if isinstance(value, list) else value
            lines.append(f"{key} = [{told}]" if isinstance(value, list) else f'{key} = "{told}"')
    for n, act in enumerate(acts):
        lines += _table("[[langkah.tahap]]", {"id": f"tahap_{n}", **act})
    return lines


def read(text: str) -> Sop | None:
    """The SOP, where the reader takes it."""
    return read_text("acak", "acak.toml", text, BAHAN, ("lain",))[0]
