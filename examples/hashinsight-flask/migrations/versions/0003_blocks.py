"""The newest blocks, as a bitcoin node tells them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blocks",
        sa.Column("height", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False, comment="of the header"),
        sa.Column("subsidy_sat", sa.BigInteger(), nullable=False),
        sa.Column("fees_sat", sa.BigInteger(), nullable=False),
        sa.Column("transactions", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=True),
        sa.Column("median_fee_rate", sa.Double(), nullable=True, comment="satoshi per virtual byte"),
        sa.PrimaryKeyConstraint("height", name=op.f("pk_blocks")),
    )


def downgrade() -> None:
    op.drop_table("blocks")
