import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from conftest import RAIN, Storyc  # type: ignore[import-not-found]
