"""Whether a run of digits is built as a NIK, a NIP or an NPWP is built."""

from __future__ import annotations

import calendar

# The first two digits of every region's code.
PROVINSI = frozenset(
    f"{one}"
    for one in (
        *range(11, 22),
        *range(31, 37),
        *range(51, 54),
        *range(61, 66),
        *range(71, 77),
        81,
        82,
        *range(91, 98),
    )
)
LAHIR_PALING_AWAL, LAHIR_PALING_AKHIR = 1930, 2012  # of somebody who serves, or has served
MUDA, TUA = 15, 60  # how old one may be when one is appointed
PPPK = range(21, 30)  # stands where a month would, for those who serve under a contract
SELULER = frozenset(
    f"8{one}"
    for one in (
        *range(11, 20),
        *range(21, 24),
        28,
        *range(31, 34),
        38,
        *range(51, 60),
        68,
        *range(77, 80),
        *range(81, 90),
        *range(95, 100),
    )
)


def is_nik(digits: str) -> bool:
    """Sixteen digits: a region, a day of birth (a woman's forty later), a number of that day."""
    if len(digits) != 16 or digits[:2] not in PROVINSI or digits[12:] == "0000":
        return False
    if digits[2:4] == "00" or digits[4:6] == "00":
        return False
    day, month = int(digits[6:8]), int(digits[8:10])
    return _is_day(day - 40 if day > 40 else day, month)


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(2000, month)[1]


def is_nip(digits: str) -> bool:
    """Eighteen digits: a birth, an appointment, man or woman, a number."""
    if len(digits) != 18 or digits[14] not in "12" or digits[15:] == "000":
        return False
    born, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:8])
    begun, begun_month = int(digits[8:12]), int(digits[12:14])
    return (
        LAHIR_PALING_AWAL <= born <= LAHIR_PALING_AKHIR
        and _is_day(day, month)
        and MUDA <= begun - born <= TUA
        and (1 <= begun_month <= 12 or begun_month in PPPK)
    )


def is_mobile(digits: str) -> bool:
    """Ten to thirteen digits from 08, or the same behind 62."""
    if digits.startswith("62"):
        digits = "0" + digits[2:]
    elif digits.startswith("8"):
        digits = "0" + digits
    return 10 <= len(digits) <= 13 and digits[0] == "0" and digits[1:4] in SELULER


def is_npwp(digits: str) -> bool:
    """Fifteen digits, or sixteen that are a nought and these."""
    if len(digits) == 16:
        return digits[0] == "0" and is_npwp(digits[1:])
    return len(digits) == 15 and digits.strip("0") != "" and len(set(digits)) > 2
