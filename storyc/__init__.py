"""storyc compiles `.story` comic scripts into comic-generation requests and storyboards."""

__version__ = "0.1.0"
