"""Downloads of the report on a site: a page that prints as PDF, CSV files, a workbook."""

from __future__ import annotations

from apiflask import APIBlueprint
from flask import Response, g, render_template
from webkit import headers
from webkit.access import needs
from webkit.kit import kit

import workbook
from mining_calculator import document
from services import report

blueprint = APIBlueprint("reports", __name__)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@blueprint.get("/reports")
@blueprint.doc(hide=True)
@needs("report:pdf", "read", account=True)
def reports_page() -> str:
    return render_template("reports.html")


@blueprint.get("/reports/site.html")
@blueprint.doc(hide=True)
@needs("report:pdf", "read", account=True)
def html() -> Response:
    """The whole report as one page; printed, it is the PDF."""
    page = report.page(report.of_site(document()), g.language)
    response = Response(report.with_notes(page, notes()), mimetype="text/html")
    response.headers["Content-Security-Policy"] = headers.REPORT_POLICY
    return response


@blueprint.get("/reports/site.csv.zip")
@blueprint.doc(hide=True)
@needs("report:excel", "read")
def csv() -> Response:
    """Figures, tables and plots, one CSV each."""
    return download(report.csv_files(report.of_site(document()), g.language), "application/zip", "site.csv.zip")


@blueprint.get("/reports/site.xlsx")
@blueprint.doc(hide=True)
@needs("report:excel", "read")
def xlsx() -> Response:
    """Figures and tables as a workbook, numbers as numbers."""
    return download(workbook.write(report.of_site(document()), g.language, notes()), XLSX, "site.xlsx")


def notes() -> list[str]:
    return [kit().word(code) for code in ("legal.advice", "legal.advice_long", "legal.demonstration", "attribution")]


def download(content: bytes, mimetype: str, name: str) -> Response:
    return Response(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
