import { people } from '../features/people/index.ts';
import { install } from './install.ts';

export const ministry = install('ministry', [people]);
