"""The shape of the code: no mathematics outside the library, layers that do not know each other, words that are all there."""

from __future__ import annotations

import ast
import csv
import importlib
import re
from pathlib import Path

import hashinsight as hi
import jinja2
import pytest
from webkit import forms
from webkit.words import WORDS as SHARED

import schemas
import translations

HERE = Path(__file__).parent
ROOT = HERE.parent
#: Pages, data and jobs of the application; models and repositories hold no numbers but rows.
SOURCES = [*ROOT.glob("*.py"), *(ROOT / "services").glob("*.py")]
#: Apart from the rule: what starts and sets up, and describes tables.
APART = {"models.py", "config.py", "commands.py", "demo.py", "demo_book.py", "recorded_upstreams.py", "gunicorn.conf.py"}
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.MatMult)
CALLS = {"sum", "round", "float", "Decimal", "abs", "pow", "divmod", "fsum", "prod", "mean", "median"}
MODULES = (
    "app",
    "models",
    "auth",
    "mining_calculator",
    "analytics_engine",
    "treasury_manager",
    "crm_routes",
    "api_client",
    "cache_manager",
    "translations",
    "config",
)


def arithmetic(source: str) -> list[int]:
    """Lines that calculate and do not say `# layout:` with a reason."""
    lines = source.splitlines()
    found = []
    for node in ast.walk(ast.parse(source)):
        calculates = isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, OPERATORS)
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if (calculates or name in CALLS) and not re.search(r"# layout: \w+", lines[node.lineno - 1]):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("file", [file for file in SOURCES if file.name not in APART], ids=lambda file: file.name)
def test_no_mathematics(file):
    """Routes, services and scripts hold no arithmetic: every number is the library's."""
    assert arithmetic(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("line", ["a + b", "x *= 2", "sum(rows)", "float(text)", "Decimal(text)", "round(x, 2)", "numpy.mean(x)", "a % b"])
def test_the_rule_can_fail(line):
    """The rule finds what it is there to find, and a reason lets a line pass."""
    assert arithmetic(line) == [1] and arithmetic(f"{line}  # layout: a reason") == []


def test_templates_and_scripts_calculate_nothing():
    """No operator and no counting filter in templates; none in scripts."""
    environment = jinja2.Environment(autoescape=True)
    kinds = (
        jinja2.nodes.Add,
        jinja2.nodes.Sub,
        jinja2.nodes.Mul,
        jinja2.nodes.Div,
        jinja2.nodes.FloorDiv,
        jinja2.nodes.Mod,
        jinja2.nodes.Pow,
    )
    for file in (ROOT / "templates").glob("*.html"):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        assert not [node for kind in kinds for node in tree.find_all(kind)], file.name
        filters = {node.name for node in tree.find_all(jinja2.nodes.Filter)}
        assert filters <= {"safe", "length", "map", "tojson", "cents", "money", "browser", "digits", "moment", "age"}, file.name
    for file in (ROOT / "static").glob("*.js"):
        code = re.sub(r"//.*|`[^`]*`|\"[^\"]*\"", "", file.read_text(encoding="utf-8"))
        assert not re.search(r"[^=+\-*/]\s[-+*/%]\s|\*\*|\+\+|--|[-+*/]=|\bMath\b|toFixed|parseFloat", code), file.name


def imports(file: Path) -> set[str]:
    """Packages that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.add(node.module.partition(".")[0])
    return found


def test_layers():
    """S2-137: import-linter contract"""
    import subprocess
    import sys

    environment = {"PYTHONPATH": f"{ROOT}:{ROOT.parent / 'webkit'}", "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0 and "2 kept, 0 broken" in run.stdout, run.stdout + run.stderr
    allowed = {"hashinsight", "repositories", "services", *__import__("sys").stdlib_module_names}
    for file in (ROOT / "services").glob("*.py"):
        assert imports(file) <= allowed, file.name


def test_the_eleven_modules():
    """S2-135: import test of each"""
    for name in MODULES:
        assert importlib.import_module(name).__doc__, name


def test_every_word_is_there():
    """S2-151: both catalogs 100 % translated; no hard-coded text (template lint); pseudo-locale screenshot

    Every code that templates and modules use has words in both languages, and every word is used.
    """
    folders = ((ROOT, "*.py"), (ROOT / "services", "*.py"), (ROOT / "templates", "*.html"), (ROOT.parent / "webkit/webkit", "*.py"))
    files = [file for folder, kind in folders for file in folder.glob(kind) if file.name != "words.py"]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    used = set(re.findall(r"""['"]([a-z_]+(?:\.[a-z_0-9]+)+|static|dynamic|attribution)['"|]""", code))
    for name, (english, chinese) in {**translations.WORDS, **SHARED}.items():
        assert english.strip() and chinese.strip(), name
        assert english == chinese or re.search(r"[\u4e00-\u9fff]|^[A-Z+\-0-9]|English", chinese), name
    templates = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "templates").glob("*.html"))
    for name in re.findall(r"""\bt\('([\w.]+)'\)""", templates):
        assert translations.knows(name), name
    # Codes that are put together: `t('title.' ~ name)` of a template, `f"age.{unit}"` of a module.
    prefixes = tuple({*re.findall(r"""\bt\('([\w.]+\.)' ~""", templates), *re.findall(r"""f"([\w.]+\.)\{""", code)})
    unused = [code for code in {**translations.WORDS, **SHARED} if code not in used and not code.startswith(prefixes)]
    assert unused == []


def test_faults_of_forms_have_words():
    """Whatever marshmallow says of a field of ours has a code, and each code has words in both languages."""
    said = set()
    for schema in vars(schemas).values():
        if isinstance(schema, type) and issubclass(schema, schemas.Schema):
            for field in schema().fields.values():
                # What the base class says where a validator gives no words: each of ours gives some.
                unused = {"validator_failed", "invalid_utf8", "format", "invalid_awareness"}
                said |= {text.format(obj_type="datetime") for code, text in field.error_messages.items() if code not in unused}
                said |= {validator.error for validator in field.validators if hasattr(validator, "error")}
            said |= set(schema().error_messages.values())
    codes = {forms.CODES.get(text, text).partition("|")[0] for text in said if text}
    assert len(codes) >= 10 and codes <= set(SHARED), codes - set(SHARED)


def test_every_deed_has_words():
    """Whatever the audit trail is told of has words in both languages, also where a subject and an action make it up."""
    sources = [*ROOT.glob("*.py"), *(ROOT.parent / "webkit/webkit").glob("*.py")]
    dids = {did for file in sources for did in re.findall(r"""["'](\w+\.\w+)["'](?=[,)])""", file.read_text(encoding="utf-8"))}
    told = {did for did in dids if f"did.{did}" in translations.WORDS}
    assert {f"did.{did}" for did in told} == {code for code in translations.WORDS if code.startswith("did.")}
    for language in ("en", "zh"):
        for subject in ("lead", "deal", "commission", "invoice"):
            for move in hi.crm.lifecycle_table(subject=subject).transitions:
                assert translations.deed(language, f"crm.{subject}.{move.action}")
        for did in (*told, "crm.customer.add", "crm.customer.change", "crm.customer.note", "crm.deal.add"):
            assert translations.deed(language, did)


def test_templates_have_no_words_of_their_own():
    """Whatever a template says, it says by its code: between tags there is nothing to translate."""
    for file in (ROOT / "templates").glob("*.html"):
        text = re.sub(r"\{[{%#].*?[%#}]\}", " ", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        words = re.sub(r"<[^>]*>", " ", text)
        left = set(re.findall(r"[A-Za-z]{2,}", words)) - set(
            ["CoinGecko", "mempool", "space", "Blockchain", "com", "CoinWarz", "Alternative", "me", "USD"]
        )
        assert not left, (file.name, left)


def test_every_template_compiles(app):
    """S2-15: all templates compile; autoescape on for every suffix used"""
    assert app.jinja_env.autoescape is True
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)


def test_two_applications_in_one_process(make, time):
    """S2-139: swap clock/http/cache

    Clock, mailer and upstreams are handed in; two applications in one process share nothing.
    """
    first, second = make(), make(login_limit="1 per minute")
    assert first.extensions["webkit"] is not second.extensions["webkit"]
    assert first.extensions["webkit"].clock is time
    client = first.test_client()
    assert [client.log_in("user@example.com").status_code for _ in range(3)] == [200, 200, 200]


def test_states_have_words():
    """Every state, move and role of the lifecycles has a word in both languages, so no page shows a code."""
    for language in ("en", "zh"):
        words = translations.family(language)
        for subject in ("lead", "deal", "commission", "invoice"):
            table = hi.crm.lifecycle_table(subject=subject)
            assert all(f"crm.{subject}.{state.state}" in words for state in table.states)
            assert all(f"crm.action.{move.action}" in words for move in table.transitions)


def test_links():
    """S2-152: links check"""
    for file in (ROOT / "README.md", ROOT.parent / "webkit/README.md"):
        text = file.read_text(encoding="utf-8")
        targets = re.findall(r"\]\(([^)#]+)\)", text)
        assert targets
        assert all((file.parent / target).exists() for target in targets), file
        named = re.findall(r"`([a-z_]+\.py)`", text)
        assert all((file.parent / name).exists() for name in named), file


def test_rows_are_honest():
    """Each row of the list names a test that exists and quotes the row's check, or says that it is none."""
    lines = (ROOT.parent / "rows.csv").read_text(encoding="utf-8").splitlines()
    rows = list(csv.DictReader(lines))
    assert len({row["row"] for row in rows}) == len(rows) == 153
    for row in rows:
        assert row["kind"] in ("test", "configuration only", "deviation", "not done"), row
        if row["kind"] != "test":
            continue
        file, _, name = row["test id"].partition("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        docs = {node.name: ast.get_docstring(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
        assert f"{row['row']}: {row['check']}" in (docs[name] or ""), row
