"""Makes the files that list jobs, with the last build's cards of jobs that are as they were."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careers.build.cache import Job as Made
from careers.build.fingerprints import Ground, Seen, Watch
from careers.build.writing import write
from careers.files.cache_file import keep_json, kept_json
from careers.site import Pages, Site
from careers.site.templating.cards import made_cards


@dataclass(frozen=True)
class Lister:
    """Makes kinds of lists of ``site`` into ``fresh``; cards are kept beside ``stock``."""

    site: Site
    watch: Watch
    under: Ground
    fresh: Path
    stock: Path

    def make(self, kind: str, pages: Pages, key: str) -> Made:
        """The files of one kind; ``key`` names what they are made of."""
        self.watch.seen = seen = Seen()
        kept = self.stock.with_suffix(f".{kind}.json")
        others = self.site.shared.pop("cards", {})  # of the jobs' own pages
        self._recall(kept)
        files = {path: write(self.fresh, path, data) for path, data in pages(self.site)}
        self._keep(kept)
        self.site.shared["cards"] = others
        return Made(files, " ".join([kind] * len(files)), seen=seen, key=key)

    def _recall(self, path: Path) -> None:
        """Let the pages find the cards that were kept, of jobs whose facts are what they were."""
        known = kept_json(path)
        if isinstance(known, dict) and known.get("own") == self.under.own:
            gone = dict(known["rows"].items() - self._rows().items())
            for how, cards in known["cards"].items():
                for slug in gone.keys() & cards.keys():
                    del cards[slug]
                made_cards(self.site)[how] = cards

    def _keep(self, path: Path) -> None:
        """Keep the cards for the next build."""
        made = made_cards(self.site)
        if any(made.values()):
            keep_json(path, {"own": self.under.own, "rows": self._rows(), "cards": made})
        else:
            path.unlink(missing_ok=True)

    def _rows(self) -> dict[str, str]:
        """What names a job's facts, by its slug."""
        return {job.slug: self.under.rows[job.posting.path] for job in self.site.jobs}
