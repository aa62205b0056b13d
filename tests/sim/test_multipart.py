from contextlib import suppress

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storyc.sim.multipart import FormError, read_file_part


def encode(content: bytes, name: str, media_type: str) -> tuple[str, bytes]:
    request = httpx.Request("POST", "http://x", files={"file": (name, content, media_type)}, data={"note": "n"})
    return request.headers["content-type"], request.read()


@settings(deadline=None)
@given(
    st.binary(max_size=200) | st.sampled_from([b"\r\n", b"\r\n--", b"--", b"\n\r\n"]), st.text(min_size=1, max_size=20)
)
def test_what_a_client_encodes_is_read_back(content: bytes, name: str) -> None:
    name = name.encode("utf-8", "replace").decode()
    content_type, body = encode(content, name, "application/octet-stream")
    assert read_file_part(content_type, body) == content


@settings(deadline=None)
@given(st.binary(max_size=200), st.integers(min_value=0))
def test_a_form_that_was_cut_short_is_refused(content: bytes, cut: int) -> None:
    content_type, body = encode(content, "x", "image/png")
    end = len(body) - len(b"--\r\n")
    with pytest.raises(FormError):
        read_file_part(content_type, body[: cut % end])


@settings(deadline=None)
@given(st.text(max_size=40) | st.just("multipart/form-data; boundary=b"), st.binary(max_size=60))
def test_any_bytes_are_a_form_or_refused(content_type: str, body: bytes) -> None:
    with suppress(FormError):
        read_file_part(content_type, body)
