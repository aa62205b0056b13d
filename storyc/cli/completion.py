"""`storyc completion`."""

import sys

import click
from click.shell_completion import get_completion_class

from .arguments.options import CONTEXT, with_screen
from .terminal.screen import Screen, write

_VARIABLE = "_STORYC_COMPLETE"
_FILES_TOO = {
    "bash": ("complete -o nosort", "complete -o nosort -o bashdefault -o default"),
    "zsh": (
        '    if [ -n "$completions" ]; then',
        '    [ -n "$completions$completions_with_descriptions" ] || _files\n    if [ -n "$completions" ]; then',
    ),
    "fish": (
        "    for completion in $response;",
        '    if test -z "$response"\n        __fish_complete_path (commandline -ct)\n    end\n\n    for completion in $response;',
    ),
}
"""What makes a shell offer the names of files where no word of ours fits: most arguments are scripts."""


@click.command("completion", context_settings=CONTEXT)
@click.argument("shell", type=click.Choice(list(_FILES_TOO)))
@with_screen
def command(screen: Screen, shell: str) -> int:
    """Print what makes a shell complete commands and options.

    \b
    Example:
      storyc completion bash > ~/.local/share/bash-completion/completions/storyc
      storyc completion zsh > ~/.zfunc/_storyc
      storyc completion fish > ~/.config/fish/completions/storyc.fish

    bash must be 4.4 or later; zsh needs ~/.zfunc in its fpath.
    """
    del screen  # a program for the shell is all there is to print
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None, f"click knows {shell}"
    # its `source` asks bash for its version first; that bash need not be the one which reads this
    completion = kind(root, {}, "storyc", _VARIABLE)
    write(sys.stdout, (completion.source_template % completion.source_vars()).replace(*_FILES_TOO[shell]))
    return 0
