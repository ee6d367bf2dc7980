import type { InstallKind } from '../config.ts';
import type { Install } from './install.ts';
import { ministry } from './ministry.ts';
import { portal } from './portal.ts';
import { province } from './province.ts';
import { school } from './school.ts';

export const installs: Readonly<Record<InstallKind, Install>> = { school, province, ministry, portal };
