"""What the example applications share.

Nothing here knows mining or insurance, and nothing here calculates a number that a user sees. Each module is one concept; `kit.Kit` puts
them together for an application.
"""
