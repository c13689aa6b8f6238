"""Apply is at hand, and the form works: with and without a script, wrong answers too."""

from __future__ import annotations

from playwright.sync_api import Browser, Route, expect

from browser.sites import LARGE, Sites
from browser.watch import watched

PHONE = {"width": 360, "height": 740}
FORM = "asks/"
_SEEN = """() => [...document.querySelectorAll('a.button')].some(button => {
  const box = button.getBoundingClientRect();
  return box.height && box.top >= 0 && box.bottom <= innerHeight;
})"""
_END = "document.querySelector('#apply').getBoundingClientRect().top - innerHeight"


def test_apply_is_in_view_on_every_screen_of_a_posting(browser: Browser, sites: Sites) -> None:
    """From its top to where its form or its end begins, on a telephone; without a script."""
    for name, asked in (("difficult", FORM), ("difficult", "everything/"), (LARGE, "")):
        site = sites(name)
        path = asked or site.postings[0]
        with watched(browser, site.origin, viewport=PHONE) as view:
            view.page.route("**/*.js", lambda route: route.abort())
            view.page.goto(site.url + path)
            end = view.page.evaluate(_END)
            for top in range(0, max(1, int(end)), 300):
                view.page.evaluate(f"scrollTo(0, {top})")
                assert view.page.evaluate(_SEEN), f"{path}: no way to apply at {top} px"


def test_an_application_is_sent_without_a_script(browser: Browser, sites: Sites) -> None:
    """Plain HTML: what was typed and chosen arrives under the names that the docs tell."""
    site = sites("difficult")
    sent: list[str] = []

    def receive(route: Route) -> None:
        sent.append(route.request.post_data or "")
        route.fulfill(status=303, headers={"Location": f"{site.url}thanks/"})

    with watched(browser, site.origin, java_script_enabled=False) as view:
        page = view.page
        page.route("https://apply.example.com/**", receive)
        page.goto(f"{site.url}{FORM}")
        page.get_by_label("Your name").fill("Ada Example")
        page.get_by_label("E-mail").fill("ada@example.com")
        page.get_by_label("What do you read first").fill("The weather")
        page.get_by_label("Tell us about a mistake").fill("A comma")
        page.get_by_label("The quiet room").check()
        page.get_by_label("Welsh").check()
        page.get_by_label("Yes").check()
        page.get_by_label("Beispiel & Söhne may keep").check()
        page.get_by_role("button", name="Send application").click()
        expect(page.get_by_role("heading", name="Thank you. It is with us.")).to_be_visible()
    assert len(sent) == 1
    for part in ("Ada Example", "ada@example.com", "The weather", "The quiet room", "Welsh"):
        assert part in sent[0]
    for name in ("posting", "language", "privacy", "Which languages do you read?", "consent"):
        assert f'name="{name}"' in sent[0]


def test_without_a_script_one_is_told_that_nothing_was_sent(browser: Browser, sites: Sites) -> None:
    """Where the receiver leads back; the browser's way back has what was typed."""
    site = sites("difficult")
    back = f"{site.url}{FORM}?error=email#notSent"
    with watched(browser, site.origin, java_script_enabled=False) as view:
        page = view.page
        page.route(
            "https://apply.example.com/**",
            lambda route: route.fulfill(status=303, headers={"Location": back}),
        )
        page.goto(f"{site.url}{FORM}")
        expect(page.get_by_text("Not sent yet.")).to_be_hidden()
        page.get_by_label("Your name").fill("Ada Example")
        page.get_by_label("What do you read first").fill("The weather")
        page.get_by_label("Tell us about a mistake").fill("A comma")
        page.get_by_label("No matter").check()
        page.get_by_label("Yes").check()
        page.get_by_label("Beispiel & Söhne may keep").check()
        page.get_by_role("button", name="Send application").click()
        expect(page.get_by_text("Not sent yet.")).to_be_in_viewport()
        page.go_back()
        expect(page.get_by_label("Your name")).to_have_value("Ada Example")


def test_wrong_answers_are_marked_and_what_was_typed_is_kept(
    browser: Browser, sites: Sites
) -> None:
    """Where the receiver leads back with the fields; the source of the link goes with it."""
    site = sites("difficult")
    sent: list[str] = []

    def refuse(route: Route) -> None:
        sent.append(route.request.post_data or "")
        back = f"{site.url}{FORM}?error=consent,question-3,email,no-such#notSent"
        route.fulfill(status=303, headers={"Location": back})

    with watched(browser, site.origin) as view:
        page = view.page
        page.route("https://apply.example.com/**", refuse)
        view.open(f"{site.url}{FORM}?ref=fair")
        page.get_by_label("Your name").fill("Ada Example")
        page.get_by_role("button", name="Send application").click()
        assert not sent, "without a way to be reached nothing is sent"
        page.get_by_label("Phone").fill("+44 20 7946 0000")
        page.get_by_label("What do you read first").fill("The weather")
        page.get_by_label("Tell us about a mistake").fill("A comma")
        page.get_by_label("No matter").check()
        page.get_by_label("Latin").check()
        page.get_by_label("Yes").check()
        page.get_by_label("Beispiel & Söhne may keep").check()
        page.get_by_role("button", name="Send application").click()
        expect(page.get_by_role("alert")).to_be_focused()
        expect(page.get_by_role("heading", name="Not sent yet")).to_be_in_viewport()
        assert page.title().startswith("Error: ")
        expect(page.get_by_label("Your name")).to_have_value("Ada Example")
        expect(page.get_by_label("No matter")).to_be_checked()
        expect(page.get_by_label("E-mail")).to_have_attribute("aria-invalid", "true")
        links = page.get_by_role("alert").get_by_role("link")
        expect(links).to_have_text(
            [
                "Give an e-mail address like name@example.com",
                "Which desk would you like? Choose an answer",
                "Agree that we may keep your application",
            ]
        )
        links.nth(1).click()
        expect(page.get_by_label("Windows")).to_be_focused()
        view.axe("with errors")
        assert not [said for said in view.complaints if "asks another host" not in said]
    assert 'name="source"\r\n\r\nfair' in sent[0]
