"""Settings come from the environment, each with a default that works, and misspelt ones are told."""

import pytest

from waarmerk import settings


def test_defaults_work():
    found = settings.load({})
    assert (found.host, found.port, found.workers, found.rate_limit) == ("127.0.0.1", 8765, 2, None)
    assert found.database_url.startswith("sqlite:///")
    assert found == settings.Settings(database_url=found.database_url)


def test_port_of_the_host_wins():
    assert settings.load({"PORT": "5000", "WAARMERK_PORT": "6000"}).port == 5000


def test_all_are_read():
    found = settings.load(
        {
            "WAARMERK_RATE_LIMIT": "120/minute",
            "DATABASE_URL": "postgres://db/x",
            "WAARMERK_TRUSTED_HOSTS": "Waarmerk.example.org, w.example",
            "WAARMERK_EXTENSION_IDS": "abcdefghijklmnopabcdefghijklmnop",
            "WAARMERK_DEADLINE_SECONDS": "2.5",
            "WAARMERK_TOKEN": "t" * 20,
        }
    )
    assert found.rate_limit == settings.Rate(120, 60)
    assert found.database_url == "postgresql://db/x"
    assert found.trusted_hosts == ("waarmerk.example.org", "w.example")
    assert found.extension_ids == ("abcdefghijklmnopabcdefghijklmnop",)
    assert (found.deadline_seconds, found.token) == (2.5, "t" * 20)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WAARMERK_PORT", "65536"),
        ("WAARMERK_PORT", "9" * 5000),
        ("WAARMERK_PORT", "²"),
        ("WAARMERK_DEADLINE_SECONDS", "nan"),
        ("WAARMERK_DEADLINE_SECONDS", "0"),
        ("WAARMERK_RATE_LIMIT", "120"),
        ("WAARMERK_TOKEN", "too-short"),
        ("WAARMERK_TOKEN", "with a space in the middle"),
        ("DATABASE_URL", "mysql://db"),
        ("WAARMERK_TRUSTED_HOSTS", "*"),
        ("WAARMERK_TRUSTED_HOSTS", "https://x"),
        ("WAARMERK_EXTENSION_IDS", "not-an-id"),
        ("WAARMERK_WORKERS", "0"),
    ],
)
def test_what_cannot_be_used_is_told_by_name_and_not_by_value(name, value):
    with pytest.raises(settings.SettingsError) as caught:
        settings.load({name: value})
    assert str(caught.value).startswith(name)
    assert len(value) < 4 or value not in str(caught.value)


def test_unknown_names_are_errors_with_the_near_one():
    with pytest.raises(settings.SettingsError, match="Did you mean WAARMERK_WORKERS"):
        settings.load({"WAARMERK_WORKER": "2"})
    with pytest.raises(settings.SettingsError, match="WAARMERK_STORE_KEY is not a setting"):
        settings.load({"WAARMERK_STORE_KEY": "secret"})


def test_each_setting_is_documented_once():
    names = [row.name for row in settings.SETTINGS]
    assert len(set(names)) == len(names)
    assert all(row.default and len(row.meaning) > 20 for row in settings.SETTINGS)
