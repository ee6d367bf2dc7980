import { organisations } from './organisations.ts';
import type { World } from './world.ts';

/** Accounts of the registries: invented officers, one a role. */
export const officers = {
  province: (world: World) => [
    {
      username: 'chuyenvien.so',
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
      username: 'chuyenvien.bo',
      password: world.secrets.password,
      fullName: 'Đặng Quốc Tuấn',
      schoolId: organisations.ministry.id,
      staffId: null,
      positions: ['ministryOfficer'],
      communeCode: null,
    },
  ],
} as const;
