import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { pupilText } from '../../labels/entry.ts';
import { Refusal } from '../../server.ts';
import { type ChangeFacts, mergeFacts, sameFacts } from './draft.ts';
import {
  evaluatePupilYear,
  type PreparedPupilYear,
  type PupilKey,
  type PupilYear,
  type PupilYearFacts,
  pupilYearQuery,
  savePupilYear,
} from './entry.client.ts';
import { useUnreadable } from './use-unreadable.ts';

const PAUSE_IN_TYPING_MS = 150;

/** A pupil's year being edited: the draft, its live outcome, saving, and what to do when somebody else saved first. */
export function usePupilEditor(of: PupilKey, loaded: PupilYear) {
  const queries = useQueryClient();
  const [base, setBase] = useState(loaded);
  const [draft, setDraft] = useState(loaded.facts);
  /** Counts replacements of the whole draft: inputs that keep their own text start anew. */
  const [epoch, setEpoch] = useState(0);
  const [conflict, setConflict] = useState<PupilYear>();
  const { unreadable, noteUnreadable, forget } = useUnreadable();
  const change: ChangeFacts = (apply) => setDraft(apply);
  const replace = (year: PupilYear, facts: PupilYearFacts) => {
    forget();
    setBase(year);
    setDraft(facts);
    setEpoch((count) => count + 1);
    setConflict(undefined);
  };
  const saving = useMutation({
    mutationFn: () => {
      if (unreadable) throw new Refusal(400, { code: 'unreadable', sentence: pupilText.unreadable });
      return savePupilYear(of, { revision: base.revision, facts: draft });
    },
    onSuccess: async (saved) => {
      queries.setQueryData(pupilYearQuery(of).queryKey, saved);
      setBase(saved);
      setDraft((now) => (sameFacts(now, draft) ? saved.facts : now));
      notifications.show({ message: pupilText.savedJustNow, color: 'green', autoClose: 2000 });
      await queries.invalidateQueries({ predicate: ({ queryKey }) => staleAfterSave.has(String(queryKey[0])) });
    },
    onError: async (error) => {
      if (error instanceof Refusal && error.code === 'saved-by-another')
        setConflict(entered(await queries.fetchQuery({ ...pupilYearQuery(of), staleTime: 0 })));
    },
  });
  const factsChanged = !sameFacts(base.facts, draft);
  return {
    base,
    draft,
    change,
    epoch,
    /** What was typed and is no value yet counts: it is not to be lost either. */
    changed: factsChanged || unreadable,
    unreadable,
    saving,
    conflict,
    evaluation: useEvaluation(of, { base, draft, changed: factsChanged }),
    noteUnreadable,
    undo: () => replace(base, base.facts),
    useTheirs: () => conflict && replace(conflict, conflict.facts),
    keepMine: () =>
      conflict && replace(conflict, mergeFacts({ base: base.facts, mine: draft, theirs: conflict.facts })),
  };
}

export type PupilEditor = ReturnType<typeof usePupilEditor>;

function entered(year: PupilYear | PreparedPupilYear): PupilYear | undefined {
  return year.kind === 'entered' ? year : undefined;
}

const staleAfterSave = new Set(['class-entry', 'progress']);

interface Edited {
  readonly base: PupilYear;
  readonly draft: PupilYearFacts;
  readonly changed: boolean;
}

/** The outcome of the draft, a moment after the last key. */
function useEvaluation(of: PupilKey, { base, draft, changed }: Edited) {
  const [paused] = useDebouncedValue(draft, PAUSE_IN_TYPING_MS);
  const asked = useQuery({
    queryKey: ['evaluation', of.recordId, paused],
    queryFn: () => evaluatePupilYear(of, paused),
    enabled: changed,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  const outcome = changed ? (asked.data?.outcome ?? base.outcome) : base.outcome;
  return { outcome, busy: changed && (asked.isFetching || paused !== draft), error: changed ? asked.error : null };
}
