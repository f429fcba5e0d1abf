// The schemas of a package: a strict reader takes them, and what they say of examples and answers is so.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import Ajv2020 from "ajv/dist/2020.js";

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const json = (file) => JSON.parse(readFileSync(file, "utf8"));

/** Columns as JSON can have them: without the cells that are no number. */
function plain(columns, { properties }) {
  const cells = (column) => ("codes" in column ? Array.from(column.codes, (code) => column.words[code]) : Array.from(column));
  const cell = (name, value) => (properties[name]["x-kind"] === "bool" ? Boolean(value) : typeof value === "bigint" ? Number(value) : value);
  const plain = ([name, column]) => [name, cells(column).filter((value) => !Number.isNaN(value)).map((value) => cell(name, value))];
  return Object.fromEntries(Object.entries(columns).map(plain));
}

export async function schemas(api, name) {
  const folder = fileURLToPath(new URL(`../${name}/schemas/`, import.meta.url));
  const vocabulary = json(`${folder}vocabulary.json`);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "vocabulary.json");
  assert.deepEqual(files.map((file) => file.replace(/\.json$/, "")).sort(), [...api.operations].sort());
  let [labels, tables] = [0, 0];
  for (const file of files) {
    const schema = json(folder + file);
    const ajv = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/ } });
    ajv.addVocabulary(vocabulary);
    const request = ajv.compile(schema);
    const part = (key) => ajv.compile({ ...schema, $ref: schema[key].$ref });
    const holds = (check, value, what) => assert.ok(check(value), `${file}, ${what}: ${ajv.errorsText(check.errors)}`);
    const definition = ({ $ref }) => schema.$defs[$ref.split("/").at(-1)];

    const given = JSON.parse(api.example(schema.title));
    const params = schema["x-columns"] ? given.params : given;
    holds(request, params, "the example");
    assert.deepEqual(schema.examples, [params]);
    assert.ok(!request({ ...params, "no such field": 1 }), `${file}: an unknown field`);
    for (const [field, property] of Object.entries(definition(schema).properties)) {
      assert.ok(property.title && property.description, `${file}: ${field} without a label`);
      assert.ok(!request({ ...params, [field]: null }), `${file}: null for ${field}`);
      labels += 1;
    }

    const [domain, operation] = schema.title.split(".");
    const run = api[domain][camel(operation)];
    if (schema["x-report"]) holds(part("x-report"), await run(given), "the answer");
    if (!schema["x-columns"]) continue;
    holds(part("x-columns"), plain(given.columns, definition(schema["x-columns"])), "the columns of the example");
    const answer = schema["x-shape"] === "stream" ? run(given.params).updateMany(given.columns) : run(given.columns, given.params);
    holds(part("x-table"), plain(answer, definition(schema["x-table"])), "the columns of the answer");
    tables += 1;
  }
  console.log(`${files.length} schemas, ${labels} fields of requests, ${tables} tables`);
}
