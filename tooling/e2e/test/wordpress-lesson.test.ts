import { describe, expect, it, onTestFinished } from 'vitest';
import { newTab } from './kit/classroom.ts';
import { inspect, picture } from './kit/stations.ts';
import { inMeeting } from './kit/wordpress-rooms.ts';
import {
  addBlock,
  callsTo,
  complaintsOf,
  openSchool,
  publish,
  writePost,
} from './kit/wordpress.ts';

/** What is ours of a page; the theme has its own troubles. */
const CARD = '.bluebridge-room';

describe('a room on a page of WordPress', () => {
  it('is made by an author while writing, and takes in who waits when it opens', async () => {
    const { site, simulator, strangers, enter, close } = await openSchool();
    onTestFinished(close);

    // The author makes a room without leaving the page.
    const author = await enter('author');
    const editor = await writePost(author, site.url, 'Physics this week');
    await addBlock(editor, 'Room');
    await editor.canvas.getByLabel('Name of the new room').fill('Physics 101');
    await editor.canvas.getByLabel('Let guests in').check();
    await picture(author, 'wordpress-01-new-room');
    await editor.canvas.getByRole('button', { name: 'Create room' }).click();
    await editor.canvas.getByText('Physics 101').waitFor();
    await picture(author, 'wordpress-02-room-in-editor');
    const address = await publish(editor);

    // A visitor is early, and waits in a tab of their own.
    const visitor = await enter();
    await visitor.goto(address);
    const card = visitor.getByRole('group', { name: 'Physics 101' });
    await card.getByText('Not open yet').waitFor();
    await inspect(visitor, 'wordpress-03-visitor-early', CARD);
    await card.getByLabel('Your name').fill('Vera Visitor');
    const visitorTab = await newTab(visitor, () => card.getByRole('button').click());
    await visitorTab.getByRole('status').waitFor();
    await inspect(visitorTab, 'wordpress-04-visitor-waiting');
    expect(callsTo(simulator)).not.toContain('create');

    // The author opens the room; the visitor is taken in without a click.
    await author.goto(address);
    const own = author.getByRole('group', { name: 'Physics 101' });
    await inspect(author, 'wordpress-05-author-before', CARD);
    const authorTab = await newTab(author, () => own.getByRole('button').click());
    await inMeeting(authorTab, 'Author');
    await inMeeting(visitorTab, 'Vera Visitor');
    await picture(authorTab, 'wordpress-06-meeting');

    // The page tells who looks at it now.
    await own.getByText('Open · 2 people').waitFor();
    await card.getByText('Open · 2 people').waitFor();
    await inspect(author, 'wordpress-07-author-during', CARD);
    await inspect(visitor, 'wordpress-08-visitor-during', CARD);
    expect(await visitor.content()).not.toMatch(/checksum|sessionToken/iu);

    expect(strangers).toEqual([]);
    expect(complaintsOf(site)).toEqual([]);
  });
});
