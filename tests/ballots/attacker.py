"""Whoever adds and subtracts everything that is published."""

from itertools import starmap


class Attacker:
    """Bounds what is not told, by sums of parts, none of which is below zero."""

    def __init__(self):
        self.low, self.high, self.sums = {}, {}, []
        self.told = {}

    def learn(self, parts, total):
        """That these parts come to the total, itself a number or another part."""
        self.sums.append((parts, total))

    def conclude(self):
        changed = True
        while changed:
            changed = any(list(starmap(self.narrow, self.sums)))

    def bounds(self, part):
        if isinstance(part, int):
            return part, part
        return self.low.get(part, 0), self.high.get(part, 10_000)

    def narrow(self, parts, total):
        low, high = self.bounds(total)
        lows, highs = zip(*map(self.bounds, parts), strict=True)
        changed = self.limit(total, sum(lows), sum(highs))
        for part, least, most in zip(parts, lows, highs, strict=True):
            others = sum(lows) - least, sum(highs) - most
            changed |= self.limit(part, low - others[1], high - others[0])
        return changed

    def limit(self, part, low, high):
        before = self.bounds(part)
        if isinstance(part, int):
            return False
        self.low[part], self.high[part] = max(before[0], low), min(before[1], high)
        return self.bounds(part) != before
