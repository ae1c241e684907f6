"""A window that is open: what is selected, filtered, coloured and in view, read and set."""
import hashlib
import json
import os
import socket
import stat
import time

import numpy as np

from ._cli import FaceSpaceError

_MOST = 256 << 20  # of one answer, bytes


def _is_own(folder):
    """Whether it is a folder into which this user alone can look."""
    try:
        there = os.lstat(folder)
    except OSError:
        return False
    return stat.S_ISDIR(there.st_mode) and there.st_uid == os.geteuid() and there.st_mode & 0o77 == 0


def _socket_of(project):
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(runtime) and _is_own(runtime):
        folder = os.path.join(runtime, "facespace")
    else:
        folder = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "facespace", "live")
    name = hashlib.sha256(os.fsencode(os.path.realpath(project))).hexdigest()[:32]
    return folder, os.path.join(folder, name + ".live")


class LiveWindow:
    """The window that shows a project and lets programs in (Edit > Let my programs steer this window, or `facespace --live`).

    Attributes are read from the window each time, and set in it: w.selection = p.rows("yaw > 45"); w.filter = "distance < p10";
    w.colour = "yaw"; w.map = "tsne 2-D A". Rows are positions in import order. A mistake raises FaceSpaceError and changes
    nothing. Several things at once, in one step: w.set(filter="", colour="identity", selection=[3, 4])."""

    def __init__(self, project, timeout=10):
        folder, name = _socket_of(project)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._pending = b""
        self._changes = 0
        self._count = 0
        self._timeout = timeout
        self._socket.settimeout(timeout)
        try:
            if not _is_own(folder):
                raise FileNotFoundError(folder)
            self._socket.connect(name)
        except OSError as problem:
            self._socket.close()
            raise FaceSpaceError(f"No window shows “{project}” and lets programs in: open it, and choose Edit ▸ Let my programs "
                                 "steer this window, or start it by facespace --live.") from problem
        self.hello = self._ask({"do": "hello"})
        self._ask({"do": "watch"})

    def close(self):
        """Lets go of the window, which stays open."""
        self._socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __repr__(self):
        return f"<window with {self.hello['images']} images of {self.hello['project']}>"

    # ── The wire: one JSON object a line, both ways ──────────────────────────────────────────────────────────────────────

    def _line(self, until):
        while b"\n" not in self._pending:
            if len(self._pending) > _MOST:
                raise FaceSpaceError("The window's answer has no end.")
            left = until - time.monotonic()
            if left <= 0:
                return None
            self._socket.settimeout(left)
            try:
                more = self._socket.recv(1 << 20)
            except socket.timeout:
                return None
            except OSError as problem:
                raise FaceSpaceError("The window is gone.") from problem
            if not more:
                raise FaceSpaceError("The window was closed, or it lets programs in no longer.")
            self._pending += more
        line, self._pending = self._pending.split(b"\n", 1)
        return json.loads(line)

    def _ask(self, request):
        self._count += 1
        try:
            self._socket.settimeout(self._timeout)
            self._socket.sendall(json.dumps({"id": self._count, **request}).encode() + b"\n")
        except OSError as problem:
            raise FaceSpaceError("The window was closed, or it lets programs in no longer.") from problem
        until = time.monotonic() + self._timeout
        while True:
            said = self._line(until)
            if said is None:
                raise FaceSpaceError(f"The window has not answered within {self._timeout} s.")
            if said.get("event") == "changed":
                self._changes += 1
            elif not said.get("ok", False) and said.get("id", self._count) == self._count:
                raise FaceSpaceError(said.get("error", "The window did not understand."))
            elif said.get("id") == self._count:
                return said

    # ── The view ─────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def view(self):
        """Everything that can be set, as plain values; what set() takes, and what brings the window back to it."""
        return self._ask({"do": "get"})["view"]

    @view.setter
    def view(self, view):
        self._ask({"do": "set", "view": view})

    def set(self, **parts):
        """Sets several parts of the view in one step."""
        if "selection" in parts:
            parts["selection"] = [int(row) for row in _rows(parts["selection"])]
        if isinstance(parts.get("filter"), str):
            parts["filter"] = {"expression": parts["filter"], "hides": self.view["filter"]["hides"]}
        if "colour" in parts and not isinstance(parts["colour"], dict):
            parts["colour"] = {"key": parts["colour"] or ""}
        self._ask({"do": "set", "view": parts})

    def _get(self, name):
        return self.view.get(name)

    @property
    def selection(self):
        """The selected rows, ascending."""
        return np.asarray(self._get("selection"), dtype=np.int64)

    @selection.setter
    def selection(self, rows):
        self.set(selection=rows)

    @property
    def filter(self):
        """The filter as one expression, with what the quick controls ask for; "" for none."""
        return self._ask({"do": "get"})["filter"]

    @filter.setter
    def filter(self, expression):
        self.set(filter=expression or "")

    @property
    def colour(self):
        """The key of the column that colours the points; "" for none."""
        return self._get("colour")["key"]

    @colour.setter
    def colour(self, key):
        self.set(colour=key)

    @property
    def map(self):
        """The name of the map in view."""
        return self._get("map")

    @map.setter
    def map(self, name):
        self.set(map=name)

    @property
    def network(self):
        """The name of the network in view."""
        return self._get("network")

    @network.setter
    def network(self, name):
        self.set(network=name)

    @property
    def page(self):
        """The page in view: "distance", "gallery", "table", "triage", "jobs", or an analysis such as "verify"."""
        return self._get("page")

    @page.setter
    def page(self, key):
        self.set(page=key)

    @property
    def current(self):
        """The row in the Inspector, or None."""
        return self._get("current")

    @current.setter
    def current(self, row):
        self.set(current=None if row is None else int(row))

    def wait(self, timeout=None):
        """Waits until the view changes in the window, at most so many seconds. True if it has, also since the last wait()."""
        until = time.monotonic() + (86400 * 365 if timeout is None else timeout)
        while not self._changes:
            said = self._line(until)
            if said is None:
                return False
            if said.get("event") == "changed":
                self._changes += 1
        self._changes = 0
        return True


def _rows(rows):
    """Row numbers, or a mask, or a table labelled by rows."""
    if hasattr(rows, "columns"):
        return np.asarray(rows.index)
    values = np.asarray(rows)
    return np.flatnonzero(values) if values.dtype == bool else values
