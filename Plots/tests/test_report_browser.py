"""The report in a browser: it draws, fetches nothing, and works by mouse, by key, on a phone and on paper.

Needs a Chromium of the system (Debian: `apt install chromium`); where there is none these tests are skipped.
"""

import shutil

import pytest

from cogov_plots import Results
from cogov_plots.options import Options
from cogov_plots.report import write

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install 'Plots[test]'"
)
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here: apt install chromium")
DRAWN = 5
"""Charts of a report: plane, series, components of vitality and of order, flows."""


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as driver:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(fresh, tmp_path_factory):
    """The report in each language."""
    out = tmp_path_factory.mktemp("reports")
    return {
        language: write(Results(fresh), out / f"{language}.html", Options(language=language))
        for language in ("en", "zh")
    }


@pytest.fixture
def visit(browser):
    """Opens a page and gives it; in the end nothing may have gone wrong, and nothing been asked for."""
    contexts, problems, requests = [], [], []

    def open_page(path, width=1280, height=900, **options):
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(600_000)
        page = context.new_page()
        page.on("console", lambda m: problems.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("html.ready")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems
    assert all(url.startswith(("file:", "data:", "blob:")) for url in requests)
    assert len([url for url in requests if url.startswith("file:")]) == len(contexts)


def marks(page, chart: str) -> int:
    """Points and lines that a chart holds."""
    return page.locator(f"#{chart}-chart .scatterlayer .trace").count()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_is_drawn(visit, pages, language):
    page = visit(pages[language])
    assert page.locator(".chart .main-svg").count() >= DRAWN
    assert page.locator("#flows-chart .sankey-node").count() > 2
    # Two components of each, in panels of their own, for three variants.
    assert marks(page, "components-vitality") == 18 and marks(page, "components-order") == 18
    title = page.locator("#plane-chart .xtitle").text_content()
    assert title == ("Vitality (0–100)" if language == "en" else title)
    assert page.locator("#plane-words").text_content()


def test_tooltip(visit, pages):
    page = visit(pages["en"])
    # The chart lies under the bar of variants unless there is room above it.
    page.locator("#plane-chart").evaluate(
        "chart => chart.scrollIntoView({ block: 'center', behavior: 'instant' })"
    )
    box = page.locator("#plane-chart .scatterlayer .trace:has(text) path.point").last.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    tip = page.locator("#plane-chart .hoverlayer .hovertext")
    tip.wait_for()
    assert "Vitality (0–100): " in tip.text_content() and "Order (0–100): " in tip.text_content()
    assert "[" in tip.text_content()


def test_tooltip_of_a_week_tells_all_variants(visit, pages):
    page = visit(pages["en"])
    page.locator("#series-chart").evaluate(
        "chart => chart.scrollIntoView({ block: 'center', behavior: 'instant' })"
    )
    box = page.locator("#series-chart").bounding_box()
    page.mouse.move(box["x"] + 500, box["y"] + 150)
    page.mouse.move(box["x"] + 505, box["y"] + 152)
    tip = page.locator("#series-chart .hoverlayer .legend")
    tip.wait_for(state="visible")
    for words in ["Week ", "baseline", "embedded", "居民自治"]:
        assert words in tip.text_content()


def test_measure_is_chosen_by_key(visit, pages):
    page = visit(pages["en"])
    page.locator("#plane-x").focus()
    page.keyboard.type("Grievance")
    page.keyboard.press("Tab")
    page.wait_for_function(
        "document.querySelector('#plane-chart .xtitle').textContent.startsWith('Grievance')"
    )
    assert "against Grievance" in page.locator("#plane-words").text_content()


def test_measure_is_chosen_by_mouse(visit, pages):
    page = visit(pages["en"])
    page.select_option("#series-measure", "breadth")
    assert page.locator("#series-chart .ytitle").text_content() == "Breadth (0–1)"
    page.select_option("#flows-resource", "time")
    assert "(minutes)" in page.locator("#flows-words").text_content()


def test_variant_is_taken_out_by_key_and_by_mouse(visit, pages):
    page = visit(pages["en"])
    before = marks(page, "components-order")
    rows = page.locator("#effects-rows tr").count()
    page.locator('[data-variant="1"]').focus()
    page.keyboard.press("Space")
    assert marks(page, "components-order") == before * 2 / 3
    assert page.locator("#effects-rows tr").count() == rows / 2
    page.locator(".chip", has_text="embedded").click()
    assert marks(page, "components-order") == before
    page.locator("#variants-none").click()
    assert page.locator("#plane-words").text_content() == "No variant is chosen."
    assert not page.locator("#plane-chart").is_visible()
    page.locator("#variants-all").click()
    assert marks(page, "components-order") == before


def test_table_is_sorted_by_key(visit, pages):
    page = visit(pages["en"])
    head = page.locator("#effects th", has_text="Difference")
    numbers = "rows => rows.map(row => Number(row.cells[3].textContent.replace('−', '-')))"
    assert head.get_attribute("aria-sort") == "none"
    head.locator("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    up = page.locator("#effects-rows tr").evaluate_all(numbers)
    assert up == sorted(up) and len(up) == 4
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert page.locator("#effects-rows tr").evaluate_all(numbers) == up[::-1]
    page.locator("#effects th button", has_text="Variant").click()
    assert head.get_attribute("aria-sort") == "none"


def test_differences_turn_with_the_baseline(visit, pages):
    page = visit(pages["en"])
    page.select_option("#effects-measure", "order")
    page.select_option("#effects-variant", "1")
    first = page.locator("#effects-rows tr td").nth(3).text_content()
    page.select_option("#effects-baseline", "1")
    page.select_option("#effects-variant", "0")
    second = page.locator("#effects-rows tr td").nth(3).text_content()
    assert first.lstrip("−") == second.lstrip("−") and first != second


def test_series_zoom_by_key_and_by_mouse(visit, pages):
    page = visit(pages["en"])
    page.locator("#series-from").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("8")
    page.keyboard.press("Tab")
    span = "document.getElementById('series-chart')._fullLayout.xaxis.range.map(Math.round)"
    assert page.evaluate(span) == [8, 24]
    page.locator("#series-reset").click()
    assert page.evaluate(span) == [4, 24]
    chart = page.locator("#series-chart .nsewdrag")
    chart.scroll_into_view_if_needed()
    chart.evaluate("chart => chart.scrollIntoView({ block: 'center', behavior: 'instant' })")
    box = chart.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 62, steps=5)
    page.mouse.up()
    page.wait_for_function("document.getElementById('series-from').value === '9'")
    assert page.locator("#series-to").input_value() == "19"


def test_numbers_stand_behind_every_chart(visit, pages):
    page = visit(pages["en"])
    summaries = page.locator("figure details.numbers summary")
    assert summaries.count() == DRAWN
    for k in range(DRAWN):
        summaries.nth(k).focus()
        page.keyboard.press("Enter")
        page.locator("figure details.numbers").nth(k).locator("tbody tr").nth(2).wait_for()
    assert page.locator("#series-table tbody tr").count() == 3 * 6


def test_focus_is_seen_and_the_first_is_the_skip_link(visit, pages):
    page = visit(pages["en"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    for _ in range(30):
        page.keyboard.press("Tab")
        shown = page.evaluate(
            "(({outlineStyle, outlineWidth}) => outlineStyle !== 'none' && outlineWidth !== '0px')"
            "(getComputedStyle(document.activeElement))"
        )
        assert shown, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_nothing_is_wider_than_the_screen(visit, pages, language):
    page = visit(pages[language], width=360, height=780, is_mobile=True, has_touch=True)
    for details in page.locator("details").all():
        details.evaluate("details => details.open = true")
    for width in (360, 390, 768):
        page.set_viewport_size({"width": width, "height": 780})
        page.wait_for_function(f"innerWidth == {width}")
        # Charts follow in their own time; what stays wider never gets there.
        page.wait_for_function(f"document.documentElement.scrollWidth == {width}")


def test_long_names_fit_on_a_phone(visit, fresh, tmp_path):
    from test_report import change, loosen

    folder = shutil.copytree(fresh, tmp_path / "results")
    loosen(folder)
    names = {name: name + "_with=a_very_long_name" * 4 for name in ["baseline", "embedded", "居民自治"]}
    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        change(folder, name, lambda table: table.replace(names))
    page = visit(write(Results(folder), tmp_path / "report.html"), width=360, height=780, is_mobile=True)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_dark(visit, pages):
    page = visit(pages["en"], color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 28)"
    # The baseline is black on paper and white at night.
    fill = page.locator("#components-order-chart path.point").first.evaluate("mark => mark.style.fill")
    assert fill == "rgb(230, 233, 236)"


def test_on_paper(visit, pages):
    page = visit(pages["en"], color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert not page.locator(".controls").first.is_visible()
    assert page.locator("#plane-legend li").count() == 3 and page.locator("#plane-legend").is_visible()
    assert page.locator("#plane-chart .main-svg").first.get_attribute("width") == "660"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf(format="A4")) > 50_000


def test_hostile_names_stay_text(visit, fresh, tmp_path):
    from test_report import HOSTILE, change, loosen

    folder = shutil.copytree(fresh, tmp_path / "results")
    loosen(folder)
    for name in ["runs.csv", "series.csv", "flows.csv", "places.csv"]:
        change(
            folder, name, lambda table: table.replace({"embedded": HOSTILE, "residentsCommittee": HOSTILE})
        )
    page = visit(write(Results(folder), tmp_path / "report.html"))
    for details in page.locator("details.numbers").all():
        details.evaluate("details => details.open = true")
    assert page.evaluate("window.broken") is None
    assert page.locator("#plane-chart img, #flows-chart img, td img").count() == 0
    assert HOSTILE in page.locator("#plane-table").text_content()
    assert "<script>" in page.locator("#flows-chart").text_content()


@pytest.mark.parametrize("missing", ["series", "flows"])
def test_missing_tables_leave_the_rest_at_work(visit, fresh, tmp_path, missing):
    folder = shutil.copytree(fresh, tmp_path / "results")
    (folder / f"{missing}.csv").unlink()
    page = visit(write(Results(folder), tmp_path / "report.html"))
    assert marks(page, "plane") > 0
    assert page.locator(f"#{missing}-chart").count() == 0
