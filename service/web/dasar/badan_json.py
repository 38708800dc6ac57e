"""What a program sent with its request."""

from __future__ import annotations

import json
from collections.abc import Mapping

from flask import request
from werkzeug.exceptions import BadRequest


def sent() -> Mapping[str, object]:
    """The object of JSON that came; BadRequest where it is none.

    NaN is no JSON, and half a letter no text: nobody could be answered with either.
    """
    try:
        found = request.get_json(silent=True)
        json.dumps(found, allow_nan=False, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as wrong:  # or lists in lists without end
        raise BadRequest from wrong
    if not isinstance(found, dict):
        raise BadRequest
    return found
