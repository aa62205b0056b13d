"""The nearest key wins, and none goes to a service that it was not stored for."""

from json import dumps
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storyc.credentials import Places, find_key, store_key, vendor_folder
from storyc.errors import CredentialsError
from tests.credentials.conftest import SECRET, SERVICE

LOCAL = "http://127.0.0.1:8750"


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    folder = tmp_path / ".llamagen"
    folder.mkdir(mode=0o700)
    return folder


def secret(service: str, places: Places, **environment: str) -> str | None:
    found = find_key(service, environment, places)
    return None if found is None else found.secret


def test_the_nearest_wins(tmp_path: Path, vendor: Path) -> None:
    places = Places(tmp_path / "storyc" / "credentials.json", vendor)
    assert secret(SERVICE, places) is None
    (vendor / "credentials.json").write_text(dumps({"apiToken": "sk-vendor"}))
    assert secret(SERVICE, places) == "sk-vendor"
    store_key(SERVICE, "sk-own", places)
    assert secret(SERVICE, places) == "sk-own"
    assert secret(SERVICE, places, LLAMAGEN_API_KEY="\n") == "sk-own"
    assert secret(SERVICE, places, LLAMAGEN_API_KEY=" sk-said\r\n") == "sk-said"


def test_only_the_environments_key_goes_where_the_environment_says(tmp_path: Path, vendor: Path) -> None:
    places = Places(tmp_path / "storyc" / "credentials.json", vendor)
    (vendor / "credentials.json").write_text(dumps({"apiToken": "sk-vendor"}))
    store_key(SERVICE, "sk-own", places)
    assert secret(LOCAL, places) is None
    assert secret(LOCAL, places, LLAMAGEN_API_KEY="sk-said") == "sk-said"


def test_a_key_in_the_environment_that_is_none_is_an_error() -> None:
    with pytest.raises(CredentialsError) as caught:
        find_key(SERVICE, {"LLAMAGEN_API_KEY": f"{SECRET} {SECRET}"}, Places())
    assert SECRET not in caught.value.message


@pytest.mark.parametrize(
    ("name", "content", "service", "expected"),
    [
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": "https://api.llamagen.ai", "email": None}, SERVICE, SECRET),
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": None}, SERVICE, SECRET),
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": LOCAL}, LOCAL, SECRET),
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": LOCAL}, SERVICE, None),
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": "http://[::1"}, SERVICE, None),
        ("credentials.json", {"apiToken": SECRET, "apiBaseUrl": 5}, SERVICE, None),
        ("credentials.json", {"apiToken": [SECRET]}, SERVICE, None),
        ("credentials.json", {"apiToken": "two words"}, SERVICE, None),
        ("credentials.json", [SECRET], SERVICE, None),
        ("credentials.json", {"apiKey": SECRET}, SERVICE, None),
        ("config.json", {"apiKey": SECRET}, SERVICE, SECRET),
        ("config.json", {"apiKey": SECRET, "apiUrl": LOCAL}, LOCAL, SECRET),
        ("config.json", {"apiKey": SECRET, "baseUrl": LOCAL}, SERVICE, None),
        ("config.json", {"apiUrl": LOCAL}, LOCAL, None),
    ],
)  # fmt: skip
def test_the_files_of_the_services_own_program(
    vendor: Path, name: str, content: object, service: str, expected: str | None
) -> None:
    (vendor / name).write_text(dumps(content))
    before = {path: path.read_bytes() for path in vendor.iterdir()}
    assert secret(service, Places(vendor=vendor)) == expected
    assert {path: path.read_bytes() for path in vendor.iterdir()} == before


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=60)
@given(
    st.binary(max_size=40)
    | st.sampled_from([b"[" * 60_000, b"x" * 100_000, b'{"apiToken": "\\ud800"}', b'{"apiToken": 1e999}'])
)
def test_whatever_else_they_hold_is_no_key(vendor: Path, content: bytes) -> None:
    (vendor / "credentials.json").write_bytes(content)
    assert secret(SERVICE, Places(vendor=vendor)) is None


def test_what_is_no_file_there_is_no_key(vendor: Path) -> None:
    (vendor / "credentials.json").mkdir()
    (vendor / "config.json").symlink_to("config.json")
    assert secret(SERVICE, Places(vendor=vendor)) is None
    assert secret(SERVICE, Places(vendor=vendor / "credentials.json" / "nothing")) is None


def test_where_that_program_keeps_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert vendor_folder({}) == vendor_folder({"LLAMAGEN_CONFIG_HOME": ""}) == tmp_path / ".llamagen"
    assert vendor_folder({"LLAMAGEN_CONFIG_HOME": "/elsewhere"}) == Path("/elsewhere")
    for home in ("~", "here"):
        monkeypatch.setenv("HOME", home)
        assert vendor_folder({}) is None
