"""The menu by keyboard, at both widths: groups open and close, say that they do, and nothing that axe finds is wrong with them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from test_journeys import Visitor, address, browser  # noqa: F401


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (360, "dark")])
def test_menu(browser, address, width, scheme):  # noqa: F811
    """A group opens by the keyboard and closes by Escape, which gives the focus back; opening one closes the other; a link of it leads on."""
    visitor = Visitor(browser, address, "en", width, color_scheme=scheme)
    visitor.log_in("owner@example.com")
    page = visitor.page
    if width == 360:
        page.locator(".menu > summary").focus()
        page.keyboard.press("Enter")
    mining, business = page.locator(".group > summary").nth(0), page.locator(".group > summary").nth(2)
    expect(mining).to_have_attribute("aria-current", "true")
    expect(page.locator("a[href='/site']").first).to_be_hidden()
    mining.focus()
    page.keyboard.press("Enter")
    expect(page.locator("nav a[href='/site']")).to_be_visible()
    visitor.check("/menu-mining")
    page.keyboard.press("Tab")
    expect(page.locator("nav a[href='/mining-calculator']")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("nav a[href='/site']")).to_be_hidden()
    expect(mining).to_be_focused()
    mining.click()
    business.click()
    expect(page.locator("nav a[href='/site']")).to_be_hidden()
    expect(page.locator("nav a[href='/crm/customers']")).to_be_visible()
    visitor.check("/menu-business")
    page.locator("nav a[href='/crm/customers']").click()
    expect(page.locator("h1")).to_have_text("Customers")
    # Without its script the menu opens all the same.
    without = Visitor(browser, address, "zh", width, java_script_enabled=False)
    without.page.goto(address + "/login")
    without.page.fill("[name=email]", "owner@example.com")
    without.page.fill("[name=password]", "a long enough word")
    without.page.locator("main form button").first.click()
    if width == 360:
        without.page.locator(".menu > summary").click()
    without.page.locator(".group > summary").nth(1).click()
    expect(without.page.locator("nav a[href='/analytics']")).to_be_visible()
    without.context.close()
