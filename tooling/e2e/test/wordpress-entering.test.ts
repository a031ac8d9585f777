import { describe, expect, it, onTestFinished } from 'vitest';
import { inspect, picture } from './kit/stations.ts';
import {
  comeAsGuest,
  guessAtOnce,
  inMeeting,
  makeRoom,
  openRoomScreen,
} from './kit/wordpress-rooms.ts';
import { callsTo, complaintsOf, openSchool } from './kit/wordpress.ts';

/** Milliseconds: both walk far, and a machine may be busy. */
const LONGEST = 400_000;

describe('entering a room of WordPress', () => {
  it(
    'takes a code, an invitation and waiting, by keyboard alone, and says every refusal',
    async () => {
      const { site, simulator, strangers, enter, close } = await openSchool();
      onTestFinished(close);
      const author = await enter('author');
      await openRoomScreen(author, site.url);
      const room = await makeRoom(author, 'Physics 101', { guestsAllowed: true });

      // The author sets a code and makes a link.
      await openRoomScreen(author, site.url, room);
      await author.getByRole('button', { name: 'Roles, codes and invitations' }).press('Enter');
      const code = author.getByLabel('Code for everybody', { exact: true });
      await code.fill('sesame-1');
      await code.press('Tab');
      await author.keyboard.press('Enter');
      await author.getByText('Saved.').waitFor();
      await author.getByLabel('Who it is for').fill('Guest speaker');
      await author.getByLabel('They come in as').last().selectOption('Moderator');
      await author.getByRole('button', { name: 'Make a link' }).press('Enter');
      const link = await author.getByLabel('The link').inputValue();
      await author.getByText('Guest speaker · Moderator · used by 0').waitFor();
      await inspect(author, 'wordpress-entering-01-room-screen', '.bluebridge-access');

      // Somebody without an account comes to the room, and knows a code that does not fit.
      const visitor = await enter();
      await visitor.goto(room.enterUrl);
      await inspect(visitor, 'wordpress-entering-02-door');
      await visitor.getByLabel('Your name').focus();
      await visitor.keyboard.type('Vera Visitor');
      await visitor.keyboard.press('Tab');
      await visitor.keyboard.type('sesame-0');
      await visitor.keyboard.press('Enter');
      await visitor.getByText('That code does not fit').waitFor();
      await inspect(visitor, 'wordpress-entering-03-wrong-code');
      await visitor.getByLabel('Code', { exact: true }).fill('sesame-1');
      await visitor.keyboard.press('Enter');
      await visitor.getByText('You will be taken in as soon as it opens').waitFor();
      await inspect(visitor, 'wordpress-entering-04-waiting');
      expect(await visitor.content()).not.toContain('sesame');
      expect(await visitor.getByRole('status').textContent()).toContain('taken in');

      // Forty guesses at once: five are looked at.
      const guesser = await enter();
      await guesser.goto(room.enterUrl);
      expect(await guessAtOnce(guesser, room.enterUrl, 40)).toEqual({ 403: 4, 429: 36 });
      await guesser.getByLabel('Your name').fill('Gus');
      await guesser.getByLabel('Code', { exact: true }).fill('sesame-1');
      await guesser.getByRole('button').press('Enter');
      await guesser.getByText('Too many wrong codes').waitFor();
      await inspect(guesser, 'wordpress-entering-05-too-many');

      // The guest speaker looks at the link, comes back, and opens the room with it.
      const speaker = await enter();
      await speaker.goto(link);
      await speaker.goto(link);
      await inspect(speaker, 'wordpress-entering-06-invitation');
      expect(await speaker.content()).not.toContain(
        new URL(link).searchParams.get('bluebridge_invitation'),
      );
      await speaker.getByLabel('Your name').fill('Sam Speaker');
      await speaker.getByRole('button').press('Enter');
      await inMeeting(speaker, 'Sam Speaker');
      await inMeeting(visitor, 'Vera Visitor');
      await picture(speaker, 'wordpress-entering-07-meeting');

      // The link is revoked.
      await author.getByRole('button', { name: 'Revoke: Guest speaker' }).press('Enter');
      await author.getByText('used by 1 · revoked').waitFor();
      const late = await enter();
      await late.goto(link);
      await late.getByText('This invitation was revoked').waitFor();
      await inspect(late, 'wordpress-entering-08-revoked');

      expect(callsTo(simulator).filter((call) => call === 'create')).toHaveLength(1);
      // WordPress itself draws the arrows of its administration so where a font has none.
      expect(strangers.filter((url) => !url.includes('/images/core/emoji/'))).toEqual([]);
      expect(complaintsOf(site)).toEqual([]);
    },
    LONGEST,
  );

  it(
    'counts down to the hours of a room, and takes in who waits then',
    async () => {
      const { site, enter, close, simulator } = await openSchool();
      onTestFinished(close);
      const author = await enter('author');
      await openRoomScreen(author, site.url);
      const opensAt = Date.now() + 15_000;
      const room = await makeRoom(author, 'Chemistry', { guestsAllowed: true, opensAt });
      await author.goto(room.enterUrl);
      await author.getByRole('button').click();
      await inMeeting(author, 'Author');
      const before = callsTo(simulator).length;

      const visitor = await enter();
      await comeAsGuest(visitor, room, 'Vera Visitor');
      await visitor.getByText(/^in \d+ seconds$/u).waitFor();
      await inspect(visitor, 'wordpress-entering-09-countdown');
      expect(callsTo(simulator).slice(before)).not.toContain('join');
      await inMeeting(visitor, 'Vera Visitor');
      expect(Date.now()).toBeGreaterThanOrEqual(opensAt);
      expect(Date.now() - opensAt).toBeLessThan(10_000);
    },
    LONGEST,
  );
});
