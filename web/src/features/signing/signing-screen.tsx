import { NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { slotLabels, signingText as text } from '../../labels/signing.ts';
import { useSchoolWords } from '../enrolment/school-words.ts';
import { useSchoolYear } from '../enrolment/school-year.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { RecentSessions } from './recent-sessions.tsx';
import { SignForm } from './sign-form.tsx';
import { ownSlotsQuery, type Slot, type Waiting, waitingQuery } from './signing.client.ts';

/** What waits for this person's signature, and the one act that signs it. */
export function SigningScreen() {
  const mine = useQuery(ownSlotsQuery);
  return <Loaded query={mine}>{(slots) => <Signing mine={slots} />}</Loaded>;
}

function Signing({ mine }: { mine: readonly Slot[] }) {
  const { schoolYear } = useSchoolYear();
  const words = useSchoolWords();
  const asked = useSearch({ from: '/frame/signing' }).slot;
  // Where a profile asks for many places, the whole class first.
  const usual = mine.find((each) => each !== 'subjectTeacher') ?? mine[0];
  const [chosen, setSlot] = useState(mine.find((each) => each === asked));
  const slot = chosen ?? usual;
  const seal = slot === 'organisationSeal';
  return (
    <Page title={seal ? text.sealTitle : text.title} about={seal ? text.sealAbout : text.about}>
      {mine.length > 1 && (
        <NativeSelect
          label={text.capacity}
          value={slot ?? ''}
          onChange={(event) => setSlot(mine.find((each) => each === event.currentTarget.value))}
          data={mine.map((each) => ({ value: each, label: words(slotLabels[each]) }))}
          style={{ alignSelf: 'start' }}
        />
      )}
      {schoolYear && slot ? (
        <WaitingFor key={slot} schoolYear={schoolYear} slot={slot} />
      ) : (
        <Empty>{text.noYear}</Empty>
      )}
      <RecentSessions />
    </Page>
  );
}

function WaitingFor({ schoolYear, slot }: { schoolYear: string; slot: Slot }) {
  const waiting = useQuery(waitingQuery({ schoolYear, slot }));
  return (
    <Loaded query={waiting}>
      {(found) => (
        <Stack>
          <CertificatePanel credential={found.credential} slot={slot} />
          <ToSign waiting={found} slot={slot} />
        </Stack>
      )}
    </Loaded>
  );
}

function ToSign({ waiting, slot }: { waiting: Waiting; slot: Slot }) {
  if (waiting.classes.length > 0) {
    return <SignForm classes={waiting.classes} slot={slot} byToken={waiting.credential?.kind === 'token'} />;
  }
  const nothing = slot === 'subjectTeacher' ? text.nothingSubject : text.nothing;
  return <Empty>{slot === 'organisationSeal' ? text.nothingSeal : nothing}</Empty>;
}
