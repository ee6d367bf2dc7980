import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { slotLabels, signingText as text } from '../../labels/signing.ts';
import { useSchoolYear } from '../enrolment/school-year.ts';
import type { Session } from '../people/people.client.ts';
import { holds, useSession } from '../people/session.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { RecentSessions } from './recent-sessions.tsx';
import { SignForm } from './sign-form.tsx';
import { type Slot, slots, type Waiting, waitingQuery } from './signing.client.ts';

/** What waits for this person's signature, and the one act that signs it. */
export function SigningScreen() {
  const session = useSession();
  const { schoolYear } = useSchoolYear();
  const asked = useSearch({ from: '/frame/signing' }).slot;
  const mine = slots.filter((slot) => maySignAs(session, slot));
  const [slot, setSlot] = useState<Slot>(mine.find((each) => each === asked) ?? mine[0] ?? 'homeroomTeacher');
  const seal = slot === 'organisationSeal';
  return (
    <Page title={seal ? text.sealTitle : text.title} about={seal ? text.sealAbout : text.about}>
      {mine.length > 1 && (
        <SegmentedControl
          aria-label={text.capacity}
          value={slot}
          onChange={(value) => setSlot(value as Slot)}
          data={mine.map((each) => ({ value: each, label: slotLabels[each] }))}
          style={{ alignSelf: 'start' }}
        />
      )}
      {schoolYear ? <WaitingFor key={slot} schoolYear={schoolYear} slot={slot} /> : <Empty>{text.noYear}</Empty>}
      <RecentSessions />
    </Page>
  );
}

function maySignAs(session: Session, slot: Slot): boolean {
  return holds(session, slot === 'organisationSeal' ? 'sealClerk' : slot);
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
  if (waiting.classes.length > 0) return <SignForm classes={waiting.classes} slot={slot} />;
  const nothing = slot === 'subjectTeacher' ? text.nothingSubject : text.nothing;
  return <Empty>{slot === 'organisationSeal' ? text.nothingSeal : nothing}</Empty>;
}
