"""Runs migrations on the connection that is handed in, or on `DATABASE_URL`."""

from alembic import context
from webkit import database

import config as settings
from models import Base


def run(connection) -> None:
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with database.connect(settings.load().database_url).connect() as connection:
        run(connection)
