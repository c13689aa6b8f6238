"""The arguments of a verb, read with the manners of ``careers``: what is wrong, what was meant."""

from __future__ import annotations

from argparse import (
    Action,
    ArgumentError,
    ArgumentParser,
    ArgumentTypeError,
    Namespace,
    RawDescriptionHelpFormatter,
)
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from itertools import takewhile
from types import ModuleType
from typing import Any, NoReturn

USAGE = 2
_DIGITS = 10


def whole(least: int, most: int) -> Callable[[str], int]:
    """A reader of whole numbers in a range, for ``add_argument(type=…)``."""

    def read(text: str) -> int:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else None
        if number is None or not least <= number <= most:
            message = f"`{text}` is no whole number from {least} to {most}"
            raise ArgumentTypeError(message)
        return number

    return read


class Parser(ArgumentParser):
    """What is wrong with the arguments ends the process with status 2 and one line ``help:``."""

    @classmethod
    def of(cls, verb: str, module: ModuleType) -> Parser:
        """The parser of a verb, with its arguments."""
        parser = cls(
            prog=f"careers {verb}",
            description=module.__doc__,
            formatter_class=RawDescriptionHelpFormatter,
        )
        module.configure(parser)
        return parser

    @property
    def arguments(self) -> list[Action]:
        """What it takes, but for ``--help``."""
        return [action for action in self._actions if "--help" not in action.option_strings]

    def read(self, argv: Sequence[str]) -> Namespace:
        """The arguments; an unknown option comes first, whatever else is missing."""
        for word in takewhile(lambda word: word != "--", argv):
            name = word.partition("=")[0]
            if name.startswith("--") and " " not in name and not self._begins_an_option(name):
                self._refuse_option(name)
        args, rest = self.parse_known_args(argv)
        if rest and rest[0].startswith("-") and rest[0] != "--":
            self._refuse_option(rest[0])
        if rest:
            self.error(f"`{rest[0]}` is one argument too many")
        return args

    def error(self, message: str) -> NoReturn:
        """End with what argparse found wrong."""
        self._refuse(message.removeprefix("argument "), f"`{self._help}` tells what it takes")

    def _begins_an_option(self, name: str) -> bool:
        return any(option.startswith(name) for option in self._option_string_actions)

    def _refuse_option(self, name: str) -> NoReturn:
        known = [option for option in self._option_string_actions if option.startswith("--")]
        message = f"no option `{name}`{suggestion(name, known)}"
        self._refuse(message, f"`{self._help}` lists the options")

    def _check_value(self, action: Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        message = f"{_name(action)} takes no `{value}`{suggestion(str(value), known)}"
        self._refuse(message, f"it takes {', '.join(known[:-1])} or {known[-1]}")

    def _get_value(self, action: Action, arg_string: str) -> Any:
        try:
            return super()._get_value(action, arg_string)
        except ArgumentError:
            message = f"{_name(action)} takes no `{arg_string}`"
            value = action.metavar or action.dest.upper()
            self._refuse(message, f"it takes {value}: {action.help}")

    def _refuse(self, message: str, cure: str) -> NoReturn:
        self.exit(USAGE, f"{self.prog}: {message}\n  help: {cure}\n")

    @property
    def _help(self) -> str:
        program, _, verb = self.prog.partition(" ")
        return f"{program} help {verb}".rstrip()


def _name(action: Action) -> str:
    return "/".join(action.option_strings) or str(action.metavar or action.dest)


def suggestion(word: str, known: Iterable[str]) -> str:
    """``; did you mean …?`` with what is nearest to a word; empty where nothing is near."""
    near = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"; did you mean `{near[0]}`?" if near else ""
