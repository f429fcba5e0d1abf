"""Pages: both languages, one heading, labels, and numbers that are all an operation's."""

from __future__ import annotations

import io
import re
import tomllib
from decimal import Decimal
from html.parser import HTMLParser

import hashinsight as hi
import html5lib
import openpyxl
import pytest

from app import digits
from services import market as services_market

CRM = ("/crm/customers", "/crm/leads", "/crm/deals", "/crm/commissions", "/crm/invoices", "/crm/activities")
PAGES = {
    "guest": ("/", "/legal", "/login", "/register", "/logout", "/mining-calculator", "/miners", "/network_stats"),
    "mining_site": ("/analytics", "/reports", "/dashboard", "/cash-flow", "/curtailment", "/site", "/treasury/dashboard", "/account", *CRM),
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
        self.identities = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.identities.append(given["id"])
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
    """S2-16: html-validate / vnu on each page

    S2-17: html-validate / vnu on each page

    Every page in both languages: without a fault that a strict parser of HTML finds, its language, one heading, landmarks, a label for each
    field, each name once, nothing inline, the notes below.
    """
    page = logged(role).page(path, language)
    assert page.status_code == 200
    html5lib.HTMLParser(strict=True).parse(page.text)
    outline = Outline(page.text)
    assert len(set(outline.identities)) == len(outline.identities)
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


def test_numbers_of_the_indicators(logged, kit):
    """The indicators of the page are those that the operation answers for the sample days."""
    page = logged("user").page("/analytics").text
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
        assert digits(machine.hashrate_ths) in found and digits(machine.power_w) in found


def test_faults_are_told_in_the_language_of_the_page(app, logged):
    """What is wrong with a form is told in Chinese on a Chinese page, for every form of an owner."""
    client = logged("owner")
    seen = 0
    for rule in app.url_map.iter_rules():
        if (
            "POST" not in rule.methods
            or re.search("<|^/api/", rule.rule)
            or rule.rule in ("/logout", "/account/sessions/end", "/account/factor")
        ):
            continue
        page = client.page_post(rule.rule, {"no_such_field": "x", "email": "none"}, "zh")
        client.role = None
        if page.status_code != 422:
            continue
        faults = re.findall(r"<(?:li|p)>(.*?)</(?:li|p)>", page.text[page.text.index("<main") : page.text.index("</main>")])
        assert faults and all(re.search(r"[\u4e00-\u9fff]", fault.rpartition("—")[2]) for fault in faults if "—" in fault), (
            rule.rule,
            faults,
        )
        seen += 1
    assert seen >= 12


def test_codes_are_shown_as_words(logged):
    """Activities, the audit trail and sources of leads are told in words of the page's language."""
    client = logged("owner")
    customer = client.post("/crm/customer/add", json={"name": "Wang"}).json["data"]["id"]
    lead = client.post("/crm/leads/add", json={"customer_id": customer, "source": "trade_show"}).json["data"]["id"]
    client.post(f"/crm/leads/{lead}/move", json={"to": "contacted"})
    told = client.page("/crm/activities", "zh").text
    assert all(word in told for word in ("潜在客户", "客户", "新增", "联系")) and ">contact<" not in told
    assert "潜在客户: 联系" in client.page("/admin/audit", "zh").text and "trade_show</td>" not in client.page("/crm/leads", "zh").text


def test_numbers_of_the_deals(logged):
    """Scores, probabilities, commissions and the pipeline on the pages of a broker are those of the operations."""
    client, admin = logged("mining_site"), logged("admin")
    customer = client.post("/crm/customer/add", json={"name": "x", "email": "a@example.com"}).json["data"]["id"]
    values = ("150000.00", "40000.00", "99000.50", "12.34")
    given = []
    for place, value in enumerate(values):
        deal = client.post("/crm/deals/add", json={"customer_id": customer, "title": "t", "value_usd": value}).json["data"]["id"]
        state = "prospecting"
        for state in ("qualification", "proposal", "negotiation")[:place]:
            client.post(f"/crm/deals/{deal}/move", json={"to": state})
        minor = int(value.replace(".", ""))
        probability = hi.crm.win_probability(state=state if place else "prospecting", age_days=0, value_minor=minor).probability
        given.append({"value_minor": minor, "probability": probability})
    forecast = hi.crm.pipeline_forecast(deals=given)
    page = client.page("/crm/deals").text
    cells = re.findall(r"<td[^>]*>([^<]*)</td>", page)
    for deal in given:
        assert str(deal["probability"]) in cells
    assert {f"{Decimal(value):,.2f}" for value in values} <= set(cells)
    for minor in (forecast.total_minor, forecast.expected_minor, forecast.standard_deviation_minor):
        assert f"<dd>{Decimal(f'{minor:.0f}').scaleb(-2):,.2f}</dd>" in page
    client.post("/crm/leads/add", json={"customer_id": customer, "source": "web"})
    score = hi.crm.points_score(source="web", has_email=True, has_phone=False).score
    assert f">{digits(score)}</td>" in client.page("/crm/leads").text
    client.post(f"/crm/deals/{deal_id(client)}/move", json={"to": "won"})
    asked = {"deal_id": deal_id(client), "month": "2026-05", "base_usd": "1000.30", "rate": "0.05"}
    assert admin.post("/crm/commissions/add", json=asked).status_code == 201
    plan = {"currency": "USD", "clauses": [{"percentage": {"rate": "0.05"}}]}
    paid = hi.crm.accrue_commission(plan=plan, deal=f"deal-{deal_id(client)}", month="2026-05", base="1000.30", accrued=[])
    assert f">{paid.payment:,.2f}</td>" in client.page("/crm/commissions").text


def deal_id(client):
    """The newest deal."""
    return client.get("/crm/deals").json["data"]["deals"][0]["id"]


def test_language_is_kept(logged):
    """The chosen language stays for this browser, whatever it asks for."""
    client = logged("user")
    assert client.post("/language", json={"language": "zh"}).status_code == 200
    assert "仪表板" in client.page("/dashboard", "en").text
    assert client.get("/account", headers={"Accept-Language": "en"}).json["message"] == "操作成功"


def test_report_that_is_given_away_has_the_notes(logged):
    """The report as a page, and as a workbook, says below what every page says."""
    client = logged("user")
    for language, notes in (
        ("en", ("Not investment advice", "without a licence", "Data by CoinGecko")),
        ("zh", ("不构成投资建议", "不具备", "数据由 CoinGecko")),
    ):
        text = client.page("/reports/site.html", language).text
        html5lib.HTMLParser(strict=True).parse(text)
        book = openpyxl.load_workbook(io.BytesIO(client.get("/reports/site.xlsx", headers={"Accept-Language": language}).data))
        cells = " ".join(str(row[0]) for row in book.worksheets[0].iter_rows(values_only=True))
        assert all(note in text and note in cells for note in notes)


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


def test_three_personas(logged):
    """S2-02: three persona journeys

    Who owns a site enters it and reads its report; who operates one reads plan and cash flow and changes no customer; who invests calculates,
    keeps positions and reads the market. None of the three meets what is the others'.
    """
    owner, operator, investor = logged("mining_site"), logged("operator"), logged("user")
    assert owner.post("/site", json={"name": "Barn", "power_price": "0.06 USD/kWh"}).status_code == 200
    assert "Barn" in owner.page("/dashboard").text and owner.get("/reports/site.xlsx").status_code == 200
    for path in ("/dashboard", "/cash-flow", "/curtailment", "/analytics", "/network_stats"):
        page = operator.page(path)
        assert page.status_code == 200 and "Barn" not in page.text, path
    assert operator.post("/crm/customer/add", json={"name": "x"}).status_code == 403 and operator.page("/crm/customers").status_code == 403
    position = {"btc_amount_sat": 5_000_000, "cost_basis_usd": "3000.00", "acquisition_date": "2026-05-01"}
    assert investor.post("/calculate", json={"model": "Antminer S21 XP", "power_price_usd_per_kwh": 0.05}).status_code == 200
    assert investor.post("/treasury/position/add", json=position).status_code == 201
    assert "5,000,000" in investor.page("/treasury/dashboard").text and investor.page("/analytics").status_code == 200
    assert owner.get("/treasury/dashboard").json["data"]["positions"] == [] and investor.page("/crm/customers").status_code == 403


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
