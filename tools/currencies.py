"""Makes the table of currencies that careers ships: rough rates, and who pays in what.

    npm pack @fawazahmed0/currency-api && tar xzf fawazahmed0-currency-api-*.tgz
    python -m pip install --group places
    python tools/currencies.py package/v1/currencies/eur.json

writes scripts/careers/checks/data/currencies.toml. The rates come from the npm package
`@fawazahmed0/currency-api` (CC0, made anew each day from several banks, some 200 currencies); which
currency a country pays in comes from CLDR, by Babel. The European Central Bank gives thirty of
these rates; those were within one in a hundred of it when the package was chosen. Currencies whose
worth changes by the month are not asked for: of them nothing is said.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

from babel.core import get_global
from babel.numbers import get_territory_currencies

TARGET = Path(__file__).parents[1] / "scripts" / "careers" / "checks" / "data" / "currencies.toml"
CURRENCIES = tuple(
    """
    AED ARS AUD BDT BGN BHD BRL CAD CHF CLP CNY COP CRC CZK DKK DOP EGP EUR GBP GEL GHS HKD HUF IDR
    ILS INR IQD ISK JOD JPY KES KRW KWD KZT LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR
    RON RSD RUB RWF SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF ZAR
    """.split()  # noqa: SIM905 - a list would be as many lines
)
DIGITS = 3
JOINED = {"BG": "EUR"}
"""Countries that joined the euro after the release of CLDR that Babel has."""
HEAD = """\
# How many units of a currency make one euro, roughly: enough to tell a year's pay from an hour's,
# and to give an example. Rates of {day}; made by tools/currencies.py, which says out of what.
# Currencies whose worth changes by the month are left out, and then nothing is said.
[rates]
"""
PAID = "\n# Who pays in it, by ISO 3166-1, as CLDR has it.\n[paid]\n"


def main() -> None:
    """Write the table."""
    given = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    rates = given["eur"]
    lines = [f"{code} = {_rounded(rates[code.lower()])}\n" for code in CURRENCIES]
    text = HEAD.format(day=given["date"]) + "".join(lines) + PAID
    TARGET.write_text(text + "".join(_paid()), encoding="utf-8")


def _rounded(rate: float) -> str:
    rough = float(f"{rate:.{DIGITS}g}")
    return f"{rough:,.0f}".replace(",", "_") if rough.is_integer() else f"{rough}"


def _paid() -> list[str]:
    countries = defaultdict(list)
    for code in sorted(get_global("territory_currencies")):
        names = get_territory_currencies(code)
        name = JOINED.get(code) or next(iter(names), "")
        if len(code) == len("DE") and name in CURRENCIES:
            countries[name].append(code)
    return [f'{code} = "{" ".join(countries[code])}"\n' for code in CURRENCIES if code in countries]


if __name__ == "__main__":
    main()
