"""The command line: one module a verb. ``careers VERB`` and ``scripts/VERB.py`` are the same.

A verb's module has a docstring (its help), ``configure(parser)``, which adds its arguments, and
``run(args)``, which returns the exit status: 0 done, 1 something was found or refused, 2 the
tool could not run.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import io
import os
import pkgutil
import sys
from collections.abc import Sequence
from types import ModuleType

from careers.text.diagnostics import CareersError

COULD_NOT_RUN = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``careers VERB ...``; the verb's exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and arguments[0] in verbs():
        return run(arguments[0], arguments[1:])
    width = max(map(len, verbs()))
    lines = [f"  {verb:{width}}  {summary(verb)}" for verb in verbs()]
    usage = "\n".join(["usage: careers VERB [-h] ...", "", *lines, ""])
    asked = not arguments or arguments[0] in ("-h", "--help")
    (sys.stdout if asked else sys.stderr).write(usage)
    return 0 if asked else COULD_NOT_RUN


def verbs() -> list[str]:
    """Every verb, by name."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.ispkg)


def summary(verb: str) -> str:
    """The first line of a verb's help."""
    return (importlib.import_module(f"{__name__}.{verb}").__doc__ or "").split("\n")[0]


def run(verb: str, argv: Sequence[str] | None = None) -> int:
    """Run one verb with its arguments (the process's own by default); its exit status."""
    module = _load(verb)
    # A file's name may be any bytes, and a terminal may know few characters: say it all the same.
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    parser = argparse.ArgumentParser(
        prog=f"careers {verb}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    module.configure(parser)
    try:
        status: int = module.run(parser.parse_args(argv))
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


def _load(verb: str) -> ModuleType:
    """Import a verb, without what its start would wait for in vain."""
    name = f"{__name__}.{verb}"
    if name in sys.modules or not gc.isenabled():
        return importlib.import_module(name)
    _without_plugins()
    gc.disable()  # what is imported stays: there is nothing to collect
    try:
        return importlib.import_module(name)
    finally:
        gc.freeze()
        gc.enable()
        gc.set_threshold(50_000)  # a run is short: looking less often costs no memory to speak of


def _without_plugins() -> None:
    """Keep pydantic from looking through everything that is installed for plugins of its own.

    None of ours needs one, and to look for them loads ``importlib.metadata``: a tenth of the time
    that checking one posting takes. A pydantic that has renamed its loader looks again.
    """
    loader = ModuleType("pydantic.plugin._loader")
    loader.__dict__["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)
