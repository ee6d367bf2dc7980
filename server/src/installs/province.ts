import { receiving } from '../features/exchange/index.ts';
import { issuers } from '../features/issuers/index.ts';
import { locking } from '../features/locking/index.ts';
import { people } from '../features/people/index.ts';
import { install } from './install.ts';

export const province = install('province', [people, issuers, receiving, locking]);
