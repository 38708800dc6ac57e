"""Bags by BagIt: nothing of others is needed for them."""

from service.adapters.tas.tas import TasBagIt

__all__ = ["TasBagIt"]
