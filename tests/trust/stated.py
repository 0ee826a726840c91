"""Which value and interval the characters of a quantity can state, by the second reader and the contract of the records."""

import re
from fractions import Fraction
from itertools import product as pairs

from second_reader import SCALES, SYMBOLS, Reader

from factex.records import Modifier, UnitKind

# What amounts told in several units are made of, in the smallest of their kind.
SIZES = {
    "length": {12: ("ft", "foot", "feet", "'", "’", "′"), 1: ("in", "in.", "inch", "inches", '"', "”", "″", "''", "’’"), 36: ("yd", "yds", "yard", "yards"), 63360: ("mi", "mile", "miles")},
    "metric": {100_000: ("km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"), 100: ("m", "metre", "metres", "meter", "meters"), 1: ("cm", "centimetre", "centimetres", "centimeters", "centimeter")},
    "weight": {16: ("lb", "lbs", "lb.", "lbs.", "pound", "pounds"), 224: ("st", "stone", "stones"), 1: ("oz", "ounce", "ounces")},
    "mass": {1_000_000: ("t", "tonne", "tonnes", "ton", "tons"), 1000: ("kg", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes"), 1: ("g", "gram", "grams", "gramme", "grammes")},
    "time": {86400: ("d", "day", "days"), 604800: ("week", "weeks"), 3600: ("h", "hr", "hrs", "hour", "hours"), 60: ("m", "min", "mins", "minute", "minutes", "′"), 1: ("s", "sec", "secs", "second", "seconds")},
    "calendar": {12: ("year", "years", "yr", "yrs"), 1: ("month", "months")},
    "arc": {60: ("°", "degree", "degrees"), 1: ("′", "'", "’", "minute", "minutes", "arcminutes")},
    "money": {100: ("dollar", "dollars", "pound", "pounds", "euro", "euros", "rupee", "rupees", "$", "£", "€", "buck", "bucks", "usd", "gbp", "eur", "cad", "aud"), 1: ("cent", "cents", "pence", "p", "paise", "¢", "penny")},
}  # fmt: skip
MINOR = re.compile(
    r"(?<![^\W\d_])(?:cents?|ct|cts|pence|penny|pennies|p|c|¢|paise|paisa|kopecks?|kopeks?|centavos?|centimes?|øre|öre|ore|sen|fils|groszy?|agorot|piast(?:re|er)s?|centimos?|céntimos?|qirsh|satang|hal[eé]r(?:ů|u)?|jiao|fen|kuru[sş]|pesewas?|kobo)(?![^\W\d_])",
    re.IGNORECASE,
)
# A code with its scale stands beside the digits: "5 MUSD", but not the first word of "MORE THAN €9".
CODES = re.compile(
    r"(?:(?<=\d)|(?<=\d\s)|(?=[A-Za-z]{4}\s?\d))(?<![^\W\d_])(?P<letter>[kKMB])(?:USD|EUR|GBP|CHF|[A-Z]{3})\b"
)
NEGATIVE = re.compile(
    r"^\W{0,3}?(?:(?:[^\W\d_]|[ .,$€£¥₹])*?)(?<![^\W\d_])(?:[-−–－]\s?[$€£¥₹A-Z]*\s?[.0-9]|\b(?:minus|negative)\b)",
    re.IGNORECASE,
)
_BESIDE = 160


def close(stated, derived):
    """Equal; fractions without a finite decimal to 28 significant digits."""
    if stated is None or derived is None:
        return stated is derived
    number = Fraction(stated)
    return number == derived or (not _finite(derived) and abs(number - derived) <= abs(derived) * Fraction(1, 10**26))


def _finite(number):
    under = number.denominator
    for prime in (2, 5):
        while under % prime == 0:
            under //= prime
    return under == 1


def own_part(quantity):
    """The span without the digits of its unit: `per 100,000 people`, `m2`."""
    unit, text = quantity.unit, quantity.text
    if (
        unit is None
        or unit.kind is UnitKind.RATIO
        or (
            unit.kind is not UnitKind.COUNT
            and not re.search(
                r"[0-9⁰¹²³⁴-⁹]|\b(?:hundred|thousand|[mbtr]+illion|dozen|one|two|three|four|five|six|seven|eight|nine|ten)\b",
                unit.text,
            )
        )
    ):
        return text
    tail = unit.text if unit.text in text else unit.text.split(" ", 1)[-1]
    before = text.replace(tail, " ")
    return before if Reader(before).all() else text


def lent_scales(quantity, text):
    """The scales that stand beside a span, which it may share: `from $1.2 to $1.5 billion`."""
    beside = text[quantity.end : quantity.end + _BESIDE], text[max(0, quantity.start - _BESIDE) : quantity.start]
    found = {Fraction(1)}
    for part in beside:
        for word in re.findall(r"(?<![^\W\d_])[^\W\d_]+", part):
            power = SCALES.get(word.lower(), SYMBOLS.get(word))
            if power:
                found.add(Fraction(10) ** power)
    return found


# A confidence interval behind its value, in the same sentence.
APART = re.compile(
    r"(?:[^.;]|\.[0-9]){0,160}?\b(?:CI|confidence\sinterval)(?:\sof)?[:,]?\s(?P<low>[0-9]+(?:\.[0-9]+)?)\s?%?\s?(?:to|-|–)\s?"
    r"(?P<high>[0-9]+(?:\.[0-9]+)?)"
)


def factors(quantity):
    """What a currency's minor unit or scaled code multiplies by: `73 cents`, `5 MUSD`, `ten grand`."""
    if (
        quantity.unit is None
        or "dimension" not in type(quantity.unit).model_fields
        or "[currency]" not in quantity.unit.dimension
    ):
        return {Fraction(1)}
    code = CODES.search(quantity.text)
    if code:
        return {Fraction(10) ** SYMBOLS[code["letter"]]}
    if MINOR.search(quantity.unit.text):
        return {Fraction(1, 100), Fraction(1)} if "$" in quantity.unit.text else {Fraction(1, 100)}
    return {Fraction(1000), Fraction(1)} if "grand" in quantity.text.lower() else {Fraction(1)}


def statements(quantity, text):
    """All (value, low, high) that the characters can state under the quantity's modifier, and whose numbers are lent a scale."""
    part = re.sub(r"^[Cc]a?\.(?=[0-9])", "", own_part(quantity))  # "c.551m" is no 0.551 million
    reader = Reader(part, _unit_words(quantity))
    numbers = reader.all()
    signs = [_sign(part, k, reader.pieces[one.start].start) for k, one in enumerate(numbers)]
    lent, by = lent_scales(quantity, text), factors(quantity)
    modifier = quantity.modifier
    singles = [
        {sign * value * factor for value in one.values for factor in by}
        for one, sign in zip(numbers, signs, strict=True)
    ]
    if modifier is Modifier.INDEFINITE:
        return {
            (None, one.low * factor, None if one.high is None else one.high * factor)
            for one in numbers
            if one.low is not None
            for factor in by
        }
    if modifier is Modifier.RANGE:
        money = quantity.unit is not None and "[currency]" in quantity.unit.dimension
        return _ranges(part, singles, lent, money=money)
    values = _whole(quantity, part, numbers, singles, lent)
    bounds = {
        Modifier.EXACT: lambda v: (v, v, v),
        Modifier.ABOUT: lambda v: (v, None, None),
        Modifier.NEARLY: lambda v: (v, None, v),
        Modifier.LESS_THAN: lambda v: (v, None, v),
        Modifier.AT_MOST: lambda v: (v, None, v),
        Modifier.MORE_THAN: lambda v: (v, v, None),
        Modifier.AT_LEAST: lambda v: (v, v, None),
    }[modifier]
    found = {bounds(value) for value in values}
    if modifier in (Modifier.MORE_THAN, Modifier.AT_LEAST):  # "at least six to eight months"
        found |= {(None, low, None) for _, low, _ in _ranges(part, singles, lent, money=False)}
    if modifier in (Modifier.LESS_THAN, Modifier.AT_MOST):
        found |= {(None, None, high) for _, _, high in _ranges(part, singles, lent, money=False)}
    if len(singles) >= 2:
        spread = re.search(r"±|\+\s?/\s?[-−]|plus or minus", part)
        if spread and modifier is not Modifier.EXACT:  # "at least 5 ± 1": the bound wins
            found |= {bounds(v) for v in singles[0]}
        elif spread:
            power = _power_behind(part)
            found |= {(v * p, (v - s) * p, (v + s) * p) for v, s in pairs(singles[0], singles[1]) for p in (1, power)}
        if len(singles) >= 3 and re.search(r"\bCI\b|confidence|credible|[(\[,;]", part, re.IGNORECASE):
            found |= {(v, low, high) for v, low, high in pairs(singles[0], singles[-2], singles[-1])}
            found |= {(None, low, high) for low, high in pairs(singles[-2], singles[-1])}
    apart = APART.match(text, quantity.end)
    if modifier is Modifier.EXACT and apart is not None:  # "lost 15.8% of their weight (95% CI 14.9 to 16.7)"
        found |= {(v, Fraction(apart["low"]), Fraction(apart["high"])) for v in values}
    return found


def _unit_words(quantity):
    return re.findall(r"[^\W\d_]+", quantity.unit.text) if quantity.unit is not None else ()


def _sign(part, k, start):
    if not k:
        return -1 if _negative(part, start) else 1
    return -1 if re.search(r"(?:^|[\s($€£¥₹-])[-−–－][$€£¥₹]?$|(?<!\bor )\b(?:minus|negative)\s$", part[:start]) else 1


def _negative(part, start):
    accounts = part.startswith("(") and part.rstrip().endswith(")") and "±" not in part
    sign = NEGATIVE.match(part)
    return (sign is not None and sign.end() <= start + 1) or accounts or bool(re.search(r"\bbelow zero\b", part))


def _power_behind(part):
    match = re.search(r"\)\s?[×x·*]\s?10\^?([-−–]?[0-9]+|[⁻⁺⁰¹²³⁴-⁹]+)", part)
    return (
        Fraction(10) ** int(match.group(1).translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")))
        if match
        else Fraction(1)
    )


def _ranges(part, singles, lent, *, money):
    if len(singles) < 2:
        return set()
    ends = singles[0], singles[1]
    if money and re.match(
        rf"\W*[\d.,]+\s?(?:{MINOR.pattern})\W+(?:to|and|or)\b", part, re.IGNORECASE
    ):  # "50 cents to $1.20"
        ends = {value / 100 for value in singles[0]}, singles[1]
    return {
        (None, min(a, b), max(a, b))
        for low, high in pairs(*ends)
        for s in lent | _own_scales(part)
        for a, b in ((low, high), (low * s, high), (low * s, high * s))
    }


def _own_scales(part):
    return {
        Fraction(10) ** (SCALES.get(word.lower()) or SYMBOLS.get(word))
        for word in re.findall(r"[^\W\d_]+", part)
        if SCALES.get(word.lower()) or SYMBOLS.get(word)
    }


def _whole(quantity, part, numbers, singles, lent):
    """The values of a span that states one number."""
    if not singles:
        # "an hour and 30 minutes" aside, an article alone states one.
        return {Fraction(1)} if re.search(r"\ban?\s", part.lower()) else set()
    if len(singles) == 1:
        values = {value * scale for value in singles[0] for scale in lent}
        if re.match(r"(?:\W|\w)*?\ban?\s[^\W\d_]+\sand\s", part.lower()):  # "an hour and a half"
            values |= {1 + value for value in singles[0]}
            values |= _several(part, [(0, {Fraction(1)}), (numbers[0].start, singles[0])])
        return values
    if len(singles) == 2:
        between = part[_end(part, numbers[0]) : _start(part, numbers[1])].strip().lower()
        values = {
            a / b
            for a, b in pairs(*singles)
            if b and re.search(r"^(?:-?to-?|of|:|/|per)$|\b(?:in|out of|in every)$", between)
        }
        values |= {a + b for a, b in pairs(*singles) if 0 < b < 1 and "and" in between.split()}
        if "below" in between or "above" in between:
            values |= {sign * abs(a) for a in singles[0] for sign in ((-1,) if "below" in between else (1,))}
        if quantity.unit is not None and quantity.unit.dimension == "[currency]":  # "20 rupees 43"
            values |= {a + b / 100 for a, b in pairs(*singles) if b < 100}
    else:
        values = set()
    return values | _several(part, [(one.start, single) for one, single in zip(numbers, singles, strict=True)])


def _start(part, number):
    return Reader(part).pieces[number.start].start


def _end(part, number):
    return Reader(part).pieces[number.end - 1].end


def _several(part, numbers):
    """`5 ft 10 in`: each number by the size of the unit behind it, in each of the sizes that the span may be told in."""
    values = set()
    words = Reader(part).pieces
    for sizes in SIZES.values():
        by_word = {word: size for size, names in sizes.items() for word in names}
        told = []
        for k, (start, single) in enumerate(numbers):
            stop = numbers[k + 1][0] if k + 1 < len(numbers) else len(words)
            sized = [
                by_word[p.text if len(p.text) < 2 else p.text.lower()]
                for p in words[start:stop]
                if (p.text if len(p.text) < 2 else p.text.lower()) in by_word
            ]
            told.append((single, sized[0] if sized else None))
        known = [size for _, size in told if size is not None]
        if not known:
            continue
        smaller = {12: 1, 3600: 60, 36: 12}.get(known[-1], 1)
        if told[0][1] is None and "$£€₹".find(part.strip()[0]) >= 0:
            told[0] = (told[0][0], 100)
        if told[-1][1] is None:
            told[-1] = (told[-1][0], smaller)  # "6 ft 3", "1h30"
        if any(size is None for _, size in told) or len({size for _, size in told}) < 2:
            continue
        for parts in pairs(*(single for single, _ in told)):
            amount = sum(value * size for value, (_, size) in zip(parts, told, strict=True))
            values |= {amount / size for _, size in told}
    return values


def may_state(quantity, text):
    """Whether value, low and high of a quantity can be told from its characters."""
    return any(
        close(quantity.value, value) and close(quantity.low, low) and close(quantity.high, high)
        for value, low, high in statements(quantity, text)
    )
