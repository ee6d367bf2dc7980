import { organisations } from './organisations.ts';
import type { World } from './world.ts';

/** Login names at the registries. */
export const registryOfficers = {
  province: { username: 'chuyenvien.so' },
  ministry: { username: 'chuyenvien.bo' },
} as const;

/** Accounts of the registries: invented officers, one a role. */
export const officers = {
  province: (world: World) => [
    {
      ...registryOfficers.province,
      password: world.secrets.password,
      fullName: 'Huỳnh Thị Ngọc Bích',
      schoolId: organisations.province.id,
      staffId: null,
      positions: ['provincialOfficer'],
      communeCode: null,
    },
  ],
  ministry: (world: World) => [
    {
      ...registryOfficers.ministry,
      password: world.secrets.password,
      fullName: 'Đặng Quốc Tuấn',
      schoolId: organisations.ministry.id,
      staffId: null,
      positions: ['ministryOfficer'],
      communeCode: null,
    },
  ],
} as const;
