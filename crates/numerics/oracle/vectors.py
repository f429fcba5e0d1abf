"""Writes `crates/testkit/vectors/numerics_*.json`: arguments and correctly rounded results of every function, from mpmath.

Each case is [arguments..., result, residual]: doubles as 16 hex digits of their bits, and the residual (exact - result) in ulps of the
result, so that a test can measure fractions of an ulp. Needs mpmath, numpy and scipy (the latter two only for points and starting
values); run: python vectors.py
"""

import json
import math
import pathlib
import struct

import mpmath as m
import numpy as np
import scipy
import scipy.special as sp
from mpmath import mp, mpf

OUT = pathlib.Path(__file__).resolve().parents[2] / "testkit" / "vectors"
DIGITS = 60
mp.dps = DIGITS
rng = np.random.default_rng(20240420)
TINY, MIN, MAX = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308


# The worst of 400,000 random arguments each, found against MPFR.
HARD = {
    "exp": [488.32357296946975, -0.34924956992444267],
    "exp_m1": [0.3961837706052569, 37.15545191143656],
    "ln": [1.399823578761639],
    "ln_1p": [0.40575143813656345],
    "pow": [(0.5558345239307317, -231.93735330351004)],
    "erf": [0.9572592080942657, 0.975378738235839],
    "erfc": [7.178391328881088, 5.442082837440219, 2.9543761288722354],
    "erfcx": [5.372293229431517, 5.075433625592294, 2.1073537238000744],
    "normal_cdf": [-4.340813846134991, -36.9805715315678, -7.4279830251580545],
    "normal_pdf": [-2.8071286930179498],
    "normal_quantile": [0.5927373520781103, 0.5112169706227832],
    "ln_gamma": [1.4689010167121845, 1.4856161624542505],
}


def bits(x):
    return struct.pack(">d", x).hex()


def near(*xs):
    out = []
    for x in xs:
        out += [x, math.nextafter(x, math.inf), math.nextafter(x, -math.inf)]
    return out


def logspace(low, high, n):
    return [float(10.0**e) for e in rng.uniform(math.log10(low), math.log10(high), n)]


def uniform(low, high, n):
    return [float(x) for x in rng.uniform(low, high, n)]


def case(args, exact):
    """None where the exact value overflows the doubles or vanishes below half the least one."""
    if not m.isfinite(exact):
        return None
    result = float(exact)
    # mpmath's conversion rounds twice into the subnormals: repair to nearest
    candidates = [result, math.nextafter(result, math.inf), math.nextafter(result, -math.inf)]
    candidates = [c for c in candidates if math.isfinite(c)]
    if not candidates:
        return None
    result = min(candidates, key=lambda c: abs(mpf(c) - exact))
    if math.isinf(float(exact)) or (result == 0.0 and exact != 0):
        return None
    residual = float((exact - mpf(result)) / mpf(math.ulp(result)))
    return [bits(a) for a in args] + [bits(result), round(residual, 6)]


def table(f, points):
    out, seen = [], set()
    for p in points:
        args = p if isinstance(p, tuple) else (p,)
        args = tuple(float(a) for a in args)
        if args in seen:
            continue
        seen.add(args)
        c = case(args, f(*[mpf(a) for a in args]))
        if c:
            out.append(c)
    return out


def write(name, functions):
    """`functions` maps a name to its exact form and its points."""
    functions = {key: table(f, HARD.get(key, []) + points) for key, (f, points) in functions.items()}
    source = f"mpmath {m.__version__} at {DIGITS} digits or more, by crates/numerics/oracle/vectors.py"
    text = ["{", f' "source": "{source}",', ' "functions": {']
    rows = []
    for key, cases in functions.items():
        rows.append(f'  "{key}": [\n' + ",\n".join("   " + json.dumps(c) for c in cases) + "\n  ]")
    text += [",\n".join(rows), " }", "}"]
    (OUT / f"numerics_{name}.json").write_text("\n".join(text) + "\n")
    print(name, {k: len(v) for k, v in functions.items()}, flush=True)


def elementary():
    signed = lambda xs: xs + [-x for x in xs]
    small = signed(logspace(1e-300, 1e-3, 40) + [TINY, MIN, MIN / 3])
    half_ln2 = math.log(2) / 2
    exp_points = small + uniform(-745.1, 709.7, 250) + uniform(-1, 1, 100) + uniform(-745.13, -708.4, 40)
    exp_points += near(1.0, -1.0, half_ln2, -half_ln2, 3 * half_ln2, 709.782712893384, -708.3964185322641, -745.1332191019411)
    m1_points = small + uniform(-40, 50, 150) + uniform(-1.1, 1.1, 200) + uniform(50, 709, 30) + near(half_ln2, -half_ln2, 45.0, -45.0)
    ln_points = logspace(1e-307, 1e307, 150) + uniform(0.5, 2, 200) + [1 + s * e for e in logspace(1e-15, 1e-2, 40) for s in (1, -1)]
    ln_points += near(1.0, 2.0, 0.5, math.sqrt(0.5), math.sqrt(2), math.e, MIN, 10.0) + logspace(1e-323, 1e-308, 30) + [TINY, MAX]
    p1_points = [x for x in small if x > -1] + uniform(-0.999, 3, 250) + logspace(1e-17, 1e-12, 30) + logspace(3, 1e300, 60)
    p1_points += near(-0.2928, 0.4142, 1.0, -0.5, 2.0**53, 2.0**52) + [-1 + 2.0**-53, -1 + 2.0**-30]
    pow_points = []
    for _ in range(400):
        x = logspace(1e-300, 1e300, 1)[0]
        y = float(rng.uniform(-745, 709.7)) / math.log(x)
        pow_points.append((x, y))
    pow_points += [(1 + s * e, float(t) / math.log1p(s * e)) for e in logspace(1e-14, 1e-3, 60) for s in (1, -1) for t in rng.uniform(-700, 700, 1)]
    pow_points += [(x, y) for x in uniform(0.5, 2, 60) for y in uniform(-5, 5, 2)]
    pow_points += [(1 + 1 / 365, 365.0), (1.0001, 1e5), (2.0, -1074.0), (2.0, 1023.0), (2.0, 0.5), (10.0, 308.0), (10.0, -5.0), (0.5, 1074.0)]
    pow_points += [(x, y) for x in logspace(1e-323, 1e-308, 20) for y in uniform(-0.9, 0.9, 1)] + [(3.0, 1e-300), (1 + 2.0**-52, 1e18), (1 - 2.0**-53, 1e18)]
    power = lambda x, y: m.exp(y * m.log(x))
    write("elementary", {
        "exp": (m.exp, exp_points),
        "exp_m1": (m.expm1, m1_points),
        "ln": (m.log, ln_points),
        "ln_1p": (m.log1p, p1_points),
        "pow": (power, pow_points),
    })


def log_cdf_newton(p):
    x = -m.sqrt(-2 * m.log(p)) * mpf("0.9") if p < 0.3 else (p - mpf(1) / 2) * 5 / 2
    for _ in range(80):
        cdf = m.erfc(-x / m.sqrt(2)) / 2
        step = (m.log(cdf) - m.log(p)) * cdf * m.sqrt(2 * m.pi) * m.exp(x * x / 2)
        x -= step
        if abs(step) < mpf(10) ** -48 * abs(x):
            break
    return x


def quantile(p):
    if p == mpf(1) / 2:
        return mpf(0)
    return log_cdf_newton(p) if p < mpf(1) / 2 else -log_cdf_newton(1 - p)


def normal():
    small = logspace(1e-300, 1e-3, 30)
    small = small + [-x for x in small]
    erfcx = lambda x: m.erfc(x) * m.exp(x * x) if x < 1e8 else (1 - 1 / (2 * x * x)) / (x * m.sqrt(m.pi))
    p = logspace(1e-307, 0.5, 150) + logspace(1e-323, 1e-308, 20) + uniform(0, 1, 150) + [TINY, MIN] + [1 - x for x in logspace(1e-16, 0.1, 60)]
    p += near(0.075, 0.925, math.exp(-25), 1 - math.exp(-25), 0.025, 0.975, 0.25) + [2.0**-54, 1 - 2.0**-53] + [0.5 + s * x for x in logspace(1e-16, 1e-2, 30) for s in (1, -1)]
    write("normal", {
        "erf": (m.erf, small + uniform(-6, 6, 150) + uniform(-1.1, 1.1, 150) + near(1.0, -1.0, 0.5, 5.9)),
        "erfc": (m.erfc, small + uniform(-6, 6, 150) + uniform(0, 28, 250) + near(0.5, 1.0, 0.25, 26.5, 27.2) + uniform(26.5, 27.22, 30)),
        "erfcx": (erfcx, small + uniform(-26.6, 10, 150) + logspace(1e-2, 1e300, 200) + near(0.0, 1.0, 3.0, 21.0, 3 / 7, 9 / 5)),
        "normal_cdf": (lambda x: m.ncdf(x), small + uniform(-38.4, 8.2, 300) + uniform(-1, 1, 100) + near(0.7, -0.7, -37.5, -38.0)),
        "normal_pdf": (m.npdf, small + uniform(-38.5, 38.5, 200) + uniform(-3, 3, 60)),
        "normal_quantile": (quantile, p),
    })


def lower_gamma(a, x, digits):
    """P(a, x) by its series of positive terms."""
    with mp.workdps(digits + 25):
        front = m.exp(a * m.log(x) - x - m.loggamma(a + 1))
        total, term, n, floor = mpf(1), mpf(1), a, mpf(10) ** -(digits + 5)
        while True:
            n += 1
            term *= x / n
            total += term
            if term < floor * total and n > x:
                return front * total


def upper_gamma(a, x):
    digits = 50
    while True:
        with mp.workdps(digits + 25):
            q = 1 - lower_gamma(a, x, digits)
            if q > mpf(10) ** -(digits - 30):
                return q
        digits *= 2
        if digits > 500:
            return mpf(0)


def lower_beta(a, b, x, y, digits=50):
    """I_x(a, b) by the series of positive terms of 2F1(a + b, 1; a + 1; x), from the side where it converges."""
    with mp.workdps(digits + 25):
        if x <= 0.5:
            front = m.exp(a * m.log(x) + b * m.log(y) - m.log(a) - m.loggamma(a) - m.loggamma(b) + m.loggamma(a + b))
            total, term, n, floor = mpf(1), mpf(1), mpf(0), mpf(10) ** -(digits + 5)
            while True:
                ratio = (a + b + n) / (a + 1 + n) * x
                term *= ratio
                n += 1
                total += term
                if ratio < 1 and term / (1 - max(ratio, x)) < floor * total:
                    return front * total
        else:
            while True:
                p = 1 - lower_beta(b, a, y, x, digits)
                if p > mpf(10) ** -(digits - 30) or digits > 800:
                    return p
                digits *= 2


def invert(f, slope, start, target, positive=True):
    """Newton in ln x on ln f, from a double."""
    t, goal = m.log(mpf(start)), m.log(target)
    for _ in range(60):
        x = m.exp(t)
        v = f(x)
        step = (m.log(v) - goal) * v / slope(x)
        t -= step
        if abs(step) < mpf(10) ** -30:
            break
    return m.exp(t)


def gamma():
    ln_gamma_points = uniform(0.01, 10, 150) + logspace(1e-300, 1e300, 150) + [1 + s * e for e in logspace(1e-15, 0.3, 40) for s in (1, -1)]
    ln_gamma_points += [2 + s * e for e in logspace(1e-15, 0.4, 40) for s in (1, -1)] + near(0.5, 1.5, 2.5, 8.0, 1.0, 2.0, 3.0, 100.0)
    points = []
    for a in logspace(1e-3, 100, 110) + logspace(100, 1e5, 50) + [0.5, 1.0, 2.0, 10.0, 99.9, 100.0, 1.0e6, 1e6, 123456.5, 2016.0, 4032.0, 1e-8]:
        for z in rng.uniform(-8, 8, 3):
            x = a * (1 - 1 / (9 * a) + z / (3 * math.sqrt(a))) ** 3 if a > 1 else math.exp(rng.uniform(-20, 4))
            if x > 0:
                points.append((a, float(x)))
        if a < 2000:
            points += [(a, float(a * s)) for s in rng.uniform(0.3, 2.5, 2)]
        points += [(a, a * 1.3), (a, a * 0.7), (a, a)] if a < 2000 else [(a, a)]
    far = [(a, x) for a in (0.5, 1.0, 3.5, 30.0) for x in (50.0, 200.0, 650.0)]
    p_points = points + [(a, x) for a in (0.5, 3.5, 30.0, 300.0) for x in (1e-3, 1e-1)] + [(1e-3, 1e-300)]
    inverse = []
    for a in logspace(0.01, 1e4, 60) + [0.5, 1.0, 10.0, 100.0, 2016.0, 1e6]:
        for p in [float(10.0**e) for e in rng.uniform(-12, -0.3, 2)] + uniform(0.05, 0.95, 1) + [0.025, 0.975]:
            inverse.append((a, p))

    def p_inverse(a, p):
        s = sp.gammaincinv(float(a), float(p))
        if not s > 1e-290:
            return mpf("nan")
        slope = lambda x: m.exp(a * m.log(x) - x - m.loggamma(a))
        with mp.workdps(45):
            return invert(lambda x: lower_gamma(a, x, 40), slope, s, p)

    def q_inverse(a, q):
        s = sp.gammainccinv(float(a), float(q))
        if not s > 1e-290:
            return mpf("nan")
        slope = lambda x: -m.exp(a * m.log(x) - x - m.loggamma(a))
        with mp.workdps(45):
            return invert(lambda x: upper_gamma(a, x), slope, s, q)

    write("gamma", {
        "ln_gamma": (m.loggamma, ln_gamma_points),
        "gamma_p": (lambda a, x: lower_gamma(a, x, 45), p_points),
        "gamma_q": (upper_gamma, points + far),
        "gamma_p_inverse": (p_inverse, inverse),
        "gamma_q_inverse": (q_inverse, [c for c in inverse if c[0] < 2e4]),
        "chi_squared_quantile": (lambda p, d: 2 * p_inverse(d / 2, p), [(p, d) for d in (1.0, 2.0, 3.0, 7.0, 20.0, 21.0, 100.0, 1000.0, 4032.0) for p in (1e-9, 0.005, 0.025, 0.5, 0.975, 0.995)]),
    })


def beta():
    shapes = [(a, b) for a, b in zip(logspace(0.05, 3000, 90), logspace(0.05, 3000, 90))]
    shapes += [(0.5, 0.5), (1.0, 1.0), (2016.0, 2016.0), (2016.0, 1.0), (1.0, 2016.0), (0.5, 2016.0), (1e6, 1e6), (1e5, 3.0), (72.0, 1008.0)]
    points, inverse, f_points = [], [], []
    for a, b in shapes:
        for z in rng.uniform(-6, 6, 3):
            t = math.log(a / b) + z * math.sqrt(1 / a + 1 / b)
            if abs(t) < 30:
                points.append((a, b, 1 / (1 + math.exp(-t))))
        points += [(a, b, float(x)) for x in rng.uniform(0.001, 0.999, 1)] if a + b < 1e4 else []
        if a + b < 1e5:
            inverse += [(a, b, float(p)) for p in (10.0 ** rng.uniform(-10, -1), rng.uniform(0.05, 0.95), 0.025, 0.975)]
    for d1, d2 in [(1.0, 1.0), (2.0, 10.0), (5.0, 10.0), (144.0, 144.0), (288.0, 2016.0), (4032.0, 4032.0), (4032.0, 2.0), (2.0, 4032.0), (100.0, 20.0)]:
        f_points += [(p, d1, d2) for p in (1e-6, 0.005, 0.025, 0.5, 0.975, 0.995)]

    def odds(a, b, p):
        x = mpf(sp.betaincinv(float(a), float(b), float(p)))
        if not (x > mpf("1e-290") and x < 1):
            return mpf("nan")
        upper = p > mpf(1) / 2
        goal = m.log(1 - p if upper else p)
        t = m.log(x / (1 - x))
        with mp.workdps(45):
            ln_b = m.loggamma(a) + m.loggamma(b) - m.loggamma(a + b)
            for _ in range(40):
                x, y = 1 / (1 + m.exp(-t)), 1 / (1 + m.exp(t))
                v = lower_beta(b, a, y, x, 40) if upper else lower_beta(a, b, x, y, 40)
                slope = m.exp(a * m.log(x) + b * m.log(y) - ln_b) * (-1 if upper else 1)
                step = (m.log(v) - goal) * v / slope
                t -= step
                if abs(step) < mpf(10) ** -30:
                    break
        return m.exp(t)

    write("beta", {
        "beta_i": (lambda a, b, x: lower_beta(a, b, x, 1 - x), points),
        "beta_i_inverse": (lambda a, b, p: (lambda w: w / (1 + w))(odds(a, b, p)), inverse),
        "f_quantile": (lambda p, d1, d2: odds(d1 / 2, d2 / 2, p) * d2 / d1, f_points),
    })


def proportion():
    """The ends of Clopper and Pearson's interval, from sums of binomial probabilities."""
    points = [(k, n, level) for n in (1, 2, 10, 100, 2016, 100_000) for k in sorted({0, 1, n // 3, n - 1, n}) for level in (0.5, 0.95, 0.999)]
    points += [(k, n, level) for k, n in ((1, 50), (10, 100), (99, 100)) for level in (1e-6, 0.9, 0.999999, 1 - 2.0**-40, 1 - 2.0**-53)]
    points += [(k, 10**9, level) for k in (1, 50, 10**9 - 7) for level in (0.95, 1 - 2.0**-40)] + [(500_000, 10**6, 0.99), (3 * 10**8, 10**9, 0.95)]

    def end(k, n, level, upper):
        """The p at which at least k of n (at most k, for the upper end) have the probability of a tail: Newton in ln(p / (1 - p))."""
        with mp.workdps(50):
            goal, t = m.log((1 - level) / 2), m.log((k + mpf(1) / 2) / (n - k + mpf(1) / 2))
            ways = m.loggamma(n + 1) - m.loggamma(k + 1) - m.loggamma(n - k + 1)
            for _ in range(60):
                p, q = 1 / (1 + m.exp(-t)), 1 / (1 + m.exp(t))
                ratio = (lambda j: j * q / ((n - j + 1) * p)) if upper else (lambda j: (n - j) * p / ((j + 1) * q))
                total, term, j = mpf(0), mpf(1), k
                while term > mpf(10) ** -45 * total:
                    total += term
                    term *= ratio(j)
                    j += -1 if upper else 1
                value = ways + k * m.log(p) + (n - k) * m.log(q) + m.log(total)
                step = (value - goal) * total / (-(n - k) * p if upper else k * q)
                t -= step
                if abs(step) < mpf(10) ** -25:
                    break
            return 1 / (1 + m.exp(-t))

    write("proportion", {
        "proportion_low": (lambda k, n, level: end(k, n, level, False), [c for c in points if c[0] > 0]),
        "proportion_high": (lambda k, n, level: end(k, n, level, True), [c for c in points if c[0] < c[1]]),
    })


def transform():
    """Circular functions, the stable product of the reflection principle, quadrature nodes."""
    small = logspace(1e-300, 1e-3, 30)
    turns = small + [-x for x in small] + uniform(-4, 4, 200) + uniform(-1e6, 1e6, 60) + logspace(1e6, 1e15, 40)
    turns += near(0.25, 0.5, 0.75, 1.0, 1.5, -0.25, 1 / 6, 1e5) + [k / 64 for k in range(1, 64)]
    products = []
    for b in uniform(-38, 6, 150) + uniform(-300, -38, 100) + near(-0.7, -0.69, -5.0):
        products += [(float(b * b / 2 + rng.uniform(-700, 700)) if b < 0 else float(rng.uniform(-700, 690)), b)]
    products += [(float(rng.uniform(-3, 3)), b) for b in uniform(-6, 3, 100)] + [(5e5, -1000.0), (5e9, -1e5), (0.0, -37.0)]
    write("transform", {
        "sin_pi": (lambda x: m.sinpi(x), turns),
        "cos_pi": (lambda x: m.cospi(x), turns),
        "exp_normal_cdf": (lambda a, b: m.exp(a) * m.ncdf(b), products),
    })

    def rule(n):
        out = []
        for k in range(1, n + 1):
            x = m.cos(m.pi * (k - mpf(1) / 4) / (n + mpf(1) / 2))
            for _ in range(30):
                p, q = x, mpf(1)
                for j in range(2, n + 1):
                    p, q = ((2 * j - 1) * x * p - (j - 1) * q) / j, p
                d = n * (q - x * p) / (1 - x * x)
                step = p / d
                x -= step
                if abs(step) < mpf(10) ** -45:
                    break
            out.append([bits(float(x)), bits(float(2 / ((1 - x * x) * d * d)))])
        return out

    rules = {n: rule(n) for n in (1, 2, 3, 5, 16, 20, 64, 200)}
    source = f"mpmath {m.__version__} at {DIGITS} digits or more, by crates/numerics/oracle/vectors.py"
    body = ",\n".join(f'  "{n}": ' + json.dumps(r) for n, r in rules.items())
    (OUT / "numerics_legendre.json").write_text('{\n "source": "' + source + '; [node, weight], descending",\n "rules": {\n' + body + "\n }\n}\n")


if __name__ == "__main__":
    import sys

    for part in (elementary, normal, gamma, beta, proportion, transform):
        if len(sys.argv) == 1 or part.__name__ in sys.argv[1:]:
            rng = np.random.default_rng(20240420)
            part()
