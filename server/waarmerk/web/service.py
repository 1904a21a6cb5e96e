"""What every view needs: settings, store, the engine behind its deadline, the limiter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, cast

from flask import current_app

from waarmerk.history import Store
from waarmerk.settings import Settings
from waarmerk.web.limits import Limiter
from waarmerk.web.workshop import Workshop

KEY = "waarmerk"


class Engine(Protocol):
    """What judges: `waarmerk.pipeline` is one, tests bring a small one."""

    def audit(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """The public request in, the public report out."""
        ...

    def extract(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Only the reading of a page."""
        ...

    def warm_up(self) -> None:
        """Load all that the first caller would wait for."""
        ...

    def signal_catalogue(self, language: str) -> list[dict[str, Any]]:
        """All signals in that language."""
        ...

    def value_catalogue(self, language: str) -> list[dict[str, Any]]:
        """All values in that language."""
        ...


@dataclass(frozen=True, slots=True)
class Service:
    """One running service."""

    settings: Settings
    store: Store
    engine: Engine
    workshop: Workshop
    limiter: Limiter

    def audit(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Audit within the deadline. Raises what the engine raises, or `DeadlineExceeded`."""
        return self.workshop.run(lambda: self.engine.audit(request))

    def extract(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Read a page within the deadline. Raises what the engine raises, or `DeadlineExceeded`."""
        return self.workshop.run(lambda: self.engine.extract(request))


def current() -> Service:
    """The service of the app that answers this call."""
    return cast(Service, current_app.extensions[KEY])
