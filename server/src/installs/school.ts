import { people } from '../features/people/index.ts';
import { install } from './install.ts';

export const school = install('school', [people]);
