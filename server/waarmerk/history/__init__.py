"""What is kept between calls: tokens, pairing codes, sessions and the audits that callers asked to store."""

from waarmerk.history.audits import Audits
from waarmerk.history.store import Store, StoreError, open_store
from waarmerk.history.tokens import Token, Tokens

__all__ = ["Audits", "Store", "StoreError", "Token", "Tokens", "open_store"]
