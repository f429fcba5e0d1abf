"""Journeys through a browser: owner, broker and administrator, in both languages and at both widths for the owner."""

from __future__ import annotations

import os
import re
import threading
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PASSWORD
from playwright.sync_api import Page, expect, sync_playwright
from werkzeug.serving import make_server

PICTURES = Path(os.environ.get("APPS_SCREENSHOTS", "screenshots"))
WORDS = {
    "en": {"dashboard": "Dashboard", "browser": "Computed in your browser", "advice": "Not investment advice"},
    "zh": {"dashboard": "仪表板", "browser": "由浏览器中的 WASM 模块计算", "advice": "不构成投资建议"},
}
FLEET = "model,count,hashrate,power,price\nAntminer S21 XP,30,,,4500\nAntminer S19 XP,50,,,900\n"


@pytest.fixture
def address(app, kit):
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def browser():
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield made
        made.close()


class Visitor:
    """A browser that holds every page against the same demands."""

    def __init__(self, browser, address, language="en", width=1280, **more):
        self.address, self.language, self.width = address, language, width
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, locale={"en": "en-US", "zh": "zh-CN"}[language], **more
        )
        self.page: Page = self.context.new_page()
        self.troubles, self.foreign, self.seen = [], [], 0
        self.page.on("console", lambda message: message.type == "error" and self.troubles.append(message.text))
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.troubles.append("a dialog"), dialog.dismiss()))
        self.page.on("request", lambda request: request.url.startswith(address) or self.foreign.append(request.url))

    def go(self, path):
        self.page.goto(self.address + path)
        self.check(path)

    def send(self, form="main form"):
        with self.page.expect_navigation():
            self.page.locator(form).first.locator("button").first.click()

    def log_in(self, email, password=PASSWORD):
        self.go("/login")
        self.page.fill("[name=email]", email)
        self.page.fill("[name=password]", password)
        self.send()
        self.check("/dashboard")

    def check(self, name):
        """No trouble in the console, nothing from elsewhere, nothing to scroll sideways, nothing that axe finds."""
        assert self.troubles == [] and self.foreign == []
        sideways = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, (name, self.width, sideways)
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, (name, found.generate_report())
        PICTURES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"/verify/.*", "/verify", name)
        file = f"{name.strip('/').replace('/', '-') or 'home'}-{self.language}-{self.width}.png"
        self.page.screenshot(path=str(PICTURES / file), full_page=True)
        self.seen += 1


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1280, 390])
def test_owner_of_a_site(browser, address, letters, language, width):
    """The owner registers, confirms, enters terms and machines, and reads every page; at both widths, in both languages."""
    visitor = Visitor(browser, address, language, width)
    page, words = visitor.page, WORDS[language]
    visitor.go("/register")
    for name, value in (("email", "o@example.com"), ("username", "siteowner"), ("password", "words of a miner")):
        page.fill(f"[name={name}]", value)
    visitor.send()
    visitor.go(re.search(r"(/verify/\S+)", letters()[-1]).group(1))
    visitor.send()
    visitor.log_in("o@example.com", "words of a miner")
    visitor.go("/site")
    page.fill("[name=name]", "Barn <b>1</b>")
    page.fill("[name=power_price]", "0.06 USD/kWh")
    visitor.send()
    visitor.go("/site")
    page.set_input_files("input[name=fleet]", {"name": "fleet.csv", "mimeType": "text/csv", "buffer": FLEET.encode()})
    visitor.send("form[enctype]")
    expect(page.locator("h1")).to_contain_text("Barn <b>1</b>")
    expect(page.locator("h1")).to_contain_text(words["dashboard"])
    for path in (
        "/",
        "/cash-flow",
        "/curtailment",
        "/network_stats",
        "/analytics",
        "/miners",
        "/treasury/dashboard",
        "/reports",
        "/account",
        "/legal",
    ):
        visitor.go(path)
        expect(page.locator("footer")).to_contain_text(words["advice"])
    assert visitor.seen >= 15


def test_sliders_in_the_browser(browser, address):
    """The sliders compute with the WASM module, and give the number of the library; without the module the server answers the same."""
    import hashinsight as hi

    visitor = Visitor(browser, address)
    visitor.go("/mining-calculator")
    page = visitor.page
    expect(page.locator("#where")).to_contain_text(WORDS["en"]["browser"])
    page.locator("#s-power_price_usd_per_kwh").fill("0.08")
    price = float(page.locator("#s-btc_price_usd").input_value())
    subsidy = hi.mining.subsidy(height=951_984, network="mainnet").subsidy_sat
    machine = {"hashrate_ths": 270, "power_w": 3645, "power_price_usd_per_kwh": 0.08, "btc_price_usd": price, "pool_fee": 0.02}
    day = hi.mining.profit(
        **machine, network_basis={"difficulty": 138955357012247.3}, subsidy_sat=subsidy, fees_per_block_sat=2_000_000, days=1
    )
    expect(page.locator("#a-net_usd")).to_have_text(f"{day.net_usd:,.4f}".rstrip("0"))
    without = Visitor(browser, address)
    without.page.route("**/wasm/*", lambda route: route.abort())
    without.page.goto(address + "/mining-calculator")
    expect(without.page.locator("#where")).to_contain_text("on the server")
    without.page.locator("#s-power_price_usd_per_kwh").fill("0.08")
    expect(without.page.locator("#a-net_usd")).to_have_text(f"{day.net_usd:,.4f}".rstrip("0"))


def test_broker(browser, address):
    """The broker adds a customer, a lead and a deal, and moves them by the buttons that the lifecycle gives."""
    visitor = Visitor(browser, address)
    visitor.log_in("mining_site@example.com")
    page = visitor.page
    visitor.go("/crm/customers")
    page.fill("form.card [name=name]", "<script>alert(1)</script>")
    page.fill("form.card [name=email]", "c@example.com")
    visitor.send("form.card")
    visitor.check("/crm/customers-added")
    customer = page.locator("tbody th").first.inner_text()
    for path, fields in (("/crm/leads", {}), ("/crm/deals", {"title": "Hosting", "value_usd": "150000.00"})):
        visitor.go(path)
        for name, value in {"customer_id": customer, **fields}.items():
            page.fill(f"form.card [name={name}]", value)
        visitor.send("form.card")
        visitor.check(f"{path}-added")
        visitor.send("form.move")
        visitor.check(f"{path}-moved")
    expect(page.locator("tbody td").nth(1)).to_have_text("Qualification")
    for path in ("/crm/commissions", "/crm/invoices", "/crm/activities"):
        visitor.go(path)


def test_administrator(browser, address):
    """The owner of the platform disables a user, stores a key, and reads the trail of both; in the dark."""
    visitor = Visitor(browser, address, color_scheme="dark")
    visitor.log_in("owner@example.com")
    page = visitor.page
    visitor.go("/admin/users")
    visitor.send("form[action$='/disable']")
    visitor.check("/admin/users-disabled")
    visitor.go("/admin/keys")
    page.fill("form.card [name=service]", "coinwarz")
    page.fill("form.card [name=secret]", "very-secret-key")
    visitor.send("form.card")
    visitor.check("/admin/keys-stored")
    assert "very-secret-key" not in page.content()
    visitor.go("/admin/audit")
    expect(page.locator("tbody")).to_contain_text("key.stored")


def test_by_keyboard(browser, address):
    """The first step leads to the content; the login goes by keys alone."""
    visitor = Visitor(browser, address)
    visitor.go("/login")
    page = visitor.page
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("[name=email]").focus()
    page.keyboard.type("user@example.com")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Dashboard")


def test_phone(browser, address):
    """S2-146: mobile viewport e2e

    With a finger, at the width of a telephone: the menu opens, the calculator computes.
    """
    visitor = Visitor(browser, address, width=390, has_touch=True, is_mobile=True)
    visitor.go("/")
    visitor.page.locator("summary").first.tap()
    visitor.page.locator("header a[href='/mining-calculator']").tap()
    expect(visitor.page.locator("#a-net_usd")).not_to_have_text("…")
    visitor.check("/mining-calculator-phone")
