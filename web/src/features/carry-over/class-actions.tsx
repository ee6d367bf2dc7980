import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { classesText as text } from '../../labels/carry-over.ts';
import type { Refusal } from '../../server.ts';
import { holds, useSession } from '../people/session.ts';
import {
  type CarryOverReport,
  type ClassProgress,
  carryOverClass,
  isToRelease,
  releaseClass,
} from './carry-over.client.ts';
import { type ClassOutcome, ClassOutcomes } from './class-outcomes.tsx';
import { ConfirmCarryOver, type ToCarryOver } from './confirm-carry-over.tsx';

interface ClassActionsProps {
  readonly schoolYear: string;
  readonly classes: readonly ClassProgress[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

type Act = 'release' | 'carryOver';

/** Releases or carries over every chosen class; a class that is refused says why and stops no other. */
export function ClassActions({ schoolYear, classes, chosen, onChoose }: ClassActionsProps) {
  const session = useSession();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly ClassOutcome[]>([]);
  const picked = classes.filter(({ classId }) => chosen.has(classId));
  const work = useMutation({
    mutationFn: async (act: Act) => {
      const found: ClassOutcome[] = [];
      for (const [index, each] of picked.entries()) {
        setDone(index + 1);
        found.push(await outcomeOf(act, { schoolYear, classId: each.classId }, each.name));
        setOutcomes([...found]);
      }
    },
    onMutate: () => setOutcomes([]),
    onSettled: () => queries.invalidateQueries(),
  });
  const complete = classes.filter(isToRelease);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {holds(session, 'vicePrincipal', 'principal') && (
          <>
            <Button
              variant="default"
              disabled={complete.length === 0}
              onClick={() => onChoose(new Set(complete.map(({ classId }) => classId)))}
            >
              {text.readyToRelease}
            </Button>
            <Button disabled={picked.length === 0} loading={work.isPending} onClick={() => work.mutate('release')}>
              {text.releaseChosen(picked.length)}
            </Button>
          </>
        )}
        <Button disabled={picked.length === 0} loading={work.isPending} onClick={() => setAsking(true)}>
          {text.carryOverChosen(picked.length)}
        </Button>
      </Group>
      {work.isPending && (
        <Text size="sm" role="status">
          {text.working(done, picked.length)}
        </Text>
      )}
      {asking && (
        <ConfirmCarryOver
          counts={countsOf(picked)}
          onConfirm={() => work.mutate('carryOver')}
          onClose={() => setAsking(false)}
        />
      )}
      <ClassOutcomes outcomes={outcomes} schoolYear={schoolYear} />
    </Stack>
  );
}

function countsOf(classes: readonly ClassProgress[]): ToCarryOver {
  const released = classes.filter(({ releasedAt }) => releasedAt !== null);
  const sum = (what: 'ready' | 'waiting' | 'problems') => released.reduce((total, each) => total + each[what], 0);
  return {
    ready: sum('ready'),
    waiting: sum('waiting'),
    problems: sum('problems'),
    unreleased: classes.length - released.length,
  };
}

async function outcomeOf(act: Act, of: { schoolYear: string; classId: string }, name: string): Promise<ClassOutcome> {
  try {
    if (act === 'release') {
      await releaseClass(of);
      return { name, released: true };
    }
    const report: CarryOverReport = await carryOverClass(of);
    return { name, report };
  } catch (error) {
    return { name, refusal: error as Refusal };
  }
}
