"""Which service a key belongs to."""

import pytest

from storyc.credentials import DEFAULT_ADDRESS, read_address, service_of
from storyc.errors import ConfigError

SECRET = "sk-very-secret"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://api.llamagen.ai",
        "https://api.llamagen.ai/",
        "https://api.llamagen.ai/v1",
        "https://API.LlamaGen.ai:443/v1/",
        " HTTPS://api.llamagen.ai/v1 ",
    ],
)
def test_every_spelling_is_one_service(spelling: str) -> None:
    assert service_of(spelling) == service_of(DEFAULT_ADDRESS) == "https://api.llamagen.ai"


@pytest.mark.parametrize(
    "other",
    [
        "https://api.llamagen.ai.example.com",
        "https://api.llamagen.ai:8443",
        "http://api.llamagen.ai",
        "https://api.llamagen.ai/shop/v1",
        "https://llamagen.ai",
        "https://api.llamagen.ai@example.com",
    ],
)
def test_another_place_is_another_service(other: str) -> None:
    assert service_of(other) != service_of(DEFAULT_ADDRESS)


def test_the_address_of_ipv6_keeps_its_brackets() -> None:
    assert service_of("http://[::1]:8750/v1") == "http://[::1]:8750"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.com",
        "https://",
        "ftp://example.com",
        "example.com",
        f"https://user:{SECRET}@example.com",
        f"https://example.com/?key={SECRET}",
        f"https://example.com/#{SECRET}",
        f"http://127.0.0.1:{SECRET}",
        "https://[::1",
    ],
)
def test_a_key_is_not_sent_just_anywhere(address: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read_address({"LLAMAGEN_BASE_URL": address})
    assert SECRET not in f"{caught.value.message} {caught.value.hint}"


def test_nothing_said_means_the_real_service() -> None:
    assert read_address({}) == read_address({"LLAMAGEN_BASE_URL": "  "}) == DEFAULT_ADDRESS
    assert read_address({"LLAMAGEN_BASE_URL": "http://[::1]:1/v1"}) == "http://[::1]:1/v1"
