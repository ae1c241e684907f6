"""A project, read and written through facespace-cli."""
import hashlib
import json
import os
import tempfile
import weakref
from collections.abc import Mapping

import numpy as np
import pandas as pd

from . import _tables
from ._cli import Cli, FaceSpaceError, flags
from .live import LiveWindow


class Analysis(Mapping):
    """The tables of an analysis by name, as pandas; `summary` in words, `parameters` from which it can be made again, and
    `columns`, which says what each column means."""

    def __init__(self, folder, summary):
        self.summary = summary
        self._tables = {}
        for name in sorted(os.listdir(folder)):
            if name.endswith(".json") and name != "parameters.json":
                self._tables[name[: -len(".json")]] = _tables.read_json(os.path.join(folder, name))
        with open(os.path.join(folder, "parameters.json"), encoding="utf-8") as file:
            self.parameters = json.load(file)
        self.columns = _tables.read_words(os.path.join(folder, "columns.csv"))

    def __getitem__(self, name):
        return self._tables[name]

    def __iter__(self):
        return iter(self._tables)

    def __len__(self):
        return len(self._tables)

    def __repr__(self):
        return f"{self.summary.strip()}\n[{', '.join(self)}]"


class Figure:
    """A figure as SVG, which a notebook shows."""

    def __init__(self, svg):
        self.svg = svg

    def _repr_svg_(self):
        return self.svg


class _Maps(Mapping):
    """Coordinates by the map's name: N x 2 or N x 3 float32, NaN for images that are not on it."""

    def __init__(self, project):
        self._project = project
        self._dims = {entry["name"]: entry["dims"] for entry in project.info["maps"]}

    def __getitem__(self, name):
        columns = [f"map_{axis}[{name}]" for axis in "xyz"[: self._dims[name]]]
        return self._project.table()[columns].to_numpy(np.float32)

    def __iter__(self):
        return iter(self._dims)

    def __len__(self):
        return len(self._dims)


class Project:
    """One *.facespace file. What is asked for is read anew once the file has changed, whoever changed it."""

    def __init__(self, path, cli=None, cache=None):
        self.path = os.path.abspath(os.fspath(path))
        self._cli = Cli(cli)
        self._seen = None
        self._kept = {}
        if cache is None:
            folder = tempfile.TemporaryDirectory(prefix="facespace-")
            weakref.finalize(self, folder.cleanup)
            self._cache = folder.name
        else:
            self._cache = os.fspath(cache)
            os.makedirs(self._cache, mode=0o700, exist_ok=True)
        self.info  # says at once what is wrong with the file

    def __repr__(self):
        images = self.info["images"]
        return f"<{os.path.basename(self.path)}: {images['count']} images of {images['identities']} identities>"

    def __len__(self):
        return self.info["images"]["count"]

    # ── Reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _of_now(self, key, make):
        """What `make` gives, kept until the file changes."""
        try:
            there = os.stat(self.path)
        except OSError as problem:
            raise FaceSpaceError(f"“{self.path}” cannot be read: {problem.strerror}.") from problem
        now = (there.st_ino, there.st_size, there.st_mtime_ns)
        if now != self._seen:
            self._kept, self._seen = {}, now
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    @property
    def info(self):
        """What the project holds, as `facespace-cli info --json` tells it."""
        return self._of_now("info", lambda: json.loads(self._cli.run("info", self.path, "--json")))

    def _read_table(self):
        with tempfile.TemporaryDirectory(prefix="facespace-") as folder:
            table, columns = os.path.join(folder, "table.csv"), os.path.join(folder, "columns.json")
            self._cli.run("export", self.path, f"--table={table}", f"--columns={columns}")
            return _tables.read_table(table, columns)

    def table(self, filter=None, network=None):
        """All columns of the project, labelled by row; with a filter only the images that it lets pass. Numbers are float64,
        everything else text, NaN where there is none. `attrs["titles"]` and `attrs["units"]` say more of the columns."""
        table = self._of_now("table", self._read_table)
        return (table if filter is None else table.loc[self.rows(filter, network)]).copy()

    def rows(self, filter, network=None):
        """The rows of the images that an expression lets pass, as in p.rows("abs(yaw) > 45 && distance < p10")."""
        words = ["export", self.path, "--rows=-", f"--filter={filter}"] + flags({"network": network})
        return _tables.read_rows(self._cli.run(*words))

    @property
    def images(self):
        """What is known of every image: path, file (empty for labels without images), identity, and media, video, yaw, pitch
        and roll in degrees where any image has one."""
        table = self.table()
        known = [name for name in ("path", "identity", "media", "video", "yaw", "pitch", "roll") if name in table]
        images = table[known].copy()
        root = self.info["images"]["folder"]
        images.insert(1, "file", [os.path.join(root, path) if root else "" for path in images["path"]])
        return images

    @property
    def metadata(self):
        """The columns of the manifest, and those that were added."""
        return self.table()[self.info["images"]["metadataColumns"]]

    @property
    def networks(self):
        """Their names: what features(), analyse() and the filters' brackets take."""
        return [network["name"] for network in self.info["networks"]]

    def _network(self, name):
        known = {network["name"]: network for network in self.info["networks"]}
        if name is None and len(known) == 1:
            return next(iter(known.values()))
        if name not in known:
            raise FaceSpaceError(f"Name a network of this project: {', '.join(known) or 'it has no features yet'}.")
        return known[name]

    def features(self, network=None):
        """N x D float32 as the network returned them, NaN rows where there is none; memory-mapped, not to be written to."""
        entry = self._network(network)
        named = hashlib.sha256(json.dumps([self.path, entry], sort_keys=True).encode()).hexdigest()
        there = os.stat(self.path)
        file = os.path.join(self._cache, f"{named[:24]}-{there.st_ino}-{len(self)}.npy")
        if not os.path.exists(file):
            self._cli.run("export", self.path, f"--features={file}", f"--network={entry['name']}")
        return np.load(file, mmap_mode="r", allow_pickle=False)

    @property
    def maps(self):
        """Map coordinates by name."""
        return _Maps(self)

    @property
    def predictions(self):
        """By (network, target) a table: predicted; error (predicted - label) where there are labels; of two classes what is
        said and the probability of the second."""
        table, found = self.table(), {}
        for entry in self.info["predictions"]:
            network, target = entry["network"], entry["target"]
            columns = {f"predicted_{target}[{network}]": "predicted", f"{target}_error[{network}]": "error",
                       f"{target}_probability[{network}]": "probability"}
            found[network, target] = table[[key for key in columns if key in table]].rename(columns=columns)
        return found

    @property
    def selections(self):
        """The rows of each kept selection by its name."""
        return self._of_now("selections", lambda: _tables.read_named(
            self._cli.run("export", self.path, "--selections=-"), "selection", self.info["selections"]))

    @property
    def tags(self):
        """The rows of the images that have each tag."""
        return self._of_now("tags", lambda: _tables.read_named(self._cli.run("export", self.path, "--tags=-"), "tag",
                                                               self.info["tags"]))

    def analyse(self, command, **options):
        """Runs an analysis (`verify`, `quality`, `view-dependence`, `discard`, `suspects`, `compare`, `predict`, …) and gives
        its tables. Options are those of the command line: p.analyse("discard", network="net", filter="yaw > 0")."""
        with tempfile.TemporaryDirectory(prefix="facespace-") as folder:
            out = os.path.join(folder, "tables")
            summary = self._cli.run(command, self.path, f"--output={out}", *flags(options))
            if not os.path.isdir(out):
                raise FaceSpaceError(f"“{command}” is a command without tables; facespace-cli --help lists the analyses.")
            return Analysis(out, summary)

    def run(self, command, **options):
        """Any other command on this project, such as p.run("map", method="umap", seed=2) or p.run("extract",
        network="NETWORK.json", trust=True); what it prints."""
        return self._cli.run(command, self.path, *flags(options))

    def figure(self, file=None, **options):
        """The map, or with page="roc" the figure of an analysis, written to a file (.svg, .pdf, .png); without one as SVG."""
        if file is not None:
            return self._cli.run("figure", self.path, f"--output={os.path.abspath(file)}", *flags(options))
        with tempfile.TemporaryDirectory(prefix="facespace-") as folder:
            made = os.path.join(folder, "figure.svg")
            self._cli.run("figure", self.path, f"--output={made}", *flags(options))
            with open(made, encoding="utf-8") as svg:
                return Figure(svg.read())

    def live(self, timeout=10):
        """The window that shows this project and lets programs in; see LiveWindow."""
        return LiveWindow(self.path, timeout)

    # ── Writing ──────────────────────────────────────────────────────────────────────────────────────────────────────────

    def _rows_of(self, images):
        """Row numbers, a mask, a filter, or a table or series labelled by rows, as rows."""
        if isinstance(images, str):
            return self.rows(images)
        if isinstance(images, pd.DataFrame):
            return images.index.to_numpy()
        values = np.asarray(images)
        if values.dtype == bool:
            if values.shape != (len(self),):
                raise FaceSpaceError(f"A mask has a value for each of the {len(self)} images; this one has {values.size}.")
            return np.flatnonzero(values)
        if values.size and not np.issubdtype(values.dtype, np.integer):
            raise FaceSpaceError("Images are named by row numbers, a mask, a filter, or a table labelled by rows.")
        return np.unique(values)

    def _marked(self, command, name, images, *more):
        lines = "row\n" + "".join(f"{row}\n" for row in self._rows_of(images))
        self._cli.run(command, self.path, f"--name={name}", "--images=-", *more, text=lines)

    def tag(self, name, images):
        """Gives images a tag."""
        self._marked("tag", name, images)

    def untag(self, name, images):
        """Takes a tag from images."""
        self._marked("tag", name, images, "--remove")

    def keep_selection(self, name, images):
        """Keeps a selection under a name, in place of one of that name."""
        self._marked("select", name, images)

    def forget_selection(self, name):
        """Forgets a kept selection; its images stay."""
        self._cli.run("select", self.path, f"--name={name}", "--remove")

    def add_features(self, name, features):
        """Adds features that were computed elsewhere, a row per image in import order; rows that are not finite stay empty."""
        values = np.ascontiguousarray(features, dtype=np.float32)
        if values.ndim != 2 or len(values) != len(self):
            raise FaceSpaceError(f"Features are {len(self)} rows, one per image; these have the shape {values.shape}.")
        with tempfile.TemporaryDirectory(prefix="facespace-") as folder:
            file = os.path.join(folder, "features.npy")
            np.save(file, values)
            self._cli.run("import-features", self.path, file, f"--name={name}")

    def add_columns(self, table):
        """Adds columns, or replaces the values of those that are there: a DataFrame or Series labelled by rows, which need
        not hold all of them, or a dict of a value per image by name. Missing values (None, NaN) take the image's value away."""
        if isinstance(table, pd.Series):
            table = table.to_frame()
        if not isinstance(table, pd.DataFrame):
            table = pd.DataFrame(table, index=pd.RangeIndex(len(self)))
        self._cli.run("import-columns", self.path, "-", text=_tables.column_lines(table))

    def remove_columns(self, *names):
        """Takes columns of metadata away, with all their values."""
        self._cli.run("import-columns", self.path, *(f"--remove={name}" for name in names))
