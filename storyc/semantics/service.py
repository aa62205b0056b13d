"""What the service takes, as far as a script can say it.

The wire holds the same values with their sources; a contract test keeps the two equal. They stand here again because
checking a script must not cost the import of the wire's models.
"""

from collections.abc import Mapping

SIZES = (
    "1024x1024", "512x768", "512x1024", "576x1024", "768x1024", "1024x768", "768x512", "1024x576", "1024x512",
)  # fmt: skip
PRESETS = ("render", "neutral", "japanese_manga", "animeStyle", "comicBookStyle")
MAX_PANELS = 20
MAX_AGE_YEARS = 150
MAX_UPLOAD_BYTES = 10 * 1024 * 1024
MIN_CLIP_S = 4
MAX_CLIP_S = 15
RESOLUTIONS = ("480p", "720p", "1080p")
ASPECT_RATIOS = ("16:9", "4:3", "1:1", "3:4", "9:16")

LANGUAGES: Mapping[str, str] = {
    "english": "en", "japanese": "ja", "日本語": "ja", "german": "de", "deutsch": "de", "french": "fr",
    "français": "fr", "spanish": "es", "español": "es", "italian": "it", "portuguese": "pt", "korean": "ko",
    "한국어": "ko", "chinese": "zh", "中文": "zh", "arabic": "ar", "hindi": "hi", "russian": "ru", "dutch": "nl",
    "polish": "pl", "turkish": "tr", "swedish": "sv",
}  # fmt: skip
"""Names of languages that writers type where a code belongs."""


def nearest_size(width_px: int, height_px: int) -> str:
    """Return the supported size whose shape is nearest, the larger of two that are equally near."""

    def strangeness(size: str) -> tuple[float, int]:
        width, height = (int(side) for side in size.split("x"))
        shape, wanted = width / height, width_px / height_px
        return max(shape / wanted, wanted / shape), -width * height

    return min(SIZES, key=strangeness)
