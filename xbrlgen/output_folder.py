"""An output folder that is replaced in one step: whoever looks sees the old files or the new ones, never a mixture."""

import errno
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


@contextmanager
def replaced(folder: Path, afterwards: ExitStack | None = None) -> Iterator[Path]:
    """Yield an empty folder beside `folder` to write into; left without an exception, it takes the place of `folder`.

    With an exception, `folder` stays as it was. A process that is killed leaves at most its own unfinished folder,
    which the next call for the same `folder` removes. The old files are removed at once, or when `afterwards` is left:
    that takes a while, in which a caller has something to say. Raises OSError where the place cannot be written.
    """
    folder = folder.absolute()
    with beside(folder, afterwards) as unfinished:
        yield unfinished
        _flush(unfinished)
        _take_place(unfinished, folder)


@contextmanager
def beside(path: Path, afterwards: ExitStack | None = None) -> Iterator[Path]:
    """Yield an empty folder beside `path`, to write into what is to take its place.

    It is removed in the end, or when `afterwards` is left.

    What killed processes left of such folders for `path` is removed, too. Raises OSError where the place cannot be
    written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_unfinished(path)
    unfinished = _made(path.with_name(f"{_prefix(path)}.{os.getpid()}"))
    with ExitStack() if afterwards is None else nullcontext(afterwards) as leaving:
        leaving.callback(shutil.rmtree, unfinished, ignore_errors=True)
        unfinished.chmod(0o777 & ~_umask())
        yield unfinished


def _made(folder: Path) -> Path:
    """`folder`, made now, or one with a longer name if it is there.

    A process that builds again finds its files under the same names, and need not read again what has not changed.
    """
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        from tempfile import mkdtemp

        return Path(mkdtemp(prefix=folder.stem, suffix=folder.suffix, dir=folder.parent))
    return folder


def _prefix(folder: Path) -> str:
    return f".{folder.name}.unfinished-"


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _remove_unfinished(folder: Path) -> None:
    """Remove what killed builds left; what a living process still writes is left alone."""
    for left in sorted(folder.parent.glob(f"{_prefix(folder)}*")):
        if not _is_alive(left.suffix.lstrip(".")):
            shutil.rmtree(left, ignore_errors=True)


def _is_alive(process: str) -> bool:
    if not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _flush(folder: Path) -> None:
    """Have the files on the disk before their folder gets its name, so that a crash of the machine loses nothing.

    The disk is asked for all of them at once: one after the other they would wait for it many times.
    """
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor() as threads:
        for _ in threads.map(_flush_file, [path for path in folder.rglob("*") if path.is_file()]):
            pass


def _flush_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def _take_place(new: Path, folder: Path) -> None:
    """Give `new` the name of `folder`; the old folder, if any, gets the name of `new`."""
    if folder.is_symlink() or not folder.is_dir():
        new.rename(folder)
        return
    try:
        _exchange(new, folder)
    except OSError as error:
        if error.errno not in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
            raise
        _rename_twice(new, folder)


def _exchange(new: Path, folder: Path) -> None:
    """Swap two folders in one system call, as Linux and macOS can."""
    import ctypes

    names = (os.fsencode(new), os.fsencode(folder))
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        status = library.renamex_np(*names, _RENAME_SWAP)
    else:
        raise OSError(errno.ENOSYS, "no call that swaps two folders")
    if status:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))


def _rename_twice(new: Path, folder: Path) -> None:
    """Where nothing swaps in one step: move the old folder away, and back again if the new one cannot take its name."""
    old = new.with_name(f"{new.name}.old")
    folder.rename(old)
    try:
        new.rename(folder)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)
