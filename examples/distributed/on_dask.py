"""Dask: its executor is one of `concurrent.futures`. A real cluster's address goes into `Client`."""

from dask.distributed import Client
from work import job, told

if __name__ == "__main__":
    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        told("dask", job().run(executor=client.get_executor(), workers=2))
