"""The key of an account: where it may be found, for which service, and where it is kept. It is shown by its last four characters only."""

from .address import ADDRESS_VARIABLE, DEFAULT_ADDRESS, read_address, service_of
from .key import KEY_VARIABLE, OTHER_VARIABLES, Key, Source, read_key
from .places import Places, vendor_folder
from .records import load_records
from .searching import find_key, key_in_file
from .storing import forget_key, store_key

__all__ = [
    "ADDRESS_VARIABLE", "DEFAULT_ADDRESS", "KEY_VARIABLE", "OTHER_VARIABLES", "Key", "Places", "Source", "find_key",
    "forget_key", "key_in_file", "load_records", "read_address", "read_key", "service_of", "store_key", "vendor_folder",
]  # fmt: skip
