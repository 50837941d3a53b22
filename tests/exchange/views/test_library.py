from io import BytesIO

from portal.db import today
from portal.exchange.library.reading import import_library
from portal.permissions import Role
from portal.practices.models import Practice
from tests.factories import make_practice, make_user, sign_in
from tests.practices.files import make_file
from tests.soup import page


def test_library_is_downloaded_as_one_file(app):
    make_file(make_practice(slug="desk"))
    client = sign_in(app, make_user(Role.ADMINISTRATOR))

    answer = client.post("/en/practices/library", buffered=True)
    Practice.delete().execute()

    assert answer.mimetype == "application/zip"
    assert answer.headers["Content-Disposition"] == (
        f"attachment; filename=library-{today().isoformat()}.zip"
    )
    assert answer.headers["Cache-Control"] == "no-store"
    assert import_library(BytesIO(answer.data)).counts["practice_file"] == 1


def test_page_tells_how_much_there_is(app):
    make_file(make_practice(slug="desk"), size=3 * 1024 * 1024)
    client = sign_in(app, make_user(Role.ADMINISTRATOR))

    facts = page(client, "/en/practices/library").select("dl.facts dd")

    assert [fact.text for fact in facts] == ["1", "1, 3\N{NO-BREAK SPACE}MB"]
