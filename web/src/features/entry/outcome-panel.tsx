import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { TextBadge, type Tone } from '../../components/text-badge.tsx';
import { pupilText as text } from '../../labels/entry.ts';
import type { Decision, Outcome, Reason } from './outcome.ts';
import { resultInWords } from './result-in-words.ts';

interface OutcomePanelProps {
  readonly evaluation: { readonly outcome: Outcome; readonly busy: boolean };
  readonly withheld: boolean;
}

/** What TT27/2020 makes of the year as entered, with every reason and its article. */
export function OutcomePanel({ evaluation: { outcome, busy }, withheld }: OutcomePanelProps) {
  const { reasons } = outcome.result;
  return (
    <Paper withBorder p="sm" component="section" aria-label={text.result}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {text.result}
          </Title>
          <Text size="xs" c="var(--quiet)">
            {busy ? text.evaluating : ''}
          </Text>
        </Group>
        <Text fw={600} size="lg" aria-live="polite" data-testid="education-result">
          {resultInWords(outcome, withheld)}
        </Text>
        <Sentences list={reasons.filter(({ parameter }) => parameter === undefined)} />
        <Complaints title={text.errorsTitle(outcome.errors.length)} tone="bad" list={outcome.errors} />
        <Complaints title={text.missing(outcome.missing.length)} tone="bad" list={outcome.missing} />
        <Supplementary outcome={outcome} />
        <DecisionLine label={text.gradeCompleted} decision={outcome.gradeCompleted} />
        <DecisionLine label={text.promoted} decision={outcome.promoted} />
        <DecisionLine label={text.primaryCompleted} decision={outcome.primaryCompleted} />
        <Titles outcome={outcome} />
        <Complaints title={text.warningsTitle(outcome.warnings.length)} tone="warn" list={outcome.warnings} />
        <Conventions reasons={reasons.filter(({ parameter }) => parameter !== undefined)} />
      </Stack>
    </Paper>
  );
}

function Conventions({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <details>
      <Text component="summary" size="sm" c="var(--quiet)" style={{ cursor: 'pointer' }}>
        {text.conventions}
      </Text>
      <Sentences list={reasons} />
    </details>
  );
}

function Sentences({ list }: { list: readonly { readonly sentence: string }[] }) {
  if (list.length === 0) return null;
  return (
    <List size="sm" spacing={2}>
      {list.map(({ sentence }) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}

interface ComplaintsProps {
  readonly title: string;
  readonly tone: Tone;
  readonly list: readonly { readonly sentence: string }[];
}

function Complaints({ title, tone, list }: ComplaintsProps) {
  if (list.length === 0) return null;
  return (
    <div>
      <TextBadge tone={tone}>{title}</TextBadge>
      <Sentences list={list} />
    </div>
  );
}

function Supplementary({ outcome: { supplementaryDue } }: { outcome: Outcome }) {
  if (supplementaryDue.length === 0) return null;
  return (
    <div>
      <TextBadge tone="warn">{text.supplementaryNote}</TextBadge>
      <Sentences list={supplementaryDue.map(({ label, value }) => ({ sentence: `${label}: ${value}` }))} />
    </div>
  );
}

function DecisionLine({ label, decision }: { label: string; decision: Decision }) {
  if (decision.holds === false && decision.reasons.length === 0) return null;
  const answer = decision.holds === null ? text.undecided : decision.holds ? text.yes : text.no;
  return (
    <div>
      <Text size="sm">
        {label}: <b>{answer}</b>
      </Text>
      <Sentences list={decision.reasons} />
    </div>
  );
}

function Titles({ outcome: { titles } }: { outcome: Outcome }) {
  return titles.map(({ id, label, status, reasons }) => (
    <div key={id}>
      <Text size="sm">
        {text.titles}: <b>{label}</b>
      </Text>
      <Text size="sm" c="var(--quiet)">
        {text[status]}
      </Text>
      {status === 'awarded' && <Sentences list={reasons} />}
    </div>
  ));
}
