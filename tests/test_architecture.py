"""The rules of ARCHITECTURE.md, as tests."""

import ast
import inspect
import re
from pathlib import Path

import polib
import pytest

from portal.cli import difference
from portal.config import Config
from portal.permissions import PUBLIC, RULES, Permission

ROOT = Path(__file__).parent.parent
PORTAL = ROOT / "portal"
SOURCES = sorted(
    path for path in PORTAL.rglob("*.py") if "migrations" not in path.parts
)
ADDRESS = re.compile(r"(/(<[a-z_:(), ]+>|[a-z]+(-[a-z]+)*)(\.[a-z]+)?)*/?")
LONGEST_FILE = 200
NOT_SETTINGS = {
    "TESTING",
    "MAX_CONTENT_LENGTH",
    "MAX_FORM_MEMORY_SIZE",
    "SESSION_COOKIE_SAMESITE",
    "SESSION_COOKIE_HTTPONLY",
    "BABEL_DEFAULT_LOCALE",
    "BABEL_DEFAULT_TIMEZONE",
}


def views(app):
    return {name: view for name, view in app.view_functions.items() if name != "static"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_stay_small(path):
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


def test_every_route_declares_its_access(app):
    undeclared = [n for n, view in views(app).items() if not hasattr(view, "access")]

    assert undeclared == []


def test_every_view_demands_what_it_declares(app):
    for name, view in views(app).items():
        if view.access != PUBLIC:
            demanded = f"demand(Permission.{view.access.name}"
            assert demanded in inspect.getsource(view), name


def test_every_permission_has_a_rule_and_a_use():
    used = "".join(path.read_text() for path in SOURCES)
    used += "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))

    assert set(RULES) == set(Permission)
    assert [p for p in Permission if used.count(f"Permission.{p.name}") < 2] == []


def test_addresses_are_lower_case_words_with_dashes(app):
    odd = [
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static" and not ADDRESS.fullmatch(rule.rule)
    ]

    assert odd == []


def test_the_list_of_routes_is_kept(app):
    """Addresses are a contract: a change to them is made knowingly, in the file."""
    found = sorted(
        f"{method} {rule.rule} {app.view_functions[rule.endpoint].access}"
        for rule in app.url_map.iter_rules()
        if rule.endpoint != "static"
        for method in rule.methods - {"HEAD", "OPTIONS"}
    )

    assert found == (ROOT / "tests" / "routes.txt").read_text().splitlines()


def test_every_fragment_is_a_block_with_its_id(app):
    found = 0
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text())):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            for keyword in node.keywords:
                if keyword.arg != "fragment":
                    continue
                template = ast.literal_eval(node.args[0])
                names = [
                    leaf.value
                    for leaf in ast.walk(keyword.value)
                    if isinstance(leaf, ast.Constant)
                    and leaf.value not in {"POST", "GET"}
                ]
                for name in names:
                    found += 1
                    blocks = app.jinja_env.get_template(template).blocks
                    assert name in blocks, f"{template}: {name}"
                    written = (ROOT / "templates" / template).read_text()
                    written += "".join(
                        (ROOT / "templates" / part).read_text()
                        for part in re.findall(r'include "([^"]+)"', written)
                    )
                    assert f'id="{name}"' in written, f"{template}: {name}"
    assert found >= 5


def test_no_two_features_give_templates_the_same_name():
    given = [
        word.arg
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).endswith("jinja_env.globals.update")
        for word in node.keywords
    ]

    assert len(given) > 20
    assert sorted(given) == sorted(set(given))


def test_models_and_migrations_agree(app):
    assert str(difference()) == ""


@pytest.mark.no_database
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_catalogue_is_complete(language):
    path = ROOT / "translations" / language / "LC_MESSAGES" / "messages.po"
    catalogue = polib.pofile(str(path))

    assert [entry.msgid for entry in catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in catalogue.fuzzy_entries()] == []
    for entry in catalogue:
        for written in [entry.msgstr, *entry.msgstr_plural.values()]:
            names = re.findall(r"%\((\w+)\)", written or entry.msgid)
            known = re.findall(r"%\((\w+)\)", entry.msgid + entry.msgid_plural)
            assert set(names) <= set(known), entry.msgid


@pytest.mark.no_database
def test_catalogues_hold_what_the_sources_say(tmp_path):
    """Somebody who adds a message runs `make messages`."""
    from babel.messages.frontend import CommandLineInterface

    template = tmp_path / "messages.pot"
    CommandLineInterface().run(
        [
            "pybabel",
            "--quiet",
            "extract",
            "-F",
            str(ROOT / "babel.toml"),
            "-k",
            "_l",
            "-k",
            "lazy_gettext",
            "-o",
            str(template),
            str(ROOT),
        ]
    )

    said = {entry.msgid for entry in polib.pofile(str(template))}
    kept = polib.pofile(str(ROOT / "translations/fi/LC_MESSAGES/messages.po"))
    assert said == {entry.msgid for entry in kept if not entry.obsolete}


@pytest.mark.no_database
def test_every_setting_is_documented():
    described = re.findall(
        r"^\| `([A-Z_]+)` \|", (ROOT / "docs" / "settings.md").read_text(), re.MULTILINE
    )
    settings = set(Config.__dataclass_fields__) - NOT_SETTINGS

    assert set(described) == settings


@pytest.mark.no_database
def test_no_template_is_unescaped():
    for path in (ROOT / "templates").rglob("*.html"):
        assert "|safe" not in path.read_text().replace(" ", ""), path
