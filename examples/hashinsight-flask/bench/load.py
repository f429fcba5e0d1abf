"""Who comes: visitors who calculate, and owners of sites who read their pages. For locust; `run.py` starts it."""

from __future__ import annotations

import os
import re
from typing import Any

from locust import HttpUser, between, task

PAGE = {"Accept": "text/html"}
DATA = {"Accept": "application/json"}
CALCULATION = {"model": "Antminer S21 XP", "power_price_usd_per_kwh": 0.05, "days": 365}


class Browser(HttpUser):
    abstract = True
    wait_time = between(0.5, 1.5)

    def read(self, path: str, headers: dict[str, str]) -> Any:
        kind = "page" if headers is PAGE else "api"
        return self.client.get(path, headers=headers, name=f"{kind} {path}")

    def token(self) -> str:
        return re.search(r'name="csrf_token" value="(\w+)"', self.read("/login", PAGE).text).group(1)


class Visitor(Browser):
    weight = 2

    def on_start(self) -> None:
        self.proof = {"X-CSRF-Token": self.token(), **DATA}

    @task(3)
    def calculate(self) -> None:
        self.client.post("/calculate", json=CALCULATION, headers=self.proof, name="api /calculate")

    @task(2)
    def machines(self) -> None:
        self.read("/miners", DATA)

    @task(2)
    def network(self) -> None:
        self.read("/network_stats", DATA)

    @task
    def page(self) -> None:
        self.read("/mining-calculator", PAGE)


class Owner(Browser):
    weight = 3

    def on_start(self) -> None:
        form = {"csrf_token": self.token(), "email": "broker@demo.example", "password": os.environ["DEMO_PASSWORD"]}
        self.client.post("/login", data=form, headers=PAGE, name="page /login")

    @task(2)
    def pages(self) -> None:
        for path in ("/dashboard", "/cash-flow", "/network_stats", "/analytics"):
            self.read(path, PAGE)

    @task(3)
    def data(self) -> None:
        for path in ("/api/analytics/market-data?limit=100", "/api/analytics/technical", "/treasury/dashboard"):
            self.read(path, DATA)

    @task(2)
    def customers(self) -> None:
        self.read("/crm/customers", DATA)
        self.read("/crm/deals", PAGE)
