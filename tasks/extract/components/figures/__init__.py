"""Numbers that state facts: value, bound, unit, what is counted, what is stated, by whom, where and when."""

from tasks.extract.components.figures.component import Figures, make_figures

__all__ = ["Figures", "make_figures"]
