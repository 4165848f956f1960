"""The table that a benchmark prints."""


class Row:
    """One piece of work: what was reached, what should be, and the raw figures."""

    def __init__(self, work, measure, reached, limit, is_reached, figures):
        self.cells = [work, measure, reached, limit, "yes" if is_reached else "NO", figures]
        self.is_reached = is_reached


def ratio(work, measure, values, limit, figures, at_least):
    """A row about a ratio, measured once a round; its median counts."""
    reached = f"{values.median:.2f} ± {values.spread:.0%}"
    is_reached = values.median >= limit if at_least else values.median <= limit
    return Row(work, measure, reached, f"{'≥' if at_least else '≤'} {limit}", is_reached, figures)


def bound(work, measure, value, limit, unit, figures=""):
    """A row about a figure that must stay under a limit."""
    return Row(work, measure, f"{value:.1f} {unit}", f"< {limit} {unit}", value < limit, figures)


def show(rows):
    heads = ["work", "measured against", "reached", "limit", "", "figures"]
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row.cells) + " |")
