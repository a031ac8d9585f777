import { documentVisibility, startWaiting, windowTimers } from '@bluebridge/browser';
import { onUnmounted, type Ref, ref } from 'vue';
import { RequestFailed } from '../Api/ocs.ts';
import { onPushed } from '../push/pushed.ts';
import { problemWords } from '../words.ts';

/**
 * Loads something again and again while somebody sees the page; about every half minute, and
 * soon after a room is told of. Gives what is wrong meanwhile, in words.
 */
export function useKeptUp(load: () => Promise<void>): Readonly<Ref<string>> {
  const problem = ref('');
  let isFirst = true;
  const loop = startWaiting<void>({
    // The page came with what there was.
    ask: () => (isFirst ? Promise.resolve() : load()),
    onAnswer() {
      isFirst = false;
      problem.value = '';
      return 'go on';
    },
    onTrouble(error) {
      problem.value = problemWords(error);
      // Who has been logged out gets no other answer before the page is loaded again.
      return error instanceof RequestFailed && error.status === 401 ? 'stop' : 'go on';
    },
    timers: windowTimers,
    visibility: documentVisibility,
    slower: () => 12,
    restsHidden: true,
  });
  const forget = onPushed(() => loop.hear());
  onUnmounted(() => {
    forget();
    loop.stop();
  });
  return problem;
}
