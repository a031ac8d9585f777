import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A learning platform that does nothing but register tools, the way a Moodle does. */
export interface SchoolPlatform {
  origin: string;
  /** The page of its administrator, with the tool's registration in a frame. */
  adminPage: (registrationAddress: string) => string;
  /** What the tool sent to be registered. */
  received: unknown[];
  close: () => void;
}

/** Starts the platform on a free port of this computer. */
export async function startSchoolPlatform(): Promise<SchoolPlatform> {
  const received: unknown[] = [];
  const server = createServer((request, response) => {
    const { origin, pathname, searchParams } = new URL(request.url ?? '/', originOf());
    if (pathname === '/configuration') {
      return void response.end(JSON.stringify(description(origin)));
    }
    if (pathname === '/registrations') {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        received.push(JSON.parse(body));
        response.writeHead(201).end(JSON.stringify({ client_id: 'school-client' }));
      });
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(adminPage(searchParams.get('tool') ?? ''));
  });
  const originOf = (): string => `http://localhost:${(server.address() as AddressInfo).port}`;
  server.listen(0, 'localhost');
  await once(server, 'listening');
  return {
    origin: originOf(),
    adminPage(registrationAddress) {
      const address = new URL(registrationAddress);
      address.searchParams.set('openid_configuration', `${originOf()}/configuration`);
      address.searchParams.set('registration_token', 'token-of-the-school');
      return `${originOf()}/admin?tool=${encodeURIComponent(address.href)}`;
    },
    received,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function description(origin: string): unknown {
  return {
    issuer: origin,
    authorization_endpoint: `${origin}/login`,
    token_endpoint: `${origin}/token`,
    jwks_uri: `${origin}/keys`,
    registration_endpoint: `${origin}/registrations`,
    'https://purl.imsglobal.org/spec/lti-platform-configuration': {
      product_family_code: 'moodle',
      messages_supported: [{ type: 'LtiDeepLinkingRequest' }],
      variables: ['Context.id.history'],
    },
  };
}

function adminPage(tool: string): string {
  const address = tool.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
    <html lang="en">
      <head><title>Tools of the school</title><meta name="viewport" content="width=device-width" /></head>
      <body>
        <main>
          <h1>Tools of the school</h1>
          <iframe class="tool" title="Registration" src="${address}" style="width:100%;height:640px;border:0"></iframe>
          <p role="status" id="said"></p>
        </main>
        <script>
          addEventListener('message', ({ data, origin }) => {
            document.getElementById('said').textContent = data.subject + ' from ' + origin;
          });
        </script>
      </body>
    </html>`;
}
