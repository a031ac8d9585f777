/** Keeps up to date what changes on the landing page: meetings, calls, and whether WordPress is there. */

const REFRESH_MS = 2000;
const REFRESH_AFTER_FAILURE_MS = 5000;
const sections = ['meetings', 'sent', 'wordpress'] as const;

interface SectionUpdate {
  summary: string;
  /** Markup rendered and escaped by the demo's own server. */
  body: string;
}

type Update = Record<(typeof sections)[number], SectionUpdate>;

const connection = document.getElementById('connection');
let timer: ReturnType<typeof setTimeout> | undefined;

async function refresh(): Promise<void> {
  clearTimeout(timer);
  let wait = REFRESH_MS;
  try {
    const response = await fetch('/demo/activity');
    if (!response.ok) throw new Error('refused');
    const update = (await response.json()) as Update;
    for (const name of sections) show(name, update[name]);
    say('');
  } catch {
    wait = REFRESH_AFTER_FAILURE_MS;
    say('The demo does not answer. It may have been stopped; start it again with npm start.');
  }
  // A page nobody sees asks nothing; it catches up when it is looked at again.
  clearTimeout(timer);
  if (!document.hidden) timer = setTimeout(() => void refresh(), wait);
}

function show(name: string, update: SectionUpdate): void {
  const summary = document.getElementById(`${name}-summary`);
  const body = document.getElementById(`${name}-body`);
  // Only what changed is replaced, so that selections and announcements stay calm.
  if (summary !== null && summary.textContent !== update.summary) {
    summary.textContent = update.summary;
  }
  if (body !== null && body.dataset['shown'] !== update.body) {
    body.dataset['shown'] = update.body;
    body.innerHTML = update.body;
  }
}

function say(text: string): void {
  if (connection !== null && connection.textContent !== text) connection.textContent = text;
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh();
});
void refresh();
