import { SaxesParser } from 'saxes';
import type { XmlElement, XmlText } from '../src/index.ts';

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | XmlText)[];
}

/** A small reader for tests of this package alone; the product reads with `@hocba/signature`. */
export function parseTree(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const stack: OpenElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.values(tag.attributes).filter(
      ({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns',
    );
    const opened: OpenElement = {
      kind: 'element',
      namespace: tag.uri,
      localName: tag.local,
      attributes: new Map(attributes.map(({ uri, local, value }) => [uri ? `{${uri}}${local}` : local, value])),
      children: [],
    };
    stack.at(-1)?.children.push(opened);
    root ??= opened;
    stack.push(opened);
  });
  parser.on('text', (text) => {
    stack.at(-1)?.children.push({ kind: 'text', text });
  });
  parser.on('cdata', (text) => {
    stack.at(-1)?.children.push({ kind: 'text', text });
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.write(xml).close();
  if (!root) throw new Error('no root element');
  return root;
}
