import { hour, minute } from '../../src/clock.ts';
import { claim } from '../../src/launch/claim-names.ts';
import {
  addRecording,
  askToChoose,
  choosing,
  moodleWish,
  openChooser,
  receive,
  type Received,
  sendChoice,
} from '../kit/choosing.ts';
import { expectAdmission, launch } from '../kit/driving.ts';
import { testTool } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { type Case, describeCases, outcomeOf } from './attack.ts';

type Sent = Parameters<typeof sendChoice>[2];

/** Posts a choice to a fresh page, and answers what comes of it. */
async function outcomeFor(items: Sent, wish: Readonly<Record<string, unknown>> = {}) {
  const tool = await testTool();
  return outcomeOf(await sendChoice(tool, await choosing(tool, wish), { items }));
}

async function echoOf(wish: Readonly<Record<string, unknown>>): Promise<unknown> {
  const tool = await testTool();
  const page = await choosing(tool, wish);
  const { claims } = await receive(tool, await page.send([]));
  return claim.deepLinkingData in claims ? claims[claim.deepLinkingData] : 'nothing';
}

const lab1 = { what: 'new', name: 'Lab' };
const evil = `</script><script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202Egnp.exe`;
const long = '\u{1F600}ü&=+%2B"</script>\\\n\u0000'.repeat(500).slice(0, 8192);

/** Two rooms with a recording each, in different courses. */
async function twoCourses() {
  const tool = await testTool();
  const here = await visit(tool, 'teacher');
  const chemistry = { [claim.context]: { id: '3', title: 'Chemistry' } };
  const there = await visit(tool, 'teacher', chemistry);
  await addRecording(tool, here.roomId, 'rec-here');
  await addRecording(tool, there.roomId, 'rec-there');
  const page = await choosing(tool);
  const tried = async (item: Readonly<Record<string, unknown>>) =>
    outcomeOf(await page.send([item]));
  return { tool, page, tried, here: here.roomId, there: there.roomId };
}

const cases: readonly Case[] = [
  [
    103,
    'data in any writing',
    'given back to the letter',
    async () => Promise.all([long, '', '0'].map((data) => echoOf({ data }))),
    [long, '', '0'],
  ],
  [103, 'no data', 'none is sent', () => echoOf({}), 'nothing'],
  [
    104,
    'links where the platform takes none',
    'refused; nothing may be chosen',
    async () => {
      const wish = { accept_types: ['link', 'html'] };
      return [await outcomeFor([lab1], wish), await outcomeFor([], wish)];
    },
    ['choice_wrong', 'page'],
  ],
  [
    104,
    'items of other types',
    'refused',
    async () =>
      Promise.all(
        ['link', 'html', 'ltiResourceLink'].map((type) =>
          outcomeFor([{ type, what: type, url: 'https://evil.example/' }]),
        ),
      ),
    ['choice_wrong', 'choice_wrong', 'choice_wrong'],
  ],
  [
    105,
    'two where the platform takes one',
    'refused; one is sent',
    async () => {
      const wish = { accept_multiple: false };
      return [await outcomeFor([lab1, lab1], wish), await outcomeFor([lab1], wish)];
    },
    ['choice_wrong', 'page'],
  ],
  [
    106,
    'a choice posted twenty times at once',
    'one answer and one room',
    async () => {
      const tool = await testTool();
      const page = await choosing(tool);
      const sent = await Promise.all(Array.from({ length: 20 }, () => page.send([lab1])));
      const outcomes = await Promise.all(sent.map(outcomeOf));
      const [platform] = await tool.storage.platforms.listEnabled();
      const course = { platformId: platform?.id ?? '', deploymentId: '1', contextId: '2' };
      const rooms = await tool.storage.rooms.listOf(course);
      return [outcomes.toSorted().slice(-2), rooms.length];
    },
    [['chooser_unknown', 'page'], 1],
  ],
  [
    107,
    'the page after its answer, its code again, or an hour later',
    'over',
    async () => {
      const tool = await testTool();
      const location = (await askToChoose(tool)).headers.get('location') ?? '';
      const code = location.split('#')[1] ?? '';
      const opened = [await openChooser(tool, code), await openChooser(tool, code)];
      const late = (await askToChoose(tool)).headers.get('location')?.split('#')[1] ?? '';
      tool.clock.advance(minute);
      const page = await choosing(tool);
      await page.send([lab1]);
      const waiting = await choosing(tool);
      tool.clock.advance(hour);
      return [
        ...opened.map(({ status }) => status),
        (await openChooser(tool, late)).status,
        (await page.get('/api/chooser')).status,
        await outcomeOf(await page.send([lab1])),
        await outcomeOf(await tool.app.request(`/choose/${page.id}`)),
        await outcomeOf(await waiting.send([lab1])),
      ];
    },
    [200, 401, 401, 401, 'chooser_unknown', 'chooser_unknown', 'chooser_unknown'],
  ],
  [
    107,
    'a token of one choice at the address of another, or at a room',
    'refused',
    async () => {
      const tool = await testTool();
      const [one, other] = [await choosing(tool), await choosing(tool)];
      const { bearer } = await visit(tool, 'teacher');
      return [
        await outcomeOf(await sendChoice(tool, { id: other.id, token: one.token }, { items: [] })),
        await outcomeOf(await sendChoice(tool, { id: one.id, token: bearer }, { items: [] })),
        (await one.get('/api/room')).status,
        await outcomeOf(await one.send([])),
      ];
    },
    ['chooser_unknown', 'chooser_unknown', 401, 'page'],
  ],
  [
    108,
    'a room, a gallery or a recording of another course',
    'refused, and the page goes on',
    async () => {
      const { tried, here, there } = await twoCourses();
      return [
        await tried({ what: 'room', room: there }),
        await tried({ what: 'gallery', room: there }),
        await tried({ what: 'recording', room: there, recordID: 'rec-there' }),
        await tried({ what: 'recording', room: here, recordID: 'rec-there' }),
        await tried({ what: 'recording', room: here, recordID: 'rec-here' }),
      ];
    },
    ['choice_wrong', 'choice_wrong', 'choice_wrong', 'choice_wrong', 'page'],
  ],
  [
    108,
    'the recordings of a room of another course or tenant',
    'as of one that is not there',
    async () => {
      const { tool, page, there } = await twoCourses();
      const deployment = { [claim.deploymentId]: 'x'.repeat(255) };
      const foreign = await visit(tool, 'teacher', deployment);
      const asked = [there, foreign.roomId, 'nothing', ''].map((room) =>
        page.get<{ error: unknown }>(`/api/chooser/recordings?room=${room}`),
      );
      const answers = await Promise.all(asked);
      return [
        answers.map(({ status }) => status),
        new Set(answers.map(({ body }) => JSON.stringify(body))).size,
      ];
    },
    [[400, 400, 400, 400], 1],
  ],
  [
    108,
    'an item of one course in a link of another',
    'refused',
    async () => {
      const tool = await testTool();
      const page = await choosing(tool);
      const { items } = await receive(tool, await page.send([lab1]));
      return outcomeOf(
        await launch(tool, {
          [claim.context]: { id: '3', title: 'Chemistry' },
          [claim.custom]: items[0]?.custom,
        }),
      );
    },
    'link_of_other_course',
  ],
  [
    108,
    'an item of another tenant in a link',
    'means nothing: the link opens a room of its own',
    async () => {
      const tool = await testTool();
      const page = await choosing(tool);
      const { items } = await receive(tool, await page.send([lab1]));
      const custom = { [claim.custom]: items[0]?.custom };
      const own = expectAdmission(await launch(tool, custom));
      const foreign = expectAdmission(
        await launch(tool, { ...custom, [claim.deploymentId]: 'x'.repeat(255) }),
      );
      const made = await Promise.all(
        [own, foreign].map(async ({ roomId }) => (await tool.storage.rooms.get(roomId))?.title),
      );
      return made;
    },
    ['Lab', 'Weekly lecture room'],
  ],
  [
    109,
    'scripts and turned text in names and addresses',
    'text on our pages, one plain line in the answer',
    async () => {
      const tool = await testTool();
      const address = `${moodleWish.deep_link_return_url}&x="><script>alert(1)</script>`;
      const page = await choosing(tool, { deep_link_return_url: address });
      const sent = await page.send([{ what: 'new', name: evil }]);
      const answer = await receive(tool, sent);
      return [
        answer.items[0]?.title === evil.replace('\u202E', ' '),
        /<script(?! type="module" src="\/assets\/)|onerror/.test(answer.page),
        answer.policy.includes("script-src 'self';"),
        new URL(answer.returnUrl).origin,
      ];
    },
    [true, false, true, 'https://lms.example'],
  ],
  [
    110,
    'the answer',
    'for this platform and five minutes, in a number of its own, signed by a published key',
    async () => {
      const tool = await testTool();
      const answers: Received[] = [];
      for (const items of [[lab1], []]) {
        const page = await choosing(tool);
        answers.push(await receive(tool, await page.send(items)));
      }
      const [first, second] = answers.map(({ claims }) => claims);
      const { iss, aud, iat = 0, exp = 0, nonce } = first ?? {};
      const { keys } = (await (await tool.app.request('/lti/jwks')).json()) as {
        keys: readonly { kid: string }[];
      };
      return [
        [iss, aud, exp - iat, first?.[claim.deploymentId]],
        nonce === second?.['nonce'],
        keys.some(({ kid }) => kid === answers[0]?.header.kid),
      ];
    },
    [['lms-client', 'https://lms.example', 300, '1'], false, true],
  ],
];

describeCases('on the answer to a choice', cases);
