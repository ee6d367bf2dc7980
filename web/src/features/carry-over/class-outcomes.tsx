import { Alert, List, Stack, Text } from '@mantine/core';
import { ScreenLink } from '../../components/link-button.tsx';
import { RefusalNotice } from '../../components/refusal-notice.tsx';
import { classText as text } from '../../labels/carry-over.ts';
import type { Refusal } from '../../server.ts';
import type { CarryOverReport, PupilName } from './carry-over.client.ts';

/** What became of releasing or carrying over one class. */
export type ClassOutcome = { readonly name: string } & (
  | { readonly released: true }
  | { readonly report: CarryOverReport }
  | { readonly refusal: Refusal }
);

export function ClassOutcomes({ outcomes, schoolYear }: { outcomes: readonly ClassOutcome[]; schoolYear: string }) {
  return (
    <Stack gap="xs" aria-live="polite">
      {outcomes.map((outcome) => (
        <Outcome key={outcome.name} outcome={outcome} schoolYear={schoolYear} />
      ))}
    </Stack>
  );
}

function Outcome({ outcome, schoolYear }: { outcome: ClassOutcome; schoolYear: string }) {
  if ('refusal' in outcome) return <RefusalNotice error={outcome.refusal} />;
  if ('released' in outcome) return <Alert color="green" title={text.releaseDone(outcome.name)} />;
  const { carriedOver, already, waiting, faulty } = outcome.report;
  return (
    <Alert
      color={waiting.length + faulty.length > 0 ? 'yellow' : 'green'}
      title={`${text.title(outcome.name)}. ${text.carriedOver(carriedOver)}`}
    >
      <Text size="sm">
        {already > 0 && `${text.already(already)} `}
        {carriedOver > 0 && text.nextSigning}
      </Text>
      <Pupils of={waiting} title={text.waiting(waiting.length)} why={text.waitingWhy} schoolYear={schoolYear} />
      <Pupils of={faulty} title={text.faulty(faulty.length)} why={text.faultyWhy} schoolYear={schoolYear} />
    </Alert>
  );
}

interface PupilsProps {
  readonly of: readonly PupilName[];
  readonly title: string;
  readonly why: string;
  readonly schoolYear: string;
}

function Pupils({ of, title, why, schoolYear }: PupilsProps) {
  if (of.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt={4}>
        {title}
      </Text>
      <List size="sm">
        {of.map(({ recordId, fullName }) => (
          <List.Item key={recordId}>
            <ScreenLink to="/pupils/$schoolYear/$recordId" params={{ schoolYear, recordId }}>
              {fullName}
            </ScreenLink>
          </List.Item>
        ))}
      </List>
      <Text size="sm">{why}</Text>
    </>
  );
}
