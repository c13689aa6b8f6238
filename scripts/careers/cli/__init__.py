"""The command line: one module a verb. ``careers VERB`` and ``scripts/VERB.py`` are the same.

A verb's module has a docstring (its help), ``AUDIENCE`` (who uses it: a key of
``support.verbs.AUDIENCES``), ``configure(parser)``, which adds its arguments, and ``run(args)``,
which returns the exit status: 0 done, 1 something was found or refused, 2 the tool could not run.
"""

from __future__ import annotations

import gc
import importlib
import io
import os
import sys
from collections.abc import Sequence
from types import ModuleType

from careers.cli.support import terminal
from careers.cli.support.overview import overview, version
from careers.cli.support.parser import Parser, suggestion
from careers.cli.support.verbs import verbs
from careers.text.diagnostics import CareersError

COULD_NOT_RUN = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``careers VERB ...``; the verb's exit status."""
    if "_ARGCOMPLETE" in os.environ:
        _complete()
    first, *rest = (sys.argv[1:] if argv is None else argv) or ["help"]
    if first in verbs():
        return run(first, rest)
    if first in ("help", "-h", "--help"):
        asked = [word for word in rest if word not in ("-h", "--help")]
        if not asked:
            sys.stdout.write(overview(terminal.columns(sys.stdout)))
            return 0
        return run(asked[0], ["--help"]) if asked[0] in verbs() else _unknown(asked[0])
    if first in ("-V", "--version"):
        sys.stdout.write(f"{version()}\n")
        return 0
    return _unknown(first)


def run(verb: str, argv: Sequence[str] | None = None) -> int:
    """Run one verb with its arguments (the process's own by default); its exit status."""
    try:
        return _run(verb, argv)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] == __name__.partition(".")[0]:
            raise
        sys.stderr.write(
            f"error: `careers {verb}` needs {error.name}, which is not installed\n"
            "  help: pip install 'careers-in-git[site]'; for serve and demo 'careers-in-git[demo]',"
            " for adopt 'careers-in-git[adopt]', for mails 'careers-in-git[mail]'\n"
        )
        return COULD_NOT_RUN


def _run(verb: str, argv: Sequence[str] | None) -> int:
    _without_plugins()
    # Loading makes many objects that stay: to look for rings in them takes 20 to 50 ms of a run.
    gc.set_threshold(100_000, 50, 50)
    module = importlib.import_module(f"{__name__}.{verb}")
    # A file's name may be any bytes, and a terminal may know few characters: say it all the same.
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    parser = Parser.of(verb, module)
    try:
        status: int = module.run(parser.read(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except CareersError as error:
        cure = f"  help: {error.help}\n" if error.help else ""
        sys.stdout.flush()
        sys.stderr.write(f"error: {error}\n{cure}")
        return error.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return 130
    return status


def _without_plugins() -> None:
    """Keep pydantic from looking through everything that is installed for plugins of its own.

    None of ours needs one, and to look for them loads ``importlib.metadata`` and ``email``: 25 of
    the 350 ms of processor time that checking one posting takes. (Its own switch, in the
    environment, is read after they are loaded.) A pydantic that has renamed its loader looks again.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _unknown(word: str) -> int:
    kind, known = ("option", ["--help", "--version"]) if word.startswith("-") else ("verb", verbs())
    sys.stderr.write(
        f"careers: no {kind} `{word}`{suggestion(word, known)}\n"
        "  help: `careers help` lists the verbs\n"
    )
    return COULD_NOT_RUN


def _complete() -> None:
    """Tell the shell how the line may go on, and end; only the line's own verb is loaded."""
    import argcomplete

    root = Parser(prog="careers")
    below = root.add_subparsers()
    line = os.environ.get("COMP_LINE", "").split()
    for verb in verbs():
        parser = below.add_parser(verb)
        if verb in line[1:2]:
            importlib.import_module(f"{__name__}.{verb}").configure(parser)
    below.add_parser("help").add_argument("verb", choices=verbs())
    argcomplete.autocomplete(root)
