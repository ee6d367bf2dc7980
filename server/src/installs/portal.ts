import { people } from '../features/people/index.ts';
import { install } from './install.ts';

export const portal = install('portal', [people]);
