"""What `storyc init` writes."""

STORY = """\
Title: The Last Ferry
Author: Your Name
Language: en

STYLE

art: loose ink with grey wash
palette: sea greys, one warm yellow

CAST

NORA: Ferry captain in her sixties. White braid, navy coat, yellow scarf.
    age: 63
    dress: navy coat, yellow scarf

BEN: A boy with a suitcase that is too big for him.
    age: 9
    dress: red sweater

LOCATIONS

THE PIER: A wooden pier at the end of a small town. One lamp.

PAGE ONE (THREE PANELS)

EXT. THE PIER - DUSK

PANEL 1 [wide, establishing]
The ferry is about to leave. BEN runs along the pier, dragging his suitcase.

CAPTION (narrator): The last boat left at six.

PANEL 2 [low angle]
NORA looks down from the rail.

NORA: You're late.

BEN (small): I had to say goodbye to the dog.

PANEL 3 [close-up]
NORA's hand on the rope. She is not pulling it in.

NORA: Bring the dog.
"""

CONFIG = """\
# Settings of this project.
entry = "story.story"
"""

GIT_ATTRIBUTES = """\
# On code hosts the extension also belongs to a test framework; this is a comic script, and text.
*.story text linguist-language=Fountain
# Both sides of a merge have paid for what they say.
story.lock merge=union
"""

GIT_ATTRIBUTES_NAME = ".gitattributes"

LARGE_FILES = """\
# Reference art; everyone who clones needs `git lfs install` once.
/art/** filter=lfs diff=lfs merge=lfs -text
"""

GIT_IGNORE = """\
/.storyc/
/build/
"""

WORKFLOW = """\
name: story
on: [push, pull_request]
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install storyc
      - run: storyc check --output-format github
      - run: storyc build --backend draft
"""

PROJECT_FILES = {
    "story.story": STORY,
    "storyc.toml": CONFIG,
    GIT_ATTRIBUTES_NAME: GIT_ATTRIBUTES,
    ".gitignore": GIT_IGNORE,
    ".github/workflows/story.yml": WORKFLOW,
}
"""By path; none of them is ever written over."""
