import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './check/source-tree.ts';
import { currentSchema } from './schema/current-schema.ts';

/** `npm run schema`: writes server/schema.sql after a new migration. */
writeFileSync(join(root, 'server/schema.sql'), await currentSchema());
