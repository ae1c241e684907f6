"""FaceSpace from Python: projects as NumPy arrays and pandas tables.

    import facespace
    p = facespace.open("P.facespace")
    p.images                          # DataFrame, a row per image in import order
    p.features("net")                 # N x D float32, memory-mapped, as stored bit for bit
    p.maps["tsne 2-D A"]              # N x 2 or N x 3 float32
    p.analyse("verify")["verification"]
    p.tag("odd", p.rows("distance < p10"))
    p.live().selection = p.tags["odd"]    # in the window that shows the project

Everything is read and written by facespace-cli, so a project has one reader and one writer, whose guards hold here, too.
It is looked for in $FACESPACE_CLI, then on the PATH. Row numbers are positions in import order, from 0, everywhere.
"""
from ._cli import FaceSpaceError, FaceSpaceNote
from .live import LiveWindow
from .project import Analysis, Figure, Project

__all__ = ["Analysis", "FaceSpaceError", "FaceSpaceNote", "Figure", "LiveWindow", "Project", "open"]


def open(path, *, cli=None, cache=None):
    """A project file that is there.

    cli    the program facespace-cli, if it is neither in $FACESPACE_CLI nor on the PATH
    cache  a folder for the files behind memory-mapped features (default: a temporary one that goes with the object)
    """
    return Project(path, cli=cli, cache=cache)
