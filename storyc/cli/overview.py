"""What is said about the whole of the command line."""

COMMANDS = {
    "init": "Begin a project that builds at once.",
    "check": "Read scripts and say what is wrong with them.",
    "lint": "Say what could be better about a script, and mend it.",
    "fmt": "Give scripts their one canonical form.",
    "stats": "Count words, balloons and panels by page, character and place.",
    "import": "Make a .story of a script of another kind.",
    "explain": "Explain a diagnostic, with an example.",
    "compile": "Print the requests that a script becomes, as JSON.",
    "build": "Draw a script's panels and assemble its storyboard.",
    "plan": "Show what a build would do and cost, and why.",
    "watch": "Show a storyboard that follows its script, in a browser.",
    "export": "Write a storyboard as PDF, EPUB, CBZ, a strip or a table.",
    "state": "Look at what was bought, and settle what is in doubt.",
    "auth": "Keep the API key of an account where builds find it.",
    "usage": "Print the plan, the credits and the requests of the account.",
    "doctor": "Look for what would keep a build from working.",
    "lsp": "Serve editors, on stdin and stdout.",
    "completion": "Print what makes a shell complete commands and options.",
    "mcp": "Serve tools for agents, on stdin and stdout.",
    "sim": "Serve the Comic API on this machine, to develop and test against.",
}
"""The commands, each a module of that name in this room, and what they are for."""


def overview() -> str:
    """Return the help of the command line, in lines that fit any terminal of 80 columns."""
    widest = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:{widest}}  {use}" for name, use in COMMANDS.items())
    return f"""\
Usage: storyc [OPTIONS] COMMAND [ARGS]...

  Turn plain-text comic scripts into storyboards.

  Example:
    storyc build harbour.story

Options:
  --version   Show the version and exit.
  -h, --help  Show this message and exit.

Commands:
{commands}

  Begin with:  storyc init my-comic
"""
