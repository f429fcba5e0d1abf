"""What requests may hold. An unknown field is refused, so nobody gives himself a role; numbers are finite."""

from __future__ import annotations

import re
from typing import Any

from apiflask import Schema as Base
from apiflask.fields import Date, DateTime, Email, Float, Integer, Raw, String
from marshmallow import RAISE, pre_load
from webkit.accounts import OPEN_ROLES
from webkit.forms import length, one_of, pattern, span

from services import blocks, collect
from services.crm import ACTIVITY_KINDS

#: Services that a key can be stored for.
SERVICES = (*collect.SERVICES, blocks.KEY)
#: An amount that is not nothing.
SOME_MONEY = re.compile(r"^(?!0+\.00\Z)\d{1,12}\.\d\d\Z")
MONEY = re.compile(r"^\d{1,12}\.\d\d\Z")
LEAD_SOURCES = ("referral", "partner", "trade_show", "web", "social", "email", "phone", "other")
ROLES = ("owner", "admin", "mining_site", "operator", "finance", "user", "read_only", "guest")


def text(most: int, **more: Any) -> String:
    least = 0 if more.get("load_default") == "" else 1
    return String(validate=[length(least, most), pattern(r"^[^\x00]*\Z", "text without NUL")], **more)


def identifier(**more: Any) -> Integer:
    return Integer(strict=False, validate=span(1, 2_147_483_647), **more)


class Schema(Base):
    class Meta:
        unknown = RAISE

    @pre_load
    def from_form(self, data: Any, **_: Any) -> dict[str, Any]:
        """Forms send their token, and fields that were left empty; neither is content."""
        if not hasattr(data, "keys"):
            return data
        return {name: data[name] for name in data if name != "csrf_token" and data[name] != ""}


class Register(Schema):
    email = Email(required=True, validate=length(3, 256))
    username = String(required=True, validate=[length(2, 50), pattern(r"^[\w.\-]+\Z", "anna.b")])
    password = text(256, required=True)
    role = String(load_default="user", validate=one_of(OPEN_ROLES))


class Login(Schema):
    email = text(256, required=True)
    password = text(256, required=True)


class Code(Schema):
    code = text(60, required=True)


class Password(Schema):
    password = text(256, required=True)


class NewPassword(Schema):
    old_password = text(256, required=True)
    new_password = text(256, required=True)


class Forgotten(Schema):
    email = text(256, required=True)


class Reset(Schema):
    new_password = text(256, required=True)


class NewAddress(Schema):
    email = Email(required=True, validate=length(3, 256))
    confirm_password = text(256, required=True)


class Language(Schema):
    language = String(required=True, validate=one_of(("en", "zh")))


class Calculate(Schema):
    """Machines, how they run, and the market; what of the market is absent is that of the last known point."""

    model = text(100)
    hashrate_ths = Float(validate=span(0, 1e12))
    power_w = Float(validate=span(0, 1e12))
    machine_price_usd = Float(load_default=0.0, validate=span(0, 1e12))
    power_price_usd_per_kwh = Float(required=True, validate=span(-10, 10))
    pool_fee = Float(load_default=0.02, validate=span(0, 1, max_inclusive=False))
    uptime = Float(load_default=None, validate=span(0, 1))
    hosting_fee_usd_per_kwh = Float(load_default=None, validate=span(-10, 10))
    maintenance_usd_per_day = Float(load_default=None, validate=span(0, 1e9))
    btc_price_usd = Float(load_default=None, validate=span(0, 1e9))
    difficulty = Float(load_default=None, validate=span(1, 1e20))
    height = Integer(load_default=None, validate=span(1, 10_000_000))
    fees_per_block_sat = Float(load_default=None, validate=span(0, 1e15))
    days = Float(load_default=730.0, validate=span(1, 3650))
    difficulty_growth_per_retarget = Float(load_default=0.01, validate=span(-0.5, 0.5))
    price_growth_per_retarget = Float(load_default=0.0, validate=span(-0.5, 0.5))
    discount_rate_per_year = Float(load_default=0.1, validate=span(-0.5, 1))


class Miners(Schema):
    contains = text(100, load_default="")
    sort = String(load_default="model_name", validate=one_of(("model_name", "hashrate", "efficiency", "power")))


class Span(Schema):
    since = DateTime(load_default=None)
    until = DateTime(load_default=None)
    limit = Integer(load_default=400, validate=span(1, 4000))


class Backtest(Schema):
    """A policy of the family's treasury, and what it begins with, over the last so many sample days."""

    policy = Raw(required=True, metadata={"description": 'as {"dca": {"side": "sell", "sum_usd": "1000", "every_days": 30}}'})
    days = Integer(load_default=366, validate=span(3, 4000))
    coins_sat = Integer(load_default=100_000_000, validate=span(0, 2_100_000_000_000_000))
    cash_usd = String(load_default="0.00", validate=pattern(MONEY, "1500.00"))


class Position(Schema):
    btc_amount_sat = Integer(required=True, validate=span(1, 2_100_000_000_000_000))
    cost_basis_usd = String(required=True, validate=pattern(MONEY, "1500.00"))
    acquisition_date = Date(required=True)


class Page(Schema):
    after = identifier(load_default=None)
    search = text(100, load_default="")
    done = text(60, load_default="")


class Customer(Schema):
    name = text(200, required=True)
    email = String(load_default="", validate=[length(0, 256), pattern(r"^([^@\s]+@[^@\s]+)?\Z", "anna@example.com")])
    phone = text(50, load_default="")
    title = text(100, load_default="")
    note = text(5000, load_default="")


class CustomerChange(Customer):
    version = Integer(required=True, validate=span(1, 2_147_483_647))


class Lead(Schema):
    customer_id = identifier(required=True)
    source = String(required=True, validate=one_of(LEAD_SOURCES))


class Deal(Schema):
    customer_id = identifier(required=True)
    title = text(200, required=True)
    value_usd = String(required=True, validate=pattern(MONEY, "1500.00"), metadata={"description": "as 1500.00"})


class Commission(Schema):
    deal_id = identifier(required=True)
    month = String(required=True, validate=pattern(r"^20\d\d-(0[1-9]|1[0-2])\Z", "2026-05"))
    base_usd = String(required=True, validate=pattern(SOME_MONEY, "1500.00"))
    rate = String(required=True, validate=pattern(r"^(0(\.\d{1,8})?|1(\.0{1,8})?)\Z", "0.05"), metadata={"description": "as 0.05"})


class Invoice(Schema):
    customer_id = identifier(required=True)
    amount_usd = String(required=True, validate=pattern(SOME_MONEY, "1500.00"))
    due = Date(required=True)
    text = text(500, load_default="")


class Move(Schema):
    to = text(30, required=True)
    reason = text(500, load_default=None)


class Note(Schema):
    customer_id = identifier(required=True)
    kind = String(required=True, validate=one_of(ACTIVITY_KINDS))
    note = text(5000, load_default="")


class Period(Schema):
    period = String(load_default="day", validate=one_of(("day", "week", "month")))
    done = text(60, load_default="")


class RoleChange(Schema):
    role = String(required=True, validate=one_of(ROLES))


class Key(Schema):
    service = String(required=True, validate=one_of(SERVICES))
    secret = String(required=True, validate=length(8, 500))
