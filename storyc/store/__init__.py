"""Art by the digest of its bytes: looked at before it is believed, kept once."""

from .picture import CorruptAssetError, Look, read_look
from .store import AssetStore, Damage

__all__ = ["AssetStore", "CorruptAssetError", "Damage", "Look", "read_look"]
