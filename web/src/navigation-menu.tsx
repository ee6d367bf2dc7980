import { NavLink } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useRegistryYear } from './features/exchange/registry-year.tsx';
import { locksHereQuery } from './features/locking/locking.client.ts';
import { useSession } from './features/people/session.ts';
import { navigationFor } from './navigation.ts';

/** Where this person may go. */
export function Navigation() {
  const session = useSession();
  const { pathname } = useLocation();
  const hidden = useHidden();
  return navigationFor(session)
    .filter(({ to }) => to !== hidden)
    .map(({ to, label }) => (
      <NavLink
        key={to}
        component={Link}
        to={to}
        label={label}
        active={to === '/' ? pathname === '/' : pathname.startsWith(to)}
        aria-current={pathname === to ? 'page' : undefined}
      />
    ));
}

/** At the ministry, locking is only shown where the ministry locks. */
function useHidden(): string | undefined {
  const { install, actor } = useSession();
  const [schoolYear] = useRegistryYear();
  const asks = install === 'ministry' && actor.positions.includes('ministryOfficer');
  const { data: locksHere } = useQuery({ ...locksHereQuery(schoolYear), enabled: asks });
  return asks && !locksHere ? '/registry/locking' : undefined;
}
