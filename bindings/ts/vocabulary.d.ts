/** Keywords of the schemas that JSON Schema does not have, for `ajv.addVocabulary(…)`. */
declare const vocabulary: string[];
export default vocabulary;
