from portal.practices.models import Practice
from tests.factories import make_practice


def test_library_goes_out_and_comes_back(app, tmp_path):
    make_practice(slug="desk", in_use="harju")
    file = str(tmp_path / "library.zip")
    run = app.test_cli_runner().invoke

    written = run(args=["practices", "export", file])
    refused = run(args=["practices", "import", file])
    Practice.delete().execute()
    read = run(args=["practices", "import", file])

    assert written.exit_code == 0
    assert (refused.exit_code, refused.output) == (
        1,
        "Error: This portal has practices already.\n",
    )
    assert read.output == (
        "Brought in: application 1, links 0, practice 1, practice_text 1. "
        "Links to what is not here: 0.\n"
    )
