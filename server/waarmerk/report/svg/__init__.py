"""Pictures of the report as hand-made SVG: numbers and words in, escaped markup out.

Colours come from classes of the style sheet, sizes from attributes, so that a strict content policy (no inline style)
holds and the same pictures serve page, stand-alone file and print. Each picture has a title and a description.
"""

from waarmerk.report.svg.bars import bar, mark
from waarmerk.report.svg.circles import RINGS, golden_circle, ring
from waarmerk.report.svg.constellation import MOST, constellation, fit
from waarmerk.report.svg.pyramid import STAGES, pyramid

__all__ = ["MOST", "RINGS", "STAGES", "bar", "constellation", "fit", "golden_circle", "mark", "pyramid", "ring"]
