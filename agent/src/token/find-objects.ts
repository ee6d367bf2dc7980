import type { Attribute, Cryptoki, Handle } from './cryptoki.ts';

const MOST = 100;

/** Objects of a token that match. */
export function findObjects(module: Cryptoki, session: Handle, template: readonly Attribute[]): Handle[] {
  module.C_FindObjectsInit(session, template);
  try {
    return module.C_FindObjects(session, MOST);
  } finally {
    module.C_FindObjectsFinal(session);
  }
}

export function attributeOf(module: Cryptoki, at: { session: Handle; object: Handle }, type: number): Buffer {
  const [attribute] = module.C_GetAttributeValue(at.session, at.object, [{ type }]);
  return attribute?.value ?? Buffer.alloc(0);
}
