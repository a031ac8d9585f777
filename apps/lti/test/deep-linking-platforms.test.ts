import { describe, expect, it } from 'vitest';
import type { ChooserReply } from '../src/deep-linking/chooser-replies.ts';
import { choosingAfter } from './kit/choosing.ts';
import { expectAdmission, expectRefusal } from './kit/driving.ts';
import { fieldsIn } from './kit/registering.ts';
import { toolOnPlatform, type ToolOnPlatform } from './kit/simulated-platform.ts';
import { bearerFor, roomOf, visitorWith } from './kit/visitor.ts';

type Items = Parameters<Awaited<ReturnType<typeof choosingAfter>>['send']>[0];

/** Lets a teacher choose in the physics course; answers what the page said and the new links. */
async function choose(
  { tool, platform }: ToolOnPlatform,
  items: Items,
  { more = {}, ...asked }: { placement?: string; data?: string; more?: object } = {},
) {
  const launched = await platform.launch({ as: 'tina', choose: 'physics', ...asked });
  const page = await choosingAfter(tool, launched);
  const { body } = await page.get<ChooserReply>('/api/chooser');
  const sent = await page.send(items, { ...more });
  const answer = await sent.text();
  const returnUrl = /<form[^>]* action="([^"]*)"/.exec(answer)?.[1]?.replaceAll('&amp;', '&');
  const links = await platform.answerChoice(fieldsIn(answer)['JWT'] ?? '', returnUrl ?? '');
  return { said: body, links, sent: platform.received.selections.at(-1) };
}

async function titleSeenBy({ tool, platform }: ToolOnPlatform, as: string, link: string) {
  const { roomId, code } = expectAdmission(await platform.launch({ as, link }));
  return (await roomOf(visitorWith(tool, roomId, await bearerFor(tool, code)))).title;
}

const lab = { what: 'new', name: 'Lab' };

describe.each(['moodle', 'canvas'] as const)('choosing on a simulated %s', (profile) => {
  it('makes links that lead students to what the teacher chose', async () => {
    const here = await toolOnPlatform(profile);
    const { links } = await choose(here, [lab, { what: 'new', name: 'Office', title: 'Ask me' }]);
    expect(links.map(({ title }) => title)).toEqual(['Lab', 'Ask me']);
    const [first, second] = links.map(({ id }) => id);
    expect(await titleSeenBy(here, 'sam', first ?? '')).toBe('Lab');
    expect(await titleSeenBy(here, 'tina', second ?? '')).toBe('Office');
    const again = await choose(here, []);
    expect(again.said.rooms.map(({ name }) => name).toSorted()).toEqual(['Lab', 'Office']);
    expect(again.links).toEqual([]);
  });

  it('gives data back as it came', async () => {
    const data = 'ü="&\\ \u{1F600}'.repeat(400);
    const { sent } = await choose(await toolOnPlatform(profile), [lab], { data });
    expect(sent?.claims['https://purl.imsglobal.org/spec/lti-dl/claim/data']).toBe(data);
  });

  it('is for teachers', async () => {
    const { platform } = await toolOnPlatform(profile);
    expect.hasAssertions();
    for (const as of ['sam', 'ivan']) {
      const answer = await platform.launch({ as, choose: 'physics' });
      await expectRefusal(answer, 'choice_not_allowed');
    }
  });
});

describe('choosing on a simulated Canvas', () => {
  it('for an assignment gives one link with points', async () => {
    const here = await toolOnPlatform('canvas');
    const item = { ...lab, points: { max: 20 } };
    const { said, links } = await choose(here, [item], { placement: 'assignment_selection' });
    expect(said).toMatchObject({ takesSeveral: false, takesPoints: true });
    expect(links).toMatchObject([{ lineItem: { scoreMaximum: 20, label: 'Lab', tag: 'room' } }]);
  });

  it('for a text gives a link that is shown in it', async () => {
    const here = await toolOnPlatform('canvas');
    const placement = 'editor_button';
    const { said, sent } = await choose(here, [lab], { placement, more: { showing: 'iframe' } });
    expect(said).toMatchObject({ takesPoints: false, usualShowing: 'iframe' });
    expect(
      sent?.claims['https://purl.imsglobal.org/spec/lti-dl/claim/content_items'],
    ).toMatchObject([{ type: 'ltiResourceLink', iframe: { width: 800, height: 600 } }]);
  });

  it('carries dates', async () => {
    const here = await toolOnPlatform('canvas');
    const available = { from: '2026-12-01T08:00:00Z', until: '2026-12-02T08:00:00Z' };
    const { links } = await choose(here, [{ ...lab, available }]);
    expect(links[0]?.available).toEqual({
      startDateTime: available.from,
      endDateTime: available.until,
    });
  });
});
