"""Ray: an executor is three lines. A real cluster's address goes into `ray.init`."""

import concurrent.futures

import ray
from work import job, told


class RayExecutor(concurrent.futures.Executor):
    """Each call is a task."""

    def submit(self, function, /, *args, **kwargs):
        return ray.remote(function).remote(*args, **kwargs).future()


ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
told("ray", job().run(executor=RayExecutor(), workers=2))
