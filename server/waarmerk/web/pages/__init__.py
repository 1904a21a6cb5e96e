"""The pages for people: `/` to give a profile and get the report, `/methods`, and three invented examples.

Everything works without JavaScript: a form is sent, a page comes back. Nothing of it is kept.
"""

from waarmerk.web.pages.views import blueprint

__all__ = ["blueprint"]
