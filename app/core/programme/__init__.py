"""Weeks of exercise in an order, and where one stands in them. Knows no storage and no clock."""
