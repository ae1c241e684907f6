"""What facespace-cli writes, as pandas, and what it reads."""
import io
import json

import numpy as np
import pandas as pd

# Paths are bytes as the file system has them.
_TEXT = {"encoding": "utf-8", "encoding_errors": "surrogateescape"}


def read_table(table, columns):
    """A CSV whose columns a JSON describes: numbers as float64 to the last bit, all else as text; labelled by row."""
    with open(columns, encoding="utf-8") as file:
        known = json.load(file)
    kinds = {c["key"]: "float64" if c["kind"] == "number" else str for c in known}
    read = pd.read_csv(table, dtype=kinds, keep_default_na=False, na_values={key: [""] for key in kinds},
                       float_precision="round_trip", **_TEXT)
    read.index.name = "row"
    read.attrs = {"titles": {c["key"]: c["title"] for c in known}, "units": {c["key"]: c["unit"] for c in known}}
    return read


def read_json(file):
    """{"title", "columns", "rows"}."""
    with open(file, encoding="utf-8") as text:
        table = json.load(text)
    read = pd.DataFrame(table["rows"], columns=table["columns"])
    read.attrs["title"] = table["title"]
    return read


def read_words(file):
    """A CSV of texts."""
    return pd.read_csv(file, dtype=str, keep_default_na=False, **_TEXT)


def read_rows(text):
    """The column `row` of a CSV."""
    return pd.read_csv(io.StringIO(text), usecols=["row"], dtype=np.int64)["row"].to_numpy()


def read_named(text, kind, names):
    """Rows by the name in the column `kind`; `names` also has those without images."""
    lines = pd.read_csv(io.StringIO(text), dtype={kind: str, "row": np.int64, "path": str}, keep_default_na=False)
    return {name: np.sort(lines.loc[lines[kind] == name, "row"].to_numpy()) for name in names}


def column_lines(table):
    """A table labelled by rows as the CSV that import-columns reads; numbers in the shortest form that reads back the same."""
    lines = pd.DataFrame({"row": table.index.to_numpy()})
    for name in table:
        column = table[name]
        missing = column.isna().to_numpy()
        lines[str(name)] = ["" if gone else _word(value) for gone, value in zip(missing, column.tolist())]
    return lines.to_csv(index=False)


def _word(value):
    return repr(value) if isinstance(value, float) else str(value)
