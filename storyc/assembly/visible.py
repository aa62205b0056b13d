"""Characters that no document may hold, made visible."""

_PICTURES = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {
    0x7F: "\N{SYMBOL FOR DELETE}"
}


def visible(text: str) -> str:
    """Return the text with every control character but tab and line end as its printed sign: parsers drop or change them."""
    return text if text.isprintable() else text.translate(_PICTURES)
