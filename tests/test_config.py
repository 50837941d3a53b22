import os
import subprocess
import sys
from pathlib import Path

import pytest

from portal import config
from portal.config import Config

pytestmark = pytest.mark.no_database

ROOT = Path(__file__).parent.parent
GIVEN = {"SECRET_KEY": "sixteen letters!", "DATABASE_URL": "postgresql://u@h/portal"}
DATABASES = "sqlite:///path/to/file.db or postgresql://user@host/database"
MAIL = (
    "empty, smtp://user:password@host:587, smtps://user:password@host or "
    "file:///path/to/folder"
)
ADDRESS = "a whole web address, such as https://example.org"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("DEMO", "yes", "DEMO is 'yes', but it must be 0 or 1."),
        ("PORT", "0", "PORT is '0', but it must be a whole number from 1 to 65535."),
        ("PORT", "٨", "PORT is '٨', but it must be a whole number from 1 to 65535."),
        ("PORT", "-1", "PORT is '-1', but it must be a whole number from 1 to 65535."),
        (
            "PORT",
            "65536",
            "PORT is '65536', but it must be a whole number from 1 to 65535.",
        ),
        (
            "WORKERS",
            "2.5",
            "WORKERS is '2.5', but it must be a whole number from 1 to 64.",
        ),
        (
            "PROXIES",
            "10",
            "PROXIES is '10', but it must be a whole number from 0 to 9.",
        ),
        (
            "BASE_URL",
            "example.org",
            f"BASE_URL is 'example.org', but it must be {ADDRESS}.",
        ),
        (
            "BASE_URL",
            "https://[",
            f"BASE_URL is 'https://[', but it must be {ADDRESS}.",
        ),
        (
            "BASE_URL",
            "https://a:b",
            f"BASE_URL is 'https://a:b', but it must be {ADDRESS}.",
        ),
        (
            "LEAVE_URL",
            "javascript:alert(1)",
            f"LEAVE_URL is 'javascript:alert(1)', but it must be {ADDRESS}.",
        ),
        (
            "DATABASE_URL",
            "mysql://h/d",
            f"DATABASE_URL is 'mysql://h/d', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            "sqlite:///",
            f"DATABASE_URL is 'sqlite:///', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            "sqlite://portal.db/x",
            f"DATABASE_URL is 'sqlite://portal.db/x', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            f"sqlite:///{ROOT}",
            f"DATABASE_URL is 'sqlite:///{ROOT}', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            "postgresql://u@h",
            f"DATABASE_URL is 'postgresql://u@h', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            "postgresql://u@h:port/d",
            f"DATABASE_URL is 'postgresql://u@h:port/d', but it must be {DATABASES}.",
        ),
        (
            "DATABASE_URL",
            "postgres://u:hidden@h/d",
            f"DATABASE_URL is 'postgres://u:…@h/d', but it must be {DATABASES}.",
        ),
        (
            "MAIL_URL",
            "http://u:hidden@h",
            f"MAIL_URL is 'http://u:…@h', but it must be {MAIL}.",
        ),
        (
            "MAIL_URL",
            "smtp://",
            f"MAIL_URL is 'smtp://', but it must be {MAIL}.",
        ),
        (
            "MAIL_URL",
            "file:///",
            f"MAIL_URL is 'file:///', but it must be {MAIL}.",
        ),
        ("JOBS", "yes", "JOBS is 'yes', but it must be 0 or 1."),
        (
            "MAIL_BOUNCES",
            f"{'b' * 25}@example.org",
            (
                f"MAIL_BOUNCES is '{'b' * 25}@example.org', but it must be "
                "an e-mail address, such as bounces@example.org."
            ),
        ),
        (
            "MAIL_FROM",
            "a@b\nBcc: c@d",
            (
                "MAIL_FROM is 'a@b\\nBcc: c@d', but it must be an e-mail address, "
                "such as portal@example.org."
            ),
        ),
        (
            "SECRET_KEY",
            "too short",
            "SECRET_KEY is '…', but it must be at least 16 characters long.",
        ),
    ],
)
def test_wrong_setting_stops_with_one_sentence(name, value, sentence):
    with pytest.raises(SystemExit) as stopped:
        Config.from_env({**GIVEN, name: value})

    assert stopped.value.code == sentence


def test_very_long_number_stops_with_one_sentence():
    with pytest.raises(SystemExit, match=r"it must be a whole number"):
        Config.from_env({**GIVEN, "PORT": "9" * 5000})


def test_wrong_setting_stops_the_real_start_without_a_traceback():
    started = subprocess.run(
        [sys.executable, "-c", "import app"],
        cwd=ROOT,
        env={**os.environ, **GIVEN, "PORT": "http"},
        capture_output=True,
        text=True,
        check=False,
    )

    sentence = "PORT is 'http', but it must be a whole number from 1 to 65535.\n"
    assert (started.returncode, started.stdout, started.stderr) == (1, "", sentence)


def test_settings_have_their_defaults_in_a_demo():
    settings = Config.from_env(GIVEN)

    assert settings == Config(
        **GIVEN,
        DEMO=True,
        SITE_NAME="Verstas",
        LEAVE_URL="https://www.ilmatieteenlaitos.fi/",
        BASE_URL="",
        MAIL_URL=f"file://{ROOT / 'instance' / 'mail'}",
        PORT=8000,
        WORKERS=2,
        PROXIES=0,
        **config.DEMO_REGION,
    )


def test_mail_needs_somebody_it_comes_from():
    with pytest.raises(SystemExit, match=r"MAIL_FROM is ''"):
        Config.from_env({**GIVEN, "DEMO": "0", "MAIL_URL": "smtp://mail.example"})


def test_demo_region_is_left_out_of_a_real_portal():
    settings = Config.from_env({**GIVEN, "DEMO": "0", "GUIDANCE_PHONE": "016 100"})

    assert settings == Config(**GIVEN, DEMO=False, GUIDANCE_PHONE="016 100")


def test_empty_setting_is_one_not_given():
    empty = dict.fromkeys(["DEMO", "SITE_NAME", "LEAVE_URL", "BASE_URL", "PORT"], "")

    settings = Config.from_env({**GIVEN, **empty})

    assert settings == Config.from_env(GIVEN)


def test_base_url_loses_its_last_slash():
    settings = Config.from_env({**GIVEN, "BASE_URL": "https://verstas.example/"})

    assert settings.BASE_URL == "https://verstas.example"


@pytest.mark.parametrize(
    ("address", "secure"),
    [("", False), ("http://verstas.example", False), ("https://verstas.example", True)],
)
def test_cookies_are_secure_where_the_portal_is(address, secure):
    settings = Config.from_env({**GIVEN, "BASE_URL": address})

    assert settings.SESSION_COOKIE_SECURE is secure


def test_secret_key_is_made_once_and_kept_for_its_owner_only(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "INSTANCE", tmp_path / "instance")

    first = config.secret_key({})
    second = config.secret_key({})

    kept = tmp_path / "instance" / "secret_key"
    assert first == second == kept.read_text()
    assert len(first) >= config.SECRET_BYTES
    assert kept.stat().st_mode & 0o777 == 0o600


def test_secret_key_given_is_not_written_down(tmp_path, monkeypatch):
    monkeypatch.setattr(config, "INSTANCE", tmp_path / "instance")

    key = config.secret_key({"SECRET_KEY": "sixteen letters!"})

    assert key == "sixteen letters!"
    assert not (tmp_path / "instance").exists()


def test_demo_puts_mail_into_a_folder_and_a_portal_sends_none():
    asked = {"MAIL_URL": "", "DEMO": "1"}

    demo = Config.from_env({**GIVEN, "DEMO": "1"}).MAIL_URL
    others = [
        Config.from_env({**GIVEN, **given}).MAIL_URL for given in (asked, {"DEMO": "0"})
    ]

    assert demo == f"file://{ROOT / 'instance' / 'mail'}"
    assert others == ["", ""]


def test_mail_may_come_back_and_go_into_a_folder():
    read = Config.from_env(
        {
            **GIVEN,
            "MAIL_URL": "file:///srv/mail",
            "MAIL_BOUNCES": "bounces@example.org",
            "JOBS": "0",
        }
    )

    assert (read.MAIL_URL, read.MAIL_BOUNCES, read.JOBS) == (
        "file:///srv/mail",
        "bounces@example.org",
        False,
    )
