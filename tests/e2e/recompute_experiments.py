"""Experiments 1 to 3 once more, by scikit-learn and SciPy, from the exported files alone.

    python3 recompute_experiments.py TABLES FEATURES.npy    what your own project exported
    python3 recompute_experiments.py PATH/TO/facespace-cli  a small planted project with videos, made here

TABLES is the folder of `facespace-cli predict P -o TABLES`, `view-dependence P -o TABLES` and `quality P -o TABLES` of one
network, FEATURES.npy that of `export P --features FEATURES.npy`. Every figure that no random numbers go into must come out
the same to 1e-6 (relative where it is above 1). Ends with 1 and names what differs.
"""
import csv
import math
import os
import subprocess
import sys
import tempfile
from collections import defaultdict

import numpy as np
from scipy import stats
from scipy.special import gammaln
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import Ridge
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

TOLERANCE = 1e-6
checked, wrong = defaultdict(int), []


def table(folder, name):
    with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as f:
        return list(csv.DictReader(f))


def number(text):
    return float(text) if text != "" else math.nan


def same(what, exported, here, tolerance=TOLERANCE):
    """Compares numbers, or arrays of them; NaN is the same as NaN."""
    exported, here = np.asarray(exported, float), np.asarray(here, float)
    checked[what.split(":")[0]] += exported.size
    close = np.isclose(exported, here, rtol=tolerance, atol=tolerance, equal_nan=True)
    if not close.all():
        at = np.argmin(close)
        wrong.append(f"{what}: exported {exported.flat[at]!r}, here {here.flat[at]!r} ({(~close).sum()} of {close.size})")


# Experiment 1

def fit(kind, penalty, x, y):
    if kind.startswith("ridge"):
        return Ridge(alpha=penalty, solver="cholesky").fit(x, y).predict
    return LinearDiscriminantAnalysis(solver="lsqr", shrinkage=penalty).fit(x, y).decision_function


def chosen(kind, tried, x, y, fold, half, k):
    """The penalty of fold k: the best over inner test sets that the training part is cut into."""
    training = fold != k
    inner = ([training & (fold == j) for j in np.unique(fold) if j != k] if half is None
             else [training & (half == h) for h in np.unique(half)])
    losses = np.zeros(len(tried))
    for test in inner:
        for i, penalty in enumerate(tried):
            said = fit(kind, penalty, x[training & ~test], y[training & ~test])(x[test])
            if kind.startswith("ridge"):
                losses[i] += np.sum((said - y[test]) ** 2)
            elif len(np.unique(y[test])) == 2:
                losses[i] -= roc_auc_score(y[test], said)
    if kind.startswith("ridge"):
        return tried[int(np.argmin(losses))]
    return tried[int(np.argmax(losses < losses.min() + 1e-9))]  # equal AUCs are common in small sets: the first of them


def experiment1(folder, features):
    figures = {r["target"]: r for r in table(folder, "prediction")}
    images, folds = table(folder, "prediction_images"), table(folder, "prediction_folds")
    for target in dict.fromkeys(r["target"] for r in images):
        rows = [r for r in images if r["target"] == target]
        x = features[[int(r["row"]) - 1 for r in rows]].astype(float)
        y, fold = np.array([float(r["label"]) for r in rows]), np.array([int(r["fold"]) for r in rows])
        half = np.array([int(r["half"]) for r in rows]) if rows[0]["half"] else None
        for level in ("identity", "unit"):
            homes = defaultdict(set)
            for r in rows:
                homes[r[level]].add(r["fold"])
            if max(map(len, homes.values())) > 1:
                wrong.append(f"prediction: {target}: {level} in two folds")
        said = np.empty(len(y))
        own = [f for f in folds if f["target"] == target]
        for f in own:
            k, kind, penalty = int(f["fold"]), f["method"], float(f["penalty"])
            tried = [float(p) for p in f["penalties_tried"].split()]
            same(f"prediction: {target}, penalty of fold {k}", penalty, chosen(kind, tried, x, y, fold, half, k))
            said[fold == k] = fit(kind, penalty, x[fold != k], y[fold != k])(x[fold == k])
        same(f"prediction: {target}, out of fold", [float(r["out_of_fold"]) for r in rows], said, 2e-5)  # kept as float32
        row = figures[target]
        if own[0]["method"].startswith("ridge"):
            error = said - y
            here = {"mae": np.abs(error).mean(), "rmse": np.sqrt((error ** 2).mean()),
                    "r2": 1 - (error ** 2).sum() / ((y - y.mean()) ** 2).sum()}
        else:
            here = {"accuracy": np.mean((said > 0) == (y > 0.5)), "auc": roc_auc_score(y, said),
                    "balanced_accuracy": balanced_accuracy_score(y > 0.5, said > 0)}
        for figure, value in here.items():
            same(f"prediction: {target}, {figure}", number(row[figure]), value)


# Experiment 2

def unit_means(x, units):
    return np.array([x[units == u].mean(axis=0) for u in np.unique(units)])


def shared_noise(residuals, d, squared, c, m):
    """Mean over pairs of features of the covariance of the noise of their squared effects."""
    r = residuals @ residuals.T / m
    others = ~np.eye(len(d), dtype=bool)
    square = (r ** 2)[others]
    effects = (r * np.outer(d, d))[others].mean()
    unbiased = lambda mean: (m * mean - 1) / (m - 1)
    size = np.maximum(squared, 0)
    weight = np.outer(size, size)[others]
    weighted = weight.mean() * unbiased((square * weight).sum() / weight.sum()) if weight.sum() > 0 else 0
    return 4 * c * effects - 2 * c * c * unbiased(square.mean()) + 2 / m * weighted


def experiment2(folder, features):
    images = table(folder, "view_images")
    shown = {name: {r["identity"]: r for r in table(folder, f"view_{name}")}
             for name in ("t", "df", "p", "adjusted_p", "hedges_g", "squared_effect")}
    cells, noise = [], []
    for identity in dict.fromkeys(r["identity"] for r in images):
        views = []
        for view in ("frontal", "profile"):
            own = [r for r in images if r["identity"] == identity and r["view"] == view]
            views.append(unit_means(features[[int(r["row"]) - 1 for r in own]].astype(float), np.array([r["unit"] for r in own])))
        f, q = views
        n1, n2 = len(f), len(q)
        v1, v2, m = f.var(axis=0, ddof=1), q.var(axis=0, ddof=1), n1 + n2 - 2
        t, p = stats.ttest_ind(f, q, equal_var=False)
        df = (v1 / n1 + v2 / n2) ** 2 / ((v1 / n1) ** 2 / (n1 - 1) + (v2 / n2) ** 2 / (n2 - 1))
        pooled = ((n1 - 1) * v1 + (n2 - 1) * v2) / m
        d = (f.mean(axis=0) - q.mean(axis=0)) / np.sqrt(pooled)
        squared = (m - 2) / m * d ** 2 - (v1 / n1 + v2 / n2) / pooled
        here = {"t": t, "df": df, "p": p, "adjusted_p": np.minimum(1, p * np.isfinite(p).sum()),
                "hedges_g": d * math.exp(gammaln(m / 2) - gammaln((m - 1) / 2)) / math.sqrt(m / 2),
                "squared_effect": squared}
        for name, values in here.items():
            row = shown[name][identity]
            same(f"views: {identity}, {name}", [number(row[str(j)]) for j in range(len(values))], values)
        residuals = np.hstack([((f - f.mean(axis=0)) / np.sqrt(pooled)).T, ((q - q.mean(axis=0)) / np.sqrt(pooled)).T])
        cells.append(squared)
        noise.append(shared_noise(residuals, d, squared, 1 / n1 + 1 / n2, m))
    cells = np.array(cells)
    identities, columns = cells.shape
    of_row, of_column, mean = cells.mean(axis=1), cells.mean(axis=0), cells.mean()
    residual = (((cells - mean) ** 2).sum() - columns * ((of_row - mean) ** 2).sum() - identities * (
        (of_column - mean) ** 2).sum()) / ((identities - 1) * (columns - 1))
    test = table(folder, "view_test")[0]
    same("views: mean squared effect", number(test["mean_squared_effect"]), mean)
    over_features = of_column.var(ddof=1) - residual / identities
    over_identities = of_row.var(ddof=1) - residual / columns - np.mean(noise)
    same("views: variance over features", number(test["variance_over_features"]), over_features)
    same("views: variance over identities", number(test["variance_over_identities"]), over_identities)
    same("views: difference", number(test["difference"]), over_identities - over_features)
    if max(over_identities, over_features) > 0:
        same("views: identities' share", number(test["identities_share"]),
             max(over_identities, 0) / (max(over_identities, 0) + max(over_features, 0)))


# Experiment 3

def partial(values):
    """Spearman's ρ of the first two given the rest: correlation of the residuals of ranks."""
    ranks = np.column_stack([stats.rankdata(v) for v in values])
    others = np.column_stack([np.ones(len(ranks)), ranks[:, 2:]])
    left = ranks[:, :2] - others @ np.linalg.lstsq(others, ranks[:, :2], rcond=None)[0]
    return np.corrcoef(left.T)[0, 1]


def jackknife(statistic, clusters):
    """Student interval and p on Fisher's scale, each cluster left out in turn."""
    names = np.unique(clusters)
    left = np.array([np.arctanh(statistic(clusters != c)) for c in names])
    n = len(names)
    error = math.sqrt((n - 1) / n * ((left - left.mean()) ** 2).sum())
    at, t = np.arctanh(statistic(np.ones(len(clusters), bool))), stats.t.ppf(0.975, n - 1)
    return np.tanh(at - t * error), np.tanh(at + t * error), 2 * stats.t.sf(abs(at / error), n - 1)


def monotone_r2(x, y):
    explained = [((IsotonicRegression(increasing=up).fit(x, y).predict(x) - y.mean()) ** 2).sum() for up in (True, False)]
    return max(explained) / ((y - y.mean()) ** 2).sum()


def experiment3(folder):
    images = table(folder, "quality_images")
    column = lambda name: np.array([number(r[name]) for r in images])
    distance, identity, unit = column("distance"), np.array([r["identity"] for r in images]), np.array([r["unit"] for r in images])
    near = table(folder, "quality_near_origin")
    for r in table(folder, "quality_relations"):
        measure = r["measure"]
        if not r["spearman"]:
            continue
        value = column(measure)
        known = np.isfinite(distance) & np.isfinite(value)
        x, y, who, what = distance[known], value[known], identity[known], unit[known]
        rho = lambda keep: stats.spearmanr(x[keep], y[keep])[0]
        low, high, p = jackknife(rho, who)
        same(f"quality: {measure}, spearman", [number(r[c]) for c in ("spearman", "spearman_low", "spearman_high", "spearman_p")],
             [rho(np.ones(len(x), bool)), low, high, p])
        same(f"quality: {measure}, kendall", number(r["kendall"]), stats.kendalltau(x, y)[0])
        if r["held_fixed"]:
            all_of = [distance, value, *(column(c) for c in r["held_fixed"].split())]
            complete = np.all(np.isfinite(all_of), axis=0)
            same(f"quality: {measure}, partial", number(r["partial_spearman"]), partial([v[complete] for v in all_of]))
        ux, uy = unit_means(x, what), unit_means(y, what)
        same(f"quality: {measure}, units", number(r["units"]), len(ux))
        same(f"quality: {measure}, monotone R²", number(r["monotone_r2"]), monotone_r2(ux, uy))
        for n in (n for n in near if n["measure"] == measure):
            count = max(1, math.ceil(float(n["nearest_share"]) * len(ux) - 1e-9))
            nearest = ux <= np.sort(ux)[count - 1]
            same(f"quality: {measure}, difference near the origin", number(n["difference_of_means"]),
                 uy[nearest].mean() - uy[~nearest].mean())
            if n["poor_from"]:
                limit = float(n["poor_from"])
                poor = unit_means((y >= limit if n["poor_is"] == "or more" else y <= limit).astype(float), what)
                same(f"quality: {measure}, poor near the origin", [number(n["poor_share_near"]), number(n["poor_share_rest"])],
                     [poor[nearest].mean(), poor[~nearest].mean()])


def planted(cli, folder):
    """A project of 16 people, each in six videos of four frames and six stills; features hold identity, yaw and still or
    video, and lie nearer to the origin where the image is blurred."""
    rng = np.random.default_rng(11)
    people, dimension = 16, 20
    toward_yaw, toward_video = rng.normal(size=(2, dimension))
    rows, x = [], []
    for person in range(people):
        centre = rng.normal(size=dimension)
        own_view = rng.normal(size=dimension) * rng.uniform(0, 0.6)
        for shot in range(12):
            video, frontal = shot < 6, shot % 2 == 0
            yaw = rng.uniform(-18, 18) if frontal else rng.choice([-1, 1]) * rng.uniform(50, 80)
            pitch, blur, noise = rng.uniform(-30, 30), rng.uniform(0, 3), rng.uniform(0, 10)
            shift = rng.normal(size=dimension) * 0.4
            for frame in range(4 if video else 1):
                angle = yaw + rng.normal()
                feature = (centre + angle / 45 * toward_yaw + abs(angle) / 60 * own_view + (0.5 if video else 0) * toward_video
                           + shift + 0.3 * rng.normal(size=dimension)) * (1 - 0.15 * blur)
                name = f"p{person:02d}/s{shot:02d}_{frame}.jpg"
                rows.append([name, f"p{person:02d}", f"{angle:.3f}", f"{pitch:.3f}", "video" if video else "still",
                             f"p{person:02d}_{shot}" if video else "", f"{blur:.3f}", f"{noise:.0f}"])
                x.append(feature)
    with open(os.path.join(folder, "m.csv"), "w", newline="", encoding="utf-8") as f:
        csv.writer(f).writerows([["path", "identity", "yaw", "pitch", "media", "video", "blur", "noise"], *rows])
    np.save(os.path.join(folder, "x.npy"), np.array(x, np.float32))
    project, tables, features = (os.path.join(folder, n) for n in ("p.facespace", "tables", "f.npy"))
    quick = ["--permutations", "19"]
    for words in (["import", folder, "--manifest", os.path.join(folder, "m.csv"), "--no-images", "-o", project],
                  ["import-features", project, os.path.join(folder, "x.npy"), "--name", "net"],
                  ["predict", project, "-o", tables, "--repeats", "2", "--feature-repeats", "1", *quick],
                  ["view-dependence", project, "-o", tables, *quick],
                  ["quality", project, "-o", tables, "--no-discard", "--no-measuring"],
                  ["export", project, "--features", features]):
        run = subprocess.run([cli, *words], capture_output=True, text=True, timeout=240)
        if run.returncode != 0:
            sys.exit(f"{words}: {run.stdout}{run.stderr}")
    return tables, features


def main():
    with tempfile.TemporaryDirectory() as folder:
        tables, features = planted(sys.argv[1], folder) if len(sys.argv) == 2 else sys.argv[1:3]
        x = np.load(features)
        experiment1(tables, x)
        experiment2(tables, x)
        experiment3(tables)
    for what, count in checked.items():
        print(f"{what}: {count} numbers compared")
    for sentence in wrong:
        print("DIFFERS", sentence)
    sys.exit(1 if wrong or min(checked.values(), default=0) == 0 or len(checked) < 3 else 0)


if __name__ == "__main__":
    main()
