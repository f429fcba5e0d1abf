//! Linear models against certified values, and against 31 digits.

use hashinsight_numerics as n;
use hashinsight_testkit::Wide;

/// NIST Statistical Reference Datasets, Longley (1967): the certified values, of condition number 5e9.
#[test]
fn longley() {
    let y = [
        60323., 61122., 60171., 61187., 63221., 63639., 64989., 63761., 66019., 67857., 68169., 66513., 68655., 69564.,
        69331., 70551.,
    ];
    let columns: [&[f64]; 7] = [
        &[1.0; 16],
        &[83., 88.5, 88.2, 89.5, 96.2, 98.1, 99., 100., 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
        &[
            234289., 259426., 258054., 284599., 328975., 346999., 365385., 363112., 397469., 419180., 442769., 444546.,
            482704., 502601., 518173., 554894.,
        ],
        &[
            2356., 2325., 3682., 3351., 2099., 1932., 1870., 3578., 2904., 2822., 2936., 4681., 3813., 3931., 4806.,
            4007.,
        ],
        &[
            1590., 1456., 1616., 1650., 3099., 3594., 3547., 3350., 3048., 2857., 2798., 2637., 2552., 2514., 2572.,
            2827.,
        ],
        &[
            107608., 108632., 109773., 110929., 112075., 113270., 115094., 116219., 117388., 118734., 120445., 121950.,
            123366., 125368., 127852., 130081.,
        ],
        &[
            1947., 1948., 1949., 1950., 1951., 1952., 1953., 1954., 1955., 1956., 1957., 1958., 1959., 1960., 1961.,
            1962.,
        ],
    ];
    let certified = [
        (-3482258.63459582, 890420.383607373),
        (15.0618722713733, 84.9149257747669),
        (-0.358191792925910e-1, 0.334910077722432e-1),
        (-2.02022980381683, 0.488399681651699),
        (-1.03322686717359, 0.214274163161675),
        (-0.511041056535807e-1, 0.226073200069370),
        (1829.15146461355, 455.478499142212),
    ];
    let fit = n::least_squares(&columns, &y).unwrap();
    let errors = fit.standard_errors.unwrap();
    for (j, (coefficient, error)) in certified.into_iter().enumerate() {
        assert!((fit.coefficients[j] / coefficient - 1.0).abs() < 1e-8, "{j}: {}", fit.coefficients[j]);
        assert!((errors[j] / error - 1.0).abs() < 1e-8, "{j}: {}", errors[j]);
    }
    assert!((fit.residual_squares / 836424.055505915 - 1.0).abs() < 1e-9);

    // A ridge fit is the least squares fit of the table with the penalties' roots as further rows.
    let penalties = [0.0, 2.0, 0.5, 1.0, 3.0, 0.25, 1.0];
    let ridge = n::ridge(&columns, &y, &penalties).unwrap();
    let longer: Vec<Vec<f64>> = columns
        .iter()
        .enumerate()
        .map(|(j, c)| c.iter().copied().chain((0..7).map(|i| if i == j { penalties[j].sqrt() } else { 0.0 })).collect())
        .collect();
    let longer: Vec<&[f64]> = longer.iter().map(Vec::as_slice).collect();
    let direct = n::least_squares(&longer, &[&y[..], &[0.0; 7]].concat()).unwrap();
    for (a, b) in ridge.coefficients.iter().zip(&direct.coefficients) {
        assert!((a / b - 1.0).abs() < 1e-8, "{a} {b}");
    }
    assert!(n::least_squares(&[columns[1], columns[2], columns[1]], &y).is_err());
    assert!(n::least_squares(&columns, &y[..6]).is_err());
}

fn norm(x: &[Wide]) -> Wide {
    x.iter().fold(Wide::from(0.0), |sum, x| sum + *x * *x).sqrt()
}

/// Gram and Schmidt's orthogonal columns, modified: `columns` become Q, the result is R by columns.
fn factor(columns: &mut [Vec<Wide>]) -> Vec<Vec<Wide>> {
    let mut upper = vec![];
    for j in 0..columns.len() {
        let (done, rest) = columns.split_at_mut(j);
        let column = &mut rest[0];
        let mut entries = vec![];
        for q in done.iter() {
            let product = q.iter().zip(column.iter()).fold(Wide::from(0.0), |sum, (q, x)| sum + *q * *x);
            column.iter_mut().zip(q).for_each(|(x, q)| *x = *x - *q * product);
            entries.push(product);
        }
        let length = norm(column);
        *column = column.iter().map(|x| *x / length).collect();
        entries.push(length);
        upper.push(entries);
    }
    upper
}

/// The solution of an upper triangular system given by columns.
fn solve(upper: &[Vec<Wide>], right: &[Wide]) -> Vec<Wide> {
    let mut x = right.to_vec();
    for j in (0..upper.len()).rev() {
        x[j] = x[j] / upper[j][j];
        for i in 0..j {
            x[i] = x[i] - upper[j][i] * x[j];
        }
    }
    x
}

/// Singular values from 1 down to 1e-9, residuals of none, a millionth and all of the observations, columns of very different units: the errors
/// of both fits against the documented bound.
#[test]
fn systems_of_known_condition() {
    let random = n::Philox::new(3);
    let mut worst = 0.0;
    let mut stream = 0;
    let mut draw = |count: usize| {
        stream += 1;
        (0..count as u64).map(|i| random.normal(stream, i)).collect::<Vec<f64>>()
    };
    let sizes = [(1, 1), (2, 1), (2, 2), (5, 3), (8, 8), (12, 8), (60, 5), (600, 4), (9000, 2)];
    for ((rows, width), digits, noise, ridge) in sizes.into_iter().flat_map(|size| {
        let cases = (0..=5).flat_map(|k| [0.0, 1e-6, 1.0].map(|noise| (2.0 * f64::from(k), noise)));
        cases.flat_map(move |(digits, noise)| [false, true].map(|ridge| (size, digits, noise, ridge)))
    }) {
        let mut basis = |rows: usize| {
            let mut columns: Vec<Vec<Wide>> =
                (0..width).map(|_| draw(rows).into_iter().map(Wide::from).collect()).collect();
            factor(&mut columns);
            columns
        };
        let (left, right) = (basis(rows), basis(width));
        let units = draw(width);
        let columns: Vec<Vec<f64>> = (0..width)
            .map(|j| {
                let entry = |i: usize| {
                    (0..width).fold(Wide::from(0.0), |sum, k| {
                        let singular = n::exp(-digits * std::f64::consts::LN_10 * k as f64 / width as f64);
                        sum + left[k][i] * right[k][j] * singular
                    })
                };
                (0..rows).map(|i| entry(i).to_f64() * n::exp(5.0 * units[j])).collect()
            })
            .collect();
        let (truth, noises) = (draw(width), draw(rows));
        let y: Vec<f64> = (0..rows)
            .map(|i| {
                let model = (0..width).fold(0.0, |sum, j| sum + columns[j][i] * truth[j] * n::exp(-5.0 * units[j]));
                model + noise * noises[i]
            })
            .collect();
        let references: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
        let penalties: Vec<f64> = units.iter().map(|unit| if *unit > 0.0 { 0.0 } else { unit * unit }).collect();
        let got = if ridge { n::ridge(&references, &y, &penalties) } else { n::least_squares(&references, &y) };
        let got = got.unwrap();

        // The scaled problem: columns of greatest magnitude from 1 to 2, penalties as further rows.
        let scales: Vec<f64> = columns
            .iter()
            .map(|column| {
                let greatest = column.iter().fold(0.0, |top, x| n::max(top, x.abs()));
                f64::from_bits(greatest.to_bits() & 0x7ff0_0000_0000_0000)
            })
            .collect();
        let mut scaled: Vec<Vec<Wide>> = (0..width)
            .map(|j| {
                let data = columns[j].iter().map(|x| Wide::from(*x) / scales[j]);
                let penalty = |i| if i == j { Wide::from(penalties[j]).sqrt() / scales[j] } else { Wide::from(0.0) };
                if ridge { data.chain((0..width).map(penalty)).collect() } else { data.collect() }
            })
            .collect();
        let height = scaled[0].len();
        scaled.push(y.iter().map(|y| Wide::from(*y)).chain(vec![Wide::from(0.0); height - rows]).collect());
        let mut upper = factor(&mut scaled);
        let mut projected = upper.pop().unwrap();
        let residual = projected.pop().unwrap().to_f64();
        let exact = solve(&upper, &projected);
        let size = norm(&upper.concat()).to_f64();
        let inverse: Vec<Wide> = (0..width)
            .flat_map(|k| {
                solve(&upper, &(0..width).map(|i| Wide::from(f64::from(u8::from(i == k)))).collect::<Vec<_>>())
            })
            .collect();
        let condition = size * norm(&inverse).to_f64();

        let differences: Vec<Wide> =
            (0..width).map(|j| Wide::from(got.coefficients[j]) * scales[j] - exact[j]).collect();
        let length = norm(&exact).to_f64();
        let error = norm(&differences).to_f64() / length;
        let residual = if height == width { 0.0 } else { residual };
        let bound = 4.0 * f64::EPSILON * condition * (1.0 + condition * residual / (size * length));
        let case = format!("{rows} by {width}, 1e-{digits}, noise {noise}, ridge {ridge}: {error:e}, bound {bound:e}");
        assert!(error <= bound, "{case}");
        worst = n::max(worst, error / bound);
    }
    println!("least squares: {worst} of the bound");
}
