import { EngineError } from '../../engine/model/engine-error.ts';
import type { Json } from '../../engine/model/json.ts';
import type { Store } from '../../engine/ports/store.ts';
import { mayView } from '../../engine/step/people.ts';
import type { Reader } from './reader.ts';

const DOCUMENTS = 'documents';

/** A document as it was made: it never changes, and its hash stands in the case's history. */
export interface StoredDocument {
  readonly id: string;
  readonly instance: string;
  readonly name: string;
  readonly language: string;
  readonly sha256: string;
  readonly at: number;
  readonly html: string;
}

export interface Documents {
  /** Keeps a document under an id made from its effect's key. One that is there already stays as it is. */
  put(document: StoredDocument): Promise<StoredDocument>;
  /** As visible as its case. Throws `document.not_found`. */
  get(reader: Reader, id: string): Promise<StoredDocument>;
}

export function openDocuments(store: Store): Documents {
  return {
    async put(document) {
      const result = await store.putRecord({
        register: DOCUMENTS,
        id: document.id,
        value: document as unknown as Json,
        keys: [`of:${document.instance}`],
        expect: 0,
      });
      return result.kind === 'stored' ? document : (result.record?.value as unknown as StoredDocument);
    },
    async get(reader, id) {
      const document = (await store.getRecord(DOCUMENTS, id))?.value as unknown as StoredDocument | undefined;
      const instance = document === undefined ? undefined : await store.load(document.instance);
      const listed = instance?.documents.some((entry) => entry.id === id) === true;
      if (
        document === undefined ||
        instance === undefined ||
        !listed ||
        !mayView(instance.viewers, reader.person, reader.plant)
      ) {
        throw new EngineError('document.not_found', 'There is no such document, or you may not see it.');
      }
      return document;
    },
  };
}
