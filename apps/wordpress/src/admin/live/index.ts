/** A screen that is left open looks again so often, ms. */
const PAUSE = 15_000;

const screen = document.querySelector<HTMLElement>('#bluebridge-live');
if (screen) setInterval(() => void lookAgain(screen), PAUSE);

/** Shows how the meetings stand now. What somebody types, or has the focus in, stays. */
async function lookAgain(live: HTMLElement): Promise<void> {
  if (document.hidden) return;
  const now = await read(live.dataset['now'] ?? '');
  if (!now) return;
  const [before, after] = [statesIn(live), statesIn(now)];
  const isOfTheSame = [...before.keys()].join() === [...after.keys()].join();
  if (!isOfTheSame && !live.contains(document.activeElement)) {
    live.replaceChildren(...now.childNodes);
    return;
  }
  for (const [meeting, state] of before) {
    const known = after.get(meeting);
    if (known) state.replaceWith(known);
  }
}

/** Reads the same screen once more; undefined when something else comes, such as a form to log in. */
async function read(address: string): Promise<Element | undefined> {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return page.querySelector('#bluebridge-live') ?? undefined;
  } catch {
    // The next look may succeed.
    return undefined;
  }
}

/** What is said of the meetings, by their headings. */
function statesIn(live: Element): ReadonlyMap<string, Element> {
  const sections = [...live.querySelectorAll('section')];
  return new Map(
    sections.flatMap((section) => {
      const state = section.querySelector('[data-state]');
      const heading = section.getAttribute('aria-labelledby');
      return state && heading !== null ? [[heading, state]] : [];
    }),
  );
}
