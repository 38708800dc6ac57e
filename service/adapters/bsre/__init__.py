"""The Esign Client Service of BSrE, versions 1 and 2, as its manual says and its installs do."""

from service.adapters.bsre.bentuk import Ditandatangani
from service.adapters.bsre.penanda import BsreService, NoService
from service.adapters.bsre.v1 import EsignV1
from service.adapters.bsre.v2 import EsignV2

__all__ = ["BsreService", "Ditandatangani", "EsignV1", "EsignV2", "NoService"]
