import { ref } from 'vue';
import { RequestFailed } from '../Api/ocs.ts';
import { problemWords } from '../words.ts';
import { rememberFocus } from './focus.ts';

/** Does things one at a time, and keeps what went wrong in words, until the next one. */
export function useDeed() {
  const isBusy = ref(false);
  const problem = ref('');
  const violations = ref<Readonly<Record<string, string>>>({});

  /** Tells whether it was done. */
  async function run(deed: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.value) return false;
    const giveFocusBack = rememberFocus();
    isBusy.value = true;
    problem.value = '';
    violations.value = {};
    try {
      await deed();
      return true;
    } catch (error) {
      problem.value = problemWords(error);
      if (error instanceof RequestFailed) violations.value = error.violations;
      return false;
    } finally {
      isBusy.value = false;
      // Whoever waited for this may disable something too.
      setTimeout(giveFocusBack);
    }
  }

  return { isBusy, problem, violations, run };
}
