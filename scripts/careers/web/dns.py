"""What the domain name system says of a domain that letters come from."""

from __future__ import annotations

from collections.abc import Mapping

TIMEOUT = 5.0
"""Seconds for each question."""


def texts(*names: str) -> Mapping[str, tuple[str, ...]] | None:
    """The TXT records of each name, none where it has none; a name that nobody answers is missing.

    None where there is no library to ask with.
    """
    try:
        import dns.exception  # noqa: PLC0415 - it may be missing
        import dns.resolver  # noqa: PLC0415 - the same
    except ImportError:
        return None
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        try:
            answer = dns.resolver.resolve(name, "TXT", lifetime=TIMEOUT)
            records = (b"".join(each.strings) for each in answer)
            found[name] = tuple(record.decode("utf-8", "replace") for record in records)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            found[name] = ()
        except dns.exception.DNSException:
            continue
    return found
