import { issuers } from '../features/issuers/index.ts';
import { lookup } from '../features/lookup/index.ts';
import { people } from '../features/people/index.ts';
import { install } from './install.ts';

export const portal = install('portal', [people, issuers, lookup]);
