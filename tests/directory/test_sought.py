import pytest

from portal.directory.sought import digest, term


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Haircut", "haircut"),
        ("  a   HAIRCUT for my dog ", "haircut dog"),
        ("hiusten leikkaus koiralle", "hiusten leikkaus koiralle"),
        ("en frisör för hunden", "frisör hunden"),
        ("help 131052-308T now", "help now"),
        ("call me 040 123 45 67 haircut", "call haircut"),
        ("write to Anna.Virtanen@example.com haircut", "write haircut"),
        ("haircut https://example.com/anna me.example", "haircut"),
        ("My name is Anna Virtanen, haircut", "haircut"),
        ("my name’s Anna Virtanen haircut", "haircut"),
        ("nimeni on Anna Virtanen ja koira", "koira"),
        ("minun nimi on Anna", ""),
        ("Jag heter Anna Lindström, frisör", "frisör"),
        ("koira Terveisin Anna Virtanen", "koira"),
        ("and or the", ""),
        ("131052-308T", ""),
        ("", ""),
    ],
)
def test_term_keeps_telling_words_and_nothing_of_the_person(question, kept):
    assert term(question) == kept


@pytest.mark.no_database
def test_term_is_cut_between_words():
    long = "x" * 39

    assert term(f"{long} {long} yy") == f"{long} {long}"
    assert len(term("z" * 300)) <= 80


def test_digest_depends_on_the_key_of_the_portal(app):
    with app.app_context():
        first = digest("haircut")
        same = digest("haircut")
        other = digest("haircuts")
        app.config["SECRET_KEY"], kept = "another key", app.config["SECRET_KEY"]
        elsewhere = digest("haircut")
        app.config["SECRET_KEY"] = kept

    assert len(first) == 64
    assert first == same
    assert len({first, other, elsewhere}) == 3
