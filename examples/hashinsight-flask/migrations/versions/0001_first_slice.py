"""Tables of the first slice."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

EXACT = sa.Numeric(24, 8).with_variant(sa.String(40), "sqlite")
FLEXIBLE = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "api_credentials",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service", sa.String(length=50), nullable=False),
        sa.Column("key_id", sa.String(length=50), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_credentials")),
        sa.UniqueConstraint("service", name=op.f("uq_api_credentials_service")),
    )
    op.create_table(
        "api_usage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_usage")),
    )
    op.create_index("uq_api_usage", "api_usage", ["day", "source", "outcome"], unique=True)
    op.create_table(
        "audit_log",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_log_hash")),
    )
    op.create_table(
        "audit_tip",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_tip")),
    )
    op.create_table(
        "feed_readings",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.String(length=30), nullable=False),
        sa.Column("source", sa.String(length=30), nullable=False),
        sa.Column("time", INSTANT, nullable=False),
        sa.Column("value", sa.Double(), nullable=False),
        sa.Column("outcome", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed_readings")),
    )
    op.create_index("uq_feed_readings", "feed_readings", ["quantity", "source"], unique=True)
    op.create_table(
        "feed_states",
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.Column("state", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_feed_states")),
    )
    op.create_table(
        "market_analytics",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", INSTANT, nullable=False),
        sa.Column("btc_price", sa.Double(), nullable=False, comment="USD per bitcoin"),
        sa.Column("network_hashrate", sa.Double(), nullable=True, comment="TH/s"),
        sa.Column("network_difficulty", sa.Double(), nullable=True),
        sa.Column("network_height", sa.Integer(), nullable=True, comment="height of the next block"),
        sa.Column("fees_per_block", sa.Double(), nullable=True, comment="satoshi, mean of a block"),
        sa.Column("fear_greed_index", sa.Integer(), nullable=True),
        sa.Column("technical_indicators", FLEXIBLE, nullable=False),
        sa.Column("high", sa.Double(), nullable=True, comment="USD per bitcoin, of the day"),
        sa.Column("low", sa.Double(), nullable=True, comment="USD per bitcoin, of the day"),
        sa.Column("volume_btc", sa.Double(), nullable=True, comment="bitcoin, of the day"),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.CheckConstraint("fear_greed_index BETWEEN 0 AND 100", name=op.f("ck_market_analytics_fear_greed")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_market_analytics")),
    )
    op.create_index("ix_market_analytics_recorded_at", "market_analytics", ["recorded_at"], unique=True)
    op.create_index("ix_market_analytics_source", "market_analytics", ["source"], unique=False)
    op.create_table(
        "miner_models",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("model_name", sa.String(length=100), nullable=False),
        sa.Column("manufacturer", sa.String(length=50), nullable=False),
        sa.Column("hashrate", sa.Double(), nullable=False, comment="TH/s"),
        sa.Column("power_consumption", sa.Integer(), nullable=False, comment="W"),
        sa.Column("efficiency", sa.Double(), nullable=False, comment="J/TH"),
        sa.Column("price_usd", EXACT, nullable=True, comment="USD"),
        sa.Column("cooling", sa.String(length=20), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False, comment="where the figures are from"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_miner_models")),
        sa.UniqueConstraint("model_name", name=op.f("uq_miner_models_model_name")),
    )
    op.create_table(
        "used_tokens",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("used_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_used_tokens")),
    )
    op.create_table(
        "user_access",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(length=256), nullable=False),
        sa.Column("username", sa.String(length=50), nullable=False),
        sa.Column("password_hash", sa.String(length=512), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("subscription_plan", sa.String(length=20), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("verified_at", INSTANT, nullable=True),
        sa.Column("disabled_at", INSTANT, nullable=True),
        sa.Column("factor_seed", sa.LargeBinary(), nullable=True),
        sa.Column("factor_since", INSTANT, nullable=True),
        sa.Column("factor_step", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user_access")),
        sa.UniqueConstraint("email", name=op.f("uq_user_access_email")),
        sa.UniqueConstraint("username", name=op.f("uq_user_access_username")),
    )
    op.create_index("ix_user_access_tenant", "user_access", ["tenant"], unique=False)
    op.create_table(
        "activities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["user_access.id"], name=op.f("fk_activities_actor_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_activities_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activities")),
    )
    op.create_index("ix_activities_at", "activities", ["at"], unique=False)
    op.create_index("ix_activities_owner_id", "activities", ["owner_id"], unique=False)
    op.create_index("ix_activities_tenant", "activities", ["tenant"], unique=False)
    op.create_table(
        "customers",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("email", sa.String(length=256), nullable=False),
        sa.Column("phone", sa.String(length=50), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_customers_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index("ix_customers_name", "customers", ["name"], unique=False)
    op.create_index("ix_customers_owner_id", "customers", ["owner_id"], unique=False)
    op.create_index("ix_customers_tenant", "customers", ["tenant"], unique=False)
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user_access.id"], name=op.f("fk_recovery_codes_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_codes")),
    )
    op.create_index("ix_recovery_codes_user_id", "recovery_codes", ["user_id"], unique=False)
    op.create_table(
        "sites",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("document", FLEXIBLE, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_sites_owner_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sites")),
        sa.UniqueConstraint("owner_id", name=op.f("uq_sites_owner_id")),
    )
    op.create_index("ix_sites_tenant", "sites", ["tenant"], unique=False)
    op.create_table(
        "treasury_positions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("btc_amount", sa.BigInteger(), nullable=False, comment="satoshi"),
        sa.Column("cost_basis", EXACT, nullable=False, comment="USD"),
        sa.Column("acquisition_date", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.CheckConstraint("status IN ('held', 'sold')", name=op.f("ck_treasury_positions_status")),
        sa.CheckConstraint("btc_amount > 0", name=op.f("ck_treasury_positions_amount")),
        sa.ForeignKeyConstraint(["user_id"], ["user_access.id"], name=op.f("fk_treasury_positions_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_treasury_positions")),
    )
    op.create_index("ix_treasury_positions_tenant", "treasury_positions", ["tenant"], unique=False)
    op.create_index("ix_treasury_positions_user_id", "treasury_positions", ["user_id"], unique=False)
    op.create_table(
        "web_sessions",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("started_at", INSTANT, nullable=False),
        sa.Column("seen_at", INSTANT, nullable=False),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user_access.id"], name=op.f("fk_web_sessions_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_sessions")),
    )
    op.create_index("ix_web_sessions_user_id", "web_sessions", ["user_id"], unique=False)
    op.create_table(
        "deals",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("value_minor", sa.BigInteger(), nullable=False, comment="US cents"),
        sa.Column("probability", sa.Double(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_deals_customer_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_deals_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deals")),
    )
    op.create_index("ix_deals_customer_id", "deals", ["customer_id"], unique=False)
    op.create_index("ix_deals_owner_id", "deals", ["owner_id"], unique=False)
    op.create_index("ix_deals_state", "deals", ["state"], unique=False)
    op.create_index("ix_deals_tenant", "deals", ["tenant"], unique=False)
    op.create_table(
        "invoices",
        sa.Column("amount", EXACT, nullable=False, comment="USD"),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_invoices_customer_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_invoices_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
    )
    op.create_index("ix_invoices_customer_id", "invoices", ["customer_id"], unique=False)
    op.create_index("ix_invoices_owner_id", "invoices", ["owner_id"], unique=False)
    op.create_index("ix_invoices_state", "invoices", ["state"], unique=False)
    op.create_index("ix_invoices_tenant", "invoices", ["tenant"], unique=False)
    op.create_table(
        "leads",
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Double(), nullable=False, comment="points"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_leads_customer_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_leads_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
    )
    op.create_index("ix_leads_customer_id", "leads", ["customer_id"], unique=False)
    op.create_index("ix_leads_owner_id", "leads", ["owner_id"], unique=False)
    op.create_index("ix_leads_state", "leads", ["state"], unique=False)
    op.create_index("ix_leads_tenant", "leads", ["tenant"], unique=False)
    op.create_table(
        "commissions",
        sa.Column("deal_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("base", EXACT, nullable=False, comment="USD"),
        sa.Column("rate", EXACT, nullable=False),
        sa.Column("amount", EXACT, nullable=False, comment="USD"),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("tenant", sa.String(length=50), nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_commissions_customer_id")),
        sa.ForeignKeyConstraint(["deal_id"], ["deals.id"], name=op.f("fk_commissions_deal_id")),
        sa.ForeignKeyConstraint(["owner_id"], ["user_access.id"], name=op.f("fk_commissions_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commissions")),
        sa.UniqueConstraint("key", name=op.f("uq_commissions_key")),
    )
    op.create_index("ix_commissions_customer_id", "commissions", ["customer_id"], unique=False)
    op.create_index("ix_commissions_deal_id", "commissions", ["deal_id"], unique=False)
    op.create_index("ix_commissions_owner_id", "commissions", ["owner_id"], unique=False)
    op.create_index("ix_commissions_state", "commissions", ["state"], unique=False)
    op.create_index("ix_commissions_tenant", "commissions", ["tenant"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_commissions_tenant", "commissions")
    op.drop_index("ix_commissions_state", "commissions")
    op.drop_index("ix_commissions_owner_id", "commissions")
    op.drop_index("ix_commissions_deal_id", "commissions")
    op.drop_index("ix_commissions_customer_id", "commissions")
    op.drop_table("commissions")
    op.drop_index("ix_leads_tenant", "leads")
    op.drop_index("ix_leads_state", "leads")
    op.drop_index("ix_leads_owner_id", "leads")
    op.drop_index("ix_leads_customer_id", "leads")
    op.drop_table("leads")
    op.drop_index("ix_invoices_tenant", "invoices")
    op.drop_index("ix_invoices_state", "invoices")
    op.drop_index("ix_invoices_owner_id", "invoices")
    op.drop_index("ix_invoices_customer_id", "invoices")
    op.drop_table("invoices")
    op.drop_index("ix_deals_tenant", "deals")
    op.drop_index("ix_deals_state", "deals")
    op.drop_index("ix_deals_owner_id", "deals")
    op.drop_index("ix_deals_customer_id", "deals")
    op.drop_table("deals")
    op.drop_index("ix_web_sessions_user_id", "web_sessions")
    op.drop_table("web_sessions")
    op.drop_index("ix_treasury_positions_user_id", "treasury_positions")
    op.drop_index("ix_treasury_positions_tenant", "treasury_positions")
    op.drop_table("treasury_positions")
    op.drop_index("ix_sites_tenant", "sites")
    op.drop_table("sites")
    op.drop_index("ix_recovery_codes_user_id", "recovery_codes")
    op.drop_table("recovery_codes")
    op.drop_index("ix_customers_tenant", "customers")
    op.drop_index("ix_customers_owner_id", "customers")
    op.drop_index("ix_customers_name", "customers")
    op.drop_table("customers")
    op.drop_index("ix_activities_tenant", "activities")
    op.drop_index("ix_activities_owner_id", "activities")
    op.drop_index("ix_activities_at", "activities")
    op.drop_table("activities")
    op.drop_index("ix_user_access_tenant", "user_access")
    op.drop_table("user_access")
    op.drop_table("used_tokens")
    op.drop_table("miner_models")
    op.drop_index("ix_market_analytics_source", "market_analytics")
    op.drop_index("ix_market_analytics_recorded_at", "market_analytics")
    op.drop_table("market_analytics")
    op.drop_table("feed_states")
    op.drop_index("uq_feed_readings", "feed_readings")
    op.drop_table("feed_readings")
    op.drop_table("audit_tip")
    op.drop_table("audit_log")
    op.drop_index("uq_api_usage", "api_usage")
    op.drop_table("api_usage")
    op.drop_table("api_credentials")
