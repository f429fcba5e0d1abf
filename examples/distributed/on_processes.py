"""Processes of this machine."""

from work import job, told

if __name__ == "__main__":
    told("processes", job().run(workers=2))
