"""Derives every coefficient in `src/` from its definition and prints it as Rust. Needs mpmath; run: python fit.py

Polynomials interpolate at Chebyshev nodes (within a small factor of minimax), rational functions come from the Remez exchange
below. The error printed with each table is that of the rounded coefficients, evaluated exactly.
"""

from fractions import Fraction

import mpmath as m
from mpmath import mp, mpf

mp.dps = 60


def horner(c, x):
    r = mpf(0)
    for k in reversed(c):
        r = r * x + k
    return r


def rounded(c):
    return [mpf(float(x)) for x in c]


def grid(a, b, n):
    return [(mpf(a) + b) / 2 - (mpf(b) - a) / 2 * m.cos(m.pi * i / n) for i in range(n + 1)]


def polynomial(f, a, b, degree):
    a, b = mpf(a), mpf(b)
    xs = [(a + b) / 2 + (b - a) / 2 * m.cos(m.pi * (2 * i + 1) / (2 * degree + 2)) for i in range(degree + 1)]
    c = m.lu_solve(m.matrix([[x**j for j in range(degree + 1)] for x in xs]), m.matrix([f(x) for x in xs]))
    return [c[i] for i in range(degree + 1)]


def rational(f, a, b, n, d, points=500, rounds=14):
    """Minimises max |P/(f Q) - 1| over P of degree n and Q of degree d with Q(0) = 1."""
    xs = grid(a, b, points)
    fs = [f(x) for x in xs]
    k = n + d + 2
    pick = [round(points * i / (k - 1)) for i in range(k)]
    level, previous, best = mpf(0), [mpf(1)] * (points + 1), None
    for _ in range(rounds):
        for _ in range(12):
            rows = []
            for r, i in enumerate(pick):
                powers = [xs[i] ** j for j in range(max(n, d) + 1)]
                rows.append([p / fs[i] for p in powers[: n + 1]] + [-p for p in powers[1 : d + 1]] + [-((-1) ** r) * previous[i]])
            c = m.lu_solve(m.matrix(rows), m.matrix([mpf(1)] * k))
            p, q = [c[i] for i in range(n + 1)], [mpf(1)] + [c[n + j] for j in range(1, d + 1)]
            for i in pick:
                previous[i] = horner(q, xs[i])
            settled = abs(c[k - 1] - level) <= abs(c[k - 1]) * mpf("1e-3")
            level = c[k - 1]
            if settled:
                break
        err = [horner(p, x) / (fx * horner(q, x)) - 1 for x, fx in zip(xs, fs)]
        worst = max(abs(e) for e in err)
        if best is None or worst < best[0]:
            best = (worst, p, q)
        extrema, current = [], 0
        for i in range(1, points + 1):
            if (err[i] > 0) == (err[current] > 0):
                current = i if abs(err[i]) > abs(err[current]) else current
            else:
                extrema.append(current)
                current = i
        extrema.append(current)
        if len(extrema) < k or worst < abs(level) * mpf("1.02"):
            break
        while len(extrema) > k:
            extrema.pop(0 if abs(err[extrema[0]]) < abs(err[extrema[-1]]) else -1)
        pick = extrema
    return best[1], best[2]


def emit(name, coefficients, error=None):
    note = "" if error is None else f" // relative error 2^{float(m.log(error, 2)):.1f}"
    print(f"const {name}: [f64; {len(coefficients)}] = [{note}")
    for c in coefficients:
        print(f"    {float(c)!r},")
    print("];")


def worst_relative(f, g, a, b, n=300):
    return max(abs(g(x) / f(x) - 1) for x in grid(a, b, n) if f(x) != 0)


def split(name, value):
    hi = mpf(float(value))
    print(f"const {name}: f64 = {float(hi)!r};\nconst {name}_LO: f64 = {float(value - hi)!r};")


def exp():
    half = m.log(2) / 2 * mpf("1.0001")
    f = lambda r: mpf(1) / 2 + r / 6 if abs(r) < mpf("1e-15") else (m.expm1(r) - r) / r**2
    c = rounded(polynomial(f, -half, half, 10))
    emit("EXP", c, max(abs((1 + r + r * r * horner(c, r)) / m.exp(r) - 1) for r in grid(-half, half, 300)))
    # 32 bits, so that k * LN_2_HI is exact for every exponent k
    hi = m.floor(m.log(2) * 2**32) / 2**32
    print(f"LN_2_HI {float(hi)!r} LN_2_LO {float(m.log(2) - hi)!r} LN_2_LO_LO {float(m.log(2) - hi - mpf(float(m.log(2) - hi)))!r}")


ATANH_MAX = ((m.sqrt(2) - 1) / (m.sqrt(2) + 1)) ** 2 * mpf("1.0001")


def atanh_tail(z):
    if z < mpf("1e-30"):
        return mpf(2) / 3 + 2 * z / 5
    s = m.sqrt(z)
    return (2 * m.atanh(s) - 2 * s) / s / z


def ln():
    c = rounded(polynomial(atanh_tail, 0, ATANH_MAX, 6))
    emit("ATANH", c, worst_relative(atanh_tail, lambda z: horner(c, z), 0, ATANH_MAX) * ATANH_MAX)
    tail = lambda z: (atanh_tail(z) - mpf(2) / 3 - 2 * z / 5) / z**2
    c = rounded(polynomial(tail, mpf("1e-9"), ATANH_MAX, 7))
    emit("ATANH_TAIL", c, worst_relative(tail, lambda z: horner(c, z), mpf("1e-9"), ATANH_MAX))


def erf():
    f = lambda w: m.erf(m.sqrt(w + 0.5)) / m.sqrt(w + 0.5) - 1 if w > -0.5 else 2 / m.sqrt(m.pi) - 1
    c = rounded(polynomial(f, mpf("-0.5"), mpf("0.5"), 12))
    emit("ERF", c, worst_relative(lambda w: 1 + f(w), lambda w: 1 + horner(c, w), mpf("-0.5"), mpf("0.5")))

    def scaled(q):
        t = q + mpf(1) / 4
        if t == 0:
            return 1 / m.sqrt(m.pi)
        x = mpf(15) / 4 / t - mpf(15) / 4
        if x > 30:
            term = total = mpf(1)
            for n in range(1, 60):
                after = term * -(2 * n - 1) / (2 * x * x)
                if abs(after) > abs(term):
                    break
                term, total = after, total + after
            return total / (x * m.sqrt(m.pi)) * (mpf(15) / 4 + x)
        return m.erfc(x) * m.exp(x * x) * (mpf(15) / 4 + x)

    low, high = mpf(-1) / 4, mpf(3) / 4
    c = polynomial(scaled, low, high, 25)
    exact = worst_relative(scaled, lambda q: horner(c, q), low, high)
    worst = worst_relative(scaled, lambda q: horner(rounded(c), q), low, high)
    print(f"// relative error 2^{float(m.log(exact, 2)):.1f}, with rounded coefficients 2^{float(m.log(worst, 2)):.1f}")
    emit("ERFCX_EVEN", c[0::2])
    emit("ERFCX_ODD", c[1::2])


def probit(p):
    x = -m.sqrt(-2 * m.log(p)) * mpf("0.9") if p < 0.3 else (p - mpf(1) / 2) * 5 / 2
    for _ in range(60):
        cdf = m.erfc(-x / m.sqrt(2)) / 2
        step = (m.log(cdf) - m.log(p)) * cdf * m.sqrt(2 * m.pi) * m.exp(x * x / 2)
        x -= step
        if abs(step) < mpf(10) ** -50 * max(1, abs(x)):
            break
    return x


def normal_quantile():
    limit = mpf("0.425")
    q = lambda z: m.sqrt(limit**2 - z)
    central = lambda z: -probit(mpf(1) / 2 - q(z)) / q(z)
    tail = lambda start: lambda u: -probit(m.exp(-((u + start) ** 2)))
    cases = [
        ("CENTRAL", central, limit**2 - mpf("1e-25")),
        ("TAIL", tail(mpf("1.6")), mpf("3.4")),
        ("FAR", tail(mpf(5)), mpf("22.31")),
    ]
    for name, f, width in cases:
        p, q_ = (rounded(c) for c in rational(f, 0, width, 7, 7))
        e = worst_relative(f, lambda z: horner(p, z) / horner(q_, z), 0, width, 200)
        emit(name + "_P", p, e)
        emit(name + "_Q", q_)


def gamma():
    f = lambda u: m.loggamma(2 + u) / (u * (u + 1)) if abs(u) > mpf("1e-25") else 1 - m.euler
    p, q = (rounded(c) for c in rational(f, mpf("-0.5") - mpf("1e-9"), mpf("0.5"), 7, 7))
    emit("LN_GAMMA_P", p, worst_relative(f, lambda u: horner(p, u) / horner(q, u), mpf("-0.5"), mpf("0.5")))
    emit("LN_GAMMA_Q", q)

    def correction(w):
        x = 1 / m.sqrt(w)
        return x * (m.loggamma(x) - (x - mpf(1) / 2) * m.log(x) + x - m.log(2 * m.pi) / 2)

    mp.dps = 80
    c = rounded(polynomial(correction, mpf("1e-10"), mpf(1) / 64, 7))
    emit("STIRLING", c, worst_relative(correction, lambda w: horner(c, w), mpf("1e-10"), mpf(1) / 64))
    mp.dps = 60


def temme(orders=8, need=2.0**-56, reach=Fraction(34, 100), least=100):
    """Coefficients of eta^n in c_k (DLMF 8.12.9 to 8.12.12): exact rational Taylor series."""
    length = 40
    # mu(eta) = sum b_n eta^n from mu mu' = eta (1 + mu)
    b = [Fraction(0), Fraction(1)]
    for n in range(2, length + 2):
        s = b[n - 1] - sum(b[i] * (n + 1 - i) * b[n + 1 - i] for i in range(2, n))
        b.append(s / (n + 1))
    # 1/mu = 1/eta * inverse of (b_1 + b_2 eta + ...)
    inverse = [Fraction(1)]
    for n in range(1, length + 1):
        inverse.append(-sum(b[i + 1] * inverse[n - i] for i in range(1, n + 1)))
    c = inverse[1:]  # c_0 = 1/mu - 1/eta
    for k in range(orders):
        rows = [x for x in c]
        keep = max((n for n in range(len(rows)) if abs(rows[n]) * reach**n / Fraction(least) ** k > need / 3), default=0)
        print("    &[" + ", ".join(repr(float(x)) for x in rows[: keep + 1]) + "],")
        # c_{k+1} = c_k' / eta + g / mu, where g cancels the pole
        d = [(n + 1) * c[n + 1] for n in range(len(c) - 1)]
        g = -d[0]
        c = [d[n + 1] + g * inverse[n + 1] for n in range(len(d) - 1)]


if __name__ == "__main__":
    for part in (exp, ln, erf, normal_quantile, gamma, temme):
        print(f"// {part.__name__}")
        part()
    split("TWO_THIRDS", mpf(2) / 3)
    split("TWO_FIFTHS", mpf(2) / 5)
    split("LN_SQRT_2_PI", m.log(2 * m.pi) / 2)
    split("FRAC_1_SQRT_2_PI", 1 / m.sqrt(2 * m.pi))
