"""Journeys through a browser: owner, broker and administrator, in both languages and at both widths for the owner."""

from __future__ import annotations

import csv
import io
import os
import re
import threading
from pathlib import Path

import pyotp
import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import PASSWORD
from playwright.sync_api import Page, expect, sync_playwright
from sqlalchemy import update
from test_pages import PAGES
from webkit.tables import UserAccess
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
    # The end waits for requests that a page still makes by itself, so that none keeps a connection.
    server.daemon_threads = False
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def browser(address):
    """Ends before the server does."""
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
        self.dress = more.get("color_scheme", "light")
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
        self.fill_in(email, password)
        self.check("/dashboard")

    def fill_in(self, email, password=PASSWORD):
        self.go("/login")
        self.page.fill("[name=email]", email)
        self.page.fill("[name=password]", password)
        self.send()

    def check(self, name):
        """No trouble in the console, nothing from elsewhere, nothing to scroll sideways, nothing that axe finds."""
        assert self.troubles == [] and self.foreign == []
        sideways = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, (name, self.width, sideways)
        found = Axe().run(self.page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, (name, found.generate_report())
        PICTURES.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"/verify/.*", "/verify", name)
        file = f"{name.strip('/').replace('/', '-') or 'home'}-{self.language}-{self.width}-{self.dress}.png"
        self.page.screenshot(path=str(PICTURES / file), full_page=True)
        self.seen += 1


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", [1440, 360])
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


#: What may be written into any field: none of it may ever run.
CORPUS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "<a href=javascript:alert(1)>x</a>",
    "{{ 7 * 7 }}${7*7}<%= 7 * 7 %>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "]]><script>alert(1)</script>",
    "\u2028</script><script>alert(1)</script>",
)


def test_what_users_write_never_runs(browser, address, logged):
    """S2-92: stored-XSS e2e

    Each text of the corpus is stored in every field that takes one, and shown on every page that shows it: nothing runs, no dialog opens,
    and each is there as it was written.
    """
    client = logged("admin")
    for words in CORPUS:
        customer = client.post("/crm/customer/add", json={"name": words, "note": words, "title": words[:100], "phone": words[:50]}).json[
            "data"
        ]["id"]
        client.post("/crm/deals/add", json={"customer_id": customer, "title": words, "value_usd": "1.00"})
        client.post("/crm/activities/add", json={"customer_id": customer, "kind": "note", "note": words})
        client.post("/crm/invoices/add", json={"customer_id": customer, "amount_usd": "1.00", "due": "2026-07-01", "text": words})
    lead = client.post("/crm/leads/add", json={"customer_id": customer, "source": "web"}).json["data"]["id"]
    client.post(f"/crm/leads/{lead}/move", json={"to": "lost", "reason": CORPUS[0]})
    visitor = Visitor(browser, address)
    visitor.log_in("admin@example.com")
    for path in ("/crm/customers", "/crm/deals", "/crm/invoices", "/crm/activities", "/crm/leads"):
        visitor.go(path)
        shown = visitor.page.locator("main").inner_text()
        if path in ("/crm/customers", "/crm/activities"):
            assert all(words.replace("\u2028", "") in shown.replace("\u2028", "") for words in CORPUS), path
    for words in CORPUS:
        assert client.post("/site", json={"name": words}).status_code == 200
        lines = io.StringIO()
        csv.writer(lines).writerows([["model", "count", "hashrate", "power", "price"], [words, 1, "100 TH/s", "3 kW", ""]])
        assert client.post("/site/fleet", data=lines.getvalue().encode(), content_type="text/csv").status_code == 200, words
        for path in ("/dashboard", "/site", "/curtailment", "/reports/site.html"):
            visitor.page.goto(address + path)
    assert visitor.troubles == [], visitor.troubles
    assert visitor.page.evaluate("typeof window.stolen") == "undefined"


def test_every_page_in_every_dress(browser, address, kit, time):
    """axe finds nothing on any page that there is, in either language, at either width, light or dark; none is wider than its window."""
    seen = {}
    for language, width, scheme in (("en", 1440, "light"), ("zh", 360, "light"), ("zh", 1440, "dark"), ("en", 360, "dark")):
        seen[language, width] = visited = set()
        for role, paths in PAGES.items():
            visitor = Visitor(browser, address, language, width, color_scheme=scheme)
            if role != "guest":
                visitor.log_in(f"{role}@example.com")
            for path in paths:
                visitor.go(path)
                visited.add(path)
            if role == "guest":
                for path in ("/nothing-here", "/account", "/verify/none"):
                    visitor.page.goto(address + path)
                    visitor.troubles.clear()
                    visitor.check(path)
                visitor.page.goto(address + "/mining-calculator")
                visitor.send("form[action='/calculate']")
                visitor.check("/calculated")
            if role == "mining_site":
                visitor.page.goto(address + "/account")
                visitor.send("form[action='/account/factor']")
                visitor.check("/account/factor")
                code = pyotp.TOTP(visitor.page.locator("main code").inner_text()).at(time.now)
                visitor.page.fill("[name=code]", code)
                visitor.send("form[action='/account/factor/confirm']")
                visitor.check("/account/recovery")
                visitor.page.goto(address + "/logout")
                visitor.send()
                visitor.fill_in("mining_site@example.com")
                visitor.check("/login/code")
                with kit.sessions.begin() as session:
                    session.execute(update(UserAccess).values(factor_since=None, factor_step=None))
            visitor.context.close()
        assert {path for paths in PAGES.values() for path in paths} == visited


def test_calculator_without_a_network(browser, address):
    """S2-110: Playwright offline: calculator still computes

    Once it was there, the page opens without a network, and the sliders compute in the browser; what is kept is a visitor's page.
    """
    visitor = Visitor(browser, address)
    visitor.log_in("user@example.com")
    visitor.go("/mining-calculator")
    page = visitor.page
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    expect(page.locator("#a-net_usd")).not_to_have_text("…")
    before = page.locator("#a-net_usd").inner_text()
    visitor.context.set_offline(True)
    page.goto(address + "/mining-calculator")
    expect(page.locator("#where")).to_contain_text(WORDS["en"]["browser"])
    expect(page.locator("#a-net_usd")).to_have_text(before)
    page.locator("#s-power_price_usd_per_kwh").fill("0.08")
    expect(page.locator("#a-net_usd")).not_to_have_text(before)
    assert page.locator("a[href='/logout']").count() == 0 and page.locator("a[href='/login']").count() == 1


def test_sliders_in_the_browser(browser, address):
    """The sliders compute with the WASM module, and give the number of the library; without the module the server answers the same.

    S2-37: cross-binding same digits
    """
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
    project = {
        **{name: value for name, value in machine.items() if name != "btc_price_usd"},
        "machine_price_usd": 4500.0,
        "start_ms": "2026-05-31T23:59:59Z",
        "height": 951_984,
        "difficulty": 138955357012247.3,
        "btc_price_usd": price,
        "fees_per_block_sat": 2e6,
    }
    asked = {"project": project, "algorithm": "static", "days": 365}
    mined = page.evaluate("async (asked) => (await (await import('/static/wasm/mining.js')).default()).calculateBtcMined(asked)", asked)
    assert mined["btc"] == hi.mining.calculate_btc_mined(**asked).btc
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
    page.locator("tbody a").first.click()
    page.fill("form.card [name=phone]", "+1 555 0100")
    visitor.check("/crm/customer")
    visitor.send("form.card")
    expect(page.locator("tbody")).to_contain_text("+1 555 0100")
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
    page.select_option("form.card [name=service]", "coinwarz_query")
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


@pytest.mark.parametrize(("language", "width"), [("en", 1440), ("zh", 360)])
def test_refused_forms(browser, address, language, width):
    """A form that is refused stands there again, to axe as well; its message leads to the field by keys, where what was typed is mended."""
    visitor = Visitor(browser, address, language, width)
    page = visitor.page

    def refused(name, form="main form"):
        visitor.send(form)
        # The browser notes each answer of 4xx as trouble.
        visitor.troubles.clear()
        visitor.check(f"{name}-refused")

    visitor.go("/login")
    page.fill("[name=email]", "mining_site@example.com")
    page.fill("[name=password]", "not this one")
    refused("/login")
    expect(page.locator("[name=email]")).to_have_value("mining_site@example.com")
    expect(page.locator("[name=password]")).to_have_value("")
    page.fill("[name=password]", PASSWORD)
    visitor.send()
    visitor.go("/site")
    page.fill("[name=power_price]", "cheap")
    refused("/site")
    expect(page.locator("[role=alert]")).to_contain_text("cheap")
    page.locator("[role=alert] a").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[aria-invalid=true]")).to_be_focused()
    page.keyboard.press("Control+A")
    page.keyboard.type("0.04 USD/kWh")
    visitor.send()
    visitor.go("/site")
    expect(page.locator("[name=power_price]")).to_have_value("0.04 USD/kWh")
    page.fill("#fleet-text", "model,count\nAntminer S21 XP,-3\nNo such machine,1\n")
    refused("/site-fleet", "form:has(#fleet-text)")
    expect(page.locator("[role=alert] li")).to_have_count(2)
    expect(page.locator("#fleet-text")).to_have_value("model,count\nAntminer S21 XP,-3\nNo such machine,1\n")
    visitor.go("/crm/leads")
    page.fill("[name=customer_id]", "999")
    visitor.send("form.card")
    visitor.troubles.clear()
    visitor.check("/crm/leads-refused")


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
