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

  /** Result of `fault_text`. */
  export interface FaultText {
    /** Sentence for a person. */
    readonly text: string;
  }

  /** Inputs of `catalogue`. */
  export interface CatalogueRequest {
    /** Language of the texts. */
    readonly language: Language;
    /** Begin of the keys that are asked for, like `crm.lead.`. Absent: all. */
    readonly prefix?: string | undefined;
  }

  /** Inputs of `fault_text`: an error as it crosses every border. */
  export interface FaultTextRequest {
    /** Language of the text. */
    readonly language: Language;
    /** Code of the error; its last part is the problem. */
    readonly code: string;
    /** Path of the culprit. Absent: the whole document. */
    readonly path?: string | undefined;
    /** Value as it was received. Absent: none was. */
    readonly value?: string | undefined;
    /** What would have been allowed, as the error says it. Absent: it says nothing. */
    readonly allowed?: string | undefined;
  }

  /** The operations of `texts`. Each throws {@link HashInsightError} on what it refuses; one that answers a promise rejects it. */
  export interface Operations {
    /**
     * The texts of codes in a language: states, transitions, roles, permissions and reasons, all or those under a prefix.
     *
     * @example
     * ```ts
     * const answer = texts.catalogue({ language: "zh", prefix: "crm.lead." });
     * ```
     */
    catalogue(request: CatalogueRequest): Catalogue;
    /**
     * An error as a sentence for a person, in English or Chinese: what is wrong where, what was received, and what is allowed.
     *
     * @example
     * ```ts
     * const answer = texts.faultText({ language: "zh", code: "mining.pool_fee.out_of_range", path: "pool_fee", value: "1.5", allowed: "0 to 1" });
     * ```
     */
    faultText(request: FaultTextRequest): FaultText;
  }
}

/** Operations of the domain. */
export const texts: texts.Operations = {
  catalogue: (request) => document("texts.catalogue", request),
  faultText: (request) => document("texts.fault_text", request),
};
