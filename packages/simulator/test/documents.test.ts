import { describe, expect, it } from 'vitest';
import { startForTest, type TestAnswer, type TestServer, text } from './harness.ts';

const xml = { 'content-type': 'application/xml' };
const slides = 'SGVsbG8=';

function modules(documents: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<modules><module name="presentation">${documents}</module></modules>`;
}

function post(
  server: TestServer,
  call: string,
  body: string,
  { more = '', headers = xml }: { more?: string; headers?: Record<string, string> } = {},
): Promise<TestAnswer> {
  const query = call === 'create' ? 'name=Maths&meetingID=room-1' : 'meetingID=room-1';
  return server.call(call, query + more, { method: 'POST', headers, body });
}

function documentsOf(server: TestServer) {
  return server.simulator.state().meetings[0]?.documents;
}

const ownPresentation = {
  name: 'default.pdf',
  current: true,
  removable: true,
  downloadable: false,
  source: 'default',
};

describe('the documents of create', () => {
  it('are the presentation of the server when none are sent', async () => {
    const server = await startForTest();
    await server.create();
    expect(documentsOf(server)).toEqual([ownPresentation]);
  });

  it('come in the body; the one to be presented moves to the front', async () => {
    const server = await startForTest();
    const body = modules(
      `<document url="https://a.example/b/First%20one.pdf?x=1" />
       <document name="second.pdf" current="true" downloadable="true" removable="false">${slides}</document>
       <document url="https://a.example/raw" filename="third.pdf" current="true"/>`,
    );
    const answer = await post(server, 'create', body);
    expect(text(answer, 'returncode')).toBe('SUCCESS');
    const usual = { removable: true, downloadable: false, source: 'url' };
    expect(documentsOf(server)).toEqual([
      {
        name: 'second.pdf',
        current: true,
        removable: false,
        downloadable: true,
        source: 'inline',
        bytes: 5,
      },
      {
        ...usual,
        name: 'First one.pdf',
        current: false,
        url: 'https://a.example/b/First%20one.pdf?x=1',
      },
      { ...usual, name: 'third.pdf', current: false, url: 'https://a.example/raw' },
    ]);
  });

  it('come by preUploadedPresentation too, in front of the others', async () => {
    const server = await startForTest();
    const more =
      '&preUploadedPresentation=https%3A%2F%2Fa.example%2Fx&preUploadedPresentationName=Intro.pdf&preUploadedPresentationOverrideDefault=false';
    await post(server, 'create', modules(`<document name="b.pdf">${slides}</document>`), { more });
    expect(documentsOf(server)?.map(({ name, current }) => [name, current])).toEqual([
      ['Intro.pdf', true],
      ['b.pdf', false],
      ['default.pdf', false],
    ]);
  });

  it('are left out where the presentation is switched off', async () => {
    const server = await startForTest();
    const more = '&disabledFeatures=polls,+presentation';
    await post(server, 'create', modules(`<document name="b.pdf">${slides}</document>`), { more });
    expect(documentsOf(server)).toEqual([]);
  });

  it('are ignored by a second create', async () => {
    const server = await startForTest();
    await server.create();
    const body = modules(`<document url="no address"/>`);
    expect(text(await post(server, 'create', body), 'messageKey')).toBe('duplicateWarning');
    expect(documentsOf(server)).toEqual([ownPresentation]);
  });

  it.each([
    ['<modules><module>', '', 'malformedXml', 'The request body contains malformed XML.'],
    [
      modules('<document url="file:///etc/passwd"/>'),
      '',
      'invalidPresentationUrl',
      'Presentation URL is malformed.',
    ],
    ['', '&preUploadedPresentation=x', 'invalidPresentationUrl', 'Presentation URL is malformed.'],
  ])('are refused for %j with %j', async (body, more, key, message) => {
    const server = await startForTest();
    const answer = await post(server, 'create', body, { more });
    expect(answer.status).toBe(200);
    expect(text(answer, 'returncode')).toBe('FAILED');
    expect(text(answer, 'messageKey')).toBe(key);
    expect(text(answer, 'message')).toBe(message);
    expect(server.simulator.state().meetings).toEqual([]);
  });

  it('are refused in bodies of other types and above 2 MB', async () => {
    const server = await startForTest();
    const json = await post(server, 'create', '{}', {
      headers: { 'content-type': 'application/json' },
    });
    expect(text(json, 'messageKey')).toBe('unsupportedContentType');
    const huge = modules(`<document name="b.pdf">${'A'.repeat(2 * 1024 * 1024)}</document>`);
    expect((await post(server, 'create', huge)).status).toBe(413);
  });
});

describe('other modules of create', () => {
  it('are kept as they came', async () => {
    const server = await startForTest();
    const settings = '{"public":{"app":{"appName":"<&>"}}}';
    await post(
      server,
      'create',
      `<modules>
         <module name="clientSettingsOverride"><![CDATA[${settings}]]></module>
         <module name="sharedNotesInitialContentMarkdown">\n# Notes &amp; more\n</module>
       </modules>`,
    );
    expect(server.simulator.state().meetings[0]?.modules).toEqual([
      { name: 'clientSettingsOverride', content: settings },
      { name: 'sharedNotesInitialContentMarkdown', content: '# Notes & more' },
    ]);
  });
});

describe('insertDocument', () => {
  it('adds documents and presents only what asks for it', async () => {
    const server = await startForTest();
    await server.create();
    const answer = await post(
      server,
      'insertDocument',
      modules(`<document name="b.pdf">${slides}</document>`),
    );
    expect(answer.body).toBe(
      '<response>\n<returncode>SUCCESS</returncode>\n<message>Presentation is being uploaded</message>\n</response>',
    );
    await post(
      server,
      'insertDocument',
      modules(`<document url="https://a.example/c.pdf" current="true"/>`),
    );
    expect(documentsOf(server)?.map(({ name, current }) => [name, current])).toEqual([
      ['default.pdf', false],
      ['b.pdf', false],
      ['c.pdf', true],
    ]);
  });

  it.each([
    ['', 'Request body must contain a presentation module with at least one document.'],
    [modules(''), 'Request body must contain a presentation module with at least one document.'],
    [
      modules(`<document>${slides}</document>`),
      'One or more documents could not be uploaded due to an invalid filename.',
    ],
    [
      modules(`<document name="slides">${slides}</document>`),
      'One or more documents could not be uploaded due to an invalid filename.',
    ],
  ])('fails without a key for %j', async (body, message) => {
    const server = await startForTest();
    await server.create();
    const answer = await post(server, 'insertDocument', body);
    expect(answer.body).toBe(
      `<response>\n<returncode>FAILED</returncode>\n<message>${message}</message>\n</response>`,
    );
  });

  it('fails without a key for unknown and ended meetings and without the feature', async () => {
    const server = await startForTest();
    const body = modules(`<document name="b.pdf">${slides}</document>`);
    const missing = 'Meeting with id [room-1] not found.';
    expect(text(await post(server, 'insertDocument', body), 'message')).toBe(missing);
    await server.create('disabledFeatures=presentation');
    const disabled = await post(server, 'insertDocument', body);
    expect(text(disabled, 'returncode')).toBe('FAILED');
    expect(text(disabled, 'message')).toBe('Presentation feature is disabled, ignoring.');
    await server.call('end', 'meetingID=room-1');
    expect(text(await post(server, 'insertDocument', body), 'message')).toBe(missing);
  });

  it('is a POST with a body of a known type', async () => {
    const server = await startForTest();
    await server.create();
    expect((await server.call('insertDocument', 'meetingID=room-1')).status).toBe(405);
    const answer = await post(server, 'insertDocument', 'x', {
      headers: { 'content-type': 'text/plain' },
    });
    expect(text(answer, 'messageKey')).toBe('unsupportedContentType');
  });
});
