import { Text } from '@mantine/core';
import { LinkButton } from '../../components/link-button.tsx';
import { pupilText as text } from '../../labels/entry.ts';
import type { PupilKey } from './entry.client.ts';

interface PupilToolbarProps {
  readonly of: PupilKey;
  readonly classId: string;
  readonly className: string;
  readonly neighbours: {
    readonly previous: string | undefined;
    readonly next: string | undefined;
    readonly position: string;
  };
}

/** Back to the class, and to the pupils before and after. */
export function PupilToolbar({ of, classId, className, neighbours }: PupilToolbarProps) {
  const { previous, next, position } = neighbours;
  const params = (recordId: string | undefined) => ({ schoolYear: of.schoolYear, recordId: recordId ?? of.recordId });
  const to = '/pupils/$schoolYear/$recordId' as const;
  return (
    <>
      <LinkButton to="/classes/$schoolYear/$classId" params={{ schoolYear: of.schoolYear, classId }} variant="default">
        {text.back(className)}
      </LinkButton>
      <LinkButton to={to} params={params(previous)} variant="default" {...off(!previous)} aria-label={text.previous}>
        ↑
      </LinkButton>
      <Text size="sm">{position}</Text>
      <LinkButton to={to} params={params(next)} variant="default" {...off(!next)} aria-label={text.next}>
        ↓
      </LinkButton>
    </>
  );
}

/** Neither followed nor looking as if it could be. */
function off(disabled: boolean) {
  return disabled ? { disabled: true, 'data-disabled': true } : {};
}
