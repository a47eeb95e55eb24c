"""What every command starts from: the services over the data folder named on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from .. import app
from ..services.bundle import Services

FILE = click.Path(dir_okay=False, path_type=Path)
ANY_PATH = click.Path(path_type=Path)


def data_folder() -> Path:
    """The data folder named by ``--data`` or the environment, else the system's place."""
    return app.data_folder(click.get_current_context().find_root().obj)


def services() -> Services:
    """The services over that folder."""
    return app.services(data_folder())
