import fc from 'fast-check';

/**
 * For tests: documents as odd as the grammar allows (prefixes declared again, undeclared and unused, entities, every
 * kind of white space, quotes of both kinds), as text. Every namespace prefix used is declared.
 */
export const generatedDocument: fc.Arbitrary<string> = fc
  .record({ seed: fc.array(fc.nat(0xffff), { minLength: 40, maxLength: 160 }), foreign: fc.boolean() })
  .map(({ seed, foreign }) => new Scribe(seed, foreign).document());

const uris = ['urn:a', 'urn:b', 'http://example.test/c?x=1;y=2'];
const prefixes = ['', 'a', 'b', 'é', 'ab'];
const texts = [
  '',
  'x',
  ' \n\t',
  '&lt;&amp;&gt;&quot;&apos;',
  '&#13;',
  '&#xD;&#xA;&#x9;',
  'Tiếng Việt',
  '😀',
  '\r\n',
  '\r',
  '"\'>',
];
const names = ['x', 'y', 'Z', 'ñ', '名', 'x-1'];

class Scribe {
  readonly #seed: readonly number[];
  readonly #foreign: boolean;
  #at = 0;
  #id = 0;

  constructor(seed: readonly number[], foreign: boolean) {
    this.#seed = seed;
    this.#foreign = foreign;
  }

  document(): string {
    const head = this.#pick(['', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']);
    return `${head}${this.#element(new Map(), 0)}${this.#pick(['', '\n'])}`;
  }

  #next(below: number): number {
    const value = this.#seed[this.#at % this.#seed.length] ?? 0;
    this.#at += 1;
    return (value + this.#at) % below;
  }

  #pick<T>(from: readonly T[]): T {
    const picked = from[this.#next(from.length)];
    if (picked === undefined) throw new Error('nothing to pick from');
    return picked;
  }

  #element(outer: ReadonlyMap<string, string>, depth: number): string {
    const scope = new Map(outer);
    const declared = this.#declarations(scope);
    const usable = [...scope.keys()].filter((prefix) => prefix !== '');
    const prefix = this.#pick(['', ...usable]);
    const name = prefix === '' ? this.#pick(names) : `${prefix}:${this.#pick(names)}`;
    const attributes = [...declared, ...this.#attributes(scope, usable)];
    const shuffled = attributes.sort(() => this.#next(3) - 1).map((a) => this.#pick([' ', '\n', '  ', '\t']) + a);
    this.#id += 1;
    const tag = `${name} Id="e${this.#id}"${shuffled.join('')}${this.#pick(['', ' '])}`;
    const content = this.#content(scope, depth);
    return content === '' && this.#next(2) === 0 ? `<${tag}/>` : `<${tag}>${content}</${name}${this.#pick(['', ' '])}>`;
  }

  #declarations(scope: Map<string, string>): string[] {
    const declared: string[] = [];
    for (const prefix of prefixes) {
      if (this.#next(3) !== 0) continue;
      const uri = prefix === '' && this.#next(3) === 0 ? '' : this.#pick(uris);
      scope.set(prefix, uri);
      declared.push(prefix === '' ? `xmlns="${uri}"` : `xmlns:${prefix}='${uri}'`);
    }
    return declared;
  }

  #attributes(scope: ReadonlyMap<string, string>, usable: readonly string[]): string[] {
    const taken = new Set<string>();
    const attributes: string[] = [];
    for (let left = this.#next(4); left > 0; left -= 1) {
      const prefix = this.#pick(['', '', 'xml', ...usable]);
      const local = prefix === 'xml' ? this.#pick(['lang', 'space']) : this.#pick(names);
      const expanded = `${prefix === '' ? '' : (scope.get(prefix) ?? 'xml')} ${local}`;
      if (taken.has(expanded)) continue;
      taken.add(expanded);
      attributes.push(`${prefix === '' ? '' : `${prefix}:`}${local}=${this.#quoted(local)}`);
    }
    return attributes;
  }

  #quoted(local: string): string {
    if (local === 'space') return this.#pick(['"preserve"', "'default'"]);
    const value = this.#pick(texts);
    return value.includes("'") ? `"${value.replaceAll('"', '&quot;')}"` : `'${value}'`;
  }

  #content(scope: ReadonlyMap<string, string>, depth: number): string {
    let content = '';
    for (let left = depth > 5 ? 0 : this.#next(4); left > 0; left -= 1) {
      content += this.#pick(texts);
      if (this.#foreign) content += this.#pick(['', '', '<!-- c -->', '<?p d ?>', '<?p?>', '<![CDATA[<&>]]>']);
      content += this.#next(3) === 0 ? '' : this.#element(scope, depth + 1);
    }
    return content;
  }
}
