"""The command line: `waarmerk serve`, `audit`, `signals`, `values`, `token`, `doctor`.

Exit codes: 0 done, 1 audit below --fail-under, 2 bad usage or input. Errors go to stderr, data to stdout.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from waarmerk import cli_input, messages
from waarmerk.errors import WaarmerkError
from waarmerk.version import __version__

LANGUAGES = click.Choice(messages.LANGUAGES)


class _Refused(click.ClickException):
    """What the caller can mend, told on stderr."""

    exit_code = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="waarmerk")
def main() -> None:
    """How far does a profile carry the values its owner declares: declared, claimed, shown."""


@main.command()
@click.option("--host", default=None, help="Address to bind to (WAARMERK_HOST, 127.0.0.1).")
@click.option("--port", default=None, type=int, help="Port to bind to (PORT or WAARMERK_PORT, 8765).")
def serve(host: str | None, port: int | None) -> None:
    """Serve the web page and the API on this machine."""
    from waarmerk import web

    web.serve(host=host, port=port)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--values", "declared", default="", help="Declared values, with commas between them.")
@click.option(
    "--statement", type=click.Path(path_type=Path, exists=True), help="A file that tells the why or the brief."
)
@click.option(
    "--language", default="auto", type=click.Choice(["auto", *messages.LANGUAGES]), help="Language of the profile."
)
@click.option("--report-language", default="en", type=LANGUAGES, help="Language of the report.")
@click.option("--suggestions", default=10, type=click.IntRange(0, 50), help="How many suggestions at most.")
@click.option("--json", "as_json", is_flag=True, help="Print the report as the API would answer it.")
@click.option("--html", type=click.Path(path_type=Path), help="Write the report as a page of its own.")
@click.option("--md", type=click.Path(path_type=Path), help="Write the report as Markdown.")
@click.option("--fail-under", type=float, help="Exit with 1 where the overall score is below this.")
def audit(
    file: Path, as_json: bool, html: Path | None, md: Path | None, fail_under: float | None, **given: Any
) -> None:
    """Audit FILE, or - for standard input.

    A saved page (.html), a text (.txt, .md), a CV (.pdf, .docx, JSON Resume), LinkedIn's "Save to PDF", or the export
    of a site: .zip of LinkedIn, X, Mastodon, Instagram or Facebook; .car, .json or .jsonl of Bluesky.
    """
    from waarmerk import pipeline

    try:
        with cli_input.told_in(given["report_language"]):
            report = pipeline.audit(cli_input.request(file, **given))
    except WaarmerkError as error:
        raise _refused(error) from None
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        _print(report, given["report_language"])
    _write(report, html, md, given["report_language"])
    score = report["overall"]["score"]
    if fail_under is not None and (score is None or score < fail_under):
        sys.exit(1)


@main.command()
@click.option("--language", default="en", type=LANGUAGES)
def signals(language: str) -> None:
    """List the signals: what each measures."""
    from waarmerk import pipeline

    for row in pipeline.signal_catalogue(language):
        click.echo(f"{row['id']:<18} {row['category']:<13} {row['measures']}")


@main.command()
@click.option("--language", default="en", type=LANGUAGES)
def values(language: str) -> None:
    """List the values of the catalogue; any other word may be declared too."""
    from waarmerk import pipeline

    for row in pipeline.value_catalogue(language):
        click.echo(f"{row['id']:<18} {row['name']:<18} {row['definition']}")


@main.group()
def token() -> None:
    """Make, list and revoke the tokens of the API."""


@token.command("new")
@click.argument("name", default="made by hand")
def token_new(name: str) -> None:
    """Make a token and print it, this once."""
    with _store() as store:
        secret, made = store.tokens.new(name)
    click.echo(secret)
    click.echo(f"Token {made.id} ({made.name}). It is told this once; only its hash is kept.", err=True)


@token.command("list")
def token_list() -> None:
    """List the tokens: id, kind, when made and last used, name."""
    with _store() as store:
        for row in store.tokens.all():
            click.echo(f"{row.id}  {row.kind:<10} {row.created_at}  {row.last_used_on or 'never used':<10}  {row.name}")


@token.command("revoke")
@click.argument("which")
def token_revoke(which: str) -> None:
    """Revoke a token by its id or name: calls with it are refused from now on."""
    with _store() as store:
        if not store.tokens.revoke(which):
            raise _Refused(f"There is no token {which}. `waarmerk token list` shows them.")


@contextmanager
def _store() -> Iterator[Any]:
    from waarmerk import settings
    from waarmerk.history import StoreError, open_store

    try:
        found = settings.load()
        store = open_store(found.database_url, retention_days=found.retention_days)
    except (settings.SettingsError, StoreError) as error:
        raise _Refused(str(error)) from None
    try:
        yield store
    finally:
        store.let_go()


def _refused(error: WaarmerkError) -> click.ClickException:
    lines = [error.detail, *(f"  {fault.pointer}: {fault.detail}" for fault in error.faults)]
    return _Refused("\n".join(lines))


def _print(report: dict[str, Any], language: str) -> None:
    from rich.console import Console

    from waarmerk.report import terminal

    terminal.render(report, Console(highlight=False, soft_wrap=False), language)


def _write(report: dict[str, Any], html: Path | None, md: Path | None, language: str) -> None:
    if html:
        import waarmerk.report.html as rendering

        html.write_text(rendering.render(report, language), encoding="utf-8")
    if md:
        import waarmerk.report.markdown as markdown_rendering

        md.write_text(markdown_rendering.render(report, language), encoding="utf-8")
