"""Where rows are read and written: SQLAlchemy, and nothing that knows the web or mathematics."""
