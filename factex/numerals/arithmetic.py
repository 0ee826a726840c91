"""Exact arithmetic on the decimals of numerals, free of the caller's decimal context."""

from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow

# Fractions without a finite decimal are given to 28 significant digits (the contract's figure).
_RATIO = Context(prec=28, traps=[InvalidOperation, DivisionByZero, Overflow])
# Wide enough for every product of what the reader accepts.
EXACT = Context(prec=400, traps=[InvalidOperation, DivisionByZero, Overflow])


def ratio(numerator: Decimal | int, denominator: Decimal | int) -> Decimal:
    """One number over another.

    >>> ratio(2, 3)
    Decimal('0.6666666666666666666666666667')
    """
    return _RATIO.divide(Decimal(numerator), Decimal(denominator))


def product(value: Decimal, factor: Decimal) -> Decimal:
    """`value * factor`, without an exponent, and without decimals where the product is whole.

    >>> product(Decimal("1.50"), Decimal(1000)), product(Decimal("1.50"), Decimal(1))
    (Decimal('1500'), Decimal('1.50'))
    """
    if factor == 1:
        return written_out(value)
    result = EXACT.multiply(value, factor)
    whole = result.to_integral_value(context=EXACT)
    return written_out(whole if result == whole else result)


def written_out(value: Decimal) -> Decimal:
    """The same number without an exponent.

    >>> written_out(Decimal("6E+3"))
    Decimal('6000')
    """
    return Decimal(f"{value:f}")


def power_of_ten(exponent: int) -> Decimal:
    """10 to the power of `exponent`, written out.

    >>> power_of_ten(6), power_of_ten(-2)
    (Decimal('1000000'), Decimal('0.01'))
    """
    return written_out(Decimal(1).scaleb(exponent, context=EXACT))


def raised(base: Decimal, exponent: int) -> Decimal:
    """A power: exact where it is whole, else to 28 significant digits.

    >>> raised(Decimal(2), 10), raised(Decimal(2), -1)
    (Decimal('1024'), Decimal('0.5'))
    """
    exact = exponent >= 0 and base == base.to_integral_value()
    return written_out((EXACT if exact else _RATIO).power(base, exponent))


def plus(left: Decimal, right: Decimal) -> Decimal:
    """The sum: exact, but with a fraction that was cut to 28 digits no longer than that.

    >>> plus(Decimal(1), ratio(2, 3))
    Decimal('1.666666666666666666666666667')
    """
    cut = any(len(one.as_tuple().digits) == _RATIO.prec for one in (left, right))
    return (_RATIO if cut else EXACT).add(left, right)


def minus(left: Decimal, right: Decimal) -> Decimal:
    """The exact difference."""
    return EXACT.subtract(left, right)
