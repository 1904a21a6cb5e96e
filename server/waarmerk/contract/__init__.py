"""The public contract: one request shape, one report shape, for service, command line and extension alike."""

from waarmerk.contract.limits import check_text
from waarmerk.contract.parse import check, parse_extraction, parse_request

__all__ = ["check", "check_text", "parse_extraction", "parse_request"]
