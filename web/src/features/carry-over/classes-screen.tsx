import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../components/empty.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { classesText, receiveText } from '../../labels/carry-over.ts';
import { useSchoolYear } from '../enrolment/school-year.ts';
import { holds, useSession } from '../people/session.ts';
import { progressQuery } from './carry-over.client.ts';
import { ClassesTable } from './classes-table.tsx';

/** Every class a person has to do with, and how far it has come. */
export function ClassesScreen() {
  const session = useSession();
  const { schoolYear } = useSchoolYear();
  const seesAll = holds(session, 'principal', 'vicePrincipal', 'academicClerk', 'sealClerk');
  return (
    <Page
      title={classesText.title}
      about={seesAll ? classesText.about : classesText.ownAbout}
      actions={
        holds(session, 'vicePrincipal', 'principal', 'academicClerk') && (
          <LinkButton to="/receive" variant="default">
            {receiveText.open}
          </LinkButton>
        )
      }
    >
      {schoolYear ? <ClassesOf schoolYear={schoolYear} /> : <Empty>{classesText.none}</Empty>}
    </Page>
  );
}

function ClassesOf({ schoolYear }: { schoolYear: string }) {
  const progress = useQuery(progressQuery(schoolYear));
  return (
    <Loaded query={progress}>
      {(classes) =>
        classes.length === 0 ? (
          <Empty>{classesText.none}</Empty>
        ) : (
          <ClassesTable schoolYear={schoolYear} classes={classes} />
        )
      }
    </Loaded>
  );
}
