import type { Position, Session } from './features/people/people.client.ts';
import { navigationText as text } from './labels/navigation.ts';

interface Entry {
  readonly to: string;
  readonly label: string;
  /** Who finds it in the menu; what one may do there is for the server to say. */
  readonly positions: readonly Position[];
}

const management: readonly Position[] = ['principal', 'vicePrincipal'];

const school: readonly Entry[] = [
  { to: '/import', label: text.import, positions: ['academicClerk'] },
  {
    to: '/classes',
    label: text.classes,
    positions: [...management, 'academicClerk', 'sealClerk', 'homeroomTeacher', 'subjectTeacher'],
  },
  { to: '/signing', label: text.signing, positions: ['principal', 'homeroomTeacher', 'subjectTeacher'] },
  { to: '/signing', label: text.sealing, positions: ['sealClerk'] },
  { to: '/submissions', label: text.submissions, positions: [...management, 'academicClerk'] },
  { to: '/accounts', label: text.accounts, positions: ['administrator'] },
];

const officers: readonly Position[] = ['communeOfficer', 'provincialOfficer', 'ministryOfficer'];

const registry: readonly Entry[] = [
  { to: '/registry/schools', label: text.registrySchools, positions: officers },
  { to: '/registry/records', label: text.registryRecords, positions: officers },
  { to: '/registry/issuers', label: text.issuers, positions: officers },
  { to: '/registry/locking', label: text.locking, positions: officers },
  { to: '/accounts', label: text.accounts, positions: ['administrator'] },
];

const tasks = { to: '/', label: text.tasks };

/** The menu of one person at one kind of install. */
export function navigationFor({ install, actor }: Session): readonly Pick<Entry, 'to' | 'label'>[] {
  const entries = install === 'school' ? school : registry;
  return [
    ...(install === 'school' ? [tasks] : []),
    ...entries.filter(({ positions }) => positions.some((position) => actor.positions.includes(position))),
  ];
}
