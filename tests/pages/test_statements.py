import pytest

from portal.i18n import LANGUAGES
from portal.inventories.actions.respondents import EMAIL_KEPT_DAYS
from portal.pages.statements import FOLDER, source, statement

NAMES = ("accessibility", "emergency", "privacy")


def test_every_statement_is_there_in_every_language_and_no_other_file():
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(
        f"{name}.{language}.md" for name in NAMES for language in LANGUAGES
    )


@pytest.mark.parametrize("name", NAMES)
def test_statement_begins_with_its_title_and_says_something(app, name):
    with app.app_context():
        found = [statement(name, language) for language in LANGUAGES]

    for language in LANGUAGES:
        assert source(name, language).startswith("# ")
    assert len({one.title for one in found}) == len(LANGUAGES)
    for one in found:
        assert not one.title.startswith("#")
        assert "<h1" not in one.html
        assert "{" not in one.html
        assert len(one.html.striptags()) > 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_privacy_tells_how_long_feedback_is_kept(app, language):
    days = app.config["FEEDBACK_DAYS"]

    with app.app_context():
        assert f" {days} " in statement("privacy", language).html


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", ("kolmeen viestiin", "30 päivää sen jälkeen, kun kartoitus")),
        ("sv", ("tre brev", "30 dagar efter att kartläggningen")),
        ("en", ("three letters", "30 days after the inventory")),
    ],
)
def test_privacy_tells_when_addresses_for_the_library_are_erased(language, told):
    for words in (*told, str(EMAIL_KEPT_DAYS)):
        assert words in source("privacy", language)


def test_statement_holds_the_facts_that_are_known_and_no_line_for_one_that_is_not(app):
    written = source("accessibility", "en")

    with app.app_context():
        html = statement("accessibility", "en").html

    assert "{email}" in written
    assert "{guidance}" in written
    assert "mailto:" not in html
    assert '<a href="tel:0191234500"' in html
