"""Images made small, and the search index: the same bytes from the same files."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from careers.build.search import index
from careers.files.images import measure


def png(size: tuple[int, int], mode: str = "RGB") -> bytes:
    """An image that WebP makes smaller."""
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert(mode).save(out, "PNG")
    return out.getvalue()


def test_the_same_image_gives_the_same_bytes() -> None:
    """Whenever it is made; and it is measured once."""
    data = png((900, 300))
    first = measure(data)
    assert first is not None
    assert (first.width, first.height) == (900, 300)
    assert [width for width, _ in first.webp] == [672, 900]
    assert all(Image.open(io.BytesIO(made)).width == width for width, made in first.webp)
    assert measure(bytes([*data])) is first
    measure.cache_clear()
    assert measure(data) == first


def test_a_photo_stands_upright() -> None:
    """A camera's turned picture is measured as it is shown."""
    image = Image.new("RGB", (80, 40), "teal")
    turned = Image.Exif()
    turned[0x0112] = 6
    out = io.BytesIO()
    image.save(out, "JPEG", exif=turned)
    found = measure(out.getvalue())
    assert found is not None
    assert (found.width, found.height) == (40, 80)


def test_a_moving_image_stays_as_it_is() -> None:
    """It is measured; one frame would not be it."""
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    found = measure(out.getvalue())
    assert found is not None
    assert (found.width, found.height, found.webp) == (20, 10, ())


def test_what_is_no_image_is_none() -> None:
    """Nothing, noise, a cut file, a drawing without a size."""
    whole = png((64, 64))
    for data in (b"", b"noise", whole[: len(whole) // 2], b"<svg></svg>"):
        assert measure(data) is None


def test_a_bomb_is_not_unpacked() -> None:
    """A small file that says it is huge is measured at most."""
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    found = measure(out.getvalue())
    assert found is None or found.webp == ()


def test_two_indexes_of_a_site_are_equal(tmp_path: Path) -> None:
    """Byte for byte; Pagefind's own interface, which the pages do not use, is not published."""
    for name in ("one", "two"):
        page = tmp_path / name / "job" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            '<html lang="en"><main data-pagefind-body><h1>Cook</h1>Soup.</main></html>',
            encoding="utf-8",
        )
        index(tmp_path / name)
    one, two = (
        {p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")}
        for n in ("one", "two")
    )
    assert one == two
    assert Path("pagefind/pagefind.js") in one
    assert not [path for path in one if "ui" in path.name]
