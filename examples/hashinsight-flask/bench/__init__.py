"""Load on the application: many visitors and users at once, and what it comes to beside the document's goals."""
