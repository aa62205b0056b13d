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

LARGE_FILES = """\
# Reference art; everyone who clones needs `git lfs install` once.
/art/** filter=lfs diff=lfs merge=lfs -text
"""

GIT_IGNORE = """\
/.storyc/
/build/
"""

WORKFLOW = """\
name: {name}
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install storyc
      - run: {check}
      - run: {build}
"""
"""What a code host runs; it looks for such a file only at the top of a repository."""
