/** The word of a choice: `"never"` of `"never"`, `"value"` of `{ value: 3 }`. */
export function tagOf<C extends string | object>(choice: C): C extends string ? C : keyof C & string {
  return (typeof choice === "string" ? choice : Object.keys(choice)[0]) as C extends string ? C : keyof C & string;
}
