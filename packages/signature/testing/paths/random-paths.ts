import { extension } from '../../../../simulators/certificate-authority/issue-certificate.ts';
import { anyPolicy, extensionOid } from '../../src/certificate/object-identifiers.ts';
import type { PolicyRules } from '../../src/certificate/policy-processing.ts';
import { concat, der, explicit, integer, sequence } from '../../src/der/writer.ts';
import { issueOdd, mapped, nameOf, type Party, policies } from './odd-authority.ts';

/** A path with constraints on names and policies thrown together, and what a verifier asks of it. */
export interface RandomPath {
  readonly root: Party;
  readonly authorities: readonly Party[];
  readonly leaf: Party;
  readonly rules: PolicyRules;
}

type Below = (below: number) => number;

const hosts = ['a.example', 'x.a.example', 'b.example', 'y.x.a.example', 'aa.example'];
const namedPolicies = ['2.999.1', '2.999.2', '2.999.3'];
const text = (value: string, tag: number) => der(tag, new TextEncoder().encode(value));

/** Made of chances only: whether it is good nobody knows before two judges have looked. */
export class RandomPaths {
  readonly #next: Below;

  constructor(next: Below) {
    this.#next = next;
  }

  path(): RandomPath {
    const root = issueOdd({ name: 'Gốc THỬ NGHIỆM', authority: true });
    const authorities: Party[] = [];
    for (let i = 0; i <= this.#next(3); i++) {
      const order = { name: `Bậc ${i} THỬ NGHIỆM`, authority: true, extensions: this.#authorityExtensions() };
      authorities.push(issueOdd(order, authorities.at(-1) ?? root));
    }
    const names = sequence(...Array.from({ length: 1 + this.#next(2) }, () => this.#name()));
    const alternative = this.#chance(70) ? [extension(extensionOid.subjectAltName, names)] : [];
    const order = { name: this.#pick(['Lá', 'Lá khác']), extensions: [...this.#policies(), ...alternative] };
    return { root, authorities, leaf: issueOdd(order, authorities.at(-1)), rules: this.#rules() };
  }

  #rules(): PolicyRules {
    return {
      ...(this.#chance(50) && { acceptablePolicies: this.#some(namedPolicies) }),
      requireExplicitPolicy: this.#chance(40),
      inhibitPolicyMapping: this.#chance(15),
      inhibitAnyPolicy: this.#chance(15),
    };
  }

  #authorityExtensions(): readonly Uint8Array[] {
    const mapping = [this.#pick(namedPolicies), this.#pick(namedPolicies)] as const;
    const constraints = sequence(
      integer(this.#next(3), 0x80),
      this.#chance(50) ? integer(this.#next(2), 0x81) : undefined,
    );
    return [
      ...(this.#chance(30) ? [this.#nameConstraints()] : []),
      ...this.#policies(),
      ...(this.#chance(25) ? [mapped(mapping)] : []),
      ...(this.#chance(20) ? [extension(extensionOid.policyConstraints, constraints, true)] : []),
      ...(this.#chance(15) ? [extension(extensionOid.inhibitAnyPolicy, integer(this.#next(2)), true)] : []),
    ];
  }

  #policies(): readonly Uint8Array[] {
    return this.#chance(75) ? [policies(...this.#some([...namedPolicies, anyPolicy]))] : [];
  }

  #nameConstraints(): Uint8Array {
    const trees = (tag: number, count: number) =>
      der(tag, concat(...Array.from({ length: count }, () => sequence(this.#base()))));
    const kinds = [
      [trees(0xa0, 1 + this.#next(2))],
      [trees(0xa1, 1)],
      [trees(0xa0, 1 + this.#next(2)), trees(0xa1, 1)],
    ];
    return extension(extensionOid.nameConstraints, sequence(...this.#pick(kinds)), true);
  }

  #name(): Uint8Array {
    const host = this.#pick(hosts);
    return this.#pick([
      text(this.#chance(20) ? `*.${host}` : host, 0x82),
      text(`${this.#pick(['u', 'U', 'v'])}@${host}`, 0x81),
      text(`https://${host}/p`, 0x86),
      der(0x87, Uint8Array.of(10, this.#next(2), 0, 1)),
    ]);
  }

  #base(): Uint8Array {
    return this.#pick([
      text(this.#pick(['a.example', 'x.a.example', 'example', 'b.example', '']), 0x82),
      text(this.#pick(['a.example', '.a.example', 'u@a.example', 'example']), 0x81),
      text(this.#pick(['a.example', '.a.example', '.example']), 0x86),
      der(0x87, Uint8Array.of(10, 0, 0, 0, 255, this.#pick([255, 0]), 0, 0)),
      explicit(4, this.#pick([nameOf('Lá'), sequence(), nameOf('Nơi khác')])),
    ]);
  }

  #some<T>(all: readonly T[]): readonly T[] {
    const chosen = all.filter(() => this.#chance(45));
    return chosen.length > 0 ? chosen : all.slice(0, 1);
  }

  #pick<T>(all: readonly T[]): T {
    const chosen = all[this.#next(all.length)];
    if (chosen === undefined) throw new Error('nothing to pick from');
    return chosen;
  }

  #chance(percent: number): boolean {
    return this.#next(100) < percent;
  }
}
