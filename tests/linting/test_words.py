import pytest

from storyc.linting.words import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("...", 0),
        ("Forty years, and it never went out.", 7),
        ("It's a well-known song -- isn't it?", 6),
        ("line\nafter line", 3),
        ("Élan, naïveté; œuvre", 3),
        ("なんで動いてるの？", 4),
        ("……重い。", 1),
        ("Page 3 を見て", 4),
        ("안녕 세상", 2),
        ("Привет, мир", 2),
    ],
)
def test_words_are_counted_as_they_are_read(text: str, words: int) -> None:
    assert count_words(text) == words
