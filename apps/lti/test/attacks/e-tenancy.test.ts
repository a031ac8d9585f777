import { claim } from '../../src/launch/claim-names.ts';
import type { StoredRoom } from '../../src/storage/rooms.ts';
import type { Session } from '../../src/storage/sessions.ts';
import {
  at,
  chooseCopy,
  chosenItemFor,
  copiedCourse,
  copyOf,
  roomBehind,
} from '../kit/copied-course.ts';
import { admissionOf, launch } from '../kit/driving.ts';
import { fakePlatform } from '../kit/fake-platform.ts';
import { launchedSession } from '../kit/launched-session.ts';
import { saveSettings } from '../kit/save-settings.ts';
import { testTool } from '../kit/test-tool.ts';
import { visit } from '../kit/visitor.ts';
import { type Case, describeCases, outcomeOf } from './attack.ts';

/** Two platforms, and two deployments of the first. */
async function twoPlatforms() {
  const other = await fakePlatform('other');
  const platform = await fakePlatform();
  const two = { ...platform.settings, deploymentIds: ['1', '2'] };
  const tool = await testTool({ platform: { ...platform, settings: two }, others: [other] });
  return { tool, other };
}

const differ = (one?: Session, other?: Session, of: 'userID' | 'roomId' = 'roomId') =>
  one !== undefined && other !== undefined && one[of] !== other[of];

/** A room of course 2 of deployment 1, and a link that carries its item to some other place. */
async function carried(place: { course: string; deployment?: string; history?: string }) {
  const { tool } = await twoPlatforms();
  const { source, item } = await copiedCourse(tool);
  const { course, deployment = '1', history } = place;
  const custom = {
    bluebridge_item: item.id,
    ...(history !== undefined && { context_history: history }),
  };
  const response = await launch(tool, at({ course, deployment, link: '9', custom }));
  const admission = admissionOf(response);
  return {
    tool,
    source,
    item,
    outcome: await outcomeOf(response),
    room: admission && (await roomBehind(tool, admission)),
  };
}

/** What is told of a room that came about: whether it has anything of the source. */
const traitsOf = (room: StoredRoom | undefined, source: StoredRoom) => [
  room?.id === source.id,
  room?.settings.maxParticipants,
  room?.sourceRoomId === source.id,
];
const slide = { name: 'week-1.pdf', type: 'application/pdf', content: new Uint8Array([1, 2]) };

const nothingOfIt = [false, undefined, false];

async function forgedHistory(): Promise<unknown> {
  const tool = await testTool();
  const { storage } = tool;
  const { source, copied } = await copiedCourse(tool);
  const settings = { maxParticipants: 12, moderatorOnlyMessage: 'Marks are due' };
  await saveSettings(storage, source.id, settings);
  await storage.documents.add(source.id, slide, 10);
  const forger = await visit(tool, 'teacher', { ...at(copied), sub: '77' });
  const state = await copyOf(forger);
  const statuses = [];
  for (const choice of ['clone', 'share']) {
    statuses.push((await chooseCopy(tool, forger, choice)).status);
  }
  const room = await roomBehind(tool, forger);
  const again = await visit(tool, 'teacher', { ...at(copied), sub: '77' });
  return [
    traitsOf(room, source),
    room.settings.moderatorOnlyMessage,
    (await storage.documents.listOf(room.id)).length,
    state?.canShare,
    statuses,
    again.roomId === source.id,
  ];
}

const cases: readonly Case[] = [
  [
    94,
    'the same subject on two platforms',
    'two users',
    async () => {
      const { tool, other } = await twoPlatforms();
      return differ(await launchedSession(tool), await launchedSession(tool, {}, other), 'userID');
    },
    true,
  ],
  [
    95,
    'the same course and link in two deployments',
    'two rooms',
    async () => {
      const { tool } = await twoPlatforms();
      const there = await launchedSession(tool, { [claim.deploymentId]: '2' });
      return differ(await launchedSession(tool), there);
    },
    true,
  ],
  [
    96,
    'one client id with a second deployment, as on Blackboard',
    'another tenant: other users, other rooms',
    async () => {
      const { tool } = await twoPlatforms();
      const [here, there] = [
        await launchedSession(tool),
        await launchedSession(tool, { [claim.deploymentId]: '2' }),
      ];
      return [differ(here, there), differ(here, there, 'userID')];
    },
    [true, true],
  ],
  [
    97,
    'an item of another course without lineage',
    'refused, and noted with who tried',
    async () => {
      const { tool, source, item, outcome } = await carried({ course: '3' });
      // Trying again and again fills nothing.
      const custom = { bluebridge_item: item.id };
      await launch(tool, at({ course: '3', link: '9', custom }));
      const { entries } = await tool.storage.audit.read({ action: 'link.refuse' }, { size: 5 });
      const [entry] = entries;
      return [outcome, entries.length, entry?.roomId === source.id, entry?.actor.slice(0, 4)];
    },
    ['link_of_other_course', 1, true, 'lti-'],
  ],
  [
    97,
    'the same in a course that is a copy of a third one',
    'refused',
    async () => (await carried({ course: '3', history: '1,22,2x' })).outcome,
    'link_of_other_course',
  ],
  [
    97,
    'the same where the platform names no course',
    'refused',
    async () => {
      const tool = await testTool();
      const { custom } = await copiedCourse(tool);
      const place = { ...at({ link: '9', custom }), [claim.context]: undefined };
      return outcomeOf(await launch(tool, place));
    },
    'link_of_other_course',
  ],
  [
    97,
    'an item of another course, by a teacher who writes the history of the course into the link',
    'a room of its own without slides or words for teachers, and no way into the other',
    forgedHistory,
    [[false, 12, true], undefined, 0, false, [200, 403], false],
  ],
  [
    98,
    'an item of another tenant, with its course for an ancestor',
    'like an item that there is not: a room of its own',
    async () => {
      const { room, source, outcome } = await carried({
        course: '3',
        deployment: '2',
        history: '2',
      });
      return [outcome, ...traitsOf(room, source)];
    },
    ['admitted', ...nothingOfIt],
  ],
  [
    98,
    'an item of another tenant from a course of the same id',
    'like an item that there is not',
    async () => {
      const { room, source } = await carried({ course: '2', deployment: '2' });
      return traitsOf(room, source);
    },
    nothingOfIt,
  ],
  [
    98,
    'an item that nobody chose, and one made of SQL',
    'a room of its own',
    async () => {
      const tool = await testTool();
      const { source } = await copiedCourse(tool);
      const ids = ['0'.repeat(32), "' or 1=1 --", '%', 'x'.repeat(4000)];
      const found = [];
      for (const [index, id] of ids.entries()) {
        const place = at({ course: '3', link: `l${index}`, custom: { bluebridge_item: id } });
        found.push(traitsOf(await roomBehind(tool, await visit(tool, 'student', place)), source));
      }
      return found;
    },
    [nothingOfIt, nothingOfIt, nothingOfIt, nothingOfIt],
  ],
  [
    99,
    'a teacher who writes the history of a link into it',
    'no copy: ids of links can be guessed',
    async () => {
      const tool = await testTool();
      const { source } = await copiedCourse(tool);
      const custom = { link_history: '1', context_history: '2' };
      const place = at({ course: '3', link: '9', custom });
      return traitsOf(await roomBehind(tool, await visit(tool, 'teacher', place)), source);
    },
    nothingOfIt,
  ],
  [
    99,
    'the history of a link of a course that the platform says was copied',
    'a copy',
    async () => {
      const tool = await testTool();
      const { source } = await copiedCourse(tool);
      await tool.storage.courseOrigins.note({ ...source, contextId: '3' }, ['2']);
      const place = at({ course: '3', link: '9', custom: { link_history: '1' } });
      return traitsOf(await roomBehind(tool, await visit(tool, 'student', place)), source);
    },
    [false, 12, true],
  ],
  [
    99,
    'what a platform says of a course, in another deployment',
    'says nothing there',
    async () => {
      const { tool } = await twoPlatforms();
      const { source } = await copiedCourse(tool);
      await tool.storage.courseOrigins.note({ ...source, contextId: '3' }, ['2']);
      const custom = { link_history: '1' };
      const place = at({ course: '3', link: '9', deployment: '2', custom });
      return traitsOf(await roomBehind(tool, await visit(tool, 'student', place)), source);
    },
    nothingOfIt,
  ],
  [
    99,
    'a history of 4 kB, of commas, of itself',
    'read as far as it goes',
    async () => {
      const outcomes = [];
      for (const history of [`${'9,'.repeat(1990)}2`, ',,, ,2', '3,3,2']) {
        outcomes.push((await carried({ course: '3', history })).outcome);
      }
      return outcomes;
    },
    ['admitted', 'admitted', 'admitted'],
  ],
  [
    100,
    'a thousand launches from a deployment nobody knows',
    'refused, and waiting once',
    async () => {
      const tool = await testTool();
      const [platform] = await tool.storage.platforms.list();
      const outcomes = new Set<string>();
      for (let count = 0; count < 20; count += 1) {
        const changes = { [claim.deploymentId]: 'stranger' };
        outcomes.add(await outcomeOf(await launch(tool, changes)));
      }
      for (let count = 0; count < 1000; count += 1) {
        await tool.storage.deployments.admit(platform?.id ?? '', 'stranger');
      }
      return [[...outcomes], await tool.storage.deployments.listWaiting(platform?.id ?? '')];
    },
    [['deployment_unknown'], ['stranger']],
  ],
];

describeCases('on other tenants and courses', cases);

describeCases('on items of a course', [
  [
    97,
    'an item of this course whose room is gone',
    'a room of its own',
    async () => {
      const tool = await testTool();
      const { source } = await copiedCourse(tool);
      const item = await chosenItemFor(tool, source);
      const gone = item.id.replace(/^./, (first) => (first === '0' ? '1' : '0'));
      const place = at({ link: '9', custom: { bluebridge_item: gone } });
      return (await visit(tool, 'student', place)).roomId === source.id;
    },
    false,
  ],
]);
