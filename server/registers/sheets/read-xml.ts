import { StringDecoder } from 'node:string_decoder';
import sax from 'sax';
import { refuseFile } from './refuse-file.ts';

/** What a reader of XML is told, in the order of the document. Entities of a document's own are never expanded. */
export interface XmlEvents {
  open(name: string, attributes: { readonly [name: string]: string }): void;
  text(text: string): void;
  close(name: string): void;
}

/** Reads XML as it comes; after each piece there is a stop, at which rows may be handed on. Throws `import.refused`. */
export async function* readXml(bytes: AsyncIterable<Buffer>, part: string, events: XmlEvents): AsyncGenerator<void> {
  const decoder = new StringDecoder('utf8');
  const parser = sax.parser(true, { position: false });
  parser.onopentag = ({ name, attributes }) => events.open(withoutPrefix(name), attributes as Attributes);
  parser.ontext = (text) => events.text(text);
  parser.oncdata = (text) => events.text(text);
  parser.onclosetag = (name) => events.close(withoutPrefix(name));
  parser.onerror = () => {
    throw refuseFile('sheet_broken', { part });
  };
  for await (const chunk of bytes) {
    parser.write(decoder.write(chunk));
    yield;
  }
  parser.write(decoder.end()).close();
}

type Attributes = { readonly [name: string]: string };

/** Some programs write `<x:row>` for `<row>`. */
function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
