//! Functions of documents, and classes of streams and jobs.

use std::fmt::Write as _;

use hashinsight_surface::ColumnKind;

use super::columns::{class, column_parameters, given, inputs, outputs, record};
use super::text::{accepts, answers, class_head, dict, docstring, operation_doc, parameters, star};
use crate::generate::model::{ColumnField, Field, Model, Op, Type, pascal};

/// Name of the class of one output of a stream.
pub(super) fn row_class(op: &Op) -> String {
    pascal(&op.name) + "Row"
}

/// Name of the class of a job.
pub(super) fn job_class(op: &Op) -> String {
    pascal(&op.name) + "Job"
}

fn report(op: &Op) -> &str {
    op.report.as_ref().map_or("", |report| &report.own)
}

pub(super) fn document(out: &mut String, model: &Model, op: &Op) {
    let (report, fields) = (report(op), &op.request.fields);
    let _ = writeln!(out, "\n\n@operation(\"{}\")\ndef {}(\n    {}", op.operation.path, op.name, star(fields));
    parameters(out, "    ", fields);
    let _ = writeln!(out, ") -> {report}:");
    docstring(out, "    ", &operation_doc(model, op, report, false));
    let _ = writeln!(out, "    return {report}._read(call(\"{}\", {}))", op.operation.path, dict(fields));
}

/// `restore` of a stream or a job.
fn restore(out: &mut String, what: &str, fields: &[Field]) {
    let head = "\n    @classmethod\n    def restore(\n        cls,\n        state: bytes,\n        ";
    let _ = writeln!(out, "{head}{}", star(fields));
    parameters(out, "        ", fields);
    out.push_str("    ) -> Self:\n");
    docstring(out, "        ", &format!("The {what} that ``save`` wrote, opened with the same parameters."));
    let _ = writeln!(out, "        return cls._again({}, state)", dict(fields));
}

/// One value of a column that comes out: plain numbers, and words of their choice.
fn row_type(column: &ColumnField) -> String {
    match column.spec.kind {
        ColumnKind::F64 => "float".into(),
        ColumnKind::I64 => "int".into(),
        ColumnKind::Bool | ColumnKind::Words(_) => answers(&column.ty),
    }
}

pub(super) fn stream(out: &mut String, model: &Model, op: &Op) {
    let (class_name, row, columns) = (pascal(&op.name), row_class(op), class(op));
    record(out, &row, "Document", &format!("One output of ``{class_name}``."), &op.outputs, row_type);
    record(out, &columns, "Columns", &format!("Outputs of ``{class_name}``, a row per event."), &op.outputs, |_| {
        "Any".to_owned()
    });
    class_head(out, &class_name, "Stream", false);
    docstring(out, "    ", &operation_doc(model, op, &class_name, false));
    let _ = writeln!(
        out,
        "\n    _path: ClassVar[str] = \"{}\"\n    _inputs: ClassVar[Sequence[tuple[str, str | tuple[str, ...]]]] = {}\n    \
         _outputs: ClassVar[Sequence[str]] = {}\n    _row: ClassVar[type[Any]] = {row}\n    _columns: ClassVar[type[Any]] = {columns}",
        op.operation.path,
        inputs(op),
        outputs(op)
    );
    let fields = &op.request.fields;
    let _ = writeln!(
        out,
        "\n    @operation(\"{}\")\n    def __init__(\n        self,\n        {}",
        op.operation.path,
        star(fields)
    );
    parameters(out, "        ", fields);
    let _ = writeln!(out, "    ) -> None:\n        super().__init__({})", dict(fields));
    restore(out, "stream", fields);
    for (method, doc) in [
        ("update", "Take the next event; a refused event changes nothing."),
        ("peek", "What ``update`` would answer, without taking the event."),
    ] {
        let _ = writeln!(out, "\n    @operation()\n    def {method}(\n        self,\n        *,");
        for input in &op.inputs {
            let ty = match (input.spec.kind, &input.ty) {
                (ColumnKind::F64, _) => "float".to_owned(),
                (ColumnKind::I64, Type::Instant) | (_, Type::Word(_) | Type::Bool) => accepts(&input.ty),
                _ => "int".to_owned(),
            };
            let absent = if input.is_optional() { " | None = None" } else { "" };
            let _ = writeln!(out, "        {}: {ty}{absent},", input.spec.name);
        }
        let _ = writeln!(out, "    ) -> {row}:");
        docstring(out, "        ", doc);
        let _ = writeln!(out, "        result: {row} = self._{method}({})\n        return result", given(op));
    }
    let _ = writeln!(
        out,
        "\n    @operation()\n    def update_many(\n        self,\n        frame: Any = None,\n        /,\n        *,"
    );
    column_parameters(out, "        ", op, "ArrayLike | None = None");
    let _ = writeln!(out, "    ) -> {columns}:");
    docstring(out, "        ", "Take many events, all or none: columns by keyword, or by name out of a DataFrame.");
    let _ = writeln!(out, "        result: {columns} = self._update_many(frame, {})\n        return result", given(op));
}

pub(super) fn job(out: &mut String, model: &Model, op: &Op) {
    let (class_name, report, fields) = (job_class(op), report(op), &op.request.fields);
    let split = "in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge.";
    class_head(out, &class_name, "Job", false);
    docstring(out, "    ", &format!("``{}`` {split}", op.name));
    let path = op.operation.path;
    let _ = writeln!(out, "\n    _path: ClassVar[str] = \"{path}\"\n    _report: ClassVar[type[Any]] = {report}");
    let _ = writeln!(out, "\n    @operation(\"{path}\")\n    def __init__(\n        self,\n        {}", star(fields));
    parameters(out, "        ", fields);
    out.push_str("        blocks: tuple[int, int] | None = None,\n    ) -> None:\n");
    let _ = writeln!(out, "        super().__init__({}, blocks)", dict(fields));
    restore(out, "job", fields);
    let _ = writeln!(out, "\n    def report(self) -> {report}:");
    docstring(out, "        ", "The result, once every block of the whole job is done.");
    let _ = writeln!(out, "        result: {report} = self._result()\n        return result");
    let _ = writeln!(out, "\n\n@operation(\"{path}\")\ndef {}(\n    {}", op.name, star(fields));
    parameters(out, "    ", fields);
    let _ = writeln!(out, "    progress: Progress = False,\n) -> {report}:");
    let progress = "progress : bool or callable, optional\n    True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).\n\nReturns";
    docstring(out, "    ", &operation_doc(model, op, report, false).replacen("\nReturns", progress, 1));
    let arguments: Vec<String> = fields.iter().map(|field| format!("{0}={0}", field.name)).collect();
    let _ = writeln!(out, "    return {class_name}({}).run(progress).report()", arguments.join(", "));
}
