"""Days, pay and values as people write them, in seven languages."""

from __future__ import annotations

from enum import StrEnum

import pytest

from careers.posting.frontmatter import Employment, Status, Workplace
from careers.posting.frontmatter_reader import read_front
from careers.posting.named_values import member
from careers.posting.salary import Per
from careers.posting.written_days import day
from careers.posting.written_pay import pay, readings


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2.3.2026", "2026-03-02"),
        ("31. Dezember 2026", "2026-12-31"),
        ("1er mars 2026", "2026-03-01"),
        ("1 de marzo de 2026", "2026-03-01"),
        ("5 luglio 2026", "2026-07-05"),
        ("3 mei 2026", "2026-05-03"),
        ("2 de setembro de 2026", "2026-09-02"),
        ("2nd of June 2026", "2026-06-02"),
        ("2026-03-01T09:00:00Z", "2026-03-01"),
        ("31/12/2026", "2026-12-31"),
        ("12/31/2026", "2026-12-31"),
        ("02/03/2026", None),
        ("32.1.2026", None),
        ("32/13/2026", None),
        ("March 2026", None),
        ("2 xyz 2026", None),
    ],
)
def test_days(written: str, meant: str | None) -> None:
    """A day is known where it can be no other."""
    assert day(written) == meant


@pytest.mark.parametrize(
    ("written", "low", "high", "currency", "per"),
    [
        ("45000 - 55000 EUR", "45000", "55000", "EUR", None),
        ("\u00a337,099 \u2013 \u00a344,263 per annum", "37099", "44263", "GBP", Per.YEAR),
        ("\u20ac14.80 per hour", "14.80", None, "EUR", Per.HOUR),
        ("\u20ac70k - \u20ac95k + equity", "70000", "95000", "EUR", None),
        ("42-48k\u20ac", "42000", "48000", "EUR", None),
        ("SGD 15,000-20,000/month", "15000", "20000", "SGD", Per.MONTH),
        ("\u20ac 4.200 - \u20ac 5.600 per maand", "4200", "5600", "EUR", Per.MONTH),
        ("CHF 92'000\u2013108'000", "92000", "108000", "CHF", None),
        ("28 000 \u20ac bruts annuels", "28000", None, "EUR", Per.YEAR),
        ("\u5e74\u53ce 6,000,000\u5186\u301c9,000,000\u5186", "6000000", "9000000", "JPY", None),
        ("7,500\u20139,000z\u0142", "7500", "9000", "PLN", None),
        ("6200-7400 Fr./Monat", "6200", "7400", "CHF", Per.MONTH),
        ("24,50 $ \u00e0 29,10 $ de l'heure", "24.50", "29.10", None, Per.HOUR),
        ("24,80 \u20ac/Std.", "24.80", None, "EUR", Per.HOUR),
        ("R$ 3.500 a R$ 4.200", "3500", "4200", "BRL", None),
        ("$180,000 - $210,000 base", "180000", "210000", None, None),
        ("$22,000 a $26,000 MXN mensuales brutos", "22000", "26000", "MXN", Per.MONTH),
        ("2.400 \u20ac mensuels", "2400", None, "EUR", Per.MONTH),
        ("1.800 \u20ac mensais", "1800", None, "EUR", Per.MONTH),
        ("\u20ac 3.600 maandelijks", "3600", None, "EUR", Per.MONTH),
        ("$38.50 - $46.00 per hour, DOE", "38.50", "46", None, Per.HOUR),
        ("70.000 - 85.000 $ CAD par ann\u00e9e", "70000", "85000", "CAD", Per.YEAR),
    ],
)
def test_pay(written: str, low: str, high: str | None, currency: str | None, per: Per) -> None:
    """A line of pay is read; what it leaves open is None."""
    found = pay(written)
    assert found is not None
    assert found[:4] == (low, high, currency, per)


@pytest.mark.parametrize(
    "written",
    [
        "competitive",
        "1.600 \u20ac netti al mese",
        "1, 2, 3",
        "80-60k",
        "x" * 81,
        "\u20ac18.000 per hour",
    ],
)
def test_no_pay(written: str) -> None:
    """No sum, one after taxes, a list, a range that falls, thousandths of an hour's pay."""
    assert pay(written) is None


@pytest.mark.parametrize(
    ("amount", "per", "meant"),
    [
        ("18.000", "hour", ("18", "18000")),
        ("22.500", "Stunde", ("22.5", "22500")),
        ("18,000", "day", ("18", "18000")),
        ("18.000", "?", ("18", "18000")),
        ("18.000", "month", None),
        ("18.000", None, None),
        ("1.500.000", "hour", None),
        ("18.50", "hour", None),
    ],
)
def test_readings_of_a_sum(amount: str, per: str | None, meant: tuple[str, str] | None) -> None:
    """A point before three digits divides thousands, but of an hour's pay nobody can tell."""
    assert readings(amount, per) == meant


@pytest.mark.parametrize(
    ("written", "values", "meant"),
    [
        ("Vollzeit", Employment, "full-time"),
        ("temps partiel", Employment, "part-time"),
        ("FULL_TIME", Employment, "full-time"),
        ("Stage", Employment, "intern"),
        ("jornada completa", Employment, "full-time"),
        ("CDI", Employment, None),
        ("Offen", Status, "open"),
        ("ferm\u00e9", Status, "closed"),
        ("bozza", Status, "draft"),
        ("vor Ort", Workplace, "on-site"),
        ("t\u00e9l\u00e9travail", Workplace, "remote"),
        ("h\u00edbrido", Workplace, "hybrid"),
        ("Remote / hybrid", Workplace, None),
        ("Monat", Per, "month"),
        ("all'anno", Per, "year"),
    ],
)
def test_named_values(written: str, values: type[StrEnum], meant: str | None) -> None:
    """A value is known by its name in the languages that are known, and not in doubt."""
    assert member(written, values) == meant


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("titre: Boulanger", "title", "Boulanger"),
        ("Titel: B\u00e4cker", "title", "B\u00e4cker"),
        ("statut: ouvert", "status", "open"),
        ("fecha: 2026-11-12", "posted", "2026-11-12"),
        ("bewerbungsfrist: 31.12.2026", "closes", "2026-12-31"),
        ("dienstverband: voltijd", "employment", "full-time"),
        ("modalidad: h\u00edbrido", "workplace", "hybrid"),
        ("citt\u00e0: Bologna, IT", "locations", "Bologna, IT"),
    ],
)
def test_fields_of_other_languages(written: str, field: str, value: str) -> None:
    """A field in another language is told, and read as what it says."""
    front = read_front(f"{written}\n", 2)
    [problem] = front.problems
    assert problem.message.startswith("unknown field")
    assert field in [edit.text for edit in problem.edits]
    assert front.sound is not None
    assert value in str(front.sound.model_dump(mode="json")[field]) or field == "locations"


def test_pay_in_one_line_is_written_as_fields() -> None:
    """Where nothing has to be guessed there is a fix; else an example of what was written."""
    [sure] = read_front("salary: \u00a337,099 - \u00a344,263 per annum\n", 2).problems
    assert [e.text for e in sure.edits] == ["{min: 37099, max: 44263, currency: GBP, per: year}"]
    [open_] = read_front("salary: 45000 - 55000 EUR\n", 2).problems
    assert not open_.edits
    assert "min: 45000, max: 55000, currency: EUR" in open_.help
    [dollars] = read_front("salary: $110,000 - $130,000\n", 2).problems
    assert "min: 110000, max: 130000, currency: USD" in dollars.help
    [canada] = read_front("locations: Sherbrooke (Québec)\nsalary: 70 000 $\n", 2).problems
    assert "min: 70000, currency: CAD" in canada.help
    [norway] = read_front("locations: Bergen, NO\nsalary: 620 000 kr\n", 2).problems
    assert "min: 620000, currency: NOK" in norway.help
    foreign = "lieu: Sherbrooke (Québec)\nsalaire: 31,42 $ à 42,18 $ l'heure\n"
    assert "max: 42.18, currency: CAD, per: hour" in read_front(foreign, 2).problems[0].help
    [part] = read_front("salary: {minimum: 1, currency: EUR}\n", 2).problems[-1:]
    assert part.message in ("unknown field `salary.minimum`", "`salary.min` is missing")


@pytest.mark.parametrize(
    ("written", "per"),
    [("R$ 8.000 a R$ 11.000", "month"), ("38.000 \u20ac", "year"), ("14,80 \u20ac", "hour")],
)
def test_an_example_of_pay_is_likely(written: str, per: str) -> None:
    """Where a line leaves the time open, the example has the one that such a sum is paid for."""
    said = pay(written)
    assert said
    assert not said.complete
    assert f"per: {per}" in str(said)
