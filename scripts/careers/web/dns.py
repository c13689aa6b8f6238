"""What the domain name system says of a domain that letters come from."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

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

    def ask(name: str) -> tuple[str, ...] | None:
        try:
            answer = dns.resolver.resolve(name, "TXT", lifetime=TIMEOUT)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return ()
        except dns.exception.DNSException:
            return None
        records = (b"".join(each.strings) for each in answer)
        return tuple(record.decode("utf-8", "replace") for record in records)

    # At once: where nobody answers, each question takes its whole time.
    with ThreadPoolExecutor(max_workers=len(names) or 1) as pool:
        said = zip(names, pool.map(ask, names), strict=True)
        return {name: texts for name, texts in said if texts is not None}
