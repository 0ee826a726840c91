"""Every regular expression of a package, and for each the texts that make it work hardest."""

import ast
import importlib
import inspect
import itertools
import pkgutil
import re
import string
from re import _constants as kinds
from re import _parser as parser

import regex

from factex.lexicon.files import per_lexicon

PATTERNS = (re.Pattern, regex.Pattern)
# What many patterns of this field trip over, whatever they are made of.
COMMON = (
    " ",
    "\n",
    "\t",
    "0",
    "1",
    "1,",
    "1 ",
    "1.",
    "a",
    "a ",
    "A",
    "A ",
    "A.",
    "one ",
    "-",
    "/",
    "(",
    "$",
    ". ",
    "1-",
    "e1",
    "’",
    "\u00a0",
)
_PER_LEXICON = per_lexicon(lambda: None).__code__


def modules(package):
    """All modules of a package that can be imported here."""
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.name.endswith("__main__"):
            try:
                yield importlib.import_module(info.name)
            except ImportError:  # of an optional package
                continue


def patterns(package):
    """All patterns of a package, as (where, pattern): compiled in modules, made of the lexicon, or written in calls."""
    found = {}
    for module in modules(package):
        for name, value in vars(module).items():
            made = value() if inspect.isfunction(value) and value.__code__ is _PER_LEXICON else value
            for pattern in _inside(made, 4):
                found.setdefault((pattern.pattern, type(pattern)), (f"{module.__name__}.{name}", pattern))
        for where, pattern in _written(module):
            found.setdefault((pattern.pattern, type(pattern)), (where, pattern))
    return list(found.values())


def _inside(value, depth):
    if isinstance(value, PATTERNS):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, dict):
        for item in value.values():
            yield from _inside(item, depth - 1)
    elif depth and isinstance(value, (list, tuple, set, frozenset)):
        for item in itertools.islice(value, 500):
            yield from _inside(item, depth - 1)
    elif depth and type(value).__module__.startswith("factex") and not inspect.isclass(value):
        yield from _inside(getattr(value, "__dict__", {}), depth - 1)


def _written(module):
    """Patterns that are written where they are used: `re.match(r"…", text)`."""
    tree = ast.parse(inspect.getsource(module))
    for call in ast.walk(tree):
        if not (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
        ):
            continue
        if (
            call.func.value.id in ("re", "regex")
            and call.func.attr != "escape"
            and call.args
            and isinstance(call.args[0], ast.Constant)
            and isinstance(call.args[0].value, str)
        ):
            library = {"re": re, "regex": regex}[call.func.value.id]
            yield f"{module.__name__}:{call.lineno}", library.compile(call.args[0].value)


def attacks(pattern):
    """Texts for a pattern, as (what comes first, what is repeated, what comes last)."""
    pumps = {("", piece, "\x00") for piece in COMMON}
    flags = pattern.flags & re.VERBOSE
    try:
        tree = parser.parse(pattern.pattern, flags)
    except re.error:  # syntax that only the regex module has
        return sorted(pumps)
    for before, body in _repeats(tree, ""):
        for sample in _samples(body):
            if sample:
                pumps |= {(before, sample, "\x00"), (before, sample, ""), ("", before + sample, "\x00")}
    whole = _sample(tree)
    if whole:
        pumps |= {("", whole, "\x00"), ("", f"{whole} ", "")}
    return sorted(pumps)


def _repeats(tree, before):
    """Each repeated part of a pattern, with a text that leads to it."""
    for kind, given in tree:
        if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
            least, most, body = given
            if most > 3:
                yield before, body
            yield from _repeats(body, before)
            before += _sample(body) * max(1, least)
        elif kind is kinds.BRANCH:
            for branch in given[1]:
                yield from _repeats(branch, before)
            before += _sample(given[1][0])
        elif kind is kinds.SUBPATTERN:
            yield from _repeats(given[-1], before)
            before += _sample(given[-1])
        elif kind in (kinds.ASSERT, kinds.ASSERT_NOT):
            yield from _repeats(given[1], before)
        elif kind is kinds.ATOMIC_GROUP:
            yield from _repeats(given, before)
            before += _sample(given)
        else:
            before += _sample([(kind, given)])


def _samples(tree):
    """A few texts that a part matches: one for each branch or character class at its top."""
    found = {_sample(tree), _sample(tree, last=True)}
    if len(tree) == 1 and tree[0][0] is kinds.IN:
        found |= {chr(given) for kind, given in tree[0][1] if kind is kinds.LITERAL}
    return found


def _sample(tree, *, last=False):
    """One text that a part of a pattern matches, roughly: assertions are passed over."""
    return "".join(_one(kind, given, last=last) for kind, given in tree)


def _one(kind, given, *, last):
    if kind is kinds.LITERAL:
        return chr(given)
    if kind is kinds.NOT_LITERAL:
        return "a" if given != ord("a") else "b"
    if kind is kinds.ANY:
        return "a"
    if kind is kinds.IN:
        return _of_class(given, last=last)
    if kind is kinds.BRANCH:
        return _sample(given[1][-1 if last else 0], last=last)
    if kind is kinds.SUBPATTERN:
        return _sample(given[-1], last=last)
    if kind is kinds.ATOMIC_GROUP:
        return _sample(given, last=last)
    if kind in (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT):
        return _sample(given[2], last=last) * max(1, given[0])
    return ""


_CATEGORIES = {
    kinds.CATEGORY_DIGIT: "0",
    kinds.CATEGORY_SPACE: " ",
    kinds.CATEGORY_WORD: "a",
    kinds.CATEGORY_NOT_DIGIT: "a",
    kinds.CATEGORY_NOT_SPACE: "a",
    kinds.CATEGORY_NOT_WORD: "-",
}


def _of_class(members, *, last):
    if members[0][0] is kinds.NEGATE:
        allowed = re.compile("[" + "".join(["^", *_spelled(members[1:])]) + "]")
        return next((char for char in string.ascii_letters + string.digits + " -.,\n" if allowed.match(char)), "")
    kind, given = members[-1 if last else 0]
    if kind is kinds.LITERAL:
        return chr(given)
    return chr(given[0]) if kind is kinds.RANGE else _CATEGORIES.get(given, "a")


def _spelled(members):
    classes = {
        kinds.CATEGORY_DIGIT: r"\d",
        kinds.CATEGORY_SPACE: r"\s",
        kinds.CATEGORY_WORD: r"\w",
        kinds.CATEGORY_NOT_DIGIT: r"\D",
        kinds.CATEGORY_NOT_SPACE: r"\S",
        kinds.CATEGORY_NOT_WORD: r"\W",
    }
    for kind, given in members:
        if kind is kinds.LITERAL:
            yield re.escape(chr(given))
        elif kind is kinds.RANGE:
            yield f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
        else:
            yield classes[given]
