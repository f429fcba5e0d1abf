"""Pages: both languages, one heading, labels, and numbers that are all an operation's."""

from __future__ import annotations

import re
import tomllib
from html.parser import HTMLParser

import hashinsight as hi
import pytest

from services import market as services_market

CRM = ("/crm/customers", "/crm/leads", "/crm/deals", "/crm/commissions", "/crm/invoices", "/crm/activities")
PAGES = {
    "guest": ("/", "/legal", "/login", "/register", "/logout", "/mining-calculator", "/miners", "/network_stats", "/analytics", "/reports"),
    "mining_site": ("/dashboard", "/cash-flow", "/curtailment", "/site", "/treasury/dashboard", "/account", *CRM),
    "owner": ("/admin/users", "/admin/audit", "/admin/keys"),
}
EVERY = [(role, path) for role, paths in PAGES.items() for path in paths]
#: Pages that the library draws, and the sections of its report that they show.
DRAWN = {
    "/dashboard": ("answer", "machines"),
    "/cash-flow": ("algorithms", "cash_flow"),
    "/curtailment": ("curtailment",),
    "/network_stats": ("network", "hashprice"),
}


class Outline(HTMLParser):
    """What a screen reader steps through."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language, self.levels, self.named, self.fields, self.landmarks, self.inline = "", [], set(), [], set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "html":
            self.language = given["lang"]
        if re.fullmatch(r"h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if tag == "label":
            self.named.add(given["for"])
        if tag in ("input", "select", "textarea") and given.get("type") != "hidden":
            self.fields.append((given.get("id"), given.get("aria-label")))
        if tag in ("main", "nav", "header", "footer"):
            self.landmarks.add(tag)
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(tag)


def numbers(text: str) -> list[str]:
    """Numbers of a page, without what stands in tags."""
    return re.findall(r"-?\d[\d,]*(?:\.\d+)?", re.sub(r"<[^>]*>", " ", text))


def drawn(text: str) -> str:
    return text[text.index("<section") : text.rindex("</section>")]


@pytest.mark.parametrize(("role", "path"), EVERY)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_page(logged, role, path, language):
    """Every page in both languages: its language, one heading, landmarks, a label for each field, nothing inline, the notes below."""
    page = logged(role).page(path, language)
    assert page.status_code == 200
    outline = Outline(page.text)
    assert outline.language == {"en": "en", "zh": "zh-Hans"}[language]
    assert outline.levels.count(1) == 1 and outline.levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in zip(outline.levels, outline.levels[1:], strict=False))
    assert outline.landmarks == {"main", "nav", "header", "footer"}
    assert all(name or identity in outline.named for identity, name in outline.fields), outline.fields
    assert outline.inline == []
    legal = {"en": "Not investment advice", "zh": "不构成投资建议"}[language]
    licence = {"en": "without a licence", "zh": "不具备"}[language]
    source = {"en": "Data by CoinGecko", "zh": "数据由 CoinGecko"}[language]
    assert legal in page.text and licence in page.text and source in page.text
    assert ("Local profile" in page.text) or ("本地模式" in page.text)


@pytest.mark.parametrize(("path", "sections"), DRAWN.items())
@pytest.mark.parametrize("language", ["en", "zh"])
def test_numbers_are_the_operation_s(logged, path, sections, language):
    """At least ten numbers of the page, and all that stand in its sections, are those of the operation asked directly."""
    sample = {name: part for name, part in tomllib.loads(hi.report.sample_file(file="site").text).items() if name != "treasury"}
    report = hi.report.site(sample, sections=list(sections))
    expected = numbers(drawn(hi.report.render_html(report=report, language=language).text))
    page = logged("mining_site").page(path, language).text
    first = page.index('<section id="' + sections[0])
    found = numbers(page[first : page.rindex("</section>")])
    assert len(set(found)) >= 10 and found == expected


def test_numbers_of_the_calculator(client):
    """Ten numbers of the answer page, each by the operation that it comes from."""
    asked = {"model": "Antminer S21 XP", "machine_price_usd": 4500, "power_price_usd_per_kwh": 0.05, "days": 730}
    page = client.page_post("/calculate", asked).text
    basis = {"btc_price_usd": 73674.0, "difficulty": 138955357012247.3, "fees_per_block_sat": 2_000_000.0, "pool_fee": 0.02}
    machine = {"hashrate_ths": 270.0, "power_w": 3645.0, "power_price_usd_per_kwh": 0.05}
    subsidy = hi.mining.subsidy(height=951_984, network="mainnet").subsidy_sat
    of_day = {name: value for name, value in basis.items() if name != "difficulty"}
    day = hi.mining.profit(**machine, **of_day, network_basis={"difficulty": basis["difficulty"]}, subsidy_sat=subsidy, days=1)
    project = {**machine, **basis, "machine_price_usd": 4500.0, "height": 951_984, "start_ms": "2026-05-31T23:59:59Z"}
    growth = {"difficulty": {"growth_per_step": 0.01}, "btc_price": {"growth_per_step": 0}}
    expected = [day.revenue_usd, day.power_cost_usd, day.net_usd, day.hashprice_usd_per_phs_day]
    for algorithm in ("static", {"dynamic": growth}):
        of = {"project": project, "algorithm": algorithm}
        earned = hi.mining.calculate_profitability(**of, days=730)
        expected += [earned.net_usd, earned.always_on_net_usd, hi.mining.calculate_daily_revenue(**of, days=730).mean_usd_per_day]
    found = set(numbers(page))
    assert len(expected) == 10
    for value in expected:
        assert f"{value:,.2f}" in found, value
    assert f"{hi.mining.calculate_btc_mined(project=project, algorithm='static', days=730).btc:.4f}" in found


def test_numbers_of_the_indicators(client, kit):
    """The indicators of the page are those that the operation answers for the sample days."""
    page = client.page("/analytics").text
    with kit.sessions() as database:
        answers = services_market.technical(database)["indicators"]
    values = [value for lines in answers.values() for value in lines.values()]
    found = {float(text.replace(",", "")) for text in numbers(page)}
    assert len(values) >= 10
    for value in values:
        assert any(abs(value - near) <= max(0.5, abs(value) * 1e-4) for near in found), value


def test_numbers_of_the_machines(client):
    """Hashrate, power and efficiency of the first machines of the page are those of the library's catalog."""
    found = set(numbers(client.page("/miners").text))
    catalog = [machine for machine in hi.mining.machines().machines if not machine.doubtful]
    assert len(catalog) >= 17
    for machine in catalog:
        assert str(machine.hashrate_ths) in found and f"{machine.power_w:.0f}" in found


def test_language_is_kept(logged):
    """The chosen language stays for this browser, whatever it asks for."""
    client = logged("user")
    assert client.post("/language", json={"language": "zh"}).status_code == 200
    assert "仪表板" in client.page("/dashboard", "en").text
    assert client.get("/account", headers={"Accept-Language": "en"}).json["message"] == "操作成功"


def test_dark_and_print_styles(client):
    """The style has a dark form and one for print; pages take it from one place, with a mark that changes with it."""
    page = client.page("/").text
    family = re.search(r'href="(/assets/family\.css\?v=\w+)"', page).group(1)
    style = client.get(family)
    assert "prefers-color-scheme: dark" in style.text and "@media print" in style.text
    assert "immutable" in style.headers["Cache-Control"]


def test_assets_have_versions(client):
    """S2-102: immutable header"""
    page = client.page("/mining-calculator").text
    files = re.findall(r"(/static/[\w.]+\?v=\w{12})", page)
    assert len(files) >= 4
    for file in files:
        response = client.get(file)
        assert response.status_code == 200 and "immutable" in response.headers["Cache-Control"]


def test_calculator_is_there(client):
    """S2-32: calculator with default data, no save, no treasury

    The guest's calculator needs no account, and saves nothing.
    """
    assert client.page("/mining-calculator").status_code == 200
    assert client.post("/calculate", json={"model": "Antminer S21 XP", "power_price_usd_per_kwh": 0.05}).status_code == 200
    assert client.post("/site", json={"name": "x"}).status_code == 401
    assert client.get("/treasury/dashboard").status_code == 401


def test_user_has_calculator_and_positions(logged):
    """S2-31: calculator + own treasury only"""
    client = logged("user")
    for path in ("/mining-calculator", "/dashboard", "/treasury/dashboard"):
        assert client.page(path).status_code == 200
    for path in ("/crm/customers", "/crm/leads", "/admin/users", "/admin/audit", "/admin/keys"):
        assert client.page(path).status_code == 403


def test_offline_files(client):
    """The manifest names the calculator as the start; module and worker files are the server's own."""
    manifest = client.get("/static/app.webmanifest").get_json(force=True)
    assert manifest["start_url"] == "/mining-calculator" and client.get("/static/icon.svg").status_code == 200


@pytest.mark.parametrize("role", ["user", "mining_site", "finance", "admin", "owner"])
def test_pages_offer_what_is_allowed(logged, role):
    """Whatever the menus of a role name, the role may open; whatever form a page offers, the role may send."""
    client = logged(role)
    menu = set(re.findall(r'href="(/[^"?]*)"', client.page("/").text)) - {"/"}
    menu |= {
        link
        for path in ("/crm/customers", "/admin/users")
        if path in menu
        for link in re.findall(r'href="(/(?:crm|admin)/\w+)"', client.page(path).text)
    }
    assert {"/dashboard", "/account", "/mining-calculator"} <= menu
    # Whoever disables himself is another afterwards.
    users = client.get("/admin/users").json["data"].get("users", [])
    own = "".join(f"/admin/users/{row['id']}/disable" for row in users if row["username"] == role)
    for path in sorted(menu):
        if path.startswith(("/assets", "/static")):
            continue
        page = client.page(path)
        assert page.status_code == 200, path
        for action in set(re.findall(r'method="post" action="([^"]+)"', page.text)) - {"/logout", "/language", own}:
            assert client.post(action, json={}).status_code not in (401, 403), (path, action)
