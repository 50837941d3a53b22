import pytest
from bs4 import BeautifulSoup
from playhouse.test_utils import count_queries

from portal.directory.models import TextState
from portal.permissions import Role
from portal.practices.models import PracticeFile, PracticeText
from tests.attachments.sent_files import pdf
from tests.factories import make_practice, make_user, sign_in
from tests.practices.files import make_file
from tests.soup import page

FILES = "/en/practices/desk/files"


@pytest.fixture
def editor(app):
    """Somebody who looks after the practice called desk."""
    make_practice("Desk", slug="desk")
    return sign_in(app, make_user(Role.COORDINATOR))


def send(client, content=b"Words", name="words.txt", **fields):
    """The body written here: of a large one the test client would leave a file open."""
    form = {"title": "The leaflet", "language": "sv"} | fields
    parts = [(f'name="{key}"', value.encode()) for key, value in form.items()]
    parts.append((f'name="file"; filename="{name}"', content))
    body = b"".join(
        f"--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode()
        + held
        + b"\r\n"
        for head, held in parts
    )
    kind = "multipart/form-data; boundary=edge"
    return client.post(FILES, data=body + b"--edge--\r\n", content_type=kind)


def kept():
    fields = PracticeFile.title, PracticeFile.language, PracticeFile.name
    return list(PracticeFile.select(*fields, PracticeFile.content).tuples())


def read(answer):
    return BeautifulSoup(answer.text, "html.parser")


def problems(answer):
    return [link.text for link in read(answer).select(".error-summary a")]


def test_file_that_is_added_stands_beside_the_practice(editor, client):
    answer = send(editor, pdf(), "Päiväohje.pdf")

    assert (answer.status_code, answer.location) == (303, f"{FILES}#files")
    assert kept() == [("The leaflet", "sv", "Päiväohje.pdf", pdf())]
    link = page(client, "/en/practices/desk").select_one('a[href*="/files/"]')
    assert (link.text, link.parent["lang"]) == ("The leaflet", "sv")


def test_file_is_only_ever_a_download(editor, client):
    send(editor, b"<script>", "Päivä.html")
    number = PracticeFile.get().id

    answer = client.get(f"{FILES}/{number}")

    assert answer.data == b"<script>"
    assert answer.content_type == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=Paiva.txt; filename*=UTF-8''P%C3%A4iv%C3%A4.txt"
    )
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_file_that_a_browser_has_is_not_sent_again(client):
    make_practice(slug="desk")
    number = make_file(make_practice(slug="other")).id
    address = f"/en/practices/other/files/{number}"
    tag = client.get(address).headers["ETag"]

    answer = client.get(address, headers={"If-None-Match": tag})

    assert (answer.status_code, answer.data) == (304, b"")
    assert client.get(f"{FILES}/{number}").status_code == 404


def test_file_of_a_draft_is_for_those_who_edit_it(editor, client):
    send(editor)
    address = f"{FILES}/{PracticeFile.get().id}"
    PracticeText.update(state=TextState.DRAFT).execute()

    assert [one.get(address).status_code for one in (editor, client)] == [200, 404]


def test_same_file_twice_is_one_with_its_newest_title(editor):
    send(editor, title="First")
    send(editor, title="Second", name="other.txt", language="fi")

    assert kept() == [("Second", "fi", "words.txt", b"Words")]


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "", "Choose a file"),
        (b"", "a.pdf", "This file is empty."),
        (b"MZ\0\0", "leaflet.pdf", "We can't take a file like this."),
        (b"a" * (5 * 1024 * 1024 + 1), "a.txt", "This file is too large."),
    ],
)
def test_file_that_is_not_taken_is_told_and_the_words_stay(editor, content, name, said):
    answer = send(editor, content, name)

    assert answer.status_code == 422
    assert problems(answer)[0].startswith(said)
    soup = read(answer)
    assert soup.select_one("#title")["value"] == "The leaflet"
    assert soup.select_one("#language [selected]")["value"] == "sv"
    assert kept() == []


def test_file_far_too_large_is_stopped_at_the_door(editor):
    assert send(editor, b"a" * (15 * 1024 * 1024)).status_code == 413


def test_file_needs_a_title_and_a_language(editor):
    answer = send(editor, title="", language="xx")

    assert answer.status_code == 422
    assert problems(answer) == [
        "Say in a few words what the file is",
        "Choose one of these",
    ]


def test_files_together_have_their_bound(editor):
    desk = PracticeText.get().practice
    make_file(desk, size=20 * 1024 * 1024 - 3)

    answer = send(editor, b"Other")

    assert answer.status_code == 422
    (said,) = problems(answer)
    assert said.endswith("There is room for 1\N{NO-BREAK SPACE}kB more.")


def test_file_can_be_taken_away_and_twice_is_no_harm(editor):
    send(editor)
    address = f"{FILES}/{PracticeFile.get().id}"

    answers = [editor.post(address, data={"wanted": "0"}) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [303, 303]
    assert kept() == []


def test_file_of_another_practice_is_not_taken_away(editor):
    number = make_file(make_practice(slug="other")).id

    editor.post(f"{FILES}/{number}", data={"wanted": "0"})

    assert PracticeFile.select().count() == 1


def test_list_of_one_and_of_three_asks_the_database_alike(editor):
    """Who is asking (3), the practice, its authors, its files, its names."""
    desk = PracticeText.get().practice
    make_file(desk)
    with count_queries() as one:
        editor.get(FILES)

    for content in (b"a", b"b"):
        make_file(desk, content)
    with count_queries() as three:
        editor.get(FILES)

    assert (one.count, three.count) == (7, 7)
