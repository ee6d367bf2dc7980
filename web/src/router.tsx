import { Alert, Anchor } from '@mantine/core';
import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Loading } from './components/loaded.tsx';
import { RefusalNotice } from './components/refusal-notice.tsx';
import { sessionQuery } from './features/people/people.client.ts';
import { Frame } from './frame.tsx';
import { serverText } from './labels/server.ts';
import { queries } from './queries.ts';
import { Refusal } from './server.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: (search): { next?: string } => {
    const next = text(search['next']);
    // Only an address of this site: never `//elsewhere`.
    return next && /^\/(?!\/)/.test(next) ? { next } : {};
  },
  component: lazyRouteComponent(() => import('./features/people/sign-in-screen.tsx'), 'SignInScreen'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 401) throw error;
      throw redirect({ to: '/login', search: location.pathname === '/' ? {} : { next: location.href } });
    }
  },
  component: Frame,
});

const under = () => frame;

const screens = [
  createRoute({
    getParentRoute: under,
    path: '/',
    component: lazyRouteComponent(() => import('./features/tasks/tasks-screen.tsx'), 'TasksScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./features/people/accounts-screen.tsx'), 'AccountsScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/submissions',
    component: lazyRouteComponent(() => import('./features/exchange/submissions-screen.tsx'), 'SubmissionsScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/schools',
    component: lazyRouteComponent(() => import('./features/exchange/schools-screen.tsx'), 'SchoolsScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/records',
    validateSearch: (search): { schoolId?: string } =>
      text(search['schoolId']) ? { schoolId: String(search['schoolId']) } : {},
    component: lazyRouteComponent(
      () => import('./features/exchange/registry-records-screen.tsx'),
      'RegistryRecordsScreen',
    ),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/issuers',
    component: lazyRouteComponent(() => import('./features/issuers/issuers-screen.tsx'), 'IssuersScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/registry/locking',
    component: lazyRouteComponent(() => import('./features/locking/locking-screen.tsx'), 'LockingScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/import',
    component: lazyRouteComponent(() => import('./features/entry/imports-screen.tsx'), 'ImportsScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/import/$importId',
    component: lazyRouteComponent(() => import('./features/entry/import-screen.tsx'), 'ImportScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/classes',
    component: lazyRouteComponent(() => import('./features/carry-over/classes-screen.tsx'), 'ClassesScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/receive',
    component: lazyRouteComponent(() => import('./features/carry-over/receive-screen.tsx'), 'ReceiveScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/classes/$schoolYear/$classId',
    component: lazyRouteComponent(() => import('./features/carry-over/class-screen.tsx'), 'ClassScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/classes/$schoolYear/$classId/summary',
    component: lazyRouteComponent(() => import('./features/carry-over/summary-screen.tsx'), 'SummaryScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/classes/$schoolYear/$classId/records',
    component: lazyRouteComponent(() => import('./features/issuance/records-screen.tsx'), 'RecordsScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/pupils/$schoolYear/$recordId',
    component: lazyRouteComponent(() => import('./features/entry/pupil-year-screen.tsx'), 'PupilYearScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/signing',
    validateSearch: (search): { linked?: 0 | 1; slot?: string } => ({
      ...(search['linked'] === 1 || search['linked'] === 0 ? { linked: search['linked'] } : {}),
      ...(text(search['slot']) ? { slot: String(search['slot']) } : {}),
    }),
    component: lazyRouteComponent(() => import('./features/signing/signing-screen.tsx'), 'SigningScreen'),
  }),
  createRoute({
    getParentRoute: under,
    path: '/signing/$sessionId',
    component: lazyRouteComponent(
      () => import('./features/signing/signing-session-screen.tsx'),
      'SigningSessionScreen',
    ),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren([login, frame.addChildren(screens)]),
  defaultPreload: false,
  defaultPendingComponent: Loading,
  defaultErrorComponent: ScreenError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

/** A screen that could not be fetched belongs to a version of the program that is gone. */
function ScreenError({ error }: ErrorComponentProps) {
  if (error instanceof Refusal) return <RefusalNotice error={error} onRetry={() => window.location.reload()} />;
  const gone = /dynamically imported module|Importing a module/i.test(String(error));
  return (
    <Alert color="red" role="alert" title={gone ? serverText.newVersion : serverText.unexpected}>
      <Anchor href={window.location.href}>{serverText.reload}</Anchor>
    </Alert>
  );
}

function NotFound() {
  return (
    <Alert color="yellow" role="alert" m="lg" title={serverText.notFound}>
      <Anchor href="/">Học bạ số</Anchor>
    </Alert>
  );
}
