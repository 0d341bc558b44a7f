import type { JsonObject } from '../../engine/model/json.ts';
import type { Meaning } from '../../engine/model/signature.ts';

/**
 * What a template can name: plain JSON in the reader's language, made by whoever renders. Nothing else reaches it.
 *
 * Documents and notifications share it; `with` holds the values that a `notify` action brought along.
 */
export interface DocumentContext {
  readonly document: DocumentFacts;
  readonly plant: { readonly name: string; readonly site: string };
  readonly instance: InstanceFacts;
  readonly data: JsonObject;
  /** Who completed what last, by the name it has in `data`; `start` for the start form. */
  readonly evidence: { readonly [name: string]: EvidenceFacts };
  /** The case's electronic signatures, oldest first. */
  readonly signatures: readonly SignatureFacts[];
  /** Names behind ids, `"customers/C-03"` → name. People and departments that the case names are among them. */
  readonly names: { readonly [record: string]: string };
  readonly with?: JsonObject;
}

export interface DocumentFacts {
  /** `D01` and the like; a document's number is this and the case's. */
  readonly code: string;
  /** 1 for the first document of this code in the case. */
  readonly revision: number;
  /** When it is made, ISO 8601. */
  readonly at: string;
}

export interface InstanceFacts {
  readonly number: string;
  readonly subject: string;
  /** The procedure's name and its version. */
  readonly workflow: string;
  readonly version: number;
  readonly startedAt: string;
  /** A name, not an id. */
  readonly initiator: string;
}

export interface SignatureFacts {
  readonly state: string;
  /** The printed name. */
  readonly name: string;
  readonly onBehalfOf: string | null;
  readonly meaning: Meaning;
  readonly reason: string;
  readonly at: string;
  readonly hash: string;
  readonly voidedAt: string | null;
}

export interface EvidenceFacts {
  readonly outcome: string | null;
  /** A name, not an id. */
  readonly by: string;
  readonly department: string;
  readonly at: string;
}
