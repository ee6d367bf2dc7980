import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Empty } from '../../components/empty.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { tasksText as text } from '../../labels/tasks.ts';
import { type ClassProgress, progressQuery } from '../carry-over/carry-over.client.ts';
import { StateCounts } from '../carry-over/state-counts.tsx';
import { schoolYearsQuery } from '../enrolment/enrolment.client.ts';
import { useSchoolWords } from '../enrolment/school-words.ts';
import { useSchoolYear } from '../enrolment/school-year.ts';
import { useSession } from '../people/session.ts';
import { ownSlotsQuery, waitingQuery } from '../signing/signing.client.ts';
import { type Task, tasksOf } from './tasks.ts';

/** Việc cần làm: where a person starts. A registry's officers start with its schools. */
export function TasksScreen() {
  const { install, actor } = useSession();
  const years = useQuery({ ...schoolYearsQuery, enabled: install === 'school' });
  if (install !== 'school') return <Navigate to="/registry/schools" />;
  return (
    <Page title={text.title} about={text.hello(actor.fullName)}>
      <Loaded query={years}>{({ schoolYears }) => (schoolYears.length > 0 ? <YearTasks /> : <NoData />)}</Loaded>
    </Page>
  );
}

function YearTasks() {
  const { schoolYear = '' } = useSchoolYear();
  const progress = useQuery(progressQuery(schoolYear));
  const ownRows = useOwnRows(schoolYear);
  return (
    <Loaded query={progress}>
      {(classes) => <Tasks schoolYear={schoolYear} classes={classes} ownRows={ownRows} />}
    </Loaded>
  );
}

/** Sheets whose rows wait for this person as a subject's teacher; most never sign as one and are not asked for. */
function useOwnRows(schoolYear: string): number {
  const slots = useQuery(ownSlotsQuery).data ?? [];
  const waiting = useQuery({
    ...waitingQuery({ schoolYear, slot: 'subjectTeacher' }),
    enabled: slots.includes('subjectTeacher'),
  });
  const documents = waiting.data?.classes.flatMap((each) => each.documents) ?? [];
  return documents.filter(({ status }) => status === 'ready').length;
}

function NoData() {
  const tasks = tasksOf(useSession(), []);
  if (tasks.length > 0) return <TaskList tasks={tasks} schoolYear="" />;
  return (
    <Empty>
      {text.noData} {text.noDataNext}
    </Empty>
  );
}

interface TasksProps {
  readonly schoolYear: string;
  readonly classes: readonly ClassProgress[];
  readonly ownRows: number;
}

function Tasks({ schoolYear, classes, ownRows }: TasksProps) {
  const tasks = tasksOf(useSession(), classes, ownRows);
  const own = tasks.filter(({ forOthers }) => !forOthers);
  const others = tasks.filter(({ forOthers }) => forOthers);
  return (
    <Stack>
      {own.length > 0 ? <TaskList tasks={own} schoolYear={schoolYear} /> : <Empty>{text.nothing}</Empty>}
      {others.length > 0 && (
        <>
          <Title order={2} size="h5">
            {text.forOthers}
          </Title>
          <TaskList tasks={others} schoolYear={schoolYear} />
        </>
      )}
      <Overview classes={classes} />
    </Stack>
  );
}

function TaskList({ tasks, schoolYear }: { tasks: readonly Task[]; schoolYear: string }) {
  const words = useSchoolWords();
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {tasks.map((task) => (
        <Paper key={task.sentence} component="li" withBorder p="md">
          <Group justify="space-between" gap="sm">
            <Text style={{ flex: '1 1 240px' }}>{words(task.sentence)}</Text>
            <LinkButton
              to={task.to}
              params={{ schoolYear, classId: task.classId ?? '' }}
              search={task.slot ? { slot: task.slot } : {}}
              variant={task.forOthers ? 'default' : 'filled'}
            >
              {task.go}
            </LinkButton>
          </Group>
        </Paper>
      ))}
    </Stack>
  );
}

/** All sheets the person may see, by state. */
function Overview({ classes }: { classes: readonly ClassProgress[] }) {
  const states: Record<string, number> = {};
  for (const each of classes) {
    for (const [state, count] of Object.entries(each.states)) states[state] = (states[state] ?? 0) + count;
  }
  if (Object.keys(states).length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {text.overview}
      </Title>
      <StateCounts states={states} none="" />
    </Stack>
  );
}
