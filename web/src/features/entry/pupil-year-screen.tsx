import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Loaded } from '../../components/loaded.tsx';
import { pupilYearQuery } from './entry.client.ts';
import { PreparedYear } from './prepared-year.tsx';
import { PupilYearEditor } from './pupil-year-editor.tsx';

/** One pupil's year: what was entered and what TT27/2020 makes of it while it is being entered; or the finished sheet. */
export function PupilYearScreen() {
  const key = useParams({ from: '/frame/pupils/$schoolYear/$recordId' });
  const year = useQuery(pupilYearQuery(key));
  return (
    <Loaded query={year}>
      {(loaded) =>
        loaded.kind === 'prepared' ? (
          <PreparedYear of={key} year={loaded} />
        ) : (
          <PupilYearEditor key={key.recordId} of={key} loaded={loaded} />
        )
      }
    </Loaded>
  );
}
