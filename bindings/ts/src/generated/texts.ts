// Generated from the operation table by `cargo xtask gen`.

import { document } from "../core.js";

/** Types of the domain. */
export declare namespace texts {
  /**
   * Language of a text.
   * - `en`: English.
   * - `zh`: Chinese, simplified.
   */
  export type Language =
    | "en"
    | "zh";

  /** Text of one key. */
  export interface CatalogueEntry {
    /** Key: room, kind of thing, and code. */
    readonly key: string;
    /** Text in the language that was asked for. */
    readonly text: string;
  }

  /** Result of `catalogue`. */
  export interface Catalogue {
    /** Texts, in the order of the catalogue. */
    readonly entries: readonly (CatalogueEntry)[];
  }

  /** Inputs of `catalogue`. */
  export interface CatalogueRequest {
    /** Language of the texts. */
    readonly language: Language;
    /** Begin of the keys that are asked for, like `crm.lead.`. Absent: all. */
    readonly prefix?: string;
  }

  /** The operations of `texts`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /** The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix. */
    catalogue(request: CatalogueRequest): Catalogue;
  }
}

/** Operations of the domain. */
export const texts: texts.Operations = {
  catalogue: (request) => document("texts.catalogue", request),
};
