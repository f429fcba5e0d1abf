/** What a schema says of the definition that it names, beside its own words. */
function resolved(schema, definitions) {
  if (!schema.$ref) return schema;
  const { $ref, ...own } = schema;
  return { ...definitions[$ref.split("/").at(-1)], ...own };
}

const isWords = (schema) => schema.oneOf?.every((item) => item.const !== undefined);
const isNumber = (schema) => schema.type === "number" || schema.type === "integer";
/** The unit, unless the label says it. */
const unitOf = ({ title, "x-unit": unit }) => (unit && !title.includes(unit) ? ` [${unit}]` : "");

function NumberInput({ schema, value, onChange, ...rest }) {
  const told = schema.default ?? schema.examples?.[0];
  const read = (text) => (text.trim() === "" ? undefined : Number(text));
  return <input {...rest} inputMode="decimal" defaultValue={value ?? ""} placeholder={told === undefined ? "" : String(told)} onChange={(event) => onChange(read(event.target.value))} />;
}

/** One of several forms, as a difficulty or a hashrate: which, and its value. */
function CaseInput({ schema, value, onChange, definitions, ...rest }) {
  const [tag] = Object.keys(value);
  const content = (tag) => resolved(schema.oneOf.find((item) => item.required?.[0] === tag).properties[tag], definitions);
  const cases = schema.oneOf.filter((item) => item.required && isNumber(resolved(item.properties[item.required[0]], definitions)));
  return (
    <span className="case">
      <select aria-label={schema.title} value={tag} onChange={(event) => onChange({ [event.target.value]: undefined })}>
        {cases.map(({ required: [name] }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
      <NumberInput key={tag} {...rest} schema={content(tag)} value={value[tag]} onChange={(number) => onChange({ [tag]: number })} />
    </span>
  );
}

function Input({ schema, ...rest }) {
  if (isWords(schema)) {
    const { value, onChange, definitions, ...others } = rest;
    return (
      <select {...others} value={value ?? ""} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="" />
        {schema.oneOf.map((item) => (
          <option key={item.const} title={item.description}>
            {item.const}
          </option>
        ))}
      </select>
    );
  }
  if (schema.oneOf) return <CaseInput schema={schema} {...rest} />;
  const { definitions, ...others } = rest;
  return <NumberInput schema={schema} {...others} />;
}

/**
 * A form for what an operation is asked, drawn from its schema: label, unit, value where a field is left out, and the refusal beside the
 * field that it names. Fields that are lists are left out.
 */
export default function SchemaForm({ schema, value, onChange, fault }) {
  const { properties, required } = resolved({ $ref: schema.$ref }, schema.$defs);
  const fields = Object.entries(properties).map(([name, property]) => [name, resolved(property, schema.$defs)]);
  const drawn = fields.filter(([name, field]) => isNumber(field) || isWords(field) || (field.oneOf && value[name]));
  const field = ([name, field]) => {
    const isWrong = fault?.path.split(/[.[]/)[0] === name;
    return (
      <label key={name} title={field.description}>
        <span>
          {field.title}
          {unitOf(field)}
          {required.includes(name) ? "" : " (optional)"}
        </span>
        <Input name={name} schema={field} definitions={schema.$defs} value={value[name]} onChange={(next) => onChange({ ...value, [name]: next })} aria-invalid={isWrong} />
        {isWrong && <em role="alert">{fault.allowed}</em>}
      </label>
    );
  };
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {drawn.filter(([name]) => required.includes(name)).map(field)}
      <details>
        <summary>Further fields</summary>
        {drawn.filter(([name]) => !required.includes(name)).map(field)}
      </details>
    </form>
  );
}
