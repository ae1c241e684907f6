"""The one way to a project: facespace-cli."""
import os
import shutil
import subprocess
import warnings


class FaceSpaceError(Exception):
    """What failed, on what, and what to do, as FaceSpace says it."""


class FaceSpaceNote(UserWarning):
    """What FaceSpace remarks beside a result."""


class Cli:
    def __init__(self, program=None):
        named = program or os.environ.get("FACESPACE_CLI")
        self.program = named or shutil.which("facespace-cli")
        if self.program is None:
            raise FaceSpaceError("facespace-cli is not on the PATH; install it, or name it in the environment variable FACESPACE_CLI.")

    def run(self, command, project, *words, text=None):
        """Runs a command on a project; what it prints. Remarks become warnings, failures FaceSpaceError."""
        try:
            done = subprocess.run([self.program, command, project, *words], input=text, stdout=subprocess.PIPE,
                                  stderr=subprocess.PIPE, stdin=None if text is not None else subprocess.DEVNULL,
                                  encoding="utf-8", errors="surrogateescape", check=False)
        except OSError as problem:
            raise FaceSpaceError(f"“{self.program}” cannot be run: {problem.strerror}.") from problem
        said = done.stderr.strip().splitlines()
        if done.returncode != 0:
            errors = [line.removeprefix("error: ") for line in said if line.startswith("error: ")]
            raise FaceSpaceError(errors[-1] if errors else "\n".join(said) or f"{command} ended with exit code {done.returncode}.")
        for line in said:
            if line.startswith("note: "):
                warnings.warn(line.removeprefix("note: "), FaceSpaceNote, stacklevel=3)
        return done.stdout


def flags(options):
    """{"train_share": 0.5, "no_discard": True} as --train-share=0.5 --no-discard; lists with commas, False and None left out."""
    words = []
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if value is True:
            words.append(flag)
        elif value is not None and value is not False:
            listed = value if isinstance(value, (list, tuple)) else [value]
            words.append(f"{flag}={','.join(map(str, listed))}")
    return words
